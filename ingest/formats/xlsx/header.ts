import { countMatches, joinHeaders, nameCells, neededNames, requireColumns } from "../../header.ts";
import { usualColumns } from "../../limits.ts";
import type { Feed } from "../../source.ts";
import { FileFault } from "../reader.ts";
import { cellText, plainWriting } from "./render.ts";
import type { Merge, SheetFacts, SheetRow } from "./sheet.ts";
import type { Sheet, Workbook } from "./workbook.ts";

/** Rows of a sheet among which the header is looked for. */
const headRows = 50;
/** Columns that one merged cell of a header is spread over. */
const mostFilled = 500;

/** The row that names the columns of a sheet. */
export interface SheetHeader {
  readonly sheet: Sheet;
  readonly row: number;
  /** Names of the columns from the first on. */
  readonly names: readonly string[];
}

/**
 * Finds sheet and header: the row, among the first 50 of a sheet, whose cells are all the names a feed needs. Where no
 * row is, merged cells are filled and rows are joined with the group headers above them: `Plan Amount`.
 * @throws FileFault naming the nearest row, or the sheets that all fit.
 */
export async function findHeader(book: Workbook, feed: Feed): Promise<SheetHeader> {
  const sheets = feed.sheet === undefined ? book.sheets : [findSheet(book, feed.sheet)];
  const heads: Head[] = [];
  for (const sheet of sheets) heads.push(await readHead(book, sheet, feed));
  const plain = heads.flatMap((head) => searchPlain(head, feed) ?? []);
  const filled: SheetHeader[] = [];
  if (!isFound(plain, feed)) for (const head of heads) filled.push(...(await searchMerged(book, head, feed)));
  const found = [...plain, ...filled];
  const whole = found.filter((one) => isWhole(one, feed));
  const [best] = whole;
  if (best === undefined) throw nearest(found, feed);
  const rivals = whole.filter(({ sheet }) => sheet !== best.sheet);
  if (rivals.length > 0) throw ambiguous([best, ...rivals], feed);
  requireHeader(best, feed);
  return best;
}

/** The first rows of a sheet as texts by column. */
interface Head {
  readonly sheet: Sheet;
  readonly rows: ReadonlyMap<number, readonly string[]>;
}

async function readHead(book: Workbook, sheet: Sheet, feed: Feed): Promise<Head> {
  const rows = new Map<number, readonly string[]>();
  const last = Math.max(headRows, feed.headerRow ?? 0);
  for await (const bunch of book.rows(sheet)) {
    for (const row of bunch) if (row.number <= last) rows.set(row.number, textsOf(row, book));
    if ((bunch.at(-1)?.number ?? 0) > last) break;
  }
  return { sheet, rows };
}

/** Texts of a row by column, as they are shown. */
export function textsOf(row: SheetRow, book: Workbook): readonly string[] {
  const texts: string[] = [];
  for (const cell of row.cells) texts[cell.column] = cellText(cell, book, plainWriting).trim();
  return Array.from(texts, (text) => text ?? "");
}

function searchPlain({ sheet, rows }: Head, feed: Feed): SheetHeader | undefined {
  return best(
    candidateRows(feed).map((row) => nameHeader(sheet, row, rows.get(row) ?? [])),
    feed,
  );
}

async function searchMerged(book: Workbook, { sheet, rows }: Head, feed: Feed): Promise<readonly SheetHeader[]> {
  const { merges } = await readFacts(book, sheet);
  if (merges.length === 0) return [];
  const candidates = candidateRows(feed).flatMap((row) => {
    const [own, above, top] = [row, row - 1, row - 2].map((at) => fillRow(rows, merges, at, row));
    if (own === undefined || above === undefined || top === undefined) return [];
    const joined = joinHeaders(above, own);
    return [own, joined, joinHeaders(top, joined)].map((texts) => nameHeader(sheet, row, texts));
  });
  const found = best(candidates, feed);
  return found === undefined ? [] : [found];
}

async function readFacts(book: Workbook, sheet: Sheet): Promise<SheetFacts> {
  const rows = book.rows(sheet);
  for (;;) {
    const step = await rows.next();
    if (step.done) return step.value;
  }
}

function candidateRows({ headerRow }: Feed): readonly number[] {
  return headerRow === undefined ? Array.from({ length: headRows }, (_, index) => index + 1) : [headerRow];
}

/** Fills the cells of merged areas that begin above or in the header with their first one. */
function fillRow(
  rows: ReadonlyMap<number, readonly string[]>,
  merges: readonly Merge[],
  row: number,
  header: number,
): readonly string[] {
  const texts = [...(rows.get(row) ?? [])];
  for (const { top, left, bottom, right } of merges) {
    if (top > header || row < top || row > bottom || right - left > mostFilled) continue;
    const text = rows.get(top)?.[left] ?? "";
    for (let column = left; column <= right; column += 1) texts[column] = text;
  }
  return Array.from(texts, (text) => text ?? "");
}

function nameHeader(sheet: Sheet, row: number, texts: readonly string[]): SheetHeader {
  const width = texts.findLastIndex((text) => text !== "") + 1;
  return { sheet, row, names: nameCells(texts.slice(0, width)) };
}

/** The first of those that match best. */
function best(candidates: readonly SheetHeader[], feed: Feed): SheetHeader | undefined {
  const filled = candidates.filter(({ names }) => names.length > 0);
  const score = ({ names }: SheetHeader) => countMatches(feed, names);
  return filled.toSorted((one, other) => score(other) - score(one))[0];
}

function isWhole({ names }: SheetHeader, feed: Feed): boolean {
  return countMatches(feed, names) === neededNames(feed).length;
}

function isFound(headers: readonly SheetHeader[], feed: Feed): boolean {
  return headers.some((header) => isWhole(header, feed));
}

function findSheet({ sheets }: Workbook, name: string): Sheet {
  const folded = name.normalize("NFKC").trim().toLowerCase();
  const sheet = sheets.find((one) => one.name.normalize("NFKC").trim().toLowerCase() === folded);
  if (sheet !== undefined) return sheet;
  throw new FileFault(
    "sheet",
    `the workbook has no sheet "${name}"; it has ${sheets.map((one) => `"${one.name}"`).join(", ")}`,
    "Change `sheet` in the source file, or rename the sheet.",
  );
}

function nearest(found: readonly SheetHeader[], feed: Feed): FileFault {
  const near = best(found, feed);
  if (near === undefined) return new FileFault("empty", "no sheet of the workbook holds a cell", "Export it again.");
  try {
    requireColumns(feed, near.names, near.row);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    const where = `no row among the first ${headRows} is the header; the nearest is row ${near.row} of sheet "${near.sheet.name}"`;
    const place =
      feed.headerRow === undefined ? where : `row ${near.row} of sheet "${near.sheet.name}" is not the header`;
    return new FileFault(error.rule, `${place}: ${error.message}`, error.remedy, error.line);
  }
  throw new Error("a header that matches is not the nearest one");
}

function ambiguous(found: readonly SheetHeader[], { name }: Feed): FileFault {
  const sheets = found.map(({ sheet }) => `"${sheet.name}"`).join(" and ");
  return new FileFault(
    "sheet",
    `the sheets ${sheets} all have the header of feed ${name}`,
    "Say which one is meant: sheet: its name.",
  );
}

function requireHeader({ names, row }: SheetHeader, feed: Feed): void {
  const mostColumns = feed.limits?.columns ?? usualColumns;
  if (names.length > mostColumns) {
    throw new FileFault(
      "header",
      `${names.length} columns, at most ${mostColumns} are read`,
      "Export fewer columns, or raise limits.columns of the feed.",
      row,
    );
  }
  if (names.includes("__proto__")) {
    throw new FileFault("header", "a column is named __proto__", "Rename it in the export.", row);
  }
  requireColumns(feed, names, row);
}
