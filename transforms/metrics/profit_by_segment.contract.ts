import { count, date, contract as describe, double, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.profit_by_segment", {
  description:
    "Sales, costs and profit of the clients of a class, an RFM segment or a region, last twelve complete months.",
  key: ["segmentation", "segment"],
  answers: "What do our classes of clients really earn us?",
  columns: {
    segmentation: text("What clients are divided by: `class`, `rfm` or `region`."),
    segment: text("The part; `prospect` among classes for clients without an order."),
    client_count: count("Clients with sales, returns or contacts.", { unit: "clients" }),
    losing_client_count: count("Of these, with a loss.", { unit: "clients" }),
    list_amount: moneySum("Sales before discounts on lines."),
    discount_amount: moneySum("Discounts on lines."),
    return_amount: moneySum("Value of what came back; positive."),
    net_amount: moneySum("Net sales."),
    goods_amount: moneySum("Cost of goods sold less the worth of goods returned.").nullable(),
    delivery_amount: moneySum("Cost of deliveries."),
    contact_amount: moneySum("Cost of contacts."),
    complaint_amount: moneySum("Cost of complaints."),
    campaign_amount: moneySum("Cost of campaigns."),
    cost_to_serve_amount: moneySum("Deliveries, contacts, complaints and campaigns."),
    profit_amount: moneySum("Profit of the clients whose cost of goods is known.").nullable(),
    profit_rate: double("Profit over the net sales of these clients.", { unit: "share, at most 1" }).nullable(),
    quality_flag: text(
      "`ok`; `no_cost`; `partial_cost` when some clients have no cost; `no_unit_costs` when the settings give none; `low_n` below 30 clients.",
    ),
    as_of_date: date("Day the numbers speak of."),
  },
});
