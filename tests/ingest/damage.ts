import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect } from "vitest";
import { readCsv } from "../../ingest/formats/csv.ts";
import { FileFault, type Records } from "../../ingest/formats/reader.ts";
import type { Dialect, Feed } from "../../ingest/source.ts";
import { parseSource } from "../../ingest/source.ts";
import type { Connection } from "../../warehouse/connection.ts";

const names = ["Number", "Date", "Amount", "Client", "Region"];
const [feed] = parseSource(
  `source: test
title: Test
dialect: { delimiter: ";" }
locale: { decimal: ".", dates: [dd.MM.yyyy] }
feeds:
  - entity: orders
    match: "*.csv"
    mode: upsert
    columns:
      order_id: { from: Number }
      order_date: { from: Date }
      amount: { from: Amount }
      client_id: { from: Client }
      region: { from: Region }
`,
  "test.yaml",
).feeds;

type Damage =
  | "extra delimiter"
  | "lost delimiter"
  | "cut off"
  | "line break"
  | "nul"
  | "empty tail"
  | "inner quote"
  | "not utf-8";
const damages: readonly Damage[] = [
  "extra delimiter",
  "lost delimiter",
  "cut off",
  "line break",
  "nul",
  "empty tail",
  "inner quote",
];

type Beside = "blank" | "header" | "total" | "drawn" | "title" | "mark";
const besides: readonly Beside[] = ["blank", "header", "total", "drawn", "title", "mark"];

interface Row {
  readonly cells: readonly string[];
  readonly damage: Damage | undefined;
  /** Where in the line the damage is, 0 to 1. */
  readonly at: number;
  /** What stands in a line above. */
  readonly beside: Beside | undefined;
  /** Every field stands in quotes, with spaces around them or without. */
  readonly style: "plain" | "quoted" | "spaced";
  readonly newline: string;
}

/** A file of rows, some damaged. */
export interface DamageCase {
  readonly rows: readonly Row[];
  readonly dialect: Dialect;
  /** One stray quote: the row and how far into it. */
  readonly stray: { readonly row: number; readonly at: number } | undefined;
  readonly preamble: readonly string[];
  readonly isMixed: boolean;
  readonly end: "newline" | "none" | "end mark" | "cut";
}

const letters = fc.constantFrom("a", "b", "ж", "é", "😀", " ", ";", '"', "\n", ",", "'", "#", "\t", "|");
/** Every text begins and ends with the number of its column, so that a shifted one shows. */
const text = (column: number) =>
  fc.array(letters, { maxLength: 6 }).map((parts) => `${column}${parts.join("")}${column}`);
const cells = fc.tuple(
  text(0),
  fc.constantFrom("01.02.2025", "28.02.2024"),
  fc.constantFrom("10.50", "-7", "1234.5"),
  text(3),
  text(4),
);

const row: fc.Arbitrary<Row> = fc.record({
  cells,
  damage: fc.option(
    fc.oneof(
      { weight: 40, arbitrary: fc.constantFrom(...damages) },
      { weight: 1, arbitrary: fc.constant<Damage>("not utf-8") },
    ),
    { nil: undefined, freq: 3 },
  ),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  beside: fc.option(fc.constantFrom(...besides), { nil: undefined, freq: 6 }),
  style: fc.constantFrom<Row["style"]>("plain", "plain", "quoted", "spaced"),
  newline: fc.constantFrom("\n", "\r\n", "\r"),
});

const dialects: readonly Dialect[] = [
  { delimiter: ";", quote: '"' },
  { delimiter: ",", quote: '"' },
  { delimiter: "\t", quote: '"' },
  { delimiter: "|", quote: "'" },
  { delimiter: ";", quote: '"', escape: "\\" },
];

/** Files of up to a dozen rows in any dialect, with damage of every kind that can be told from whole rows. */
export const damageCases: fc.Arbitrary<DamageCase> = fc
  .integer({ min: 1, max: 12 })
  .chain((size) =>
    fc.record({
      rows: fc.array(row, { minLength: size, maxLength: size }),
      dialect: fc.constantFrom(...dialects),
      stray: fc.option(fc.record({ row: fc.nat({ max: size - 1 }), at: fc.double({ min: 0, max: 1, noNaN: true }) }), {
        nil: undefined,
        freq: 2,
      }),
      preamble: fc.array(fc.constantFrom("Sales report", 'OOO "Rose', "", "Period: 2025"), { maxLength: 3 }),
      isMixed: fc.boolean(),
      end: fc.constantFrom<DamageCase["end"]>("newline", "newline", "none", "end mark", "cut"),
    }),
  )
  .filter(isDecidable);

/**
 * Where a quote inside quotes stands before a delimiter and the value goes on to another line, the first line is a whole
 * record of its own, of other values; where a stray quote begins a line inside a value, the rest may be one. No reader
 * can tell.
 */
function isDecidable(one: DamageCase): boolean {
  const { delimiter, quote } = one.dialect;
  return !one.rows.some((each, index) => {
    const lines = writeRow(one, each, index).text.split(/[\r\n]/);
    if (one.stray?.row === index && lines.slice(1).some((line) => line.trimStart().startsWith(quote))) return true;
    if (each.damage !== "inner quote") return false;
    return each.cells.some((value) =>
      value
        .split("\n")
        .slice(0, -1)
        .some((line) => line.replaceAll(" ", "").includes(`${quote}${delimiter}`)),
    );
  });
}

interface Written {
  readonly row: Row;
  readonly text: string;
  readonly isDamaged: boolean;
}

/**
 * Reads a case and holds it to the promises: every physical line in one bucket, good rows as they were written, and no row
 * with values in other columns than their own.
 */
export async function requireKept(connection: Connection, one: DamageCase, folder: string): Promise<void> {
  const written = one.rows.map((each, index) => writeRow(one, each, index));
  const content = writeFile(one, written);
  const path = join(folder, "case.csv");
  // A file written over waits for the disk (ext4 flushes what was truncated); a new one does not.
  rmSync(path, { force: true });
  writeFileSync(path, content);
  if (feed === undefined) throw new Error("the source has a feed");
  const told: Feed = { ...feed, dialect: one.dialect };
  const records = await readCsv(path, { feed: told, work: folder, signal: new AbortController().signal }).catch(
    (error) => {
      requireFault(error, one, written);
      return undefined;
    },
  );
  if (records === undefined) return;
  try {
    requireLines(records, content.toString("utf8"));
    const columns = names.map((_, index) => `c${index}`).join(", ");
    const { rows } = await connection.table(`select ${columns} from ${records.relation}`);
    requireRows(records, rows, one, written);
  } finally {
    records.close();
  }
}

/** A file is refused whole only for what is wrong with the whole. */
function requireFault(error: unknown, { end, rows }: DamageCase, written: readonly Written[]): void {
  if (!(error instanceof FileFault)) throw error;
  const hasOtherEncoding = rows.some(({ damage }) => damage === "not utf-8");
  const damaged = written.filter(({ isDamaged }) => isDamaged).length;
  const allowed = {
    torn: end !== "newline",
    encoding: hasOtherEncoding,
    second_table: damaged > 1,
  } as Readonly<Record<string, boolean>>;
  if (!allowed[error.rule]) throw error;
}

function requireLines(records: Records, content: string): void {
  const { recordLines, otherLines, diverted, physicalLines, lineKinds, others } = records;
  expect(physicalLines).toBe(countLines(content));
  expect(recordLines + otherLines + diverted.length).toBe(physicalLines);
  expect(Object.values(lineKinds ?? {}).reduce((sum, lines) => sum + lines, 0)).toBe(otherLines);
  const lines = [...diverted, ...(others ?? []).filter(({ kind }) => kind !== "blank")].map(({ line }) => line);
  expect(new Set(lines).size).toBe(lines.length);
}

function requireRows(
  records: Records,
  rows: readonly (readonly unknown[])[],
  one: DamageCase,
  written: readonly Written[],
): void {
  expect(rows).toHaveLength(records.count);
  const found = new Set(rows.map((values) => normal(values)));
  written.forEach(({ row: { cells: values }, isDamaged }, index) => {
    const isCut = one.end === "cut" && index === written.length - 1;
    if (!isDamaged && !isCut) expect([...found]).toContain(normal(values));
  });
  const taken = rows.filter((_, index) => records.doubted?.includes(index + 1) !== true);
  for (const values of taken.filter(isTyped)) {
    const held = [values[0], values[3], values[4]].map((value) =>
      String(value ?? "").replaceAll(one.dialect.quote, ""),
    );
    for (const [index, column] of ["0", "3", "4"].entries())
      expect([column, ""]).toContain(held[index]?.trim().charAt(0));
  }
}

/** What the contract takes: a key, a day, an amount. */
function isTyped([number, date, amount]: readonly unknown[]): boolean {
  const isKey = number !== null && String(number).trim() !== "";
  return isKey && /^\s*\d\d\.\d\d\.\d{4}\s*$/.test(String(date)) && /^\s*-?\d+(\.\d+)?\s*$/.test(String(amount));
}

function normal(values: readonly unknown[]): string {
  return JSON.stringify(values.map((value) => String(value).replace(/\r\n?/g, "\n").trim()));
}

function writeRow(one: DamageCase, each: Row, index: number): Written {
  const text = each.cells.map((value) => writeCell(value, each, one.dialect)).join(one.dialect.delimiter);
  if (one.stray?.row === index) {
    const signs = [...text];
    const at = Math.round(one.stray.at * signs.length);
    return { row: each, text: signs.toSpliced(at, 0, one.dialect.quote).join(""), isDamaged: true };
  }
  const damaged = each.damage === undefined ? text : spoil(text, each, one.dialect);
  return { row: each, text: damaged, isDamaged: damaged !== text };
}

function writeCell(value: string, { style }: Row, { delimiter, quote, escape: mark }: Dialect): string {
  const isSpecial =
    value.includes(delimiter) ||
    value.includes(quote) ||
    /[\r\n]/.test(value) ||
    (mark !== undefined && value.includes(mark));
  if (style === "plain" && !isSpecial) return value;
  const inner =
    mark === undefined
      ? value.replaceAll(quote, quote + quote)
      : value.replaceAll(mark, mark + mark).replaceAll(quote, mark + quote);
  const quoted = quote + inner + quote;
  return style === "spaced" ? ` ${quoted} ` : quoted;
}

function spoil(text: string, { damage, at }: Row, { delimiter, quote }: Dialect): string {
  const signs = [...text];
  const place = Math.round(at * signs.length);
  const insert = (what: string) => signs.toSpliced(place, 0, what).join("");
  if (damage === "empty tail") return text + delimiter.repeat(1 + Math.round(at));
  if (damage === "nul") return insert("\0");
  if (damage === "not utf-8") return insert("\ue000");
  if (text.includes(quote)) return damage === "inner quote" ? text.replace(/(\w)(\w)/, `$1${quote}$2`) : text;
  if (damage === "extra delimiter") return insert(delimiter);
  if (damage === "lost delimiter") return text.replace(delimiter, "");
  if (damage === "cut off") return text.slice(0, place);
  if (damage === "line break") return place > signs.indexOf(delimiter) ? insert("\n") : text;
  return text;
}

function writeFile(one: DamageCase, written: readonly Written[]): Buffer {
  const first = one.rows[0]?.newline ?? "\n";
  const newline = (each: Row) => (one.isMixed ? each.newline : first);
  const header = names.join(one.dialect.delimiter);
  const lines = written.map(({ row: each, text }, index) => {
    const isLast = index === written.length - 1;
    return above(each, header, one, newline(each)) + text + (isLast ? "" : newline(each));
  });
  const preamble = one.preamble.map((line) => line + first).join("");
  const body = preamble + header + first + lines.join("");
  const ends = { newline: first, none: "", "end mark": `${first}\u001a`, cut: "" };
  const whole = body + ends[one.end];
  const kept = one.end === "cut" ? whole.slice(0, whole.length - Math.min(3, written.at(-1)?.text.length ?? 0)) : whole;
  const bytes = Buffer.from(kept);
  for (let at = bytes.indexOf("\ue000"); at >= 0; at = bytes.indexOf("\ue000")) bytes.set([0xff, 0xfe, 0xff], at);
  return bytes;
}

function above({ beside }: Row, header: string, { dialect, preamble }: DamageCase, newline: string): string {
  const { delimiter } = dialect;
  if (beside === "blank") return newline;
  if (beside === "header") return header + newline;
  if (beside === "total") return ["Total", "", "17", "", ""].join(delimiter) + newline;
  if (beside === "drawn") return `-----${newline}`;
  if (beside === "mark") return "\ufeff";
  if (beside === "title" && preamble.includes("Sales report")) return `Sales report${newline}`;
  return "";
}

function countLines(text: string): number {
  const breaks = text.match(/\r\n|\n|\r/g)?.length ?? 0;
  return breaks + (/[\r\n]$/.test(text) ? 0 : 1);
}
