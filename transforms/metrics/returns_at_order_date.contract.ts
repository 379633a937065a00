import { contract, date, decimal, id, moneySum } from "../../ingest/contracts/contract.ts";

export const returnsAtOrderDate = contract("metrics.returns_at_order_date", {
  description: "A return that reduces revenue, dated by the order it takes back: revenue falls where it was booked.",
  key: ["return_id"],
  answers: "Which sales were taken back?",
  columns: {
    return_id: id("The return.", { references: "marts.returns.return_id" }),
    client_id: id("Who bought, else who sent the goods back.").nullable(),
    manager_id: id("Manager of the order.").nullable(),
    product_id: id("What came back.").nullable(),
    order_date: date("Day of the order; of the return where the order is unknown."),
    order_month: date("First day of its month."),
    quantity: decimal(38, 3, "Units returned.", { unit: "units" }),
    return_amount: moneySum("Value credited, positive; zero where the value is unknown."),
  },
});

export { returnsAtOrderDate as contract };
