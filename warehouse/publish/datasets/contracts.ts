import type { Dataset } from "../datasets.ts";

/** What the renewal of contracts is drawn from. */
export const contractDatasets: readonly Dataset[] = [
  {
    name: "contract-survival",
    relation: "metrics.contract_survival",
    recount: ["metrics.contract_survival"],
    columns: [
      "is_total",
      "kind",
      "month_number",
      "at_risk_count",
      "ended_count",
      "survival_share",
      "survival_share_low",
      "survival_share_high",
    ],
    order: ["is_total desc", "kind", "month_number"],
  },
  {
    name: "contract-renewals",
    relation: "metrics.contract_renewals",
    recount: ["metrics.contract_renewals"],
    columns: [
      "is_total",
      "kind",
      "renewal_number",
      "due_count",
      "renewed_count",
      "lost_count",
      "renewal_rate",
      "renewal_rate_low",
      "renewal_rate_high",
    ],
    order: ["is_total desc", "kind", "renewal_number"],
  },
  {
    name: "renewal-fits",
    relation: "metrics.renewal_fits",
    columns: [
      "is_total",
      "kind",
      "renewal_number",
      "is_seen",
      "expected_renewal_rate",
      "expected_survival_share",
      "quality_flag",
    ],
    order: ["is_total desc", "kind", "renewal_number"],
  },
];
