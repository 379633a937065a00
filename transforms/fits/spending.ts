import { minimize } from "./bfgs.ts";
import { digamma, lnGamma } from "./gamma.ts";

/** Clients with x repeat purchases worth z on average, z > 0. */
export interface Spending {
  readonly x: number;
  readonly z: number;
  readonly weight: number;
}

/** Gamma–Gamma: purchases are Gamma(p, ν), ν differs between clients as Gamma(q, gamma). Money in the unit of z. */
export interface SpendingFit {
  readonly p: number;
  readonly q: number;
  readonly gamma: number;
  readonly logLikelihood: number;
  readonly isConverged: boolean;
  readonly isAtBound: boolean;
}

/**
 * Fits the Gamma–Gamma model of spend (models.md §4.1) by maximum likelihood; q = 1 + e^u, so that the mean exists.
 * Null without clients. Rows with x < 1 or z ≤ 0 must not be given.
 */
export function fitSpending(spendings: readonly Spending[]): SpendingFit | null {
  const clients = spendings.reduce((sum, { weight }) => sum + weight, 0);
  const mean = spendings.reduce((sum, { z, weight }) => sum + z * weight, 0) / clients;
  if (!(mean > 0)) return null;
  const scaled = spendings.map(({ x, z, weight }) => ({ x, z: z / mean, weight }));
  const likelihood = new SpendingLikelihood(scaled);
  const objective = (at: Float64Array, gradient: Float64Array) => {
    const [p = 0, beyond = 0, gamma = 0] = Array.from(at, Math.exp);
    const value = likelihood.at(p, 1 + beyond, gamma, gradient);
    [p, beyond, gamma].forEach((natural, index) => {
      gradient[index] = (-(gradient[index] ?? 0) * natural) / clients;
    });
    return -value / clients;
  };
  const found = [
    [2, 2, 1],
    [6, 1, 0.3],
  ].map((start) => minimize(objective, start.map(Math.log)));
  const best = found.reduce((left, right) => (right.value < left.value ? right : left));
  const [p = 0, beyond = 0, gamma = 0] = Array.from(best.at, Math.exp);
  return {
    p,
    q: 1 + beyond,
    gamma: gamma * mean,
    logLikelihood: -best.value * clients - clients * Math.log(mean),
    isConverged: best.isConverged,
    isAtBound: best.atBound.length > 0,
  };
}

/** Computes the log-likelihood of spendings under given parameters. */
export function spendingLogLikelihood(
  { p, q, gamma }: Pick<SpendingFit, "p" | "q" | "gamma">,
  spendings: readonly Spending[],
): number {
  return new SpendingLikelihood(spendings).at(p, q, gamma, new Float64Array(3));
}

/** The log-likelihood with the data laid out flat, sorted by x: what depends on x alone is computed once. */
class SpendingLikelihood {
  readonly #xs: Float64Array;
  readonly #ends: Int32Array;
  readonly #z: Float64Array;
  readonly #lnZ: Float64Array;
  readonly #weight: Float64Array;

  constructor(spendings: readonly Spending[]) {
    const sorted = [...spendings].sort((left, right) => left.x - right.x || left.z - right.z);
    const lasts = sorted.flatMap(({ x }, index) => (sorted[index + 1]?.x === x ? [] : [index]));
    this.#xs = Float64Array.from(lasts, (last) => sorted[last]?.x ?? 0);
    this.#ends = Int32Array.from(lasts, (last) => last + 1);
    this.#z = Float64Array.from(sorted, ({ z }) => z);
    this.#lnZ = this.#z.map(Math.log);
    this.#weight = Float64Array.from(sorted, ({ weight }) => weight);
  }

  /** The sum over all clients, and its gradient in p, q, gamma. */
  at(p: number, q: number, gamma: number, gradient: Float64Array): number {
    const [lnG, lnGammaQ, psiQ] = [Math.log(gamma), lnGamma(q), digamma(q)];
    let total = 0;
    gradient.fill(0);
    for (let group = 0, from = 0; group < this.#xs.length; group += 1) {
      const x = this.#xs[group] ?? 0;
      const to = this.#ends[group] ?? 0;
      const both = p * x + q;
      const { count, lnZ, lnSum, inverse } = this.#sumGroup(x, gamma, from, to);
      const constant = lnGamma(both) - lnGamma(p * x) - lnGammaQ + q * lnG + p * x * Math.log(x);
      total += count * constant + (p * x - 1) * lnZ - both * lnSum;
      const inP = x * (count * (digamma(both) - digamma(p * x) + Math.log(x)) + lnZ - lnSum);
      const inQ = count * (digamma(both) - psiQ + lnG) - lnSum;
      const inGamma = (count * q) / gamma - both * inverse;
      gradient.set([(gradient[0] ?? 0) + inP, (gradient[1] ?? 0) + inQ, (gradient[2] ?? 0) + inGamma]);
      from = to;
    }
    return total;
  }

  #sumGroup(x: number, gamma: number, from: number, to: number) {
    let [count, lnZ, lnSum, inverse] = [0, 0, 0, 0];
    for (let index = from; index < to; index += 1) {
      const weight = this.#weight[index] as number;
      const sum = gamma + x * (this.#z[index] as number);
      count += weight;
      lnZ += weight * (this.#lnZ[index] as number);
      lnSum += weight * Math.log(sum);
      inverse += weight / sum;
    }
    return { count, lnZ, lnSum, inverse };
  }
}
