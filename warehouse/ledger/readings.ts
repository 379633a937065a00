import { createHash } from "node:crypto";
import type { Feed } from "../../ingest/source.ts";
import type { Connection } from "../connection.ts";
import { createLedger } from "../kysely.ts";

/** What decides what a file becomes, beside its bytes and the code. */
export interface Reading {
  readonly feed: Feed;
  /** Feeds that read the same file. */
  readonly siblings: readonly Feed[];
  readonly contractHash: string;
}

/**
 * Keeps a reading in the ledger, once: from it and the landed bytes the past can be played again, whatever the source
 * files say today. Call it inside the transaction of the load.
 * @param isKept tells whether a committed load has it already.
 * @returns its key in `meta.readings`.
 */
export async function keepReading(
  connection: Connection,
  reading: Reading,
  isKept: (hash: string) => boolean,
): Promise<string> {
  const { feed, contractHash } = reading;
  const hash = hashReading(reading);
  if (isKept(hash)) return hash;
  const ledger = createLedger(connection);
  const known = await ledger
    .selectFrom("meta.readings")
    .select("reading_hash")
    .where("reading_hash", "=", hash)
    .executeTakeFirst();
  if (known === undefined)
    await ledger
      .insertInto("meta.readings")
      .values({
        reading_hash: hash,
        source: feed.source,
        feed: feed.name,
        contract_hash: contractHash,
        text: textOf(reading),
      })
      .execute();
  return hash;
}

/** Names a reading by all that is in it. */
export function hashReading(reading: Reading): string {
  return createHash("sha256")
    .update(`${reading.contractHash}\n${textOf(reading)}`)
    .digest("hex");
}

function textOf({ feed, siblings }: Reading): string {
  return JSON.stringify({ feed, siblings });
}

/** Reads all readings that were kept, by their keys. */
export async function readReadings(connection: Connection): Promise<ReadonlyMap<string, Reading>> {
  const rows = await createLedger(connection).selectFrom("meta.readings").selectAll().execute();
  return new Map(rows.map((row) => [row.reading_hash, parseReading(row.text, row.contract_hash)]));
}

/** Our own text comes back as it was written: a feed is plain data, and keys that were undefined are absent. */
function parseReading(text: string, contractHash: string): Reading {
  const { feed, siblings } = JSON.parse(text) as Pick<Reading, "feed" | "siblings">;
  return { feed, siblings, contractHash };
}
