import { lnGamma } from "./gamma.ts";

const tiny = 1e-300;
const precision = 1e-15;
const mostSteps = 10_000;

/** Computes Q(a, x), the regularised upper incomplete gamma function: by its series, or its continued fraction (Lentz). */
function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - lnGamma(a));
  if (x < a + 1) return 1 - front * gammaSeries(a, x);
  return front * gammaFraction(a, x);
}

/** Computes e^x · x^−a · Γ(a, x), x > 0, for any a, by its continued fraction (Lentz). */
export function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let [c, d] = [1 / tiny, 1 / keepAway(b)];
  let fraction = d;
  for (let n = 1; n < mostSteps; n += 1) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / keepAway(step * d + b);
    c = keepAway(b + step / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < precision) break;
  }
  return fraction;
}

/** Computes the chance that a chi-square of so many degrees of freedom exceeds the value. */
export function chiSquareTail(value: number, degrees: number): number {
  return upperGamma(degrees / 2, value / 2);
}

/** Computes the two-sided p of a normal deviate: Q(1/2, z²/2) (models.md §0.3). */
export function normalTail(z: number): number {
  return upperGamma(0.5, (z * z) / 2);
}

/** Computes the two-sided p of Student's t. Degrees of freedom need not be whole. */
export function studentTail(t: number, degrees: number): number {
  return regularizedBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
}

/** Finds the t whose two-sided tail is `tail`, by bisection. */
export function studentQuantile(tail: number, degrees: number): number {
  let [low, high] = [0, 1];
  while (studentTail(high, degrees) > tail) high *= 2;
  while (high - low > 1e-12 * high) {
    const middle = (low + high) / 2;
    if (studentTail(middle, degrees) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Computes I_x(a, b), the regularised incomplete beta function, by its continued fraction (Lentz). */
function regularizedBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - regularizedBeta(1 - x, b, a);
  const front = Math.exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  let [c, d] = [1, 1 / keepAway(1 - ((a + b) * x) / (a + 1))];
  let fraction = d;
  for (let m = 1; m < mostSteps; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / keepAway(1 + even * d);
    c = keepAway(1 + even / c);
    fraction *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / keepAway(1 + odd * d);
    c = keepAway(1 + odd / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < precision) break;
  }
  return (front * fraction) / a;
}

function gammaSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < mostSteps && Math.abs(term) > Math.abs(sum) * precision; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** Nothing is divided by zero in a continued fraction. */
function keepAway(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
