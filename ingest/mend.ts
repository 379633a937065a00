import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Connection } from "../warehouse/connection.ts";
import type { FilesTable, RejectsTable } from "../warehouse/ledger/tables.ts";
import { readRecords } from "./formats/formats.ts";
import { readPhysicalLines, type UnitOrder } from "./physical-lines.ts";
import type { Feed } from "./source.ts";

/** Bytes of a file to mend, and on which line of it each line of the export stands. */
export interface Written {
  readonly bytes: Buffer;
  readonly lines: ReadonlyMap<number, number>;
}

type Range = Pick<RejectsTable, "line_from" | "line_to">;

/**
 * Gives lines of a text back as they stand, byte for byte, under its header: the same encoding, delimiter, quotes, decimal
 * marks and line breaks. A byte order mark and a `sep=` line stay on top.
 */
export async function copyLines(
  path: string,
  load: Pick<FilesTable, "dialect" | "header_line" | "header_lines">,
  rejects: readonly Range[],
): Promise<Written> {
  const order = unitOrder(load.dialect);
  const above = headerLines(load);
  const set = new Set(rejects.flatMap(({ line_from, line_to }) => countUp(line_from, line_to)));
  const found = await readPhysicalLines(path, new Set([1, ...above, ...set]), order);
  const first = found.get(1) ?? Buffer.alloc(0);
  const mark = byteOrderMark(first);
  const separator = /^sep=.\r?\n?$/.test(decode(first.subarray(mark.length), order));
  const top = [...(separator && !above.includes(1) ? [1] : []), ...above];
  const end = lineBreak(found.get(top.at(-1) ?? 1) ?? first, order);
  const parts: Buffer[] = top.includes(1) ? [] : [mark];
  const lines = new Map<number, number>();
  for (const [index, line] of [...top, ...[...set].sort((one, other) => one - other)].entries()) {
    const bytes = found.get(line) ?? Buffer.alloc(0);
    if (set.has(line)) lines.set(line, index + 1);
    parts.push(bytes, lineBreak(bytes, order).length > 0 ? Buffer.alloc(0) : end);
  }
  return { bytes: Buffer.concat(parts), lines };
}

/**
 * Gives rows of a table that is no text, such as a workbook, as CSV: UTF-8, the delimiter of the source or `;`, the header's
 * names on top, days as ISO text, which a corrected file may use beside the formats of its feed.
 */
export async function copyRows(
  connection: Connection,
  path: string,
  { feed, work, rejects }: { readonly feed: Feed; readonly work: string; readonly rejects: readonly RowRange[] },
): Promise<Written> {
  const folder = join(work, `mend-${crypto.randomUUID()}`);
  mkdirSync(folder, { recursive: true });
  try {
    const records = await readRecords(path, { feed, work: folder, signal: new AbortController().signal });
    try {
      const wanted = [...new Set(rejects.flatMap(({ record }) => record ?? []))];
      const cells = records.columns.map(({ sql }, index) => `${sql} as v${index}`);
      const table = await connection.table(
        `select ordinal, ${cells.join(", ")} from (select *, row_number() over () as ordinal from ${records.relation})
         where ordinal in (${wanted.length === 0 ? "null" : wanted.join(", ")})`,
      );
      const byRecord = new Map(table.rows.map(([ordinal, ...values]) => [ordinal, values]));
      const delimiter = feed.dialect?.delimiter ?? ";";
      const texts = [records.columns.map(({ name }) => name)];
      const lines = new Map<number, number>();
      for (const { record, line_from, raw_text } of rejects) {
        if (lines.has(line_from)) continue;
        const values = record === null ? (raw_text ?? "").split("\t") : (byRecord.get(record) ?? []);
        texts.push(records.columns.map((_, index) => String(values[index] ?? "")));
        lines.set(line_from, texts.length);
      }
      const text = texts.map((row) => row.map((cell) => quote(cell, delimiter)).join(delimiter)).join("\n");
      return { bytes: Buffer.from(`${text}\n`), lines };
    } finally {
      records.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type RowRange = Range & Pick<RejectsTable, "record" | "raw_text">;

function quote(cell: string, delimiter: string): string {
  return /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function headerLines({
  header_line,
  header_lines,
}: Pick<FilesTable, "header_line" | "header_lines">): readonly number[] {
  if (header_line === null) return [];
  return countUp(header_line, header_line + Math.max(1, header_lines ?? 1) - 1);
}

function countUp(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

function unitOrder(dialect: string | null): UnitOrder {
  const found = /utf-16(le|be)/i.exec(dialect ?? "")?.[1]?.toLowerCase();
  return found === undefined ? "byte" : found === "le" ? "little" : "big";
}

const marks = [Buffer.of(0xef, 0xbb, 0xbf), Buffer.of(0xff, 0xfe), Buffer.of(0xfe, 0xff)];

function byteOrderMark(first: Buffer): Buffer {
  return marks.find((mark) => first.subarray(0, mark.length).equals(mark)) ?? Buffer.alloc(0);
}

function decode(bytes: Buffer, order: UnitOrder): string {
  if (order === "byte") return bytes.toString("latin1");
  const even = Buffer.from(bytes.subarray(0, bytes.length & ~1));
  return (order === "little" ? even : even.swap16()).toString("utf16le");
}

/** The line break a line ends with, in its own encoding; empty when it has none. */
function lineBreak(bytes: Buffer, order: UnitOrder): Buffer {
  const length = /(?:\r\n|\n|\r)$/.exec(decode(bytes, order))?.[0].length ?? 0;
  return bytes.subarray(bytes.length - length * (order === "byte" ? 1 : 2));
}
