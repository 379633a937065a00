import type { Connection } from "../warehouse/connection.ts";
import { quoteName } from "../warehouse/sql.ts";
import { type Contract, listColumns } from "./contracts/contract.ts";
import { isGood } from "./judge.ts";
import type { LoadRequest } from "./load.ts";
import { insertSql, rowKey } from "./merge.ts";
import { nameTold } from "./partial.ts";
import type { Feed } from "./source.ts";
import type { StagePlan } from "./stage.ts";

/** Rows at the head of a file that say whether an insert straight into raw is worth while. */
const rowsTried = 1000;

/**
 * Tells whether a load may put rows into raw before all of them are judged: rows that tell of now, each of them whole, none
 * skipped and none that deletes.
 */
export function mayInsertDirectly({ feed, standing, chosen, slot }: LoadRequest): boolean {
  const isNews = standing.kind === "load" && standing.orderedAt === undefined;
  const isWhole = chosen === undefined && slot === undefined;
  return isNews && isWhole && feed.partial !== true && feed.deletes === undefined && feed.only.length === 0;
}

/**
 * Tells whether all rows of a file may be good and new: nothing was set aside of the last file of the feed, and either the
 * entity has no current rows, or the first rows of the file are good and none of their keys is current.
 */
export async function looksNew(
  connection: Connection,
  feed: Feed,
  contract: Contract,
  { query }: StagePlan,
): Promise<boolean> {
  const state = await connection.row<{ is_clean: boolean; is_held: boolean }>(
    `select coalesce((
           select rows_rejected = 0 from meta.files
           where source = $1 and feed = $2 and state = 'committed' order by file_id desc limit 1
       ), true) as is_clean,
       exists (select 1 from ${contract.relation} where _closed_at is null) as is_held`,
    [feed.source, feed.name],
  );
  if (state?.is_clean !== true) return false;
  if (!state.is_held) return true;
  const key = rowKey(contract);
  const isAmong = feed.mode === "snapshot" ? "" : ` and ${key} in (select ${key} from head)`;
  const row = await connection.row<{ looks_new: boolean }>(
    `with head as materialized (select * from (${query}) limit ${rowsTried})
     select coalesce(bool_and(${isGood}), false)
       and not exists (select 1 from ${contract.relation} where _closed_at is null${isAmong}) as looks_new
     from head`,
  );
  return row?.looks_new === true;
}

/**
 * Inserts the rows of a plan into `raw.<entity>`, or none of them: the first one that is not good ends the statement. A filter
 * would convert every value twice, once for itself.
 * @returns how many there were.
 */
export function insertDirectly(
  connection: Connection,
  feed: Feed,
  contract: Contract,
  { query }: StagePlan,
  { fileId, loadedAt }: { readonly fileId: number; readonly loadedAt: string },
): Promise<number> {
  const record = `case when not (${isGood}) then error('a row is to be set aside') end`;
  const insert = { contract, columns: nameTold(feed, contract), record, from: `(${query})`, where: "true" };
  return connection.run(insertSql(insert), [feed.source, fileId, loadedAt]);
}

/** Tells whether each key of the rows of a load is current once. */
export async function isNew(
  connection: Connection,
  contract: Contract,
  { fileId }: { readonly fileId: number },
): Promise<boolean> {
  const key = rowKey(contract);
  const { relation } = contract;
  const isOther = `_closed_at is null and _file_id <> ${fileId}`;
  const row = await connection.row<{ are_distinct: boolean; has_others: boolean }>(
    `select count(*) = count(distinct ${key}) as are_distinct, exists (select 1 from ${relation} where ${isOther}) as has_others
     from ${relation} where _file_id = ${fileId}`,
  );
  if (row?.are_distinct !== true) return false;
  if (!row.has_others) return true;
  const shared = await connection.row(
    `select 1 as found from ${relation}
     where ${isOther} and ${key} in (select ${key} from ${relation} where _file_id = ${fileId}) limit 1`,
  );
  return shared === undefined;
}

/** Shows the rows of a load, which have no numbers yet, as `temp.staged`, as if they had been staged. */
export async function showAsStaged(
  connection: Connection,
  contract: Contract,
  { fileId }: { readonly fileId: number },
): Promise<void> {
  const { relation } = contract;
  const mine = `_file_id = ${fileId}`;
  const row = await connection.row<{ first: string | null }>(
    `select cast(min(rowid) as varchar) as first from ${relation} where ${mine}`,
  );
  const columns = listColumns(contract).map(({ name }) => quoteName(name));
  await connection.run("drop table if exists temp.staged");
  await connection.run(`create temp view staged as
select rowid - ${row?.first ?? 0} as rowid, ${columns.join(", ")}, _version, _extra, false as _broken, false as _skipped, false as _bad
from ${relation}
where ${mine}`);
}

/** Takes the view away again: the next rows are staged in a table of its name. */
export async function dropShown(connection: Connection): Promise<void> {
  await connection.run("drop view temp.staged");
}
