import type { BesideRecords, Records } from "./formats/reader.ts";
import type { Feed } from "./source.ts";

/** Bytes of files whose records may wait for their feed, each in a copy of about that size on the disk. */
const mostWaiting = 2 * 1024 ** 3;

/**
 * Records that were read in one pass with those of another feed, until the turn of theirs comes. Feeds take their files one
 * after another, so what waits is bounded; what finds no room is read again.
 */
export interface SharedReadings {
  /** Hands out the records of a file for a feed, once. */
  take(sha256: string, feed: Feed): Records | undefined;
  /** Keeps what was read beside, for these feeds. */
  keep(
    file: { readonly sha256: string; readonly bytes: number },
    feeds: readonly Feed[],
    beside: readonly BesideRecords[],
  ): void;
  /** Removes the copies of all that still waits. */
  close(): void;
}

/** Makes an empty store. */
export function openSharedReadings(): SharedReadings {
  const waiting = new Map<string, { readonly records: Records; readonly bytes: number }>();
  let bytesWaiting = 0;
  return {
    take(sha256, feed) {
      const key = keyOf(sha256, feed);
      const found = waiting.get(key);
      waiting.delete(key);
      bytesWaiting -= found?.bytes ?? 0;
      return found?.records;
    },
    keep({ sha256, bytes }, feeds, beside) {
      for (const { feed: name, records } of beside) {
        const feed = feeds.find((one) => one.name === name);
        const key = feed === undefined ? undefined : keyOf(sha256, feed);
        if (key === undefined || waiting.has(key) || bytesWaiting + bytes > mostWaiting) records.close();
        else {
          waiting.set(key, { records, bytes });
          bytesWaiting += bytes;
        }
      }
    },
    close() {
      for (const { records } of waiting.values()) records.close();
      waiting.clear();
    },
  };
}

/** Records are those of the bytes under the whole of a feed, as it was when they were read. */
function keyOf(sha256: string, feed: Feed): string {
  return `${sha256} ${JSON.stringify(feed)}`;
}
