/** Are seasons added to the trend, or multiplied with it? */
export type SeasonalForm = "additive" | "multiplicative";

/** A series as trend and seasons. */
export interface Decomposition {
  /** Centred moving average; null in the first and last half period. */
  readonly trend: readonly (number | null)[];
  /** Season of each place in the period: their mean is 0 (additive) or 1 (multiplicative). */
  readonly figure: readonly number[];
}

/**
 * Splits a series into trend and seasons by a centred moving average, as R's `decompose`. Null below two periods, and
 * where a multiplicative trend or season is zero.
 */
export function decompose(series: readonly number[], form: SeasonalForm, period = 12): Decomposition | null {
  if (series.length < 2 * period) return null;
  const trend = centredMeans(series, period);
  const sums = Array.from({ length: period }, () => ({ sum: 0, count: 0 }));
  trend.forEach((level, index) => {
    const cell = sums[index % period];
    if (level === null || cell === undefined) return;
    cell.sum += form === "additive" ? (series[index] ?? 0) - level : (series[index] ?? 0) / level;
    cell.count += 1;
  });
  const figure = sums.map(({ sum, count }) => sum / count);
  const mean = figure.reduce((total, value) => total + value, 0) / period;
  const centred = figure.map((value) => (form === "additive" ? value - mean : value / mean));
  return centred.every(Number.isFinite) ? { trend, figure: centred } : null;
}

/** Tells whether the autocorrelation at one period is beyond chance (M4's test: 90 %, two-sided). */
function isSeasonal(series: readonly number[], period = 12): boolean {
  if (series.length < 2 * period) return false;
  const correlations = Array.from({ length: period }, (_, index) => autocorrelation(series, index + 1));
  const last = correlations.pop() ?? 0;
  const noise = correlations.reduce((sum, value) => sum + 2 * value ** 2, 1);
  return Math.abs(last) > 1.645 * Math.sqrt(noise / series.length);
}

/** Divides a series by its multiplicative seasons where it has any; without, the seasons are 1. */
export function deseasonalise(
  series: readonly number[],
  period = 12,
): { readonly values: readonly number[]; readonly figure: readonly number[] } {
  const parts = isSeasonal(series, period) ? decompose(series, "multiplicative", period) : null;
  const isUsable = parts?.figure.every((season) => season > 0) === true;
  const figure = isUsable ? parts.figure : Array.from({ length: period }, () => 1);
  return { values: series.map((value, index) => value / (figure[index % period] ?? 1)), figure };
}

function centredMeans(series: readonly number[], period: number): readonly (number | null)[] {
  const half = Math.floor(period / 2);
  return series.map((_, index) => {
    if (index < half || index + half >= series.length) return null;
    let sum = 0;
    for (let step = -half; step <= half; step += 1) {
      const isEdge = period % 2 === 0 && Math.abs(step) === half;
      sum += (series[index + step] ?? 0) * (isEdge ? 0.5 : 1);
    }
    return sum / period;
  });
}

/** Correlation of a series with itself `lag` periods later; 0 for a constant series. */
function autocorrelation(series: readonly number[], lag: number): number {
  const mean = series.reduce((sum, value) => sum + value, 0) / series.length;
  let [product, square] = [0, 0];
  series.forEach((value, index) => {
    square += (value - mean) ** 2;
    if (index >= lag) product += (value - mean) * ((series[index - lag] ?? 0) - mean);
  });
  return square === 0 ? 0 : product / square;
}
