import { count, date, contract as describe, double, id, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.rfm", {
  description:
    "Recency, frequency and monetary scores of each client with a valid order in the window, and the segment they make. Equal values have equal scores.",
  key: ["client_id"],
  answers: "Who are our best clients? Whom are we about to lose?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    first_order_date: date("First valid order of all history."),
    last_order_date: date("Last valid order."),
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
    rfm: text("The three scores side by side, such as `543`."),
    fm_score: count(
      "Mean of frequency and monetary score, halves rounded up; frequency alone where the settings say so.",
      { unit: "score" },
    ),
    segment: text(
      "`champions`, `loyal`, `potential_loyalist`, `new`, `promising`, `needs_attention`, `about_to_sleep`, `cannot_lose`, `at_risk` or `hibernating`.",
    ),
    previous_segment: text("Segment one month before; empty where the client was not in the base then.").nullable(),
    previous_rfm: text("The three scores one month before.").nullable(),
    scored_client_count: count("Clients scored: those the fifths are of.", { unit: "clients" }),
    quality_flag: text("`ok`, or `low_n` below 30 clients, where a fifth is six at most."),
    model_version: text("Model and version: changes with formula or settings, not with data."),
    as_of_date: date("Day the numbers speak of."),
  },
});
