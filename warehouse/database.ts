import type { z } from "zod";
import type { Contract } from "../ingest/contracts/contract.ts";
import type { EntityName, entities } from "../ingest/contracts/entities.ts";
import type { contracts } from "../transforms/contracts.ts";
import type { FilesTable, LedgerTables, RejectsTable, RemarksTable } from "./ledger/tables.ts";

/** The row a contract promises: decimals, dates and instants as text, counts and ratios as numbers. */
type RowOf<Promise> = Promise extends Contract<infer Columns> ? z.infer<z.ZodObject<Columns>> : never;

/** Columns of every `raw.<entity>` beside its contract's (DECISIONS 3). */
interface LineageColumns {
  _source: string;
  _file_id: number;
  _record: number;
  _version: number | null;
  _loaded_at: string;
  _closed_at: string | null;
  _extra: string | null;
}

type RawTables = { [Name in EntityName as `raw.${Name}`]: RowOf<(typeof entities)[Name]> & LineageColumns };

type ModelTables = { [Relation in keyof typeof contracts]: RowOf<(typeof contracts)[Relation]> };

/** What the build writes about itself and the world it saw (DECISIONS 6). */
interface MetaTables {
  "meta.clock": { as_of_date: string; open_month: string; known_by: string | null };
  "meta.calendar": {
    day: string;
    month: string;
    quarter_start_date: string;
    year_number: number;
    weekday: number;
    is_working_day: boolean;
  };
  "meta.numbers": { n: number };
  "meta.working_hours": { day: string; opens_minute: number; closes_minute: number };
  "meta.model_versions": { relation: string; model_name: string; model_version: string };
  "meta.complaint_targets": { complaint_type: string; first_response_hours: number; resolution_hours: number };
  "meta.settings": SettingsRow;
  "meta.files": FilesTable;
  "meta.rejects": Omit<RejectsTable, "raw_text">;
  "meta.remarks": Omit<RemarksTable, "raw_text">;
  "meta.sources": {
    source: string;
    feed: string;
    entity: string;
    warn_hours: number;
    error_hours: number;
    expected: boolean;
  };
  "meta.models": { relation: string; kind: "sql" | "twin"; rows: number | null; duration_ms: number };
  "meta.checks": {
    name: string;
    severity: "error" | "warning";
    rows: number;
    state: "passed" | "warning" | "failed";
    question: string;
  };
  "meta.run": {
    built_at: string;
    as_of_date: string;
    known_by: string | null;
    model_count: number;
    check_count: number;
    warning_count: number;
    fingerprint: string;
  };
}

interface SettingsRow {
  company_name: string;
  reporting_currency: string;
  fiscal_year_start_month: number;
  class_measure: string;
  class_period: string;
  class_window_periods: number;
  class_mode: string;
  class_key_from: number;
  class_medium_from: number;
  class_occasional_below_active_share: number;
  class_has_hysteresis: boolean;
  abc_a_share: number;
  abc_b_share: number;
  xyz_x_below: number;
  xyz_y_below: number;
  pareto_counts_idle_clients: boolean;
  pareto_counts_idle_managers: boolean;
  pareto_counts_idle_products: boolean;
  rfm_window_months: number;
  otif_early_days: number;
  otif_late_days: number;
  otif_quantity_tolerance_share: number;
  cross_sell_basket: string;
  cross_sell_item: string;
  cross_sell_window_months: number;
  cross_sell_min_pair_count: number;
  cross_sell_max_basket_items: number;
  lost_after_months: number;
  churn_horizon_days: number;
  churn_model: string;
  churn_active_ratio: number;
  churn_lapsed_ratio: number | null;
  churn_lapsed_precision: number;
  churn_lapsed_after_days: number;
  lifetime_value_horizon_months: number;
  lifetime_value_annual_discount: number;
  lifetime_value_basis: string;
  unit_cost_delivery: number | null;
  unit_cost_call: number | null;
  unit_cost_meeting: number | null;
  unit_cost_visit: number | null;
  unit_cost_message: number | null;
  unit_cost_complaint: number | null;
  returned_goods_value_share: number;
  attribution_rule: string;
  attribution_window_days: number;
  attribution_opened_window_days: number;
  attribution_half_life_days: number;
  complaint_overdue_after_days: number;
  payment_allocation: string;
  complaint_first_response_hours: number;
  complaint_resolution_hours: number;
  satisfaction_top_box: number;
  satisfaction_late_window_days: number;
  satisfaction_publishes_comments: boolean;
  contact_key_days: number;
  contact_medium_days: number;
  contact_small_days: number;
  contact_occasional_days: number;
  contact_list_days: number;
  target_plan_attainment: number;
  target_on_time_rate: number;
  target_otif_rate: number;
  target_complaints_per_100_orders: number;
  target_rejected_row_share: number;
  silent_after_days: number;
}

/** Every relation of the warehouse and the type of its rows, for Kysely. `raw.*` stands in raw.duckdb only. */
export interface Database extends RawTables, ModelTables, MetaTables {}

/** Every relation of raw.duckdb and the type of its rows, for Kysely: the entities and the ledger (DECISIONS 5). */
export interface RawDatabase extends RawTables, LedgerTables {}
