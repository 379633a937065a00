import { FileFault } from "../reader.ts";
import { decodeText, findAttribute, findQuote } from "../xml/tags.ts";
import { longestText, RichText, unescapeText } from "./strings.ts";
import { isTrue, type Sheet, type StoppableHandler, type WalkPart } from "./workbook.ts";

/** Rows a sheet may have, by the format: 2^20. */
export const mostRows = 1_048_576;
const mostColumns = 16_384;

/** A cell that holds something. */
export interface Cell {
  /** Counts from 0. */
  readonly column: number;
  /** As the file marks it: `s`, `str`, `inlineStr`, `b`, `e`, `d` or `n`. */
  readonly type: string;
  /** Index of its style. */
  readonly style: number;
  /** What is stored: an index for `s`, text for others, decoded. */
  readonly stored: string;
  /** A formula whose result was not stored. */
  readonly isUncomputed: boolean;
}

/** A row of a sheet that holds something. */
export interface SheetRow {
  /** Counts from 1. */
  readonly number: number;
  readonly isHidden: boolean;
  /** Level of the outline, from 1; absent for rows outside of it. */
  readonly level?: number;
  /** Whether rows that sum up stand below theirs, where the sheet says so. */
  readonly isSummaryBelow?: boolean;
  /** In the order of the file, which is that of columns. */
  readonly cells: readonly Cell[];
}

/** A merged area: rows from 1, columns from 0, both ends inside. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What a sheet tells beside its rows, once it was read to its end. */
export interface SheetFacts {
  readonly merges: readonly Merge[];
  readonly hiddenColumns: number;
}

/**
 * Streams the rows of a sheet in bunches, and returns what stands after them. Rows and cells without a place follow
 * the one before; the sheet's own `dimension` is not asked.
 * @throws FileFault for rows or cells out of order, and beyond the size of a sheet.
 */
export async function* readRows(walk: WalkPart, sheet: Sheet): AsyncGenerator<readonly SheetRow[], SheetFacts> {
  const handler = new SheetHandler(sheet.name);
  for await (const _ of walk(sheet.part, handler)) {
    const rows = handler.takeRows();
    if (rows.length > 0) yield rows;
  }
  const rest = handler.takeRows();
  if (rest.length > 0) yield rest;
  return handler;
}

class SheetHandler implements StoppableHandler, SheetFacts {
  readonly merges: Merge[] = [];
  hiddenColumns = 0;
  readonly #sheet: string;
  readonly #inline = new RichText();
  #rows: SheetRow[] = [];
  #cells: Cell[] = [];
  #row = 0;
  #isHidden = false;
  #level = 0;
  #isSummaryBelow: boolean | undefined;
  #column = -1;
  #type = "n";
  #style = 0;
  #value = "";
  #isInData = false;
  #isInValue = false;
  #hasFormula = false;

  constructor(sheet: string) {
    this.#sheet = sheet;
  }

  takeRows(): readonly SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: string): void {
    if (!this.#isInData) {
      if (name === "sheetData") this.#isInData = true;
      else if (name === "mergeCell") this.#merge(findAttribute(attributes, "ref") ?? "");
      else if (name === "outlinePr") this.#readOutline(findAttribute(attributes, "summaryBelow"));
      else if (name === "col" && isTrue(findAttribute(attributes, "hidden"))) this.#hideColumns(attributes);
    } else if (name === "c") this.#openCell(attributes);
    else if (name === "v") this.#isInValue = true;
    else if (name === "row") this.#openRow(attributes);
    else if (name === "f") this.#hasFormula = true;
    else if (this.#type === "inlineStr") this.#inline.open(name);
  }

  close(name: string): void {
    if (!this.#isInData) return;
    if (name === "v") this.#isInValue = false;
    else if (name === "c") this.#closeCell();
    else if (name === "row") this.#closeRow();
    else if (name === "sheetData") this.#isInData = false;
    else if (this.#type === "inlineStr") this.#inline.close(name);
  }

  text(raw: string): void {
    if (this.#isInValue) {
      if (this.#value.length > longestText) throw this.#fault("a cell is too long");
      this.#value += raw;
    } else if (this.#type === "inlineStr") this.#inline.take(raw);
  }

  #openRow(attributes: string): void {
    const given = findAttribute(attributes, "r");
    const number = given === undefined ? this.#row + 1 : Number(given);
    if (!Number.isInteger(number) || number <= this.#row || number > mostRows) {
      throw this.#fault(`row ${given ?? number} stands below row ${this.#row}`);
    }
    this.#row = number;
    this.#column = -1;
    this.#cells = [];
    this.#isHidden = attributes.includes("hidden") && isTrue(findAttribute(attributes, "hidden"));
    this.#level = attributes.includes("outlineLevel") ? Number(findAttribute(attributes, "outlineLevel")) || 0 : 0;
  }

  #readOutline(summaryBelow: string | undefined): void {
    if (summaryBelow !== undefined) this.#isSummaryBelow = isTrue(summaryBelow);
  }

  #closeRow(): void {
    const outline = {
      ...(this.#level > 0 ? { level: this.#level } : {}),
      ...(this.#isSummaryBelow === undefined ? {} : { isSummaryBelow: this.#isSummaryBelow }),
    };
    this.#rows.push({ number: this.#row, isHidden: this.#isHidden, ...outline, cells: this.#cells });
  }

  #openCell(attributes: string): void {
    this.#type = "n";
    this.#style = 0;
    this.#value = "";
    this.#hasFormula = false;
    this.#inline.clear();
    let place: string | undefined;
    for (let at = 0; at < attributes.length; ) {
      const equals = attributes.indexOf("=", at);
      if (equals < 0) break;
      const start = findQuote(attributes, equals + 1);
      const end = attributes.indexOf(attributes.charAt(start), start + 1);
      if (start >= attributes.length || end < 0) break;
      const name = attributes.slice(at, equals).trim();
      if (name === "r") place = attributes.slice(start + 1, end);
      else if (name === "s") this.#style = Number(attributes.slice(start + 1, end));
      else if (name === "t") this.#type = attributes.slice(start + 1, end);
      at = end + 1;
    }
    this.#place(place);
  }

  #place(given: string | undefined): void {
    const column = given === undefined ? this.#column + 1 : parsePlace(given, this.#row);
    if (column === undefined || column <= this.#column || column >= mostColumns) {
      throw this.#fault(`the cell ${given ?? column} stands in row ${this.#row} after column ${this.#column + 1}`);
    }
    this.#column = column;
  }

  #closeCell(): void {
    const type = this.#type;
    const value = type === "inlineStr" ? this.#inline.text() : decodeText(this.#value);
    const stored = type === "str" ? unescapeText(value) : value;
    this.#type = "n";
    const isUncomputed = this.#hasFormula && stored === "" && type !== "str" && type !== "inlineStr";
    if (stored === "" && !isUncomputed) return;
    this.#cells.push({ column: this.#column, type, style: this.#style, stored, isUncomputed });
  }

  #hideColumns(attributes: string): void {
    const [min, max] = ["min", "max"].map((name) => Number(findAttribute(attributes, name)));
    if (min !== undefined && max !== undefined && max >= min) this.hiddenColumns += max - min + 1;
  }

  #merge(area: string): void {
    const [, left, top, right, bottom] = /^([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)$/.exec(area.replaceAll("$", "")) ?? [];
    if (left === undefined || right === undefined) return;
    const merge = { top: Number(top), bottom: Number(bottom), left: parseColumn(left), right: parseColumn(right) };
    if (merge.right < mostColumns) this.merges.push(merge);
  }

  #fault(what: string): FileFault {
    return new FileFault(
      "xml",
      `sheet "${this.#sheet}" is damaged: ${what}`,
      "Open the workbook in Excel or LibreOffice and save it again.",
      this.#row,
    );
  }
}

/** Writes a column as letters: 0 is A. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest === 0 ? "" : columnLetters(rest - 1)}${String.fromCharCode(65 + (column % 26))}`;
}

function parseColumn(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64;
  return column - 1;
}

/** Parses `AB12` to a column; undefined when it is no cell of the row. */
function parsePlace(place: string, row: number): number | undefined {
  let column = 0;
  let at = 0;
  for (; at < place.length; at += 1) {
    const code = place.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  let number = 0;
  for (; at < place.length; at += 1) number = number * 10 + place.charCodeAt(at) - 48;
  return column > 0 && number === row ? column - 1 : undefined;
}
