import { fitLine } from "../../transforms/fits/holt-winters.ts";
import { deseasonalise } from "../../transforms/fits/seasons.ts";

// Benchmarks of the forecasting literature, beside which what is forecast is held against published figures.

/** Forecasts by the last value without its season: the benchmark Naive2 of M4. */
export function forecastNaive2(series: readonly number[], horizon: number, period = 12): readonly number[] {
  const { values, figure } = deseasonalise(series, period);
  const last = values.at(-1) ?? 0;
  return Array.from({ length: horizon }, (_, step) => last * (figure[(series.length + step) % period] ?? 1));
}

/** Level, weight and theta of the standard Theta model. */
export interface StandardTheta {
  readonly level: number;
  readonly alpha: number;
  readonly theta: number;
}

/** Runs the standard Theta model (Fiorucci et al. 2016, STM) with parameters given: one-step fits, then forecasts. */
export function runStandardTheta(
  series: readonly number[],
  { level: start, alpha, theta }: StandardTheta,
  horizon: number,
): { readonly fitted: readonly number[]; readonly forecasts: readonly number[] } {
  const { intercept, slope } = fitLine(series);
  const steps: number[] = [];
  let level = start;
  for (let index = 0; index < series.length + horizon; index += 1) {
    const left = (1 - alpha) ** index;
    const drift = intercept * left + (slope * (1 - left * (1 - alpha))) / alpha;
    const expected = level + (1 - 1 / theta) * drift;
    steps.push(expected);
    level += alpha * ((series[index] ?? expected) - level);
  }
  return { fitted: steps.slice(0, series.length), forecasts: steps.slice(series.length) };
}

/** Overall weighted average of M4 against Naive2; null where that met everything. */
export function owa(
  own: { readonly mase: number; readonly smape: number },
  naive2: { readonly mase: number; readonly smape: number },
): number | null {
  return naive2.mase === 0 || naive2.smape === 0 ? null : (own.mase / naive2.mase + own.smape / naive2.smape) / 2;
}
