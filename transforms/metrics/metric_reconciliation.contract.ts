import { count, contract as describe, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.metric_reconciliation", {
  description: "Rows and money of an entity in the metrics, against the marts.",
  key: ["entity"],
  answers: "Did every row of the marts arrive in the numbers?",
  columns: {
    entity: text("Entity: `order_lines`, `returns`, `complaints`."),
    row_count: count("Rows the metrics count."),
    amount: moneySum("Money in the metrics.").nullable(),
    explained_row_count: count("Rows metrics leave out on purpose: cancelled, without a month."),
    explained_amount: moneySum("Money of these rows."),
    row_difference: count("Rows less rows of the marts, plus explained: must be 0."),
    difference: moneySum("Amount less amount of the marts, plus explained; empty where there is no money.").nullable(),
    note: text("What is counted, and what explains the rest."),
  },
});
