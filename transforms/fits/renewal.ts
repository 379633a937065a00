import { minimize } from "./bfgs.ts";
import { digamma, lnGamma } from "./gamma.ts";

/** How many contracts ended at each renewal, and how many were still held after the last one seen. */
export interface Renewals {
  /** Lost at the first, second, … renewal. */
  readonly lost: readonly number[];
  /** Held after the first, second, … renewal and not seen further: censored there. */
  readonly held: readonly number[];
}

/** Shifted-beta-geometric: the chance not to renew differs between clients as Beta(a, b). */
export interface RenewalFit {
  readonly a: number;
  readonly b: number;
  readonly logLikelihood: number;
  readonly isConverged: boolean;
  readonly isAtBound: boolean;
}

/** Fits the shifted-beta-geometric model of renewals (Fader, Hardie 2007; models.md §3b). Null unless some were lost and some held. */
export function fitRenewals(renewals: Renewals): RenewalFit | null {
  const lost = total(renewals.lost);
  const held = total(renewals.held);
  if (lost <= 0 || held <= 0) return null;
  const clients = lost + held;
  const objective = (at: Float64Array, gradient: Float64Array) => {
    const [a = 0, b = 0] = Array.from(at, Math.exp);
    const value = renewalLogLikelihood(renewals, a, b, gradient);
    [a, b].forEach((natural, index) => {
      gradient[index] = (-(gradient[index] ?? 0) * natural) / clients;
    });
    return -value / clients;
  };
  const best = minimize(objective, [0, 1]);
  const [a = 0, b = 0] = Array.from(best.at, Math.exp);
  return {
    a,
    b,
    logLikelihood: -best.value * clients,
    isConverged: best.isConverged,
    isAtBound: best.atBound.length > 0,
  };
}

/** Computes the share still held after `renewals` renewals: B(a, b + t) / B(a, b). */
export function survivalAt({ a, b }: Pick<RenewalFit, "a" | "b">, renewals: number): number {
  return Math.exp(lnGamma(b + renewals) - lnGamma(b) + lnGamma(a + b) - lnGamma(a + b + renewals));
}

/** Computes the chance to renew at the t-th renewal of those who held until then. */
export function retentionAt({ a, b }: Pick<RenewalFit, "a" | "b">, renewal: number): number {
  return (b + renewal - 1) / (a + b + renewal - 1);
}

/** ln P(lost at t) = ln B(a + 1, b + t − 1) − ln B(a, b); ln S(t) = ln B(a, b + t) − ln B(a, b). */
function renewalLogLikelihood({ lost, held }: Renewals, a: number, b: number, gradient: Float64Array): number {
  gradient.fill(0);
  let sum = 0;
  const add = (weight: number, fromA: number, fromB: number) => {
    if (weight === 0) return;
    const whole = a + fromA + b + fromB;
    sum +=
      weight * (lnGamma(a + fromA) + lnGamma(b + fromB) - lnGamma(whole) - lnGamma(a) - lnGamma(b) + lnGamma(a + b));
    const shared = digamma(a + b) - digamma(whole);
    gradient[0] = (gradient[0] ?? 0) + weight * (digamma(a + fromA) - digamma(a) + shared);
    gradient[1] = (gradient[1] ?? 0) + weight * (digamma(b + fromB) - digamma(b) + shared);
  };
  lost.forEach((weight, index) => {
    add(weight, 1, index);
  });
  held.forEach((weight, index) => {
    add(weight, 0, index + 1);
  });
  return sum;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
