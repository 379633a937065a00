import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locale } from "../../dashboards/i18n/locales.ts";
import { listColumns } from "../../ingest/contracts/contract.ts";
import { contracts } from "../../transforms/contracts.ts";
import { openMonth } from "../../warehouse/build/as-of.ts";
import { type Connection, withConnection } from "../../warehouse/connection.ts";
import { type Effects, silentLog } from "../../warehouse/effects.ts";
import { createTable } from "../../warehouse/engines/duckdb.ts";
import { datasets } from "../../warehouse/publish/site-datasets.ts";
import { readSettings, type Settings } from "../../warehouse/settings.ts";
import { quoteName, quoteRelation, quoteText } from "../../warehouse/sql.ts";
import { choiceFigures } from "./figures-choices.ts";
import { forecastFigures } from "./figures-forecast.ts";
import { retentionFigures } from "./figures-retention.ts";

/** A name nobody should be called: shown as text or it is a hole. */
export const hostileName = `<img src=x onerror="document.title='hacked'"></script><b>Иванов & "К°"`;
export const formulaName = '=HYPERLINK("http://x","click")';

/** The day the fixture speaks of: in the middle of a month, so that one month is not complete. */
export const asOf = "2026-10-12";

/** Settings with a data folder of their own, removed by `remove`; a site in few languages is published sooner. */
export async function makeSettings(
  locales: readonly Locale[] = ["en", "ru"],
): Promise<{ settings: Settings; remove: () => Promise<void> }> {
  const data = await mkdtemp(join(tmpdir(), "karavan-site-"));
  const settings = { ...readSettings({ KARAVAN_DATA: data }), locales: [...locales] };
  return { settings, remove: () => rm(data, { recursive: true, force: true }) };
}

/** Effects that say nothing, at a fixed moment. */
export function quietEffects(signal: AbortSignal = new AbortController().signal): Effects {
  return { log: silentLog, now: () => new Date("2026-10-12T06:00:00Z"), signal };
}

/** Writes a warehouse whose tables have the columns of their contracts and figures worked out from one another. */
export async function writeWarehouse(settings: Settings): Promise<void> {
  const path = settings.paths.crm;
  await mkdir(settings.paths.data, { recursive: true });
  await rm(path, { force: true });
  await withConnection({ attach: [{ path, as: "crm", mode: "create" }] }, async (connection) => {
    for (const schema of ["marts", "metrics", "meta"]) await connection.run(`create schema ${schema}`);
    await writeMeta(connection);
    for (const [relation, select] of Object.entries(figures)) await writeTable(connection, relation, select);
    await writeEmptyTables(connection);
  });
}

/** What pages are drawn from and has no figures here is there, without rows. */
async function writeEmptyTables(connection: Connection): Promise<void> {
  // The snapshot reads the newest order.
  const wanted: ReadonlySet<string> = new Set([...datasets.map(({ relation }) => relation), "marts.orders"]);
  for (const contract of Object.values(contracts)) {
    if (wanted.has(contract.relation) && !Object.hasOwn(figures, contract.relation))
      await connection.run(createTable(contract.relation, listColumns(contract)));
  }
}

async function writeMeta(connection: Connection): Promise<void> {
  await connection.run(`create table meta.run as select timestamp '2026-10-12 04:30:00' as built_at,
    date '${asOf}' as as_of_date, 'f1x7ure0f1x7ure0' as fingerprint`);
  await connection.run(
    `create table meta.clock as select date '${asOf}' as as_of_date, date '${openMonth(asOf)}' as open_month,
      cast(null as date) as known_by`,
  );
  await connection.run(`create table meta.models as select * from (values ('marts.clients', 60::bigint),
    ('metrics.kpi_by_month', 22::bigint)) as models (relation, rows)`);
  await connection.run(`create table meta.checks as select * from (values
    ('orders_have_clients', 'warning', 'warning', 3::bigint, 'Does every order name a known client?'),
    ('sales_reconcile', 'error', 'passed', 0::bigint, 'Do metrics add up to the orders?'))
    as checks (name, severity, state, rows, question)`);
}

/** Columns the select names are cast to the contract's type; the others are filled with a value their type allows. */
async function writeTable(connection: Connection, relation: string, select: string): Promise<void> {
  const contract = Object.values(contracts).find((each) => each.relation === relation);
  if (contract === undefined) throw new Error(`${relation} has no contract`);
  const made = await connection.table(`select * from (${select}) as made limit 0`);
  const list = listColumns(contract).map(({ name, sqlType, nullable }) => {
    const value = made.columns.includes(name)
      ? quoteName(name)
      : nullable
        ? "null"
        : fillers[sqlType.split("(")[0] ?? ""];
    return `cast(${value} as ${sqlType}) as ${quoteName(name)}`;
  });
  const unknown = made.columns.filter((name) => !listColumns(contract).some((column) => column.name === name));
  if (unknown.length > 0) throw new Error(`${relation} has no ${unknown.join(", ")}`);
  await connection.run(`create table ${quoteRelation(relation)} as select ${list.join(", ")} from (${select}) as made`);
}

const fillers: Readonly<Record<string, string>> = {
  varchar: "'ok'",
  date: `date '${asOf}'`,
  timestamp: `timestamp '${asOf} 00:00:00'`,
  boolean: "true",
  bigint: "0",
  double: "0",
  decimal: "0",
};

const months =
  "(select cast(m as date) as month, row_number() over () as n from generate_series(date '2025-01-01', date '2026-10-01', interval 1 month) as g (m))";
const days =
  "(select cast(t as date) as day from generate_series(date '2025-01-01', date '2026-10-12', interval 1 day) as g (t))";
const regions = "(values ('North', 1), ('South', 2), ('unknown', 3)) as regions (region, r)";
const managers = "(values ('m1', 1), ('m2', 2), ('m3', 3)) as managers (manager_id, m)";
const directions = "(values ('Tools', 1), ('Паркет', 2)) as directions (direction, d)";
const share = "case when month = date '2026-10-01' then 0.4 else 1 end";

const figures: Readonly<Record<string, string>> = {
  ...choiceFigures,
  ...retentionFigures,
  ...forecastFigures,
  "metrics.sales_by_month": `
    select month, region, manager_id, direction, 'p' || d as product_id,
      (100000 + 4000 * n * r - 9000 * d + 700 * m) * ${share} as net_amount,
      (100000 + 4000 * n * r) * ${share} as gross_amount,
      (80000 + 3000 * n * r) * ${share} as costed_amount,
      (20000 + 1000 * n * r + 500 * d) * ${share} as margin_amount
    from ${months} cross join ${regions} cross join ${managers} cross join ${directions} where r = m or r = 3`,
  "metrics.plan_vs_actual": `
    select month, true as has_region, false as has_manager, false as has_direction,
      region, 'all' as manager_id, 'all' as direction, true as is_total_grain,
      round(sum(net_amount) * (case region when 'North' then 1.08 else 0.97 end), -3) as plan_amount,
      sum(net_amount) as actual_amount,
      round(sum(net_amount) * (case region when 'North' then 1.08 else 0.97 end), -3) * ${share} as plan_to_date_amount,
      0 as previous_year_amount
    from metrics.sales_by_month group by month, region`,
  "metrics.sales_by_day": `
    select day, cast(date_trunc('month', day) as date) as month, region, manager_id, direction,
      3000 + 100 * dayofweek(day) * r - 90 * d + 7 * m as net_amount, 3000 as costed_amount, 900 + 10 * d as margin_amount
    from ${days} cross join ${regions} cross join ${managers} cross join ${directions} where r = m or r = 3`,
  "metrics.otif_by_day": `
    select day as due_date, cast(date_trunc('month', day) as date) as due_month, region, manager_id, 'Fast Cargo' as carrier,
      10 as lines_due_count, 6 + r as on_time_count, 9 as in_full_count, 5 + r as otif_count, 1 as undelivered_count
    from ${days} cross join ${regions} cross join ${managers} where r = m`,
  "metrics.kpi_by_day": `
    select day, month, sum(net_amount) as net_amount, sum(costed_amount) as costed_amount, sum(margin_amount) as margin_amount,
      6 as order_count, sum(net_amount) as order_amount, 30 as lines_due_count, 24 as on_time_count, 21 as otif_count, 22 as working_days, least(22, dayofmonth(day)) as working_days_elapsed
    from metrics.sales_by_day group by all`,
  "metrics.otif_by_month": `
    select month as due_month, region, manager_id, carrier, 100 + n as lines_due_count, 88 + r as on_time_count,
      92 as in_full_count, 85 + r as otif_count, r as undelivered_count
    from ${months} cross join ${regions} cross join ${managers}
    cross join (values ('Fast Cargo'), ('Slow & Sons'), ('unknown')) as carriers (carrier) where r = m or r = 3`,
  "metrics.late_days_by_carrier": `
    select carrier, lines_due as lines_due_count, late as late_line_count, late // 10 as undelivered_line_count,
      late / lines_due as late_rate, 2.0 + late / 500 as late_days_p50, 7.5 as late_days_p90, 31 as late_days_max
    from (values ('Fast Cargo', 4000, 120), ('Slow & Sons', 3000, 900), ('unknown', 50, 4)) as carriers (carrier, lines_due, late)`,
  "metrics.complaint_rate_by_month": `
    select month, 200 + n as delivered_order_count, 3 + n % 4 as complaint_count, 100.0 * (3 + n % 4) / (200 + n) as complaints_per_100_orders,
      100.0 * (1 + n % 4) / (200 + n) as lower, 100.0 * (8 + n % 4) / (200 + n) as upper, month < date '2026-10-01' as is_complete
    from ${months}`,
  "metrics.complaints_by_month": `
    select month, complaint_type, manager_id, 1 + (n + m) % 4 as opened_count, (n + m) % 4 as closed_count, 1 as open_count,
      (n + m) % 2 as overdue_count, 0 as unanswered_count, (n + m) % 3 as within_target_count
    from ${months} cross join ${managers} cross join (values ('late delivery'), ('damage'), ('unknown')) as types (complaint_type)`,
  "metrics.complaints_by_day": `
    select day, cast(date_trunc('month', day) as date) as month, complaint_type, manager_id, (dayofmonth(day) + m) % 3 as opened_count,
      0 as closed_count, (dayofmonth(day) + m) % 3 as open_count, 0 as overdue_count, 0 as unanswered_count, 0 as within_target_count
    from ${days} cross join ${managers} cross join (values ('late delivery'), ('damage')) as types (complaint_type)
    where (dayofmonth(day) + m) % 3 > 0`,
  "metrics.kpi_by_month": `
    select months.month, sales.net_amount, sales.net_amount as gross_amount, sales.margin_amount, plan.plan_amount, plan.plan_to_date_amount,
      180 + n * 3 as order_count, 50 - n % 5 as active_client_count, 3 + n % 4 as new_client_count,
      3 + n % 4 as complaint_count, 200 + n as delivered_order_count, months.month < date '2026-10-01' as is_complete
    from ${months} as months
    join (select month, sum(net_amount) as net_amount, sum(margin_amount) as margin_amount from metrics.sales_by_month group by 1) as sales using (month)
    join (select month, sum(plan_amount) as plan_amount, sum(plan_to_date_amount) as plan_to_date_amount from metrics.plan_vs_actual group by 1) as plan using (month)`,
  "marts.orders": `select 'o1' as order_id, date '${asOf}' as order_date`,
  "marts.managers": `select * from (values ('m1', 'Анна Петрова', true), ('m2', 'Bob Stone', true), ('m3', 'Ёлкин Пётр', false)) as managers (manager_id, name, is_employed)`,
  "marts.clients": `
    select 'c' || lpad(cast(n as varchar), 3, '0') as client_id,
      case n when 1 then ${quoteText(hostileName)} when 2 then ${quoteText(formulaName)} else 'Client ' || n end as name,
      case n % 3 when 0 then 'unknown' when 1 then 'North' else 'South' end as region,
      'm' || (1 + n % 3) as manager_id, cast(date '2026-10-10' - cast(n * 5 as integer) as date) as last_order_date,
      1 + n % 9 as order_count, '+7 900 0000000' as phone, 'secret@example.org' as email, false as is_opted_out
    from generate_series(1, 60) as g (n)`,
  "metrics.client_classes": `
    select client_id, date '2026-09-01' as month, true as is_current,
      case when n <= 6 then 'key' when n <= 18 then 'medium' when n <= 40 then 'small' when n <= 50 then 'occasional' else 'inactive' end as class_published,
      case when n <= 4 then 'key' when n <= 20 then 'medium' when n <= 40 then 'small' else 'occasional' end as previous_class,
      5000.0 * 60 / n as average_per_period, 1 + 60 // n as order_count, cast(round(60000.0 * 60 / n) as bigint) as net_amount
    from (select client_id, row_number() over (order by client_id) as n from marts.clients)`,
  "metrics.client_class_summary": `
    select month, class, month = date '2026-09-01' as is_current, clients as client_count, clients / 60.0 as client_share,
      clients * weight as net_amount, clients * weight / 1000.0 as net_amount_share
    from (select month from ${months} where month < date '2026-10-01') cross join
      (values ('key', 6, 100), ('medium', 12, 20), ('small', 22, 5), ('occasional', 10, 4), ('inactive', 10, 0), ('new', 0, 0)) as classes (class, clients, weight)`,
  "metrics.client_class_migration": `
    select date '2026-09-01' as month, from_class, to_class, true as is_current, clients as client_count, clients * 1000 as net_amount
    from (values ('key', 'key', 4), ('medium', 'key', 2), ('medium', 'medium', 12), ('small', 'small', 20), ('small', 'medium', 1),
      ('occasional', 'inactive', 10), ('none', 'new', 2)) as moves (from_class, to_class, clients)`,
  "metrics.class_thresholds": `select date '2026-09-01' as month, true as is_current, 'quantile' as mode, 'net_amount' as measure, 48000 as key_from_amount, 15000 as medium_from_amount, 40 as client_count`,
  "metrics.client_abc_xyz": `
    select client_id, net_amount, case when net_amount > 300000 then 'A' when net_amount > 100000 then 'B' else 'C' end as abc,
      case when net_amount > 200000 then 'X' else 'Y' end as xyz, 0.42 as coefficient_of_variation, 'smooth' as demand_type
    from metrics.client_classes`,
  "metrics.pareto": `
    select 'client' as dimension, 'last_12_months' as period, client_id as entity_id, false as is_excluded, rank, amount, amount as compared_amount,
      amount / total as share, sum(amount) over (order by rank) / total as cumulative_share, rank / 60.0 as cumulative_entity_share
    from (select client_id, net_amount as amount, row_number() over (order by net_amount desc, client_id) as rank, sum(net_amount) over () as total from metrics.client_classes)`,
  "metrics.pareto_summary": `
    select dimension, 'last_12_months' as period, 60 as entity_count, 16000000 as total_amount, 0.61 as gini, 0.66 as top20_share, 19 as k80_count,
      0.3167 as k80_share, 21.3 as effective_count from (values ('client'), ('manager'), ('product')) as dimensions (dimension)`,
  "metrics.rfm": `
    select client_id, 3 + n * 5 as recency_days, 1 + 60 // n as frequency, cast(round(60000.0 * 60 / n) as bigint) as monetary_amount,
      5 - (n - 1) // 12 as recency_score, 5 - (n - 1) // 12 as fm_score, '555' as rfm,
      case when n <= 12 then 'champions' when n <= 36 then 'loyal' else 'hibernating' end as segment, 'loyal' as previous_segment
    from (select client_id, row_number() over (order by client_id) as n from marts.clients)`,
  "metrics.rfm_segments": `
    select segment, clients as client_count, clients / 60.0 as client_share, amount as net_amount, amount / 1000000.0 as net_amount_share,
      20 as average_recency_days, 4 as average_frequency, amount / clients as average_amount, clients - 1 as previous_client_count
    from (values ('champions', 12, 500000), ('loyal', 24, 300000), ('hibernating', 24, 200000)) as segments (segment, clients, amount)`,
  "metrics.rfm_by_place": `
    select rfm.recency_score, rfm.fm_score, rfm.segment, clients.region, clients.manager_id, count(*) as client_count,
      sum(rfm.monetary_amount) as net_amount, sum(rfm.recency_days) as recency_day_count, sum(rfm.frequency) as purchase_day_count,
      count(*) as previous_client_count
    from metrics.rfm as rfm join marts.clients as clients using (client_id) group by 1, 2, 3, 4, 5`,
  "metrics.rfm_grid": `
    select r as recency_score, f as fm_score, case when r >= 4 and f >= 4 then 'champions' when r <= 2 then 'hibernating' else 'loyal' end as segment,
      case when r = f then 12 else 0 end as client_count, case when r = f then 200000 else 0 end as net_amount
    from generate_series(1, 5) as a (r) cross join generate_series(1, 5) as b (f)`,
  "metrics.rfm_cut_points": `
    select measure, cut as cut_number, cut * 10.5 as value, case measure when 'recency' then 'days' when 'frequency' then 'purchase_days' else 'money' end as unit,
      false as is_fixed, true as is_in_segments, 5 as distinct_score_count, 60 as client_count
    from (values ('recency'), ('frequency'), ('monetary')) as measures (measure) cross join generate_series(1, 4) as c (cut)`,
  "metrics.campaign_return": `
    select * from (values
      ('k1', 'Spring <b>offer</b>', 'email', date '2026-03-01', 500, 400, 100, 400, 390, 40, 0.1026, 50000, 12.5, 250000, 80000, 5.0, 0.6, true, 0.05, 0.01, 0.09, 120000.0, 30000.0, 210000.0, 'ok'),
      ('k2', 'Осенние скидки', 'phone', date '2026-09-01', 200, 200, 0, 160, 150, 9, 0.06, 20000, 2.0, 15000, 4000, 0.75, -0.8, true, null, null, null, null, null, null, 'no_control'),
      ('k3', 'New price list', 'email', date '2026-10-01', 300, 250, 50, 250, 240, 5, 0.0208, null, 1.0, 8000, 2000, null, null, false, null, null, null, null, null, null, 'window_open'))
      as campaigns (campaign_id, name, channel, start_date, assigned_count, treated_count, control_count, sent_count, delivered_count, responder_count, response_rate,
        cost_amount, attributed_order_count, attributed_amount, attributed_margin_amount, roas, roi, is_window_closed, conversion_lift, conversion_lift_lower,
        conversion_lift_upper, incremental_amount, incremental_lower, incremental_upper, quality_flag)`,
  "metrics.data_quality_by_file": `
    select * from (values
      (1, 'erp', 'orders', 'orders', 'orders.csv', 'committed', timestamp '2026-10-12 03:00:00', 1000, 990, 10, 990, 0.01, true, 'ok'),
      (2, 'crm', 'clients', 'clients', 'clients.csv', 'held', timestamp '2026-10-12 03:00:00', 500, 400, 100, 0, 0.2, true, 'held'))
      as files (file_id, source, feed, entity, name, state, loaded_at, rows_read, rows_accepted, rows_rejected, rows_changed, rejected_share, is_balanced, quality_flag)`,
  "metrics.source_freshness": `
    select * from (values
      ('erp', 'orders', 'orders', true, 4, timestamp '2026-10-12 03:00:00', date '2026-10-11', 1, 26.0, 72.0),
      ('crm', 'clients', 'clients', true, 0, null, null, null, 26.0, 72.0))
      as feeds (source, feed, entity, is_expected, file_count, last_loaded_at, newest_event_date, event_age_days, warn_hours, error_hours)`,
  "marts.products": `
    select 'p' || n as product_id, 'Product ' || n as name, case n % 2 when 1 then 'Tools' else 'Паркет' end as direction
    from generate_series(1, 12) as g (n)`,
  "metrics.product_abc_xyz": `
    select product_id, date '2025-10-01' as window_from_month, date '2026-09-01' as window_to_month, 1200000 // n as net_amount,
      case when n <= 4 then 'A' when n <= 8 then 'B' else 'C' end as abc, case n % 3 when 0 then null when 1 then 'X' else 'Y' end as xyz,
      0.31 as coefficient_of_variation, 'smooth' as demand_type
    from (select product_id, row_number() over (order by product_id) as n from marts.products)`,
  "metrics.alerts": `
    select * from (values
      (1, 'late-lines', 'on_time_rate', 'region', 'North', 'North', null, ${quoteText(hostileName)}, 'below', 0.9, 'critical', 0.85, 'raised'),
      (1, 'late-lines', 'on_time_rate', 'region', 'South', 'South', null, 'South', 'below', 0.9, 'critical', 0.95, 'ok'),
      (2, 'plan', 'plan_attainment', 'manager', 'm1', null, 'm1', 'm1', 'below', 0.9, 'warning', null, 'unknown'))
      as alerts (position, alert_name, measure, dimension, entity_id, region, manager_id, entity_name, rule, limit_value, severity, value, state)
      cross join (select date '2026-09-01' as period_date, date '2026-07-01' as since_date, null as compared_with, null as compared_period_date,
        null as compared_value, null as change_share) as shared`,
  "metrics.future_rows": `
    select 'orders' as entity, 'erp' as source, 4 as future_row_count, date '2026-11-02' as first_future_date,
      date '2027-01-15' as last_future_date`,
  "metrics.money_reconciliation": `
    select 'orders' as entity, 'erp' as source, stage_number, stage, 990 as row_count, 123456.78 as amount, 0 as explained_row_count, 0 as explained_amount,
      0 as row_difference, 0 as difference, true as is_reconciled
    from (values (1, 'file'), (2, 'raw'), (3, 'staging'), (4, 'mart')) as stages (stage_number, stage)`,
  "metrics.remarks_by_file": `
    select 1 as file_id, 'erp' as source, 'orders' as entity, 'orders-1.csv' as name, 'footer' as kind,
      'the total of amount is 15, read 14.5, difference 0.5' as message, 1 as remark_count, 40 as first_line, true as is_total_missed`,
  "metrics.rejects_by_rule": `
    select 'crm' as source, 'clients' as entity, 'not_a_date' as rule, 'birth_date' as column_name, 100 as reject_count, 100 as record_count, 1 as file_count`,
};
