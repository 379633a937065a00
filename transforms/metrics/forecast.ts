import type { Twin, TwinRow } from "../../warehouse/graph/twin.ts";
import { type Band, bandByRank, coverageByRank, findBands } from "../fits/error-bands.ts";
import { chooseMethod, pairUp, type Score, scoreMethods } from "../fits/forecast-choice.ts";
import { isRepeating, monthsToInterval, repeatErrors, sumBlocks } from "../fits/forecast-history.ts";
import { type ForecastPeriod, listPeriods } from "../fits/forecast-periods.ts";
import { type LateReturn, type Trial, tryMethods } from "../fits/forecast-trials.ts";
import { horizonMonths, type Method, type OriginPlan, planOrigins, seasonMonths } from "../fits/forecasting.ts";
import { countMonths } from "../fits/months.ts";

interface SeriesRow {
  readonly dimension: string;
  readonly entity_id: string;
  readonly month: string;
  readonly net_amount: string;
}

interface LateRow {
  readonly dimension: string;
  readonly entity_id: string;
  readonly month: string;
  readonly return_month: string;
  readonly amount: string;
}

interface MonthRow {
  readonly month: string;
  readonly working_day_count: number;
}

interface Clock {
  readonly as_of_date: string;
}

interface ModelVersion {
  readonly relation: string;
  readonly model_version: string;
}

/** By which version, and on which day, rows were made. */
type Made = Readonly<Record<"model_version" | "as_of_date", string | null>>;

/** A series with all that was tried on it. */
interface Series {
  readonly dimension: string;
  readonly entity_id: string;
  readonly values: readonly number[];
  readonly lastMonth: string;
  /** Working days of its months, from the first; null where they are unknown. */
  readonly days: readonly number[] | null;
  readonly trials: readonly Trial[];
  readonly scores: readonly Score[];
  readonly chosen: Method;
}

/** Forecasts, with errors of the past, of one series by one method. */
interface Outlook {
  readonly method: Method | "bottom_up";
  readonly forecasts: readonly number[];
  readonly errors: readonly (readonly number[])[];
  /** Of a forecast that repeats last year, its errors month by month: origins would tell each of them many times. */
  readonly repeated: readonly number[] | null;
  readonly score: Score | undefined;
  readonly isSelected: boolean;
  /** What the series' own method says, where another was selected by rule. */
  readonly own: readonly number[] | null;
}

/** Forecasts net sales a year ahead by every method the history allows, and chooses one by its past errors. */
export const model: Twin = {
  reads: [
    "metrics.forecast_series",
    "metrics.forecast_late_returns",
    "metrics.working_days_by_month",
    "meta.clock",
    "meta.model_versions",
  ],
  compute: async (input) => {
    const rows = await input.rows<SeriesRow>("metrics.forecast_series", ["dimension", "entity_id", "month"]);
    const [clock] = await input.rows<Clock>("meta.clock");
    const versions = await input.rows<ModelVersion>("meta.model_versions");
    const made = {
      model_version: versions.find(({ relation }) => relation === "metrics.forecast")?.model_version ?? null,
      as_of_date: clock?.as_of_date ?? null,
    };
    const lists = [...groupSeries(rows).values()].filter(isAlive);
    const total = lists.find(([first]) => first?.dimension === "total") ?? [];
    const wider = planOrigins(total.length);
    const months = await input.rows<MonthRow>("metrics.working_days_by_month", ["month"]);
    const lateRows = await input.rows<LateRow>("metrics.forecast_late_returns", [
      "dimension",
      "entity_id",
      "month",
      "return_month",
    ]);
    const late = groupSeries(lateRows);
    const all = lists.map((list) => trySeries(list, late.get(keyOf(list[0])) ?? [], wider, months));
    const regions = all.filter(({ dimension }) => dimension === "region" || dimension === "region_rest");
    return all.flatMap((series) => describe(series, regions, made));
  },
};

/** A series without sales for a year has ended, or its data has: zeros ahead would be made up. */
function isAlive(rows: readonly SeriesRow[]): boolean {
  return rows.slice(-seasonMonths).some(({ net_amount }) => Number(net_amount) !== 0);
}

type SeriesKey = Pick<SeriesRow, "dimension" | "entity_id">;

function keyOf(row: SeriesKey | undefined): string {
  return JSON.stringify([row?.dimension, row?.entity_id]);
}

function groupSeries<T extends SeriesKey>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const lists = new Map<string, T[]>();
  for (const row of rows) {
    const list = lists.get(keyOf(row)) ?? [];
    list.push(row);
    lists.set(keyOf(row), list);
  }
  return lists;
}

function trySeries(
  rows: readonly SeriesRow[],
  lateRows: readonly LateRow[],
  wider: OriginPlan | null,
  months: readonly MonthRow[],
): Series {
  const values = rows.map(({ net_amount }) => Number(net_amount));
  const first = rows[0]?.month ?? "";
  const areKnown = months.some(({ month }) => month === first);
  const days = areKnown ? months.filter(({ month }) => month >= first).map((row) => row.working_day_count) : null;
  const late = lateRows.map(
    ({ month, return_month, amount }): LateReturn => ({
      month: countMonths(first, month),
      returnMonth: countMonths(first, return_month),
      amount: Number(amount),
    }),
  );
  const trials = tryMethods(values, wider, days, late);
  const scores = scoreMethods(trials, values.length);
  return {
    dimension: rows[0]?.dimension ?? "",
    entity_id: rows[0]?.entity_id ?? "",
    values,
    lastMonth: rows.at(-1)?.month ?? "",
    days,
    trials,
    scores,
    chosen: chooseMethod(scores, values.length),
  };
}

function describe(series: Series, regions: readonly Series[], made: Made): readonly TwinRow[] {
  const isTotal = series.dimension === "total" && regions.length > 0;
  const methods = [...new Set(series.trials.filter(({ steps }) => steps === 0).map(({ method }) => method))];
  const outlooks = methods.map(
    (method): Outlook => ({
      method,
      forecasts: forecastsOf(series, method),
      errors: errorsOf(series, (steps) => ofMethod(series, method, steps)),
      repeated: isRepeating(method) ? repeatErrorsOf(series, method) : null,
      score: series.scores.find((one) => one.method === method),
      isSelected: !isTotal && method === series.chosen,
      own: null,
    }),
  );
  return [...outlooks, ...(isTotal ? [addUp(series, regions)] : [])].flatMap((outlook) =>
    listPeriods(series.lastMonth, horizonMonths).map((period) => toRow(series, outlook, period, made)),
  );
}

/** The total as the sum of its regions, back-tested as such: each region by the method chosen for it. */
function addUp(total: Series, regions: readonly Series[]): Outlook {
  const forecasts = regions.map((region) => forecastsOf(region, region.chosen));
  const trials = (planOrigins(total.values.length)?.steps ?? []).flatMap((steps) => sumTrials(total, regions, steps));
  const summed = { ...total, trials };
  const [score] = scoreMethods(trials, total.values.length);
  return {
    method: "bottom_up",
    forecasts: Array.from({ length: horizonMonths }, (_, step) =>
      forecasts.reduce((sum, values) => sum + (values[step] ?? 0), 0),
    ),
    errors: errorsOf(summed, (steps) => trials.filter((trial) => trial.steps === steps)),
    repeated: regions.every(({ chosen }) => isRepeating(chosen)) ? addUpErrors(regions) : null,
    score,
    isSelected: true,
    own: forecastsOf(total, total.chosen),
  };
}

/** Adds up what regions were forecast at one origin. They stand under the plainest method's name to be scored. */
function sumTrials(total: Series, regions: readonly Series[], steps: number): readonly Trial[] {
  const parts = regions.map((region) => {
    const chosen = ofMethod(region, region.chosen, steps);
    return chosen.length > 0 ? chosen : region.trials.filter((trial) => trial.steps === steps);
  });
  return ofMethod(total, "seasonal_naive", steps).map((trial) => ({
    ...trial,
    forecast: parts.reduce(
      (sum, list) => sum + (list.find(({ horizon }) => horizon === trial.horizon)?.forecast ?? 0),
      0,
    ),
  }));
}

function ofMethod({ trials }: Series, method: Method, steps: number): readonly Trial[] {
  return trials.filter((trial) => trial.method === method && trial.steps === steps);
}

/** Forecasts in whole cents, so that regions add up to the total to the cent. */
function forecastsOf(series: Series, method: Method): readonly number[] {
  return ofMethod(series, method, 0).map(({ forecast }) => Math.round(forecast * 100) / 100);
}

function repeatErrorsOf(series: Series, method: Method): readonly number[] {
  return repeatErrors(series.values, method === "seasonal_naive" ? null : series.days);
}

/** Adds up errors of regions month by month, as far back as all of them know theirs. */
function addUpErrors(regions: readonly Series[]): readonly number[] {
  const lists = regions.map((region) => repeatErrorsOf(region, region.chosen));
  const months = Math.min(...lists.map((list) => list.length));
  return Array.from({ length: months }, (_, month) =>
    lists.reduce((sum, list) => sum + (list[list.length - months + month] ?? 0), 0),
  );
}

function errorsOf(series: Series, trialsAt: (steps: number) => readonly Trial[]): readonly (readonly number[])[] {
  const plan = planOrigins(series.values.length);
  if (plan === null) return [];
  return plan.steps.map((steps) =>
    pairUp(trialsAt(steps).filter(({ horizon }) => horizon <= plan.horizon)).map(([came, forecast]) => came - forecast),
  );
}

function toRow(series: Series, outlook: Outlook, period: ForecastPeriod, made: Made): TwinRow {
  const months = period.last - period.first + 1;
  const known = series.values.slice(series.values.length - period.knownMonths).reduce((sum, value) => sum + value, 0);
  const sumOf = (values: readonly number[]) =>
    known + values.slice(period.first - 1, period.last).reduce((sum, value) => sum + value, 0);
  const forecast = sumOf(outlook.forecasts);
  const windows = outlook.errors.map((list) => sumWindows(list, months));
  const isPositive = series.values.every((value) => value >= 0);
  const { repeated } = outlook;
  const limits = (share: number) =>
    limitsAt(
      repeated === null
        ? (findBands(windows, share, period.first)?.at(-1) ?? null)
        : bandByRank(sumBlocks(repeated, months), share),
      forecast,
      isPositive,
    );
  const [narrow, wide] = [limits(0.8), limits(0.95)];
  return {
    dimension: series.dimension,
    entity_id: series.entity_id,
    method: outlook.method,
    period: period.period,
    period_start_date: period.start,
    origin_month: series.lastMonth,
    horizon_months: period.last,
    forecast_amount: toMoney(forecast),
    low80_amount: narrow.low,
    high80_amount: narrow.high,
    low95_amount: wide.low,
    high95_amount: wide.high,
    known_amount: toMoney(known),
    own_forecast_amount: outlook.own === null ? null : toMoney(sumOf(outlook.own)),
    difference_amount: outlook.own === null ? null : toMoney(forecast - sumOf(outlook.own)),
    ...describeScore(series, outlook),
    is_selected: outlook.isSelected,
    month_count: series.values.length,
    missing_month_count: narrow.low === null ? monthsToInterval(series.values.length, months, repeated) : 0,
    quality_flag: judge(series, outlook, wide.low !== null),
    ...made,
  };
}

function describeScore(series: Series, { score, repeated }: Outlook) {
  return {
    mase: score?.mase ?? null,
    naive_mase: series.scores.find(({ method }) => method === "seasonal_naive")?.mase ?? null,
    smape: score?.smape ?? null,
    wape: score?.wape ?? null,
    bias: score?.bias ?? null,
    coverage80: repeated === null ? (score?.coverage80 ?? null) : coverageByRank(repeated, 0.8),
    coverage95: repeated === null ? (score?.coverage95 ?? null) : coverageByRank(repeated, 0.95),
    backtest_origin_count: score?.originCount ?? 0,
    backtest_horizon_months: score?.horizon ?? 0,
  };
}

function judge(series: Series, { score }: Outlook, hasBand: boolean): string {
  if (series.values.length < 12 || score === undefined) return "insufficient_history";
  return hasBand ? "ok" : "low_n";
}

/** Sums of as many months in a row, from each distance on. */
function sumWindows(errors: readonly number[], months: number): readonly number[] {
  return errors
    .slice(0, Math.max(0, errors.length - months + 1))
    .map((_, start) => errors.slice(start, start + months).reduce((sum, error) => sum + error, 0));
}

function limitsAt(band: Band | null, forecast: number, isPositive: boolean) {
  if (band === null) return { low: null, high: null };
  const low = forecast + band.low;
  return { low: toMoney(isPositive ? Math.max(0, low) : low), high: toMoney(forecast + band.high) };
}

function toMoney(amount: number): string {
  return amount.toFixed(4);
}
