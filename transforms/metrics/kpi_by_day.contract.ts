import { count, date, contract as describe, moneySum } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.kpi_by_day", {
  description: "The company on a day.",
  key: ["day"],
  answers: "How did the last days and weeks go?",
  columns: {
    day: date("Day of the orders."),
    month: date("First day of its month."),
    net_amount: moneySum("Net sales: gross less returns; the days of a month add up to its net sales."),
    costed_amount: moneySum("Part of the sales before returns whose cost is known."),
    margin_amount: moneySum("Margin of goods sold whose cost is known, before returns.").nullable(),
    order_count: count("Valid orders."),
    order_amount: moneySum("Volume of valid orders, before returns."),
    lines_due_count: count("Order lines due on the day."),
    on_time_count: count("Of these, on time."),
    otif_count: count("Of these, on time and in full."),
    working_days: count("Working days of its month.", { unit: "days" }),
    working_days_elapsed: count("Working days of its month up to this day, it included.", { unit: "days" }),
  },
});
