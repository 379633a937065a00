import { count, date, contract as describe, double, flag, moneySum } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.kpi_by_month", {
  description: "The company in a month.",
  key: ["month"],
  answers: "Where do we stand, and how did it move?",
  columns: {
    month: date("First day of the month."),
    net_amount: moneySum("Net sales: gross less returns."),
    gross_amount: moneySum("Sales before returns."),
    return_amount: moneySum("Value of what came back of these sales, whenever it came back."),
    came_back_amount: moneySum("Value of goods that came back in this month, whenever they were sold."),
    margin_amount: moneySum("Margin of goods sold whose cost is known, before returns.").nullable(),
    margin_rate: double("Margin over the sales whose cost is known.", { unit: "share, at most 1" }).nullable(),
    order_count: count("Valid orders."),
    active_client_count: count("Clients with a valid order."),
    new_client_count: count("Clients whose first valid order lies in the month."),
    average_order_amount: moneySum("Volume of valid orders over their count.").nullable(),
    plan_amount: moneySum("Target; empty without a plan.").nullable(),
    attainment_rate: double("Net sales over plan.", { unit: "share, may exceed 1" }).nullable(),
    plan_to_date_amount: moneySum("Plan × elapsed / working days.").nullable(),
    attainment_to_date_rate: double("Net sales over plan to date.", { unit: "share, may exceed 1" }).nullable(),
    previous_year_net_amount: moneySum(
      "Net sales of the same whole month a year before; empty before the first year ends.",
    ).nullable(),
    lines_due_count: count("Order lines due in the month."),
    on_time_rate: double("Lines on time over lines due.", { unit: "share 0..1" }).nullable(),
    otif_rate: double("Lines on time and in full over lines due.", { unit: "share 0..1" }).nullable(),
    complaint_count: count("Complaints opened in the month."),
    delivered_order_count: count("Orders whose delivery was completed in the month."),
    complaints_per_100_orders: double(
      "Complaints, in the month their order was delivered where linked, per 100 orders delivered.",
      { unit: "per 100 orders" },
    ).nullable(),
    is_complete: flag("Is the month over on the as-of day?"),
    as_of_date: date("Day the numbers speak of."),
  },
});
