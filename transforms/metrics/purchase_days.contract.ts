import { count, date, contract as describe, flag, id, money } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.purchase_days", {
  description: "A day on which a client bought: all valid orders of the day are one purchase.",
  key: ["client_id", "day"],
  answers: "In what rhythm does a client buy?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    day: date("Day of the purchase."),
    net_amount: money("Net sales of the day.", { unit: "reporting currency" }),
    horizon_number: count("Whole horizons between it and the as-of day; 8 holds all that is older."),
    gap_days: count("Days since the purchase before; empty for the first.", { unit: "days" }).nullable(),
    previous_gap_days: count("The gap before that one.", { unit: "days" }).nullable(),
    open_gap_days: count("Days of the gap without those of planned closures, at least one.", {
      unit: "days",
    }).nullable(),
    previous_open_gap_days: count("The same of the gap before that one.", { unit: "days" }).nullable(),
    is_first: flag("Is it the first of the client?"),
    is_newest: flag("Is it the newest of the client?"),
  },
});
