import { trendCard } from "../components/cards.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { nameOf } from "../components/names.ts";
import { dataTable } from "../components/table.ts";
import { divide } from "../figures.ts";
import {
  type ForecastData,
  type ForecastRow,
  intervalOf,
  intervalText,
  ofSeries,
  planOf,
  quarterName,
  quarterPlan,
  readSeries,
} from "./forecast-data.ts";

const historyMonths = 24;

/** The forecast of the first whole quarter to come, and its plan. */
export interface NextQuarter {
  readonly row: ForecastRow;
  readonly plan: number | null;
}

/** Finds the first quarter that begins after the as-of day. */
export function findNextQuarter(context: PageContext, data: ForecastData): NextQuarter | undefined {
  const series = readSeries(context);
  const row = ofSeries(data.forecast, series).find(
    (each) => each.is_selected && each.period === "quarter" && each.period_start_date > context.snapshot.asOfDate,
  );
  return row && { row, plan: quarterPlan(data.plan, series, row.period_start_date) };
}

/** Draws what was sold and what is forecast, month by month, with the interval and the plan. */
export function forecastTrend(context: PageContext, data: ForecastData): HTMLElement {
  const { words, formats } = context;
  const series = readSeries(context);
  const past = ofSeries(data.history, series).slice(-historyMonths);
  const ahead = ofSeries(data.forecast, series).filter((row) => row.is_selected && row.period === "month");
  const rows = [
    ...past.map((row) => ({ month: row.month, net: row.net_amount, forecast: undefined })),
    ...ahead.map((row) => ({ month: row.period_start_date, net: null, forecast: row })),
  ].map((row) => ({ ...row, plan: planOf(data.plan, series, row.month) }));
  const first = ahead[0];
  const found = ahead.map(intervalOf);
  const share = found.find((each) => each !== undefined)?.share;
  const lowOf = (row: (typeof rows)[number]) => (row.forecast && intervalOf(row.forecast)?.low) ?? null;
  const highOf = (row: (typeof rows)[number]) => (row.forecast && intervalOf(row.forecast)?.high) ?? null;
  // The line of the forecast begins where sales end.
  const last = past.at(-1)?.month;
  const line = (
    label: string,
    color: string,
    value: (row: (typeof rows)[number]) => number | null,
    isDashed = true,
  ) => ({
    label,
    color,
    isDashed,
    points: rows.map((row) => ({ month: row.month, value: value(row) })),
  });
  const low = line(words.forecast.low, "var(--accent)", lowOf);
  const high = line(words.forecast.high, "var(--accent)", highOf);
  const lines = [
    line(words.forecast.plan, "var(--plan)", (row) => row.plan),
    line(
      words.forecast.forecast,
      "var(--accent)",
      (row) => row.forecast?.forecast_amount ?? (row.month === last ? row.net : null),
    ),
    line(words.forecast.history, "var(--accent)", (row) => row.net, false),
  ].filter(({ points }) => points.some(({ value }) => value !== null));
  const column = columnsFor<(typeof rows)[number]>(context);
  return trendCard(
    context,
    {
      name: "forecast-by-month",
      title: forecastTitle(context, first),
      subtitle:
        share === 95
          ? words.forecast.chartSubtitle
          : share === 80
            ? words.forecast.chartSubtitle80
            : words.forecast.chartSubtitlePlain(
                first === undefined ? words.forecast.noInterval : intervalText(context, first),
              ),
      rows,
      columns: [
        column.month(words.columns.month, (row) => row.month),
        column.money(words.forecast.history, (row) => row.net),
        column.money(words.forecast.forecast, (row) => row.forecast?.forecast_amount ?? null),
        column.money(words.columns.lower, lowOf),
        column.money(words.columns.upper, highOf),
        column.money(words.forecast.plan, (row) => row.plan),
      ],
    },
    {
      series: lines,
      band: share === undefined ? undefined : { low, high },
      show: formats.moneyShort,
      axis: formats.short,
      top: formats.moneyShort,
      fromZero: true,
    },
  );
}

/** How far tests on past months were off; before there can be any, what the next month is to bring. */
function forecastTitle({ words, formats }: PageContext, next: ForecastRow | undefined): string {
  if (next === undefined) return words.forecast.history;
  return next.wape === null
    ? words.forecast.chartTitlePlain(formats.month(next.period_start_date), formats.moneyShort(next.forecast_amount))
    : words.forecast.chartTitle(formats.percent(next.wape));
}

/** Lists the quarters to come against their plans. */
export function quarterTable(context: PageContext, data: ForecastData): HTMLElement {
  const { words, formats } = context;
  const series = readSeries(context);
  const rows = ofSeries(data.forecast, series)
    .filter((row) => row.is_selected && row.period === "quarter")
    .map((row) => ({ ...row, plan: quarterPlan(data.plan, series, row.period_start_date) }));
  const difference = findNextQuarter(context, data)?.row.difference_amount;
  const column = columnsFor<(typeof rows)[number]>(context);
  return dataTable(context, {
    name: "forecast-by-quarter",
    title:
      difference == null
        ? words.forecast.quartersTitle
        : Math.abs(difference) < 0.5
          ? words.forecast.sameAsOwn
          : words.forecast.difference(formats.moneyChange(difference)),
    subtitle: words.forecast.quartersSubtitle,
    rows,
    columns: [
      column.text(words.forecast.quarterColumn, (row) => quarterName(context, row.period_start_date)),
      column.money(words.forecast.forecast, (row) => row.forecast_amount),
      column.money(words.columns.lower, (row) => intervalOf(row)?.low ?? null),
      column.money(words.columns.upper, (row) => intervalOf(row)?.high ?? null),
      column.text(words.forecast.intervalShare, (row) => {
        const share = intervalOf(row)?.share;
        return share === undefined ? null : formats.percentWhole(share / 100);
      }),
      column.money(words.forecast.known, (row) => row.known_amount),
      column.money(words.forecast.plan, (row) => row.plan),
      column.percent(words.forecast.attainment, (row) =>
        row.plan === null ? null : divide(row.forecast_amount, row.plan),
      ),
    ],
  });
}

/** Lists how each method would have done in the past. */
export function methodTable(context: PageContext, data: ForecastData): HTMLElement {
  const { words } = context;
  const rows = ofSeries(data.forecast, readSeries(context))
    .filter((row, index, all) => all.findIndex(({ method }) => method === row.method) === index)
    .sort((left, right) => (left.mase ?? Number.MAX_VALUE) - (right.mase ?? Number.MAX_VALUE));
  const best = rows.find((row) => row.mase !== null);
  const column = columnsFor<ForecastRow>(context);
  return dataTable(context, {
    name: "forecast-methods",
    title:
      best === undefined
        ? words.forecast.backtestNone
        : words.forecast.backtestTitle(nameOf(words.forecast.methods, best.method)),
    subtitle: words.forecast.backtestSubtitle,
    rows,
    columns: [
      column.named(words.forecast.method, (row) => row.method, words.forecast.methods),
      column.ratio(words.forecast.mase, (row) => row.mase),
      column.percent(words.forecast.wape, (row) => row.wape),
      column.percent(words.forecast.bias, (row) => row.bias),
      column.percent(words.forecast.coverage, (row) => row.coverage95),
      column.count(words.forecast.origins, (row) => row.backtest_origin_count),
      column.text(words.forecast.used, (row) => (row.is_selected ? words.forecast.yes : "")),
    ],
  });
}
