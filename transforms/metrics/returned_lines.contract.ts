import { count, date, contract as describe, flag, id, money, quantity, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.returned_lines", {
  description: "A return that reduces sales, and the shipped line it came from.",
  key: ["return_id"],
  answers: "Which lines came back, and how long after they left?",
  columns: {
    return_id: id("The return.", { references: "marts.returns.return_id" }),
    order_line_id: id("Line it came from: named, else the only one of its order with its product.").nullable(),
    month: date("First day of the month the line was first shipped; of the return where that is unknown."),
    region: text("Region of the order, or `unknown`."),
    manager_id: text("Manager of the order, or `unknown`."),
    product_id: text("What came back, or `unknown`."),
    reason: text("Why, or `unknown`."),
    shipped_date: date("Day the line was first shipped.").nullable(),
    return_date: date("Day the goods came back."),
    is_matched: flag("Is the line known, and was it shipped?"),
    lag_days: count("Days from shipment to return; empty where it came back before.", { unit: "days" }).nullable(),
    quantity: quantity("Units returned."),
    amount: money("Value of the return; empty without value or rate.", { unit: "reporting currency" }).nullable(),
    as_of_date: date("Day the numbers speak of."),
  },
});
