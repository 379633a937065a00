/** Where the asymptotic series take over: below, the recurrence walks up. */
const seriesFrom = 10;

const lnGammaSeries = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156] as const;
const digammaSeries = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12] as const;
const halfLnTwoPi = 0.5 * Math.log(2 * Math.PI);

/** Computes the logarithm of the gamma function for z > 0: recurrence to z ≥ 10, then Stirling's series. */
export function lnGamma(z: number): number {
  let product = 1;
  let shifted = z;
  for (; shifted < seriesFrom; shifted += 1) product *= shifted;
  const inverse = 1 / shifted;
  const sum = alternatingSum(lnGammaSeries, inverse * inverse) * inverse;
  return (shifted - 0.5) * Math.log(shifted) - shifted + halfLnTwoPi + sum - Math.log(product);
}

/** Computes the derivative of lnGamma for z > 0: recurrence to z ≥ 10, then the asymptotic series. */
export function digamma(z: number): number {
  let below = 0;
  let shifted = z;
  for (; shifted < seriesFrom; shifted += 1) below += 1 / shifted;
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  return Math.log(shifted) - 0.5 * inverse - alternatingSum(digammaSeries, square) * square - below;
}

function alternatingSum(coefficients: readonly number[], variable: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * variable + coefficient, 0);
}
