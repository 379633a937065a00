import type { Twin, TwinInput } from "../../warehouse/graph/twin.ts";
import { expectAllOrders } from "../fits/expectations.ts";
import { invert } from "../fits/linear.ts";
import { countClients, type FitRow, findObstacle, findParameters, judgeFit } from "../fits/purchase-guards.ts";
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
    "cohort_year",
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
  const isAllowed = findObstacle(histories, world.medianGaps.get(cut_number)) === undefined;
  const fit = isAllowed ? fitPurchases(purchaseModel, histories, startFrom(before)) : null;
  const flag = judgeFit(fit);
  // Without drop-out the model is that of purchases alone: its order probability stands, the back-test judges it.
  const isUsable = ["ok", "at_bound", "not_identified"].includes(flag);
  return {
    cut_number,
    model: purchaseModel,
    is_chosen: purchaseModel === world.chosen,
    ...describeFit(fit, isUsable),
    ...(fit !== null && flag === "ok" && cut_number === 0 ? errorsOf(purchaseModel, fit, histories) : {}),
    ...countClients(histories),
    expected_order_count:
      fit !== null && isUsable ? expectAllOrders(purchaseModel, fit, histories, horizon_days / 7) : null,
    quality_flag: flag,
  };
}

type StartRow = FitRow & { readonly quality_flag: string };

/** A sound fit of a neighbour is a good start; without one the starts of the library are tried. */
function startFrom(before: StartRow | undefined): readonly PurchaseParameters[] {
  const parameters = before?.quality_flag === "ok" ? findParameters(before) : undefined;
  return parameters === undefined ? [] : [parameters];
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
