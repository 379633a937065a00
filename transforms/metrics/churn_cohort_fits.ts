import type { Twin } from "../../warehouse/graph/twin.ts";
import { type CohortFit, fitCohorts } from "../fits/cohort-fits.ts";
import { expectAllOrders } from "../fits/expectations.ts";
import { countClients, type FitRow, findParameters } from "../fits/purchase-guards.ts";
import type { PurchaseHistory, PurchaseModel, PurchaseParameters } from "../fits/purchases.ts";

interface CutOff {
  readonly cut_number: number;
  readonly horizon_days: number;
}

interface HistoryRow {
  readonly cut_number: number;
  readonly cohort_year: number;
  readonly repeat_count: number;
  readonly recency_weeks: number;
  readonly age_weeks: number;
  readonly client_count: number;
}

interface PooledRow extends FitRow {
  readonly cut_number: number;
  readonly model: PurchaseModel;
  readonly is_chosen: boolean;
}

interface RhythmRow {
  readonly cut_number: number;
  readonly volume_class: string;
  readonly median_gap_days: number;
}

type Cohorts = ReadonlyMap<number, readonly PurchaseHistory[]>;

/** Fits the clients first won in each year by themselves, where there are enough of them and it tells more than one fit of all. */
export const model: Twin = {
  reads: ["metrics.churn_histories", "metrics.churn_fits", "metrics.churn_cut_offs", "metrics.class_rhythms"],
  compute: async (input) => {
    const histories = groupHistories(
      await input.rows<HistoryRow>("metrics.churn_histories", [
        "cut_number",
        "cohort_year",
        "repeat_count",
        "recency_cell",
        "age_cell",
      ]),
    );
    const fits = await input.rows<PooledRow>("metrics.churn_fits", ["cut_number", "model"]);
    const rhythms = await input.rows<RhythmRow>("metrics.class_rhythms", ["cut_number", "volume_class"]);
    const cutOffs = await input.rows<CutOff>("metrics.churn_cut_offs", ["cut_number"]);
    return cutOffs.flatMap((cutOff) => {
      const fit = fits.find(({ cut_number, is_chosen }) => cut_number === cutOff.cut_number && is_chosen);
      const pooled = findParameters(fit);
      const cohorts = histories.get(cutOff.cut_number);
      if (fit === undefined || pooled === undefined || cohorts === undefined) return [];
      const gap = rhythms.find((row) => row.cut_number === cutOff.cut_number && row.volume_class === "all");
      return fitCohorts(fit.model, cohorts, pooled, gap?.median_gap_days).map((cohort) =>
        toRow(cutOff, fit.model, cohorts, cohort, pooled),
      );
    });
  },
};

function groupHistories(rows: readonly HistoryRow[]): ReadonlyMap<number, Cohorts> {
  const cuts = new Map<number, Map<number, PurchaseHistory[]>>();
  for (const { cut_number, cohort_year, repeat_count, recency_weeks, age_weeks, client_count } of rows) {
    const cohorts = cuts.get(cut_number) ?? new Map<number, PurchaseHistory[]>();
    const list = cohorts.get(cohort_year) ?? [];
    list.push({ x: repeat_count, tx: recency_weeks, age: age_weeks, weight: client_count });
    cuts.set(cut_number, cohorts.set(cohort_year, list));
  }
  return cuts;
}

function toRow(
  { cut_number, horizon_days }: CutOff,
  purchaseModel: PurchaseModel,
  cohorts: Cohorts,
  { cohort, own, pooledLogLikelihood, aicGain, reason }: CohortFit,
  pooled: PurchaseParameters,
) {
  const histories = cohorts.get(cohort) ?? [];
  const isOwn = reason === "better" && own !== null;
  return {
    cut_number,
    cohort_year: cohort,
    model: purchaseModel,
    is_own: isOwn,
    reason,
    r: own?.r ?? null,
    alpha_weeks: own?.alpha ?? null,
    a: own?.a ?? null,
    b: own?.b ?? null,
    log_likelihood: own?.logLikelihood ?? null,
    pooled_log_likelihood: pooledLogLikelihood,
    aic_gain: aicGain,
    ...countClients(histories),
    expected_order_count: expectAllOrders(purchaseModel, isOwn ? own : pooled, histories, horizon_days / 7),
  };
}
