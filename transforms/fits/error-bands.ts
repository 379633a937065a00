/** How far the truth may lie from a forecast: below (at most 0) and above (at least 0). */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/**
 * Errors (actual less forecast) of past forecasts, by origin, a month apart and the oldest first: the first number is one month ahead.
 * Null is an error left out.
 */
export type ErrorsByOrigin = readonly (readonly (number | null)[])[];

/** With fewer errors at one distance, all distances are taken together; with fewer altogether there is no band. */
export const fewestErrors = 20;

const rounding = 1e-9;

/**
 * Finds bands that held the share of past errors, month by month ahead: empirical quantiles (type 7) at each distance,
 * or of all distances where one has fewer than 20. A band is never narrower further ahead, and holds the forecast.
 * Null where there are fewer than 20 errors altogether.
 */
export function findBands(errors: ErrorsByOrigin, share: number, horizon: number): readonly Band[] | null {
  const all = sortKnown(errors.flat());
  if (all.length < fewestErrors) return null;
  const whole = bandOf(all, share);
  let widest: Band = { low: 0, high: 0 };
  return Array.from({ length: horizon }, (_, step) => {
    const here = sortKnown(errors.map((list) => list[step] ?? null));
    const band = here.length < fewestErrors ? whole : bandOf(here, share);
    widest = { low: Math.min(widest.low, band.low), high: Math.max(widest.high, band.high) };
    return widest;
  });
}

/**
 * Finds the band of errors of which none repeats another: of n errors like the next, the k-th least and the k-th greatest
 * hold it with a chance of (n + 1 − 2k) / (n + 1), whatever their distribution. It holds the forecast. Null where even the
 * extremes hold less than the share: below 9 errors for 0.8, below 39 for 0.95.
 */
export function bandByRank(errors: readonly number[], share: number): Band | null {
  const sorted = [...errors].sort((left, right) => left - right);
  const rank = Math.floor(((sorted.length + 1) * (1 - share)) / 2 + rounding);
  const [low, high] = [sorted[rank - 1], sorted[sorted.length - rank]];
  return low === undefined || high === undefined ? null : { low: Math.min(0, low), high: Math.max(0, high) };
}

/** Counts the errors a band by ranks needs. */
export function fewestRanked(share: number): number {
  return Math.ceil(2 / (1 - share) - rounding) - 1;
}

/** Tells the share of errors inside the band by ranks of all others; null where there is none. */
export function coverageByRank(errors: readonly number[], share: number): number | null {
  const bands = errors.map((_, index) => bandByRank(errors.toSpliced(index, 1), share));
  if (bands.length === 0 || bands.includes(null)) return null;
  return errors.filter((error, index) => isInside(bands[index], error)).length / errors.length;
}

/** Tells the share of past errors inside bands found without their month, at any origin; null where bands cannot be found. */
export function coverageOf(errors: ErrorsByOrigin, share: number): number | null {
  const months = Math.max(0, ...errors.map((list, origin) => origin + list.length));
  const horizon = Math.max(0, ...errors.map((list) => list.length));
  let [inside, count] = [0, 0];
  for (let month = 0; month < months; month += 1) {
    const others = errors.map((list, origin) => list.map((error, step) => (origin + step === month ? null : error)));
    const bands = findBands(others, share, horizon);
    if (bands === null) return null;
    for (const [origin, list] of errors.entries()) {
      const error = list[month - origin];
      if (error === undefined || error === null) continue;
      count += 1;
      if (isInside(bands[month - origin], error)) inside += 1;
    }
  }
  return count === 0 ? null : inside / count;
}

function isInside(band: Band | null | undefined, error: number): boolean {
  return band != null && error >= band.low && error <= band.high;
}

function sortKnown(errors: readonly (number | null)[]): readonly number[] {
  return errors.filter((error) => error !== null).sort((left, right) => left - right);
}

function bandOf(sorted: readonly number[], share: number): Band {
  return {
    low: Math.min(0, quantile(sorted, (1 - share) / 2)),
    high: Math.max(0, quantile(sorted, (1 + share) / 2)),
  };
}

/** Quantile of sorted values, interpolated (type 7). */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return low + (high - low) * (at - Math.floor(at));
}
