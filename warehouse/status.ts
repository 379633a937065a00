import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { type RawBuilder, sql } from "kysely";
import { readSources } from "../ingest/source.ts";
import { findUnmatched, type UnmatchedFile } from "../ingest/unmatched.ts";
import { type Alert, listAlerts } from "./alerts/alerts.ts";
import { readMailed } from "./alerts/told.ts";
import { type Connection, withConnection } from "./connection.ts";
import type { Effects } from "./effects.ts";
import { exitCodes, messageOf, OperatorError } from "./errors.ts";
import { type FeedStatus, type Load, listFeeds } from "./feeds.ts";
import { createKysely, createLedger } from "./kysely.ts";
import { findHolder, type Holder } from "./lock.ts";
import { findCurrentId, listReleases } from "./publish/release.ts";
import { readLedger } from "./runs.ts";
import { findNextSlot, requireSchedules } from "./schedule.ts";
import type { Settings } from "./settings.ts";

/** How things are. Moments are ISO 8601 in UTC, days `YYYY-MM-DD`; null means there is none yet. */
export interface Status {
  readonly holder: Holder | null;
  /** `warehouse`: a run is writing the ledger, so its copy in the finished warehouse is shown; it has no runs. */
  readonly told_by: "ledger" | "warehouse" | "nothing";
  /** The last five, newest first. */
  readonly runs: readonly RunStatus[];
  readonly warehouse: WarehouseStatus | null;
  /** Why mails about alerts are waiting, since the last run; null where none are. */
  readonly mail_failure: { readonly at: string; readonly message: string; readonly mails: number } | null;
  readonly feeds: readonly FeedStatus[];
  /** Files of the inbox that no load takes. */
  readonly unmatched_files: readonly UnmatchedFile[];
  /** Files that wait for a person or were refused, newest first: all that are held, and of the others the last twenty. */
  readonly refused_files: readonly RefusedFile[];
  /** Loaded files whose totals are not those of their rows, newest first, at most twenty. */
  readonly warned_files: readonly WarnedFile[];
  readonly releases: readonly ReleaseStatus[];
  readonly schedules: readonly ScheduleStatus[];
}

/** One run of the ledger. */
export interface RunStatus {
  readonly run_id: string;
  readonly command: string;
  readonly trigger: string;
  readonly state: string;
  readonly started_at: string;
  readonly ended_at: string | null;
  readonly exit_code: number | null;
  readonly error: string | null;
}

/** The finished warehouse. */
export interface WarehouseStatus {
  readonly as_of_date: string;
  readonly built_at: string;
  readonly failed_checks: readonly CheckStatus[];
  /** What the alerts of the settings found, in their order. */
  readonly alerts: readonly Alert[];
}

/** A check that found rows, and the question its header asks. */
export interface CheckStatus {
  readonly name: string;
  readonly severity: string;
  readonly state: string;
  readonly rows: number;
  readonly question: string;
}

/** A file that is held or was refused. */
export interface RefusedFile {
  readonly file_id: number;
  readonly source: string;
  readonly name: string;
  readonly state: string;
  readonly error: string | null;
  /** A file of this name lies in the inbox still: each run looks at it again. */
  readonly is_in_inbox: boolean;
}

/** A loaded file whose total is another than that of its rows. */
export interface WarnedFile {
  readonly file_id: number;
  readonly source: string;
  readonly name: string;
  readonly warning: string;
}

/** A release of the site that is kept. */
export interface ReleaseStatus {
  readonly release: string;
  readonly is_current: boolean;
  readonly as_of_date: string;
  readonly published_at: string;
}

/** A line of the schedule and its next moment. */
export interface ScheduleStatus {
  readonly name: string;
  readonly cron: string;
  readonly next_at: string | null;
}

/** Reads how things are, without taking the lock and without waiting for a run that holds it. */
export async function readStatus(settings: Settings, effects: Pick<Effects, "now">): Promise<Status> {
  requireSchedules(settings);
  const now = effects.now();
  const told = await readTold(settings);
  return {
    holder: findHolder(settings) ?? null,
    told_by: told.by,
    runs: told.runs,
    warehouse: (await readWarehouse(settings, describeWarehouse)) ?? null,
    mail_failure: readMailFailure(settings),
    feeds: await listFeeds(settings, told.loads, now),
    unmatched_files: await listUnmatched(settings),
    refused_files: told.refused.map((file) => ({ ...file, is_in_inbox: isInInbox(settings, file) })),
    warned_files: told.warned,
    releases: await describeReleases(settings),
    schedules: settings.schedule.map((schedule) => ({
      name: schedule.name,
      cron: schedule.cron,
      next_at: findNextSlot(schedule, settings.time_zone, now)?.toISOString() ?? null,
    })),
  };
}

/** A file of mails that cannot be read is a failure of mails, and hides nothing else. */
function readMailFailure({ paths }: Settings): Status["mail_failure"] {
  try {
    return readMailed(paths.alertsTold).failure;
  } catch (error) {
    return { at: "", message: `${paths.alertsTold}: ${messageOf(error)}`, mails: 0 };
  }
}

/** Reads how fresh each feed is, and the counts of its loads, through a connection to a ledger or its copy. */
export async function readFeeds(connection: Connection, settings: Settings, now: Date): Promise<readonly FeedStatus[]> {
  return listFeeds(settings, (await readFiles(connection)).loads, now);
}

interface Told {
  readonly by: Status["told_by"];
  readonly runs: readonly RunStatus[];
  readonly loads: readonly Load[];
  readonly refused: readonly Omit<RefusedFile, "is_in_inbox">[];
  readonly warned: readonly WarnedFile[];
}

const nothing: Told = { by: "nothing", runs: [], loads: [], refused: [], warned: [] };

async function readTold(settings: Settings): Promise<Told> {
  try {
    const told = await readLedger(settings, async (connection) => ({
      by: "ledger" as const,
      runs: await readRuns(connection),
      ...(await readFiles(connection)),
    }));
    return told ?? nothing;
  } catch (error) {
    if (!(error instanceof OperatorError && error.exitCode === exitCodes.locked)) throw error;
    const told = await readWarehouse(settings, async (connection) => ({
      by: "warehouse" as const,
      runs: [],
      ...(await readFiles(connection)),
    }));
    return told ?? nothing;
  }
}

async function readRuns(connection: Connection): Promise<readonly RunStatus[]> {
  return createLedger(connection)
    .selectFrom("meta.runs")
    .select(["run_id", "command", "trigger", "state", "exit_code", "error"])
    .select([isoText<string>("started_at").as("started_at"), isoText("ended_at").as("ended_at")])
    .where("state", "<>", "skipped")
    .orderBy("run_id", "desc")
    .limit(5)
    .execute();
}

/** Reads a ledger, or the copy of it in a finished warehouse. */
async function readFiles(connection: Connection): Promise<Pick<Told, "loads" | "refused" | "warned">> {
  const ledger = createLedger(connection);
  const sum = (column: "rows_read" | "rows_accepted" | "rows_rejected") =>
    sql<number>`cast(sum(${sql.ref(column)}) as bigint)`.as(column);
  const loads = await ledger
    .selectFrom("meta.files")
    .select(["source", "feed", isoText<string>("max(loaded_at)").as("loaded_at")])
    .select(({ fn }) => fn.countAll<number>().as("files"))
    .select([sum("rows_read"), sum("rows_accepted"), sum("rows_rejected")])
    .where("state", "=", "committed")
    .groupBy(["source", "feed"])
    .orderBy("source")
    .orderBy("feed")
    .execute();
  const stopped = (is: "=" | "<>") =>
    ledger
      .selectFrom("meta.files")
      .select(["file_id", "source", "name", "state", "error"])
      .where("state", "<>", "committed")
      .where("state", is, "held")
      .orderBy("file_id", "desc");
  const held = await stopped("=").execute();
  const refused = [...held, ...(await stopped("<>").limit(20).execute())].sort(
    (one, other) => other.file_id - one.file_id,
  );
  const warned = await ledger
    .selectFrom("meta.files")
    .select(["file_id", "source", "name"])
    .select(sql<string>`warning`.as("warning"))
    .where("state", "=", "committed")
    .where("warning", "is not", null)
    .orderBy("file_id", "desc")
    .limit(20)
    .execute();
  return { loads, refused, warned };
}

/** Writes a timestamp as ISO 8601 text in UTC. */
function isoText<Text extends string | null = string | null>(expression: string): RawBuilder<Text> {
  return sql<Text>`strftime(${sql.raw(expression)}, '%Y-%m-%dT%H:%M:%S.%gZ')`;
}

async function readWarehouse<T>(
  settings: Settings,
  job: (connection: Connection) => Promise<T>,
): Promise<T | undefined> {
  if (!existsSync(settings.paths.crm)) return undefined;
  return withConnection({ attach: [{ path: settings.paths.crm, as: "crm", mode: "read" }], threads: 1 }, job);
}

async function describeWarehouse(connection: Connection): Promise<WarehouseStatus | undefined> {
  const warehouse = createKysely(connection);
  const run = await warehouse
    .selectFrom("meta.run")
    .select(["as_of_date", isoText<string>("built_at").as("built_at")])
    .executeTakeFirst();
  const checks = await warehouse
    .selectFrom("meta.checks")
    .select(["name", "severity", "state", "rows", "question"])
    .where("state", "<>", "passed")
    .orderBy("severity")
    .orderBy("name")
    .execute();
  return run === undefined ? undefined : { ...run, failed_checks: checks, alerts: await listAlerts(connection) };
}

async function listUnmatched({ paths }: Settings): Promise<readonly UnmatchedFile[]> {
  return existsSync(paths.sources) ? findUnmatched(paths.inbox, await readSources(paths.sources)) : [];
}

/** Of an archive's file, the archive. */
function isInInbox({ paths }: Settings, { source, name }: Pick<RefusedFile, "source" | "name">): boolean {
  const path = join(paths.inbox, source, name);
  return existsSync(path) || (/\.(?:zip|gz)$/i.test(dirname(path)) && existsSync(dirname(path)));
}

async function describeReleases(settings: Settings): Promise<readonly ReleaseStatus[]> {
  const current = await findCurrentId(settings.paths.site);
  return (await listReleases(settings.paths.site)).map(({ id, manifest }) => ({
    release: id,
    is_current: id === current,
    as_of_date: manifest.as_of_date,
    published_at: manifest.published_at,
  }));
}
