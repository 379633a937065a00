import { shareOf } from "../figures.ts";
import type { CampaignRow as Figures } from "../rows.ts";
import type { IncrementalRow } from "./campaign-incremental.ts";

/** A campaign with what it cost, what is attributed to it and what it changed. */
export interface CampaignRow extends Figures, Omit<IncrementalRow, keyof Figures> {
  readonly campaign_id: string;
  readonly sent_count: number | null;
  readonly opened_count: number | null;
  readonly clicked_count: number | null;
  readonly response_lower: number | null;
  readonly response_upper: number | null;
  readonly cost_per_response: number | null;
  readonly iroas: number | null;
  readonly iroas_lower: number | null;
  readonly iroas_upper: number | null;
}

/** Campaigns whose control group shows an effect clear of chance. */
export const isProven = (row: CampaignRow) => row.conversion_lift_lower !== null && row.conversion_lift_lower > 0;

/** Campaigns whose control group can be compared with. */
export const isMeasured = (row: CampaignRow) => row.conversion_lift !== null;

/** Of the clients reached, the share that answered; null where no answer was ever recorded. */
export function responseRate(rows: readonly CampaignRow[]): number | null {
  const told = rows.filter((row) => row.response_rate !== null);
  return shareOf(told, "responder_count", "delivered_count");
}
