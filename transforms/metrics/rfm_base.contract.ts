import { count, date, contract as describe, double, flag, id, moneySum } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.rfm_base", {
  description:
    "Recency, frequency and monetary value of each client with a valid order in the window, on the as-of day and one month before.",
  key: ["as_of_date", "client_id"],
  answers: "What are the RFM scores computed from?",
  columns: {
    as_of_date: date("Day the values are seen from."),
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    is_current: flag("Whether this is the as-of day of the build, not the month before."),
    first_order_date: date("First valid order of all history up to the day."),
    last_order_date: date("Last valid order up to the day."),
    recency_days: count("Days since the last valid order.", { unit: "days" }),
    recency_value: double(
      "What recency is scored by: these days, or how many of its own gaps they are, by the settings.",
      {
        unit: "days or own gaps",
      },
    ),
    frequency: count("Days with a valid order in the window, the first included.", { unit: "purchase days" }),
    monetary_amount: moneySum("Net revenue in the window."),
    monetary_value: double("What revenue is scored by: this, or its mean per purchase day, by the settings.", {
      unit: "reporting currency",
    }),
  },
});
