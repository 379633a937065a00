import type { Cell } from "../data.ts";
import { foldBetween, groupBy, ratioOf, sumKnown, sumOf } from "../figures.ts";
import type { PageContext } from "./context.ts";
import { element } from "./dom.ts";
import type { Pivot, PivotDimension, PivotMeasure } from "./pivot-card.ts";
import type { Column, DataTable } from "./table.ts";

/** Columns that stand alone; the smaller ones are one. Months stand alone all. */
const mostColumns = 24;

/** A line of a pivot, with its rows by column. */
interface Line<Row> {
  readonly key: string;
  readonly rows: readonly Row[];
  readonly cells: ReadonlyMap<string, readonly Row[]>;
}

interface Head {
  readonly title: string;
  readonly keys: readonly string[];
}

/** What stands in rows, in columns and in cells. */
interface Choice<Row> {
  readonly rows: PivotDimension<Row>;
  readonly columns: PivotDimension<Row>;
  readonly measure: PivotMeasure<Row>;
}

/**
 * Draws a pivot of rows a page holds anyway: the reader chooses what stands in rows and columns and which measure. A ratio is
 * that of the sums, in totals too. The choice stands in the address.
 */
export function drawPivot<Row>(
  context: PageContext,
  pivot: Pivot<Row>,
  draw: (context: PageContext, table: DataTable<Line<Row>>) => HTMLElement,
): HTMLElement {
  const place = element("div", {});
  const show = () => {
    const choice = readChoice(context, pivot);
    place.replaceChildren(draw(context, planTable(context, pivot, choice)));
  };
  const choosers = element("div", { class: "filters" });
  const offer = () => {
    const choice = readChoice(context, pivot);
    const focused = document.activeElement?.getAttribute("data-pivot-part");
    const part = (name: keyof Choice<Row>, options: readonly { name: string; label: string }[]) =>
      chooser(context.words.pivot[name], name, options, choice[name].name, (value) => {
        keepChoice(context, pivot, { ...namesOf(choice), [name]: value }, choice);
        offer();
        show();
      });
    choosers.replaceChildren(
      part("rows", pivot.dimensions),
      part("columns", pivot.dimensions),
      part("measure", pivot.measures),
    );
    if (focused) choosers.querySelector<HTMLElement>(`[data-pivot-part="${focused}"]`)?.focus();
  };
  offer();
  show();
  return element("div", { class: "pivot" }, choosers, place);
}

function readChoice<Row>({ state }: PageContext, { name, dimensions, measures }: Pivot<Row>): Choice<Row> {
  const find = <Named extends { readonly name: string }>(list: readonly Named[], part: string) =>
    list.find((each) => each.name === state.get(`${name}.${part}`));
  const rows = find(dimensions, "rows") ?? dimensions[0];
  const chosen = find(dimensions, "columns");
  const columns = chosen === undefined || chosen === rows ? dimensions.find((each) => each !== rows) : chosen;
  const measure = find(measures, "measure") ?? measures[0];
  if (rows === undefined || columns === undefined || measure === undefined)
    throw new Error(`the pivot ${name} needs two dimensions and a measure`);
  return { rows, columns, measure };
}

type Names = Readonly<Record<keyof Choice<never>, string>>;

function namesOf<Row>({ rows, columns, measure }: Choice<Row>): Names {
  return { rows: rows.name, columns: columns.name, measure: measure.name };
}

/** What is chosen for rows leaves columns, and the other way round. What was searched and sorted was another table. */
function keepChoice<Row>({ state }: PageContext, { name }: Pivot<Row>, wanted: Names, before: Choice<Row>): void {
  const isTaken = wanted.rows === wanted.columns;
  const rows = isTaken && wanted.rows === before.rows.name ? before.columns.name : wanted.rows;
  const columns = isTaken && rows === wanted.rows ? before.rows.name : wanted.columns;
  state.keep({
    [`${name}.rows`]: rows,
    [`${name}.columns`]: columns,
    [`${name}.measure`]: wanted.measure,
    ...Object.fromEntries(["search", "sort", "hidden"].map((part) => [`${name}.${part}`, ""])),
  });
}

function chooser(
  label: string,
  name: string,
  options: readonly { readonly name: string; readonly label: string }[],
  chosen: string,
  choose: (value: string) => void,
): HTMLElement {
  const select = element("select", { "data-pivot-part": name });
  for (const option of options)
    select.append(element("option", { value: option.name, selected: option.name === chosen }, option.label));
  select.addEventListener("change", () => choose(select.value));
  return element("label", {}, label, select);
}

function planTable<Row>(context: PageContext, pivot: Pivot<Row>, choice: Choice<Row>): DataTable<Line<Row>> {
  const { words } = context;
  const { rows, columns, measure } = choice;
  const heads = planHeads(context, pivot, choice);
  const lines = planLines(pivot, choice);
  const figures = heads.map(({ title, keys }) =>
    figureColumn(title, measure, (line: Line<Row>) => keys.flatMap((key) => line.cells.get(key) ?? [])),
  );
  return {
    name: pivot.name,
    title: words.pivot.heading(measure.label, rows.label, columns.label),
    subtitle: pivot.subtitle,
    rows: lines,
    savesTotal: true,
    columns: [
      nameColumn(rows),
      ...shaded(lines, figures, measure),
      figureColumn(words.tables.total, measure, (line: Line<Row>) => line.rows),
    ],
  };
}

/** Colours cells by size: sums from zero on, ratios from the smallest one. */
function shaded<Row>(
  lines: readonly Line<Row>[],
  columns: readonly FigureColumn<Row>[],
  { whole }: PivotMeasure<Row>,
): readonly Column<Line<Row>>[] {
  const known = columns.flatMap(({ value }) => lines.flatMap((line) => value(line) ?? []));
  const least =
    whole === undefined ? 0 : known.reduce((low, figure) => Math.min(low, figure), Number.POSITIVE_INFINITY);
  const span = known.reduce((high, figure) => Math.max(high, figure), least) - least || 1;
  const sizeOf = (figure: number | null) => (figure === null ? 0 : Math.max(0, (figure - least) / span));
  return columns.map((column) => ({ ...column, shade: { kind: "heat", of: (line) => sizeOf(column.value(line)) } }));
}

function planLines<Row>(pivot: Pivot<Row>, { rows, columns, measure }: Choice<Row>): readonly Line<Row>[] {
  const lines = [...groupBy(pivot.rows, rows.keyOf)].map(
    ([key, list]): Line<Row> => ({ key, rows: list, cells: groupBy(list, columns.keyOf) }),
  );
  return rank(lines, rows, measure);
}

function planHeads<Row>(
  { words, formats }: PageContext,
  pivot: Pivot<Row>,
  { columns, measure }: Choice<Row>,
): readonly Head[] {
  const groups = [...groupBy(pivot.rows, columns.keyOf)].map(([key, rows]) => ({ key, rows }));
  const most = columns.isTime === true ? groups.length : mostColumns;
  return foldBetween(rank(groups, columns, measure), most).map(({ only, rows }) => ({
    title: only === undefined ? words.charts.others(formats.integer(rows.length), rows.length) : columns.show(only.key),
    keys: rows.map(({ key }) => key),
  }));
}

/** Months stand in their order, all else by size. */
function rank<Row, Group extends { readonly key: string; readonly rows: readonly Row[] }>(
  groups: readonly Group[],
  dimension: PivotDimension<Row>,
  measure: PivotMeasure<Row>,
): readonly Group[] {
  if (dimension.isTime === true) return groups.toSorted((left, right) => (left.key < right.key ? -1 : 1));
  const sizes = new Map(groups.map((group) => [group, sumOf(group.rows, measure.whole ?? measure.part)]));
  return groups.toSorted((left, right) => (sizes.get(right) ?? 0) - (sizes.get(left) ?? 0));
}

/** Sums what is known, or divides the sums; null where nothing is known. */
function figureOf<Row>({ part, whole }: PivotMeasure<Row>, rows: readonly Row[]): number | null {
  if (whole !== undefined) return ratioOf(rows, part, whole);
  return sumKnown(rows, part);
}

function nameColumn<Row>({ label, show, isTime }: PivotDimension<Row>): Column<Line<Row>> {
  const name = { title: label, isRowName: true } as const;
  return isTime === true
    ? { ...name, isDay: true, value: ({ key }): Cell => key, show: ({ key }) => show(key) }
    : { ...name, value: ({ key }): Cell => show(key) };
}

interface FigureColumn<Row> extends Column<Line<Row>> {
  readonly value: (line: Line<Row>) => number | null;
}

/** A column of figures, each worked out once: behind a cell may stand thousands of rows. */
function figureColumn<Row>(
  title: string,
  measure: PivotMeasure<Row>,
  rowsOf: (line: Line<Row>) => readonly Row[],
): FigureColumn<Row> {
  const figures = new Map<Line<Row>, number | null>();
  const value = (line: Line<Row>) => {
    const figure = figures.get(line) ?? figureOf(measure, rowsOf(line));
    figures.set(line, figure);
    return figure;
  };
  return {
    title,
    value,
    show: (line) => {
      const figure = value(line);
      return figure === null ? "—" : measure.show(figure);
    },
    showNumber: measure.show,
    isNumber: true,
    totalOf: (lines) => figureOf(measure, lines.flatMap(rowsOf)),
  };
}
