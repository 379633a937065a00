import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { sql } from "kysely";
import { z } from "zod";
import type { Connection } from "./connection.ts";
import { exitCodes, OperatorError } from "./errors.ts";
import { createLedger } from "./kysely.ts";
import type { FileKind } from "./ledger/tables.ts";
import type { Settings } from "./settings.ts";
import { openLines, readWholeLines, syncFolder, writeSynced } from "./synced.ts";

const entrySchema = z.object({
  seq: z.int(),
  file_id: z.int(),
  source: z.string(),
  feed: z.string(),
  name: z.string(),
  sha256: z.string(),
  contract_hash: z.string(),
  rows: z.int(),
  digest: z.string(),
  /** When the load counted from; absent in entries of before it was kept. */
  loaded_at: z.string().optional(),
  kind: z.enum(["load", "replay", "correction"]).optional(),
});

/** One acknowledged load, as the journal outside the database remembers it. */
export type Entry = z.infer<typeof entrySchema>;

/** What the ledger says of a committed file: a row of meta.files, or the part of it that the journal keeps. */
export type CommittedFile = Omit<Entry, "seq" | "rows" | "digest" | "loaded_at" | "kind"> & {
  readonly loaded_at: string;
  readonly kind: FileKind;
} & Counts;

/** The counts of a load that the digest covers. */
type Counts = Record<(typeof countColumns)[number], number>;

const countColumns = [
  "rows_read",
  "rows_accepted",
  "rows_rejected",
  "rows_inserted",
  "rows_updated",
  "rows_unchanged",
  "rows_collapsed",
  "rows_stale",
  "rows_closed",
] as const;

/** What the comparison of journal and database found. */
export interface Testimony {
  /** Entries of loads the database no longer holds, oldest first. */
  readonly lost: readonly Entry[];
  /** Loads the database holds and the journal does not: the process ended between the commit and the entry. */
  readonly unheard: readonly CommittedFile[];
  /** Loads whose ledger row is not the one that was acknowledged. */
  readonly altered: readonly Entry[];
}

/**
 * Opens the journal for one run and returns what a load calls right after its commit: one line, synced. A write-ahead
 * log that loses its end is shortened silently (reliability.md, fact 6); these lines are what notices.
 */
export function openJournal(settings: Settings): (file: CommittedFile) => void {
  let seq = readJournal(settings).reduce((highest, entry) => Math.max(highest, entry.seq), 0);
  const append = openLines(settings.paths.journal);
  return (file) => {
    seq += 1;
    append(JSON.stringify(toEntry(seq, file)));
  };
}

/** Reads the acknowledged loads, in order. A torn last line, left by a kill, does not count. */
export function readJournal(settings: Settings): readonly Entry[] {
  const { journal } = settings.paths;
  return readWholeLines(journal).map((line, index) => parseEntry(journal, line, index + 1));
}

/**
 * Writes the journal that belongs to a rebuilt database beside the present one, synced. `settleJournal` puts it in place
 * once the database is, or drops it: a kill between the two leaves neither without the other.
 */
export function writeNextJournal(settings: Settings, rebuildId: string, files: readonly CommittedFile[]): void {
  const last = readJournal(settings).reduce((highest, { seq }) => Math.max(highest, seq), 0);
  const lines = files.map((file, index) => `${JSON.stringify(toEntry(last + 1 + index, file))}\n`);
  mkdirSync(dirname(settings.paths.journal), { recursive: true });
  writeSynced(nextJournal(settings, rebuildId), (descriptor) => writeSync(descriptor, lines.join("")));
}

/** Puts the journal of a rebuild in place if the database is its outcome; other unfinished ones are dropped. */
export function settleJournal(settings: Settings, rebuildId: string | undefined): void {
  const { journal } = settings.paths;
  if (!existsSync(dirname(journal))) return;
  for (const name of readdirSync(dirname(journal))) {
    if (!name.startsWith(`${basename(journal)}.next-`)) continue;
    const path = join(dirname(journal), name);
    if (rebuildId !== undefined && path === nextJournal(settings, rebuildId)) renameSync(path, journal);
    else rmSync(path, { force: true });
  }
  syncFolder(dirname(journal));
}

function nextJournal({ paths }: Settings, rebuildId: string): string {
  return `${paths.journal}.next-${rebuildId}`;
}

/** Reads the ledger's committed files through a connection to raw.duckdb. */
export async function readCommitted(connection: Connection): Promise<readonly CommittedFile[]> {
  return createLedger(connection)
    .selectFrom("meta.files")
    .select(["file_id", "source", "feed", "name", "sha256", "contract_hash", "loaded_at", ...countColumns])
    .select(sql<FileKind>`coalesce(kind, 'load')`.as("kind"))
    .where("state", "=", "committed")
    .orderBy("file_id")
    .execute();
}

/** Compares what was acknowledged with what the database holds. */
export function compareWitness(journal: readonly Entry[], committed: readonly CommittedFile[]): Testimony {
  const held = new Map(committed.map((file) => [loadKey(file), file]));
  const heard = new Set(journal.map(loadKey));
  const newest = newestEntries(journal);
  return {
    lost: newest.filter((entry) => !held.has(loadKey(entry))),
    altered: newest.filter((entry) => {
      const file = held.get(loadKey(entry));
      return file !== undefined && file.file_id === entry.file_id && digest(file) !== entry.digest;
    }),
    unheard: committed.filter((file) => !heard.has(loadKey(file))),
  };
}

/**
 * Picks the entries that count: the newest load of the same bytes, since a changed contract loads them again, and the newest
 * replay after it.
 */
function newestEntries(journal: readonly Entry[]): readonly Entry[] {
  const newest = new Map<string, readonly Entry[]>();
  for (const entry of journal) {
    const load = newest.get(bytesKey(entry))?.find(({ kind }) => kind !== "replay");
    newest.set(bytesKey(entry), entry.kind === "replay" && load !== undefined ? [load, entry] : [entry]);
  }
  return [...newest.values()].flat();
}

/**
 * Refuses to go on when the database lost acknowledged loads.
 * @throws OperatorError exit 6.
 */
export function requireWhole(settings: Settings, testimony: Testimony): void {
  const { lost } = testimony;
  requireUnaltered(settings, testimony);
  if (lost.length === 0) return;
  throw new OperatorError(`${describeLost(lost)}; numbers built from it would be too low`, {
    exitCode: exitCodes.storage,
    place: { file: settings.paths.raw },
    remedy: "Run `karavan run` (or `karavan ingest`): what was lost is loaded again from data/landing.",
  });
}

/**
 * Refuses to go on when the counts of an acknowledged load are no longer what they were.
 * @throws OperatorError exit 6.
 */
export function requireUnaltered(settings: Settings, { altered }: Testimony): void {
  const first = altered[0];
  if (first === undefined) return;
  throw new OperatorError(
    `the ledger's entry of file ${first.file_id} (${first.source}/${first.name}) is not the one that was acknowledged`,
    {
      exitCode: exitCodes.storage,
      place: { file: settings.paths.raw },
      remedy:
        "The database was changed from outside or is damaged. Move raw.duckdb (and raw.duckdb.wal) aside and run `karavan run`: everything is loaded again from data/landing.",
    },
  );
}

/**
 * Refuses to go on when a reload did not bring back everything. The bytes of every lost load must be there for its feed;
 * the contract may be another by now.
 * @throws OperatorError exit 6.
 */
export function requireReloaded(settings: Settings, lost: readonly Entry[], held: readonly CommittedFile[]): void {
  const back = new Set(held.map(bytesKey));
  const missing = lost.filter((entry) => !back.has(bytesKey(entry)));
  if (missing.length === 0) return;
  throw new OperatorError(`${describeLost(missing)} and could not be loaded again`, {
    exitCode: exitCodes.storage,
    place: { file: settings.paths.raw },
    remedy:
      "Restore data/landing and the source files they were loaded with from a backup; or, to accept the loss, remove their lines from data/journal.ndjson.",
  });
}

/** Says what was lost: `2 acknowledged files are missing from the database (erp/orders.csv, …)`. */
export function describeLost(lost: readonly Entry[]): string {
  const names = lost.slice(0, 3).map((entry) => `${entry.source}/${entry.name}`);
  const more = lost.length > names.length ? ", …" : "";
  const files = lost.length === 1 ? "1 acknowledged file is" : `${lost.length} acknowledged files are`;
  return `${files} missing from the database (${names.join(", ")}${more})`;
}

/** A load is known by what was loaded under which contract, not by its number: a reload may get another. */
export function loadKey(load: Pick<Entry, "source" | "feed" | "sha256" | "contract_hash">): string {
  return JSON.stringify([load.source, load.feed, load.sha256, load.contract_hash]);
}

function bytesKey(load: Pick<Entry, "source" | "feed" | "sha256">): string {
  return JSON.stringify([load.source, load.feed, load.sha256]);
}

function toEntry(seq: number, file: CommittedFile): Entry {
  const { file_id, source, feed, name, sha256, contract_hash, loaded_at, kind } = file;
  const load = { file_id, source, feed, name, sha256, contract_hash, rows: file.rows_accepted, digest: digest(file) };
  return { seq, ...load, loaded_at, kind };
}

function digest(file: CommittedFile): string {
  const counts = countColumns.map((column) => Number(file[column]));
  return createHash("sha256")
    .update(JSON.stringify([loadKey(file), counts]))
    .digest("hex")
    .slice(0, 32);
}

function parseEntry(path: string, line: string, number: number): Entry {
  try {
    return entrySchema.parse(JSON.parse(line));
  } catch (error) {
    throw new OperatorError("this line of the journal cannot be read", {
      exitCode: exitCodes.storage,
      place: { file: path, line: number },
      remedy:
        "The journal remembers which files were loaded. Restore it from a backup, or remove the line to go on without its witness.",
      cause: error,
    });
  }
}
