import { FileFault } from "../reader.ts";
import type { Cell, Merge, SheetRow } from "../xlsx/sheet.ts";
import { CellText, makeCell } from "./cells.ts";
import { type HtmlHandler, htmlAttribute } from "./tokens.ts";

const mostSpan = 1_000;
const mostRowSpan = 65_534;
/** Layout of pages nests tables; more than this is no page. */
const deepest = 50;

/** A row of a table, and the line it begins on. */
export interface TableRow extends SheetRow {
  readonly line: number;
}

/** A cell that is being read. */
interface OpenCell {
  readonly column: number;
  readonly attributes: string;
  readonly text: CellText;
}

/** A table that is being read. */
interface OpenTable {
  readonly number: number;
  row: { line: number; isHidden: boolean; cells: Cell[]; column: number } | undefined;
  rows: number;
  cell: OpenCell | undefined;
  /** Rows that a cell above still covers, by column. */
  readonly covered: Map<number, number>;
}

/**
 * Builds the rows of tables out of tags, and repairs them as browsers do: a row or cell ends where the next begins. Tables
 * count from 1 in the order they begin; the text of a table inside a cell is text of the cell too.
 */
export class TableBuilder implements HtmlHandler {
  /** Number of the table whose rows are kept; undefined for none. */
  readonly #wanted: number | undefined;
  readonly merges: Merge[] = [];
  /** Tables begun. */
  tables = 0;
  #rows: TableRow[] = [];
  readonly #open: OpenTable[] = [];

  constructor(wanted?: number) {
    this.#wanted = wanted;
  }

  takeRows(): readonly TableRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: string, line: number): void {
    const table = this.#open.at(-1);
    if (name === "table") this.#openTable();
    else if (table === undefined) return;
    else if (name === "tr") this.#openRow(table, attributes, line);
    else if (name === "td" || name === "th") this.#openCell(table, attributes, line);
    else if (/^(?:tbody|thead|tfoot)$/.test(name)) this.#closeRow(table);
    else if (name === "br") this.#eachCell((text) => text.break());
    else if (/^(?:p|div|li)$/.test(name)) this.#eachCell((text) => text.paragraph());
  }

  close(name: string): void {
    const table = this.#open.at(-1);
    if (table === undefined) return;
    if (name === "table") this.#closeTable(table);
    else if (/^(?:tr|tbody|thead|tfoot)$/.test(name)) this.#closeRow(table);
    else if (name === "td" || name === "th") this.#closeCell(table);
    else if (/^(?:p|div|li)$/.test(name)) this.#eachCell((text) => text.paragraph());
  }

  text(raw: string): void {
    this.#eachCell((text) => text.add(raw));
  }

  /** Ends what was left open. @throws FileFault when it is the table wanted: its end is missing. */
  finish(): void {
    if (this.#open.some(({ number }) => number === this.#wanted)) {
      throw new FileFault(
        "torn",
        "the page ends inside the table",
        "It was cut off while being written or copied; export it again.",
      );
    }
    for (let table = this.#open.at(-1); table !== undefined; table = this.#open.at(-1)) this.#closeTable(table);
  }

  #openTable(): void {
    this.tables += 1;
    this.#eachCell((text) => text.paragraph());
    if (this.#open.length >= deepest) {
      throw new FileFault("depth", `tables are nested deeper than ${deepest} levels`, "Export the table alone.");
    }
    this.#open.push({ number: this.tables, row: undefined, rows: 0, cell: undefined, covered: new Map() });
  }

  #openRow(table: OpenTable, attributes: string, line: number): void {
    this.#closeRow(table);
    table.rows += 1;
    const isHidden = /display\s*:\s*none/i.test(htmlAttribute(attributes, "style") ?? "");
    table.row = { line, isHidden, cells: [], column: 0 };
  }

  #openCell(table: OpenTable, attributes: string, line: number): void {
    this.#closeCell(table);
    if (table.row === undefined) this.#openRow(table, "", line);
    const { row } = table;
    if (row === undefined) return;
    while ((table.covered.get(row.column) ?? 0) > 0) row.column += 1;
    table.cell = { column: row.column, attributes, text: new CellText() };
    const across = readSpan(attributes, "colspan", mostSpan);
    const down = readSpan(attributes, "rowspan", mostRowSpan);
    if (down > 1) for (let at = 0; at < across; at += 1) table.covered.set(row.column + at, down);
    if (table.number === this.#wanted && (across > 1 || down > 1)) {
      const [top, left] = [table.rows, row.column];
      this.merges.push({ top, left, bottom: top + down - 1, right: left + across - 1 });
    }
    row.column += across;
  }

  #closeCell(table: OpenTable): void {
    const { cell, row } = table;
    table.cell = undefined;
    if (cell === undefined || row === undefined || table.number !== this.#wanted) return;
    const made = makeCell(cell.column, cell.attributes, cell.text.read());
    if (made !== undefined) row.cells.push(made);
  }

  #closeRow(table: OpenTable): void {
    this.#closeCell(table);
    const { row } = table;
    if (row === undefined) return;
    table.row = undefined;
    for (const [column, left] of table.covered) {
      if (left > 1) table.covered.set(column, left - 1);
      else table.covered.delete(column);
    }
    if (table.number !== this.#wanted) return;
    this.#rows.push({ number: table.rows, line: row.line, isHidden: row.isHidden, cells: row.cells });
  }

  #closeTable(table: OpenTable): void {
    this.#closeRow(table);
    this.#open.pop();
  }

  #eachCell(job: (text: CellText) => void): void {
    for (const { cell } of this.#open) if (cell !== undefined) job(cell.text);
  }
}

/** Reads how many columns or rows a cell covers. */
function readSpan(attributes: string, name: string, most: number): number {
  const given = Number.parseInt(htmlAttribute(attributes, name) ?? "1", 10);
  if (given === 0 && name === "rowspan") return most;
  return Number.isInteger(given) && given > 0 ? Math.min(given, most) : 1;
}
