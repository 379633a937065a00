import { seasonalScale } from "./forecast-errors.ts";
import {
  createForecaster,
  horizonMonths,
  listMethods,
  type Method,
  type OriginPlan,
  planOrigins,
  seasonMonths,
} from "./forecasting.ts";

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
 */
export function tryMethods(series: readonly number[], wider: OriginPlan | null): readonly Trial[] {
  const methods = listMethods(series.length);
  const own = new Set(planOrigins(series.length)?.steps ?? []);
  const steps = [...new Set([...own, ...(wider?.steps ?? []), 0])].sort((left, right) => right - left);
  const forecaster = createForecaster();
  return steps.flatMap((step) => {
    const training = series.slice(0, Math.max(0, series.length - step));
    if (training.length === 0) return [];
    const allowed = step === 0 || own.has(step) ? methods : plainest(training.length);
    const scale = seasonalScale(training);
    return [...forecaster(training, allowed)].flatMap(([method, values]) =>
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

function plainest(length: number): readonly Method[] {
  return [length < seasonMonths ? "mean_3" : "seasonal_naive"];
}
