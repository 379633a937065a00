import { barChart } from "../charts/bars.ts";
import type { Drawing } from "../charts/base.ts";
import { trendChart } from "../charts/trend.ts";
import { chartCard, emptyState } from "../components/chart.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { element } from "../components/dom.ts";
import { headline, textCard } from "../components/page.ts";
import { searchField } from "../components/search-field.ts";
import { type Column, dataTable } from "../components/table.ts";
import { type Cell, readJson } from "../data.ts";
import type { ExplorerTable } from "../explorer/catalogue.ts";
import { type Engine, mostRows, type QueryResult, startEngine } from "../explorer/engine.ts";
import { examples } from "../explorer/examples.ts";
import { searchText } from "../search-text.ts";

/** A row of a result, by the place of its columns. */
type ResultRow = readonly Cell[];

/** Bars a picture of a result shows; more are read in the table. */
const mostBars = 30;

/** Lines a picture holds. */
const mostLines = 4;

/** Draws the SQL explorer: published tables, a query that lives in the address, its result as table and picture. */
export async function render(context: PageContext): Promise<PageView> {
  const { words, state, files } = context;
  const tables = files.tables === undefined ? [] : ((await readJson(files.tables)) as readonly ExplorerTable[]);
  const editor = element("textarea", {
    id: "query",
    rows: 8,
    spellcheck: "false",
    dir: "ltr",
    autocapitalize: "off",
    autocomplete: "off",
  });
  editor.value = state.get("query") || (examples[0]?.query ?? "");
  const answer = element("div", { id: "answer", "aria-live": "polite" });
  const run = runner(context, tables, editor, answer);
  const ask = (query: string) => {
    editor.value = query;
    void run();
    editor.scrollIntoView({ block: "nearest" });
  };
  const button = element("button", { type: "submit", class: "primary", "data-run": true }, words.explorer.run);
  const form = element(
    "form",
    { class: "card explorer" },
    element("label", { for: "query" }, element("h2", {}, words.explorer.query)),
    editor,
    element("div", { class: "tools" }, button, element("span", { class: "note" }, words.explorer.keys)),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void run();
  });
  editor.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void run();
  });
  state.onChange(() => {
    if (state.get("query") !== "") editor.value = state.get("query");
  });
  const body = [
    headline(context, words.explorer.headline(tables.length, context.formats), words.explorer.scope),
    form,
    exampleList(context, ask),
    answer,
    tableList(context, tables, ask),
  ];
  return { draw: () => body };
}

/** Makes what runs the query in the editor: the engine is started with the first one, and one query runs at a time. */
function runner(
  context: PageContext,
  tables: readonly ExplorerTable[],
  editor: HTMLTextAreaElement,
  answer: HTMLElement,
): () => Promise<void> {
  const { words, state } = context;
  let engine: Promise<Engine> | undefined;
  let isBusy = false;
  return async () => {
    const query = editor.value.trim();
    if (query === "" || isBusy) return;
    isBusy = true;
    state.keep({ query });
    const waiting = engine === undefined ? words.explorer.starting : words.explorer.running;
    answer.replaceChildren(element("p", { class: "card note", role: "status" }, waiting));
    try {
      engine ??= startEngine(tables, context.files);
      answer.replaceChildren(...showResult(context, await (await engine).run(query)));
    } catch (error) {
      if (!(await isAlive(engine))) engine = undefined;
      answer.replaceChildren(showError(context, error));
    }
    isBusy = false;
  };
}

/** An engine that did not start is started anew with the next query. */
async function isAlive(engine: Promise<Engine> | undefined): Promise<boolean> {
  return engine === undefined
    ? false
    : engine.then(
        () => true,
        () => false,
      );
}

function showError({ words }: PageContext, error: unknown): HTMLElement {
  const text = error instanceof Error ? error.message : String(error);
  return element(
    "section",
    { class: "card", role: "alert" },
    element("h2", {}, words.explorer.failed),
    element("pre", { dir: "ltr", tabindex: "0" }, text),
    element("p", { class: "note" }, words.explorer.remedy),
  );
}

function showResult(context: PageContext, result: QueryResult): readonly Node[] {
  const { words, formats } = context;
  const title = words.explorer.found(result.count, formats);
  if (result.count === 0) return [textCard(title, words.explorer.nothing)];
  const subtitle = [
    words.explorer.took(formats.integer(Math.max(1, Math.round(result.milliseconds)))),
    ...(result.count > result.rows.length ? [words.explorer.cut(mostRows, formats)] : []),
  ].join(" · ");
  const columns = result.columns.map((_, index) => resultColumn(context, result, index));
  const table = dataTable(context, { name: "result", title, subtitle, rows: result.rows, columns });
  const picture = drawPicture(context, result, columns);
  return picture === undefined ? [table] : [picture, table];
}

function resultColumn(context: PageContext, { columns }: QueryResult, index: number): Column<ResultRow> {
  const { formats } = context;
  const { name = "", type } = columns[index] ?? {};
  const value = (row: ResultRow): Cell => row[index] ?? null;
  if (type !== "bigint" && type !== "double") return { title: name, value, isDay: type === "date" };
  const show = type === "bigint" ? formats.integer : formats.ratio;
  return {
    title: name,
    value,
    isNumber: true,
    show: (row) => {
      const number = value(row);
      return typeof number === "number" ? show(number) : "—";
    },
  };
}

/** A result of one name and at least one number is drawn: over days as lines of its numbers, else as bars of the first. */
function drawPicture(
  context: PageContext,
  result: QueryResult,
  columns: readonly Column<ResultRow>[],
): HTMLElement | undefined {
  const { words, formats } = context;
  const numbers = columns.flatMap((column, index) => (column.isNumber === true ? [index] : []));
  const label = columns.findIndex((column) => column.isNumber !== true);
  if (label < 0 || numbers.length === 0 || result.rows.length < 2) return undefined;
  const isOverTime = result.columns[label]?.type === "date" && isUnique(result.rows.map((row) => row[label]));
  if (!isOverTime && result.rows.length > mostBars) return undefined;
  const shown = numbers.slice(0, isOverTime ? mostLines : 1);
  const nameOf = (index: number) => result.columns[index]?.name ?? "";
  return chartCard(context, {
    name: "result-chart",
    title: words.explorer.picture(formats.list(shown.map(nameOf)), nameOf(label)),
    subtitle: words.explorer.pictureNote,
    draw: (width) =>
      isOverTime
        ? drawLines(context, result, label, shown, width)
        : drawBars(context, result, label, shown[0] ?? 0, width),
    rows: result.rows,
    columns,
  });
}

function drawLines(
  { formats }: PageContext,
  { columns, rows }: QueryResult,
  day: number,
  numbers: readonly number[],
  width: number,
): Drawing {
  const series = numbers.map((index, place) => ({
    label: columns[index]?.name ?? "",
    color: `var(--category-${place + 1})`,
    points: rows.flatMap((row) => {
      const value = row[index];
      return row[day] === null ? [] : [{ month: String(row[day]), value: typeof value === "number" ? value : null }];
    }),
  }));
  return trendChart({ series, show: formats.ratio, axis: formats.short, month: formats.date, fromZero: true }, width);
}

function drawBars(
  { formats }: PageContext,
  { rows }: QueryResult,
  label: number,
  value: number,
  width: number,
): Drawing {
  const bars = rows.flatMap((row) => {
    const number = row[value];
    return typeof number === "number"
      ? [{ label: String(row[label] ?? "—"), value: number, text: formats.short(number) }]
      : [];
  });
  return barChart(bars, width);
}

function isUnique(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

function exampleList({ words }: PageContext, ask: (query: string) => void): HTMLElement {
  const buttons = examples.map(({ name, query }) => {
    const button = element("button", { type: "button", "data-example": name }, words.explorer.examples[name]);
    button.addEventListener("click", () => ask(query));
    return button;
  });
  return element(
    "section",
    { class: "card" },
    element("h2", {}, words.explorer.try),
    element("div", { class: "tools" }, ...buttons),
  );
}

function tableList(context: PageContext, tables: readonly ExplorerTable[], ask: (query: string) => void): HTMLElement {
  const { words, formats } = context;
  const entries = tables.map((table) => {
    const button = element("button", { type: "button" }, words.explorer.look);
    button.addEventListener("click", () => ask(`select *\nfrom ${table.name}\nlimit 100`));
    const columns = table.columns.map(({ name, type }) =>
      element("li", {}, element("code", { dir: "ltr" }, name), ` ${type}`),
    );
    return element(
      "details",
      { "data-table-name": table.name },
      element(
        "summary",
        {},
        element("code", { dir: "ltr" }, table.name),
        ` · ${words.tables.count(table.rows, formats)}`,
      ),
      element("p", { class: "note" }, words.explorer.from, " ", element("code", { dir: "ltr" }, table.relation)),
      element("ul", { class: "schema" }, ...columns),
      button,
    );
  });
  const empty = emptyState(context);
  const draw = () => {
    const query = searchText(search.value.trim());
    for (const [index, entry] of entries.entries()) entry.hidden = !isAbout(tables[index], query);
    empty.hidden = entries.some((entry) => !entry.hidden);
  };
  const { label, field: search } = searchField(context, "tables", draw);
  draw();
  return element(
    "section",
    { class: "card" },
    element("h2", {}, words.explorer.tables),
    element("p", { class: "chart-subtitle" }, words.explorer.tablesNote),
    label,
    empty,
    element("div", { class: "table-list" }, ...entries),
  );
}

/** A table is found by its name, by that of its relation, and by those of its columns. */
function isAbout(table: ExplorerTable | undefined, query: string): boolean {
  const names = [table?.name, table?.relation, ...(table?.columns ?? []).map(({ name }) => name)];
  return names.some((name) => name !== undefined && searchText(name).includes(query));
}
