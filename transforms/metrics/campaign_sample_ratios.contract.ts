import { count, contract as describe, double, flag, id } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.campaign_sample_ratios", {
  description: "How far the sizes of a campaign's arms stray from their design; no row where the design tells nothing.",
  key: ["campaign_id"],
  answers: "Were clients assigned to the arms as they should have been?",
  columns: {
    campaign_id: id("The campaign.", { references: "marts.campaigns.campaign_id" }),
    group_count: count(
      "Groups held against the design: control and all treated, or each treated arm where they were meant to be equal.",
    ),
    chi_square: double("Sum of (found − expected)² / expected."),
    degrees_of_freedom: count("Groups less one."),
    p_value: double("Chance of straying so far, or farther, if all went as designed.", { unit: "share 0..1" }),
    is_failed: flag("Is it below 0.001? Then the arms are not comparable and no effect is shown."),
  },
});
