import { describeClient, type NamedClient } from "../components/clients.ts";
import type { PageContext } from "../components/context.ts";
import { managerName, readManagers } from "../components/monthly.ts";
import { readRows } from "../data.ts";
import type { OptedOutRow } from "./activity-lists.ts";

interface ChurnRow {
  readonly client_id: string;
  readonly status: string;
  readonly last_purchase_date: string;
  readonly days_since_last: number;
  readonly median_gap_days: number | null;
  readonly gap_source: string;
  readonly overdue_ratio: number | null;
  readonly is_off_season: boolean;
  readonly churn_probability: number | null;
  readonly recent_amount: number;
  readonly amount_at_risk: number | null;
  readonly complaint_count: number;
  readonly late_line_count: number;
  readonly late_line_share: number | null;
  readonly average_payment_delay_days: number | null;
  readonly overdue_amount: number;
}

export interface StatusRow {
  readonly status: string;
  readonly client_count: number;
  readonly recent_amount: number;
  readonly amount_at_risk: number | null;
  readonly troubled_client_count: number;
}

export interface GateRow {
  readonly model: string | null;
  readonly shown: "model" | "recalibrated" | "rule";
  readonly reason: string;
  readonly cut_off_count: number;
  readonly model_pass_count: number;
  readonly better_than_recency_count: number;
  readonly is_better_than_recency: boolean;
  readonly model_auc: number | null;
  readonly recency_auc: number | null;
  readonly gap_regularity: number | null;
  readonly cohort_fit_count: number;
  readonly cohort_count: number;
  readonly quality_flag: string;
}

export interface RuleRow {
  readonly active_ratio: number;
  readonly lapsed_ratio: number;
  readonly lapsed_basis: string;
  readonly lapsed_after_days: number;
  readonly lapsed_precision: number | null;
  readonly lapsed_recall: number | null;
}

export interface BacktestRow {
  readonly cut_number: number;
  readonly method: string;
  readonly cut_date: string;
  readonly horizon_days: number;
  readonly client_count: number;
  readonly order_rate: number | null;
  readonly auc: number | null;
  readonly auc_difference: number | null;
  readonly auc_difference_low: number | null;
  readonly auc_difference_high: number | null;
  readonly brier_skill: number | null;
  readonly top_decile_lift: number | null;
  readonly expected_calibration_error: number | null;
  readonly expected_order_count: number | null;
  readonly actual_order_count: number | null;
  readonly quality_flag: string;
}

export interface CalibrationRow {
  readonly cut_number: number;
  readonly variant: string;
  readonly bin: number;
  readonly client_count: number;
  readonly mean_probability: number;
  readonly order_rate: number;
  readonly order_rate_low: number;
  readonly order_rate_high: number;
}

export interface CohortRow {
  readonly cohort_month: string;
  readonly month_number: number;
  readonly cohort_size: number;
  readonly active_count: number;
  readonly retention_rate: number;
  readonly retention_low: number | null;
  readonly retention_high: number | null;
  readonly rolling_retention_rate: number | null;
  readonly cumulative_repeat_rate: number;
  readonly revenue_retention_rate: number | null;
}

export interface CurveRow {
  readonly month_number: number;
  readonly cohort_count: number;
  readonly client_count: number;
  readonly retention_rate: number;
  readonly retention_low: number | null;
  readonly retention_high: number | null;
  readonly rolling_retention_rate: number | null;
  readonly cumulative_repeat_rate: number;
  readonly quality_flag: string;
}

export interface SecondOrderRow {
  readonly day_number: number;
  readonly at_risk_count: number;
  readonly returned_share: number;
  readonly returned_share_low: number | null;
  readonly returned_share_high: number | null;
}

export interface ValueRow {
  readonly value_decile: number;
  readonly basis: "margin" | "revenue";
  readonly horizon_months: number;
  readonly annual_discount: number;
  readonly client_count: number;
  readonly value_amount: number;
  readonly value_share: number | null;
  readonly historic_amount: number;
}

export interface HoldoutRow {
  readonly method: string;
  readonly decile: number;
  readonly holdout_days: number;
  readonly client_count: number;
  readonly forecast_amount: number;
  readonly actual_amount: number;
}

/** A client on the list, with whom to ask. */
export interface ScoredClient extends ChurnRow {
  readonly name: string;
  readonly region: string;
  readonly manager_id: string;
  readonly manager: string;
  readonly value_amount: number | null;
}

export interface RetentionData {
  readonly clients: readonly ScoredClient[];
  readonly optedOut: readonly OptedOutRow[];
  readonly statuses: readonly StatusRow[];
  readonly gate: GateRow | undefined;
  readonly rule: RuleRow | undefined;
  readonly backtest: readonly BacktestRow[];
  readonly calibration: readonly CalibrationRow[];
  readonly cohorts: readonly CohortRow[];
  readonly curve: readonly CurveRow[];
  readonly secondOrders: readonly SecondOrderRow[];
  readonly values: readonly ValueRow[];
  readonly holdout: readonly HoldoutRow[];
}

/** Reads all the page is drawn from. */
export async function readRetention(context: PageContext): Promise<RetentionData> {
  const { files } = context;
  const [gate] = await readRows<GateRow>(files["churn-gate"]);
  const [rule] = await readRows<RuleRow>(files["churn-rule"]);
  return {
    gate,
    rule,
    clients: await readClients(context),
    optedOut: await readRows<OptedOutRow>(files["opted-out"]),
    statuses: await readRows<StatusRow>(files["churn-status"]),
    backtest: await readRows<BacktestRow>(files["churn-backtest"]),
    calibration: await readRows<CalibrationRow>(files["churn-calibration"]),
    cohorts: await readRows<CohortRow>(files.cohorts),
    curve: await readRows<CurveRow>(files["retention-curve"]),
    secondOrders: await readRows<SecondOrderRow>(files["second-orders"]),
    values: await readRows<ValueRow>(files["value-deciles"]),
    holdout: await readRows<HoldoutRow>(files["value-holdout"]),
  };
}

async function readClients(context: PageContext): Promise<readonly ScoredClient[]> {
  const { files } = context;
  const managers = await readManagers(context);
  const clients = new Map((await readRows<NamedClient>(files["retention-clients"])).map((row) => [row.client_id, row]));
  const values = new Map(
    (await readRows<{ client_id: string; value_amount: number }>(files["client-values"])).map((row) => [
      row.client_id,
      row.value_amount,
    ]),
  );
  return (await readRows<ChurnRow>(files.churn)).map((row): ScoredClient => {
    const client = describeClient(clients.get(row.client_id), row.client_id);
    return {
      ...row,
      ...client,
      manager: managerName(context, managers, client.manager_id),
      value_amount: values.get(row.client_id) ?? null,
    };
  });
}
