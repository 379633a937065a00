import { sumOf } from "../figures.ts";
import { addMonths, firstOfMonth, firstOfQuarter, monthsIntoYear } from "./calendar.ts";
import type { PageContext } from "./context.ts";
import { type Coverage, monthsOf, type Period } from "./period.ts";

/** The forecast to use of a month to come. */
export interface ForecastMonth {
  readonly dimension: string;
  readonly entity_id: string;
  readonly period_start_date: string;
  readonly forecast_amount: number;
}

/**
 * Says what a month, quarter or year that runs is forecast to end with: what is over and the forecast of each month to
 * come. Undefined where the period is over, or the forecast does not reach its end.
 */
export function endForecast(
  context: PageContext,
  rows: readonly ForecastMonth[],
  period: Period,
  coverage: Coverage,
  net: number,
): string | undefined {
  const end = lastMonthOf(period, coverage);
  if (end === undefined) return undefined;
  const next = addMonths(coverage.lastComplete, 1);
  const months = end < next ? [] : monthsOf({ from: next, to: end });
  const ahead = rows.filter((row) => months.includes(row.period_start_date));
  if (months.length === 0 || ahead.length !== months.length) return undefined;
  const known = period.unit === "day" ? 0 : net;
  const { words, formats } = context;
  return words.kpi.forecast(
    formats.moneyShort(known + sumOf(ahead, (row) => row.forecast_amount)),
    formats.monthShort(end),
  );
}

/** The rows of a region or a direction, or of all; forecasts of both at once, or of a manager, are not made. */
export function forecastOf(
  rows: readonly ForecastMonth[],
  filter: { readonly region: string; readonly manager_id: string; readonly direction: string },
): readonly ForecastMonth[] {
  const { region, manager_id, direction } = filter;
  if (manager_id !== "" || (region !== "" && direction !== "")) return [];
  const [dimension, entity] =
    region !== "" ? ["region", region] : direction !== "" ? ["direction", direction] : ["total", "all"];
  return rows.filter((row) => row.dimension === dimension && row.entity_id === entity);
}

function lastMonthOf(period: Period, { fiscalYearStartMonth }: Coverage): string | undefined {
  if (period.preset === "mtd" && period.unit === "day") return firstOfMonth(period.to);
  if (period.preset === "quarter") return addMonths(firstOfQuarter(period.to, fiscalYearStartMonth), 2);
  if (period.preset !== "ytd") return undefined;
  return addMonths(period.to, 11 - monthsIntoYear(period.to, fiscalYearStartMonth));
}
