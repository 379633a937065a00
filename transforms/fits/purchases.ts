import { type BfgsOptions, type Minimum, minimize } from "./bfgs.ts";
import { digamma, lnGamma } from "./gamma.ts";

/**
 * Which of the two "buy till you die" models: in `bg` (Fader, Hardie, Lee 2005) a client may leave after a repeat
 * purchase, in `mbg` (Batislam et al. 2007) also right after the first one.
 */
export type PurchaseModel = "bg" | "mbg";

/** Clients that share repeat purchases x, time of the last one after the first t_x, and age T, in one unit of time. */
export interface PurchaseHistory {
  readonly x: number;
  readonly tx: number;
  readonly age: number;
  /** How many clients share it. */
  readonly weight: number;
}

/** Gamma(r, alpha) of the purchase rate, Beta(a, b) of the chance to leave at a purchase; alpha in units of time. */
export interface PurchaseParameters {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** Parameters of largest likelihood, and how the search for them ended. */
export interface PurchaseFit extends PurchaseParameters {
  readonly logLikelihood: number;
  readonly isConverged: boolean;
  readonly isAtBound: boolean;
  readonly evaluations: number;
}

/** The oldest client is this old while fitting, so that bounds on log-parameters mean the same in any unit. */
const largestAge = 10;

/** Two starts, r, alpha, a, b in scaled time: they must not end in different places. */
const starts = [
  [0.5, 1, 0.8, 2.5],
  [1.5, 4, 0.3, 0.6],
] as const;

/**
 * Fits a model by maximum likelihood on grouped histories (models.md §3b). Time may be in any unit; alpha comes back
 * in the same. Null without clients, without repeats, or where nobody has an age.
 */
export function fitPurchases(
  model: PurchaseModel,
  histories: readonly PurchaseHistory[],
  from: readonly PurchaseParameters[] = [],
): PurchaseFit | null {
  const oldest = histories.reduce((most, { age }) => Math.max(most, age), 0);
  const repeats = histories.reduce((sum, { x, weight }) => sum + x * weight, 0);
  if (oldest <= 0 || repeats <= 0) return null;
  const scale = largestAge / oldest;
  const likelihood = new PurchaseLikelihood(model, scaleTime(histories, scale));
  const clients = histories.reduce((sum, { weight }) => sum + weight, 0);
  const own = from.map(({ r, alpha, a, b }) => [r, alpha * scale, a, b]);
  const best = minimizeFromAll(likelihood, clients, own.length > 0 ? own : starts);
  const [r = 0, alpha = 0, a = 0, b = 0] = Array.from(best.at, Math.exp);
  return {
    r,
    alpha: alpha / scale,
    a,
    b,
    logLikelihood: -best.value * clients + repeats * Math.log(scale),
    isConverged: best.isConverged,
    isAtBound: best.atBound.length > 0,
    evaluations: best.evaluations,
  };
}

/** Computes the log-likelihood of histories under given parameters. */
export function purchaseLogLikelihood(
  model: PurchaseModel,
  { r, alpha, a, b }: PurchaseParameters,
  histories: readonly PurchaseHistory[],
): number {
  return new PurchaseLikelihood(model, histories).at(r, alpha, a, b, new Float64Array(4));
}

/** Makes a function that computes the gradient of the log-likelihood in r, alpha, a, b, of histories laid out once. */
export function purchaseGradient(
  model: PurchaseModel,
  histories: readonly PurchaseHistory[],
): (at: PurchaseParameters) => readonly number[] {
  const likelihood = new PurchaseLikelihood(model, histories);
  return ({ r, alpha, a, b }) => {
    const gradient = new Float64Array(4);
    likelihood.at(r, alpha, a, b, gradient);
    return [...gradient];
  };
}

function scaleTime(histories: readonly PurchaseHistory[], scale: number): readonly PurchaseHistory[] {
  return histories.map(({ x, tx, age, weight }) => ({ x, tx: tx * scale, age: age * scale, weight }));
}

function minimizeFromAll(
  likelihood: PurchaseLikelihood,
  clients: number,
  from: readonly (readonly number[])[],
  options: Partial<BfgsOptions> = {},
): Minimum {
  const objective = (at: Float64Array, gradient: Float64Array) => {
    const [r = 0, alpha = 0, a = 0, b = 0] = Array.from(at, Math.exp);
    const value = likelihood.at(r, alpha, a, b, gradient);
    [r, alpha, a, b].forEach((natural, index) => {
      gradient[index] = (-(gradient[index] ?? 0) * natural) / clients;
    });
    return -value / clients;
  };
  const found = from.map((start) => minimize(objective, start.map(Math.log), options));
  const evaluations = found.reduce((sum, minimum) => sum + minimum.evaluations, 0);
  const best = found.reduce((left, right) => (right.value < left.value ? right : left));
  return { ...best, evaluations };
}

/** The log-likelihood with everything that does not depend on parameters laid out in flat arrays. */
class PurchaseLikelihood {
  readonly #isModified: boolean;
  readonly #xs: Float64Array;
  readonly #weightOfX: Float64Array;
  /** Histories sorted by x: those of the i-th x end where `#ends[i]` says. */
  readonly #ends: Int32Array;
  readonly #tx: Float64Array;
  readonly #age: Float64Array;
  readonly #weight: Float64Array;

  constructor(model: PurchaseModel, histories: readonly PurchaseHistory[]) {
    this.#isModified = model === "mbg";
    const sorted = [...histories].sort((left, right) => left.x - right.x || left.tx - right.tx || left.age - right.age);
    this.#tx = Float64Array.from(sorted, ({ tx }) => tx);
    this.#age = Float64Array.from(sorted, ({ age }) => age);
    this.#weight = Float64Array.from(sorted, ({ weight }) => weight);
    const lasts = sorted.flatMap(({ x }, index) => (sorted[index + 1]?.x === x ? [] : [index]));
    this.#xs = Float64Array.from(lasts, (last) => sorted[last]?.x ?? 0);
    this.#ends = Int32Array.from(lasts, (last) => last + 1);
    this.#weightOfX = new Float64Array(this.#xs.length);
    let group = 0;
    for (let index = 0; index < sorted.length; index += 1) {
      if (index === this.#ends[group]) group += 1;
      this.#weightOfX[group] = (this.#weightOfX[group] ?? 0) + (this.#weight[index] ?? 0);
    }
  }

  /** The sum over all clients (annex A: log-sum-exp of A3 and A4), and its gradient in r, alpha, a, b. */
  at(r: number, alpha: number, a: number, b: number, gradient: Float64Array): number {
    const terms = new Terms(this.#isModified, r, alpha, a, b);
    let total = 0;
    gradient.fill(0);
    for (let group = 0, from = 0; group < this.#xs.length; group += 1) {
      const x = this.#xs[group] ?? 0;
      const to = this.#ends[group] ?? 0;
      total += terms.ofX(x, this.#weightOfX[group] ?? 0, gradient) + this.#sumGroup(terms, x, from, to, gradient);
      from = to;
    }
    return total;
  }

  #sumGroup(terms: Terms, x: number, from: number, to: number, gradient: Float64Array): number {
    const { r, alpha, a } = terms;
    const shape = r + x;
    const left = terms.lnLeft(x);
    const [tx, age, weight] = [this.#tx, this.#age, this.#weight];
    let [sum, inR, inAlpha, inLeft] = [0, 0, 0, 0];
    for (let index = from; index < to; index += 1) {
      const toEnd = alpha + (age[index] as number);
      const toLast = alpha + (tx[index] as number);
      const count = weight[index] as number;
      const lnEnd = Math.log(toEnd);
      const lnLast = Math.log(toLast);
      const odds = left + shape * (lnEnd - lnLast);
      const small = Math.exp(odds > 0 ? -odds : odds);
      const gone = (odds > 0 ? 1 : small) / (1 + small);
      sum += count * (Math.max(odds, 0) + Math.log1p(small) - shape * lnEnd);
      inR -= count * ((1 - gone) * lnEnd + gone * lnLast);
      inAlpha -= count * shape * ((1 - gone) / toEnd + gone / toLast);
      inLeft += count * gone;
    }
    gradient[0] = (gradient[0] ?? 0) + inR;
    gradient[1] = (gradient[1] ?? 0) + inAlpha;
    gradient[2] = (gradient[2] ?? 0) + inLeft / a;
    if (inLeft > 0) gradient[3] = (gradient[3] ?? 0) - inLeft / terms.leftDivisor(x);
    return sum;
  }
}

/** The parts of the likelihood that depend on x alone: A1, A2 and the constant of A4. */
class Terms {
  readonly #shift: 0 | 1;
  readonly #constant: number;
  readonly #psi: readonly [r: number, b: number, ab: number];
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;

  constructor(isModified: boolean, r: number, alpha: number, a: number, b: number) {
    this.#shift = isModified ? 1 : 0;
    this.r = r;
    this.alpha = alpha;
    this.a = a;
    this.b = b;
    this.#constant = r * Math.log(alpha) - lnGamma(r) + lnGamma(a + b) - lnGamma(b);
    this.#psi = [digamma(r), digamma(b), digamma(a + b)];
  }

  ofX(x: number, weight: number, gradient: Float64Array): number {
    const { r, alpha, a, b } = this;
    const n = x + this.#shift;
    const [psiR, psiB, psiAb] = this.#psi;
    const psiAbn = digamma(a + b + n);
    gradient[0] = (gradient[0] ?? 0) + weight * (digamma(r + x) - psiR + Math.log(alpha));
    gradient[1] = (gradient[1] ?? 0) + (weight * r) / alpha;
    gradient[2] = (gradient[2] ?? 0) + weight * (psiAb - psiAbn);
    gradient[3] = (gradient[3] ?? 0) + weight * (psiAb - psiAbn + digamma(b + n) - psiB);
    return weight * (this.#constant + lnGamma(r + x) + lnGamma(b + n) - lnGamma(a + b + n));
  }

  /** What a is divided by in the odds of having left. */
  leftDivisor(x: number): number {
    return this.b + x - 1 + this.#shift;
  }

  /** Log of a/(b+x−1) for BG, a/(b+x) for MBG; −∞ where nobody can have left yet. */
  lnLeft(x: number): number {
    return this.#shift === 0 && x === 0 ? Number.NEGATIVE_INFINITY : Math.log(this.a) - Math.log(this.leftDivisor(x));
  }
}
