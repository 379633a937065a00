import { count, date, contract as describe, double, id } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.product_pairs", {
  description: "Pairs of items bought together more often than chance explains, with how sure that is.",
  key: ["item_a", "item_b"],
  answers: "What sells with what?",
  columns: {
    item_a: id("One item of the pair; the one whose key comes first."),
    item_b: id("The other."),
    basket_a_count: count("Baskets with the first item.", { unit: "baskets" }),
    basket_b_count: count("Baskets with the second.", { unit: "baskets" }),
    basket_ab_count: count("Baskets with both.", { unit: "baskets" }),
    basket_count: count("All baskets looked at.", { unit: "baskets" }),
    support: double("Share of baskets that hold both.", { unit: "share 0..1" }),
    confidence_ab: double("Of baskets with the first item, the share that also holds the second.", {
      unit: "share 0..1",
    }),
    confidence_ba: double("Of baskets with the second item, the share that also holds the first.", {
      unit: "share 0..1",
    }),
    lift: double("How many times as often as by chance both are bought together.", { unit: "ratio" }),
    lift_lower: double("Its lower 95 % limit, above 1 for every pair shown.", { unit: "ratio" }),
    lift_upper: double("Its upper 95 % limit.", { unit: "ratio" }),
    leverage: double("Share of baskets that hold both, beyond what chance explains.", { unit: "share 0..1" }),
    as_of_date: date("Day the numbers speak of."),
  },
});
