import { count, date, contract as describe, flag, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.return_months", {
  description: "A month, and whether its returns are known.",
  key: ["basis", "month"],
  answers: "Of which months are the returns known?",
  columns: {
    basis: text("Where a return belongs: the month its `order` had arrived, or its `line` was shipped."),
    month: date("First day of the month."),
    usual_lag_days: count("Days within which 95 % of returns come back; empty where none did.", {
      unit: "days",
    }).nullable(),
    is_mature: flag("Are most of its returns back by the as-of day?"),
  },
});
