import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import type { Records } from "../../ingest/formats/reader.ts";
import { readXlsx } from "../../ingest/formats/xlsx/xlsx.ts";
import { type Feed, parseSource } from "../../ingest/source.ts";
import { type Connection, withConnection } from "../../warehouse/connection.ts";
import { book, type Given, type GivenBook } from "./xlsx-book.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-xlsx-"));
export const managers = feedOf("");

/** The feed of managers read as `more` says. */
export function feedOf(
  more: string,
  columns = "manager_id: { from: A }, name: { from: B }, team: { from: C, optional: true }",
): Feed {
  const yaml = `source: test
title: Test
feeds:
  - entity: managers
    match: "*"
    mode: upsert
    ${more}
    columns: { ${columns} }
`;
  const [feed] = parseSource(yaml, "test.yaml").feeds;
  if (feed === undefined) throw new Error("the source has a feed");
  return feed;
}

export interface Reading {
  readonly rows: readonly (readonly unknown[])[];
  readonly records: Records;
}

/** Reads a workbook as the format's reader does, and its records through DuckDB; every row is accounted for. */
export async function read(given: GivenBook | Uint8Array, feed = managers, engine?: Connection): Promise<Reading> {
  const path = join(folder, `${crypto.randomUUID()}.bin`);
  writeFileSync(path, given instanceof Uint8Array ? given : book(given));
  const records = await readXlsx(path, { feed, work: folder, signal: new AbortController().signal });
  try {
    const columns = records.columns.map(({ sql }) => sql).join(", ");
    const query = (connection: Connection) => connection.table(`select ${columns} from ${records.relation}`);
    const { rows } = engine === undefined ? await withConnection({ attach: [] }, query) : await query(engine);
    expect(rows).toHaveLength(records.count);
    expect(records.recordLines + records.otherLines + records.diverted.length).toBe(records.physicalLines);
    return { rows, records };
  } finally {
    records.close();
    rmSync(path);
  }
}

/** The cells of column C, given as XML, in rows with a key and a name. */
export async function readCells(
  cells: readonly Given[],
  more: Omit<GivenBook, "sheets"> = {},
): Promise<readonly unknown[]> {
  const rows = cells.map((cell, index) => [`k${index}`, "n", cell] as const);
  const { rows: found } = await read({ ...more, sheets: [{ rows: [["A", "B", "C"], ...rows] }] });
  return found.map(([, , text]) => text);
}

export const xml = (text: string): Given => ({ xml: text });
export const styled = (value: string, style = 1): Given => xml(`<c s="${style}"><v>${value}</v></c>`);
