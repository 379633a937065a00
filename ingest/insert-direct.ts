import type { Connection } from "../warehouse/connection.ts";
import type { Slot } from "../warehouse/ledger/loads.ts";
import { asideOf } from "../warehouse/ledger/settling.ts";
import { quoteName } from "../warehouse/sql.ts";
import { type Contract, listColumns } from "./contracts/contract.ts";
import type { LoadRequest } from "./load.ts";
import { insertSql, rowKey, type Staged } from "./merge.ts";
import { nameTold } from "./partial.ts";
import type { Feed } from "./source.ts";
import type { StagePlan } from "./stage.ts";

/** Rows at the head of a file that say whether an insert straight into raw is worth while. */
const rowsTried = 1000;

/** Of so many rows one may be set aside: with more, too much would be written only to be taken away. */
const rowsPerBad = 10;

/**
 * Tells whether a load may put rows into raw before it is known which of them are new: rows that tell of now, each of them
 * whole, none skipped and none that deletes.
 */
export function mayInsertDirectly({ feed, standing, chosen, slot }: LoadRequest): boolean {
  const isNews = standing.kind === "load" && standing.orderedAt === undefined;
  const isWhole = chosen === undefined && slot === undefined;
  return isNews && isWhole && feed.partial !== true && feed.deletes === undefined && feed.only.length === 0;
}

/** Tells by the first rows of a plan whether most rows of the file may be good and all of them new. */
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
     select count(*) filter (_bad) * ${rowsPerBad} <= count(*)
       and not exists (select 1 from ${contract.relation} where _closed_at is null${isAmong}) as looks_new
     from head`,
  );
  return row?.looks_new === true;
}

/**
 * Inserts the rows of a plan into `raw.<entity>`: good ones as they will stand, and among them, in their places, those that are
 * set aside, as `asideOf` says, with their texts. A filter would convert every value twice, once for itself.
 * @returns how many there were.
 */
export function insertDirectly(
  connection: Connection,
  feed: Feed,
  contract: Contract,
  { query }: StagePlan,
  { fileId, loadedAt }: Pick<Slot, "fileId" | "loadedAt">,
): Promise<number> {
  const insert = insertSql({
    contract,
    columns: nameTold(feed, contract),
    fileId: `case when _bad then ${asideOf("$2::bigint")} else $2 end`,
    record: "null",
    closedAt: "case when _bad then $3::timestamp end",
    extra: "case when _bad then cast(to_json({broken: _broken, texts: _texts}) as varchar) else _extra end",
    from: `(${query})`,
    where: "true",
  });
  return connection.run(insert, [feed.source, fileId, loadedAt]);
}

/**
 * Counts the rows of a load that stand in raw; undefined where they may not stay, since keys of good ones are current twice or
 * too many are set aside.
 */
export async function countInserted(
  connection: Connection,
  contract: Contract,
  { fileId }: Pick<Slot, "fileId">,
): Promise<Staged | undefined> {
  const key = rowKey(contract);
  const { relation } = contract;
  const isOther = `_closed_at is null and _file_id <> ${fileId}`;
  const row = await connection.row<Pick<Staged, "bad" | "good" | "distinct_keys" | "is_held">>(
    `select count(*) filter (_file_id <> ${fileId}) as bad, count(*) filter (_file_id = ${fileId}) as good,
       count(distinct ${key}) filter (_file_id = ${fileId}) as distinct_keys,
       exists (select 1 from ${relation} where ${isOther}) as is_held
     from ${relation} where ${isOfLoad(fileId)}`,
  );
  if (row === undefined || row.distinct_keys < row.good || row.bad * rowsPerBad > row.good + row.bad) return undefined;
  const counts = { ...row, rows: row.good + row.bad, skipped: 0, is_held: false };
  if (!row.is_held) return counts;
  const shared = await connection.row(
    `select 1 as found from ${relation}
     where ${isOther} and ${key} in (select ${key} from ${relation} where _file_id = ${fileId}) limit 1`,
  );
  return shared === undefined ? counts : undefined;
}

/** Shows the rows of a load, which have no numbers yet, as `temp.staged`, as if they had been staged. */
export async function showAsStaged(
  connection: Connection,
  contract: Contract,
  { fileId }: Pick<Slot, "fileId">,
): Promise<void> {
  const { relation } = contract;
  const row = await connection.row<{ first: string | null }>(
    `select cast(min(rowid) as varchar) as first from ${relation} where ${isOfLoad(fileId)}`,
  );
  const columns = listColumns(contract).map(({ name }) => quoteName(name));
  await connection.run("drop table if exists temp.staged");
  await connection.run(`create temp view staged as
select * exclude (aside), aside is not null as _bad, coalesce(aside.broken, false) as _broken, aside.texts as _texts
from (
    select rowid - ${row?.first ?? 0} as rowid, ${columns.join(", ")}, _version, false as _skipped,
        case when _file_id = ${fileId} then _extra end as _extra,
        case when _file_id <> ${fileId} then from_json(_extra, '{"broken": "boolean", "texts": ["varchar"]}') end as aside
    from ${relation}
    where ${isOfLoad(fileId)}
)`);
}

/** SQL condition of the rows of a load in raw, good or set aside. */
function isOfLoad(fileId: number): string {
  return `_file_id in (${fileId}, ${asideOf(fileId)})`;
}

/** Takes the view away again: the next rows are staged in a table of its name. */
export async function dropShown(connection: Connection): Promise<void> {
  await connection.run("drop view temp.staged");
}
