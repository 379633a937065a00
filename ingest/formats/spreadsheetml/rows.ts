import { FileFault } from "../reader.ts";
import type { Cell, Merge, SheetFacts, SheetRow } from "../xlsx/sheet.ts";
import { mostRows } from "../xlsx/sheet.ts";
import { formatKind, type NumberKind } from "../xlsx/styles.ts";
import { decodeText, findAttribute, type TagHandler } from "../xml/tags.ts";

const mostColumns = 16_384;
const longestText = 1_048_576;

/** What a first walk over a document finds. */
export interface BookFacts {
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean }[];
  /** What a number is, by the id of its style. */
  readonly kinds: ReadonlyMap<string, NumberKind>;
}

/** Kinds of numbers in the order cells refer to them. */
export const kindList: readonly NumberKind[] = ["number", "percent", "date", "time", "elapsed"];

/** Gathers the sheets and styles of a document (XML Spreadsheet Reference, Office XP and later). */
export class FactsHandler implements TagHandler, BookFacts {
  readonly sheets: { name: string; isHidden: boolean }[] = [];
  readonly kinds = new Map<string, NumberKind>();
  #style = "";
  #isVisibility = false;

  open(name: string, attributes: string): void {
    if (name === "Worksheet") this.sheets.push({ name: findAttribute(attributes, "Name") ?? "", isHidden: false });
    else if (name === "Style") {
      this.#style = findAttribute(attributes, "ID") ?? "";
      const parent = this.kinds.get(findAttribute(attributes, "Parent") ?? "");
      if (parent !== undefined) this.kinds.set(this.#style, parent);
    } else if (name === "NumberFormat")
      this.kinds.set(this.#style, namedKind(findAttribute(attributes, "Format") ?? ""));
    this.#isVisibility = name === "Visible";
  }

  close(name: string): void {
    if (name === "Visible") this.#isVisibility = false;
  }

  text(raw: string): void {
    const sheet = this.sheets.at(-1);
    if (this.#isVisibility && sheet !== undefined && /Hidden/i.test(raw)) sheet.isHidden = true;
  }
}

function namedKind(format: string): NumberKind {
  if (/^(?:general|short|medium|long) date$/i.test(format)) return "date";
  if (/^(?:short|medium|long) time$/i.test(format)) return "time";
  return /^percent$/i.test(format) ? "percent" : formatKind(format);
}

/** Gathers the rows of one sheet. */
export class RowsHandler implements TagHandler, SheetFacts {
  readonly merges: Merge[] = [];
  hiddenColumns = 0;
  readonly #name: string;
  readonly #kinds: BookFacts["kinds"];
  /** Which sheet of the document is read, from 0, and which one the walk is in. */
  readonly #wanted: number;
  #sheet = -1;
  #isTable = false;
  #rows: SheetRow[] = [];
  #row = 0;
  #rowStyle = "";
  #isHidden = false;
  /** Rows like this one, and empty, that follow it. */
  #spanned = 0;
  /** Merged cells that reach below their row. */
  #covering: Merge[] = [];
  #cells: Cell[] = [];
  #nextColumn = 0;
  #columnAt = 0;
  readonly #columnStyles = new Map<number, string>();
  #cell: { column: number; kind: NumberKind; hasFormula: boolean } | undefined;
  #type = "";
  #text: string | undefined;
  #comments = 0;
  isDone = false;

  constructor(wanted: number, name: string, kinds: BookFacts["kinds"]) {
    this.#wanted = wanted;
    this.#name = name;
    this.#kinds = kinds;
  }

  takeRows(): readonly SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: string): void {
    if (name === "Worksheet") this.#sheet += 1;
    if (this.#sheet !== this.#wanted) return;
    if (name === "Comment") this.#comments += 1;
    else if (this.#comments > 0) return;
    else if (name === "Table") this.#isTable = true;
    else if (!this.#isTable) return;
    else if (name === "Column") this.#openColumn(attributes);
    else if (name === "Row") this.#openRow(attributes);
    else if (name === "Cell") this.#openCell(attributes);
    else if (name === "Data" && this.#cell !== undefined && this.#text === undefined) {
      this.#type = findAttribute(attributes, "Type") ?? "String";
      this.#text = "";
    }
  }

  close(name: string): void {
    if (this.#sheet !== this.#wanted) return;
    if (name === "Comment") this.#comments -= 1;
    else if (this.#comments > 0) return;
    else if (name === "Cell") this.#closeCell();
    else if (name === "Row" && this.#isTable) this.#closeRow();
    else if (name === "Table") this.#isTable = false;
    else if (name === "Worksheet") this.isDone = true;
  }

  text(raw: string): void {
    if (this.#text === undefined || this.#comments > 0 || this.#cell === undefined) return;
    if (this.#text.length > longestText) throw this.#fault("a cell is too long");
    this.#text += raw;
  }

  #openColumn(attributes: string): void {
    const at = readIndex(attributes) ?? this.#columnAt + 1;
    const span = Number(findAttribute(attributes, "Span") ?? 0);
    const style = findAttribute(attributes, "StyleID");
    const last = Math.min(at + span, mostColumns);
    if (findAttribute(attributes, "Hidden") === "1") this.hiddenColumns += last - at + 1;
    if (style !== undefined)
      for (let column = at; column <= last; column += 1) this.#columnStyles.set(column - 1, style);
    this.#columnAt = last;
  }

  #openRow(attributes: string): void {
    const number = readIndex(attributes) ?? this.#row + 1;
    if (!(number > this.#row) || number > mostRows) throw this.#fault(`row ${number} stands below row ${this.#row}`);
    this.#row = number;
    if (this.#covering.length > 0) this.#covering = this.#covering.filter(({ bottom }) => bottom >= number);
    this.#rowStyle = findAttribute(attributes, "StyleID") ?? "";
    this.#isHidden = findAttribute(attributes, "Hidden") === "1";
    this.#cells = [];
    this.#nextColumn = 0;
    const span = Number(findAttribute(attributes, "Span") ?? 0);
    this.#spanned = Number.isInteger(span) && span > 0 ? span : 0;
  }

  #closeRow(): void {
    this.#rows.push({ number: this.#row, isHidden: this.#isHidden, cells: this.#cells });
    this.#row += this.#spanned;
    this.#spanned = 0;
  }

  #openCell(attributes: string): void {
    const given = readIndex(attributes);
    const column = given === undefined ? this.#nextColumn : given - 1;
    if (!(column >= this.#nextColumn) || column >= mostColumns) {
      throw this.#fault(`cell ${given} of row ${this.#row} stands behind cell ${this.#nextColumn}`);
    }
    this.#refuseCovered(column);
    const across = readCount(attributes, "MergeAcross");
    const down = readCount(attributes, "MergeDown");
    if (across > 0 || down > 0) {
      const merge = { top: this.#row, left: column, bottom: this.#row + down, right: column + across };
      this.merges.push(merge);
      if (down > 0) this.#covering.push(merge);
    }
    const style = findAttribute(attributes, "StyleID") ?? (this.#rowStyle || this.#columnStyles.get(column) || "");
    const kind = this.#kinds.get(style) ?? "number";
    this.#cell = { column, kind, hasFormula: findAttribute(attributes, "Formula") !== undefined };
    this.#nextColumn = column + across + 1;
    this.#type = "";
    this.#text = undefined;
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = undefined;
    if (cell === undefined) return;
    const stored = decodeText(this.#text ?? "");
    const isUncomputed = cell.hasFormula && this.#text === undefined;
    if (stored === "" && !isUncomputed) return;
    this.#cells.push({
      column: cell.column,
      type: cellTypes[this.#type] ?? "str",
      style: kindList.indexOf(cell.kind),
      stored: this.#type === "DateTime" ? withoutEpoch(stored) : stored,
      isUncomputed,
    });
  }

  /** A cell without a place below a merged one may be meant to stand beside it: which is not known. */
  #refuseCovered(column: number): void {
    const covering = this.#covering.find(
      ({ top, left, right }) => top < this.#row && left <= column && right >= column,
    );
    if (covering === undefined) return;
    throw this.#fault(`a cell of row ${this.#row} stands where one merged from row ${covering.top} is`);
  }

  #fault(what: string): FileFault {
    return new FileFault(
      "xml",
      `sheet "${this.#name}" is damaged: ${what}`,
      "Open it in Excel or LibreOffice and save it as .xlsx.",
      this.#row,
    );
  }
}

const cellTypes: Readonly<Record<string, string>> = { Number: "n", DateTime: "d", Boolean: "b", Error: "e" };

/** A time of day is stored as a time of the day before 1900. */
function withoutEpoch(stored: string): string {
  return stored.replace(/^(?:1899-12-3[01]|1904-01-01)T([0-9:]{8})(?:\.0+)?$/, "$1");
}

function readIndex(attributes: string): number | undefined {
  const given = findAttribute(attributes, "Index");
  return given === undefined ? undefined : Number(given);
}

function readCount(attributes: string, name: string): number {
  const given = Number(findAttribute(attributes, name) ?? 0);
  return Number.isInteger(given) && given > 0 && given < mostRows ? given : 0;
}
