import { mkdtempSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { readCsv } from "../../ingest/formats/csv.ts";
import { parseSource } from "../../ingest/source.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { damageCases, requireKept } from "../ingest/damage.ts";

const cases = Number(process.env.CASES ?? 200_000);
const { SEED } = process.env;
const folder = mkdtempSync(join(tmpdir(), "karavan-damage-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("readCsv(path, options)", () => {
  it(`keeps every line of ${cases} damaged files in one bucket and shifts no row`, async () => {
    await withConnection({ attach: [], threads: 1 }, async (connection) => {
      await fc.assert(
        fc.asyncProperty(damageCases, (one) => requireKept(connection, one, folder)),
        { numRuns: cases, ...(SEED === undefined ? {} : { seed: Number(SEED) }) },
      );
    });
  });

  it("reads 80 MB of quoted notes whose lines look like records as the records they are", async () => {
    const path = join(folder, "notes.csv");
    const records = await writeNotes(path, 80_000_000);
    const [feed] = parseSource(
      `source: test
title: Test
dialect: { delimiter: ";" }
feeds:
  - entity: managers
    match: "*.csv"
    mode: upsert
    columns: { manager_id: { from: Id }, name: { from: Note }, team: { from: Team } }
`,
      "test.yaml",
    ).feeds;
    if (feed === undefined) throw new Error("the source has a feed");
    const read = await readCsv(path, { feed, work: folder, signal: new AbortController().signal });
    expect([read.count, read.diverted.length]).toEqual([records, 0]);
    await withConnection({ attach: [] }, async (connection) => {
      const row = await connection.row(
        `select count(*) as rows, count(*) filter (c0 = cast(ordinal as varchar) and c2 = 'team ' || ordinal) as right_rows
         from (select *, row_number() over () - 1 as ordinal from ${read.relation})`,
      );
      expect(row).toEqual({ rows: records, right_rows: records });
    });
    read.close();
  });
});

/** Writes records whose notes hold lines of three fields, as a record has; returns how many. */
async function writeNotes(path: string, bytes: number): Promise<number> {
  const file = await open(path, "w");
  await file.write("Id;Note;Team\n");
  let record = 0;
  for (let written = 0; written < bytes; ) {
    let chunk = "";
    for (; chunk.length < 1_000_000; record += 1)
      chunk += `${record};"called; twice\n${record};see ""note"";team x\n9;\n";team ${record}\n`;
    written += (await file.write(chunk)).bytesWritten;
  }
  await file.close();
  return record;
}
