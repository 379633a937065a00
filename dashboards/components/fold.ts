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

/**
 * Draws the first dozen of bars, those chosen beyond them, what the others add up to where `sum` writes it, and a button that shows all or the dozen
 * again. What is shown stands in the address.
 */
export function foldBars(
  context: PageContext,
  name: string,
  bars: readonly Bar[],
  sum?: (value: number) => string,
): Pick<ChartCard<never>, "draw" | "below"> {
  const { state } = context;
  const part = `${name}.whole`;
  if (bars.length <= barsShown + 1) return { draw: (width) => barChart(bars, width) };
  const isWhole = state.get(part) !== "";
  const shown = isWhole ? bars.slice(0, mostBars) : foldOthers(context, bars, sum);
  const text = isWhole
    ? context.words.folds.fewer
    : context.words.tables.more(Math.min(bars.length, mostBars) - barsShown, context.formats);
  const button = element(
    "button",
    { type: "button", class: "fold", "data-part": "whole", "aria-expanded": String(isWhole) },
    text,
  );
  button.addEventListener("click", () => state.set({ [part]: isWhole ? "" : "1" }));
  return { draw: (width) => barChart(shown, width), below: button };
}

function foldOthers(
  { words, formats }: PageContext,
  bars: readonly Bar[],
  sum: ((value: number) => string) | undefined,
): readonly Bar[] {
  const isChosen = ({ action }: Bar) => action?.kind === "filter" && action.isChosen;
  const chosen = bars.slice(barsShown).filter(isChosen);
  const shown = [...bars.slice(0, barsShown), ...chosen];
  if (sum === undefined) return shown;
  const others = bars.slice(barsShown).filter((bar) => !isChosen(bar));
  const longest = Math.max(...bars.map(({ value }) => value));
  return foldBetween([...shown, ...others], shown.length).map(({ only, rows }): Bar => {
    if (only !== undefined) return only;
    const value = sumOf(rows, (bar) => bar.value);
    const label = words.charts.others(formats.integer(rows.length), rows.length);
    return { label, value: value > mostTimes * longest ? 0 : value, text: sum(value), color: "var(--plan)" };
  });
}
