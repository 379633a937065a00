import { mkdir, rm } from "node:fs/promises";
import { listColumns } from "../../ingest/contracts/contract.ts";
import { contracts } from "../../transforms/contracts.ts";
import { openMonth } from "../../warehouse/build/as-of.ts";
import { type Connection, withConnection } from "../../warehouse/connection.ts";
import { calendarAround, createTableAs, numbersBelow } from "../../warehouse/engines/duckdb.ts";
import type { Settings } from "../../warehouse/settings.ts";
import { quoteName, quoteText } from "../../warehouse/sql.ts";
import { asOf } from "./warehouse.ts";

/** Two branches: every relation has a row of each, and every value of a row tells whose it is. */
export const branches = ["ours", "theirs"] as const;
export type Branch = (typeof branches)[number];

/** Day that stands in every row of a branch. */
export const days: Readonly<Record<Branch, string>> = { ours: "2026-08-18", theirs: "2026-08-17" };

/** What every text and name of a branch's rows begins with; also its regions, managers and clients. */
export const marks: Readonly<Record<Branch, string>> = { ours: "zq-ours", theirs: "zq-theirs" };
export const regions: Readonly<Record<Branch, string>> = { ours: "zq-ours-Казань", theirs: "zq-theirs-Тверь" };
export const managers: Readonly<Record<Branch, string>> = { ours: "zq-ours-manager", theirs: "zq-theirs-manager" };

/** Where the numbers of a branch begin: eight digits each, one per relation and column. */
const firstNumber: Readonly<Record<Branch, number>> = { ours: 61_000_000, theirs: 71_000_000 };

/** Relations that speak of no branch: one row, of which every audience may see all. */
export const common: ReadonlySet<string> = new Set([
  "marts.products",
  "metrics.churn_gate",
  "metrics.churn_rule",
  "metrics.rfm_segment_rules",
  "metrics.source_freshness",
]);

/** Columns that decide whether a row is shown, or that models count with as days and ranks: they hold what lets the row through. */
const telling: Readonly<Record<string, string>> = {
  "marts.calendar.is_working_day": "true",
  "metrics.client_contacts.severity": "'warn'",
  "metrics.client_segments.segmentation": "'class'",
  "metrics.complaint_durations.dimension": "'manager'",
  "metrics.complaint_rates.dimension": "'manager'",
  "metrics.forecast.period": "'month'",
  "metrics.pareto.period": "'last_12_months'",
  "metrics.pareto_base.period": "'last_12_months'",
  "metrics.pareto_summary.period": "'last_12_months'",
  "marts.clients.is_opted_out": "false",
  "marts.deals.status": "'won'",
  "metrics.client_classes.class_published": "'key'",
  "metrics.rfm_scores.segment": "'champions'",
};

const smallNumbers = /(^|_)(rank|number|month_number|day_number|score|decile|months|days)$/;
const months = /(^|_)(month|quarter_start_date|close_quarter)$/;

/** Writes a warehouse with every relation there is a contract for, two rows in each: one of each branch. */
export async function writeMarked(settings: Settings): Promise<void> {
  const path = settings.paths.crm;
  await mkdir(settings.paths.data, { recursive: true });
  await rm(path, { force: true });
  await withConnection({ attach: [{ path, as: "crm", mode: "create" }] }, async (connection) => {
    for (const schema of ["marts", "metrics", "meta"]) await connection.run(`create schema ${schema}`);
    await writeMeta(connection);
    for (const { relation } of Object.values(contracts)) {
      const rows = branches
        .slice(0, common.has(relation) ? 1 : 2)
        .map((branch) => `select ${describeRow(relation, branch).join(", ")}`);
      await connection.run(createTableAs(relation, rows.join(" union all ")));
    }
  });
}

/** The number a branch's row has in a column. */
export function numberOf(branch: Branch, relation: string, column: string): number {
  return firstNumber[branch] + (positions.get(`${relation}.${column}`) ?? 0);
}

const positions: ReadonlyMap<string, number> = new Map(
  Object.values(contracts)
    .flatMap((contract) => listColumns(contract).map(({ name }) => `${contract.relation}.${name}`))
    .map((name, index) => [name, index * 7 + 1]),
);

function describeRow(relation: string, branch: Branch): readonly string[] {
  const contract = Object.values(contracts).find((each) => each.relation === relation);
  return (contract === undefined ? [] : listColumns(contract)).map(({ name, sqlType }) => {
    const value = telling[`${relation}.${name}`] ?? cellOf(relation, name, sqlType, branch);
    return `cast(${value} as ${sqlType}) as ${quoteName(name)}`;
  });
}

function cellOf(relation: string, column: string, sqlType: string, branch: Branch): string {
  if (sqlType === "date") return months.test(column) ? "date '2026-08-01'" : `date '${days[branch]}'`;
  if (sqlType === "timestamp") return `timestamp '${days[branch]} 07:17:17'`;
  if (sqlType === "boolean") return "true";
  if (sqlType !== "varchar") {
    const isSmall = smallNumbers.test(column) || sqlType === "decimal(9, 6)";
    return isSmall ? "2" : String(numberOf(branch, relation, column));
  }
  return quoteText(textOf(relation, column, branch));
}

/** Products belong to nobody: branches sell the same. */
function textOf(relation: string, column: string, branch: Branch): string {
  if (column === "product_id") return "product-1";
  if (common.has(relation)) return `common-${column}`;
  if (column === "region") return regions[branch];
  if (column === "dimension") return "region";
  if (column === "entity_id")
    return /\.complaint_(durations|rates)$/.test(relation) ? managers[branch] : regions[branch];
  if (/(^|_)manager_id$/.test(column)) return managers[branch];
  if (/(^|_)client_id$/.test(column)) return `${marks[branch]}-client`;
  return `${marks[branch]}-${relation}-${column}`;
}

async function writeMeta(connection: Connection): Promise<void> {
  await connection.run(`create table meta.run as select timestamp '2026-10-12 04:30:00' as built_at,
    date '${asOf}' as as_of_date, 'f1x7ure0f1x7ure0' as fingerprint`);
  await connection.run(
    `create table meta.clock as select date '${asOf}' as as_of_date, date '${openMonth(asOf)}' as open_month,
      cast(null as date) as known_by`,
  );
  await connection.run(`create table meta.settings as select 0.8::double as abc_a_share, 0.95::double as abc_b_share,
    0.5::double as xyz_x_below, 1::double as xyz_y_below, 0::bigint as otif_early_days, 0::bigint as otif_late_days,
    false as pareto_counts_idle_clients, false as pareto_counts_idle_managers, false as pareto_counts_idle_products`);
  await connection.run(createTableAs("meta.calendar", calendarAround(asOf, [1, 2, 3, 4, 5])));
  await connection.run(createTableAs("meta.numbers", numbersBelow(10_000)));
  await connection.run(
    "create table meta.model_versions as select 'metrics.rfm' as relation, 'rfm' as model_name, 'rfm-0123abcd' as model_version",
  );
  await connection.run(`create table meta.models as select 'marts.clients' as relation, 79000001::bigint as rows`);
  await connection.run(`create table meta.checks as select 'a_check' as name, 'warning' as severity, 'warning' as state,
    79000002::bigint as rows, 'Is it so?' as question`);
}
