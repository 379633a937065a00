import type { Dataset } from "../datasets.ts";

/** What pages of campaigns are drawn from. */
export const campaignsDatasets: readonly Dataset[] = [
  {
    name: "campaigns",
    relation: "metrics.campaign_return",
    columns: [
      "name",
      "channel",
      "start_date",
      "delivered_count",
      "responder_count",
      "response_rate",
      "cost_amount",
      "attributed_amount",
      "attributed_margin_amount",
      "roas",
      "roi",
      "conversion_lift",
      "conversion_lift_lower",
      "conversion_lift_upper",
      "incremental_amount",
      "incremental_lower",
      "incremental_upper",
      "quality_flag",
    ],
    order: ["start_date", "campaign_id"],
  },
];
