const mostTerms = 20_000;
const smallest = 1e-16;

/**
 * Sums the series of Gauss's hypergeometric function ₂F₁(a, b; c; z) for 0 ≤ z < 1 and c > 0, to a relative 1e-16.
 * Null where 20,000 terms do not suffice.
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number | null {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < mostTerms; n += 1) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (Math.abs(term) <= smallest * Math.abs(sum)) return sum;
  }
  return null;
}
