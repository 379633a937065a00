import type { Twin } from "../../warehouse/graph/twin.ts";
import { chiSquareOf } from "../fits/arms.ts";
import { chiSquareTail } from "../fits/tails.ts";

interface Arm {
  readonly campaign_id: string;
  readonly arm_kind: string;
  readonly assigned_count: number;
  readonly control_share: number | null;
  readonly has_equal_arms: boolean;
}

/** Holds the sizes of a campaign's arms against their design by chi-square (models.md §5.3). */
export const model: Twin = {
  reads: ["metrics.campaign_arms"],
  compute: async (input) => {
    const arms = await input.rows<Arm>("metrics.campaign_arms", ["campaign_id", "arm_kind", "arm"]);
    return [...new Set(arms.map(({ campaign_id }) => campaign_id))].flatMap((campaign) =>
      judge(
        campaign,
        arms.filter(({ campaign_id }) => campaign_id === campaign),
      ),
    );
  },
};

/** Below this the groups are not comparable. */
const failsBelow = 0.001;

function judge(campaign: string, arms: readonly Arm[]) {
  const { found, shares } = listGroups(arms);
  const degrees = found.length - 1;
  if (degrees < 1 || found.every((count) => count === 0)) return [];
  const chiSquare = chiSquareOf(found, shares);
  const p = chiSquareTail(chiSquare, degrees);
  return [
    {
      campaign_id: campaign,
      group_count: found.length,
      chi_square: chiSquare,
      degrees_of_freedom: degrees,
      p_value: p,
      is_failed: p < failsBelow,
    },
  ];
}

/**
 * The groups whose sizes the design tells: control and treated by the share of control, treated arms apart where they were
 * meant to be of equal size, treated arms among themselves where no share of control is known.
 */
function listGroups(arms: readonly Arm[]) {
  const of = (kind: string) => arms.filter(({ arm_kind }) => arm_kind === kind).map((arm) => arm.assigned_count);
  const control = of("control").reduce((sum, count) => sum + count, 0);
  const treated = of("treated_arm");
  const [{ control_share: share = null, has_equal_arms: areEqual = false } = {}] = arms;
  if (share === null) return areEqual ? even(treated, 1) : { found: [], shares: [] };
  const apart = areEqual && treated.length > 0 ? even(treated, 1 - share) : undefined;
  const together = { found: [treated.reduce((sum, count) => sum + count, 0)], shares: [1 - share] };
  const { found, shares } = apart ?? together;
  return { found: [control, ...found], shares: [share, ...shares] };
}

function even(found: readonly number[], whole: number) {
  return { found, shares: found.map(() => whole / found.length) };
}
