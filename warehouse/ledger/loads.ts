import { basename } from "node:path";
import { sql } from "kysely";
import type { Connection } from "../connection.ts";
import { createLedger } from "../kysely.ts";
import type { FilesTable } from "./tables.ts";

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
   * Plans the ledger row of a load: the number of an earlier attempt that was not committed, or the next; and the moment
   * it counts from: now, but always after every load before it.
   */
  planSlot(load: LoadKey, name: string, now: Date): Slot;
  /** Takes note of a row that was committed to the ledger. */
  add(file: FilesTable): void;
}

type KnownLoad = LoadKey & Pick<FilesTable, "file_id" | "name" | "state"> & { readonly loaded_us: number };

/** Reads the loads of the ledger. */
export async function readLoads(connection: Connection): Promise<Loads> {
  const rows: readonly KnownLoad[] = await createLedger(connection)
    .selectFrom("meta.files")
    .select(["file_id", "source", "feed", "name", "sha256", "contract_hash", "state"])
    .select(sql<number>`epoch_us(loaded_at)`.as("loaded_us"))
    .orderBy("loaded_at")
    .orderBy("file_id")
    .execute();
  const feeds = new Map<string, FeedLoads>();
  const refused = new Map<string, number>();
  let lastId = 0;
  let lastMoment = Number.NEGATIVE_INFINITY;
  const add = (file: KnownLoad) => {
    lastId = Math.max(lastId, file.file_id);
    lastMoment = Math.max(lastMoment, file.loaded_us);
    if (file.state !== "committed") refused.set(attemptKey(file, file.name), file.file_id);
    else {
      refused.delete(attemptKey(file, file.name));
      feedLoads(feeds, file).add(file);
    }
  };
  for (const row of rows) add(row);
  return {
    isLoaded: (load, file) => feedLoads(feeds, load).isLoaded(load, file),
    planSlot(load, name, now) {
      const earlier = refused.get(attemptKey(load, name));
      const moment = Math.max(now.getTime() * 1000, lastMoment + 1000);
      return { fileId: earlier ?? lastId + 1, isRetry: earlier !== undefined, loadedAt: writeMoment(moment) };
    },
    add: (file) => add({ ...file, loaded_us: readMoment(file.loaded_at) }),
  };
}

/** The committed loads of one feed. */
interface FeedLoads {
  isLoaded(load: LoadKey, file: Pick<FilesTable, "name" | "mode">): boolean;
  add(file: LoadKey & Pick<FilesTable, "name">): void;
}

function feedLoads(feeds: Map<string, FeedLoads>, { source, feed }: LoadKey): FeedLoads {
  const key = JSON.stringify([source, feed]);
  const known = feeds.get(key) ?? makeFeedLoads();
  feeds.set(key, known);
  return known;
}

function makeFeedLoads(): FeedLoads {
  const lastOfName = new Map<string, string>();
  const baseNames = new Map<string, Set<string>>();
  let newest: string | undefined;
  return {
    isLoaded(load, { name, mode }) {
      const bytes = bytesKey(load);
      const last = lastOfName.get(name);
      if (last !== undefined) return last === bytes;
      const same = baseNames.get(bytes);
      if (mode !== "snapshot" || newest === undefined || newest === bytes) return same !== undefined;
      return same?.has(basename(name)) ?? false;
    },
    add(file) {
      newest = bytesKey(file);
      lastOfName.set(file.name, newest);
      baseNames.set(newest, (baseNames.get(newest) ?? new Set()).add(basename(file.name)));
    },
  };
}

function bytesKey({ sha256, contract_hash }: LoadKey): string {
  return `${sha256} ${contract_hash}`;
}

/** Attempts are told apart by their bytes; by their name where no bytes were read. */
function attemptKey({ source, feed, sha256, contract_hash }: LoadKey, name: string): string {
  return JSON.stringify([source, feed, contract_hash, sha256 === "" ? ["name", name] : sha256]);
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
