import type { Monthly } from "../components/monthly.ts";
import type { LineReturns } from "./promises-lines.ts";

export interface SlaRow {
  readonly month: string;
  readonly complaint_type: string;
  readonly manager_id: string;
  readonly complaint_count: number;
  readonly first_response_met_count: number;
  readonly first_response_breached_count: number;
  readonly first_response_pending_count: number;
  readonly resolution_met_count: number;
  readonly resolution_breached_count: number;
  readonly resolution_pending_count: number;
}

export interface DurationRow {
  readonly step: "first_response" | "resolution";
  readonly dimension: string;
  readonly entity_id: string;
  readonly complaint_count: number;
  readonly open_count: number;
  readonly hours_p50: number | null;
  readonly hours_p90: number | null;
}

export interface RateRow {
  readonly month: string;
  readonly dimension: string;
  readonly entity_id: string;
  readonly delivered_order_count: number;
  readonly complaint_count: number;
}

export interface OpenComplaintRow {
  readonly complaint_id: string;
  readonly client_id: string | null;
  readonly complaint_type: string;
  readonly severity: string | null;
  readonly manager_id: string;
  readonly opened_at: string;
  readonly is_answered: boolean;
  readonly first_response_state: string;
  readonly resolution_hours: number | null;
  readonly resolution_target_hours: number;
  readonly resolution_state: string;
}

export interface ReturnRow {
  readonly month: string;
  readonly is_mature: boolean;
  readonly shipped_quantity: number;
  readonly shipped_amount: number;
  readonly return_count: number;
  readonly returned_quantity: number;
  readonly returned_amount: number;
}

export interface ReasonRow {
  readonly month: string;
  readonly reason: string;
  readonly return_count: number;
  readonly returned_amount: number;
}

export interface PromisesData {
  readonly sla: readonly SlaRow[];
  readonly durations: readonly DurationRow[];
  readonly rates: readonly RateRow[];
  readonly open: readonly OpenComplaintRow[];
  readonly returns: readonly ReturnRow[];
  readonly reasons: readonly ReasonRow[];
  readonly lines: LineReturns;
  readonly managers: Monthly["managers"];
  readonly clients: Readonly<Record<string, string>>;
}

/** Answered or closed in time over those with an outcome; pending ones wait. */
export function metShare(rows: readonly SlaRow[], step: DurationRow["step"]): number | null {
  const [met, breached] = rows.reduce(
    ([kept, broken], row) => [kept + row[`${step}_met_count`], broken + row[`${step}_breached_count`]],
    [0, 0],
  );
  return met + breached === 0 ? null : met / (met + breached);
}
