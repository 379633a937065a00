import { basename } from "node:path";
import { sql } from "kysely";
import type { Connection } from "../connection.ts";
import { createLedger } from "../kysely.ts";
import type { FileKind, FilesTable } from "./tables.ts";

/** What identifies a load: the same bytes under the same contract are never loaded twice. */
export type LoadKey = Pick<FilesTable, "source" | "feed" | "sha256" | "contract_hash">;

/** The place of a load in the ledger. */
export interface Slot {
  readonly fileId: number;
  /** The number was that of an attempt which was not committed: what it wrote to the ledger goes. */
  readonly isRetry: boolean;
  /** UTC, as DuckDB writes a timestamp. */
  readonly loadedAt: string;
}

/** What a load is to loads before it, and whose truth it tells. */
export interface Standing {
  readonly kind: FileKind;
  /** The load whose rows are taken up again, mended, or read under another contract. */
  readonly of: KnownLoad | undefined;
  /** The moment whose truth the rows tell; undefined: now. */
  readonly orderedAt: string | undefined;
}

/** A committed load as later loads see it. */
export type KnownLoad = LoadKey &
  Pick<FilesTable, "file_id" | "name" | "state" | "entity" | "kind" | "of_file_id" | "ordered_at" | "rows_unchanged"> &
  Pick<FilesTable, "reading_hash">;

/** The loads of the ledger, read once by its only writer and kept in step with its commits. */
export interface Loads {
  /**
   * Tells whether a file would change nothing: its bytes are what was last loaded under its name, or were loaded under
   * another name.
   *
   * A file that returns to earlier bytes under its own name is news. So is a snapshot with known bytes under a new base
   * name, when another state was loaded last: the newest full state counts. A file moved to another folder is not news.
   */
  isLoaded(load: LoadKey, file: Pick<FilesTable, "name" | "mode">): boolean;
  /**
   * Says what a file is to the loads before it: a correction when its name says so; bytes that would be no news but for
   * their contract, or that were refused before, keep the moment they first came; all else is news of now.
   */
  standingOf(load: LoadKey, file: Pick<FilesTable, "name" | "mode">): Standing;
  /** Finds a committed load by its number. */
  find(fileId: number): KnownLoad | undefined;
  /** Tells whether a load of this feed, or of this entity that repeated held rows, tells of a later moment. */
  hasLater(of: { readonly source: string; readonly feed: string }, orderedAt: string): boolean;
  hasLaterRepeats(entity: string, orderedAt: string): boolean;
  /** Tells whether a load was committed under this reading, so that the ledger has it. */
  hasReading(hash: string): boolean;
  /**
   * Plans the ledger row of a load: the number of an earlier attempt that was not committed, or the next; and the moment
   * it counts from: now, but always after every load before it. What the witness remembers of a lost load is kept.
   */
  planSlot(load: LoadKey, name: string, now: Date, witnessed?: Witnessed): Slot;
  /** Takes note of a row that was committed to the ledger. */
  add(file: KnownLoad & Pick<FilesTable, "loaded_at">): void;
}

/** Number and moment a load had before the database lost it. */
export interface Witnessed {
  readonly fileId: number;
  readonly loadedAt: string | undefined;
}

type Row = KnownLoad & { readonly loaded_us: number };

/** Reads the loads of the ledger. Rows of before `kind` and `ordered_at` were kept are plain loads, ordered as loaded. */
export async function readLoads(connection: Connection): Promise<Loads> {
  const rows: readonly Row[] = await createLedger(connection)
    .selectFrom("meta.files")
    .select(["file_id", "source", "feed", "entity", "name", "sha256", "contract_hash", "state", "of_file_id"])
    .select(["reading_hash", "rows_unchanged", sql<FileKind>`coalesce(kind, 'load')`.as("kind")])
    .select([sql<string>`coalesce(ordered_at, loaded_at)`.as("ordered_at")])
    .select(sql<number>`epoch_us(loaded_at)`.as("loaded_us"))
    .orderBy("loaded_at")
    .orderBy("file_id")
    .execute();
  return keepLoads(rows);
}

function keepLoads(rows: readonly Row[]): Loads {
  const feeds = new Map<string, FeedLoads>();
  const committed = new Map<number, KnownLoad>();
  const refused = new Map<string, KnownLoad>();
  const readings = new Set<string | null>();
  let lastId = 0;
  let lastMoment = Number.NEGATIVE_INFINITY;
  const add = (file: Row) => {
    readings.add(file.reading_hash);
    lastId = Math.max(lastId, file.file_id);
    lastMoment = Math.max(lastMoment, file.loaded_us);
    if (file.state !== "committed") refused.set(attemptKey(file, file.name), file);
    else {
      refused.delete(attemptKey(file, file.name));
      committed.set(file.file_id, file);
      feedLoads(feeds, file).add(file);
    }
  };
  for (const row of rows) add(row);
  const some = (test: (load: KnownLoad) => boolean) => [...committed.values()].some(test);
  return {
    isLoaded: (load, file) => feedLoads(feeds, load).isLoaded(load, file),
    standingOf(load, file) {
      const corrected = findCorrected(committed, load, file.name);
      if (corrected !== undefined) return { kind: "correction", of: corrected, orderedAt: corrected.ordered_at };
      const known = feedLoads(feeds, load).findKnown(load, file);
      const first = known ?? refused.get(attemptKey(load, file.name));
      return { kind: "load", of: known, orderedAt: first?.ordered_at };
    },
    find: (fileId) => committed.get(fileId),
    hasLater: ({ source, feed }, orderedAt) =>
      some((load) => load.source === source && load.feed === feed && isAfter(load.ordered_at, orderedAt)),
    hasLaterRepeats: (entity, orderedAt) =>
      some((load) => load.entity === entity && load.rows_unchanged > 0 && isAfter(load.ordered_at, orderedAt)),
    hasReading: (hash) => readings.has(hash),
    planSlot(load, name, now, witnessed) {
      const earlier = refused.get(attemptKey(load, name));
      const kept = witnessed?.loadedAt === undefined ? Number.NEGATIVE_INFINITY : readMoment(witnessed.loadedAt);
      const moment = kept > lastMoment ? kept : Math.max(now.getTime() * 1000, lastMoment + 1000);
      const next = witnessed !== undefined && witnessed.fileId > lastId ? witnessed.fileId : lastId + 1;
      return {
        fileId: earlier?.file_id ?? next,
        isRetry: earlier !== undefined,
        loadedAt: writeMoment(moment),
      };
    },
    add: (file) => add({ ...file, loaded_us: readMoment(file.loaded_at) }),
  };
}

/** The committed loads of one feed. */
interface FeedLoads {
  isLoaded(load: LoadKey, file: Pick<FilesTable, "name" | "mode">): boolean;
  /** Finds the newest load of the bytes where they are no news, whatever contract they were read under. */
  findKnown(load: LoadKey, file: Pick<FilesTable, "name" | "mode">): KnownLoad | undefined;
  add(file: KnownLoad): void;
}

function feedLoads(feeds: Map<string, FeedLoads>, { source, feed }: LoadKey): FeedLoads {
  const key = JSON.stringify([source, feed]);
  const known = feeds.get(key) ?? makeFeedLoads();
  feeds.set(key, known);
  return known;
}

/** Only whole files count here: what a replay takes up of one is not the file. */
function makeFeedLoads(): FeedLoads {
  const lastOfName = new Map<string, KnownLoad>();
  const newestOfBytes = new Map<string, KnownLoad>();
  const baseNames = new Map<string, Set<string>>();
  let newest: KnownLoad | undefined;
  const isNews = (
    keyOf: (load: LoadKey) => string,
    load: LoadKey,
    { name, mode }: Pick<FilesTable, "name" | "mode">,
  ) => {
    const bytes = keyOf(load);
    const last = lastOfName.get(name);
    if (last !== undefined) return keyOf(last) !== bytes;
    const same = baseNames.get(bytes);
    if (mode !== "snapshot" || newest === undefined || keyOf(newest) === bytes) return same === undefined;
    return !(same?.has(basename(name)) ?? false);
  };
  return {
    isLoaded: (load, file) => !isNews(contractKey, load, file),
    findKnown: (load, file) => (isNews(bytesKey, load, file) ? undefined : newestOfBytes.get(bytesKey(load))),
    add(file) {
      if (file.kind === "replay") return;
      newest = file;
      lastOfName.set(file.name, file);
      newestOfBytes.set(bytesKey(file), file);
      for (const key of [contractKey(file), bytesKey(file)])
        baseNames.set(key, (baseNames.get(key) ?? new Set()).add(basename(file.name)));
    },
  };
}

/** The part of a file's name by which `karavan rejects --export` links corrected rows to the load they come from. */
const correctionMark = /(?:^|[./])rejects-(\d+)(?=[./])/;

function findCorrected(
  committed: ReadonlyMap<number, KnownLoad>,
  { source, feed, sha256 }: LoadKey,
  name: string,
): KnownLoad | undefined {
  const marked = committed.get(Number(correctionMark.exec(name)?.[1] ?? Number.NaN));
  if (marked === undefined || marked.source !== source || marked.sha256 === sha256) return undefined;
  if (marked.feed === feed) return marked;
  return [...committed.values()].find(
    (load) => load.source === source && load.feed === feed && load.sha256 === marked.sha256 && load.kind !== "replay",
  );
}

function contractKey({ sha256, contract_hash }: LoadKey): string {
  return `${sha256} ${contract_hash}`;
}

function bytesKey({ sha256 }: LoadKey): string {
  return sha256;
}

/** Attempts are told apart by their bytes; by their name where no bytes were read. */
function attemptKey({ source, feed, sha256 }: LoadKey, name: string): string {
  return JSON.stringify([source, feed, sha256 === "" ? ["name", name] : sha256]);
}

function isAfter(one: string, other: string): boolean {
  return readMoment(one) > readMoment(other);
}

function readMoment(text: string): number {
  const [seconds = "", fraction = ""] = text.split(".");
  return Date.parse(`${seconds.replace(" ", "T")}Z`) * 1000 + Number(fraction.padEnd(6, "0"));
}

function writeMoment(microseconds: number): string {
  const whole = Math.floor(microseconds / 1_000_000);
  const rest = microseconds - whole * 1_000_000;
  const fraction = String(rest).padStart(6, "0").replace(/0+$/, "");
  const seconds = new Date(whole * 1000).toISOString().slice(0, 19).replace("T", " ");
  return fraction === "" ? seconds : `${seconds}.${fraction}`;
}
