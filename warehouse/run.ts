import type { IngestReport } from "../ingest/ingest.ts";
import type { Alert } from "./alerts/alerts.ts";
import type { MailReport } from "./alerts/notify.ts";
import type { BuildOptions, BuildReport } from "./build/build.ts";
import type { Effects } from "./effects.ts";
import { type ExitCode, exitCodes, formatError, OperatorError } from "./errors.ts";
import { tellOrphans } from "./feeds.ts";
import type { PrintReport } from "./print/print.ts";
import type { PublishReport } from "./publish/publish.ts";
import type { Release } from "./publish/release.ts";
import { ingestWitnessed, requireWitness } from "./recover.ts";
import { type RunRequest, withLedger, withRun } from "./runs.ts";
import type { Settings } from "./settings.ts";
import { readFeeds } from "./status.ts";
import type { Entry } from "./witness.ts";

/** How a run was asked for. */
export type Asked = Pick<RunRequest, "trigger" | "slot">;

/** Which sources and which state of the company a run takes. */
export interface RunOptions extends Pick<BuildOptions, "asOf" | "knownBy" | "force"> {
  /** Sources to ingest; default: all. */
  readonly sources?: readonly string[];
}

/** What a run of the whole road did. */
export interface RunReport {
  readonly runId: string;
  readonly exitCode: ExitCode;
  /** Acknowledged loads the database had lost and that were loaded again. */
  readonly reloaded: readonly Entry[];
  readonly ingest: IngestReport;
  readonly build: BuildReport;
  readonly publish: PublishReport;
  /** Pages printed as PDF, when the settings ask for them and the site is new. */
  readonly printed: readonly PrintReport[];
  /** What the alerts of the settings found. */
  readonly alerts: readonly Alert[];
  /** What was mailed; null where the settings name no readers, or the run is of a past day. */
  readonly mail: MailReport | null;
}

const cli: Asked = { trigger: "cli" };

/**
 * Takes the whole road as one recorded run: ingest, build with its checks, publish; each does only what changed.
 * @throws OperatorError with the exit code of the step that failed; what was finished before it is kept.
 */
export async function run(
  settings: Settings,
  options: RunOptions,
  effects: Effects,
  asked: Asked = cli,
): Promise<RunReport> {
  return withRun(settings, { command: "run", mayCreate: true, ...asked }, effects, async (runId) => {
    const { reloaded, report: ingested } = await ingestWitnessed(settings, options.sources, runId, effects);
    effects.signal.throwIfAborted();
    const { build } = await import("./build/build.ts");
    const { sources: _sources, ...buildOptions } = options;
    const built = await build(settings, buildOptions, effects);
    effects.signal.throwIfAborted();
    const { publish } = await import("./publish/publish.ts");
    const published = await publish(settings, options.force === true ? { force: true } : {}, effects);
    const printed = await printAsked(settings, published, effects);
    const judged = await judgeSources(settings, ingested, effects);
    const alerts = await tellAlerts(settings, effects);
    const isPast = options.asOf !== undefined || options.knownBy !== undefined;
    return {
      runId,
      exitCode: judged === exitCodes.done ? alerts.exitCode : judged,
      alerts: alerts.found,
      mail: isPast ? null : await mailAlerts(settings, printed, effects),
      asOfDate: built.asOf,
      reloaded,
      ingest: ingested,
      build: built,
      publish: published,
      printed,
    };
  });
}

/** Prints what the settings ask for of a new release. The site stands already: what cannot be printed is told, and stops nothing. */
async function printAsked(
  settings: Settings,
  published: PublishReport,
  effects: Effects,
): Promise<readonly PrintReport[]> {
  if (settings.site.pdf.length === 0 || published.state === "unchanged") return [];
  const { printPages } = await import("./print/print.ts");
  const requests = settings.site.pdf.map(({ page, audience, language, filters }) => ({
    page,
    audience,
    locale: language,
    query: filters,
  }));
  return printPages(settings, requests, effects).catch((error: unknown) => {
    if (!(error instanceof OperatorError)) throw error;
    effects.log.warn(`pages were not printed: ${formatError(error)}`);
    return [];
  });
}

/** Tells which alerts are past their limit or without a figure, and with what exit code a run ends for it. */
async function tellAlerts(
  settings: Settings,
  effects: Effects,
): Promise<{ readonly found: readonly Alert[]; readonly exitCode: ExitCode }> {
  if (settings.alerts.length === 0) return { found: [], exitCode: exitCodes.done };
  const { isCritical, readAlerts, summarizeAlerts } = await import("./alerts/alerts.ts");
  const found = await readAlerts(settings);
  const summary = summarizeAlerts(found);
  if (summary !== undefined) effects.log.warn(`alerts: ${summary}`);
  return { found, exitCode: isCritical(found) ? exitCodes.alert : exitCodes.done };
}

async function mailAlerts(
  settings: Settings,
  printed: readonly PrintReport[],
  effects: Effects,
): Promise<MailReport | null> {
  if (settings.mail === undefined) return null;
  const { notify } = await import("./alerts/notify.ts");
  // Pages are printed in the order the settings ask for them.
  const files = printed.map(({ file }, index) => ({ file, audience: settings.site.pdf[index]?.audience }));
  return notify(settings, files, effects);
}

/** Ingests as a recorded run. @throws OperatorError. */
export async function ingestOnly(settings: Settings, options: Pick<RunOptions, "sources">, effects: Effects) {
  return withRun(settings, { command: "ingest", mayCreate: true, ...cli }, effects, async (runId) => {
    const { reloaded, report } = await ingestWitnessed(settings, options.sources, runId, effects);
    return { exitCode: await judgeSources(settings, report, effects), reloaded, report };
  });
}

/** Builds as a recorded run. @throws OperatorError exit 6 when the database lost acknowledged loads. */
export async function buildOnly(settings: Settings, options: BuildOptions, effects: Effects) {
  return withRun(settings, { command: "build", mayCreate: false, ...cli }, effects, async () => {
    await requireWitness(settings);
    const { build } = await import("./build/build.ts");
    const report = await build(settings, options, effects);
    return { exitCode: exitCodes.done, asOfDate: report.asOf, report };
  });
}

/** Checks the finished warehouse as a recorded run. */
export async function checkOnly(settings: Settings, effects: Effects) {
  return withRun(settings, { command: "check", mayCreate: false, ...cli }, effects, async () => {
    const { check } = await import("./build/check.ts");
    const report = await check(settings, {}, effects);
    const alerts = await tellAlerts(settings, effects);
    const exitCode = report.state === "failed" ? exitCodes.checkFailed : alerts.exitCode;
    return { exitCode, report: { ...report, alerts: alerts.found } };
  });
}

/** Publishes as a recorded run. @throws OperatorError exit 6 when the database lost acknowledged loads. */
export async function publishOnly(settings: Settings, options: { readonly force: boolean }, effects: Effects) {
  return withRun(settings, { command: "publish", mayCreate: false, ...cli }, effects, async () => {
    await requireWitness(settings);
    const { publish } = await import("./publish/publish.ts");
    return { exitCode: exitCodes.done, report: await publish(settings, options, effects) };
  });
}

/** Points the site at an older release, as a recorded run. @throws OperatorError exit 2 when there is none. */
export async function rollbackOnly(
  settings: Settings,
  options: { readonly to?: string },
  effects: Effects,
): Promise<Release> {
  const { release } = await withRun(settings, { command: "rollback", mayCreate: false, ...cli }, effects, async () => {
    const { rollback } = await import("./publish/publish.ts");
    return { exitCode: exitCodes.done, release: await rollback(settings, options) };
  });
  return release;
}

/**
 * Says how the sources stand after a run. Files that were refused or wait for a person, and feeds older than their limit,
 * are told and make it 5; rows set aside alone leave it 0.
 */
async function judgeSources(settings: Settings, report: IngestReport, effects: Effects): Promise<ExitCode> {
  const refused = report.files.filter(({ state }) => state === "rejected" || state === "held");
  if (refused.length > 0)
    effects.log.warn(
      `files that were not loaded: ${refused.map(({ source, name }) => `${source}/${name}`).join(", ")}`,
    );
  const feeds = await withLedger(settings, "create", (connection) => readFeeds(connection, settings, effects.now()));
  const orphans = tellOrphans(feeds);
  if (orphans !== undefined) effects.log.warn(orphans);
  const stale = feeds
    .filter(({ freshness }) => freshness === "stale")
    .map(({ source, feed, age_hours }) => `${source}/${feed} (${age_hours} hours)`);
  if (stale.length > 0) effects.log.warn(`stale: ${stale.join(", ")}`);
  return refused.length > 0 || stale.length > 0 ? exitCodes.stale : exitCodes.done;
}
