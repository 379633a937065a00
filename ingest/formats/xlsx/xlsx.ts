import { rmSync } from "node:fs";
import { join } from "node:path";
import { quoteText } from "../../../warehouse/sql.ts";
import type { Feed } from "../../source.ts";
import type { FormatReader, InputColumn, ReadOptions, Records } from "../reader.ts";
import { longestRecord } from "../scan.ts";
import { RowCopy, unit } from "./copy.ts";
import { findHeader, type SheetHeader, textsOf } from "./header.ts";
import { withIsoDates } from "./render.ts";
import type { SheetFacts, SheetRow } from "./sheet.ts";
import { openWorkbook, type Workbook } from "./workbook.ts";

/**
 * Reads one sheet of an XLSX workbook: its rows are written to a plain copy that DuckDB reads strictly. Lines are rows of
 * the sheet. Hidden rows and columns are read like others; the dialect tells of them, and of other sheets.
 * @throws FileFault when the file is refused whole.
 */
export const readXlsx: FormatReader = async (path, options) =>
  readBook(await openWorkbook(path, options.signal), "XLSX", options);

/**
 * Reads one sheet of a workbook, whatever it was stored as.
 * @throws FileFault when the file is refused whole.
 */
export async function readBook(book: Workbook, kind: string, options: ReadOptions): Promise<Records> {
  const feed = withIsoDates(options.feed);
  const header = await findHeader(book, feed);
  const copy = join(options.work, `sheet-${crypto.randomUUID()}.txt`);
  try {
    const records = await copySheet(book, feed, header, copy, options);
    return { ...records, dialect: `${kind}, ${records.dialect}` };
  } catch (error) {
    rmSync(copy, { force: true });
    throw error;
  }
}

async function copySheet(
  book: Workbook,
  feed: Feed,
  header: SheetHeader,
  path: string,
  { signal }: ReadOptions,
): Promise<Records> {
  const columns = header.names.map((name, index) => ({ name, sql: `c${index}`, isPadded: true }));
  const copy = new RowCopy(path, book, feed, columns, header.row);
  try {
    const facts = await takeRows(book, header, copy, signal);
    return {
      feed,
      relation: relationSql(path, columns, copy.hasNewline),
      columns: columns.map((column, index) => ({ ...column, isPadded: copy.padded[index] === 1 })),
      gate: undefined,
      rawText: rawTextSql(columns),
      count: copy.records,
      diverted: copy.diverted,
      lineMap: copy.lineMap,
      physicalLines: copy.lastRow,
      recordLines: copy.records,
      otherLines: header.row + copy.blankRows + copy.teller.below,
      others: copy.teller.others,
      notes: hiddenNotes(copy),
      totals: [...copy.teller.totals, ...(copy.outline?.totals ?? [])],
      headerLine: header.row,
      dialect: describe(book, header, copy, facts),
      close() {
        rmSync(path, { force: true });
      },
    };
  } finally {
    copy.close();
  }
}

async function takeRows(book: Workbook, header: SheetHeader, copy: RowCopy, signal: AbortSignal): Promise<SheetFacts> {
  const bunches = book.rows(header.sheet);
  let held: SheetRow | undefined;
  for (;;) {
    const step = await bunches.next();
    signal.throwIfAborted();
    if (step.done) {
      if (held !== undefined) copy.take(held, undefined);
      copy.endGroups();
      copy.finish();
      return step.value;
    }
    for (const row of step.value) {
      if (held !== undefined) copy.take(held, row.level ?? 0);
      held = row.number > header.row ? row : undefined;
      if (held === undefined) copy.teller.keepAbove(row.number, textsOf(row, book), header.row);
    }
  }
}

function relationSql(path: string, columns: readonly InputColumn[], hasNewline: boolean): string {
  const types = columns.map(({ sql }) => `${sql}: 'varchar'`);
  return `read_csv(${quoteText(path)}, auto_detect = false, header = false, delim = chr(${unit.charCodeAt(0)}), quote = '"', escape = '"',
    columns = {${types.join(", ")}}, strict_mode = true, max_line_size = ${longestRecord.bytes * 2}${hasNewline ? ", parallel = false" : ""})`;
}

function hiddenNotes({ hiddenRows, firstHidden }: RowCopy): Records["notes"] & object {
  if (hiddenRows === 0) return [];
  const message = `${hiddenRows} ${hiddenRows === 1 ? "hidden row was" : "hidden rows were"} read too`;
  return [{ kind: "hidden_rows", line: firstHidden, lines: hiddenRows, message }];
}

/** Shows a row with tabs between its cells; line breaks inside them are spaces, since a row is one line. */
function rawTextSql(columns: readonly InputColumn[]): string {
  const cells = columns.map(({ sql }) => `coalesce(${sql}, '')`);
  return `left(replace(concat_ws(chr(9), ${cells.join(", ")}), chr(10), ' '), 10000)`;
}

function describe(
  book: Workbook,
  { sheet, row }: SheetHeader,
  copy: RowCopy,
  { hiddenColumns, merges }: SheetFacts,
): string {
  const merged = merges.filter(({ top, bottom }) => top > row && bottom > top);
  const [first] = merged;
  const others = book.sheets
    .filter((one) => one !== sheet)
    .map((one) => `"${one.name}"${one.isHidden ? " (hidden)" : ""}`);
  return [
    `${sheet.isHidden ? "hidden " : ""}sheet "${sheet.name}", header in row ${row}`,
    ...(book.is1904 ? ["days from 1904"] : []),
    ...(copy.hiddenRows > 0 ? [`${copy.hiddenRows} hidden rows were read too`] : []),
    ...(hiddenColumns > 0 ? [`${hiddenColumns} columns are hidden`] : []),
    ...(first === undefined
      ? []
      : [
          `${merged.length} cells are merged over several rows, such as rows ${first.top} to ${first.bottom}: only the first row has their value`,
        ]),
    ...(copy.uncomputed > 0 ? [`${copy.uncomputed} formulas in columns not mapped have no result`] : []),
    ...(others.length > 0 ? [`not read: ${others.slice(0, 20).join(", ")}`] : []),
  ].join("; ");
}
