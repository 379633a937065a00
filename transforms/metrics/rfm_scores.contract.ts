import {
  count,
  date,
  contract as describe,
  double,
  flag,
  id,
  moneySum,
  text,
} from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.rfm_scores", {
  description: "RFM scores and segment of each client, on the as-of day and one month before.",
  key: ["as_of_date", "client_id"],
  answers: "Which segment was a client in, and which is it in now?",
  columns: {
    as_of_date: date("Day the values are seen from."),
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    is_current: flag("Whether this is the as-of day of the build."),
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
    recency_score: count("1 to 5; 5 is the most recent fifth.", { unit: "score" }),
    frequency_score: count("1 to 5; 5 is the most frequent fifth.", { unit: "score" }),
    monetary_score: count("1 to 5; 5 is the fifth with the most revenue.", { unit: "score" }),
    fm_score: count(
      "Mean of frequency and monetary score, halves rounded up; frequency alone where the settings say so.",
      { unit: "score" },
    ),
    segment: text("Segment by recency and FM score."),
  },
});
