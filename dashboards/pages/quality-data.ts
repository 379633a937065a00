import type { AlertRow } from "../alerts.ts";
import type { Changes } from "../changes.ts";
import type { CheckTexts } from "../components/checks.ts";
import type { FileRow, FreshnessRow, FutureRow, ReconciliationRow, RejectRow } from "../rows.ts";
import type { ModelRow } from "./quality-models.ts";
import type { RemarkRow } from "./remark-row.ts";

/** All the page of data quality is drawn from. */
export interface QualityData {
  readonly files: readonly FileRow[];
  readonly feeds: readonly FreshnessRow[];
  readonly stages: readonly ReconciliationRow[];
  readonly rejects: readonly RejectRow[];
  readonly remarks: readonly RemarkRow[];
  readonly future: readonly FutureRow[];
  readonly models: readonly ModelRow[];
  readonly checks: CheckTexts;
  readonly alerts: readonly AlertRow[];
  readonly changes: Changes;
}

/** How well a thing is, as its colour tells it. */
export type Tone = "good" | "warn" | "bad" | "none";
