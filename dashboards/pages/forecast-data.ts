import { addMonths } from "../components/calendar.ts";
import type { PageContext } from "../components/context.ts";
import type { Monthly } from "../components/monthly.ts";
import type { CalibrationRow } from "./forecast-stages.ts";

export interface ForecastRow {
  readonly dimension: string;
  readonly entity_id: string;
  readonly method: string;
  readonly period: "month" | "quarter";
  readonly period_start_date: string;
  readonly forecast_amount: number;
  readonly low80_amount: number | null;
  readonly high80_amount: number | null;
  readonly low95_amount: number | null;
  readonly high95_amount: number | null;
  readonly known_amount: number;
  readonly own_forecast_amount: number | null;
  readonly difference_amount: number | null;
  readonly mase: number | null;
  readonly wape: number | null;
  readonly bias: number | null;
  readonly coverage95: number | null;
  readonly backtest_origin_count: number;
  readonly is_selected: boolean;
  readonly missing_month_count: number;
}

export interface HistoryRow {
  readonly dimension: string;
  readonly entity_id: string;
  readonly month: string;
  readonly net_amount: number;
}

export interface PlanRow {
  readonly month: string;
  readonly has_region: boolean;
  readonly has_direction: boolean;
  readonly region: string;
  readonly direction: string;
  readonly plan_amount: number;
}

export interface PipelineRow {
  readonly is_total: boolean;
  readonly manager_id: string;
  readonly close_quarter: string;
  readonly open_count: number;
  readonly open_amount: number | null;
  readonly weighted_amount: number | null;
  readonly weighted_lower_amount: number | null;
  readonly weighted_upper_amount: number | null;
  readonly manual_weighted_amount: number | null;
  readonly largest_share: number | null;
  readonly stale_count: number;
  readonly stale_amount: number | null;
  readonly win_rate_count: number | null;
  readonly cycle_days_p50: number | null;
  readonly velocity_per_day: number | null;
}

export interface StageRow {
  readonly stage: string;
  readonly entry_count: number;
  readonly won_count: number;
  readonly win_probability: number | null;
  readonly stay_days_p50: number | null;
  readonly open_count: number;
}

export interface StaleRow {
  readonly deal_id: string;
  readonly name: string | null;
  readonly client_id: string | null;
  readonly manager_id: string;
  readonly stage: string;
  readonly amount: number | null;
  readonly expected_close_date: string | null;
  readonly idle_days: number | null;
  readonly stale_reason: string;
}

export interface WinRow {
  readonly basis: "closed" | "opened";
  readonly quarter_start_date: string;
  readonly deal_count: number;
  readonly won_count: number;
  readonly lost_count: number;
  readonly win_rate_count: number | null;
  readonly win_rate_value: number | null;
}

export interface LossRow {
  readonly lost_reason: string;
  readonly competitor: string;
  readonly lost_count: number;
  readonly lost_amount: number | null;
  readonly lost_count_share: number | null;
}

export interface QuarterTestRow {
  readonly quarter_start_date: string;
  readonly method: string;
  readonly expected_count: number | null;
  readonly won_count: number;
  readonly is_complete: boolean;
}

export interface ScoreRow {
  readonly method: string;
  readonly quarter_count: number;
  readonly count_wape: number | null;
}

export const bridgeParts = [
  "price_amount",
  "volume_amount",
  "mix_amount",
  "new_product_amount",
  "lost_product_amount",
  "other_amount",
  "return_amount",
] as const;

export type BridgeRow = {
  readonly dimension: string;
  readonly entity_id: string;
  readonly window_name: string;
  readonly from_month: string;
  readonly to_month: string;
  readonly previous_amount: number;
  readonly amount: number;
  readonly gap_amount: number;
} & Readonly<Record<(typeof bridgeParts)[number], number>>;

export interface SellerRow {
  readonly manager_id: string;
  readonly from_month: string;
  readonly to_month: string;
  readonly order_count: number;
  readonly client_count: number;
  readonly net_amount: number;
  readonly return_rate: number | null;
  readonly discount_rate: number | null;
  readonly leak_amount: number | null;
  readonly margin_amount: number | null;
  readonly margin_rate: number | null;
}

export interface ForecastData {
  readonly forecast: readonly ForecastRow[];
  readonly history: readonly HistoryRow[];
  readonly plan: readonly PlanRow[];
  readonly pipeline: readonly PipelineRow[];
  readonly stages: readonly StageRow[];
  readonly stale: readonly StaleRow[];
  readonly wins: readonly WinRow[];
  readonly losses: readonly LossRow[];
  readonly quarterTests: readonly QuarterTestRow[];
  readonly scores: readonly ScoreRow[];
  readonly calibration: readonly CalibrationRow[];
  readonly bridge: readonly BridgeRow[];
  readonly sellers: readonly SellerRow[];
  readonly managers: Monthly["managers"];
  readonly clients: Readonly<Record<string, string>>;
}

/** A series: of a region, of a direction, or of the company. */
export interface SeriesChoice {
  readonly dimension: string;
  readonly entity: string;
}

/** Reads which series is chosen; a forecast is made for a region or a direction, never for both at once. */
export function readSeries({ state }: PageContext): SeriesChoice {
  const [region, direction] = [state.get("region"), state.get("direction")];
  if (region !== "") return { dimension: "region", entity: region };
  return direction === "" ? { dimension: "total", entity: "all" } : { dimension: "direction", entity: direction };
}

/** Keeps the rows of a series. */
export function ofSeries<Row extends { readonly dimension: string; readonly entity_id: string }>(
  rows: readonly Row[],
  { dimension, entity }: SeriesChoice,
): readonly Row[] {
  return rows.filter((row) => row.dimension === dimension && row.entity_id === entity);
}

const quartersShown = 8;

/** What the chosen series sold in whole quarters before one: null where a month of it is not known. */
export function pastQuarters(context: PageContext, history: readonly HistoryRow[], quarter: string) {
  const soldIn = new Map(ofSeries(history, readSeries(context)).map((row) => [row.month, row.net_amount]));
  const sumFrom = (start: string): number | null => {
    const months = [0, 1, 2].map((offset) => soldIn.get(addMonths(start, offset)));
    return months.reduce<number | null>((sum, month) => (sum === null || month === undefined ? null : sum + month), 0);
  };
  const starts = Array.from({ length: quartersShown }, (_, index) => addMonths(quarter, -3 * (quartersShown - index)));
  const yearBeforeStart = addMonths(quarter, -12);
  return { yearBeforeStart, yearBefore: sumFrom(yearBeforeStart), amounts: starts.map(sumFrom) };
}

/** The interval of a forecast, and the share of past errors it held; undefined where errors are too few for any. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly share: 95 | 80;
}

/** Finds the widest interval that past errors tell of a forecast. */
export function intervalOf(row: ForecastRow): Interval | undefined {
  if (row.low95_amount !== null && row.high95_amount !== null)
    return { low: row.low95_amount, high: row.high95_amount, share: 95 };
  if (row.low80_amount !== null && row.high80_amount !== null)
    return { low: row.low80_amount, high: row.high80_amount, share: 80 };
  return undefined;
}

/** Says in words how sure a forecast is, or why that cannot be said and how many months more it takes. */
export function intervalText({ words, formats }: PageContext, row: ForecastRow): string {
  const found = intervalOf(row);
  if (found === undefined)
    return row.missing_month_count > 0
      ? words.forecast.waitInterval(row.missing_month_count, formats)
      : words.forecast.noInterval;
  const [low, high] = [formats.moneyShort(found.low), formats.moneyShort(found.high)];
  if (found.share === 80) return words.forecast.interval80(low, high);
  const said = words.forecast.interval(low, high);
  const held = row.coverage95;
  return held === null || held >= found.share / 100
    ? said
    : `${said} ${words.forecast.heldInTests(formats.percentWhole(held))}`;
}

/** Adds up the plan of a series in a month; null where it has none of its own. */
export function planOf(plan: readonly PlanRow[], { dimension, entity }: SeriesChoice, month: string): number | null {
  const rows = plan.filter(
    (row) =>
      row.month === month &&
      (dimension === "total" ||
        (dimension === "region"
          ? row.has_region && row.region === entity
          : row.has_direction && row.direction === entity)),
  );
  return rows.length === 0 ? null : rows.reduce((sum, row) => sum + row.plan_amount, 0);
}

/** Adds up the plan of the three months of a quarter; null unless each has one. */
export function quarterPlan(plan: readonly PlanRow[], series: SeriesChoice, start: string): number | null {
  const months = [0, 1, 2].map((step) => planOf(plan, series, addMonths(start, step)));
  return months.some((amount) => amount === null) ? null : months.reduce<number>((sum, each) => sum + (each ?? 0), 0);
}

/** Names a quarter by its first day. */
export function quarterName({ words, formats }: PageContext, start: string): string {
  const number = Math.ceil(Number(start.slice(5, 7)) / 3);
  return words.forecast.quarter(formats.integer(number), formats.digits(start.slice(0, 4)));
}
