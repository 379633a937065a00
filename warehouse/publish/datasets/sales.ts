import type { Dataset } from "../datasets.ts";

/** What pages of sales, plans and the overview are drawn from. */
export const salesDatasets: readonly Dataset[] = [
  {
    name: "kpi",
    relation: "metrics.kpi_by_month",
    columns: [
      "month",
      "net_amount",
      "plan_amount",
      "order_count",
      "active_client_count",
      "new_client_count",
      "is_complete",
    ],
    order: ["month"],
  },
  {
    name: "overview-sales",
    relation: "metrics.sales_by_month",
    columns: ["month", "region", "direction"],
    sums: ["net_amount", "margin_amount", "costed_amount"],
    order: ["month", "region", "direction"],
  },
  {
    name: "overview-plan",
    relation: "metrics.plan_vs_actual",
    columns: ["month", "region"],
    sums: ["plan_amount", "actual_amount"],
    where: "is_total_grain",
    order: ["month", "region"],
  },
  {
    name: "overview-delivery",
    relation: "metrics.otif_by_month",
    columns: ["due_month"],
    sums: ["lines_due_count", "on_time_count", "otif_count"],
    order: ["due_month"],
  },
  {
    name: "sales",
    relation: "metrics.sales_by_month",
    columns: ["month", "region", "manager_id", "direction"],
    sums: ["net_amount", "margin_amount", "costed_amount"],
    order: ["month", "region", "manager_id", "direction"],
  },
  {
    name: "plan",
    relation: "metrics.plan_vs_actual",
    columns: ["month", "region", "manager_id", "direction", "plan_amount", "actual_amount"],
    where: "is_total_grain",
    order: ["month", "region", "manager_id", "direction"],
  },
  {
    name: "products",
    relation: "marts.products",
    columns: ["product_id", "name", "direction"],
    where: "product_id in (select product_id from metrics.product_abc_xyz)",
    order: ["product_id"],
  },
  {
    name: "product-abc",
    relation: "metrics.product_abc_xyz",
    columns: [
      "product_id",
      "window_from_month",
      "window_to_month",
      "net_amount",
      "abc",
      "xyz",
      "coefficient_of_variation",
      "demand_type",
    ],
    order: ["net_amount desc", "product_id"],
  },
  { name: "managers", relation: "marts.managers", columns: ["manager_id", "name"], order: ["manager_id"] },
];
