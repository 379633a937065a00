import type { PurchaseFit, PurchaseHistory, PurchaseParameters } from "./purchases.ts";

/** Guards of models.md §3b: below these a fit says nothing. */
const fewestClients = 500;
const fewestRepeaters = 200;
const fewestGaps = 3;
/** Below this share of drop-out per purchase the data show none. */
const leastDropOut = 0.001;

/** Counts the clients of grouped histories, and those that bought again. */
export function countClients(histories: readonly PurchaseHistory[]) {
  const weigh = (rows: readonly PurchaseHistory[]) => rows.reduce((sum, { weight }) => sum + weight, 0);
  return { client_count: weigh(histories), repeat_client_count: weigh(histories.filter(({ x }) => x > 0)) };
}

/** Says what forbids to fit a model to histories (in weeks): too few clients, or too short a history for their median gap. */
export function findObstacle(
  histories: readonly PurchaseHistory[],
  medianGapDays: number | undefined,
): "low_n" | "insufficient_history" | undefined {
  const { client_count, repeat_client_count } = countClients(histories);
  if (client_count < fewestClients || repeat_client_count < fewestRepeaters) return "low_n";
  const oldest = histories.reduce((most, { age }) => Math.max(most, age), 0);
  const isLong = medianGapDays !== undefined && oldest * 7 >= fewestGaps * medianGapDays;
  return isLong ? undefined : "insufficient_history";
}

/** A fit as it stands in a table: time in weeks, empty where it says nothing. */
export interface FitRow {
  readonly r: number | null;
  readonly alpha_weeks: number | null;
  readonly a: number | null;
  readonly b: number | null;
}

/** Takes the parameters from a row; undefined where it has none. */
export function findParameters(row: FitRow | undefined): PurchaseParameters | undefined {
  if (row === undefined || row.r === null || row.alpha_weeks === null || row.a === null || row.b === null)
    return undefined;
  return { r: row.r, alpha: row.alpha_weeks, a: row.a, b: row.b };
}

/** Judges a fit: `ok`, `not_converged`, `not_identified` (the data show no drop-out), `at_bound`; `fallback` without one. */
export function judgeFit(fit: PurchaseFit | null): string {
  if (fit === null) return "fallback";
  if (!fit.isConverged) return "not_converged";
  if (fit.a / (fit.a + fit.b) < leastDropOut) return "not_identified";
  return fit.isAtBound ? "at_bound" : "ok";
}
