import { minimize } from "./bfgs.ts";
import { decompose, type SeasonalForm } from "./seasons.ts";

/** Weights of the newest observation in level, slope and season, each 0..1. */
export interface SmoothingWeights {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
}

/** A smoothed series: where it ended, and how well one step ahead was met. */
export interface HoltWinters extends SmoothingWeights {
  readonly form: SeasonalForm;
  readonly level: number;
  readonly slope: number;
  /** Season of the next period first. */
  readonly seasonals: readonly number[];
  readonly sumOfSquares: number;
}

/** Parameters of smallest squared error, and whether the search settled on them. */
export interface HoltWintersFit extends HoltWinters {
  readonly isConverged: boolean;
}

/** Places in logit space the search starts from; series differ in what moves them. */
const starts: readonly (readonly number[])[] = [
  [-0.85, -2.2, -2.2],
  [-0.85, -3.5, 2],
  [1, -2.2, -2.2],
  [-2.5, -4, -1],
  [-4, -4, -4],
];

/** Beyond this a weight is 0 or 1 to eight digits. */
const bound = 20;

/**
 * Fits Holt–Winters by the least squares of one-step errors, as R's `HoltWinters` does: seasons and trend start from
 * the decomposition of the first two years. Null below two years, and for the multiplicative form unless all values
 * are above zero. `from` are weights fitted on a neighbouring series; they replace the five starts.
 */
export function fitHoltWinters(
  series: readonly number[],
  form: SeasonalForm,
  { period = 12, from }: { readonly period?: number; readonly from?: SmoothingWeights | undefined } = {},
): HoltWintersFit | null {
  const start = startOf(series, form, period);
  if (start === null) return null;
  const scale = 1 / Math.max(spreadOf(series), Number.MIN_VALUE ** 0.5);
  const objective = (at: Float64Array, gradient: Float64Array) => scale * smooth(series, start, at, gradient).errors;
  const scaled = (at: Float64Array, gradient: Float64Array) => {
    const value = objective(at, gradient);
    for (let index = 0; index < 3; index += 1) gradient[index] = (gradient[index] ?? 0) * scale;
    return value;
  };
  const tries = (from === undefined ? starts : [logits(from)]).map((at) =>
    minimize(scaled, at, { bound, tolerance: 1e-13 }),
  );
  const best = tries.reduce((one, other) => (other.value < one.value ? other : one));
  if (!Number.isFinite(best.value)) return null;
  const [alpha, beta, gamma] = [...best.at].map(sigmoid);
  const weights = { alpha: alpha ?? 0, beta: beta ?? 0, gamma: gamma ?? 0 };
  return { ...finish(series, start, weights), isConverged: best.isConverged };
}

/** Smooths a series with weights given. Null where `fitHoltWinters` gives none. */
export function smoothHoltWinters(
  series: readonly number[],
  form: SeasonalForm,
  weights: SmoothingWeights,
  period = 12,
): HoltWinters | null {
  const start = startOf(series, form, period);
  return start === null ? null : finish(series, start, weights);
}

/** Forecasts the next periods from where a smoothed series ended. */
export function forecastHoltWinters(fit: HoltWinters, horizon: number): readonly number[] {
  return Array.from({ length: horizon }, (_, step) => {
    const season = fit.seasonals[step % fit.seasonals.length] ?? 0;
    const line = fit.level + (step + 1) * fit.slope;
    return fit.form === "additive" ? line + season : line * season;
  });
}

interface Start {
  readonly form: SeasonalForm;
  readonly level: number;
  readonly slope: number;
  readonly seasonals: readonly number[];
}

function startOf(series: readonly number[], form: SeasonalForm, period: number): Start | null {
  if (series.length < 2 * period) return null;
  if (form === "multiplicative" && series.some((value) => value <= 0)) return null;
  const parts = decompose(series.slice(0, 2 * period), form, period);
  if (parts === null) return null;
  const trend = parts.trend.filter((value) => value !== null);
  const { intercept, slope } = fitLine(trend);
  return { form, level: intercept, slope, seasonals: parts.figure };
}

/** Fits y = intercept + slope × t, t from 1, by least squares. */
export function fitLine(values: readonly number[]): { readonly intercept: number; readonly slope: number } {
  const n = values.length;
  const middle = (n + 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  let [product, square] = [0, 0];
  values.forEach((value, index) => {
    product += (index + 1 - middle) * (value - mean);
    square += (index + 1 - middle) ** 2;
  });
  const slope = square === 0 ? 0 : product / square;
  return { intercept: mean - slope * middle, slope };
}

interface Smoothed {
  readonly errors: number;
  readonly level: number;
  readonly slope: number;
  readonly seasons: readonly number[];
}

/**
 * Runs the recursions from the second year on; the gradient by logit weights is carried along. Returns infinite errors
 * where a multiplicative season or level leaves what can be divided by.
 */
function smooth(series: readonly number[], start: Start, at: Float64Array, gradient: Float64Array): Smoothed {
  const [alpha = 0, beta = 0, gamma = 0] = [...at].map(sigmoid);
  const isAdditive = start.form === "additive";
  const period = start.seasonals.length;
  const seasons = [...start.seasonals];
  const seasonSlopes = seasons.map(() => new Float64Array(3));
  let [level, slope, errors] = [start.level, start.slope, 0];
  const [levelBy, slopeBy, squaresBy] = [new Float64Array(3), new Float64Array(3), new Float64Array(3)];
  for (let index = period; index < series.length; index += 1) {
    const value = series[index] ?? 0;
    const place = index % period;
    const season = seasons[place] ?? 0;
    const seasonBy = seasonSlopes[place] ?? new Float64Array(3);
    const line = level + slope;
    const error = value - (isAdditive ? line + season : line * season);
    const clean = isAdditive ? value - season : value / season;
    const nextLevel = alpha * clean + (1 - alpha) * line;
    const nextSlope = beta * (nextLevel - level) + (1 - beta) * slope;
    const rest = isAdditive ? value - nextLevel : value / nextLevel;
    for (let by = 0; by < 3; by += 1) {
      const [ofLevel, ofSlope, ofSeason] = [levelBy[by] ?? 0, slopeBy[by] ?? 0, seasonBy[by] ?? 0];
      const ofLine = ofLevel + ofSlope;
      squaresBy[by] =
        (squaresBy[by] ?? 0) - 2 * error * (isAdditive ? ofLine + ofSeason : ofLine * season + line * ofSeason);
      const ofClean = isAdditive ? -ofSeason : (-value / season ** 2) * ofSeason;
      const newLevel = alpha * ofClean + (1 - alpha) * ofLine + (by === 0 ? clean - line : 0);
      slopeBy[by] = beta * (newLevel - ofLevel) + (1 - beta) * ofSlope + (by === 1 ? nextLevel - level - slope : 0);
      const ofRest = isAdditive ? -newLevel : (-value / nextLevel ** 2) * newLevel;
      seasonBy[by] = gamma * ofRest + (1 - gamma) * ofSeason + (by === 2 ? rest - season : 0);
      levelBy[by] = newLevel;
    }
    errors += error ** 2;
    seasons[place] = gamma * rest + (1 - gamma) * season;
    [level, slope] = [nextLevel, nextSlope];
  }
  const turns = [alpha * (1 - alpha), beta * (1 - beta), gamma * (1 - gamma)];
  for (let by = 0; by < 3; by += 1) gradient[by] = (squaresBy[by] ?? 0) * (turns[by] ?? 0);
  return { errors: Number.isFinite(errors) ? errors : Number.POSITIVE_INFINITY, level, slope, seasons };
}

function finish(series: readonly number[], start: Start, weights: SmoothingWeights): HoltWinters {
  const { errors, level, slope, seasons } = smooth(
    series,
    start,
    Float64Array.from(logits(weights)),
    new Float64Array(3),
  );
  const next = series.length % seasons.length;
  return {
    form: start.form,
    ...weights,
    level,
    slope,
    seasonals: [...seasons.slice(next), ...seasons.slice(0, next)],
    sumOfSquares: errors,
  };
}

function spreadOf(series: readonly number[]): number {
  const mean = series.reduce((sum, value) => sum + value, 0) / series.length;
  return series.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

function logits({ alpha, beta, gamma }: SmoothingWeights): readonly number[] {
  return [alpha, beta, gamma].map((weight) => {
    const inside = Math.min(1 - 1e-15, Math.max(1e-15, weight));
    return Math.log(inside / (1 - inside));
  });
}

function sigmoid(at: number): number {
  return 1 / (1 + Math.exp(-at));
}
