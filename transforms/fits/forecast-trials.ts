import { seasonalScale } from "./forecast-errors.ts";
import {
  createForecaster,
  type Forecaster,
  horizonMonths,
  listMethods,
  type Method,
  type OriginPlan,
  type PlainMethod,
  planOrigins,
  seasonMonths,
} from "./forecasting.ts";

/** Sales of a month of the series that came back in a later one; months are counted from the first of the series, 0. */
export interface LateReturn {
  readonly month: number;
  readonly returnMonth: number;
  readonly amount: number;
}

/** What a method forecast from one origin for one distance, and what came. */
export interface Trial {
  readonly method: Method;
  /** Months from the origin to the end of the series; 0 for the forecast of what has not come yet. */
  readonly steps: number;
  /** Months ahead, from 1. */
  readonly horizon: number;
  readonly forecast: number;
  readonly actual: number | null;
  /** What MASE is measured in at this origin. */
  readonly scale: number | null;
}

/**
 * Forecasts a series from rolling origins and from its end. Origins are those of its own plan, and, by the plainest
 * method its history allows there, those of `wider`: a total is added up at origins where a part was still young.
 *
 * With `days`, working days of the months of the series and of those ahead, methods that can be tested are tried on sales
 * per working day too: a month of fewer days sells less, and no method can know that from the months alone.
 *
 * What came back after an origin (`late`) was not known there: methods see what was sold less what had come back by then,
 * and are held against what is left of it today.
 */
export function tryMethods(
  series: readonly number[],
  wider: OriginPlan | null,
  days: readonly number[] | null = null,
  late: readonly LateReturn[] = [],
): readonly Trial[] {
  const methods = listMethods(series.length);
  const own = new Set(planOrigins(series.length)?.steps ?? []);
  const steps = [...new Set([...own, ...(wider?.steps ?? []), 0])].sort((left, right) => right - left);
  const forecaster = createForecaster();
  const daily = createForecaster();
  const worked = days?.slice(0, series.length + horizonMonths) ?? [];
  const areKnown = worked.length === series.length + horizonMonths && worked.every((count) => count > 0);
  return steps.flatMap((step) => {
    const training = knownAt(series, step, late);
    if (training.length === 0) return [];
    const allowed = step === 0 || own.has(step) ? methods : plainest(training.length);
    const scale = seasonalScale(training);
    const isTried = areKnown && own.size > 0 && (step === 0 || own.has(step));
    const byDay = isTried ? forecastByDay(daily, training, methods, worked) : [];
    return [...forecaster(training, allowed), ...byDay].flatMap(([method, values]) =>
      values.slice(0, step === 0 ? horizonMonths : step).map(
        (forecast, index): Trial => ({
          method,
          steps: step,
          horizon: index + 1,
          forecast,
          actual: series[training.length + index] ?? null,
          scale,
        }),
      ),
    );
  });
}

/** The series as it stood so many months before its end. */
function knownAt(series: readonly number[], steps: number, late: readonly LateReturn[]): readonly number[] {
  const training = series.slice(0, Math.max(0, series.length - steps));
  if (steps === 0) return training;
  for (const { month, returnMonth, amount } of late)
    if (month >= 0 && month < training.length && returnMonth >= training.length)
      training[month] = (training[month] ?? 0) + amount;
  return training;
}

/** Forecasts sales per working day, and multiplies them with the days of the months ahead. */
function forecastByDay(
  forecaster: Forecaster,
  training: readonly number[],
  methods: readonly PlainMethod[],
  days: readonly number[],
): readonly (readonly [Method, readonly number[]])[] {
  const ahead = days.slice(training.length, training.length + horizonMonths);
  const perDay = training.map((value, index) => value / (days[index] ?? 1));
  return [...forecaster(perDay, methods)].map(
    ([method, values]) => [`${method}_days`, values.map((value, index) => value * (ahead[index] ?? 0))] as const,
  );
}

function plainest(length: number): readonly PlainMethod[] {
  return [length < seasonMonths ? "mean_3" : "seasonal_naive"];
}
