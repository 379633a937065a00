import type { Drawing } from "../charts/base.ts";
import type { Cell } from "../data.ts";
import { contain, hasDirection } from "../i18n/contain.ts";
import { isPartial } from "../snapshot.ts";
import type { PageContext } from "./context.ts";
import { saveCsv } from "./csv.ts";
import { element } from "./dom.ts";
import { walkStops } from "./linked.ts";
import { type Column, isTableState, plainTable } from "./table.ts";
import { saveXlsx } from "./xlsx.ts";

/** A chart in its card. */
export interface ChartCard<Row> {
  /** The finding, as a sentence. */
  readonly title: string;
  /** Measure, unit, filter. */
  readonly subtitle: string;
  /** Draws the chart for a width in pixels. */
  readonly draw: (width: number) => Drawing;
  /** The figures behind the chart: shown as a table, saved as CSV. */
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  /** What is read with the picture, under it. */
  readonly below?: HTMLElement;
  /** Name of the downloaded file. */
  readonly name: string;
}

const smallestWidth = 240;

/** Puts a chart into a card with its finding as title, its figures as a table, and a download. */
export function chartCard<Row>(context: PageContext, chart: ChartCard<Row>): HTMLElement {
  const heading = element("figcaption", {}, element("h2", {}, chart.title), subtitleOf(chart.subtitle));
  if (chart.rows.length === 0)
    return element("figure", { class: "card", "data-chart": chart.name }, heading, emptyState(context));
  const place = element("div", { class: "chart" });
  context.drawings.keep(place, (width, plot) => {
    const picture = chart.draw(Math.max(smallestWidth, width))(plot);
    describe(picture, chart.title);
    containTexts(picture);
    place.replaceChildren(picture);
    walkStops(place, chart.title);
  });
  return element(
    "figure",
    { class: "card", "data-chart": chart.name },
    heading,
    place,
    chart.below,
    chartTools(context, chart),
  );
}

/** Says that nothing is left to show, and offers the way back. */
export function emptyState(context: PageContext): HTMLElement {
  if (isPartial(context.snapshot.audience) && location.search === "")
    return element("div", { class: "empty" }, element("p", { class: "note" }, context.words.audience.withheld));
  const isChosen = [...new URLSearchParams(location.search).keys()].some((name) => !isTableState(name));
  if (!isChosen)
    return element("div", { class: "empty" }, element("p", { class: "note" }, context.words.states.nothing));
  const reset = element("button", { type: "button" }, context.words.filters.reset);
  reset.addEventListener("click", () => context.state.reset());
  return element("div", { class: "empty" }, element("p", { class: "note" }, context.words.states.empty), reset);
}

/** Writes the file name of a download: page, content, as-of day and the filters in force. */
function downloadName(context: PageContext, name: string): string {
  const filters = [...new URLSearchParams(location.search)]
    .filter(([filter]) => !isTableState(filter) && filter !== "query")
    .map(([, value]) => value)
    .join("-");
  return [name, context.snapshot.asOfDate, filters].filter((part) => part !== "").join("-");
}

function subtitleOf(text: string): HTMLElement {
  return element("p", { class: "chart-subtitle" }, text);
}

/** Labels and tips of a picture hold names: none of them turns around what stands beside it. */
function containTexts(picture: Element): void {
  const walker = document.createTreeWalker(picture, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.nodeValue ?? "";
    if (hasDirection(text)) node.nodeValue = contain(text);
  }
}

/** A chart is one picture to assistive technology: Plot's labels on inner groups have no role and are removed. */
function describe(picture: Element, finding: string): void {
  const drawings = picture instanceof SVGElement ? [picture] : [...picture.querySelectorAll("svg")];
  for (const drawing of drawings) {
    drawing.setAttribute("role", "img");
    drawing.setAttribute("aria-label", finding);
    for (const inner of drawing.querySelectorAll("[aria-label], [aria-description], [aria-hidden]")) {
      inner.removeAttribute("aria-label");
      inner.removeAttribute("aria-description");
      inner.removeAttribute("aria-hidden");
    }
  }
}

function chartTools<Row>(context: PageContext, chart: ChartCard<Row>): HTMLElement {
  const table = element("details", {}, element("summary", {}, context.words.charts.showTable));
  table.addEventListener(
    "toggle",
    () => table.append(plainTable(chart.rows, chart.columns, chart.title, context.words.tables.scrollable)),
    { once: true },
  );
  return element("div", { class: "tools" }, table, ...downloadButtons(context, chart.name, chart.rows, chart.columns));
}

/** Buttons that save rows, and what ends them: as CSV, and as a workbook that says what it holds. */
export function downloadButtons<Row>(
  context: PageContext,
  name: string,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  last?: readonly Cell[],
): readonly HTMLElement[] {
  const { words } = context;
  const read = () => ({
    name: downloadName(context, name),
    columns: columns.map((column) => column.title),
    rows: [
      ...rows.map((row) => columns.map((column): Cell => column.value(row))),
      ...(last === undefined ? [] : [last]),
    ],
  });
  const csv = element("button", { type: "button", "data-download": name }, words.charts.download);
  csv.addEventListener("click", () => saveCsv(read(), context.locale));
  const xlsx = element("button", { type: "button", "data-download-xlsx": name }, words.downloads.xlsx);
  xlsx.addEventListener("click", async () => {
    xlsx.disabled = true;
    await saveXlsx(read(), { title: words.downloads.about, lines: aboutLines(context) }, words.downloads.rows);
    xlsx.disabled = false;
  });
  return [csv, xlsx];
}

/** What a saved workbook says of itself: page, as-of day, run, filters in force and the address. */
function aboutLines({ words, snapshot, page }: PageContext): readonly (readonly [string, string])[] {
  const filters = [...new URLSearchParams(location.search)];
  return [
    [words.downloads.page, words.pages[page].title],
    [words.downloads.asOf, snapshot.asOfDate],
    [words.downloads.company, snapshot.company],
    [words.downloads.currency, snapshot.currency],
    [words.downloads.run, snapshot.runId],
    [words.downloads.address, location.href],
    ...filters.map(([filter, value]) => [filter, value] as const),
  ];
}
