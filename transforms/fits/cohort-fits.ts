import { findObstacle, judgeFit } from "./purchase-guards.ts";
import {
  fitPurchases,
  type PurchaseFit,
  type PurchaseHistory,
  type PurchaseModel,
  type PurchaseParameters,
  purchaseLogLikelihood,
} from "./purchases.ts";

/** What became of the fit of one cohort: its own where that is better than the pooled one, else why not. */
export interface CohortFit {
  readonly cohort: number;
  /** The fit of the cohort alone; null where guards forbid it or there is one cohort only. */
  readonly own: PurchaseFit | null;
  /** Log-likelihood of the cohort's clients under the pooled parameters. */
  readonly pooledLogLikelihood: number;
  /** AIC of the pooled parameters less that of the cohort's own: above zero its own tell more than they cost. */
  readonly aicGain: number | null;
  /** `better`; else `only_cohort`, `low_n`, `insufficient_history`, `not_converged`, `at_bound`, `not_identified`, `not_better`. */
  readonly reason: string;
}

/** Parameters a cohort of its own has beyond the pooled ones, which are there anyway. */
const extraParameters = 4;

/**
 * Fits each acquisition cohort by itself and keeps the fits that are sound and better by AIC than the pooled parameters
 * (models.md §3b). Histories and alpha are in weeks, the median gap of all clients in days.
 */
export function fitCohorts(
  model: PurchaseModel,
  cohorts: ReadonlyMap<number, readonly PurchaseHistory[]>,
  pooled: PurchaseParameters,
  medianGapDays: number | undefined,
): readonly CohortFit[] {
  return [...cohorts].map(([cohort, histories]) => {
    const pooledLogLikelihood = purchaseLogLikelihood(model, pooled, histories);
    const without = { cohort, own: null, pooledLogLikelihood, aicGain: null };
    if (cohorts.size === 1) return { ...without, reason: "only_cohort" };
    const obstacle = findObstacle(histories, medianGapDays);
    if (obstacle !== undefined) return { ...without, reason: obstacle };
    const own = fitPurchases(model, histories, [pooled]);
    const flag = judgeFit(own);
    if (own === null || flag !== "ok") return { ...without, reason: flag };
    const aicGain = 2 * (own.logLikelihood - pooledLogLikelihood - extraParameters);
    return { cohort, own, pooledLogLikelihood, aicGain, reason: aicGain > 0 ? "better" : "not_better" };
  });
}
