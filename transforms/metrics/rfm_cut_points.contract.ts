import { count, contract as describe, double, flag, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.rfm_cut_points", {
  description: "The four values that part clients into fifths today, per measure.",
  key: ["measure", "cut_number"],
  answers: "How many days, purchases or how much revenue earn which score?",
  columns: {
    measure: text("`recency`, `frequency` or `monetary`."),
    cut_number: count("1 to 4: the 20, 40, 60 and 80 % points."),
    value: double(
      "The cut point: that of the settings, else the quantile of type 7. The score counts the cut points strictly below the value.",
      {
        unit: "days or own gaps, purchase days, reporting currency",
      },
    ),
    unit: text("What it is counted in: `days` or `own_gaps`, `purchase_days`, `money` or `money_per_purchase`."),
    is_fixed: flag("Does it stay, because the settings give it?"),
    is_in_segments: flag("Do segments ask for the measure? Revenue may be left out by the settings."),
    distinct_score_count: count("How many of the five scores occur; fewer than five where many clients are equal.", {
      unit: "scores",
    }),
    client_count: count("Clients in the base.", { unit: "clients" }),
  },
});
