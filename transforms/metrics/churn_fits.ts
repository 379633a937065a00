import type { Twin, TwinInput } from "../../warehouse/graph/twin.ts";
import { expectedOrders } from "../fits/expectations.ts";
import { invert } from "../fits/linear.ts";
import {
  fitPurchases,
  type PurchaseFit,
  type PurchaseHistory,
  type PurchaseModel,
  type PurchaseParameters,
  purchaseGradient,
} from "../fits/purchases.ts";

interface CutOff {
  readonly cut_number: number;
  readonly horizon_days: number;
}

interface HistoryRow {
  readonly cut_number: number;
  readonly repeat_count: number;
  readonly recency_weeks: number;
  readonly age_weeks: number;
  readonly client_count: number;
}

interface RhythmRow {
  readonly cut_number: number;
  readonly volume_class: string;
  readonly median_gap_days: number;
}

interface Settings {
  readonly churn_model: PurchaseModel;
}

/** Guards of models.md §3b: below these a fit says nothing. */
const fewestClients = 500;
const fewestRepeaters = 200;
const fewestGaps = 3;
/** Below this share of drop-out per purchase the data show none. */
const leastDropOut = 0.001;

/** Fits the purchase model of the settings at every cut-off, and the other one beside it today. */
export const model: Twin = {
  reads: ["metrics.churn_histories", "metrics.churn_cut_offs", "metrics.class_rhythms", "meta.settings"],
  compute: async (input) => {
    const world = await readWorld(input);
    const other = world.chosen === "mbg" ? "bg" : "mbg";
    const rows: Row[] = [];
    // Oldest first: each fit starts where the one before it ended.
    for (const cutOff of world.cutOffs) rows.push(fitAt(world, cutOff, world.chosen, rows.at(-1)));
    const today = world.cutOffs.at(-1);
    return today === undefined ? rows : [...rows, fitAt(world, today, other, rows.at(-1))];
  },
};

type Row = ReturnType<typeof fitAt>;

interface World {
  /** The oldest first, today last. */
  readonly cutOffs: readonly CutOff[];
  readonly histories: ReadonlyMap<number, readonly PurchaseHistory[]>;
  readonly medianGaps: ReadonlyMap<number, number>;
  readonly chosen: PurchaseModel;
}

async function readWorld(input: TwinInput): Promise<World> {
  const rows = await input.rows<HistoryRow>("metrics.churn_histories", [
    "cut_number",
    "repeat_count",
    "recency_cell",
    "age_cell",
  ]);
  const histories = new Map<number, PurchaseHistory[]>();
  for (const { cut_number, repeat_count, recency_weeks, age_weeks, client_count } of rows) {
    const list = histories.get(cut_number) ?? [];
    list.push({ x: repeat_count, tx: recency_weeks, age: age_weeks, weight: client_count });
    histories.set(cut_number, list);
  }
  const rhythms = await input.rows<RhythmRow>("metrics.class_rhythms", ["cut_number", "volume_class"]);
  const [settings] = await input.rows<Settings>("meta.settings");
  return {
    cutOffs: [...(await input.rows<CutOff>("metrics.churn_cut_offs", ["cut_number"]))].reverse(),
    histories,
    medianGaps: new Map(
      rhythms
        .filter(({ volume_class }) => volume_class === "all")
        .map(({ cut_number, median_gap_days }) => [cut_number, median_gap_days]),
    ),
    chosen: settings?.churn_model ?? "mbg",
  };
}

function fitAt(
  world: World,
  { cut_number, horizon_days }: CutOff,
  purchaseModel: PurchaseModel,
  before: StartRow | undefined,
) {
  const histories = world.histories.get(cut_number) ?? [];
  const counts = countClients(histories);
  const isAllowed = passesGuards(histories, counts, world.medianGaps.get(cut_number));
  const fit = isAllowed ? fitPurchases(purchaseModel, histories, startFrom(before)) : null;
  const flag = judge(fit);
  // Without drop-out the model is that of purchases alone: its order probability stands, the back-test judges it.
  const isUsable = ["ok", "at_bound", "not_identified"].includes(flag);
  return {
    cut_number,
    model: purchaseModel,
    is_chosen: purchaseModel === world.chosen,
    ...describeFit(fit, isUsable),
    ...(fit !== null && flag === "ok" && cut_number === 0 ? errorsOf(purchaseModel, fit, histories) : {}),
    ...counts,
    expected_order_count: fit !== null && isUsable ? expectAll(purchaseModel, fit, histories, horizon_days) : null,
    quality_flag: flag,
  };
}

interface StartRow {
  readonly r: number | null;
  readonly alpha_weeks: number | null;
  readonly a: number | null;
  readonly b: number | null;
  readonly quality_flag: string;
}

/** A sound fit of a neighbour is a good start; without one the starts of the library are tried. */
function startFrom(before: StartRow | undefined): readonly PurchaseParameters[] {
  if (before === undefined || before.quality_flag !== "ok") return [];
  const { r, alpha_weeks, a, b } = before;
  return r === null || alpha_weeks === null || a === null || b === null ? [] : [{ r, alpha: alpha_weeks, a, b }];
}

function countClients(histories: readonly PurchaseHistory[]) {
  const weigh = (rows: readonly PurchaseHistory[]) => rows.reduce((sum, { weight }) => sum + weight, 0);
  return { client_count: weigh(histories), repeat_client_count: weigh(histories.filter(({ x }) => x > 0)) };
}

function passesGuards(
  histories: readonly PurchaseHistory[],
  counts: ReturnType<typeof countClients>,
  medianGapDays: number | undefined,
): boolean {
  const oldest = histories.reduce((most, { age }) => Math.max(most, age), 0);
  return (
    counts.client_count >= fewestClients &&
    counts.repeat_client_count >= fewestRepeaters &&
    medianGapDays !== undefined &&
    oldest * 7 >= fewestGaps * medianGapDays
  );
}

function judge(fit: PurchaseFit | null): string {
  if (fit === null) return "fallback";
  if (!fit.isConverged) return "not_converged";
  if (fit.a / (fit.a + fit.b) < leastDropOut) return "not_identified";
  return fit.isAtBound ? "at_bound" : "ok";
}

function describeFit(fit: PurchaseFit | null, isUsable: boolean) {
  return {
    r: isUsable ? (fit?.r ?? null) : null,
    alpha_weeks: isUsable ? (fit?.alpha ?? null) : null,
    a: isUsable ? (fit?.a ?? null) : null,
    b: isUsable ? (fit?.b ?? null) : null,
    log_likelihood: isUsable ? (fit?.logLikelihood ?? null) : null,
  };
}

/** Sums expected orders over all clients; null where a series does not converge. */
function expectAll(
  purchaseModel: PurchaseModel,
  fit: PurchaseFit,
  histories: readonly PurchaseHistory[],
  horizonDays: number,
): number | null {
  let total = 0;
  for (const { weight, ...past } of histories) {
    const orders = expectedOrders(purchaseModel, fit, past, horizonDays / 7);
    if (orders === null) return null;
    total += weight * orders;
  }
  return total;
}

/** Standard errors in natural parameters, from differences of the gradient; none where the Hessian is singular. */
function errorsOf(purchaseModel: PurchaseModel, fit: PurchaseFit, histories: readonly PurchaseHistory[]) {
  const names = ["r", "alpha", "a", "b"] as const;
  const gradientAt = purchaseGradient(purchaseModel, histories);
  const information = names.map((name) => {
    const step = fit[name] * 1e-4;
    const [up, down] = [step, -step].map((by) => gradientAt({ ...fit, [name]: fit[name] + by }));
    return names.map((_, at) => -((up?.[at] ?? 0) - (down?.[at] ?? 0)) / (2 * step));
  });
  const covariance = invert(information);
  const error = (at: number) => {
    const variance = covariance?.[at]?.[at];
    return variance !== undefined && variance > 0 ? Math.sqrt(variance) : null;
  };
  return { r_error: error(0), alpha_weeks_error: error(1), a_error: error(2), b_error: error(3) };
}
