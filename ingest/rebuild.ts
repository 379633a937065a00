import type { Connection } from "../warehouse/connection.ts";
import type { Effects } from "../warehouse/effects.ts";
import { exitCodes, OperatorError } from "../warehouse/errors.ts";
import { type Checksum, checksumRaw, readHistory, recordRebuild } from "../warehouse/ledger/history.ts";
import type { KnownLoad, Slot } from "../warehouse/ledger/loads.ts";
import { type Reading, readReadings } from "../warehouse/ledger/readings.ts";
import { ledgerTables } from "../warehouse/ledger/schema.ts";
import type { FilesTable } from "../warehouse/ledger/tables.ts";
import type { Settings } from "../warehouse/settings.ts";
import { quoteName, quoteRelation, quoteText } from "../warehouse/sql.ts";
import { entities } from "./contracts/entities.ts";
import { FileFault } from "./formats/reader.ts";
import { findLanded, landingPath } from "./landing.ts";
import { loadFile } from "./load.ts";
import { findReading } from "./reading.ts";
import { readFamily } from "./rerun.ts";
import { readSources, type Source } from "./source.ts";
import { rawFile, type Workshop, withWorkshop } from "./workshop.ts";

/** How the past is played again. */
export interface RebuildOptions {
  /** Name of the rebuild, kept in the new file. */
  readonly rebuildId: string;
  /** Where the new file is made; it must not exist. */
  readonly target: string;
  /** Loads that are read under the source files of today; all others as they were read. `all`: every one. */
  readonly present: ReadonlySet<number> | "all";
  /** Sources, or `source/feed`, whose loads are left out: nothing they told stays. */
  readonly without?: readonly string[];
}

/** How the new file differs from the one before. */
export interface RebuildReport {
  readonly loads: number;
  /** Raw tables whose content is another than before. */
  readonly changed: readonly { readonly relation: string; readonly rows_before: number; readonly rows_after: number }[];
  /** Loads whose counts are other than before, by number. */
  readonly recounted: readonly number[];
  /** All loads of the new file, for the journal. */
  readonly history: readonly FilesTable[];
}

/**
 * Plays the history again into a new file beside raw.duckdb: every committed load from its landed bytes, in its order, with
 * its number and its moment. Entities in which nothing is read otherwise are copied. raw.duckdb is only read.
 * Loads that are left out are as if they had never been; their bytes stay in the landing folder.
 * Replays of a load that is read under the source files of today fall away: it takes up their rows itself.
 * @throws OperatorError exit 6 when bytes are missing from the landing folder, 2 when a file cannot be read as its source
 * says now, or nothing was loaded of what is left out; the new file is then worthless.
 */
export async function rebuildRaw(
  settings: Settings,
  options: RebuildOptions,
  effects: Effects,
): Promise<RebuildReport> {
  const attach = [
    { path: options.target, as: "store", mode: "create" as const },
    { ...rawFile(settings), as: "old", mode: "read" as const },
  ];
  return withWorkshop(settings, attach, effects, async (workshop) => {
    const { connection } = workshop;
    const old = await readOld(connection);
    const { history, readings } = await inOld(connection, async () => ({
      history: await readHistory(connection),
      readings: await readReadings(connection),
    }));
    requireKnown(history, options);
    const sources = await readSources(settings.paths.sources);
    const plan = planRebuild(settings, sources, history, readings, options);
    requireLanded(settings, plan);
    await copyOld(workshop, old, plan, options);
    await playAgain(settings, workshop, plan, effects);
    await recordRebuild(connection, options.rebuildId, stamp(effects.now()));
    const after = await readHistory(connection);
    return {
      loads: plan.length,
      changed: compare(await checksumRaw(connection, "old"), await checksumRaw(connection, "store")),
      recounted: findRecounted(history, after),
      history: after,
    };
  });
}

/** One load, and how it gets into the new file. */
interface Step {
  readonly file: FilesTable;
  /** Undefined: its rows are copied. */
  readonly reading: Reading | undefined;
}

function planRebuild(
  settings: Settings,
  sources: readonly Source[],
  history: readonly FilesTable[],
  readings: ReadonlyMap<string, Reading>,
  { present, without }: RebuildOptions,
): readonly Step[] {
  const isPresent = (fileId: number) => present === "all" || present.has(fileId);
  const changed = history.filter((file) => isPresent(file.file_id) || isLeftOut(file, without));
  const affected = new Set(changed.map(({ entity }) => entity));
  const isWhole = present === "all" || (present.size === 0 && without === undefined);
  return history
    .filter((file) => !isLeftOut(file, without))
    .filter(({ kind, of_file_id }) => !(kind === "replay" && of_file_id !== null && isPresent(of_file_id)))
    .map((file) => {
      if (!isWhole && !affected.has(file.entity)) return { file, reading: undefined };
      const stored = file.reading_hash === null ? undefined : readings.get(file.reading_hash);
      const reading = isPresent(file.file_id) ? findReading(settings, sources, file) : stored;
      return { file, reading: reading ?? requireReading(settings, findReading(settings, sources, file), file) };
    });
}

function isLeftOut({ source, feed }: Pick<FilesTable, "source" | "feed">, without: RebuildOptions["without"]): boolean {
  return without?.some((name) => name === source || name === `${source}/${feed}`) === true;
}

/** @throws OperatorError exit 2 for a name no load has. */
function requireKnown(history: readonly FilesTable[], { without }: RebuildOptions): void {
  const unknown = without?.find((name) => !history.some((file) => isLeftOut(file, [name])));
  if (unknown === undefined) return;
  const known = [...new Set(history.map(({ source, feed }) => `${source}/${feed}`))];
  throw new OperatorError(`nothing was ever loaded of ${unknown}`, {
    exitCode: exitCodes.usage,
    place: { path: "--without" },
    remedy: `Name a source, or a feed of it: ${known.join(", ")}. Nothing was changed.`,
  });
}

/** A load of before readings were kept is read as its source says now, if the contract is still the same. */
function requireReading(settings: Settings, reading: Reading | undefined, file: FilesTable): Reading {
  if (reading?.contractHash === file.contract_hash) return reading;
  throw new OperatorError(
    `how file ${file.file_id} (${file.source}/${file.name}) was read is not known: ${
      reading === undefined ? `no source file describes feed ${file.feed}` : "its source file was changed since"
    }`,
    {
      exitCode: exitCodes.usage,
      place: { file: settings.paths.sources },
      remedy: `Describe the feed again${reading === undefined ? "" : ", or rebuild with --contracts present"}. Nothing was changed.`,
    },
  );
}

function requireLanded(settings: Settings, plan: readonly Step[]): void {
  const missing = plan.filter(
    ({ file, reading }) =>
      reading !== undefined && findLanded(settings.paths.landing, file.sha256, file.bytes) === undefined,
  );
  const [first] = missing;
  if (first === undefined) return;
  const { source, name, sha256 } = first.file;
  throw new OperatorError(
    `the bytes of ${missing.length} loads are not in the landing folder, such as those of ${source}/${name}`,
    {
      exitCode: exitCodes.storage,
      place: { file: landingPath(settings.paths.landing, sha256) },
      remedy: "Restore data/landing from a backup and try again. Nothing was changed.",
    },
  );
}

async function playAgain(
  settings: Settings,
  workshop: Workshop,
  plan: readonly Step[],
  effects: Effects,
): Promise<void> {
  for (const [index, { file, reading }] of plan.entries()) {
    effects.signal.throwIfAborted();
    effects.log.progress({ room: "rebuild", name: file.name, done: index, total: plan.length, unit: "files" });
    if (reading !== undefined) await playLoad(settings, workshop, file, reading, effects);
  }
}

async function playLoad(
  settings: Settings,
  workshop: Workshop,
  file: FilesTable,
  reading: Reading,
  effects: Effects,
): Promise<void> {
  const { connection, loads, work, sandbox, small } = workshop;
  const of = file.of_file_id === null ? undefined : loads.find(file.of_file_id);
  const slot: Slot = { fileId: file.file_id, isRetry: false, loadedAt: file.loaded_at };
  const orderedAt = file.ordered_at === file.loaded_at ? undefined : file.ordered_at;
  try {
    await loadFile(connection, {
      ...reading,
      loads,
      landed: landedOf(settings, file),
      name: file.name,
      modified: new Date(`${file.modified_at.replace(" ", "T")}Z`),
      standing: { kind: file.kind, of, orderedAt },
      ...(await chosenOf(connection, file, of)),
      slot,
      runId: file.run_id,
      work,
      sandbox,
      small,
      now: effects.now,
      signal: effects.signal,
    });
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    throw new OperatorError(error.message, {
      exitCode: exitCodes.usage,
      place: { file: `${file.source}/${file.name}`, ...(error.line === undefined ? {} : { line: error.line }) },
      remedy: `${error.remedy} Nothing was changed: raw.duckdb is as it was.`,
      cause: error,
    });
  }
}

function landedOf({ paths }: Settings, { sha256, bytes }: FilesTable) {
  return { path: landingPath(paths.landing, sha256), sha256, bytes };
}

async function chosenOf(connection: Connection, file: FilesTable, of: KnownLoad | undefined) {
  if (file.kind !== "replay" || of === undefined) return {};
  return { chosen: { root: of.file_id, family: await readFamily(connection, of.file_id) } };
}

/** Relations and columns of the old file, which may be of an earlier version. */
type Old = ReadonlyMap<string, ReadonlySet<string>>;

async function readOld(connection: Connection): Promise<Old> {
  const rows = await connection.rows<{ relation: string; name: string }>(
    "select schema_name || '.' || table_name as relation, column_name as name from duckdb_columns() where database_name = 'old'",
  );
  const tables = new Map<string, Set<string>>();
  for (const { relation, name } of rows) tables.set(relation, (tables.get(relation) ?? new Set()).add(name));
  return tables;
}

async function inOld<T>(connection: Connection, job: () => Promise<T>): Promise<T> {
  await connection.run("use old");
  try {
    return await job();
  } finally {
    await connection.run("use store");
  }
}

/** Copies what is not played again: runs, what was seen, refused files, and loads of entities in which nothing changes. */
async function copyOld(
  { connection, loads }: Workshop,
  old: Old,
  plan: readonly Step[],
  { without }: RebuildOptions,
): Promise<void> {
  const kept = plan.filter(({ reading }) => reading === undefined).map(({ file }) => file);
  const ids = kept.length === 0 ? "(null)" : `(${kept.map(({ file_id }) => file_id).join(", ")})`;
  const names = `(${["", ...(without ?? [])].map(quoteText).join(", ")})`;
  const refused = `state <> 'committed' and source not in ${names} and source || '/' || feed not in ${names}`;
  const conditions: Readonly<Record<string, string>> = {
    "meta.files": `(${refused}) or file_id in ${ids}`,
    "meta.remarks": `file_id in ${ids} or file_id in (select file_id from old.meta.files where ${refused})`,
    "meta.seen": `source not in ${names}`,
    "meta.rejects": `file_id in ${ids}`,
    "meta.lines": `file_id in ${ids}`,
  };
  await connection.transaction(async () => {
    for (const relation of Object.keys(ledgerTables))
      await copyTable(connection, old, relation, conditions[relation] ?? "true");
    for (const { relation } of Object.values(entities))
      await copyTable(connection, old, relation, `_file_id in ${ids}`);
  });
  for (const file of kept) loads.add(file);
}

async function copyTable(connection: Connection, old: Old, relation: string, condition: string): Promise<void> {
  const columns = [...(old.get(relation) ?? [])].map(quoteName).join(", ");
  if (columns === "") return;
  const name = quoteRelation(relation);
  await connection.run(`insert into ${name} (${columns}) select ${columns} from old.${name} where ${condition}`);
}

function compare(before: readonly Checksum[], after: readonly Checksum[]): RebuildReport["changed"] {
  return after.flatMap(({ relation, rows, digest }) => {
    const was = before.find((sum) => sum.relation === relation);
    if (was?.digest === digest && was.rows === rows) return [];
    return [{ relation, rows_before: was?.rows ?? 0, rows_after: rows }];
  });
}

const counts = [
  "rows_read",
  "rows_accepted",
  "rows_rejected",
  "rows_skipped",
  "rows_inserted",
  "rows_updated",
  "rows_unchanged",
  "rows_collapsed",
  "rows_stale",
  "rows_closed",
] as const;

function findRecounted(before: readonly FilesTable[], after: readonly FilesTable[]): readonly number[] {
  const held = new Map(after.map((file) => [file.file_id, file]));
  return before
    .filter((file) => counts.some((count) => held.get(file.file_id)?.[count] !== file[count]))
    .map(({ file_id }) => file_id);
}

function stamp(moment: Date): string {
  return moment.toISOString().slice(0, -1).replace("T", " ");
}
