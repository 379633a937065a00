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
  const here = Array.from({ length: horizon }, (_, step) => sortKnown(errors.map((list) => list[step] ?? null)));
  const isThin = here.some(({ length }) => length < fewestErrors);
  const all = isThin ? sortKnown(errors.flat()) : [];
  if (isThin && all.length < fewestErrors) return null;
  const whole = isThin ? bandOf(all, share) : { low: 0, high: 0 };
  return widen(here.map((list) => (list.length < fewestErrors ? whole : bandOf(list, share))));
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

/**
 * Tells the share of past errors inside bands found without their month, at any origin, for each share asked; null where
 * bands cannot be found.
 */
export function coverageOf(errors: ErrorsByOrigin, shares: readonly number[]): readonly (number | null)[] {
  const months = Math.max(0, ...errors.map((list, origin) => origin + list.length));
  const horizon = Math.max(0, ...errors.map((list) => list.length));
  const sorted = Array.from({ length: horizon }, (_, step) => sortKnown(errors.map((list) => list[step] ?? null)));
  const inside = shares.map(() => 0);
  for (let month = 0; month < months; month += 1) {
    const own = Array.from({ length: horizon }, (_, step) => errors[month - step]?.[step] ?? null);
    for (const [place, share] of shares.entries()) {
      const bands = findWithout(errors, { month, own, sorted }, share);
      if (bands === null) return shares.map(() => null);
      const held = own.filter((error, step) => error !== null && isInside(bands[step], error)).length;
      inside[place] = (inside[place] ?? 0) + held;
    }
  }
  const count = sorted.reduce((sum, { length }) => sum + length, 0);
  return inside.map((held) => (count === 0 ? null : held / count));
}

/** Errors of a month, by distance, and the errors of all months at each distance in order. */
interface LeftOut {
  readonly month: number;
  readonly own: readonly (number | null)[];
  readonly sorted: readonly (readonly number[])[];
}

/** Bands without one month: where every distance has errors enough, its own are skipped in those sorted already. */
function findWithout(errors: ErrorsByOrigin, { month, own, sorted }: LeftOut, share: number): readonly Band[] | null {
  if (sorted.some(({ length }, step) => length - (own[step] == null ? 0 : 1) < fewestErrors)) {
    const others = errors.map((list, origin) => list.map((error, step) => (origin + step === month ? null : error)));
    return findBands(others, share, own.length);
  }
  return widen(
    sorted.map((list, step) => {
      const error = own[step];
      return error == null ? bandOf(list, share) : bandOf(list, share, list.indexOf(error));
    }),
  );
}

/** Makes bands never narrower further ahead. */
function widen(bands: readonly Band[]): readonly Band[] {
  let widest: Band = { low: 0, high: 0 };
  return bands.map(({ low, high }) => {
    widest = { low: Math.min(widest.low, low), high: Math.max(widest.high, high) };
    return widest;
  });
}

function isInside(band: Band | null | undefined, error: number): boolean {
  return band != null && error >= band.low && error <= band.high;
}

function sortKnown(errors: readonly (number | null)[]): readonly number[] {
  return errors.filter((error) => error !== null).sort((left, right) => left - right);
}

function bandOf(sorted: readonly number[], share: number, skipped?: number): Band {
  return {
    low: Math.min(0, quantile(sorted, (1 - share) / 2, skipped)),
    high: Math.max(0, quantile(sorted, (1 + share) / 2, skipped)),
  };
}

/** Quantile of sorted values, interpolated (type 7), as if the one skipped were not there. */
function quantile(sorted: readonly number[], share: number, skipped = sorted.length): number {
  const last = sorted.length - (skipped < sorted.length ? 2 : 1);
  const at = share * last;
  const value = (place: number) => sorted[place < skipped ? place : place + 1] ?? 0;
  const [low, high] = [value(Math.floor(at)), value(Math.ceil(at))];
  return low + (high - low) * (at - Math.floor(at));
}
