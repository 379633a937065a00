const mostTerms = 20_000;
const smallest = 1e-16;
/** Beyond this, sums are carried on by their logarithm, so that none overflows. */
const large = 1e200;

/**
 * Sums the series of Gauss's hypergeometric function ₂F₁(a, b; c; z) for 0 ≤ z < 1 and c > 0, times e^`log`, to a relative 1e-16:
 * a function too great for a number, times a factor too small for one, is a number. Null where 20,000 terms do not suffice.
 */
export function hypergeometric(a: number, b: number, c: number, z: number, log = 0): number | null {
  let term = 1;
  let sum = 1;
  let scale = log;
  for (let n = 0; n < mostTerms; n += 1) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (Math.abs(term) <= smallest * Math.abs(sum)) return sum * Math.exp(scale);
    if (Math.abs(sum) > large) {
      term /= large;
      sum /= large;
      scale += Math.log(large);
    }
  }
  return null;
}
