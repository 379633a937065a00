import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { detectContent } from "./containers/detect.ts";
import type { EntityName } from "./contracts/entities.ts";
import type { EncodingContract } from "./encoding/detect.ts";
import { readSections, surveyStatement } from "./formats/bank/bank.ts";
import { derivedNames, deriveTexts, findMovement } from "./formats/bank/document.ts";
import { findBankEncoding } from "./formats/bank/encoding.ts";
import { openPage } from "./formats/html/html.ts";
import { parquetSql, readParquetColumns } from "./formats/parquet/columns.ts";
import { withParquet } from "./formats/parquet/parquet.ts";
import { sampleList } from "./formats/sap/sample.ts";
import { openSpreadsheet } from "./formats/spreadsheetml/spreadsheetml.ts";
import { cellText, plainWriting } from "./formats/xlsx/render.ts";
import { openWorkbook, type Sheet, type Workbook } from "./formats/xlsx/workbook.ts";
import { joinHeaders, nameCells } from "./header.ts";
import type { Feed } from "./source.ts";
import { fillRight } from "./structure/layout.ts";

const sampleRecords = 5_000;
const headerRows = 50;
const anyEncoding: EncodingContract = { encoding: "auto", languages: undefined, names: [] };

/** The head of a file that is neither CSV nor JSON, as rows of text. */
export interface FormatSample {
  readonly format: Feed["format"];
  /** Undefined where the file tells its own. */
  readonly encoding: string | undefined;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly delimiter?: undefined;
  /** The sheet it stands on, where others hold tables too. */
  readonly sheet?: string;
  /** What the format always is, and a source file that is ready for it. */
  readonly ready?: { readonly entity: EntityName; readonly yaml: string };
  /** What a person has to decide. */
  readonly questions: readonly string[];
}

/**
 * Reads the heads of the tables of a file that is known by what it holds; undefined for other text.
 * @throws FileFault for a file that is damaged or of a format that is not read.
 */
export async function sampleFormat(path: string): Promise<readonly FormatSample[] | undefined> {
  const { signal } = new AbortController();
  const content = await detectContent(path);
  if (content === "xlsx") return sampleBook("xlsx", await openWorkbook(path, signal));
  if (content === "html") return sampleBook("html", (await openPage(path, anyEncoding, signal)).book);
  if (content === "spreadsheetml") return sampleBook("spreadsheetml", (await openSpreadsheet(path, signal)).book);
  if (content === "parquet") return [await sampleParquet(path, signal)];
  if (content === "bank_1c") return [await sampleStatement(path, signal)];
  return content === "sap_list" ? [await sampleList(path, signal)] : undefined;
}

interface SheetHead {
  readonly sheet: Sheet;
  readonly rows: readonly (readonly string[])[];
}

/** Takes the sheets that hold tables, or the one with most cells. */
async function sampleBook(format: Feed["format"], book: Workbook): Promise<readonly FormatSample[]> {
  const sheets: SheetHead[] = [];
  for (const sheet of book.sheets.slice(0, headerRows)) sheets.push({ sheet, rows: await readSample(book, sheet) });
  const filled = ({ rows }: SheetHead) => rows.flat().filter((text) => text !== "").length;
  const sorted = sheets.toSorted((one, other) => filled(other) - filled(one));
  const [best, ...others] = sorted;
  const tables = [...(best === undefined ? [] : [best]), ...others.filter(isTable)];
  const rival = sorted.slice(1).find((sheet) => filled(sheet) > 0);
  return tables.map((head) => {
    const question = `Is the table on "${head.sheet.name}", or on "${rival?.sheet.name}"? Say so with sheet: its name.`;
    const isAlone = tables.length === 1;
    return {
      ...sampleSheet(format, head),
      ...(isAlone ? {} : { sheet: head.sheet.name }),
      questions: isAlone && rival !== undefined ? [question] : [],
    };
  });
}

/** Two rows and two columns at least, and names above values. */
function isTable({ rows }: SheetHead): boolean {
  const wide = rows.filter((row) => row.filter((text) => text !== "").length >= 2);
  const [first = []] = wide;
  return wide.length >= 2 && first.some((text) => /\p{L}/u.test(text));
}

function sampleSheet(format: Feed["format"], { rows }: SheetHead): FormatSample {
  const names = rows.slice(0, headerRows).map((row) => row.filter((text) => /\p{L}/u.test(text)).length);
  const { header, last } = readNames(rows, names.indexOf(Math.max(0, ...names)));
  return {
    format,
    encoding: undefined,
    header,
    rows: rows.slice(last + 1).map((row) => [...row, ...header.slice(row.length).map(() => "")]),
    questions: [],
  };
}

/** The names in a row, joined with those of a row above or below where one is a row of group headers. */
function readNames(rows: readonly (readonly string[])[], at: number) {
  for (const [group, last] of [
    [at, at + 1],
    [at - 1, at],
  ] as const) {
    const [upper = [], lower = []] = [rows[group], rows[last]];
    if (isGroupAbove(upper, lower)) {
      const width = Math.max(upper.length, lower.length);
      const cells = Array.from({ length: width }, (_, column) => upper[column] ?? "");
      return { header: joinHeaders(fillRight(cells, [lower]), lower), last };
    }
  }
  return { header: rows[at] ?? [], last: at };
}

/** Group headers leave gaps that names below fill, and names below leave gaps under headers that stand over no group. */
function isGroupAbove(upper: readonly string[], lower: readonly string[]): boolean {
  const isWords = (cells: readonly string[]) =>
    cells.filter((cell) => cell !== "").every((cell) => /[\p{L}№]/u.test(cell) && !/^\p{N}/u.test(cell));
  const fills = lower.some((cell, column) => column > 0 && cell !== "" && (upper[column] ?? "") === "");
  const leaves = upper.some((cell, column) => cell !== "" && (lower[column] ?? "") === "");
  return fills && leaves && isWords(upper) && isWords(lower);
}

async function readSample(book: Workbook, sheet: Sheet): Promise<readonly (readonly string[])[]> {
  const rows: string[][] = [];
  for await (const bunch of book.rows(sheet)) {
    for (const { cells } of bunch.slice(0, sampleRecords + headerRows - rows.length)) {
      const texts: string[] = [];
      for (const cell of cells) texts[cell.column] = cellText(cell, book, plainWriting);
      rows.push(Array.from(texts, (text) => text ?? ""));
    }
    if (rows.length >= sampleRecords + headerRows) break;
  }
  return rows;
}

function sampleParquet(path: string, signal: AbortSignal): Promise<FormatSample> {
  return withParquet(path, signal, async (connection) => {
    const columns = await readParquetColumns(connection, path);
    const sample = await connection.table(
      `select cast(columns(*) as varchar) from (select * from ${parquetSql(path)} limit ${sampleRecords})`,
    );
    const rows = sample.rows.map((row) => row.map((value) => String(value ?? "")));
    return { format: "parquet", encoding: undefined, header: columns.map(({ name }) => name), rows, questions: [] };
  });
}

async function sampleStatement(path: string, signal: AbortSignal): Promise<FormatSample> {
  const encoding = await findBankEncoding(path, signal);
  const statement = { path, encoding, signal };
  const { names, accounts } = await surveyStatement(statement);
  const rows: (readonly string[])[] = [];
  for await (const section of readSections(statement)) {
    if (section.kind !== "document" || rows.length >= sampleRecords) continue;
    const movement = findMovement(section.fields, accounts);
    const derived = movement === undefined ? derivedNames.map(() => "") : deriveTexts(section.fields, movement);
    rows.push([...names.map((name) => section.fields.get(name) ?? ""), ...derived]);
  }
  const header = nameCells([...names, ...derivedNames]);
  const profile = readFileSync(new URL("profiles/bank_1c.yaml", import.meta.url), "utf8");
  const yaml = profile.replaceAll('match: "*.txt"', `match: ${JSON.stringify(basename(path))}`);
  const ready = { entity: "payments", yaml } as const;
  const question = "This is the ready profile ingest/profiles/bank_1c.yaml. Do its columns say what you want?";
  return { format: "bank_1c", encoding: undefined, header, rows, questions: [question], ready };
}
