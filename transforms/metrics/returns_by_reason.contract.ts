import { count, date, decimal, contract as describe, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.returns_by_reason", {
  description:
    "Goods that came back in a month, by reason and direction; those of cancelled orders too, which take back no sales.",
  key: ["month", "reason", "direction"],
  answers: "Why do goods come back, and what?",
  columns: {
    month: date("First day of the month they came back."),
    reason: text("Reason as the source states it, or `unknown`."),
    direction: text("Direction of the product, or `unknown`."),
    return_count: count("Returns."),
    returned_quantity: decimal(38, 3, "Units.", { unit: "units" }),
    returned_amount: moneySum("Their value."),
    unvalued_count: count("Of these, without a value: not in the amount."),
    quality_flag: text("`ok`, or `no_value` when some could not be valued."),
    as_of_date: date("Day the numbers speak of."),
  },
});
