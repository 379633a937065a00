/** How far the truth may lie from a forecast: below (at most 0) and above (at least 0). */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/** Errors (actual less forecast) of past forecasts, by origin: the first number is one month ahead. */
export type ErrorsByOrigin = readonly (readonly number[])[];

/** With fewer errors at one distance, all distances are taken together; with fewer altogether there is no band. */
const fewestErrors = 20;

/**
 * Finds bands that held the share of past errors, month by month ahead: empirical quantiles (type 7) at each distance,
 * or of all distances where one has fewer than 20. A band is never narrower further ahead, and holds the forecast.
 * Null where there are fewer than 20 errors altogether.
 */
export function findBands(errors: ErrorsByOrigin, share: number, horizon: number): readonly Band[] | null {
  const all = errors.flat().sort((left, right) => left - right);
  if (all.length < fewestErrors) return null;
  const whole = bandOf(all, share);
  let widest: Band = { low: 0, high: 0 };
  return Array.from({ length: horizon }, (_, step) => {
    const here = errors.flatMap((list) => list.slice(step, step + 1)).sort((left, right) => left - right);
    const band = here.length < fewestErrors ? whole : bandOf(here, share);
    widest = { low: Math.min(widest.low, band.low), high: Math.max(widest.high, band.high) };
    return widest;
  });
}

/** Shares of past errors inside bands found without their own origin; null where bands cannot be found. */
export function coverageOf(errors: ErrorsByOrigin, share: number): number | null {
  let [inside, count] = [0, 0];
  for (const [index, own] of errors.entries()) {
    const bands = findBands(errors.toSpliced(index, 1), share, own.length);
    if (bands === null) return null;
    own.forEach((error, step) => {
      const band = bands[step];
      count += 1;
      if (band !== undefined && error >= band.low && error <= band.high) inside += 1;
    });
  }
  return count === 0 ? null : inside / count;
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
