import { type EncodingContract, encodingContract } from "../../encoding/detect.ts";
import { FileFault, type FormatReader, type LineMap, type Records } from "../reader.ts";
import type { SheetFacts, SheetRow } from "../xlsx/sheet.ts";
import type { Sheet, Workbook } from "../xlsx/workbook.ts";
import { readBook } from "../xlsx/xlsx.ts";
import { describeEncoding, readXmlText, type XmlEncoding } from "../xml/decode.ts";
import { htmlKinds } from "./cells.ts";
import { findHtmlEncoding } from "./encoding.ts";
import { TableBuilder, type TableRow } from "./tables.ts";
import { HtmlScanner } from "./tokens.ts";

const mostTables = 1_000;

/** A web page whose tables are read like the sheets of a workbook. */
export interface Page {
  readonly book: Workbook;
  readonly encoding: string;
  /** Physical lines of the page. */
  readonly lines: number;
  /** The lines that the rows of a table begin on, as far as it was read. */
  linesOf(sheet: string): readonly number[];
}

/**
 * Reads a table of a web page, as systems write them and name them .xls: the one whose header the feed needs, like a sheet
 * of a workbook. Rejects name the physical line a row begins on, or the row where several stand on one line.
 * @throws FileFault when the file is refused whole.
 */
export const readHtml: FormatReader = async (path, options) => {
  const page = await openPage(path, encodingContract(options.feed), options.signal);
  const records = await readBook(page.book, "HTML", options);
  const table = /sheet "(table [0-9]+)"/.exec(records.dialect)?.[1] ?? "";
  const placed = placeOnLines(records, page.linesOf(table), page.lines);
  return { ...placed, dialect: `${placed.dialect}; ${page.encoding}` };
};

/** Opens a page: its encoding, and how many tables it has. @throws FileFault for a page without any. */
export async function openPage(path: string, contract: EncodingContract, signal: AbortSignal): Promise<Page> {
  const encoding = await findHtmlEncoding(path, contract, signal);
  const walk = (builder: TableBuilder) => walkPage(path, encoding, builder, signal);
  const survey = new TableBuilder();
  let lines = 0;
  for await (const scanner of walk(survey)) lines = scanner.lines;
  const count = survey.tables;
  if (count === 0 || count > mostTables) throw noTable(count);
  const rowLines = new Map<string, number[]>();
  const sheets = Array.from({ length: count }, (_, index): Sheet => {
    return { name: `table ${index + 1}`, isHidden: false, part: String(index + 1) };
  });
  const rows = (sheet: Sheet) => readTable(walk, sheet, rowLines);
  const book: Workbook = { sheets, is1904: false, strings: [], numberKinds: htmlKinds, rows };
  return { book, encoding: describeEncoding(encoding), lines, linesOf: (sheet) => rowLines.get(sheet) ?? [] };
}

async function* readTable(
  walk: (builder: TableBuilder) => AsyncGenerator<HtmlScanner>,
  { name, part }: Sheet,
  rowLines: Map<string, number[]>,
): AsyncGenerator<readonly SheetRow[], SheetFacts> {
  const builder = new TableBuilder(Number(part));
  const lines: number[] = [];
  rowLines.set(name, lines);
  const take = (rows: readonly TableRow[]) => {
    for (const { line } of rows) lines.push(line);
    return rows;
  };
  for await (const _ of walk(builder)) yield take(builder.takeRows());
  return { merges: builder.merges, hiddenColumns: 0 };
}

async function* walkPage(
  path: string,
  encoding: XmlEncoding,
  builder: TableBuilder,
  signal: AbortSignal,
): AsyncGenerator<HtmlScanner> {
  const scanner = new HtmlScanner(builder);
  for await (const text of readXmlText(path, encoding, signal)) {
    scanner.push(text);
    yield scanner;
  }
  scanner.finish();
  builder.finish();
  yield scanner;
}

/** Counts lines of the page where every row begins on one of its own; elsewhere a line stays a row of the table. */
function placeOnLines(records: Records, rowLines: readonly number[], lines: number): Records {
  const isOwn = rowLines.every((line, index) => index === 0 || line > (rowLines[index - 1] ?? 0));
  if (!isOwn) return { ...records, dialect: `${records.dialect}; a line is a row of the table` };
  const place = (row: number) => rowLines[row - 1] ?? row;
  return {
    ...records,
    diverted: records.diverted.map((one) => ({ ...one, line: place(one.line) })),
    others: (records.others ?? []).map((one) => ({ ...one, line: place(one.line) })),
    totals: (records.totals ?? []).map((one) => ({ ...one, line: place(one.line) })),
    lineMap: placeMap(records.lineMap, records.count, place),
    physicalLines: lines,
    otherLines: lines - records.count - records.diverted.length,
    headerLine: records.headerLine === undefined ? undefined : place(records.headerLine),
  };
}

function placeMap({ records, lines }: LineMap, count: number, place: (row: number) => number): LineMap {
  const placed = { records: [] as number[], lines: [] as number[] };
  let at = 0;
  let shift: number | undefined;
  for (let record = 1; record <= count; record += 1) {
    if (records[at + 1] === record) at += 1;
    const line = place((lines[at] ?? 0) + record - (records[at] ?? 0));
    if (line - record === shift) continue;
    shift = line - record;
    placed.records.push(record);
    placed.lines.push(line);
  }
  return placed;
}

function noTable(count: number): FileFault {
  const what = count === 0 ? "no table" : `more than ${mostTables} tables`;
  return new FileFault(
    "format",
    `the file is a web page with ${what}`,
    "A log-in page is often saved instead of the export; export it again.",
  );
}
