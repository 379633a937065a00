import { minimize } from "../../transforms/fits/bfgs.ts";
import type { Past } from "../../transforms/fits/expectations.ts";
import { lnGamma } from "../../transforms/fits/gamma.ts";
import { hypergeometric } from "../../transforms/fits/hypergeometric.ts";
import { invert } from "../../transforms/fits/linear.ts";
import type { PurchaseHistory } from "../../transforms/fits/purchases.ts";
import { gammaFraction } from "../../transforms/fits/tails.ts";

/**
 * Gamma(r, alpha) of the purchase rate and Gamma(s, beta) of the rate of leaving, which here may happen at any moment
 * (Schmittlein, Morrison, Colombo 1987); alpha and beta in units of time. No metric is made of it: it stands beside
 * BG/NBD and MBG/NBD so that they can be checked against the older model, whose figures are published too.
 */
export interface ParetoParameters {
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
}

/** Parameters of largest likelihood. */
export interface ParetoFit extends ParetoParameters {
  readonly logLikelihood: number;
  readonly isConverged: boolean;
  readonly isAtBound: boolean;
  /** Standard errors of r, alpha, s, beta from the numerical Hessian; null where it is singular. */
  readonly errors: readonly number[] | null;
}

/** The oldest client is this old while fitting, so that bounds on log-parameters mean the same in any unit. */
const largestAge = 10;
/** Two starts, r, alpha, s, beta in scaled time. */
const starts = [
  [0.5, 1, 0.5, 1],
  [1.5, 4, 1, 4],
] as const;
const slopeStep = 1e-5;
const curvatureStep = 1e-3;

/**
 * Fits Pareto/NBD by maximum likelihood on grouped histories (models.md §3b), with differences for a gradient. Time may
 * be in any unit; alpha and beta come back in the same. Null without clients, without repeats, or where nobody has an age.
 */
export function fitPareto(histories: readonly PurchaseHistory[]): ParetoFit | null {
  const oldest = histories.reduce((most, { age }) => Math.max(most, age), 0);
  const repeats = histories.reduce((sum, { x, weight }) => sum + x * weight, 0);
  if (oldest <= 0 || repeats <= 0) return null;
  const scale = largestAge / oldest;
  const scaled = histories.map(({ x, tx, age, weight }) => ({ x, tx: tx * scale, age: age * scale, weight }));
  const clients = histories.reduce((sum, { weight }) => sum + weight, 0);
  const value = (at: ArrayLike<number>) => -paretoLogLikelihood(asParameters(at, Math.exp), scaled) / clients;
  const objective = (at: Float64Array, gradient: Float64Array) => {
    gradient.set(at.map((_, index) => slopeOf(value, at, index)));
    return value(at);
  };
  const found = starts.map((start) => minimize(objective, start.map(Math.log)));
  const best = found.reduce((left, right) => (right.value < left.value ? right : left));
  const { r, alpha, s, beta } = asParameters(best.at, Math.exp);
  const parameters = { r, alpha: alpha / scale, s, beta: beta / scale };
  return {
    ...parameters,
    logLikelihood: -best.value * clients + repeats * Math.log(scale),
    isConverged: best.isConverged,
    isAtBound: best.atBound.length > 0,
    errors: best.atBound.length > 0 ? null : errorsAt(parameters, histories),
  };
}

/** Computes the log-likelihood of histories under given parameters (Fader, Hardie 2005, note 009). */
export function paretoLogLikelihood(parameters: ParetoParameters, histories: readonly PurchaseHistory[]): number {
  return histories.reduce((sum, history) => sum + history.weight * lnLikelihood(parameters, history), 0);
}

/** Computes the probability that a client has not left by the end of its history. */
export function paretoAlive(parameters: ParetoParameters, past: Past): number {
  return 1 / (1 + Math.exp(lnOddsGone(parameters, past)));
}

/** Computes the expected number of orders in the next `horizon`. */
export function paretoOrders(parameters: ParetoParameters, past: Past, horizon: number): number {
  const { r, alpha, s, beta } = parameters;
  const rate = (r + past.x) / (alpha + past.age);
  const to = beta + past.age;
  return paretoAlive(parameters, past) * rate * to * timeAlive(s, horizon / to);
}

/** Computes the expected number of orders of a new client in the time `horizon` after its first purchase. */
export function paretoOrdersOfNewClient({ r, alpha, s, beta }: ParetoParameters, horizon: number): number {
  return (r / alpha) * beta * timeAlive(s, horizon / beta);
}

/**
 * Computes discounted expected residual transactions: the worth today of all orders to come, in orders, when one that
 * comes after time t counts e^(−rate·t), rate > 0 (Fader, Hardie, Lee 2005b; models.md §4.2).
 */
export function paretoDiscountedOrders(parameters: ParetoParameters, past: Past, rate: number): number {
  const { r, alpha, s, beta } = parameters;
  const z = rate * (beta + past.age);
  const lnWeight =
    r * Math.log(alpha) + s * Math.log(beta) + (s - 1) * Math.log(rate) + lnGamma(r + past.x + 1) - lnGamma(r);
  const lnTime = (r + past.x + 1) * Math.log(alpha + past.age);
  const lnTricomi = (1 - s) * Math.log(z) + Math.log(gammaFraction(1 - s, z));
  return Math.exp(lnWeight + lnTricomi - lnTime - lnLikelihood(parameters, past));
}

function lnLikelihood(parameters: ParetoParameters, past: Past): number {
  const { r, alpha, s, beta } = parameters;
  const { x, age } = past;
  const odds = lnOddsGone(parameters, past);
  const lnStayed = -(r + x) * Math.log(alpha + age) - s * Math.log(beta + age);
  const lnEither = Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds)));
  return lnGamma(r + x) - lnGamma(r) + r * Math.log(alpha) + s * Math.log(beta) + lnStayed + lnEither;
}

/** The log of the odds of having left between the last order and now; −∞ where no time lies between. */
function lnOddsGone(parameters: ParetoParameters, { x, tx, age }: Past): number {
  const { r, alpha, s, beta } = parameters;
  const [sinceLast, sinceEnd] = [lnBranch(parameters, x, tx), lnBranch(parameters, x, age)];
  const lnGone = sinceLast + Math.log(-Math.expm1(Math.min(0, sinceEnd - sinceLast)));
  return Math.log(s / (r + s + x)) + lnGone + (r + x) * Math.log(alpha + age) + s * Math.log(beta + age);
}

/**
 * The log of F(r+s+x, b; r+s+x+1; z) / (m+t)^(r+s+x), m the larger of alpha and beta. Euler's transformation takes the
 * growing factor out of the series.
 */
function lnBranch({ r, alpha, s, beta }: ParetoParameters, x: number, time: number): number {
  const a = r + s + x;
  const b = alpha >= beta ? s + 1 : r + x;
  const [less, more] = [Math.min(alpha, beta) + time, Math.max(alpha, beta) + time];
  const series = hypergeometric(1, a + 1 - b, a + 1, (more - less) / more);
  return (1 - b) * Math.log(less / more) + Math.log(series ?? Number.NaN) - a * Math.log(more);
}

/** ((1+z)^(1−s) − 1) / (1−s): the time a client is expected to stay of the next z, in units of beta plus its age; at s = 1 a logarithm. */
function timeAlive(s: number, z: number): number {
  const lnGrown = Math.log1p(z);
  return s === 1 ? lnGrown : Math.expm1((1 - s) * lnGrown) / (1 - s);
}

function errorsAt(parameters: ParetoParameters, histories: readonly PurchaseHistory[]): readonly number[] | null {
  const at = [parameters.r, parameters.alpha, parameters.s, parameters.beta];
  const value = (moved: readonly number[]) => -paretoLogLikelihood(asParameters(moved), histories);
  const steps = at.map((part) => part * curvatureStep);
  const moved = (moves: readonly (readonly [number, number])[]) =>
    value(at.map((part, index) => moves.reduce((sum, [place, by]) => (place === index ? sum + by : sum), part)));
  const hessian = steps.map((left, i) =>
    steps.map((right, j) => {
      const corner = (up: number, across: number) =>
        moved([
          [i, up * left],
          [j, across * right],
        ]);
      return (corner(1, 1) - corner(1, -1) - corner(-1, 1) + corner(-1, -1)) / (4 * left * right);
    }),
  );
  return invert(hessian)?.map((row, index) => Math.sqrt(row[index] ?? 0)) ?? null;
}

function slopeOf(value: (at: Float64Array) => number, at: Float64Array, index: number): number {
  const [up, down] = [Float64Array.from(at), Float64Array.from(at)];
  up[index] = (at[index] ?? 0) + slopeStep;
  down[index] = (at[index] ?? 0) - slopeStep;
  return (value(up) - value(down)) / (2 * slopeStep);
}

function asParameters(at: ArrayLike<number>, read: (part: number) => number = (part) => part): ParetoParameters {
  const [r = 0, alpha = 0, s = 0, beta = 0] = Array.from(at, read);
  return { r, alpha, s, beta };
}
