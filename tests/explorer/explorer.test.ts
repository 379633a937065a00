import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toSheet } from "../../dashboards/components/xlsx.ts";
import { type ExplorerTable, tableName, tablesOf } from "../../dashboards/explorer/catalogue.ts";
import { examples } from "../../dashboards/explorer/examples.ts";
import { scanText, toEngineText } from "../../dashboards/explorer/text.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { packTable } from "../../warehouse/publish/columnar.ts";
import { datasets } from "../../warehouse/publish/site-datasets.ts";

const table = (name: string): ExplorerTable => ({
  name,
  dataset: name,
  relation: `metrics.${name}`,
  rows: 1,
  columns: [
    { name: "text", type: "varchar" },
    { name: "number", type: "double" },
  ],
});

describe("toEngineText(table, packed)", () => {
  it("is read back by the engine as it was, whatever the texts hold", async () => {
    const value = fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }).map((text) => text.replaceAll(/[\p{Surrogate}\0]/gu, "")),
      fc.constantFrom("\\N", '"', '""', ",", "\n", "\r\n", "", "=1+1", "NULL", "ؤ۱"),
      fc.constant(null),
    );
    const row = fc.tuple(value, fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })));
    const rows = fc.sample(fc.array(row, { minLength: 200, maxLength: 200 }), { numRuns: 1, seed: 7 })[0] ?? [];
    const columns = ["text", "number"];
    const packed = packTable({ columns, types: ["VARCHAR", "DOUBLE"], rows });
    const folder = await mkdtemp(join(tmpdir(), "karavan-explorer-"));
    const path = join(folder, "table.csv");
    await writeFile(path, toEngineText(table("t"), packed));
    const read = await withConnection({ attach: [] }, (connection) =>
      connection.table(`select text, number from ${scanText(table("t"), path)}`),
    );
    await rm(folder, { recursive: true });
    expect(read.rows).toEqual(rows.map(([word, number]) => [word, number === null ? null : number + 0]));
  });
});

describe("tablesOf(query, tables)", () => {
  it("names the tables of a query once, in any letter case, and no part of a longer name", () => {
    const tables = [table("sales"), table("plan"), table("client_abc")];
    const found = tablesOf("SELECT * FROM Sales, client_abc_old join sales using (plan_id)", tables);
    expect(found.map(({ name }) => name)).toEqual(["sales"]);
  });
});

describe("tables of the explorer", () => {
  it("have names of their own", () => {
    const names = datasets.map((dataset) => tableName(dataset.name));
    expect(new Set(names).size).toBe(names.length);
  });

  it("hold what the examples ask", () => {
    const tables = datasets.map((dataset) => ({ ...table(tableName(dataset.name)), dataset: dataset.name }));
    for (const { query } of examples) expect(tablesOf(query, tables).length).toBeGreaterThan(0);
  });
});

describe("toSheet(download)", () => {
  it("keeps numbers numbers, days days and formulas texts", () => {
    const rows = [["=1+1", 1.5, "2026-10-31", true, null, Number.POSITIVE_INFINITY, "bad\u0001\ud800"]];
    const sheet = toSheet({ name: "x", columns: ["a", "b", "c", "d", "e", "f", "g"], rows });
    expect(sheet[1]).toEqual([
      { value: "=1+1", type: String },
      { value: 1.5, type: Number },
      { value: new Date("2026-10-31T00:00:00Z"), type: Date, format: "yyyy-mm-dd" },
      { value: true, type: Boolean },
      null,
      null,
      { value: "bad\ufffd\ufffd", type: String },
    ]);
  });

  it("leaves what is no day of the calendar a text", () => {
    const sheet = toSheet({ name: "x", columns: ["a"], rows: [["2026-02-30"], ["1899-12-31"], ["x".repeat(40_000)]] });
    expect(sheet[1]).toEqual([{ value: "2026-02-30", type: String }]);
    expect(sheet[2]).toEqual([{ value: "1899-12-31", type: String }]);
    expect(sheet[3]).toEqual([{ value: `${"x".repeat(32_766)}…`, type: String }]);
  });
});
