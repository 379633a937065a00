import { count, date, contract as describe, double, id, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.client_profit", {
  description:
    "What a client brings after goods, returns, deliveries, contacts, complaints and campaigns, over the last twelve complete months.",
  key: ["client_id"],
  answers: "Who are our most profitable clients, and on whom do we lose money?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    window_from_date: date("First day looked at."),
    window_to_date: date("Last day looked at."),
    order_count: count("Valid orders.", { unit: "orders" }),
    delivery_count: count("Deliveries, by the day goods left, or arrived where that is not told.", {
      unit: "deliveries",
    }),
    contact_count: count("Contacts by people: calls, meetings, visits, messages.", { unit: "contacts" }),
    complaint_count: count("Complaints received.", { unit: "complaints" }),
    list_amount: moneySum("Sales before discounts on lines."),
    discount_amount: moneySum("Discounts on lines."),
    return_amount: moneySum("Value of what came back; positive."),
    net_amount: moneySum("Net sales: list less discounts and returns."),
    goods_amount: moneySum(
      "Cost of goods sold, less what returned goods whose line is known are still worth; empty when unknown.",
    ).nullable(),
    delivery_amount: moneySum("Deliveries × unit cost of the settings."),
    contact_amount: moneySum("Contacts × unit costs of the settings."),
    complaint_amount: moneySum("Complaints × unit cost of the settings."),
    campaign_amount: moneySum("Share of the cost of campaigns sent to the client."),
    cost_to_serve_amount: moneySum("Deliveries, contacts, complaints and campaigns."),
    profit_amount: moneySum("Net sales less goods and cost to serve; empty when no cost of goods is known.").nullable(),
    costed_share: double(
      "Share of the sales whose cost of goods is known; empty where reversals leave no share of 0 to 1.",
      { unit: "share 0..1" },
    ).nullable(),
    quality_flag: text(
      "`ok`; `no_cost` without any cost of goods; `partial_cost` below 95 % of sales; `no_unit_costs` when the settings give none.",
    ),
    as_of_date: date("Day the numbers speak of."),
  },
});
