import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { listColumns } from "../../ingest/contracts/contract.ts";
import { contracts } from "../../transforms/contracts.ts";
import { resolveReference } from "../../warehouse/build/enforce.ts";
import { readGraph } from "../../warehouse/graph/graph.ts";
import { home } from "../../warehouse/settings.ts";

const rooms = ["ingest", "transforms", "warehouse", "dashboards", "tests"];
const files = rooms.flatMap((room) => listCode(join(home, room)));

/** Calls that open a file: one of them on an attached database drops DuckDB's lock (reliability.md §1.1). */
const opening =
  /\b(?:open|openSync|readFile|readFileSync|writeFile|writeFileSync|appendFile|appendFileSync|copyFile|copyFileSync|cp|cpSync|createReadStream|createWriteStream|truncate|truncateSync)\(\s*[^,)]*(?:\.duckdb\b|paths\.(?:raw|crm|lock)\b)/;

describe("one module owns DuckDB", () => {
  it("only warehouse/connection.ts imports the engine, and only the SQL explorer the browser's", () => {
    const owners = files.filter((file) =>
      /from\s+["']@duckdb\/|import\(["']@duckdb\//.test(readFileSync(file, "utf8")),
    );
    // Benches compare with the bare engine.
    const shown = owners.map((file) => relative(home, file)).filter((file) => !file.startsWith("tests/bench/"));
    expect(shown.sort()).toEqual(["dashboards/explorer/engine.ts", "warehouse/connection.ts"]);
  });

  it("no module opens a database file through node:fs", () => {
    const found = files.flatMap((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .flatMap((line, index) => (opening.test(line) ? [`${relative(home, file)}:${index + 1} ${line.trim()}`] : [])),
    );
    expect(found.filter((line) => !isOnPurpose(line))).toEqual([]);
  });

  it("finds a file that is opened", () => {
    expect(opening.test("const bytes = readFileSync(settings.paths.crm);")).toBe(true);
    expect(opening.test('await copyFile("data/raw.duckdb", backup);')).toBe(true);
    expect(opening.test("existsSync(settings.paths.crm)")).toBe(false);
  });
});

describe("models of transforms", () => {
  it("keep the layer law, without cycles or unknown references", async () => {
    const graph = await readGraph(resolve(home, "transforms"));
    expect(graph.models.length).toBeGreaterThan(0);
  });

  it("of marts and metrics are exactly those listed in transforms/contracts.ts", async () => {
    const { models } = await readGraph(resolve(home, "transforms"));
    const promised = models.filter(({ schema }) => schema !== "staging").map(({ relation }) => relation);
    expect(Object.keys(contracts).sort()).toEqual([...promised].sort());
    for (const [relation, contract] of Object.entries(contracts)) expect(contract.relation).toBe(relation);
  });

  it("refer in their contracts to key columns that exist", () => {
    const known = new Map(Object.values(contracts).map((contract) => [contract.relation as string, contract]));
    const broken = Object.values(contracts).flatMap((contract) =>
      listColumns(contract).flatMap(({ name, references }) => {
        if (references === undefined) return [];
        const { relation, column } = resolveReference(references);
        const key: readonly string[] = known.get(relation)?.key ?? [];
        return key.includes(column) ? [] : [`${contract.relation}.${name} → ${references}`];
      }),
    );
    expect(broken).toEqual([]);
  });
});

/** Tests damage and copy database files that nobody has attached. */
function isOnPurpose(line: string): boolean {
  return line.startsWith("tests/");
}

function listCode(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs|cjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/node_modules|\.observablehq|\.build/.test(path))
    .sort();
}
