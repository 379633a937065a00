import { nelderMead } from "../fits/nelder-mead.ts";

/** A client's purchases as its files tell them: repeat days, weeks from the first to the last and to now, mean repeat amount. */
export interface Past {
  readonly x: number;
  readonly last: number;
  readonly age: number;
  readonly mean: number;
}

/** Natural logarithm of the gamma function: stepped up to 12, then Stirling's series. */
function lnGamma(z: number): number {
  if (z < 12) return lnGamma(z + 1) - Math.log(z);
  const series = 1 / (12 * z) - 1 / (360 * z ** 3) + 1 / (1260 * z ** 5) - 1 / (1680 * z ** 7);
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series;
}
const lnBeta = (a: number, b: number) => lnGamma(a) + lnGamma(b) - lnGamma(a + b);

export interface Parameters {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

const read = (logs: readonly number[]) => logs.map(Math.exp);

/** Log-likelihood of MBG/NBD: who bought so often is either still there or left with its last purchase (Batislam et al. 2007). */
export function weighPurchases({ r, alpha, a, b }: Parameters, pasts: readonly Past[]): number {
  return pasts.reduce((sum, { x, last, age }) => {
    const rate = lnGamma(r + x) - lnGamma(r) + r * Math.log(alpha) - lnBeta(a, b);
    const stays = lnBeta(a, b + x + 1) - (r + x) * Math.log(alpha + age);
    const leaves = lnBeta(a + 1, b + x) - (r + x) * Math.log(alpha + last);
    return sum + rate + Math.log(Math.exp(stays - leaves) + 1) + leaves;
  }, 0);
}

export function fitPasts(pasts: readonly Past[]): Parameters {
  const of = (logs: readonly number[]) => {
    const [r = 0, alpha = 0, a = 0, b = 0] = read(logs);
    return { r, alpha, a, b };
  };
  return of(nelderMead((logs) => -weighPurchases(of(logs), pasts), [0, 1, 0, 1]));
}

/** Chance to be there still: what it did is as likely of one who stays as `stays`, of one who left as `leaves`. */
export function chanceAlive({ r, alpha, a, b }: Parameters, { x, last, age }: Past): number {
  const stays = lnBeta(a, b + x + 1) - (r + x) * Math.log(alpha + age);
  const leaves = lnBeta(a + 1, b + x) - (r + x) * Math.log(alpha + last);
  return 1 / (1 + Math.exp(leaves - stays));
}

/** Chance of an order within some weeks: to be there, and not to wait longer at a rate nobody knows. */
export const chanceOrder = (fit: Parameters, past: Past, weeks: number): number =>
  chanceAlive(fit, past) * (1 - ((fit.alpha + past.age) / (fit.alpha + past.age + weeks)) ** (fit.r + past.x));

/**
 * Orders expected within some weeks, by adding up over the chance p to leave at each order: who is there has a rate of
 * Gamma(r + x, alpha + age) and a p of Beta(a, b + x + 1), and orders (1 - exp(-rate p t)) / p times.
 */
export function expectOrders(fit: Parameters, past: Past, weeks: number): number {
  const [shape, scale, b] = [fit.r + past.x, fit.alpha + past.age, fit.b + past.x + 1];
  const steps = 4000;
  let sum = 0;
  for (let step = 0.5; step < steps; step += 1) {
    const p = (step / steps) ** (1 / fit.a);
    sum += ((1 - p) ** (b - 1) * (1 - (scale / (scale + p * weeks)) ** shape)) / p;
  }
  return (chanceAlive(fit, past) * sum) / steps / fit.a / Math.exp(lnBeta(fit.a, b));
}

/** Gamma–Gamma: p, q and gamma of what repeat purchases are worth (models.md §4.1). */
export function fitAmounts(pasts: readonly Past[]): readonly [number, number, number] {
  const own = pasts.filter(({ x, mean }) => x > 0 && mean > 0);
  const of = (logs: readonly number[]) => {
    const [p = 0, q = 0, g = 0] = read(logs);
    return [p, 1 + q, g] as const;
  };
  const cost = (logs: readonly number[]) => {
    const [p, q, g] = of(logs);
    return -own.reduce((sum, { x, mean }) => {
      const scale = q * Math.log(g) + (p * x - 1) * Math.log(mean) + p * x * Math.log(x);
      return sum - lnBeta(p * x, q) + scale - (p * x + q) * Math.log(g + x * mean);
    }, 0);
  };
  return of(nelderMead(cost, [1, 1, 3]));
}

export const expectAmount = ([p, q, g]: readonly [number, number, number], { x, mean }: Past): number =>
  (p * (g + x * mean)) / (p * x + q - 1);

/** Orders expected in months to come, each counted at the middle of its month at a yearly rate. */
export function discountOrders(fit: Parameters, past: Past, months: number, yearly: number): number {
  const weeks = 365 / 12 / 7;
  let [before, sum] = [0, 0];
  for (let month = 1; month <= months; month += 1) {
    const upTo = expectOrders(fit, past, month * weeks);
    sum += (upTo - before) / (1 + yearly) ** ((month - 0.5) / 12);
    before = upTo;
  }
  return sum;
}
