import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { readSources, type Source } from "../../ingest/source.ts";
import { type Connection, type Engine, type Table, withConnection, withEngine } from "../connection.ts";
import type { Effects } from "../effects.ts";
import { exitCodes, messageOf, OperatorError } from "../errors.ts";
import { limitsOf } from "../feeds.ts";
import { type Graph, readGraph } from "../graph/graph.ts";
import { matchPattern, selectModels } from "../graph/select.ts";
import type { Settings } from "../settings.ts";
import { quoteRelation } from "../sql.ts";
import { resolveAsOf } from "./as-of.ts";
import { type Assembled, assemble, type BuiltModel } from "./assemble.ts";
import { type CheckResult, describeResult } from "./checks.ts";
import { readClientHistory, writeClientChanges } from "./client-changes.ts";
import type { ClientHistory } from "./client-journal.ts";
import { stopIfAborted } from "./failure.ts";
import { computeFingerprint } from "./fingerprint.ts";
import { resolveKnown } from "./known.ts";
import type { MetaInput, WatchedFeed } from "./meta.ts";
import { writeRun } from "./run.ts";
import { clearWorkPlace, createWorkPlace, swapIn, sweepLeftovers, type WorkPlace } from "./swap.ts";

/** Which state of the company to build, and how. */
export interface BuildOptions {
  /** The day numbers speak of, `YYYY-MM-DD` or `today`; default: `as_of` of the settings. */
  readonly asOf?: string;
  /** Only what was loaded by the end of this day counts; default: by the as-of day, or everything in a backfill. */
  readonly knownBy?: string;
  /** Makes these models and what they need in a throw-away file, and publishes nothing (`warehouse/graph/select.ts`). */
  readonly select?: readonly string[];
  /** Builds even when nothing changed. */
  readonly force?: boolean;
  /** Folder of models; default: `transforms` of the checkout. */
  readonly transforms?: string;
  /** Sources whose freshness is watched; default: those of the settings. */
  readonly sources?: readonly Source[];
}

/** What a build did. */
export interface BuildReport {
  readonly state: "built" | "unchanged" | "selected";
  readonly asOf: string;
  /** The day whose knowledge counts, or null when everything loaded does. */
  readonly knownBy: string | null;
  readonly models: readonly BuiltModel[];
  readonly checks: readonly CheckResult[];
  /** The first rows of each selected model; only with `select`. */
  readonly samples: readonly { readonly relation: string; readonly table: Table }[];
  readonly milliseconds: number;
}

/**
 * Builds crm.duckdb anew from raw.duckdb and puts it in the place of the old one, or changes nothing.
 *
 * The caller holds the lock of the single writer. A new file is made beside the old, contracts and checks are held
 * against it, then it is renamed over the old: readers see one or the other. An unchanged world builds nothing.
 * @throws OperatorError exit 2 for a faulty model, 3 for a broken contract or failed check, 4 and 6 for files in use or
 *   unreadable, 143 when `effects.signal` is aborted; the published file stays as it was in each case.
 */
export async function build(settings: Settings, options: BuildOptions, effects: Effects): Promise<BuildReport> {
  const started = performance.now();
  const asOf = resolveAsOf(options.asOf, settings, effects.now());
  const transforms = options.transforms ?? resolve(settings.home, "transforms");
  const graph = await readGraph(transforms);
  refuseWithoutContract(graph);
  stopIfAborted(effects.signal);
  const swept = sweepLeftovers(settings);
  if (swept.length > 0) effects.log.info(`removed what a killed build left: ${swept.join(", ")}`);
  const feeds = await listWatched(settings, options.sources);
  const plan = await readPlan(settings, { ...options, transforms }, { asOf, feeds }, effects);
  const base = { asOf, knownBy: plan.meta.knownBy, samples: [] };
  const elapsed = () => performance.now() - started;
  if (options.select !== undefined) {
    const selected = await buildSelected(settings, graph, plan.meta, options.select, effects);
    return { ...base, ...selected, state: "selected", milliseconds: elapsed() };
  }
  if (options.force !== true && (await isPublished(settings, plan.fingerprint))) {
    effects.log.step({ room: "build", name: "crm.duckdb", state: "unchanged" });
    return { ...base, state: "unchanged", models: [], checks: [], milliseconds: elapsed() };
  }
  const built = await buildAll(settings, graph, plan, effects);
  return { ...base, ...built, state: "built", milliseconds: elapsed() };
}

interface Plan {
  readonly meta: MetaInput;
  readonly fingerprint: string;
  /** Of the warehouse that is published now. */
  readonly history: ClientHistory | undefined;
}

/** Looks into the raw file: what counts as known, and whether anything changed. */
async function readPlan(
  settings: Settings,
  options: BuildOptions & { readonly transforms: string },
  { asOf, feeds }: Pick<MetaInput, "asOf" | "feeds">,
  effects: Effects,
): Promise<Plan> {
  requireRaw(settings);
  const history = await readClientHistory(settings);
  return withConnection(
    { attach: [{ path: settings.paths.raw, as: "raw_file", mode: "read" }] },
    async (connection) => {
      const known = await resolveKnown(connection, settings, options.knownBy, asOf, effects.log);
      const meta = { settings, asOf, feeds, ...known };
      return { meta, fingerprint: await computeFingerprint(connection, options.transforms, meta), history };
    },
  );
}

/** Builds everything into a new file and swaps it in. */
async function buildAll(
  settings: Settings,
  graph: Graph,
  plan: Plan,
  effects: Effects,
): Promise<Pick<BuildReport, "models" | "checks">> {
  const place = createWorkPlace(settings);
  try {
    const assembled = await withWorkFile(settings, place, async (engine) => {
      const made = await assemble(
        engine,
        { meta: plan.meta, models: graph.models, checks: graph.checks, isPartial: false },
        effects,
      );
      refuseFaults(made);
      return { ...made, keep: await finish(await engine.connect(), made, plan, effects) };
    });
    stopIfAborted(effects.signal);
    assembled.keep(settings.paths.clientJournal);
    await swapIn(place.file, settings.paths.crm);
    return { models: assembled.models, checks: assembled.checks };
  } finally {
    clearWorkPlace(place);
  }
}

/** Makes some models and what they need in a file that is thrown away, and reads their first rows. */
async function buildSelected(
  settings: Settings,
  graph: Graph,
  meta: MetaInput,
  patterns: readonly string[],
  effects: Effects,
): Promise<Pick<BuildReport, "models" | "checks" | "samples">> {
  const models = selectModels(graph, patterns);
  const wanted = [...new Set(patterns.flatMap((pattern) => matchPattern(graph, pattern)))];
  const place = createWorkPlace(settings);
  try {
    return await withWorkFile(settings, place, async (engine) => {
      const made = await assemble(engine, { meta, models, checks: graph.checks, isPartial: true }, effects);
      refuseFaults(made);
      const connection = await engine.connect();
      const samples: { relation: string; table: Table }[] = [];
      for (const relation of wanted) {
        const table = await connection.table(`select * from ${quoteRelation(relation)} limit 10`);
        samples.push({ relation, table });
      }
      return { models: made.models, checks: made.checks, samples };
    });
  } finally {
    clearWorkPlace(place);
  }
}

/**
 * One thread for each lane of models: two that share a statement part its groups and bring them together again, which
 * costs a fifth of all CPU time, and there is nearly always a model for the other lane (DECISIONS 55).
 */
const threadsPerLane = 1;

async function withWorkFile<T>(settings: Settings, place: WorkPlace, job: (engine: Engine) => Promise<T>): Promise<T> {
  return withEngine(
    {
      attach: [
        { path: place.file, as: "crm", mode: "scratch" },
        { path: settings.paths.raw, as: "raw_file", mode: "read" },
      ],
      spillDirectory: place.spill,
      threads: threadsPerLane,
    },
    job,
  );
}

/**
 * Writes the tables about this build, takes the views of raw and staging away and brings everything into the file.
 * @returns what keeps the history of clients in its journal.
 */
async function finish(
  connection: Connection,
  made: Assembled,
  plan: Plan,
  effects: Effects,
): Promise<(path: string) => void> {
  try {
    const builtAt = effects.now();
    await writeRun(connection, { ...made, ...plan, builtAt });
    const hasClients = made.models.some(({ relation }) => relation === "marts.client_sources");
    const { found, keep } = await writeClientChanges(connection, plan.history, {
      builtAt,
      asOf: plan.meta.asOf,
      hasClients,
    });
    if (found.length > 0)
      effects.log.info(`cards whose client is another one now: ${found.length} (meta.client_changes)`);
    for (const schema of ["staging", "raw"]) await connection.run(`drop schema ${schema} cascade`);
    await connection.run("checkpoint");
    return keep;
  } catch (error) {
    throw new OperatorError(`the new warehouse could not be written: ${messageOf(error).split("\n")[0]}`, {
      exitCode: exitCodes.storage,
      remedy: "Look for free disk space and build again; the published warehouse is as it was.",
      cause: error,
    });
  }
}

/** @throws OperatorError exit 3 when a contract is broken or a check of severity `error` found rows. */
function refuseFaults({ violations, checks }: Assembled): void {
  if (violations.length > 0) {
    throw new OperatorError(
      `the built tables break their contracts:\n${bullets(violations.map(({ message }) => message))}`,
      {
        exitCode: exitCodes.checkFailed,
        remedy: "Nothing was published. Mend the models, the contracts or the data, and build again.",
      },
    );
  }
  const failed = checks.filter(({ state }) => state === "failed");
  if (failed.length === 0) return;
  throw new OperatorError(
    `checks failed:\n${bullets(failed.map((check) => `${check.file}: ${describeResult(check)}`))}`,
    {
      exitCode: exitCodes.checkFailed,
      remedy: "Nothing was published. Mend the data or the models, and build again.",
    },
  );
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `  - ${line}`).join("\n");
}

async function isPublished(settings: Settings, fingerprint: string): Promise<boolean> {
  if (!existsSync(settings.paths.crm)) return false;
  try {
    return await withConnection(
      { attach: [{ path: settings.paths.crm, as: "crm", mode: "read" }] },
      async (connection) => {
        const run = await connection.row<{ fingerprint: string }>("select fingerprint from meta.run");
        return run?.fingerprint === fingerprint;
      },
    );
  } catch {
    // A file that cannot be read is replaced: crm.duckdb is disposable.
    return false;
  }
}

function requireRaw({ paths }: Settings): void {
  if (existsSync(paths.raw)) return;
  throw new OperatorError("nothing has been ingested yet", {
    exitCode: exitCodes.usage,
    place: { file: paths.raw },
    remedy: "Put exports into data/inbox/<source>/ and run `karavan ingest`.",
  });
}

function refuseWithoutContract({ models }: Graph): void {
  const bare = models.find(({ schema, contract }) => schema !== "staging" && contract === undefined);
  if (bare === undefined) return;
  throw new OperatorError(`${bare.relation} has no contract`, {
    exitCode: exitCodes.usage,
    place: { file: bare.file },
    remedy: `Write ${bare.file.replace(/\.(sql|ts)$/, ".contract.ts")} and list it in transforms/contracts.ts.`,
  });
}

/** Lists the feeds of all sources with the ages at which they earn a warning and an error: feed, source, default. */
async function listWatched(settings: Settings, given: readonly Source[] | undefined): Promise<readonly WatchedFeed[]> {
  const sources = given ?? (existsSync(settings.paths.sources) ? await readSources(settings.paths.sources) : []);
  return sources.flatMap(({ name, feeds }) =>
    feeds.map((feed) => {
      const { warn_hours, error_hours } = limitsOf(settings, name, feed);
      return {
        source: name,
        feed: feed.name,
        entity: feed.entity,
        warn_hours,
        error_hours,
        expected: !feed.expect.empty,
      };
    }),
  );
}
