import { type Bar, barChart } from "../charts/bars.ts";
import { foldBetween, sumOf } from "../figures.ts";
import type { ChartCard } from "./chart.ts";
import type { PageContext } from "./context.ts";
import { element } from "./dom.ts";

/** Bars that stand alone at first. */
const barsShown = 12;
/** Bars drawn at most; beyond them the table tells. */
const mostBars = 200;
/** What stands together is drawn to scale up to so many times the longest bar: beyond, all others would be slivers. */
const mostTimes = 2;
/** A bar of more than that is broken off behind the end of the longest. */
const brokenAt = 1.2;

/**
 * Draws the first bars, a dozen or as many as are to stand alone where these are fewer, those chosen beyond them, what the others add up to where `sum` writes it, and a
 * button that shows all or the first again. What is shown stands in the address.
 */
export function foldBars(
  context: PageContext,
  name: string,
  bars: readonly Bar[],
  sum?: (value: number) => string,
  most = barsShown,
): Pick<ChartCard<never>, "draw" | "below"> {
  const { state } = context;
  const part = `${name}.whole`;
  const alone = Math.min(most, barsShown);
  if (bars.length <= alone + 1) return { draw: (width) => barChart(bars, width) };
  const isWhole = state.get(part) !== "";
  const shown = isWhole ? bars.slice(0, mostBars) : foldOthers(context, bars, sum, alone);
  const text = isWhole
    ? context.words.folds.fewer
    : context.words.tables.more(Math.min(bars.length, mostBars) - alone, context.formats);
  const button = element(
    "button",
    { type: "button", class: "fold", "data-part": "whole", "aria-expanded": String(isWhole) },
    text,
  );
  button.addEventListener("click", () => state.set({ [part]: isWhole ? "" : "1" }));
  return { draw: (width) => barChart(shown, width), below: button };
}

function foldOthers(
  context: PageContext,
  bars: readonly Bar[],
  sum: ((value: number) => string) | undefined,
  alone: number,
): readonly Bar[] {
  const isChosen = ({ action }: Bar) => action?.kind === "filter" && action.isChosen;
  const chosen = bars.slice(alone).filter(isChosen);
  const shown = [...bars.slice(0, alone), ...chosen];
  if (sum === undefined) return shown;
  const others = bars.slice(alone).filter((bar) => !isChosen(bar));
  const longest = Math.max(...bars.map(({ value }) => Math.abs(value)));
  return foldBetween([...shown, ...others], shown.length).map(
    ({ only, rows }): Bar => only ?? joinOthers(context, rows, sum, longest),
  );
}

function joinOthers(
  { words, formats }: PageContext,
  bars: readonly Bar[],
  sum: (value: number) => string,
  longest: number,
): Bar {
  const value = sumOf(bars, (bar) => bar.value);
  const label = words.charts.others(formats.integer(bars.length), bars.length);
  const others = { label, value, text: sum(value), color: "var(--plan)" };
  if (Math.abs(value) <= mostTimes * longest) return others;
  return {
    ...others,
    value: Math.sign(value) * brokenAt * longest,
    isBroken: true,
    detail: `${label}: ${formats.list([others.text, words.charts.notToScale])}`,
  };
}
