import type { KpiRow } from "../rows.ts";
import { isPartial } from "../snapshot.ts";
import { emptyState } from "./chart.ts";
import type { PageContext } from "./context.ts";
import { type Child, element } from "./dom.ts";
import { addMonths, type Coverage, laterMonth, type MonthRange, type Period } from "./period.ts";

/** Makes the sentence a page opens with, and the line that says period, unit and as-of day. */
export function headline(context: PageContext, sentence: string, scope: string): HTMLElement {
  const { words, formats, snapshot } = context;
  const asOf = words.freshness.asOf(formats.date(snapshot.asOfDate));
  return element(
    "div",
    {},
    element("p", { class: "headline" }, sentence),
    element("p", { class: "scope" }, `${scope} · ${words.unit(formats.currencyName)} · ${asOf}`),
  );
}

/** Names a period, in the calendar of the reader too, and what it is compared with. */
export function periodText(context: PageContext, period: Period): string {
  const { formats, words } = context;
  const range = formats.monthRange(period.from, period.to);
  const days = formats.otherCalendar(period.from, period.to);
  const named = days === "" ? range : `${range} (${days})`;
  if (period.compare === undefined) return words.period.alone(named);
  return words.period.compared(named, formats.monthRange(period.compare.from, period.compare.to));
}

/** Names the comparison of a period, if there is one. */
export function compareText(context: PageContext, period: Period): string | undefined {
  return period.compare && context.formats.monthRange(period.compare.from, period.compare.to);
}

/** Finds what the monthly figures cover; undefined when there are none. */
export function findCoverage(kpi: readonly KpiRow[], fiscalYearStartMonth: number): Coverage | undefined {
  const complete = kpi.filter((row) => row.is_complete);
  const rows = complete.length > 0 ? complete : kpi;
  const first = rows[0];
  const last = rows.at(-1);
  return first && last && { first: first.month, lastComplete: last.month, fiscalYearStartMonth };
}

/** The months a small trend beside a figure shows: thirteen, so that the same month of last year is seen. */
export function trendMonths(range: MonthRange, coverage: Coverage): MonthRange {
  return { from: laterMonth(addMonths(range.to, -12), coverage.first), to: range.to };
}

/** Lays figures out in a row. */
export function kpiRow(...cards: readonly HTMLElement[]): HTMLElement {
  return element("section", { class: "kpis" }, ...cards);
}

/** Lays cards out side by side where there is room. */
export function columns(...cards: readonly Child[]): HTMLElement {
  return element("div", { class: "columns" }, ...cards);
}

/** Makes a page whose filters leave nothing, with the way back. */
export function emptyChoice(context: PageContext): readonly Node[] {
  return [element("div", { class: "card", "data-empty": true }, emptyState(context))];
}

/** Makes a card that says something in words. */
export function textCard(title: string, text: string): HTMLElement {
  return element("section", { class: "card" }, element("h2", {}, title), element("p", { class: "note" }, text));
}

/**
 * Makes a page that has nothing to show: to this audience, since nothing was loaded yet, or for a reason of its own.
 */
export function emptyPage({ words, snapshot }: PageContext, why = words.states.nothing): readonly Node[] {
  const reason = isPartial(snapshot.audience)
    ? words.audience.withheld
    : snapshot.newestOrderDate === null
      ? words.states.noData
      : why;
  return [element("div", { class: "card" }, element("p", { class: "note" }, reason))];
}
