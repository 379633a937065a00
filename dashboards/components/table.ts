import type { Cell } from "../data.ts";
import { downloadButtons, emptyState } from "./chart.ts";
import type { PageContext } from "./context.ts";
import { type Child, element } from "./dom.ts";
import { searchField } from "./search-field.ts";
import { columnChooser, readHidden } from "./table-columns.ts";
import { type Order, rowFinder } from "./table-rows.ts";

/** A column of a table: the value it sorts and saves by, and how it is shown. */
export interface Column<Row> {
  readonly title: string;
  readonly value: (row: Row) => Cell;
  readonly show?: (row: Row) => Child;
  /** Days stay on one line. */
  readonly isDay?: boolean;
  /** Saved and searched, but not shown: another column says it already. */
  readonly isFileOnly?: boolean;
  /** Numbers stand at the end of the cell and sort largest first. */
  readonly isNumber?: boolean;
  /** Writes a number of this column. */
  readonly showNumber?: (value: number) => string;
  /** Its values add up: a row below the others gives their sum over all rows the search leaves. */
  readonly isSummed?: boolean;
  /** Its figure over all rows the search leaves, where that is no plain sum of values. */
  readonly totalOf?: (rows: readonly Row[]) => number | null;
  /** How large its value is beside the others, 0 to 1: a bar in the cell, or a colour of it. */
  readonly shade?: { readonly kind: "bar" | "heat"; readonly of: (row: Row) => number };
  /** A picture of what other columns or charts tell: neither sorted nor saved. */
  readonly isPictureOnly?: boolean;
  /** It names its row to who hears the table. */
  readonly isRowName?: boolean;
}

/** Says of a column of numbers that they add up. */
export function summed<Row>(column: Column<Row>): Column<Row> {
  return { ...column, isSummed: true };
}

/** Draws a bar in each cell of a column of amounts, as long as its value beside the largest. */
export function barred<Row>(rows: readonly Row[], column: Column<Row>): Column<Row> {
  const sizeOf = (row: Row) => Math.max(0, Number(column.value(row) ?? 0));
  const largest = Math.max(0, ...rows.map(sizeOf));
  return largest === 0 ? column : { ...column, shade: { kind: "bar", of: (row) => sizeOf(row) / largest } };
}

/** A table with search, sorting and download. */
export interface DataTable<Row> {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  /** What is saved ends with the row of totals. */
  readonly savesTotal?: true;
}

/** Rows of a table at first: more cost each click on a filter their layout, and are asked for by a button. */
export const rowsShown = 40;
/** Rows each press of the button adds. */
const rowsAdded = 500;

/** Shorter tables are read, not searched. */
const searchedFrom = 8;

/** Makes a plain table, without search or sorting. */
export function plainTable<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  label: string,
  scrollHint: string,
): HTMLElement {
  const head = element("tr", {}, ...columns.filter(isShown).map((column) => headCell(column, column.title)));
  const body = rows.map((row) => bodyRow(row, columns));
  const table = element("table", {}, element("thead", {}, head), element("tbody", {}, ...body));
  return scrollRegion(table, `${label} ${scrollHint}`, { isTall: rows.length > 12, rows: rows.length });
}

/** Makes a table that is searched, sorted by its headers and saved as CSV: always the rows the search leaves. */
export function dataTable<Row>(context: PageContext, table: DataTable<Row>): HTMLElement {
  const { words, formats, state } = context;
  const sort = `${table.name}.sort`;
  let hidden = readHidden(context, table);
  const finder = rowFinder(formats, table.rows);
  let order = parseOrder(state.get(sort), table.columns.length);
  let shown = rowsShown;
  const count = element("p", { class: "note", role: "status" });
  const place = element("div", {});
  const tools = element("div", { class: "tools" });
  const { label, field: search } = searchField(context, table.name, () => draw());

  const draw = () => {
    const columns = table.columns.filter((_, index) => !hidden.has(index));
    const rows = finder.sort(finder.search(columns, search.value), table.columns[order.column], order.descending);
    count.textContent = words.tables.count(rows.length, formats);
    const body = rows.slice(0, shown).map((row) => bodyRow(row, columns));
    const grid = element(
      "table",
      {},
      element("thead", {}, header()),
      element("tbody", {}, ...body),
      totals(context, rows, columns),
    );
    const more = rows.length > shown ? [moreButton(rows.length)] : [];
    place.replaceChildren(
      ...(rows.length === 0
        ? [emptyState(context)]
        : [scrollRegion(grid, `${table.title} ${words.tables.scrollable}`, { isTall: true, rows: body.length })]),
    );
    const last = table.savesTotal === true ? totalCells(context, rows, columns) : undefined;
    const saved = columns.filter(({ isPictureOnly }) => isPictureOnly !== true);
    tools.replaceChildren(count, ...downloadButtons(context, table.name, rows, saved, last), ...more);
  };
  const moreButton = (total: number) => {
    const more = element("button", { type: "button" }, words.tables.more(Math.min(rowsAdded, total - shown), formats));
    more.addEventListener("click", () => {
      shown += rowsAdded;
      draw();
    });
    return more;
  };
  const header = () =>
    element(
      "tr",
      {},
      ...table.columns.map((column, index) => {
        if (column.isFileOnly === true || hidden.has(index)) return undefined;
        const isSorted = order.column === index;
        const arrow = isSorted ? (order.descending ? "↓" : "↑") : "";
        const button = element("button", { type: "button", class: "plain" }, column.title, arrow);
        button.dataset.column = String(index);
        button.addEventListener("click", () => {
          order = { column: index, descending: isSorted ? !order.descending : column.isNumber === true };
          state.keep({ [sort]: writeOrder(order) });
          draw();
          place.querySelector<HTMLButtonElement>(`th button[data-column="${index}"]`)?.focus();
        });
        const cell = headCell(column, column.isPictureOnly === true ? column.title : button);
        if (isSorted) cell.setAttribute("aria-sort", order.descending ? "descending" : "ascending");
        return cell;
      }),
    );
  draw();
  const chooser = columnChooser(context, table, hidden, (chosen) => {
    hidden = chosen;
    draw();
  });
  return element(
    "section",
    { class: "card", id: listId(table.name), "data-table": table.name },
    element("h2", {}, table.title),
    element("p", { class: "chart-subtitle" }, table.subtitle),
    table.rows.length <= searchedFrom && search.value === "" ? undefined : label,
    place,
    tools,
    chooser,
  );
}

/** The place of a table on its page, for links to it. */
export function listId(name: string): string {
  return `list-${name}`;
}

/** Whether a parameter of the address is the search, the order or the columns of one table, or what a pivot or a chart shows. */
export function isTableState(parameter: string): boolean {
  return /\.(search|sort|hidden|rows|columns|measure|whole)$/.test(parameter);
}

/** Reads `3.desc`: the third column, downwards; anything else is the order the rows came in. */
function parseOrder(text: string, columnCount: number): Order {
  const [, number = "", direction] = /^(\d+)\.(asc|desc)$/.exec(text) ?? [];
  const column = Number(number) - 1;
  return column >= 0 && column < columnCount
    ? { column, descending: direction === "desc" }
    : { column: -1, descending: false };
}

function writeOrder(order: Order): string {
  return `${order.column + 1}.${order.descending ? "desc" : "asc"}`;
}

function headCell<Row>(column: Column<Row>, content: Child): HTMLElement {
  return element("th", { scope: "col", class: column.isNumber === true ? "number" : undefined }, content);
}

function bodyRow<Row>(row: Row, columns: readonly Column<Row>[]): HTMLElement {
  return element("tr", {}, ...columns.filter(isShown).map((column) => bodyCell(row, column)));
}

/** A text of so many letters keeps room for some words a line where a table is wider than the screen. */
const longFrom = 40;

function bodyCell<Row>(row: Row, column: Column<Row>): HTMLElement {
  const content = column.show === undefined ? showValue(column.value(row)) : column.show(row);
  const kind = column.isNumber === true ? "number" : column.isDay === true ? "day" : "text";
  const shown = element("bdi", { dir: directionIn(content) }, content);
  if (column.isRowName === true) return element("th", { scope: "row", class: kind }, shown);
  const isLong = kind === "text" && shown.textContent.length > longFrom;
  const cell = element("td", { class: isLong ? "text long" : kind, "data-shade": column.shade?.kind }, shown);
  if (column.shade !== undefined) cell.style.setProperty("--share", column.shade.of(row).toFixed(3));
  return cell;
}

/** The row of sums; they are of all rows, also of those not shown yet. What is unknown adds nothing. */
function totals<Row>(
  context: PageContext,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): HTMLElement | undefined {
  const shown = columns.filter(isShown);
  const figures = totalCells(context, rows, shown);
  if (figures === undefined) return undefined;
  const cells = shown.map((column, index) => {
    const attributes = { class: column.isNumber === true ? "number" : undefined };
    const figure = figures[index];
    if (index === 0) return element("th", { scope: "row", ...attributes }, String(figure));
    const text = !hasTotal(column) ? "" : typeof figure !== "number" ? "—" : column.showNumber?.(figure);
    return element("td", attributes, element("bdi", {}, text));
  });
  return element("tfoot", {}, element("tr", {}, ...cells));
}

/** The figures below some rows, by column; undefined where nothing adds up, or there is one row only. */
function totalCells<Row>(
  { words }: PageContext,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): readonly Cell[] | undefined {
  if (rows.length < 2 || !columns.some(hasTotal)) return undefined;
  return columns.map((column, index) => (index === 0 ? words.tables.total : totalOf(rows, column)));
}

function hasTotal<Row>(column: Column<Row>): boolean {
  return column.isSummed === true || column.totalOf !== undefined;
}

function totalOf<Row>(rows: readonly Row[], column: Column<Row>): number | null {
  if (column.totalOf !== undefined) return column.totalOf(rows);
  if (column.isSummed !== true) return null;
  const known = rows.flatMap((row) => {
    const value = column.value(row);
    return typeof value === "number" ? [value] : [];
  });
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
}

/** A cell that says something in Persian and names something foreign first is read from the right all the same. */
function directionIn(content: Child): "rtl" | undefined {
  const isPersian = typeof content === "string" && /\p{Script=Arabic}/u.test(content);
  return isPersian && document.documentElement.dir === "rtl" ? "rtl" : undefined;
}

function isShown<Row>(column: Column<Row>): boolean {
  return column.isFileOnly !== true;
}

function showValue(value: Cell): string {
  return value === null ? "—" : String(value);
}

/** So many rows are higher than a tall table may be: style.css leaves them alone while the table is out of view. */
const fullFrom = 20;

/** A region that scrolls can be reached and moved by keyboard. */
function scrollRegion(
  table: HTMLElement,
  label: string,
  { isTall, rows }: { readonly isTall: boolean; readonly rows: number },
): HTMLElement {
  const attributes = {
    class: `table-wrap${isTall ? " tall" : ""}${rows >= fullFrom ? " full" : ""}`,
    tabindex: "0",
    role: "region",
    "aria-label": label,
  };
  return element("div", attributes, table);
}
