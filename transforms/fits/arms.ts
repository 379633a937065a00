import { normalTail, studentQuantile, studentTail } from "./tails.ts";

const z = 1.959964;
/** The deviate that four of five draws lie below. */
const zOfPower = 0.841621;

/** Buyers among those assigned. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** An average over those assigned, with its sample variance; null for a single one. */
export interface Average {
  readonly mean: number;
  readonly variance: number | null;
  readonly of: number;
}

/** A difference with its 95 % limits, null where they have no meaning. */
export interface Interval {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Compares two shares: their difference with Newcombe's hybrid score limits (1998, method 10), and the pooled score test. */
export function compareShares(treated: Share, control: Share): Interval & { readonly p: number } {
  const [one, two] = [rateOf(treated), rateOf(control)];
  const [first, second] = [wilson(treated), wilson(control)];
  const pooled = (treated.count + control.count) / (treated.of + control.of);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / treated.of + 1 / control.of));
  return {
    value: one - two,
    low: one - two - Math.hypot(one - first.low, second.high - two),
    high: one - two + Math.hypot(first.high - one, two - second.low),
    p: error === 0 ? 1 : normalTail((one - two) / error),
  };
}

/**
 * Counts the clients each arm needs for a difference of two shares to be found at 5 % in four of five campaigns
 * (models.md §5.3). Null where the shares do not differ.
 */
export function clientsPerArm(treatedRate: number, controlRate: number): number | null {
  if (treatedRate === controlRate) return null;
  const spread = treatedRate * (1 - treatedRate) + controlRate * (1 - controlRate);
  return Math.ceil(((z + zOfPower) ** 2 * spread) / (treatedRate - controlRate) ** 2);
}

/** Compares two averages by Welch: limits from 3 degrees of freedom on, p from any; null where a variance is unknown. */
export function compareAverages(treated: Average, control: Average): Interval & { readonly p: number | null } {
  const value = treated.mean - control.mean;
  const unknown = { value, low: null, high: null, p: null };
  if (treated.variance === null || control.variance === null) return unknown;
  const [first, second] = [treated.variance / treated.of, control.variance / control.of];
  const error = Math.sqrt(first + second);
  if (error === 0) return unknown;
  const degrees = (first + second) ** 2 / (first ** 2 / (treated.of - 1) + second ** 2 / (control.of - 1));
  const p = studentTail(value / error, degrees);
  if (degrees < 3) return { ...unknown, p };
  const reach = error * studentQuantile(0.05, degrees);
  return { value, low: value - reach, high: value + reach, p };
}

/** Tells how much more often treated clients buy, relative to control: the delta method on ln(ratio); null where either has no buyer. */
export function relativeShare(treated: Share, control: Share): Interval | null {
  if (treated.count === 0 || control.count === 0) return null;
  const [one, two] = [rateOf(treated), rateOf(control)];
  return aroundRatio(one / two, (1 - one) / treated.count + (1 - two) / control.count);
}

/** The same for averages; null unless both are above zero and the control's own interval is clear of zero (models.md §5.3). */
export function relativeAverage(treated: Average, control: Average): Interval | null {
  if (treated.mean <= 0 || control.mean <= 0 || treated.variance === null || control.variance === null) return null;
  const spread = (arm: Average, variance: number) => variance / (arm.of * arm.mean ** 2);
  const ofControl = spread(control, control.variance);
  if (studentQuantile(0.05, control.of - 1) * Math.sqrt(ofControl) >= 1) return null;
  return aroundRatio(treated.mean / control.mean, spread(treated, treated.variance) + ofControl);
}

/** Adjusts p values of several comparisons with one control by Holm; those unknown stay so and do not count. */
export function adjustByHolm(values: readonly (number | null)[]): readonly (number | null)[] {
  const known = values.flatMap((p, index) => (p === null ? [] : [{ p, index }])).sort((one, two) => one.p - two.p);
  const adjusted: (number | null)[] = values.map(() => null);
  let largest = 0;
  known.forEach(({ p, index }, rank) => {
    largest = Math.min(1, Math.max(largest, p * (known.length - rank)));
    adjusted[index] = largest;
  });
  return adjusted;
}

/** Sums (found − expected)² / expected over the arms. */
export function chiSquareOf(found: readonly number[], shares: readonly number[]): number {
  const all = found.reduce((sum, count) => sum + count, 0);
  return found.reduce((sum, count, index) => {
    const expected = all * (shares[index] ?? 0);
    return sum + (count - expected) ** 2 / expected;
  }, 0);
}

function aroundRatio(ratio: number, squaredError: number): Interval {
  const reach = z * Math.sqrt(squaredError);
  return { value: ratio - 1, low: ratio * Math.exp(-reach) - 1, high: ratio * Math.exp(reach) - 1 };
}

function rateOf({ count, of }: Share): number {
  return count / of;
}

function wilson(share: Share): { readonly low: number; readonly high: number } {
  const [rate, n] = [rateOf(share), share.of];
  const centre = (rate + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const reach = (z * Math.sqrt((rate * (1 - rate)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  return { low: share.count === 0 ? 0 : centre - reach, high: share.count === n ? 1 : centre + reach };
}
