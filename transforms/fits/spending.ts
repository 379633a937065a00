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

/** Computes the expected worth of a purchase of a client: its own mean, drawn to that of all; for x = 0 that of all. */
export function expectedSpend({ p, q, gamma }: Pick<SpendingFit, "p" | "q" | "gamma">, x: number, z: number): number {
  return (p * (gamma + x * z)) / (p * x + q - 1);
}

class SpendingLikelihood {
  readonly #spendings: readonly (Spending & { readonly lnZ: number })[];
  readonly #xs: readonly number[];

  constructor(spendings: readonly Spending[]) {
    this.#spendings = spendings.map((spending) => ({ ...spending, lnZ: Math.log(spending.z) }));
    this.#xs = [...new Set(spendings.map(({ x }) => x))];
  }

  /** The sum over all clients, and its gradient in p, q, gamma. */
  at(p: number, q: number, gamma: number, gradient: Float64Array): number {
    const [lnG, lnGammaQ, psiQ] = [Math.log(gamma), lnGamma(q), digamma(q)];
    const ofX = new Map(
      this.#xs.map((x) => {
        const both = p * x + q;
        const constant = lnGamma(both) - lnGamma(p * x) - lnGammaQ + q * lnG + p * x * Math.log(x);
        const inP = digamma(both) - digamma(p * x) + Math.log(x);
        return [x, { constant, inP, inQ: digamma(both) - psiQ + lnG }];
      }),
    );
    let [total, inP, inQ, inGamma] = [0, 0, 0, 0];
    for (const { x, z, lnZ, weight } of this.#spendings) {
      const shared = ofX.get(x);
      if (shared === undefined) continue;
      const lnSum = Math.log(gamma + x * z);
      total += weight * (shared.constant + (p * x - 1) * lnZ - (p * x + q) * lnSum);
      inP += weight * x * (shared.inP + lnZ - lnSum);
      inQ += weight * (shared.inQ - lnSum);
      inGamma += weight * (q / gamma - (p * x + q) / (gamma + x * z));
    }
    gradient.set([inP, inQ, inGamma]);
    return total;
  }
}
