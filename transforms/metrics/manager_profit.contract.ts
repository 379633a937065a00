import { count, date, contract as describe, double, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.manager_profit", {
  description: "What a manager sold in the last twelve complete months, at what discount and margin.",
  key: ["manager_id"],
  answers: "Who sells most, and who sells most profitably?",
  columns: {
    manager_id: text("Owner of the client on the order day, or `unknown`."),
    from_month: date("First month looked at."),
    to_month: date("Last month looked at."),
    order_count: count("Valid orders.", { unit: "orders" }),
    client_count: count("Clients who gave them.", { unit: "clients" }),
    gross_amount: moneySum("Sales before returns."),
    return_amount: moneySum("Value of what came back of them."),
    return_rate: double("Returns over sales.", { unit: "share, may exceed 1" }).nullable(),
    net_amount: moneySum("Net sales: sales less returns."),
    discount_amount: moneySum("Discounts on lines that state one; empty when none does.").nullable(),
    discount_rate: double("Discounts over list value of these lines.", { unit: "share 0..1" }).nullable(),
    leak_amount: moneySum("Discount beyond what is usual for the same class and category.").nullable(),
    margin_amount: moneySum("Margin of goods whose cost is known, before returns.").nullable(),
    margin_rate: double("Margin over the sales whose cost is known.", { unit: "share, at most 1" }).nullable(),
    costed_share: double("Share of sales whose cost is known; empty where reversals leave no share of 0 to 1.", {
      unit: "share 0..1",
    }).nullable(),
    quality_flag: text("`ok`; `no_cost`; `partial_cost` below 95 % of sales; `low_n` below 30 orders."),
    as_of_date: date("Day the numbers speak of."),
  },
});
