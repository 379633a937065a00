import { count, contract as describe, double, id, text } from "../../ingest/contracts/contract.ts";

const money = { unit: "reporting currency" } as const;

export const contract = describe("metrics.campaign_differences", {
  description: "What a client of a campaign brings within the window, all treated less control, as assigned.",
  key: ["campaign_id", "measure"],
  answers: "How much more does a treated client bring than one held out?",
  columns: {
    campaign_id: id("The campaign.", { references: "marts.campaigns.campaign_id" }),
    measure: text("`amount`: revenue; `margin`: gross margin, where the cost of every order in the window is known."),
    treated_count: count("Clients assigned to be treated.", { unit: "clients" }),
    control_count: count("Clients held out as control.", { unit: "clients" }),
    treated_average: double("Average of treated clients, zeros included.", money),
    control_average: double("Average of control.", money),
    difference: double("Treated less control: the effect per client.", money),
    standard_error: double("Its standard error (Welch); empty where an arm has a single client.", money).nullable(),
    degrees_of_freedom: double("Degrees of freedom (Welch–Satterthwaite).").nullable(),
    half_width: double("Half of the 95 % interval; empty below 3 degrees of freedom.", money).nullable(),
  },
});
