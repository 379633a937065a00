import type { Dataset } from "../datasets.ts";
import { lastTwelveMonths } from "./cross-sell.ts";

/** Months whose returns have mostly come back: a younger one would look better than it is. */
const matureYear = `is_mature and ${lastTwelveMonths}`;

const sumsOfLines = [
  "shipment_count",
  "shipped_quantity",
  "shipped_amount",
  "return_count",
  "returned_quantity",
  "returned_amount",
] as const;

/** What the page of answering times and returns is drawn from. */
export const promisesDatasets: readonly Dataset[] = [
  {
    name: "sla",
    relation: "metrics.sla_by_month",
    recount: ["metrics.sla_by_month"],
    columns: [
      "month",
      "complaint_type",
      "manager_id",
      "complaint_count",
      "first_response_met_count",
      "first_response_breached_count",
      "first_response_pending_count",
      "resolution_met_count",
      "resolution_breached_count",
      "resolution_pending_count",
    ],
    order: ["month", "complaint_type", "manager_id"],
  },
  {
    name: "complaint-durations",
    relation: "metrics.complaint_durations",
    columns: ["step", "dimension", "entity_id", "complaint_count", "open_count", "hours_p50", "hours_p90"],
    where: "dimension in ('all', 'type', 'manager')",
    order: ["step", "dimension", "entity_id"],
  },
  {
    name: "complaint-rates",
    relation: "metrics.complaint_rates",
    columns: ["month", "dimension", "entity_id", "delivered_order_count", "complaint_count"],
    where: "dimension in ('type', 'manager')",
    order: ["dimension", "entity_id", "month"],
  },
  {
    name: "open-complaints",
    relation: "metrics.complaint_times",
    columns: [
      "complaint_id",
      "client_id",
      "complaint_type",
      "severity",
      "manager_id",
      "opened_at",
      "is_answered",
      "first_response_state",
      "resolution_hours",
      "resolution_target_hours",
      "resolution_state",
    ],
    where: "is_open",
    order: ["opened_at", "complaint_id"],
  },
  {
    name: "returns",
    relation: "metrics.return_rate_by_month",
    columns: ["month", "is_mature"],
    sums: ["shipped_quantity", "shipped_amount", "return_count", "returned_quantity", "returned_amount"],
    order: ["month"],
  },
  {
    name: "line-returns-by-product",
    relation: "metrics.line_returns",
    columns: ["product_id"],
    sums: sumsOfLines,
    where: matureYear,
    order: ["product_id"],
  },
  {
    name: "line-returns-by-manager",
    relation: "metrics.line_returns",
    columns: ["manager_id"],
    sums: sumsOfLines,
    where: matureYear,
    order: ["manager_id"],
  },
  {
    name: "line-returns-by-reason",
    relation: "metrics.line_returns_by_reason",
    columns: ["reason"],
    sums: ["return_count", "returned_quantity", "returned_amount"],
    where: matureYear,
    order: ["reason"],
  },
  {
    name: "return-reasons",
    relation: "metrics.returns_by_reason",
    recount: ["metrics.returns_by_reason"],
    columns: ["month", "reason"],
    sums: ["return_count", "returned_amount"],
    order: ["month", "reason"],
  },
];
