import { count, date, contract as describe, double, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.lost_deals", {
  description: "Deals lost in the last twelve months for a reason and to a competitor.",
  key: ["lost_reason", "competitor"],
  answers: "Why do we lose deals, and to whom?",
  columns: {
    lost_reason: text("Why, or `unknown`."),
    competitor: text("Who won instead, or `unknown`."),
    lost_count: count("Deals lost.", { unit: "deals" }),
    lost_amount: moneySum("Their value; empty when none has an amount.").nullable(),
    lost_count_share: double("Share in all deals lost.", { unit: "share 0..1" }).nullable(),
    lost_amount_share: double("Share in their value.", { unit: "share 0..1" }).nullable(),
    quality_flag: text("`ok`; `low_n` below 30 lost deals altogether."),
    as_of_date: date("Day the numbers speak of."),
  },
});
