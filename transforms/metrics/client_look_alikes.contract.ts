import { count, date, contract as describe, double, id, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.client_look_alikes", {
  description: "Clients and prospects most like our key clients, without being one, and by which traits.",
  key: ["client_id"],
  answers: "Whom should we develop into a key client? Which prospect to win?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    place: count("1 is the most alike."),
    class: text("Its class now, or `prospect` without an order."),
    score: double("Sum of ln(index) over the traits shared with key clients.", { unit: "score" }),
    matched_trait_count: count("Traits shared that are over-represented among key clients."),
    first_trait: text("The most telling trait.").nullable(),
    first_value: text("Its value.").nullable(),
    second_trait: text("The next.").nullable(),
    second_value: text("Its value.").nullable(),
    third_trait: text("The one after.").nullable(),
    third_value: text("Its value.").nullable(),
    net_amount: moneySum("Net sales up to the as-of day."),
    key_client_count: count("Key clients the traits were learned from.", { unit: "clients" }),
    quality_flag: text("`ok`, or `low_n` below 30 key clients."),
    model_version: text("Model and version: changes with formula or settings, not with data."),
    as_of_date: date("Day the numbers speak of."),
  },
});
