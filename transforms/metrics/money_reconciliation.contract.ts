import { count, contract as describe, flag, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.money_reconciliation", {
  description: "Rows and money of an entity at a stage of the road, against the stage before.",
  key: ["entity", "source", "stage_number"],
  answers: "Did every rouble of the files arrive in the numbers?",
  columns: {
    entity: text("Entity."),
    source: text("Source, or `all` for metrics, which no longer know it."),
    stage_number: count("1 file, 2 raw, 3 staging, 4 mart, 5 metric."),
    stage: text("`file`, `raw`, `staging`, `mart`, `metric`."),
    row_count: count("Rows at this stage.").nullable(),
    amount: moneySum("Money at this stage.", {
      unit: "currencies of the documents added up to staging; then reporting currency",
    }).nullable(),
    explained_row_count: count(
      "Rows that left on purpose since the stage before: superseded by newer loads, dated after the as-of day.",
    ),
    explained_amount: moneySum("Money that left on purpose, of the same rows."),
    row_difference: count("Rows less rows of the stage before, plus explained: must be 0.").nullable(),
    difference: moneySum(
      "Amount less amount of the stage before, plus explained; empty where the unit changes.",
    ).nullable(),
    is_reconciled: flag("No unexplained difference?"),
    note: text("What changed at this stage.").nullable(),
  },
});
