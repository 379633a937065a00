import type { Connection } from "../warehouse/connection.ts";
import { FileFault } from "./formats/reader.ts";
import type { MergeInput } from "./merge.ts";
import type { Feed } from "./source.ts";

/**
 * Closes rows of this feed whose keys the snapshot no longer has. Keys of rejected rows are there all the same; where a
 * rejected row or line has no readable key, nothing is closed, since it may be the missing one.
 */
export async function closeVanished(
  connection: Connection,
  input: MergeInput,
  keys: readonly string[],
): Promise<number> {
  const { contract, feed, loadedAt } = input;
  const keyless = `(${keys.map((key) => `${key} is null`).join(" or ")})`;
  const unknown = await connection.row<{ unknown: boolean }>(
    `select exists (select 1 from temp.staged where _broken or (not _skipped and ${keyless})) as unknown`,
  );
  if (input.divertedLines > 0 || unknown?.unknown) return 0;
  const byMe = "_file_id in (select file_id from meta.files where source = $1 and feed = $2)";
  const ever = `(${keys.join(", ")}) in (select (${keys.join(", ")}) from ${contract.relation} where ${byMe})`;
  const mine = `_closed_at is null and ${feed.partial ? ever : byMe}`;
  const vanished = `${mine} and not exists (
    select 1 from temp.staged as present
    where not present._skipped and ${keys.map((key) => `present.${key} = held.${key}`).join(" and ")}
  )`;
  const share = await connection.row<{ mine: number; vanished: number }>(
    `select (select count(*) from ${contract.relation} where ${mine}) as mine,
       (select count(*) from ${contract.relation} as held where ${vanished}) as vanished`,
    [feed.source, feed.name],
  );
  requireModestLoss(feed, share?.vanished ?? 0, share?.mine ?? 0);
  if ((share?.vanished ?? 0) === 0) return 0;
  return connection.run(`update ${contract.relation} as held set _closed_at = $3::timestamp where ${vanished}`, [
    feed.source,
    feed.name,
    loadedAt,
  ]);
}

function requireModestLoss(feed: Feed, vanished: number, all: number): void {
  const allowed = feed.expect.max_closed_share;
  if (vanished <= 20 || vanished <= all * allowed) return;
  throw new FileFault(
    "shrunk",
    `the snapshot lacks ${vanished} of ${all} rows; more than ${Math.round(allowed * 100)} % are not closed unasked`,
    `If they are gone for good, raise expect.max_closed_share of feed ${feed.name} and run again.`,
  );
}

/** Closes the versions that updated rows replace, and those that are deleted. */
export async function closeUpdated(connection: Connection, input: MergeInput, keys: readonly string[]): Promise<void> {
  const match = keys.map((key) => `newer.${key} = held.${key}`).join(" and ");
  await connection.run(
    `update ${input.contract.relation} as held set _closed_at = $1::timestamp
     from (
         select ${keys.join(", ")} from temp.staged
         where rowid + 1 in (select record from temp.fates where fate in ('updated', 'deleted'))
     ) as newer
     where held._closed_at is null and ${match}`,
    [input.loadedAt],
  );
}
