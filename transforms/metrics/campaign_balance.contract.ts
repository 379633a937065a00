import { count, date, contract as describe, double, flag, id, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.campaign_balance", {
  description: "How alike treated clients and control of a campaign were in the year before it.",
  key: ["campaign_id", "covariate"],
  answers: "Were those held out like those treated, before anything was sent?",
  columns: {
    campaign_id: id("The campaign.", { references: "marts.campaigns.campaign_id" }),
    covariate: text(
      "Over the 365 days before assignment: `orders`, `amount` (their revenue), `active` (share with any).",
    ),
    name: text("Campaign name."),
    channel: text("Channel of the campaign."),
    start_date: date("First day.").nullable(),
    treated_count: count("Clients assigned to be treated.", { unit: "clients" }),
    control_count: count("Clients held out as control.", { unit: "clients" }),
    treated_mean: double("Mean of treated clients, zeros included."),
    control_mean: double("Mean of control."),
    standardised_difference: double(
      "Difference of the means in standard deviations; empty where nobody differs or an arm has a single client.",
      { unit: "standard deviations" },
    ).nullable(),
    is_alike: flag("Does it stay below a tenth?"),
    quality_flag: text("`ok` or `low_n` (an arm under 30)."),
  },
});
