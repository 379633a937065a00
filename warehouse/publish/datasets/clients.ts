import type { Dataset } from "../datasets.ts";

/** What pages of clients, classes, Pareto and RFM are drawn from. */
export const clientsDatasets: readonly Dataset[] = [
  {
    name: "classes",
    relation: "metrics.client_class_summary",
    columns: ["month", "class", "is_current", "client_count", "client_share", "net_amount", "net_amount_share"],
    order: ["month", "class"],
  },
  {
    name: "migration",
    relation: "metrics.client_class_migration",
    columns: ["from_class", "to_class", "client_count", "net_amount"],
    where: "is_current",
    order: ["from_class", "to_class"],
  },
  {
    name: "thresholds",
    relation: "metrics.class_thresholds",
    columns: ["key_from_amount", "medium_from_amount"],
    where: "is_current",
    order: ["month"],
  },
  {
    name: "clients",
    relation: "marts.clients",
    columns: ["client_id", "name", "region", "manager_id", "last_order_date"],
    where: "order_count > 0",
    order: ["client_id"],
  },
  {
    name: "client-classes",
    relation: "metrics.client_classes",
    columns: ["client_id", "class_published", "previous_class", "order_count", "net_amount"],
    where: "is_current",
    order: ["client_id"],
  },
  {
    name: "client-abc",
    relation: "metrics.client_abc_xyz",
    columns: ["client_id", "abc", "xyz"],
    order: ["client_id"],
  },
  {
    name: "pareto",
    relation: "metrics.pareto",
    columns: ["dimension", "rank", "amount", "cumulative_share", "cumulative_entity_share"],
    where: `period = 'last_12_months' and rank is not null and (rank <= 20 or cumulative_entity_share = 1
      or floor(cumulative_entity_share * 200) > floor((rank - 1) * cumulative_entity_share / rank * 200))`,
    order: ["dimension", "rank"],
  },
  {
    name: "pareto-summary",
    relation: "metrics.pareto_summary",
    columns: ["dimension", "gini", "top20_share", "k80_count", "k80_share"],
    where: "period = 'last_12_months'",
    order: ["dimension"],
  },
  {
    name: "rfm",
    relation: "metrics.rfm",
    columns: ["client_id", "recency_days", "frequency", "monetary_amount", "rfm", "segment", "previous_segment"],
    order: ["client_id"],
  },
  {
    name: "rfm-segments",
    relation: "metrics.rfm_segments",
    columns: [
      "segment",
      "client_count",
      "client_share",
      "net_amount",
      "net_amount_share",
      "average_recency_days",
      "average_frequency",
      "average_amount",
      "previous_client_count",
    ],
    order: ["segment"],
  },
  {
    name: "rfm-grid",
    relation: "metrics.rfm_grid",
    columns: ["recency_score", "fm_score", "segment", "client_count", "net_amount"],
    order: ["recency_score", "fm_score"],
  },
  {
    name: "rfm-cuts",
    relation: "metrics.rfm_cut_points",
    columns: ["measure", "cut_number", "value", "distinct_score_count"],
    order: ["measure", "cut_number"],
  },
];
