import { FileFault, type FormatReader } from "../reader.ts";
import type { SheetFacts, SheetRow } from "../xlsx/sheet.ts";
import type { Sheet, Workbook } from "../xlsx/workbook.ts";
import { readBook } from "../xlsx/xlsx.ts";
import { describeEncoding, findXmlEncoding, readXmlText, type XmlEncoding } from "../xml/decode.ts";
import { type TagHandler, TagScanner, XmlFault } from "../xml/tags.ts";
import { type BookFacts, FactsHandler, kindList, RowsHandler } from "./rows.ts";

/**
 * Reads one sheet of an XML Spreadsheet 2003, which systems often name .xls, like that of a workbook. A line is a row of
 * the sheet.
 * @throws FileFault when the file is refused whole.
 */
export const readSpreadsheetml: FormatReader = async (path, options) => {
  const { book, encoding } = await openSpreadsheet(path, options.signal);
  const records = await readBook(book, "XML Spreadsheet 2003", options);
  return { ...records, dialect: `${records.dialect}; ${encoding}` };
};

/** Opens an XML Spreadsheet 2003: its sheets and what its styles make of numbers. @throws FileFault for broken XML. */
export async function openSpreadsheet(
  path: string,
  signal: AbortSignal,
): Promise<{ readonly book: Workbook; readonly encoding: string }> {
  const encoding = await findXmlEncoding(path, undefined);
  const facts = new FactsHandler();
  for await (const _ of walk(path, encoding, facts, signal));
  if (facts.sheets.length === 0) {
    throw new FileFault("format", "the XML Spreadsheet has no worksheet", "Save the sheet with the table as .xlsx.");
  }
  const sheets = facts.sheets.map(({ name, isHidden }, index): Sheet => ({ name, isHidden, part: String(index) }));
  const rows = (sheet: Sheet) => readSheet(path, encoding, sheet, facts, signal);
  const book: Workbook = { sheets, is1904: false, strings: [], numberKinds: kindList, rows };
  return { book, encoding: describeEncoding(encoding) };
}

async function* readSheet(
  path: string,
  encoding: XmlEncoding,
  { name, part }: Sheet,
  { kinds }: BookFacts,
  signal: AbortSignal,
): AsyncGenerator<readonly SheetRow[], SheetFacts> {
  const handler = new RowsHandler(Number(part), name, kinds);
  for await (const _ of walk(path, encoding, handler, signal)) {
    yield handler.takeRows();
    if (handler.isDone) break;
  }
  return handler;
}

async function* walk(
  path: string,
  encoding: XmlEncoding,
  handler: TagHandler,
  signal: AbortSignal,
): AsyncGenerator<void> {
  const scanner = new TagScanner(handler);
  try {
    for await (const text of readXmlText(path, encoding, signal)) {
      scanner.push(text);
      yield;
    }
    scanner.finish();
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    throw new FileFault(
      "xml",
      `the XML Spreadsheet cannot be read: ${error.message}`,
      "Open it in Excel or LibreOffice and save it as .xlsx.",
      error.line,
    );
  }
}
