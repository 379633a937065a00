import type { KpiRow } from "../rows.ts";
import { isPartial } from "../snapshot.ts";
import { addDays, addMonths, daysOf, monthsUpTo } from "./calendar.ts";
import { emptyState } from "./chart.ts";
import type { PageContext } from "./context.ts";
import { type Child, element } from "./dom.ts";
import { type Coverage, laterMonth, type MonthRange, monthsOf, type Period, type Range } from "./period.ts";

/** Makes the sentence a page opens with, and the line that says period, currency where figures are of money, and as-of day. */
export function headline(
  context: PageContext,
  sentence: string,
  scope: string,
  { isOfMoney = true }: { readonly isOfMoney?: boolean } = {},
): HTMLElement {
  const { words, formats, snapshot } = context;
  const said = [
    scope,
    ...(isOfMoney ? [words.unit(formats.currencyName)] : []),
    words.freshness.asOf(formats.date(snapshot.asOfDate)),
  ];
  return element(
    "div",
    {},
    element("p", { class: "headline" }, sentence),
    element("p", { class: "scope" }, said.join(" · ")),
  );
}

/** Names a period, in the calendar of the reader too, what it is compared with, and what stands in for what is not known. */
export function periodText(context: PageContext, period: Period): string {
  const { words, formats } = context;
  const named = inBothCalendars(context, period, period.unit);
  const said = period.unit === "day" ? words.period.days : words.period;
  const { compare } = period;
  const isShorter = compare !== undefined && period.unit === "day" && daysOf(compare).length < daysOf(period).length;
  return formats.clauses([
    compare === undefined ? said.alone(named) : said.compared(named, rangeText(context, compare, period.unit)),
    ...(isShorter ? [words.period.shorter] : []),
    ...(period.plan === undefined ? [] : [words.period.plan[period.plan]]),
    ...(period.instead === undefined ? [] : [words.period.instead(words.filters.presets[period.instead])]),
  ]);
}

/** The same of a page some of whose figures are known by month only: in a period of days it says which month these are of. */
export function daysText(context: PageContext, period: Period, months: Period): string {
  const text = periodText(context, period);
  if (period.unit === "month") return text;
  const { words, formats } = context;
  return formats.clauses([text, words.period.monthsBeside(rangeText(context, months, "month"))]);
}

/** Names a range of months or days. */
export function rangeText({ formats }: PageContext, range: Range, unit: Period["unit"]): string {
  return unit === "day" ? formats.dayRange(range.from, range.to) : formats.monthRange(range.from, range.to);
}

/** Names the days of the months a model looks back on from the as-of day. */
export function windowText({ formats, snapshot }: PageContext, months: number): string {
  const { from, to } = monthsUpTo(snapshot.asOfDate, months);
  return formats.dayRange(from, to);
}

/** Names the comparison of a period, if there is one. */
export function compareText(context: PageContext, period: Period): string | undefined {
  return period.compare && rangeText(context, period.compare, period.unit);
}

/** Days are of the reader's calendar, months of the one figures are summed by: the other one stands beside. */
function inBothCalendars(context: PageContext, range: Range, unit: Period["unit"]): string {
  const { formats } = context;
  const named = rangeText(context, range, unit);
  const other = unit === "day" ? formats.otherDays(range.from, range.to) : formats.otherCalendar(range.from, range.to);
  return other === "" ? named : `${named} (${other})`;
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

const trendDays = 14;

/** What a small trend beside a figure shows: the months of `trendMonths`, or two weeks of days. */
export function trendPoints(period: Period, coverage: Coverage): readonly string[] {
  if (period.unit === "month") return monthsOf(trendMonths(period, coverage));
  return daysOf({ from: addDays(period.to, 1 - trendDays), to: period.to });
}

/** Lays figures out in a row. */
export function kpiRow(...cards: readonly HTMLElement[]): HTMLElement {
  return element("section", { class: "kpis" }, ...cards);
}

/** Lays cards out side by side where there is room. */
export function columns(...cards: readonly Child[]): HTMLElement {
  return element("div", { class: "columns" }, ...cards);
}

/** Lays short cards out one below the other, to stand beside a long one. */
export function stack(...cards: readonly Child[]): HTMLElement {
  return element("div", { class: "stack" }, ...cards);
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
