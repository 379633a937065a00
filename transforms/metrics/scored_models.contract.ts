import { count, date, contract as describe, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.scored_models", {
  description: "A model that is fitted or that scores: its version, and how much its rows rest on.",
  key: ["relation"],
  answers: "Which version of which model made these scores, of how much data?",
  columns: {
    relation: text("The relation whose rows it makes."),
    model_name: text(
      "`churn`, `lifetime_value`, `forecast`, `stage_probability`, `deal_value`, `pipeline`, `renewal`, `next_product`, `look_alike` or `rfm`.",
    ),
    model_version: text(
      "Name and a digest of formula and settings: changes with them, not with data or the day. Equal versions on equal data give equal rows.",
    ),
    row_count: count("Rows it made."),
    sound_row_count: count("Of them, without a reserve (`ok`)."),
    observation_count: count(
      "What it was made from: clients fitted on or scored, months of history, entries of stages, open deals, contracts, baskets, key clients.",
    ),
    as_of_date: date("Day the numbers speak of."),
  },
});
