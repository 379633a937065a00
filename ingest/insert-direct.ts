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
 * Tells whether the first rows of a file are good, none of their keys is current, and nothing was set aside of the last file
 * of the feed: then the others may be so too.
 */
export async function looksNew(
  connection: Connection,
  feed: Feed,
  contract: Contract,
  { query }: StagePlan,
): Promise<boolean> {
  const key = rowKey(contract);
  const isAmong = feed.mode === "snapshot" ? "" : ` and ${key} in (select ${key} from head)`;
  const row = await connection.row<{ looks_new: boolean }>(
    `with head as materialized (select * from (${query}) limit ${rowsTried})
     select coalesce(bool_and(${isGood}), false)
       and not exists (select 1 from ${contract.relation} where _closed_at is null${isAmong})
       and coalesce((
           select rows_rejected = 0 from meta.files
           where source = $1 and feed = $2 and state = 'committed' order by file_id desc limit 1
       ), true) as looks_new
     from head`,
    [feed.source, feed.name],
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
  const mine = `_file_id = ${fileId}`;
  const row = await connection.row<{ is_new: boolean }>(
    `select count(*) = count(distinct ${key}) and not exists (
         select 1 from ${contract.relation} as held
         where held._closed_at is null and held._file_id <> ${fileId}
           and ${key} in (select ${key} from ${contract.relation} where ${mine})
     ) as is_new
     from ${contract.relation} where ${mine}`,
  );
  return row?.is_new === true;
}

/**
 * Numbers the rows of a load in the order they were inserted, which is that of the file, and shows them as `temp.staged`, as
 * if they had been staged.
 */
export async function showAsStaged(
  connection: Connection,
  contract: Contract,
  { fileId }: { readonly fileId: number },
): Promise<void> {
  const { relation } = contract;
  const mine = `_file_id = ${fileId}`;
  await connection.run(
    `update ${relation} set _record = rowid - (select min(rowid) from ${relation} where ${mine}) + 1 where ${mine}`,
  );
  const columns = listColumns(contract).map(({ name }) => quoteName(name));
  await connection.run("drop table if exists temp.staged");
  await connection.run(`create temp view staged as
select _record - 1 as rowid, ${columns.join(", ")}, _version, _extra, false as _broken, false as _skipped, false as _bad
from ${relation}
where ${mine}`);
}

/** Takes the view away again: the next rows are staged in a table of its name. */
export async function dropShown(connection: Connection): Promise<void> {
  await connection.run("drop view temp.staged");
}
