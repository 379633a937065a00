import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Effects } from "../warehouse/effects.ts";
import { exitCodes, OperatorError } from "../warehouse/errors.ts";
import type { Witnessed } from "../warehouse/ledger/loads.ts";
import { readSeen } from "../warehouse/ledger/seen.ts";
import type { FilesTable } from "../warehouse/ledger/tables.ts";
import type { Settings } from "../warehouse/settings.ts";
import { planFiles } from "./containers/plan.ts";
import { findFeeds, isSettled, listFiles, lookAt } from "./discover.ts";
import { readSources, type Source } from "./source.ts";
import { inboxOf, ingestFile, type Road, rememberMember } from "./take-file.ts";
import { findStrays, tellUnmatched } from "./unmatched.ts";
import { rawFile, withWorkshop } from "./workshop.ts";

/**
 * Time between the two looks at an inbox: a file that changes meanwhile is still being written. Files that nobody has touched
 * for seconds need no second look before they are read; one after it every file gets.
 */
const settleMilliseconds = 150;

/** What to load, and whom to tell. */
export interface IngestOptions {
  /** Names of the sources to load; default: all. */
  readonly sources?: readonly string[];
  /** The run of the ledger these loads belong to. */
  readonly runId?: string;
  /** Called right after each commit, before the next file: the witness journal. */
  readonly onCommit?: (load: FilesTable) => void;
  /** Loads files given by path, such as landed ones that the witness misses, instead of the inbox. */
  readonly files?: readonly GivenFile[];
}

/** A file to load that does not stand in an inbox. */
export interface GivenFile {
  readonly path: string;
  readonly source: string;
  /** The name it was known by; feeds are matched against it. */
  readonly name: string;
  /** The one feed it is loaded into; default every feed that its name matches. */
  readonly feed?: string;
  /** The place it had in the ledger before it was lost. */
  readonly witnessed?: Witnessed;
}

/**
 * `committed`: loaded now. `unchanged`: loaded before. `rejected`: refused whole, see `error`. `held`: waits for a person.
 * `changing`: still being written, left for the next run.
 */
export type FileOutcome = "committed" | "unchanged" | "rejected" | "held" | "changing";

/** What became of one file in one feed. */
export interface FileReport {
  readonly source: string;
  readonly feed: string;
  readonly entity: string;
  readonly name: string;
  readonly state: FileOutcome;
  /** The ledger row, for files that have one. */
  readonly file: FilesTable | undefined;
  readonly milliseconds: number;
  readonly error: string | undefined;
}

/** What a run of ingest did. */
export interface IngestReport {
  readonly files: readonly FileReport[];
  /** Files of the inbox that no load takes, as `source/name`: no feed of their source matches, or no source has that name. */
  readonly unmatched: readonly string[];
}

/**
 * Loads what is new in the inboxes into raw.duckdb, file by file, each in a transaction of its own. Call it as the only
 * writer. A file that cannot be loaded does not stop the others.
 * @throws OperatorError exit 2 for an unknown source and for source files that are not valid.
 */
export async function ingest(settings: Settings, options: IngestOptions, effects: Effects): Promise<IngestReport> {
  const sources = await chooseSources(settings, options.sources ?? options.files?.map(({ source }) => source));
  return withWorkshop(settings, [rawFile(settings)], effects, async (workshop) => {
    const seen = await readSeen(workshop.connection);
    const road: Road = { ...workshop, seen, settings, options, effects };
    return options.files === undefined ? ingestInbox(road, sources) : ingestGiven(road, sources, options.files);
  });
}

/**
 * Reads the sources named, all where none is.
 * @throws OperatorError exit 2 for an unknown source and for source files that are not valid.
 */
export async function chooseSources(
  settings: Settings,
  wanted: readonly string[] | undefined,
): Promise<readonly Source[]> {
  const sources = await readSources(settings.paths.sources);
  const unknown = wanted?.find((name) => !sources.some((source) => source.name === name));
  if (unknown !== undefined) {
    throw new OperatorError(`unknown source ${unknown}`, {
      exitCode: exitCodes.usage,
      place: { file: settings.paths.sources },
      remedy: `Known sources: ${sources.map(({ name }) => name).join(", ")}.`,
    });
  }
  return wanted === undefined || wanted.length === 0 ? sources : sources.filter(({ name }) => wanted.includes(name));
}

async function ingestInbox(road: Road, sources: readonly Source[]): Promise<IngestReport> {
  const looks = sources.map((source) => ({ source, files: listFiles(inboxOf(road, source)) }));
  const now = road.effects.now();
  if (looks.some(({ files }) => files.some((file) => !isSettled(file, now)))) await wait(settleMilliseconds);
  const reports: FileReport[] = [];
  const unmatched: string[] = [];
  const present = looks.flatMap(({ source, files }) => files.map(({ name }) => ({ source: source.name, name })));
  let total = looks.reduce((sum, { files }) => sum + files.length, 0);
  let done = 0;
  for (const { source, files } of looks) {
    const unpacked = { work: join(road.work, "unpacked"), signal: road.effects.signal, sandbox: road.sandbox };
    const memory = { seen: road.seen, landing: road.settings.paths.landing, now: road.effects.now };
    const plans = await planFiles(source, files, unpacked, memory);
    total += plans.length - files.length;
    for (const { file, feeds } of plans) {
      if (file.member !== undefined) present.push({ source: source.name, name: file.member.name });
      if (feeds.length > 0) continue;
      unmatched.push(`${source.name}/${file.name}`);
      if (file.member !== undefined) rememberMember(road, source, file.member, "");
    }
    for (const feed of source.feeds) {
      for (const { file, feeds } of plans) {
        if (!feeds.includes(feed)) continue;
        road.effects.signal.throwIfAborted();
        road.effects.log.progress({ room: "ingest", name: file.name, done, total, unit: "files" });
        reports.push(await ingestFile(road, source, feed, feeds, file));
        if (feed === feeds.at(-1)) done += 1;
      }
    }
  }
  await road.seen.save(road.connection, present);
  const strays = road.options.sources === undefined ? findStrays(road.settings.paths.inbox, sources) : [];
  const lost = [...unmatched.map((name) => ({ name, reason: "no feed" as const })), ...strays];
  for (const file of lost) road.effects.log.warn(tellUnmatched(file));
  return { files: reports, unmatched: lost.map(({ name }) => name) };
}

async function ingestGiven(road: Road, sources: readonly Source[], files: readonly GivenFile[]): Promise<IngestReport> {
  const reports: FileReport[] = [];
  const unmatched: string[] = [];
  for (const given of files) {
    const source = sources.find(({ name }) => name === given.source);
    const siblings = source === undefined ? [] : findFeeds(source, given.name);
    const feeds = siblings.filter(({ name }) => given.feed === undefined || given.feed === name);
    const seen = lookAt(given.path, given.path);
    if (source === undefined || feeds.length === 0) unmatched.push(`${given.source}/${given.name}`);
    else
      for (const feed of feeds) {
        const file = {
          path: given.path,
          name: given.name,
          bytes: seen?.bytes ?? 0,
          modified: seen?.modified ?? road.effects.now(),
        };
        reports.push(await ingestFile(road, source, feed, siblings, file, given.witnessed));
      }
  }
  return { files: reports, unmatched };
}
