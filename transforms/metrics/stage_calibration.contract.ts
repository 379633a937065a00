import { count, date, contract as describe, double, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.stage_calibration", {
  description: "Deals by the chance their stage promised, told before they entered it, and how many were won.",
  key: ["dimension", "entity"],
  answers: "Is a chance of 40 % won in four of ten?",
  columns: {
    dimension: text("`tenth` of the promised chance, or `stage`."),
    entity: text("The tenth, 0 for below 10 % to 9, or the stage."),
    deal_count: count("Deals, once for every stage they entered.", { unit: "deals" }),
    won_count: count("Of these, won.", { unit: "deals" }),
    promised_probability: double("Mean chance promised.", { unit: "probability 0..1" }).nullable(),
    win_rate: double("Won over all.", { unit: "share 0..1" }).nullable(),
    win_rate_low: double("Lower 95 % limit (Wilson).", { unit: "share 0..1" }).nullable(),
    win_rate_high: double("Upper 95 % limit.", { unit: "share 0..1" }).nullable(),
    quality_flag: text("`ok`, or `low_n` below 30 deals."),
    as_of_date: date("Day the numbers speak of."),
  },
});
