import { date, contract as describe, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.sales_by_day", {
  description: "Sales, returns and margin of a day, region, manager and direction.",
  key: ["day", "region", "manager_id", "direction"],
  answers: "What did we sell these days, where, by whom, and at what margin?",
  columns: {
    day: date("Day of the order; of the return where its order is unknown."),
    month: date("First day of its month."),
    region: text("Region, or `unknown`."),
    manager_id: text("Manager, or `unknown`."),
    direction: text("Business direction, or `unknown`."),
    gross_amount: moneySum("Sales after discount, before returns; cancelled orders do not count."),
    return_amount: moneySum("Value of what came back of these sales, whenever it came back; positive."),
    net_amount: moneySum("Gross less returns; the days of a month add up to its net sales."),
    costed_amount: moneySum("Part of the gross amount whose cost is known."),
    margin_amount: moneySum("Costed amount less its cost, before returns; empty when no cost is known.").nullable(),
  },
});
