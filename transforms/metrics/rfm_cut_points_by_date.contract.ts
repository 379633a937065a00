import { count, date, contract as describe, double, flag, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.rfm_cut_points_by_date", {
  description: "The four values that part clients into fifths, per measure, on the as-of day and one month before.",
  key: ["as_of_date", "measure", "cut_number"],
  answers: "Did the scale of the RFM scores move?",
  columns: {
    as_of_date: date("Day the values are seen from."),
    measure: text("`recency`, `frequency` or `monetary`."),
    cut_number: count("1 to 4: the 20, 40, 60 and 80 % points."),
    is_current: flag("Whether this is the as-of day of the build."),
    value: double("The cut point: that of the settings, else the quantile of type 7 over all clients of the base.", {
      unit: "days or own gaps, purchase days, reporting currency",
    }),
    is_fixed: flag("Does it stay, because the settings give it?"),
    client_count: count("Clients in the base.", { unit: "clients" }),
  },
});
