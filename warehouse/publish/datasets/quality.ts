import type { Dataset } from "../datasets.ts";

/** What pages of data quality are drawn from. */
export const qualityDatasets: readonly Dataset[] = [
  {
    name: "files",
    relation: "metrics.data_quality_by_file",
    columns: [
      "source",
      "entity",
      "name",
      "state",
      "loaded_at",
      "rows_read",
      "rows_accepted",
      "rows_rejected",
      "rows_skipped",
      "rows_changed",
      "quality_flag",
    ],
    order: ["file_id desc"],
  },
  {
    name: "freshness",
    relation: "metrics.source_freshness",
    isPublicToAll: true,
    columns: [
      "source",
      "feed",
      "entity",
      "is_expected",
      "file_count",
      "last_loaded_at",
      "newest_event_date",
      "warn_hours",
      "error_hours",
    ],
    order: ["source", "feed", "entity"],
  },
  {
    name: "reconciliation",
    relation: "metrics.money_reconciliation",
    columns: [
      "entity",
      "source",
      "stage",
      "row_count",
      "amount",
      "explained_row_count",
      "row_difference",
      "difference",
      "is_reconciled",
    ],
    order: ["entity", "source", "stage_number"],
  },
  {
    name: "rejects",
    relation: "metrics.rejects_by_rule",
    columns: ["source", "entity", "rule", "column_name", "record_count", "file_count"],
    order: ["reject_count desc", "source", "entity", "rule", "column_name"],
  },
  {
    name: "remarks",
    relation: "metrics.remarks_by_file",
    columns: ["source", "entity", "name", "kind", "message", "remark_count", "first_line", "is_total_missed"],
    order: ["is_total_missed desc", "file_id desc", "first_line", "kind", "message"],
  },
  {
    name: "future-rows",
    relation: "metrics.future_rows",
    columns: ["entity", "source", "future_row_count", "first_future_date", "last_future_date"],
    order: ["future_row_count desc", "entity", "source"],
  },
];
