import { contract as describe, id, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.client_traits", {
  description: "What is known of each client: industry, region, size, age, channel, what it buys.",
  key: ["client_id", "trait", "value"],
  answers: "What is each client like?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    trait: text("`industry`, `region`, `size`, `kind`, `age`, `years_with_us`, `channel` or `category`."),
    value: text("Its value, or `unknown`."),
  },
});
