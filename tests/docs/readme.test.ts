import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { buildProgram } from "../../warehouse/cli/main.ts";
import { home } from "../../warehouse/settings.ts";
import { settingsTable } from "./reference.ts";

const file = resolve(home, "README.md");
const readme = readFileSync(file, "utf8");

describe("README.md", () => {
  it("lists every setting with values, default and meaning (UPDATE_DOCS=1 npm test rewrites the table)", () => {
    const written = readme.replace(
      /<!-- settings -->[\s\S]*<!-- \/settings -->/,
      `<!-- settings -->\n${settingsTable()}\n<!-- /settings -->`,
    );
    if (process.env.UPDATE_DOCS === "1") writeFileSync(file, written);
    expect(process.env.UPDATE_DOCS === "1" ? written : readme).toBe(written);
  });

  it("says of every setting what it does", () => {
    expect(settingsTable().match(/^\| .*\| {2}\|$/gm) ?? []).toEqual([]);
  });

  it("draws the map that is on the disk", () => {
    const map = /## Rooms\n\n```\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
    const drawn = [...map.matchAll(/^(\w+)\//gm)].map(([, name]) => name).filter((name) => name !== "data");
    const rooms = readdirSync(home, { withFileTypes: true })
      .filter(
        (entry) => entry.isDirectory() && !entry.name.startsWith(".") && !["node_modules", "data"].includes(entry.name),
      )
      .map((entry) => entry.name);
    expect([...drawn].sort()).toEqual([...rooms].sort());
  });

  it("links only to files that are there", () => {
    const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link]) => link ?? "");
    expect(links.filter((link) => !existsSync(resolve(home, link)))).toEqual([]);
    expect(links.length).toBeGreaterThan(0);
  });

  it("names only files of the checkout that are there", () => {
    const named = [
      ...readme.matchAll(
        /`((?:ingest|transforms|warehouse|dashboards|tests)\/[\w./-]*|[\w.-]+\.(?:md|json|yaml|svg))`/g,
      ),
    ].map(([, path]) => path ?? "");
    expect(named.filter((path) => !existsSync(resolve(home, path)))).toEqual([]);
  });

  it("names only relations that have a model", () => {
    const relations = [...readme.matchAll(/`((?:marts|metrics)\.\w+)`/g)].map(([, relation]) => relation ?? "");
    const model = (relation: string) => resolve(home, "transforms", relation.replace(".", "/"));
    const missing = relations.filter(
      (relation) => ![".sql", ".ts"].some((end) => existsSync(`${model(relation)}${end}`)),
    );
    expect(missing).toEqual([]);
  });

  it("lists the commands that karavan has, and no others", () => {
    const table = /## Commands([\s\S]*?)## Settings/.exec(readme)?.[1] ?? "";
    const documented = [...table.matchAll(/^\| `([a-z]+)/gm)].map(([, name]) => name ?? "");
    const commands = buildProgram().commands.map((command) => command.name());
    expect(documented.sort()).toEqual([...commands].sort());
  });

  it("lists the environment variables the code reads, and no others", () => {
    const documented = [...readme.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name ?? "");
    const read = new Set(
      sourceFiles().flatMap((path) =>
        [...readFileSync(path, "utf8").matchAll(/\b(KARAVAN_[A-Z_]+|NO_COLOR)\b/g)].map(([, name]) => name ?? ""),
      ),
    );
    expect(documented.sort()).toEqual([...read].filter((name) => !internalVariables.has(name)).sort());
  });
});

/** Set by our own launcher or tests, not by people. */
const internalVariables = new Set(["KARAVAN_TEST", "KARAVAN_FAULT"]);

function sourceFiles(): readonly string[] {
  return ["ingest", "warehouse", "dashboards", "transforms", "tests/chromium.mjs"].flatMap((room) => {
    const root = resolve(home, room);
    if (!existsSync(root) || root.endsWith(".mjs")) return existsSync(root) ? [root] : [];
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|mjs|cjs)$/.test(entry.name) && !entry.parentPath.includes(".build"))
      .map((entry) => resolve(entry.parentPath, entry.name));
  });
}
