import { describe, expect, it } from "vitest";
import { type Recipe, withWarehouse } from "./warehouse.ts";

const relations = ["metrics.forecast", "metrics.forecast_series"];
const checks = ["forecast_adds_up"];

interface ForecastRow {
  readonly dimension: string;
  readonly entity_id: string;
  readonly method: string;
  readonly period: string;
  readonly period_start_date: string;
  readonly forecast_amount: string;
  readonly low80_amount: string | null;
  readonly high80_amount: string | null;
  readonly low95_amount: string | null;
  readonly high95_amount: string | null;
  readonly known_amount: string;
  readonly difference_amount: string | null;
  readonly mase: number | null;
  readonly coverage95: number | null;
  readonly is_selected: boolean;
  readonly month_count: number;
  readonly missing_month_count: number;
  readonly quality_flag: string;
}

describe("metrics.forecast", () => {
  it("chooses by past errors, adds regions up to the total, and widens its intervals", async () => {
    const { rows, faults } = await build("2026-05-20", 48);
    expect(faults).toBe(0);
    const selected = rows.filter(({ is_selected, period }) => is_selected && period === "month");
    const total = selected.filter(({ dimension }) => dimension === "total");
    expect(total.map(({ method }) => method)).toEqual(total.map(() => "bottom_up"));
    expect(total).toHaveLength(12);
    const north = selected.filter(({ entity_id }) => entity_id === "North");
    expect(north[0]?.method).toMatch(/^(holt_winters|combination|theta)/);
    for (const list of [total, north]) {
      const widths = list.map(({ low95_amount, high95_amount }) => Number(high95_amount) - Number(low95_amount));
      expect(widths.every((width) => width > 0)).toBe(true);
      expect(list.every((row) => Number(row.low95_amount) <= Number(row.forecast_amount))).toBe(true);
    }
    expect(total[0]?.coverage95).toBeGreaterThan(0.5);
    expect(total.every(({ difference_amount }) => difference_amount !== null)).toBe(true);
  });

  it("forecasts the forty greatest regions each and all others as one, and they add up", async () => {
    const orders = `select region || month as order_id, region,
        cast(date '2026-04-15' + (month - 29) * interval 1 month as date) as order_date, amount
      from (select 'R' || lpad(cast(range as varchar), 2, '0') as region, cast(1000 - range as decimal(18, 4)) as amount from range(43)),
        (select cast(range as integer) as month from range(30))`;
    await withWarehouse(
      { asOf: "2026-05-20", raw: { orders }, relations, checks },
      async ({ connection, countFaults }) => {
        const series = await connection.rows<{ dimension: string; entity_count: bigint; last_entity_id: string }>(
          "select dimension, count(distinct entity_id) as entity_count, max(entity_id) as last_entity_id from metrics.forecast where dimension like 'region%' group by 1 order by 1",
        );
        expect(series.map((row) => [row.dimension, Number(row.entity_count), row.last_entity_id])).toEqual([
          ["region", 40, "R39"],
          ["region_rest", 1, "all"],
        ]);
        const rest = await connection.rows<{ amount: string }>(
          "select cast(net_amount as varchar) as amount from metrics.forecast_series where dimension = 'region_rest' and month = date '2026-04-01'",
        );
        expect(rest.map(({ amount }) => Number(amount))).toEqual([960 + 959 + 958]);
        expect(await countFaults("forecast_adds_up")).toBe(0);
      },
    );
  });

  it("forecasts nothing where a year brought no sales: a zero would be made up", async () => {
    const { rows } = await build("2027-06-20", 48, 0);
    expect(rows).toEqual([]);
  });

  it("forecasts the running quarter with what is known of it, and leaves the open month out", async () => {
    const { rows } = await build("2026-05-20", 48);
    const quarters = rows.filter(
      ({ is_selected, period, dimension }) => is_selected && period === "quarter" && dimension === "total",
    );
    expect(quarters.map(({ period_start_date }) => period_start_date)).toEqual([
      "2026-04-01",
      "2026-07-01",
      "2026-10-01",
      "2027-01-01",
    ]);
    expect(Number(quarters[0]?.known_amount)).toBeGreaterThan(0);
    expect(quarters.slice(1).map(({ known_amount }) => Number(known_amount))).toEqual([0, 0, 0]);
    expect(rows[0]?.month_count).toBe(48);
  });

  it("goes by the length of history, and says so instead of an interval where it is short", async () => {
    const expected = [
      [5, "mean_3", "insufficient_history", false, false, 16],
      [20, "seasonal_naive", "insufficient_history", false, false, 1],
      [21, "seasonal_naive", "insufficient_history", true, false, 0],
      [24, "seasonal_naive", "insufficient_history", true, false, 0],
      [31, "seasonal_naive", "low_n", true, false, 0],
      [40, undefined, "ok", true, true, 0],
    ] as const;
    for (const [months, method, flag, hasNarrow, hasWide, missing] of expected) {
      const { rows } = await build("2026-04-30", months);
      const first = rows.find((row) => row.is_selected && row.entity_id === "North");
      if (method !== undefined) expect(first?.method).toBe(method);
      expect([first?.month_count, first?.quality_flag, first?.missing_month_count]).toEqual([months, flag, missing]);
      expect([first?.low80_amount !== null, first?.low95_amount !== null]).toEqual([hasNarrow, hasWide]);
    }
  });

  it("tells months, and no quarter, by last year's errors where origins are too few", async () => {
    const { rows } = await build("2026-04-30", 24);
    const total = rows.filter((row) => row.is_selected && row.dimension === "total");
    const months = total.filter(({ period }) => period === "month");
    expect(months).toHaveLength(12);
    for (const row of months) {
      expect(Number(row.low80_amount)).toBeLessThanOrEqual(Number(row.forecast_amount));
      // Sales grow, so every error is above zero: the truth lies above what repeats last year.
      expect(Number(row.high80_amount)).toBeGreaterThan(Number(row.forecast_amount));
    }
    const quarters = total.filter(({ period }) => period === "quarter");
    const ahead = quarters.filter(({ known_amount }) => Number(known_amount) === 0);
    expect(ahead.map((row) => [row.low80_amount, row.missing_month_count])).toEqual(ahead.map(() => [null, 15]));
  });

  it("gives the same answer when the future is deleted", async () => {
    const past = await build("2026-04-30", 40);
    const withFuture = await build("2026-04-30", 40, 14);
    expect(withFuture.rows).toEqual(past.rows);
  });

  it("forecasts nothing from months of nothing, nor from no sale", async () => {
    const none = await withWarehouse({ asOf: "2026-04-30", raw: { orders: ordersOf(40, 0, 0) }, relations }, (built) =>
      built.connection.rows("select * from metrics.forecast"),
    );
    expect(none).toEqual([]);
    const empty = await withWarehouse(
      { asOf: "2026-04-30", raw: { orders: `${ordersOf(1, 0, 1)} where false` }, relations },
      (built) => built.connection.rows("select * from metrics.forecast"),
    );
    expect(empty).toEqual([]);
  });
});

async function build(asOf: string, months: number, future = 1) {
  const recipe: Recipe = { asOf, raw: { orders: ordersOf(months, future, 1) }, relations, checks };
  return withWarehouse(recipe, async ({ connection, countFaults }) => ({
    rows: (await connection.rows<ForecastRow>("select * from metrics.forecast order by all")).map((row) => ({
      ...row,
    })),
    faults: await countFaults("forecast_adds_up"),
  }));
}

/** One order a month in two regions, growing and seasonal, over the months up to April 2026, and more after it. */
function ordersOf(months: number, future: number, scale: number): string {
  return `select * from (
    select region || month as order_id, region, cast(date '2026-04-15' + (month - ${months - 1}) * interval 1 month as date) as order_date,
      cast(${scale} * share * (1000 + 15 * month) * (1 + 0.4 * sin((month - ${months}) * pi() / 6))
        * (1 + (hash(region || month) % 100) / 1000.0) as decimal(18, 4)) as amount
    from (select cast(range as integer) as month from range(${months + future})) as months,
      (values ('North', 2.0), ('South', 1.0)) as regions(region, share)) as orders`;
}
