import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../ingest/formats/csv.ts";
import { FileFault } from "../../ingest/formats/reader.ts";
import { parseSource } from "../../ingest/source.ts";
import { type Connection, withConnection } from "../../warehouse/connection.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-conservation-"));
const feed = parseSource(
  `source: test
title: Test
dialect: { delimiter: ";" }
feeds:
  - entity: managers
    match: "*.csv"
    mode: upsert
    columns: { manager_id: { from: A }, name: { from: B }, team: { from: C }, region: { from: D } }
`,
  "test.yaml",
).feeds[0];

/** Letters of a cell: every cell begins with the number of its column, so that a shifted one shows. */
const letters = fc.constantFrom("a", "b", "ж", "é", "😀", " ", ";", '"', "\n", ",", "'", "#", "\t");
const cell = fc.array(letters, { maxLength: 8 }).map((parts) => parts.join(""));
const row = fc.tuple(cell, cell, cell, cell).map((cells) => cells.map((text, index) => `${index}${text}${index}`));

type Damage = "extra delimiter" | "lost delimiter" | "cut off" | "line break";
const damage = fc.constantFrom<Damage>("extra delimiter", "lost delimiter", "cut off", "line break");

interface Case {
  readonly rows: readonly (readonly string[])[];
  /** Damage of rows without quotes, by row. */
  readonly damages: readonly (Damage | undefined)[];
  /** One stray quote: the row and how far into it. */
  readonly stray: { readonly row: number; readonly at: number } | undefined;
  readonly newline: string;
  readonly endsWithNewline: boolean;
}

const cases: fc.Arbitrary<Case> = fc.integer({ min: 1, max: 12 }).chain((size) =>
  fc.record({
    rows: fc.array(row, { minLength: size, maxLength: size }),
    damages: fc.array(fc.option(damage, { nil: undefined, freq: 3 }), { minLength: size, maxLength: size }),
    stray: fc.option(fc.record({ row: fc.nat({ max: size - 1 }), at: fc.double({ min: 0, max: 1, noNaN: true }) }), {
      nil: undefined,
    }),
    newline: fc.constantFrom("\n", "\r\n"),
    endsWithNewline: fc.boolean(),
  }),
);

describe("readCsv(path, options)", () => {
  it("puts every physical line into one bucket, keeps good rows byte-equal and shifts none", async () => {
    await withConnection({ attach: [] }, async (connection) => {
      await fc.assert(
        fc.asyncProperty(cases, (one) => holds(connection, one)),
        { numRuns: 4000 },
      );
    });
  }, 600_000);
});

async function holds(connection: Connection, one: Case): Promise<void> {
  const lines = one.rows.map((cells, index) => write(one, cells, index));
  const body = lines.map(({ text }) => text).join(one.newline) + (one.endsWithNewline ? one.newline : "");
  const path = join(folder, "case.csv");
  const text = `A;B;C;D${one.newline}${body}`;
  writeFileSync(path, text);
  if (feed === undefined) throw new Error("the source has a feed");
  const records = await readCsv(path, { feed, work: folder, signal: new AbortController().signal }).catch((error) => {
    if (error instanceof FileFault && error.rule === "torn") return undefined;
    throw error;
  });
  if (records === undefined) {
    expect(one.endsWithNewline).toBe(false);
    return;
  }
  try {
    expect(records.recordLines + records.otherLines + records.diverted.length).toBe(countLines(text));
    expect(records.physicalLines).toBe(countLines(text));
    const { rows } = await connection.table(`select c0, c1, c2, c3 from ${records.relation}`);
    expect(rows).toHaveLength(records.count);
    const found = rows.map((cells) => JSON.stringify(cells));
    for (const { cells, isDamaged } of lines) if (!isDamaged) expect(found).toContain(JSON.stringify(cells));
    for (const cells of rows) expect(cells.map((value) => String(value).charAt(0))).toEqual(["0", "1", "2", "3"]);
    expect(records.count).toBeLessThanOrEqual(one.rows.length);
  } finally {
    records.close();
  }
}

function write(one: Case, cells: readonly string[], index: number) {
  const quoted = cells.map((value) => (/[;"\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value));
  const text = quoted.join(";");
  const kind = text.includes('"') ? undefined : one.damages[index];
  if (one.stray?.row === index) {
    const at = Math.round(one.stray.at * text.length);
    return { text: `${text.slice(0, at)}"${text.slice(at)}`, cells, isDamaged: true };
  }
  return { text: kind === undefined ? text : spoil(text, kind), cells, isDamaged: kind !== undefined };
}

function spoil(text: string, kind: Damage): string {
  const middle = text.indexOf(";") + 2;
  if (kind === "extra delimiter") return `${text.slice(0, middle)};${text.slice(middle)}`;
  if (kind === "lost delimiter") return text.replace(";", "");
  if (kind === "cut off") return text.slice(0, middle);
  return `${text.slice(0, middle)}\n${text.slice(middle)}`;
}

function countLines(text: string): number {
  const breaks = text.match(/\r\n|\n|\r/g)?.length ?? 0;
  return breaks + (/[\r\n]$/.test(text) ? 0 : 1);
}
