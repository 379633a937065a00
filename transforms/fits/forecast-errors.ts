/** What came and what was forecast for it. */
export type Pair = readonly [actual: number, forecast: number];

/** Mean step from a month to the same month a year on, in training data: what MASE is measured in. Null where it is 0. */
export function seasonalScale(training: readonly number[], period = 12): number | null {
  const steps = training.slice(period).map((value, index) => Math.abs(value - (training[index] ?? 0)));
  const mean = steps.length === 0 ? 0 : steps.reduce((sum, step) => sum + step, 0) / steps.length;
  return mean === 0 ? null : mean;
}

/** Mean absolute scaled error (Hyndman and Koehler 2006); null without a scale. */
export function mase(pairs: readonly Pair[], scale: number | null): number | null {
  return scale === null || pairs.length === 0
    ? null
    : pairs.reduce((sum, [actual, forecast]) => sum + Math.abs(actual - forecast), 0) / pairs.length / scale;
}

/** Symmetric percentage error of M4, 0 to 200; a pair of two zeros counts as met. Null without pairs. */
export function smape(pairs: readonly Pair[]): number | null {
  if (pairs.length === 0) return null;
  const sum = pairs.reduce((total, [actual, forecast]) => {
    const both = Math.abs(actual) + Math.abs(forecast);
    return both === 0 ? total : total + Math.abs(actual - forecast) / both;
  }, 0);
  return (200 * sum) / pairs.length;
}

/** Absolute errors over absolute actuals; null where nothing came. */
export function wape(pairs: readonly Pair[]): number | null {
  const total = pairs.reduce((sum, [actual]) => sum + Math.abs(actual), 0);
  return total === 0 ? null : pairs.reduce((sum, [actual, forecast]) => sum + Math.abs(actual - forecast), 0) / total;
}

/** Sum of errors (actual less forecast) over the sum of actuals: above 0 the forecast was too low. Null where it sums to 0. */
export function bias(pairs: readonly Pair[]): number | null {
  const total = pairs.reduce((sum, [actual]) => sum + actual, 0);
  return total === 0 ? null : pairs.reduce((sum, [actual, forecast]) => sum + actual - forecast, 0) / total;
}
