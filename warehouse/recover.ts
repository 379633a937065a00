import { existsSync } from "node:fs";
import type { GivenFile, IngestReport } from "../ingest/ingest.ts";
import { landingPath } from "../ingest/landing.ts";
import type { Effects } from "./effects.ts";
import { findRebuild } from "./ledger/history.ts";
import { withLedger } from "./runs.ts";
import type { Settings } from "./settings.ts";
import {
  compareWitness,
  describeLost,
  type Entry,
  openJournal,
  readCommitted,
  readJournal,
  requireReloaded,
  requireUnaltered,
  requireWhole,
  settleJournal,
  type Testimony,
} from "./witness.ts";

/** Loads what the database lost, then what is new; every commit is written to the journal. */
export async function ingestWitnessed(
  settings: Settings,
  sources: readonly string[] | undefined,
  runId: string,
  effects: Effects,
): Promise<{ readonly reloaded: readonly Entry[]; readonly report: IngestReport }> {
  const { ingest } = await import("../ingest/ingest.ts");
  const { lost } = await recoverJournal(settings, effects);
  const onCommit = openJournal(settings);
  if (lost.length > 0) {
    effects.log.warn(`${describeLost(lost)}; loading again from data/landing`);
    const files = lost.filter(({ kind }) => kind !== "replay").map((entry) => landedFile(settings, entry));
    await ingest(settings, { files, onCommit, runId }, effects);
    await settleLost(settings, lost, effects);
  }
  const report = await ingest(settings, { ...(sources === undefined ? {} : { sources }), onCommit, runId }, effects);
  return { reloaded: lost, report };
}

/**
 * Holds what was loaded again against what was lost. Rows that a lost replay had taken up are set aside again with the file
 * they belong to: the journal goes on from that file, and the loss is told.
 */
async function settleLost(settings: Settings, lost: readonly Entry[], effects: Effects): Promise<void> {
  const held = await withLedger(settings, "create", readCommitted);
  requireReloaded(settings, lost, held);
  const replays = compareWitness(readJournal(settings), held).lost.filter(({ kind }) => kind === "replay");
  if (replays.length === 0) return;
  const append = openJournal(settings);
  for (const file of held) if (replays.some((replay) => isSameFile(replay, file))) append(file);
  effects.log.warn(`lost replays: ${replays.length}; the rows are set aside again: run \`karavan replay\``);
}

function isSameFile(one: Pick<Entry, "source" | "feed" | "sha256">, other: typeof one): boolean {
  return one.source === other.source && one.feed === other.feed && one.sha256 === other.sha256;
}

/** A lost load keeps its number and its moment; what replays took up is read with the file they belong to. */
function landedFile(settings: Settings, { source, feed, name, sha256, file_id, loaded_at }: Entry): GivenFile {
  const witnessed = { fileId: file_id, loadedAt: loaded_at };
  return { path: landingPath(settings.paths.landing, sha256), source, feed, name, witnessed };
}

/** Compares journal and database, and writes down the loads whose entry a kill prevented. */
export async function recoverJournal(settings: Settings, effects: Effects): Promise<Testimony> {
  const testimony = await compareAll(settings);
  requireUnaltered(settings, testimony);
  if (testimony.unheard.length > 0) {
    const append = openJournal(settings);
    for (const file of testimony.unheard) append(file);
    effects.log.info(`loads without an entry in the journal, added now: ${testimony.unheard.length}`);
  }
  return testimony;
}

/**
 * Holds the database to what was acknowledged, before numbers are built from it.
 * @throws OperatorError exit 6 when it lost loads, or holds others.
 */
export async function requireWitness(settings: Settings): Promise<void> {
  if (existsSync(settings.paths.raw) || existsSync(settings.paths.journal))
    requireWhole(settings, await compareAll(settings));
}

/** Compares journal and database; the journal of a rebuild that a kill interrupted is settled first. */
async function compareAll(settings: Settings): Promise<Testimony> {
  const { rebuildId, committed } = await withLedger(settings, "create", async (connection) => ({
    rebuildId: await findRebuild(connection),
    committed: await readCommitted(connection),
  }));
  settleJournal(settings, rebuildId);
  return compareWitness(readJournal(settings), committed);
}
