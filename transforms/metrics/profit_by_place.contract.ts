import { count, date, contract as describe, flag, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.profit_by_place", {
  description:
    "Sales, costs and profit of the clients of a class, a region, a manager and a band of profit, last twelve complete months.",
  key: ["class", "region", "manager_id", "is_costed", "band"],
  answers: "What do the clients of a region, a manager or a class leave us?",
  columns: {
    class: text("Class of the client today; `prospect` for clients without an order."),
    region: text("Region of the client, or `unknown`."),
    manager_id: text("Owner of the client today, or `unknown`."),
    is_costed: flag("Is the cost of their goods known?"),
    band: count("0 to 199 from the highest profit to the lowest, equal numbers of clients in each; 200 without costs."),
    window_from_date: date("First day counted."),
    window_to_date: date("Last day counted."),
    client_count: count("Clients with sales, returns or contacts.", { unit: "clients" }),
    losing_client_count: count("Of these, with a loss.", { unit: "clients" }),
    bare_client_count: count("Of these, whose service has no unit costs in the settings.", { unit: "clients" }),
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
    profit_amount: moneySum("Profit of these clients; empty where the cost of goods is not known.").nullable(),
    loss_amount: moneySum("What the clients with a loss lose together; positive."),
    as_of_date: date("Day the numbers speak of."),
  },
});
