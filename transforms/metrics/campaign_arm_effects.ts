import type { Twin } from "../../warehouse/graph/twin.ts";
import {
  type Average,
  adjustByHolm,
  clientsPerArm,
  compareAverages,
  compareShares,
  type Interval,
  relativeAverage,
  relativeShare,
  type Share,
} from "../fits/arms.ts";

interface Arm {
  readonly campaign_id: string;
  readonly arm_kind: string;
  readonly arm: string;
  readonly assigned_count: number;
  readonly conversion_count: number;
  readonly average_amount: number;
  readonly amount_variance: number | null;
}

interface Campaign {
  readonly campaign_id: string;
  readonly name: string;
  readonly channel: string;
  readonly start_date: string | null;
  readonly is_window_closed: boolean;
  readonly is_srm_failed: boolean;
}

/** Compares each treated arm of a campaign with its control, as assigned; p values are Holm's (models.md §5.3). */
export const model: Twin = {
  reads: ["metrics.campaign_arms", "metrics.campaign_return"],
  compute: async (input) => {
    const arms = await input.rows<Arm>("metrics.campaign_arms", ["campaign_id", "arm_kind", "arm"]);
    const campaigns = await input.rows<Campaign>("metrics.campaign_return", ["campaign_id"]);
    return campaigns.flatMap((campaign) =>
      compareArms(
        campaign,
        arms.filter(({ campaign_id }) => campaign_id === campaign.campaign_id),
      ),
    );
  },
};

const fewClients = 30;

function compareArms(campaign: Campaign, arms: readonly Arm[]) {
  const control = arms.find(({ arm_kind }) => arm_kind === "control");
  const treated = arms.filter(({ arm_kind }) => arm_kind === "treated_arm");
  const isShown = campaign.is_window_closed && !campaign.is_srm_failed && control !== undefined;
  const compared = treated.map((arm) => (isShown ? compare(arm, control) : undefined));
  const orders = adjustByHolm(compared.map((one) => one?.shares.p ?? null));
  const amounts = adjustByHolm(compared.map((one) => one?.averages.p ?? null));
  return treated.map((arm, index) => ({
    campaign_id: campaign.campaign_id,
    arm: arm.arm,
    name: campaign.name,
    channel: campaign.channel,
    start_date: campaign.start_date,
    arm_count: treated.length,
    treated_count: arm.assigned_count,
    control_count: control?.assigned_count ?? 0,
    ...tellComparison(arm, control, compared[index]),
    conversion_p: orders[index] ?? null,
    amount_p: amounts[index] ?? null,
    quality_flag: flagOf(campaign, arm, control),
  }));
}

function compare(arm: Arm, control: Arm) {
  return {
    shares: compareShares(shareOf(arm), shareOf(control)),
    averages: compareAverages(averageOf(arm), averageOf(control)),
    relativeShare: relativeShare(shareOf(arm), shareOf(control)),
    relativeAverage: relativeAverage(averageOf(arm), averageOf(control)),
  };
}

function tellComparison(arm: Arm, control: Arm | undefined, found: ReturnType<typeof compare> | undefined) {
  const treated = arm.assigned_count;
  const averages = found?.averages;
  return {
    treated_conversion_rate: found === undefined ? null : arm.conversion_count / treated,
    control_conversion_rate:
      found === undefined || control === undefined ? null : control.conversion_count / control.assigned_count,
    needed_arm_count:
      found === undefined || control === undefined
        ? null
        : clientsPerArm(arm.conversion_count / treated, control.conversion_count / control.assigned_count),
    ...limits("conversion_lift", found?.shares),
    ...limits("relative_lift", found?.relativeShare),
    ...limits("amount_difference", averages),
    ...limits("relative_amount", found?.relativeAverage),
    ...limits(
      "incremental",
      averages === undefined
        ? undefined
        : {
            value: averages.value * treated,
            low: averages.low === null ? null : averages.low * treated,
            high: averages.high === null ? null : averages.high * treated,
          },
    ),
  };
}

function limits(name: string, interval: Interval | null | undefined): Record<string, number | null> {
  return {
    [name === "incremental" ? "incremental_amount" : name]: interval?.value ?? null,
    [`${name}_lower`]: interval?.low ?? null,
    [`${name}_upper`]: interval?.high ?? null,
  };
}

function shareOf(arm: Arm): Share {
  return { count: arm.conversion_count, of: arm.assigned_count };
}

function averageOf(arm: Arm): Average {
  return { mean: arm.average_amount, variance: arm.amount_variance, of: arm.assigned_count };
}

function flagOf(campaign: Campaign, arm: Arm, control: Arm | undefined): string {
  if (campaign.is_srm_failed) return "srm_fail";
  if (!campaign.is_window_closed) return "window_open";
  if (control === undefined) return "no_control";
  return Math.min(arm.assigned_count, control.assigned_count) < fewClients ? "low_n" : "ok";
}
