import type { Dataset } from "../datasets.ts";
import { comparedDays } from "./days.ts";

/** What pages of delivery and complaints are drawn from. */
export const serviceDatasets: readonly Dataset[] = [
  {
    name: "delivery",
    relation: "metrics.otif_by_month",
    columns: ["due_month", "region", "manager_id", "carrier"],
    sums: ["lines_due_count", "on_time_count", "in_full_count", "otif_count", "undelivered_count"],
    order: ["due_month", "region", "manager_id", "carrier"],
  },
  {
    name: "delivery-days",
    relation: "metrics.otif_by_day",
    columns: ["due_date", "region", "manager_id", "carrier"],
    sums: ["lines_due_count", "on_time_count", "in_full_count", "otif_count", "undelivered_count"],
    where: comparedDays("due_date"),
    order: ["due_date", "region", "manager_id", "carrier"],
  },
  {
    name: "order-delivery",
    relation: "metrics.order_otif_by_month",
    columns: ["due_month", "region", "manager_id", "carrier"],
    sums: ["orders_due_count", "otif_order_count"],
    order: ["due_month", "region", "manager_id", "carrier"],
  },
  {
    name: "carriers",
    relation: "metrics.late_days_by_carrier",
    recount: ["metrics.late_days_by_carrier"],
    columns: [
      "carrier",
      "lines_due_count",
      "late_line_count",
      "undelivered_line_count",
      "late_rate",
      "late_days_p50",
      "late_days_p90",
      "late_days_max",
    ],
    order: ["carrier"],
  },
  {
    name: "complaint-rate",
    relation: "metrics.complaint_rate_by_month",
    recount: ["metrics.complaint_rate_by_month"],
    columns: [
      "month",
      "delivered_order_count",
      "complaint_count",
      "complaints_per_100_orders",
      "lower",
      "upper",
      "is_complete",
    ],
    order: ["month"],
  },
  {
    name: "complaints",
    relation: "metrics.complaints_by_month",
    recount: ["metrics.complaints_by_month"],
    columns: [
      "month",
      "complaint_type",
      "manager_id",
      "opened_count",
      "closed_count",
      "open_count",
      "overdue_count",
      "unanswered_count",
      "within_target_count",
    ],
    order: ["month", "complaint_type", "manager_id"],
  },
];
