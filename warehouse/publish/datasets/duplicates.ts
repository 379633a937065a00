import type { Dataset } from "../datasets.ts";

/** What the page of possible duplicates is drawn from. */
export const duplicatesDatasets: readonly Dataset[] = [
  {
    name: "pair-review",
    relation: "metrics.client_pair_review",
    isWholeOnly: true,
    columns: [
      "source_client_id",
      "other_source_client_id",
      "name",
      "other_name",
      "source",
      "other_source",
      "place",
      "other_place",
      "state",
      "reason",
      "score",
      "evidence",
      "net_amount",
    ],
    order: ["score desc", "net_amount desc", "source_client_id", "other_source_client_id"],
    limit: 2000,
  },
  {
    name: "match-summary",
    relation: "metrics.client_match_summary",
    columns: ["state", "reason", "pair_count"],
    order: ["state", "pair_count desc", "reason"],
  },
  {
    name: "client-cards",
    relation: "metrics.client_cards_by_source",
    columns: ["source", "card_count", "shared_card_count", "client_count"],
    order: ["card_count desc", "source"],
  },
  {
    name: "match-limits",
    relation: "marts.client_match_limits",
    columns: ["kind", "value_count", "card_count"],
    order: ["kind"],
  },
];
