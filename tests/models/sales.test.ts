import { describe, expect, it } from "vitest";
import { type Built, type Recipe, withWarehouse } from "./warehouse.ts";

const asOf = "2026-03-17";

const checks = [
  "rows_reach_the_marts",
  "money_reaches_the_metrics",
  "lines_are_worth_their_documents",
  "orders_equal_their_lines",
  "plan_vs_actual_adds_up",
  "kpi_adds_up",
  "days_add_up_to_months",
  "complaint_days_add_up_to_months",
  "net_sales_are_one_number",
  "otif_adds_up",
];

const figures = [
  "metrics.sales_by_month",
  "metrics.plan_vs_actual",
  "metrics.kpi_by_month",
  "metrics.sales_by_day",
  "metrics.kpi_by_day",
  "metrics.line_deliveries",
  "metrics.otif_by_month",
  "metrics.otif_by_day",
  "metrics.late_days_by_carrier",
  "metrics.complaints_by_day",
  "metrics.complaints_by_month",
  "metrics.complaint_rate_by_month",
];

const relations = [...figures, "metrics.money_reconciliation", "metrics.future_rows", "marts.named_keys"];

describe("marts and metrics of a company with every oddity", { timeout: 120_000 }, () => {
  it("neither invent nor lose rows or money", async () => {
    await withWarehouse(recipe(), async ({ connection, countFaults }) => {
      const faults: Record<string, number> = {};
      for (const check of checks) faults[check] = await countFaults(check);
      expect(faults).toEqual(Object.fromEntries(checks.map((check) => [check, 0])));
      const odd = await connection.row<Record<string, number>>(`
        select count(*) filter (where not has_rate) as without_rate, count(*) filter (where is_cancelled) as cancelled,
          count(*) filter (where line_count = 0) as without_lines, count(*) filter (where amount_basis = 'unknown') as unknown
        from marts.orders`);
      expect(Object.values(odd ?? {}).every((count) => count > 0)).toBe(true);
    });
  });

  it("count every sale once, at the rate of its day", async () => {
    await withWarehouse(recipe(), async ({ connection }) => {
      const found = await connection.row<{ gross: number }>(
        "select cast(sum(gross_amount) as double) as gross from metrics.sales_by_month",
      );
      const expected = await connection.row<{ gross: number }>(`
        with rated as (
          select o.*, case when coalesce(o.currency, 'EUR') = 'EUR' then 1 else (
            select rate from raw_file.raw.exchange_rates r
            where r.currency = o.currency and r.rate_date <= o.order_date order by r.rate_date desc limit 1) end as rate
          from raw_file.raw.orders o where order_date <= date '${asOf}' and coalesce(status, '') <> 'cancelled')
        select cast(sum(coalesce(lines.own * rate + case when rate is not null then listed end, o.amount * rate)) as double) as gross
        from rated o left join (
          select order_id, sum(case when l.amount is null and unit_price_amount is null then 0 else
              coalesce(cast(l.amount as double), cast(quantity as double) * unit_price_amount * (1 - coalesce(discount_share, 0))) end) as own,
            sum(case when l.amount is null and unit_price_amount is null
              then cast(quantity as double) * coalesce(list_price_amount, 0) * (1 - coalesce(discount_share, 0)) else 0 end) as listed
          from raw_file.raw.order_lines l left join raw_file.raw.products using (product_id) group by 1) lines
          using (order_id)`);
      expect(found?.gross).toBeCloseTo(expected?.gross ?? Number.NaN, 0);
    });
  });

  it("do not depend on the order of rows", async () => {
    expect(await read(reversed(recipe()))).toEqual(await read(recipe()));
  });

  it("say of a past day what they said on that day: later events change nothing", async () => {
    const past = "2025-11-20";
    const onThatDay = recipe((query, entity) => cutAt(query, entity, past));
    expect(await read({ ...recipe(), asOf: past })).toEqual(await read({ ...onThatDay, asOf: past }));
  });
});

describe("metrics.late_days_by_carrier", () => {
  it("has the quantiles of type 7 that DuckDB computes", async () => {
    await withWarehouse(recipe(), async ({ connection }) => {
      const found = await connection.rows(
        "select carrier, late_line_count, late_days_p50, late_days_p90 from metrics.late_days_by_carrier order by 1",
      );
      const expected = await connection.rows(`
        select carrier, count(*) filter (where late_days > 0) as late_line_count,
          quantile_cont(late_days, 0.5) filter (where late_days > 0) as late_days_p50,
          quantile_cont(late_days, 0.9) filter (where late_days > 0) as late_days_p90
        from metrics.line_deliveries where not is_cancelled_by_supplier group by 1 order by 1`);
      expect(found.length).toBeGreaterThan(2);
      expect(found).toEqual(expected);
    });
  });
});

describe("metrics.otif_by_month", () => {
  it("gives the roots of Wilson's equation as limits, within 0 and 1", async () => {
    await withWarehouse(recipe(), async ({ connection }) => {
      const rows = await connection.rows<{ k: number; n: number; low: number; high: number }>(
        "select otif_count as k, lines_due_count as n, otif_lower as low, otif_upper as high from metrics.otif_by_month",
      );
      expect(rows.length).toBeGreaterThan(50);
      for (const { k, n, low, high } of rows) {
        for (const limit of [low, high]) {
          const distance = Math.abs((k / n - limit) ** 2 - (1.959964 ** 2 * limit * (1 - limit)) / n);
          expect(limit === 0 || limit === 1 || distance < 1e-9).toBe(true);
          expect(limit >= 0 && limit <= 1).toBe(true);
        }
        expect(low <= k / n && k / n <= high).toBe(true);
      }
    });
  });
});

/** Reads all figures, rows in the order of their text. */
async function read(from: Recipe): Promise<Record<string, readonly string[]>> {
  return withWarehouse(from, async ({ connection }: Built) => {
    const result: Record<string, readonly string[]> = {};
    for (const relation of figures) {
      const { rows } = await connection.table(`select * from ${relation}`);
      result[relation] = rows.map((row) => JSON.stringify(row)).sort();
      expect(rows.length).toBeGreaterThan(0);
    }
    return result;
  });
}

function reversed(from: Recipe): Recipe {
  const raw = Object.entries(from.raw).map(([entity, query]) => [
    entity,
    `select * from (${query}) order by row_number() over () desc`,
  ]);
  return { ...from, raw: Object.fromEntries(raw) };
}

/** What an export of a past day would have held: no later rows, no later days within rows. */
function cutAt(query: string, entity: string, day: string): string {
  const kept: Record<string, string> = {
    orders: `select * from (${query}) where order_date <= date '${day}'`,
    order_lines: `select * from (${query}) where try_cast(split_part(order_id, '@', 2) as date) is null
      or cast(split_part(order_id, '@', 2) as date) <= date '${day}'`,
    shipments: `select * replace (case when delivered_date <= date '${day}' then delivered_date end as delivered_date)
      from (${query}) where cast(split_part(order_id, '@', 2) as date) <= date '${day}'`,
    returns: `select * from (${query}) where return_date <= date '${day}'`,
    complaints: `select * replace (
        case when first_response_at < date '${day}' + 1 then first_response_at end as first_response_at,
        case when closed_at < date '${day}' + 1 then closed_at end as closed_at)
      from (${query}) where opened_at < date '${day}' + 1`,
    exchange_rates: `select * from (${query}) where rate_date <= date '${day}'`,
    client_owners: `select * from (${query}) where valid_from_date <= date '${day}'`,
  };
  return kept[entity] ?? query;
}

/** A company of 1,500 orders: foreign money with and without rates, cancellations, orders without lines, parts, gaps. */
function recipe(change: (query: string, entity: string) => string = (query) => query): Recipe {
  const pick = (seed: number, count: number) => `cast(hash(i * 7919 + ${seed}) % ${count} as integer)`;
  const orders = `
    select i, date '2025-01-01' + ${pick(1, 470)} as order_date from (select cast(range as integer) as i from range(1500)) as t`;
  const id = "'o' || i || '@' || order_date";
  const raw: Record<string, string> = {
    clients: `select 'c' || i as client_id, 'Client ' || i as name, case when i % 4 > 0 then 'R' || (i % 3) end as region,
      case when i % 5 > 0 then 'm' || (i % 6) end as manager_id from (select cast(range as integer) as i from range(60)) as t`,
    managers: `select 'm' || i as manager_id, 'Manager ' || i as name, case when i > 1 then 'R' || (i % 3) end as region,
      case when i % 2 = 0 then 'D' || (i % 3) end as direction from (select cast(range as integer) as i from range(5)) as t`,
    products: `select 'p' || i as product_id, 'Product ' || i as name, case when i % 3 > 0 then 'D' || (i % 3) end as direction,
      cast(i * 1.37 + 1 as decimal(18, 4)) as list_price_amount, cast(i * 0.61 as decimal(18, 4)) as cost_amount from (select cast(range as integer) as i from range(20)) as t`,
    client_owners: `select 'c' || i as client_id, 'm' || ((i + k) % 5) as manager_id,
      date '2025-01-01' + k * 200 + i as valid_from_date, date '2025-01-01' + k * 200 + i + 190 as valid_to_date
      from (select cast(range as integer) as i from range(0, 60, 2)) as t, (select cast(range as integer) as k from range(3)) as u`,
    exchange_rates: `select 'USD' as currency, date '2025-02-01' + i * 10 as rate_date,
      cast(0.8 + (i % 7) / 100.0 as decimal(18, 8)) as rate from (select cast(range as integer) as i from range(45)) as t`,
    orders: `select ${id} as order_id, 'c' || ${pick(2, 62)} as client_id, order_date,
      case ${pick(3, 12)} when 0 then 'cancelled' when 1 then 'open' end as status,
      case when ${pick(3, 12)} = 0 then case ${pick(4, 3)} when 0 then 'client' when 1 then 'supplier' end end as cancelled_by,
      case when ${pick(5, 3)} = 0 then 'm' || ${pick(6, 6)} end as manager_id,
      case ${pick(7, 9)} when 0 then 'USD' when 1 then 'EUR' when 2 then 'XXX' end as currency,
      case when ${pick(8, 4)} > 0 then cast(${pick(9, 100000)} / 100.0 as decimal(18, 4)) end as amount,
      case when ${pick(10, 3)} > 0 then order_date + ${pick(11, 20)} end as requested_date,
      case when ${pick(12, 3)} > 0 then order_date + ${pick(13, 30)} end as promised_date from (${orders})`,
    order_lines: `select ${id} || '/' || k as order_line_id, ${id} as order_id, 'p' || ((i * 3 + k) % 22) as product_id,
      cast(${pick(14, 9)} + k as decimal(18, 3)) as quantity,
      case when (i + k) % 3 = 0 then cast(${pick(15, 99999)} / 7.0 as decimal(18, 4)) end as unit_price_amount,
      case when k = 1 then cast(0.0725 as decimal(9, 6)) end as discount_share,
      case when (i + k) % 3 = 1 then cast(${pick(16, 9999999)} / 100.0 as decimal(18, 4)) end as amount
      from (${orders}), (select cast(range as integer) as k from range(3)) as u where i % 11 > 0 or k > 2
      union all select 'orphan', 'nowhere', 'p1', 1, 5, null, 5`,
    shipments: `select 's' || i || '/' || k as shipment_id, ${id} as order_id,
      case when i % 5 > 0 then ${id} || '/' || k end as order_line_id,
      case when i % 2 = 0 then order_date + ${pick(17, 25)} end as planned_date,
      case when ${pick(18, 9)} > 0 then order_date + ${pick(19, 25)} + k end as delivered_date,
      case when i % 4 = 0 then cast(${pick(20, 12)} as decimal(18, 3)) end as quantity, 'carrier ' || (i % 3) as carrier
      from (${orders}), (select cast(range as integer) as k from range(3)) as u where i % 13 > 0 and (i % 5 > 0 or k < 2)`,
    returns: `select 'r' || i as return_id, case when i % 3 > 0 then ${id} end as order_id,
      case when i % 3 = 1 then ${id} || '/1' end as order_line_id, order_date + ${pick(21, 60)} as return_date,
      cast(1 as decimal(18, 3)) as quantity, case when i % 2 = 0 then cast(${pick(22, 9999)} / 100.0 as decimal(18, 4)) end as amount
      from (${orders}) where i % 9 = 0`,
    complaints: `select 'k' || i as complaint_id, case when i % 3 > 0 then ${id} end as order_id, 'type ' || (i % 3) as complaint_type,
      case when i % 4 > 0 then 'm' || (i % 5) end as responsible_manager_id,
      cast(order_date + ${pick(23, 40)} as timestamp) + interval 9 hour as opened_at,
      case when i % 5 > 0 then cast(order_date + ${pick(23, 40)} + ${pick(24, 9)} as timestamp) + interval 700 minute end as first_response_at,
      case when i % 7 > 0 then cast(order_date + ${pick(23, 40)} + ${pick(25, 40)} as timestamp) + interval 710 minute end as closed_at
      from (${orders}) where i % 8 = 0`,
    sales_plans: `select 'p' || i || k || v as sales_plan_id, cast(date '2025-01-01' + i * interval 1 month as date) as plan_month,
      case when i % 2 = 0 then 'R' || k end as region, case when i % 2 = 1 then 'm' || k end as manager_id,
      cast(1000 * (k + 1) as decimal(18, 4)) as amount, 'v' || v as version,
      cast(date '2024-12-20' + i * interval 1 month + v * interval 15 day as date) as approved_date
      from (select cast(range as integer) as i from range(17)) as t, (select cast(range as integer) as k from range(3)) as u, (select cast(range as integer) as v from range(2)) as w where i % 6 > 0`,
  };
  return {
    asOf,
    settings: { otif: { early_days: 30, late_days: 0 } },
    raw: Object.fromEntries(Object.entries(raw).map(([entity, query]) => [entity, change(query, entity)])),
    relations,
    checks,
  };
}
