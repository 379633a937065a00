import { solve } from "./linear.ts";

/** Cases that share features: how many, and in how many of them it came true. */
export interface Cases {
  readonly features: readonly number[];
  readonly count: number;
  readonly hits: number;
}

/** Log-odds = intercept + Σ coefficient · feature, in the units the features came in. */
export interface LogisticFit {
  readonly intercept: number;
  readonly coefficients: readonly number[];
  readonly isConverged: boolean;
}

const mostSteps = 50;
/** A little ridge on standardised features keeps separable cases finite. */
const ridge = 1e-4;

/**
 * Fits a logistic regression by iteratively reweighted least squares with a small ridge on standardised features.
 * Null when the cases are all hits or all misses.
 */
export function fitLogistic(cases: readonly Cases[]): LogisticFit | null {
  const count = sum(cases, (one) => one.count);
  const hits = sum(cases, (one) => one.hits);
  const size = cases[0]?.features.length ?? 0;
  if (hits <= 0 || hits >= count) return null;
  const scales = Array.from({ length: size }, (_, at) => scaleOf(cases, at, count));
  const table = standardise(cases, scales);
  let weights = [Math.log(hits / (count - hits)), ...scales.map(() => 0)];
  let isConverged = false;
  for (let step = 0; step < mostSteps && !isConverged; step += 1) {
    const moved = newtonStep(table, weights, count);
    if (moved === null) break;
    isConverged = moved.every((value, at) => Math.abs(value - (weights[at] ?? 0)) < 1e-9);
    weights = [...moved];
  }
  return { ...unscale(weights, scales), isConverged };
}

interface Scale {
  readonly mean: number;
  readonly deviation: number;
}

function scaleOf(cases: readonly Cases[], at: number, count: number): Scale {
  const mean = sum(cases, (one) => one.count * (one.features[at] ?? 0)) / count;
  const variance = sum(cases, (one) => one.count * ((one.features[at] ?? 0) - mean) ** 2) / count;
  return { mean, deviation: variance > 1e-18 ? Math.sqrt(variance) : 1 };
}

/** Cases laid out flat: a one and the standardised features of each, row after row. */
interface Table {
  readonly width: number;
  readonly features: Float64Array;
  readonly counts: Float64Array;
  readonly hits: Float64Array;
}

function standardise(cases: readonly Cases[], scales: readonly Scale[]): Table {
  const width = scales.length + 1;
  const features = new Float64Array(cases.length * width);
  cases.forEach((one, row) => {
    features[row * width] = 1;
    scales.forEach(({ mean, deviation }, at) => {
      features[row * width + at + 1] = ((one.features[at] ?? 0) - mean) / deviation;
    });
  });
  return {
    width,
    features,
    counts: Float64Array.from(cases, ({ count }) => count),
    hits: Float64Array.from(cases, ({ hits }) => hits),
  };
}

function newtonStep(table: Table, weights: readonly number[], count: number): readonly number[] | null {
  const size = table.width;
  const { hessian, slope } = addCurvature(table, Float64Array.from(weights));
  for (let at = 1; at < size; at += 1) {
    hessian[at * size + at] = (hessian[at * size + at] ?? 0) + ridge * count;
    slope[at] = (slope[at] ?? 0) - ridge * count * (weights[at] ?? 0);
  }
  const rows = weights.map((_, row) =>
    weights.map((_, at) => hessian[Math.max(row, at) * size + Math.min(row, at)] ?? 0),
  );
  const step = solve(rows, [...slope]);
  return step === null ? null : weights.map((weight, at) => weight + Math.max(-5, Math.min(5, step[at] ?? 0)));
}

/** The slope of the log-likelihood and the lower half of its curvature. */
function addCurvature({ width, features, counts, hits }: Table, weights: Float64Array) {
  const hessian = new Float64Array(width * width);
  const slope = new Float64Array(width);
  for (let row = 0, start = 0; row < counts.length; row += 1, start += width) {
    let logit = 0;
    for (let at = 0; at < width; at += 1) logit += (features[start + at] as number) * (weights[at] as number);
    const p = 1 / (1 + Math.exp(-logit));
    const cases = counts[row] as number;
    const miss = (hits[row] as number) - cases * p;
    const spread = cases * p * (1 - p);
    for (let i = 0; i < width; i += 1) {
      const left = features[start + i] as number;
      slope[i] = (slope[i] as number) + left * miss;
      for (let j = 0; j <= i; j += 1)
        hessian[i * width + j] = (hessian[i * width + j] as number) + spread * left * (features[start + j] as number);
    }
  }
  return { hessian, slope };
}

function unscale([intercept = 0, ...weights]: readonly number[], scales: readonly Scale[]) {
  const coefficients = weights.map((weight, at) => weight / (scales[at]?.deviation ?? 1));
  return {
    intercept: intercept - coefficients.reduce((total, weight, at) => total + weight * (scales[at]?.mean ?? 0), 0),
    coefficients,
  };
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
