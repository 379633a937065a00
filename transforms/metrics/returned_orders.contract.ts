import { count, date, contract as describe, flag, id, money, quantity, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.returned_orders", {
  description: "A return that reduces sales, and the order it came from.",
  key: ["return_id"],
  answers: "Which orders came back, and how long after they arrived?",
  columns: {
    return_id: id("The return.", { references: "marts.returns.return_id" }),
    region: text("Region of the order, or `unknown`."),
    manager_id: text("Manager of the order, or `unknown`."),
    quantity: quantity("Units returned."),
    amount: money("Value of the return; empty without value or rate.", { unit: "reporting currency" }).nullable(),
    is_matched: flag("Is the order known, and did it arrive whole?"),
    lag_days: count("Days from arrival to return; empty where it came back before.", { unit: "days" }).nullable(),
    month: date("First day of the month the order had arrived whole; of the return where that is unknown."),
  },
});
