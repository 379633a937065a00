import { fitLine } from "./holt-winters.ts";
import { deseasonalise } from "./seasons.ts";

/**
 * Forecasts by the classical Theta method in the form of the M4 competition: the mean of the linear trend and of
 * simple smoothing on twice the series less the trend, on the series without seasons where it has any. Never below 0
 * for a series that never was.
 */
export function forecastTheta(series: readonly number[], horizon: number, period = 12): readonly number[] {
  const { values, figure } = deseasonalise(series, period);
  const { intercept, slope } = fitLine(values);
  const doubled = values.map((value, index) => 2 * value - (intercept + slope * (index + 1)));
  const level = smoothSimply(doubled);
  const hasNegative = series.some((value) => value < 0);
  return Array.from({ length: horizon }, (_, step) => {
    const line = intercept + slope * (series.length + step + 1);
    const value = ((line + level) / 2) * (figure[(series.length + step) % period] ?? 1);
    return hasNegative ? value : Math.max(0, value);
  });
}

/** Weights tried first; the best one's neighbourhood is searched by golden section. */
const weightStep = 0.05;
const goldenShare = (Math.sqrt(5) - 1) / 2;

/**
 * Smooths simply with the weight (0.1 to 0.99) and first level of the least squared one-step errors; the last level.
 * For a weight given the best first level is a regression on what is left of it.
 */
function smoothSimply(values: readonly number[]): number {
  const run = (alpha: number) => {
    let [level, left, squares, product, weight] = [0, 1, 0, 0, 0];
    for (const value of values) {
      const error = value - level;
      squares += error ** 2;
      product += error * left;
      weight += left ** 2;
      level += alpha * error;
      left *= 1 - alpha;
    }
    const start = product / weight;
    return { errors: squares - start * product, level: level + start * left };
  };
  const [least, most] = [0.1, 0.99];
  let [best, errors] = [least, Number.POSITIVE_INFINITY];
  for (let alpha = least; alpha <= most; alpha += weightStep) {
    const found = run(alpha).errors;
    if (found < errors) [best, errors] = [alpha, found];
  }
  let [low, high] = [Math.max(least, best - weightStep), Math.min(most, best + weightStep)];
  while (high - low > 1e-6) {
    const [left, right] = [high - goldenShare * (high - low), low + goldenShare * (high - low)];
    if (run(left).errors <= run(right).errors) high = right;
    else low = left;
  }
  return run((low + high) / 2).level;
}
