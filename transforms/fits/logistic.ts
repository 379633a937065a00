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
  const rows = cases.map((one) => ({
    ...one,
    features: [1, ...one.features.map((value, at) => (value - (scales[at]?.mean ?? 0)) / (scales[at]?.deviation ?? 1))],
  }));
  let weights = [Math.log(hits / (count - hits)), ...scales.map(() => 0)];
  let isConverged = false;
  for (let step = 0; step < mostSteps && !isConverged; step += 1) {
    const moved = newtonStep(rows, weights, count);
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

function newtonStep(rows: readonly Cases[], weights: readonly number[], count: number): readonly number[] | null {
  const size = weights.length;
  const hessian = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const slope = new Array<number>(size).fill(0);
  for (const { features, count: cases, hits } of rows) {
    const p = 1 / (1 + Math.exp(-dot(features, weights)));
    const spread = cases * p * (1 - p);
    features.forEach((left, i) => {
      slope[i] = (slope[i] ?? 0) + left * (hits - cases * p);
      const row = hessian[i] ?? [];
      features.forEach((right, j) => {
        row[j] = (row[j] ?? 0) + spread * left * right;
      });
    });
  }
  for (let at = 1; at < size; at += 1) {
    const row = hessian[at] ?? [];
    row[at] = (row[at] ?? 0) + ridge * count;
    slope[at] = (slope[at] ?? 0) - ridge * count * (weights[at] ?? 0);
  }
  const step = solve(hessian, slope);
  return step === null ? null : weights.map((weight, at) => weight + Math.max(-5, Math.min(5, step[at] ?? 0)));
}

function unscale([intercept = 0, ...weights]: readonly number[], scales: readonly Scale[]) {
  const coefficients = weights.map((weight, at) => weight / (scales[at]?.deviation ?? 1));
  return {
    intercept: intercept - coefficients.reduce((total, weight, at) => total + weight * (scales[at]?.mean ?? 0), 0),
    coefficients,
  };
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((total, value, at) => total + value * (right[at] ?? 0), 0);
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
