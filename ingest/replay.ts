import { sql } from "kysely";
import type { Effects } from "../warehouse/effects.ts";
import { createLedger } from "../warehouse/kysely.ts";
import { hashReading, type Reading } from "../warehouse/ledger/readings.ts";
import type { FilesTable } from "../warehouse/ledger/tables.ts";
import type { Settings } from "../warehouse/settings.ts";
import { FileFault } from "./formats/reader.ts";
import { chooseSources, type GivenFile, ingest } from "./ingest.ts";
import { findLanded, landingPath } from "./landing.ts";
import { loadFile } from "./load.ts";
import { findReading } from "./reading.ts";
import { readFamily } from "./rerun.ts";
import type { Source } from "./source.ts";
import { rawFile, type Workshop, withWorkshop } from "./workshop.ts";

/** What to run again, and whom to tell. */
export interface ReplayOptions {
  /** Names of sources; default: all. */
  readonly sources?: readonly string[];
  /** Runs also what no source file has changed for since it was set aside. */
  readonly force?: boolean;
  readonly runId?: string;
  /** Called right after each commit: the witness journal. */
  readonly onCommit?: (load: FilesTable) => void;
}

/**
 * `replayed`: rows were run again. `unchanged`: its source says what it said then. `failed`: see `error`; nothing changed.
 */
export interface ReplayedFile {
  readonly source: string;
  readonly feed: string;
  readonly name: string;
  /** The load, or the refused file, that was run again. */
  readonly file_id: number;
  readonly state: "replayed" | "unchanged" | "failed";
  /** The ledger row of the replay, or of the file that is loaded now. */
  readonly file: FilesTable | undefined;
  readonly error: string | undefined;
}

/**
 * Runs what is set aside again under the source files of today: rows of committed files from their landed bytes, and files
 * that were refused or held. It counts from the moment the file first came: what later files told of a key stands. What is
 * still wrong stays set aside, under the number of the replay. Call it as the only writer; a second call finds nothing to do.
 * @throws OperatorError exit 2 for an unknown source and for source files that are not valid.
 */
export async function replay(
  settings: Settings,
  options: ReplayOptions,
  effects: Effects,
): Promise<readonly ReplayedFile[]> {
  const sources = await chooseSources(settings, options.sources);
  const job: Job = { settings, sources, options, effects };
  const { rows, refused } = await withWorkshop(settings, [rawFile(settings)], effects, async (workshop) => ({
    rows: await replayRows(job, workshop),
    refused: await findRefused(job, workshop),
  }));
  return [...rows, ...(await loadRefused(job, refused))];
}

interface Job {
  readonly settings: Settings;
  readonly sources: readonly Source[];
  readonly options: ReplayOptions;
  readonly effects: Effects;
}

type Root = Pick<FilesTable, "file_id" | "source" | "feed" | "name" | "sha256" | "bytes" | "modified_at">;

async function replayRows(job: Job, workshop: Workshop): Promise<readonly ReplayedFile[]> {
  const done: ReplayedFile[] = [];
  const roots = await findRoots(job, workshop);
  for (const [index, root] of roots.entries()) {
    job.effects.signal.throwIfAborted();
    job.effects.log.progress({ room: "replay", name: root.name, done: index, total: roots.length, unit: "files" });
    const started = performance.now();
    const replayed = await replayRoot(job, workshop, root);
    tell(job, replayed, Math.round(performance.now() - started));
    done.push(replayed);
  }
  return done;
}

/** Finds the loads that have rows or lines set aside, theirs or their replays', in the order their rows came. */
async function findRoots({ sources }: Job, { connection }: Workshop): Promise<readonly Root[]> {
  const ledger = createLedger(connection);
  const open = ledger.selectFrom("meta.rejects").select("file_id").where("state", "=", "open");
  return ledger
    .selectFrom("meta.files as files")
    .select(["file_id", "source", "feed", "name", "sha256", "bytes", "modified_at"])
    .where("state", "=", "committed")
    .where(sql<string>`coalesce(kind, 'load')`, "<>", "replay")
    .where("source", "in", names(sources))
    .where((files) =>
      files.or([
        files("file_id", "in", open),
        files(
          "file_id",
          "in",
          ledger
            .selectFrom("meta.files as replays")
            .select("replays.of_file_id")
            .where("replays.kind", "=", "replay")
            .where("replays.file_id", "in", open)
            .$castTo<{ of_file_id: number }>(),
        ),
      ]),
    )
    .orderBy("loaded_at")
    .execute();
}

async function replayRoot(job: Job, workshop: Workshop, root: Root): Promise<ReplayedFile> {
  const { settings, sources, options, effects } = job;
  const { connection, loads, work, sandbox } = workshop;
  const outcome = (state: ReplayedFile["state"], rest: Partial<ReplayedFile> = {}): ReplayedFile => {
    const { source, feed, name, file_id } = root;
    return { source, feed, name, file_id, state, file: undefined, error: undefined, ...rest };
  };
  const failed = (error: string) => outcome("failed", { error: `${root.source}/${root.name}: ${error}` });
  const reading = findReading(settings, sources, root);
  if (reading === undefined) return failed(`no source file describes feed ${root.feed} any more. Describe it again.`);
  const family = await readFamily(connection, root.file_id);
  if (!options.force && !(await hasNews(workshop, family, reading))) return outcome("unchanged");
  const landed = findLanded(settings.paths.landing, root.sha256, root.bytes);
  const of = loads.find(root.file_id);
  if (landed === undefined || of === undefined)
    return failed("its bytes are not in data/landing. Restore the folder from a backup, or drop the export in again.");
  try {
    const file = await loadFile(connection, {
      ...reading,
      loads,
      landed,
      name: root.name,
      modified: new Date(`${root.modified_at.replace(" ", "T")}Z`),
      standing: { kind: "replay", of, orderedAt: of.ordered_at },
      chosen: { root: root.file_id, family },
      runId: options.runId ?? null,
      work,
      sandbox,
      now: effects.now,
      signal: effects.signal,
    });
    options.onCommit?.(file);
    return outcome("replayed", { file });
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return failed(`the file cannot be read as its source says now: ${error.message}. ${error.remedy}`);
  }
}

/** Tells whether anything open was set aside under another reading than today's. */
async function hasNews({ connection }: Workshop, family: readonly number[], reading: Reading): Promise<boolean> {
  const found = await createLedger(connection)
    .selectFrom("meta.files as files")
    .innerJoin("meta.rejects as rejects", "rejects.file_id", "files.file_id")
    .select("files.file_id")
    .where("rejects.state", "=", "open")
    .where("files.file_id", "in", [...family])
    .where(sql<string>`coalesce(files.reading_hash, '')`, "<>", hashReading(reading))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

type Refused = Root & { readonly isNews: boolean };

/** Finds files whose bytes are kept and that are refused or held. */
async function findRefused({ settings, sources, options }: Job, { connection }: Workshop): Promise<readonly Refused[]> {
  const found = await createLedger(connection)
    .selectFrom("meta.files")
    .select(["file_id", "source", "feed", "name", "sha256", "bytes", "modified_at", "reading_hash"])
    .where("state", "<>", "committed")
    .where("sha256", "<>", "")
    .where("source", "in", names(sources))
    .orderBy("file_id")
    .execute();
  return found.map(({ reading_hash, ...file }) => {
    const reading = findReading(settings, sources, file);
    const isNews = reading !== undefined && (options.force === true || reading_hash !== hashReading(reading));
    return { ...file, isNews };
  });
}

/** Loads refused files again as ingest would, from their landed bytes; the ledger gives them their first moment. */
async function loadRefused(job: Job, refused: readonly Refused[]): Promise<readonly ReplayedFile[]> {
  const { settings, options, effects } = job;
  const done: ReplayedFile[] = [];
  for (const file of refused) {
    const { source, feed, name, file_id, sha256 } = file;
    if (!file.isNews) {
      done.push({ source, feed, name, file_id, state: "unchanged", file: undefined, error: undefined });
      continue;
    }
    const given: GivenFile = { path: landingPath(settings.paths.landing, sha256), source, feed, name };
    const { runId, onCommit } = options;
    const effectsOf = { ...(runId === undefined ? {} : { runId }), ...(onCommit === undefined ? {} : { onCommit }) };
    const { files } = await ingest(settings, { files: [given], ...effectsOf }, effects);
    const report = files[0];
    const isLoaded = report?.state === "committed" || report?.state === "unchanged";
    const error = isLoaded ? undefined : (report?.error ?? `${source}/${name}: no feed matches this name any more.`);
    done.push({ source, feed, name, file_id, state: isLoaded ? "replayed" : "failed", file: report?.file, error });
  }
  return done;
}

function names(sources: readonly Source[]): string[] {
  return sources.map(({ name }) => name);
}

function tell({ effects }: Job, replayed: ReplayedFile, milliseconds: number): void {
  const { source, name, feed, state, file, error } = replayed;
  const left = file?.rows_rejected ?? 0;
  const states = { replayed: left > 0 ? "warning" : "done", unchanged: "unchanged", failed: "failed" } as const;
  const note = error ?? (left > 0 ? `${left} rows are still set aside` : undefined);
  effects.log.step({
    room: "replay",
    name: `${source}/${name} → ${feed}`,
    state: states[state],
    milliseconds,
    ...(file === undefined ? {} : { rows: file.rows_accepted }),
    ...(note === undefined ? {} : { note }),
  });
}
