import { contract, count, date, decimal, flag, id, moneySum } from "../../ingest/contracts/contract.ts";

export const clientVolumeByMonth = contract("metrics.client_volume_by_month", {
  description: "What a client bought in a calendar month. Months without a valid order have no row.",
  key: ["client_id", "month"],
  answers: "How much does each client buy, month by month?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    month: date("First day of the month."),
    is_complete_month: flag("Whether the month had ended by the as-of day."),
    order_count: count("Valid orders: not cancelled, with a positive amount.", { unit: "orders" }),
    occasion_count: count("Days with at least one valid order; several orders on one day are one purchase.", {
      unit: "days",
    }),
    quantity: decimal(38, 3, "Units bought; empty where no order of the month states them.", {
      unit: "units",
    }).nullable(),
    net_amount: moneySum("Net revenue of the valid orders."),
    cost_amount: moneySum("Cost of the goods; empty where the cost of an order of the month is unknown.").nullable(),
    first_order_date: date("First valid order in the month."),
    last_order_date: date("Last valid order in the month."),
  },
});

export { clientVolumeByMonth as contract };
