import { contract, count, double, text } from "../../ingest/contracts/contract.ts";

export const rfmCutPoints = contract("metrics.rfm_cut_points", {
  description: "The four values that part clients into fifths today, per measure.",
  key: ["measure", "cut_number"],
  answers: "How many days, purchases or how much revenue earn which score?",
  columns: {
    measure: text("`recency`, `frequency` or `monetary`."),
    cut_number: count("1 to 4: the 20, 40, 60 and 80 % points."),
    value: double("The cut point: quantile of type 7. The score counts the cut points strictly below the value.", {
      unit: "days, purchase days or reporting currency",
    }),
    distinct_score_count: count("How many of the five scores occur; fewer than five where many clients are equal.", {
      unit: "scores",
    }),
    client_count: count("Clients in the base.", { unit: "clients" }),
  },
});

export { rfmCutPoints as contract };
