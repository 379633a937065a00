import { coverageOf, type ErrorsByOrigin } from "./error-bands.ts";
import { bias, mase, type Pair, smape, wape } from "./forecast-errors.ts";
import type { Trial } from "./forecast-trials.ts";
import { listMethods, type Method, planOrigins } from "./forecasting.ts";

/** How a method did from rolling origins; numbers are null where nothing can be measured. */
export interface Score {
  readonly method: Method;
  readonly originCount: number;
  readonly horizon: number;
  /** Mean over origins. */
  readonly mase: number | null;
  readonly smape: number | null;
  readonly wape: number | null;
  readonly bias: number | null;
  readonly coverage80: number | null;
  readonly coverage95: number | null;
}

/** A method takes the place of the seasonal naive one only if its mean MASE is lower by this share. */
const leastGain = 0.05;

/** Scores the methods that forecast from every origin of the plan of a series of so many months. */
export function scoreMethods(trials: readonly Trial[], length: number): readonly Score[] {
  const plan = planOrigins(length);
  if (plan === null) return [];
  const plain = listMethods(length);
  const methods: readonly Method[] = [...plain, ...plain.map((method) => `${method}_days` as const)];
  return methods.flatMap((method) => {
    const own = trials.filter((trial) => trial.method === method && trial.horizon <= plan.horizon);
    const origins = plan.steps.map((steps) => own.filter((trial) => trial.steps === steps));
    return origins.some((origin) => origin.length < plan.horizon) ? [] : [score(method, origins, plan.horizon)];
  });
}

/** Chooses the method of the lowest mean MASE if it is 5 % below the plainest; without scores, the plainest. */
export function chooseMethod(scores: readonly Score[], length: number): Method {
  const [plainest] = listMethods(length);
  const naive = scores.find(({ method }) => method === "seasonal_naive")?.mase;
  const best = scores
    .filter((one): one is Score & { mase: number } => one.mase !== null)
    .reduce<{ method: Method; mase: number } | null>(
      (least, one) => (least === null || one.mase < least.mase ? one : least),
      null,
    );
  const isBetter = best !== null && naive != null && best.mase <= naive * (1 - leastGain);
  return isBetter ? best.method : (plainest ?? "mean_3");
}

function score(method: Method, origins: readonly (readonly Trial[])[], horizon: number): Score {
  const scaled = origins.map((origin) => mase(pairUp(origin), origin[0]?.scale ?? null));
  const known = scaled.filter((error) => error !== null);
  const pairs = origins.flatMap(pairUp);
  const errors: ErrorsByOrigin = origins.map((origin) => pairUp(origin).map(([actual, forecast]) => actual - forecast));
  const [coverage80, coverage95] = coverageOf(errors, [0.8, 0.95]);
  return {
    method,
    originCount: origins.length,
    horizon,
    mase: known.length < origins.length ? null : known.reduce((sum, error) => sum + error, 0) / known.length,
    smape: smape(pairs),
    wape: wape(pairs),
    bias: bias(pairs),
    coverage80: coverage80 ?? null,
    coverage95: coverage95 ?? null,
  };
}

/** Pairs what came with what was forecast, in order of distance. */
export function pairUp(origin: readonly Trial[]): readonly Pair[] {
  return [...origin]
    .sort((left, right) => left.horizon - right.horizon)
    .flatMap(({ actual, forecast }): Pair[] => (actual === null ? [] : [[actual, forecast]]));
}
