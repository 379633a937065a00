import { fitHoltWinters, forecastHoltWinters, type SmoothingWeights } from "./holt-winters.ts";
import type { SeasonalForm } from "./seasons.ts";
import { forecastTheta } from "./theta.ts";

/** Ways to forecast a monthly series. `mean_3` is for series below a year. */
export type PlainMethod =
  | "mean_3"
  | "seasonal_naive"
  | "theta"
  | "holt_winters_additive"
  | "holt_winters_multiplicative"
  | "combination";

/** A plain method, or the same on sales per working day: `theta_days`. */
export type Method = PlainMethod | `${PlainMethod}_days`;

/** Months of a season. */
export const seasonMonths = 12;
/** Months looked ahead. */
export const horizonMonths = 12;
/** Below two years no seasonal method can be fitted. */
const fewestMonths = 24;
/** From three years on all methods are tried. */
const allMethodsMonths = 36;

const fewestOrigins = 6;
const mostOrigins = 21;

/** From which months a series is forecast again to see how methods would have done. */
export interface OriginPlan {
  /** Months ahead every origin can be held against. */
  readonly horizon: number;
  /** Months between origin and the end of the series, the oldest first. */
  readonly steps: readonly number[];
}

/**
 * Plans rolling origins: at least six, each with two years before it, as far ahead as leaves six (up to a year), at
 * most 21. Null where the series is too short.
 */
export function planOrigins(length: number): OriginPlan | null {
  const horizon = Math.min(horizonMonths, length - fewestMonths - fewestOrigins + 1);
  if (horizon < 1) return null;
  const count = Math.min(mostOrigins, length - fewestMonths - horizon + 1);
  return { horizon, steps: Array.from({ length: count }, (_, index) => horizon + count - 1 - index) };
}

/** Lists the methods a series of so many months may be forecast by (models.md §10.3), the plainest first. */
export function listMethods(length: number): readonly PlainMethod[] {
  if (length < seasonMonths) return ["mean_3"];
  if (planOrigins(length) === null) return ["seasonal_naive"];
  if (length < allMethodsMonths) return ["seasonal_naive", "theta"];
  return ["seasonal_naive", "theta", "holt_winters_additive", "holt_winters_multiplicative", "combination"];
}

/** Forecasts by one or several methods; methods that cannot be fitted on the series are left out. */
export type Forecaster = (
  series: readonly number[],
  methods: readonly PlainMethod[],
) => ReadonlyMap<PlainMethod, readonly number[]>;

/**
 * Makes a forecaster for neighbouring origins of one series, the shortest first: weights of Holt–Winters found at one
 * origin are where the search of the next begins.
 */
export function createForecaster(horizon: number = horizonMonths): Forecaster {
  const known = new Map<SeasonalForm, SmoothingWeights>();
  const smoothed = (series: readonly number[], form: SeasonalForm) => {
    const fit = fitHoltWinters(series, form, { period: seasonMonths, from: known.get(form) });
    if (fit === null) return null;
    known.set(form, fit);
    return forecastHoltWinters(fit, horizon);
  };
  return (series, methods) => {
    const made = new Map<PlainMethod, readonly number[]>();
    for (const method of methods) {
      const values = forecastBy(method, series, { horizon, made, smoothed });
      if (values?.every(Number.isFinite) === true) made.set(method, floorAtZero(values, series));
    }
    return made;
  };
}

/** Forecasts by the same months of the last year. */
export function forecastSeasonalNaive(series: readonly number[], horizon: number): readonly number[] {
  const year = series.slice(-seasonMonths);
  return Array.from({ length: horizon }, (_, step) => year[step % year.length] ?? 0);
}

interface Means {
  readonly horizon: number;
  /** What plainer methods forecast. */
  readonly made: ReadonlyMap<PlainMethod, readonly number[]>;
  readonly smoothed: (series: readonly number[], form: SeasonalForm) => readonly number[] | null;
}

function forecastBy(
  method: PlainMethod,
  series: readonly number[],
  { horizon, made, smoothed }: Means,
): readonly number[] | null {
  switch (method) {
    case "mean_3": {
      const last = series.slice(-3);
      const mean = last.reduce((sum, value) => sum + value, 0) / Math.max(last.length, 1);
      return Array.from({ length: horizon }, () => mean);
    }
    case "seasonal_naive":
      return forecastSeasonalNaive(series, horizon);
    case "theta":
      return forecastTheta(series, horizon, seasonMonths);
    case "holt_winters_additive":
      return smoothed(series, "additive");
    case "holt_winters_multiplicative":
      return smoothed(series, "multiplicative");
    case "combination":
      return combine(made.get("theta"), made.get("holt_winters_multiplicative") ?? made.get("holt_winters_additive"));
  }
}

function combine(left: readonly number[] | undefined, right: readonly number[] | undefined): readonly number[] | null {
  return left === undefined || right === undefined
    ? null
    : left.map((value, index) => (value + (right[index] ?? value)) / 2);
}

/** What was never below zero is not forecast below zero. */
function floorAtZero(values: readonly number[], series: readonly number[]): readonly number[] {
  return series.some((value) => value < 0) ? values : values.map((value) => Math.max(0, value));
}
