import { count, date, contract as describe, double, id, text } from "../../ingest/contracts/contract.ts";

const share = { unit: "share 0..1" } as const;
const points = { unit: "share -1..1" } as const;
const money = { unit: "reporting currency" } as const;
const ratio = { unit: "ratio" } as const;

export const contract = describe("metrics.campaign_arm_effects", {
  description: "Each treated arm of a campaign against its control, as assigned.",
  key: ["campaign_id", "arm"],
  answers: "Which version of a campaign worked, and by how much?",
  columns: {
    campaign_id: id("The campaign.", { references: "marts.campaigns.campaign_id" }),
    arm: text("The treated arm, as its source names it."),
    name: text("Campaign name."),
    channel: text("Channel of the campaign."),
    start_date: date("First day.").nullable(),
    arm_count: count("Treated arms of the campaign."),
    treated_count: count("Clients assigned to the arm.", { unit: "clients" }),
    control_count: count("Clients held out as control.", { unit: "clients" }),
    treated_conversion_rate: double("Share of them who ordered within the window.", share).nullable(),
    control_conversion_rate: double("The same of control.", share).nullable(),
    needed_arm_count: count(
      "Clients each arm would need for such a difference to be found at 5 % in four of five campaigns; empty without a difference.",
      { unit: "clients" },
    ).nullable(),
    conversion_lift: double("Arm less control: the effect.", points).nullable(),
    conversion_lift_lower: double("Lower 95 % limit (Newcombe).", points).nullable(),
    conversion_lift_upper: double("Upper 95 % limit.", points).nullable(),
    conversion_p: double(
      "Chance of such a difference without an effect, adjusted for several arms (Holm).",
      share,
    ).nullable(),
    relative_lift: double("The effect relative to control; empty where an arm has no buyer.", ratio).nullable(),
    relative_lift_lower: double("Lower 95 % limit (delta method on the logarithm of the ratio).", ratio).nullable(),
    relative_lift_upper: double("Upper 95 % limit.", ratio).nullable(),
    amount_difference: double("Revenue per client assigned: arm less control.", money).nullable(),
    amount_difference_lower: double("Lower 95 % limit (Welch).", money).nullable(),
    amount_difference_upper: double("Upper 95 % limit.", money).nullable(),
    amount_p: double(
      "Chance of such a difference without an effect, adjusted for several arms (Holm).",
      share,
    ).nullable(),
    relative_amount: double(
      "That difference relative to control; empty where the interval of control itself holds zero.",
      ratio,
    ).nullable(),
    relative_amount_lower: double("Lower 95 % limit.", ratio).nullable(),
    relative_amount_upper: double("Upper 95 % limit.", ratio).nullable(),
    incremental_amount: double("Revenue the arm added: its clients × the difference.", money).nullable(),
    incremental_lower: double("Lower 95 % limit.", money).nullable(),
    incremental_upper: double("Upper 95 % limit.", money).nullable(),
    quality_flag: text("`ok`, `window_open`, `no_control`, `srm_fail` or `low_n` (an arm under 30)."),
  },
});
