/** A client's name. */
export interface NameRow {
  readonly client_id: string;
  readonly name: string;
}

/** What a client is searched by; how it is reached is empty for all readers but those who may know. */
export interface FindRow extends NameRow {
  readonly tax_id: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** A row of metrics.client_card. */
export interface CardRow {
  readonly client_id: string;
  readonly kind: string | null;
  readonly industry: string | null;
  readonly region: string;
  readonly city: string | null;
  readonly manager_id: string | null;
  readonly is_opted_out: boolean;
  readonly opted_out_date: string | null;
  readonly opted_out_source: string | null;
  readonly first_order_date: string | null;
  readonly last_order_date: string | null;
  readonly order_count: number;
  readonly net_amount: number;
  readonly volume_class: string;
  readonly previous_class: string | null;
  readonly rfm: string | null;
  readonly rfm_segment: string | null;
  readonly churn_status: string | null;
  readonly churn_probability: number | null;
  readonly days_since_last: number | null;
  readonly median_gap_days: number | null;
  readonly lifetime_value_amount: number | null;
  readonly lifetime_value_decile: number | null;
  readonly lifetime_value_months: number | null;
  readonly profit_net_amount: number | null;
  readonly cost_to_serve_amount: number | null;
  readonly profit_amount: number | null;
  readonly profit_quality_flag: string | null;
  readonly open_invoice_count: number | null;
  readonly balance_amount: number | null;
  readonly overdue_amount: number | null;
  readonly overdue_days_max: number | null;
  readonly complaint_count: number | null;
  readonly open_complaint_count: number | null;
  readonly last_contact_at: string | null;
  readonly last_channel: string | null;
  readonly next_contact_at: string | null;
  readonly days_without_contact: number | null;
  readonly contact_severity: string | null;
  readonly offer_item_id: string | null;
  readonly offer_reason_item_id: string | null;
  readonly offer_confidence: number | null;
  readonly recommendation_score: number | null;
  readonly recommendation_date: string | null;
}

/** A row of marts.client_timeline; `total` says how many the client has. */
export interface EventRow {
  readonly client_id: string;
  readonly event_date: string;
  readonly event_kind: string;
  readonly event_id: string;
  readonly amount: number | null;
  readonly detail: string | null;
  readonly total: number;
}

/** One client as the page shows it. */
export interface ShownClient {
  readonly card: CardRow;
  readonly name: string;
  readonly manager: string | null;
  readonly nameOfItem: (item: string) => string;
  /** Newest first. */
  readonly events: readonly EventRow[];
}
