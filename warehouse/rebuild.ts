import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type RebuildReport as RawReport, rebuildRaw } from "../ingest/rebuild.ts";
import { swapIn } from "./build/swap.ts";
import type { Effects } from "./effects.ts";
import { type ExitCode, exitCodes, OperatorError } from "./errors.ts";
import { createLedger } from "./kysely.ts";
import type { FilesTable } from "./ledger/tables.ts";
import { recoverJournal } from "./recover.ts";
import { withLedger, withRun } from "./runs.ts";
import type { Settings } from "./settings.ts";
import { requireWhole, settleJournal, writeNextJournal } from "./witness.ts";

/** What a rebuild made of raw.duckdb. */
export interface RebuildReport extends Omit<RawReport, "history"> {
  /** False when nothing was put in place: the tables came out other than they are. */
  readonly isReplaced: boolean;
}

/** How raw.duckdb is made anew. */
export interface RebuildOptions {
  /** `stored`: every file as it was read. `present`: as the source files say today. */
  readonly contracts: "stored" | "present";
  /** Puts the new file in place even where tables came out other than they are. */
  readonly accept?: boolean;
  /** Sources, or `source/feed`, whose loads are left out. */
  readonly without?: readonly string[];
}

/**
 * Makes raw.duckdb anew from the landing folder, as a recorded run: beside the old file, which a kill or a fault leaves as it
 * is, and swapped in when it is whole. As files were read, the tables come out the same or nothing is swapped.
 * @throws OperatorError exit 2, 4 or 6; nothing was changed.
 */
export async function rebuildOnly(settings: Settings, options: RebuildOptions, effects: Effects) {
  return rebuildAs(settings, "rebuild", effects, async (place) => {
    const isPresent = options.contracts === "present";
    const { without } = options;
    const left = without === undefined ? {} : { without };
    const report = await rebuildRaw(settings, { ...place, present: isPresent ? "all" : new Set(), ...left }, effects);
    const isAsked = isPresent || without !== undefined || options.accept === true;
    return { report, isWanted: isAsked || report.changed.length === 0 };
  });
}

/**
 * Reads one file of the ledger again under the source files of today, in the place it has in the history: what it told then
 * falls away. Other loads of its entities are played again as they were, all else is copied.
 * @throws OperatorError exit 2 for an unknown file, or one that can no longer be read; nothing was changed.
 */
export async function reloadOnly(settings: Settings, file: string, effects: Effects) {
  return rebuildAs(settings, "reload", effects, async (place) => {
    const present = await findLoads(settings, file);
    return { report: await rebuildRaw(settings, { ...place, present }, effects), isWanted: true };
  });
}

interface Place {
  readonly rebuildId: string;
  readonly target: string;
}

interface Made {
  readonly report: RawReport;
  readonly isWanted: boolean;
}

async function rebuildAs(
  settings: Settings,
  command: "rebuild" | "reload",
  effects: Effects,
  make: (place: Place) => Promise<Made>,
): Promise<{ readonly exitCode: ExitCode; readonly report: RebuildReport }> {
  requireRaw(settings);
  return withRun(settings, { command, trigger: "cli", mayCreate: false }, effects, async () => {
    requireWhole(settings, await recoverJournal(settings, effects));
    sweep(settings);
    const place = createPlace(settings);
    const started = performance.now();
    try {
      const { report, isWanted } = await make(place);
      effects.signal.throwIfAborted();
      if (isWanted) await putInPlace(settings, place, report.history);
      const { history, ...told } = report;
      tell(effects, command, told, isWanted, Math.round(performance.now() - started));
      const exitCode = isWanted ? exitCodes.done : exitCodes.checkFailed;
      const error = isWanted ? {} : { error: "the tables came out other than they are" };
      return { exitCode, report: { ...told, isReplaced: isWanted }, ...error };
    } finally {
      sweep(settings);
    }
  });
}

/** The database first, then its journal: what a kill leaves between the two is settled at the next start. */
async function putInPlace(settings: Settings, place: Place, history: readonly FilesTable[]): Promise<void> {
  writeNextJournal(settings, place.rebuildId, history);
  await swapIn(place.target, settings.paths.raw);
  settleJournal(settings, place.rebuildId);
}

function requireRaw({ paths }: Settings): void {
  if (existsSync(paths.raw)) return;
  throw new OperatorError("there is no raw.duckdb to make anew", {
    exitCode: exitCodes.storage,
    place: { file: paths.raw },
    remedy: "Run `karavan run`: what data/journal.ndjson remembers is loaded again from data/landing.",
  });
}

async function findLoads(settings: Settings, wanted: string): Promise<ReadonlySet<number>> {
  const loads = await withLedger(settings, "write", (connection) =>
    createLedger(connection)
      .selectFrom("meta.files")
      .select(["file_id", "source", "name", "sha256", "kind", "of_file_id"])
      .where("state", "=", "committed")
      .orderBy("file_id", "desc")
      .execute(),
  );
  const named = loads.find(({ file_id, source, name, kind }) => {
    const isNamed = [`${source}/${name}`, name, name.split("/").at(-1)].includes(wanted);
    return String(file_id) === wanted || (isNamed && kind !== "replay");
  });
  const root = named?.kind === "replay" ? loads.find(({ file_id }) => file_id === named.of_file_id) : named;
  if (root === undefined) {
    throw new OperatorError(`the ledger knows no loaded file ${wanted}`, {
      exitCode: exitCodes.usage,
      place: { path: "reload" },
      remedy:
        "Name it by its number or its name, as `karavan status` and the log write them. Refused files: `karavan replay`.",
    });
  }
  const isSame = ({ source, sha256, name, kind }: typeof root) =>
    source === root.source && sha256 === root.sha256 && name === root.name && kind !== "replay";
  return new Set(loads.filter(isSame).map(({ file_id }) => file_id));
}

const leftover = /^raw-(\d+)-[0-9a-f]+\.duckdb(?:\.wal)?$/;

function createPlace({ paths }: Settings): Place {
  mkdirSync(paths.work, { recursive: true });
  const rebuildId = `${process.pid}-${randomBytes(6).toString("hex")}`;
  return { rebuildId, target: join(paths.work, `raw-${rebuildId}.duckdb`) };
}

/** Removes what this or a killed rebuild left half-made. Call it as the only writer. */
function sweep({ paths }: Settings): void {
  if (!existsSync(paths.work)) return;
  for (const name of readdirSync(paths.work)) if (leftover.test(name)) rmSync(join(paths.work, name), { force: true });
}

function tell(
  { log }: Effects,
  command: string,
  { loads, changed, recounted }: Omit<RawReport, "history">,
  isReplaced: boolean,
  milliseconds: number,
): void {
  for (const { relation, rows_before, rows_after } of changed)
    log.info(`${command} ${relation}: ${rows_before} rows before, ${rows_after} after, or rows of other values`);
  const note = isReplaced
    ? changed.length === 0
      ? "all tables as before"
      : `${changed.length} ${changed.length === 1 ? "table" : "tables"} changed; run \`karavan run\` to publish them`
    : `nothing was put in place: ${changed.length} tables came out other than they are (${recounted.length} loads count otherwise)`;
  log.step({
    room: command,
    name: `raw.duckdb from ${loads} ${loads === 1 ? "load" : "loads"}`,
    state: isReplaced ? "done" : "failed",
    milliseconds,
    note,
  });
}
