/** Rows of the page data, as exported by warehouse/publish/site-datasets.ts. Amounts are in the reporting currency. */
export interface KpiRow {
  readonly month: string;
  readonly net_amount: number;
  readonly plan_amount: number | null;
  readonly order_count: number;
  readonly active_client_count: number;
  readonly new_client_count: number;
  readonly average_order_amount: number | null;
  readonly is_complete: boolean;
}

export interface SalesRow {
  readonly month: string;
  readonly region: string;
  readonly manager_id: string;
  readonly direction: string;
  readonly net_amount: number;
  readonly margin_amount: number | null;
  readonly costed_amount: number;
}

export interface PlanRow {
  readonly month: string;
  /** Without one, the plan does not split by it, and its name stands for all. */
  readonly has_region: boolean;
  readonly has_manager: boolean;
  readonly has_direction: boolean;
  readonly region: string;
  readonly manager_id: string;
  readonly direction: string;
  readonly plan_amount: number | null;
  readonly actual_amount: number;
}

export interface ManagerRow {
  readonly manager_id: string;
  readonly name: string;
}

export interface DeliveryRow {
  readonly due_month: string;
  readonly region: string;
  readonly manager_id: string;
  readonly carrier: string;
  readonly lines_due_count: number;
  readonly on_time_count: number;
  readonly in_full_count: number;
  readonly otif_count: number;
  readonly undelivered_count: number;
}

export interface CarrierRow {
  readonly carrier: string;
  readonly lines_due_count: number;
  readonly late_line_count: number;
  readonly undelivered_line_count: number;
  readonly late_rate: number | null;
  readonly late_days_p50: number | null;
  readonly late_days_p90: number | null;
  readonly late_days_max: number | null;
}

export interface ComplaintRateRow {
  readonly month: string;
  readonly delivered_order_count: number;
  readonly complaint_count: number;
  readonly complaints_per_100_orders: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly is_complete: boolean;
}

export interface ComplaintRow {
  readonly month: string;
  readonly complaint_type: string;
  readonly manager_id: string;
  readonly opened_count: number;
  readonly closed_count: number;
  readonly open_count: number;
  readonly overdue_count: number;
  readonly unanswered_count: number;
  readonly within_target_count: number;
}

export interface ClassRow {
  readonly month: string;
  readonly class: string;
  readonly is_current: boolean;
  readonly client_count: number;
  readonly client_share: number | null;
  readonly net_amount: number;
  readonly net_amount_share: number | null;
}

export interface MigrationRow {
  readonly from_class: string;
  readonly to_class: string;
  readonly client_count: number;
  readonly net_amount: number;
}

export interface ThresholdRow {
  /** What counts as volume. */
  readonly measure: string;
  readonly key_from_amount: number | null;
  readonly medium_from_amount: number | null;
}

export interface ClientRow {
  readonly client_id: string;
  readonly name: string;
  readonly region: string;
  readonly manager_id: string | null;
  readonly last_order_date: string | null;
}

export interface ClientClassRow {
  readonly client_id: string;
  readonly class_published: string;
  readonly previous_class: string | null;
  readonly order_count: number;
  readonly net_amount: number;
}

export interface ClientAbcRow {
  readonly client_id: string;
  readonly abc: string;
  readonly xyz: string | null;
}

export interface ParetoRow {
  readonly dimension: string;
  readonly rank: number;
  readonly amount: number;
  readonly cumulative_share: number;
  readonly cumulative_entity_share: number;
}

export interface ParetoSummaryRow {
  readonly dimension: string;
  readonly gini: number | null;
  readonly top20_share: number | null;
  readonly k80_count: number | null;
  readonly k80_share: number | null;
}

export interface RfmRow {
  readonly client_id: string;
  readonly recency_days: number;
  readonly frequency: number;
  readonly monetary_amount: number;
  readonly rfm: string;
  readonly segment: string;
  readonly previous_segment: string | null;
}

export interface RfmCutRow {
  readonly measure: string;
  readonly cut_number: number;
  readonly value: number;
  readonly unit: string;
  readonly is_fixed: boolean;
  readonly is_in_segments: boolean;
  readonly distinct_score_count: number;
}

export interface CampaignRow {
  readonly name: string;
  readonly channel: string;
  readonly start_date: string | null;
  readonly delivered_count: number | null;
  readonly responder_count: number | null;
  readonly response_rate: number | null;
  readonly cost_amount: number | null;
  readonly attributed_amount: number;
  readonly attributed_margin_amount: number | null;
  readonly roas: number | null;
  readonly roi: number | null;
  readonly conversion_lift: number | null;
  readonly conversion_lift_lower: number | null;
  readonly conversion_lift_upper: number | null;
  readonly incremental_amount: number | null;
  readonly incremental_lower: number | null;
  readonly incremental_upper: number | null;
  readonly quality_flag: string;
}

export interface FileRow {
  readonly source: string;
  readonly entity: string | null;
  readonly name: string;
  readonly state: string;
  readonly loaded_at: string | null;
  readonly rows_read: number;
  readonly rows_accepted: number;
  readonly rows_rejected: number;
  readonly rows_skipped: number;
  readonly rows_changed: number;
  readonly quality_flag: string;
}

export interface FreshnessRow {
  readonly source: string;
  readonly feed: string;
  readonly entity: string;
  readonly is_expected: boolean;
  readonly file_count: number;
  readonly last_loaded_at: string | null;
  readonly newest_event_date: string | null;
  readonly warn_hours: number | null;
  readonly error_hours: number | null;
}

export interface ReconciliationRow {
  readonly entity: string;
  readonly source: string;
  readonly stage: string;
  readonly row_count: number | null;
  readonly amount: number | null;
  readonly explained_row_count: number;
  readonly row_difference: number | null;
  readonly difference: number | null;
  readonly is_reconciled: boolean;
}

export interface RejectRow {
  readonly source: string;
  readonly entity: string;
  readonly rule: string;
  readonly column_name: string;
  readonly record_count: number;
  readonly file_count: number;
}

export interface FutureRow {
  readonly entity: string;
  readonly source: string;
  readonly future_row_count: number;
  readonly first_future_date: string | null;
  readonly last_future_date: string | null;
}

export interface ProductRow {
  readonly product_id: string;
  readonly name: string;
  readonly direction: string | null;
}

export interface ProductAbcRow {
  readonly product_id: string;
  readonly window_from_month: string;
  readonly window_to_month: string;
  readonly net_amount: number;
  readonly abc: string;
  readonly xyz: string | null;
  readonly coefficient_of_variation: number | null;
  readonly demand_type: string | null;
}

export interface PairReviewRow {
  readonly source_client_id: string;
  readonly other_source_client_id: string;
  readonly name: string;
  readonly other_name: string;
  readonly source: string;
  readonly other_source: string;
  readonly place: string | null;
  readonly other_place: string | null;
  readonly state: string;
  readonly reason: string;
  readonly score: number;
  readonly evidence: string;
  readonly net_amount: number;
}

export interface MatchSummaryRow {
  readonly state: string;
  readonly reason: string;
  readonly pair_count: number;
}

export interface ClientCardsRow {
  readonly source: string;
  readonly card_count: number;
  readonly shared_card_count: number;
  readonly client_count: number;
}

export interface MatchLimitRow {
  readonly kind: string;
  readonly value_count: number;
  readonly card_count: number;
}
