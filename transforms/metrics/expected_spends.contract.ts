import { count, contract as describe, double, id, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.expected_spends", {
  description: "What a client's next purchase is expected to be worth, and how many it is expected to make.",
  key: ["cut_number", "client_id"],
  answers: "What will a client spend per order, and how often will it order?",
  columns: {
    cut_number: count("The cut-off; 0 is the as-of day, each further one lies a horizon before."),
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    expected_order_amount: double("Expected worth of a purchase.", { unit: "reporting currency" }).nullable(),
    expected_order_count: double("Purchases expected in the horizon; in four of them at the hold-out.", {
      unit: "purchases",
    }).nullable(),
    discounted_order_count: double("Purchases expected in the months of lifetime value, discounted to today.", {
      unit: "purchases",
    }).nullable(),
    last_year_share: double("Share of these that the last twelve months bring, where more than twelve are valued.", {
      unit: "share 0..1",
    }).nullable(),
    spend_flag: text("Flag of the spend model."),
  },
});
