import { mkdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Kysely } from "kysely";
import { addDays } from "../../dashboards/components/calendar.ts";
import type { PackedTable } from "../../dashboards/data.ts";
import type { ExplorerTable } from "../../dashboards/explorer/catalogue.ts";
import type { Term, Texts } from "../../dashboards/glossary.ts";
import type { Snapshot } from "../../dashboards/snapshot.ts";
import type { Contract } from "../../ingest/contracts/contract.ts";
import { entityNames } from "../../ingest/contracts/entities.ts";
import { dayIn } from "../build/as-of.ts";
import type { Connection } from "../connection.ts";
import type { Database } from "../database.ts";
import { createKysely } from "../kysely.ts";
import type { Settings } from "../settings.ts";
import { type Audience, isLimited } from "./audience.ts";
import { describeRows } from "./audience-rows.ts";
import { packTable } from "./columnar.ts";
import { type AnyTables, type Dataset, planQuery } from "./datasets.ts";
import { describeTable } from "./explorer.ts";
import { onlyListed } from "./listed.ts";
import { planScope, type Scope } from "./scope.ts";
import { readShards } from "./shards.ts";

/** Enough of a build's fingerprint to tell builds apart on a page. */
const runIdLength = 12;

/** A dataset the audience may not have: pages show it as empty. */
const nothing: PackedTable = { count: 0, columns: {} };

/**
 * Writes one JSON file per dataset, or one per part of it, and `snapshot.json` into the folder, with what the audience may
 * have of them; the same warehouse gives the same bytes.
 */
export async function exportData(
  connection: Connection,
  folder: string,
  plan: {
    audience: Audience;
    datasets: readonly Dataset[];
    contracts: readonly Contract[];
    /** SQL of the models that may be counted anew for an audience. */
    models: ReadonlyMap<string, string>;
    snapshot: Snapshot;
    glossary: readonly Term[];
    checks: Readonly<Record<string, Texts>>;
  },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const builtAt = new Date(plan.snapshot.builtAt);
  const kysely = createKysely<AnyTables>(connection);
  const tables: ExplorerTable[] = [];
  for (const dataset of plan.datasets) {
    const { name, order, shards } = dataset;
    const sqlOf = (each: Dataset) => planRows(kysely, each, planScope(each, plan.audience, plan), plan);
    const sql = onlyListed(dataset, sqlOf, plan.datasets);
    if (sql === undefined) {
      await writeJson(join(folder, `${name}${shards === undefined ? "" : "-0"}.json`), nothing, builtAt);
      continue;
    }
    if (shards === undefined) {
      const table = await connection.table(sql);
      if (dataset.listedBy === undefined) tables.push(describeTable(dataset, table));
      await writeJson(join(folder, `${name}.json`), packTable(table), builtAt);
      continue;
    }
    for (const [number, table] of (await readShards(connection, sql, shards, order)).entries())
      await writeJson(join(folder, `${name}-${number}.json`), packTable(table), builtAt);
  }
  await writeJson(join(folder, "tables.json"), tables, builtAt);
  await writeJson(join(folder, "checks.json"), plan.checks, builtAt);
  await writeJson(join(folder, "glossary.json"), plan.glossary, builtAt);
  await writeJson(join(folder, "snapshot.json"), plan.snapshot, builtAt);
}

/** Writes the query of a dataset within a scope; undefined where the audience may have none of it. */
function planRows(
  kysely: Kysely<AnyTables>,
  dataset: Dataset,
  scope: Scope,
  { contracts, audience }: { contracts: readonly Contract[]; audience: Audience },
): string | undefined {
  if (scope.kind === "withheld") return undefined;
  const from = scope.kind === "rows" ? { from: scope.from } : {};
  return planQuery(kysely, dataset, contracts, { ...from, personal: audience.personal }).sql;
}

/** Reads what every page says of its data. Counts of rows and findings of checks are the company's: limited audiences get none. */
export async function readSnapshot(connection: Connection, settings: Settings, audience: Audience): Promise<Snapshot> {
  const kysely = createKysely(connection);
  const run = await kysely
    .selectFrom("meta.run")
    .select(["fingerprint", "as_of_date", "built_at"])
    .executeTakeFirstOrThrow(() => new Error("meta.run is empty"));
  const builtAt = parseInstant(run.built_at);
  const newestOrderDate = await readNewestOrder(kysely, run.as_of_date);
  return {
    runId: run.fingerprint.slice(0, runIdLength),
    asOfDate: run.as_of_date,
    builtAt,
    company: settings.company.name,
    currency: settings.currency,
    fiscalYearStartMonth: settings.fiscal_year_start_month,
    annotations: settings.annotations,
    newestOrderDate,
    lastFullDay: findLastFullDay(run.as_of_date, dayIn(settings.time_zone, new Date(builtAt)), newestOrderDate),
    missing: isLimited(audience) ? [] : await listMissing(kysely),
    refusedFiles: isLimited(audience) ? 0 : await countRefused(kysely),
    freshness: {
      warnHours: settings.freshness.warn_hours,
      errorHours: settings.freshness.error_hours,
      silentDays: settings.freshness.silent_days,
    },
    targets: {
      planAttainment: settings.targets.plan_attainment,
      onTimeRate: settings.targets.on_time_rate,
      otifRate: settings.targets.otif_rate,
      complaintsPer100Orders: settings.targets.complaints_per_100_orders,
      complaintDays: settings.complaints.overdue_after_days,
      rejectedRowShare: settings.targets.rejected_row_share,
    },
    windows: { rfmMonths: settings.rfm.window_months, crossSellMonths: settings.cross_sell.window_months },
    ...(await readCounts(kysely, audience)),
    audience: audience.name === null ? null : await describeRows(connection, audience),
  };
}

/**
 * Finds the last day that can be told whole: the as-of day if it was over when the warehouse was built, else the day before;
 * never after the newest order, since what follows it is unknown. Null without orders.
 */
export function findLastFullDay(asOf: string, builtOn: string, newestOrder: string | null): string | null {
  if (newestOrder === null) return null;
  const over = asOf < builtOn ? asOf : addDays(asOf, -1);
  return newestOrder < over ? newestOrder : over;
}

async function readNewestOrder(kysely: Kysely<Database>, asOf: string): Promise<string | null> {
  const { newest } = await kysely
    .selectFrom("marts.orders")
    .select(({ fn }) => fn.max("order_date").as("newest"))
    .where("order_date", "<=", asOf)
    .executeTakeFirstOrThrow();
  return newest;
}

async function countRefused(kysely: Kysely<Database>): Promise<number> {
  const { refused } = await kysely
    .selectFrom("metrics.data_quality_by_file")
    .select(({ fn }) => fn.countAll<number>().as("refused"))
    .where("state", "<>", "committed")
    .executeTakeFirstOrThrow();
  return Number(refused);
}

/** Entities of which no row was ever loaded. */
async function listMissing(kysely: Kysely<Database>): Promise<readonly string[]> {
  const feeds = await kysely
    .selectFrom("metrics.source_freshness")
    .select("entity")
    .where("last_loaded_at", "is not", null)
    .distinct()
    .execute();
  const loaded = new Set(feeds.map(({ entity }) => entity));
  return entityNames.filter((entity) => !loaded.has(entity));
}

async function readCounts(
  kysely: Kysely<Database>,
  audience: Audience,
): Promise<Pick<Snapshot, "rowCounts" | "checks">> {
  if (isLimited(audience)) return { rowCounts: [], checks: [] };
  return {
    rowCounts: await kysely
      .selectFrom("meta.models")
      .select(["relation", "rows"])
      .where("rows", "is not", null)
      .orderBy("relation")
      .$narrowType<{ rows: number }>()
      .execute(),
    checks: await kysely
      .selectFrom("meta.checks")
      .select(["name", "severity", "state", "rows"])
      .orderBy("name")
      .execute(),
  };
}

/** Reads a UTC timestamp without zone, as DuckDB prints it. */
function parseInstant(text: string): string {
  return new Date(`${text.replace(" ", "T")}Z`).toISOString();
}

/** Writes a file of page data. The time of change goes into the pages: it is the warehouse's, so that equal data gives equal pages. */
export async function writeJson(path: string, value: unknown, changedAt: Date): Promise<void> {
  await writeFile(path, JSON.stringify(value));
  await utimes(path, changedAt, changedAt);
}
