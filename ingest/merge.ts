import type { Connection } from "../warehouse/connection.ts";
import { quoteName } from "../warehouse/sql.ts";
import { closeUpdated, closeVanished } from "./close.ts";
import { type Contract, listColumns } from "./contracts/contract.ts";
import { countConflicts, type Fates, isGood, judgeStaged, type Late } from "./judge.ts";
import { completeStaged, nameTold } from "./partial.ts";
import type { Feed } from "./source.ts";

/** How the staged rows of a file were taken up. */
export interface Counts {
  readonly rows_read: number;
  readonly rows_accepted: number;
  readonly rows_rejected: number;
  readonly rows_skipped: number;
  readonly rows_inserted: number;
  readonly rows_updated: number;
  readonly rows_unchanged: number;
  readonly rows_collapsed: number;
  readonly rows_stale: number;
  readonly rows_closed: number;
}

/** Staged rows and what is known of their file. */
export interface MergeInput {
  readonly feed: Feed;
  readonly contract: Contract;
  readonly fileId: number;
  /** UTC, as DuckDB writes a timestamp. */
  readonly loadedAt: string;
  /** Lines of the file that are no records: a snapshot with such lines closes nothing. */
  readonly divertedLines: number;
  /** The good rows stand in `raw.<entity>` already: they were new, all of them. */
  readonly isInserted: boolean;
  /** Set where the rows tell the truth of an earlier moment; default: of now. */
  readonly late?: Late | undefined;
}

/** What a file became, and what of it is set aside for its values or as a conflict. */
export interface Merged {
  readonly counts: Counts;
  readonly badRows: number;
  readonly conflicts: number;
}

/**
 * Takes the rows of `temp.staged` up into `raw.<entity>`, inside the transaction of the caller. Fates other than "inserted"
 * stand in `temp.fates` afterwards, if there are any.
 * @throws FileFault when a snapshot would close more rows than the feed allows.
 */
export async function mergeStaged(connection: Connection, input: MergeInput, staged: Staged): Promise<Merged> {
  const { feed, contract, late } = input;
  const keys = contract.key.map(quoteName);
  const isComplete = feed.partial === true && staged.is_held;
  if (isComplete) await completeStaged(connection, feed, contract);
  const hasTwins = staged.distinct_keys < staged.good;
  const isHeld = staged.is_held || late?.hasLaterState === true;
  const fates = await judgeStaged(connection, { feed, contract, late, hasTwins, isHeld });
  const closes = feed.mode === "snapshot" && isHeld && !(late?.hasLaterState || late?.isPart);
  const closed = closes ? await closeVanished(connection, input, keys) : 0;
  if (fates.updated + fates.deleted > 0) await closeUpdated(connection, input, keys);
  const inserted = input.isInserted ? staged.good : await insertRows(connection, input, fates, isComplete);
  const conflicts = countConflicts(fates);
  return { counts: countRows(input, staged, fates, inserted, closed), badRows: staged.bad, conflicts };
}

function countRows(
  { divertedLines }: MergeInput,
  staged: Staged,
  fates: Fates,
  inserted: number,
  closed: number,
): Counts {
  const conflicts = countConflicts(fates);
  return {
    rows_read: staged.rows + divertedLines,
    rows_rejected: staged.bad + conflicts + divertedLines,
    rows_skipped: staged.skipped,
    rows_accepted: staged.good - conflicts,
    rows_inserted: inserted - fates.updated,
    rows_updated: fates.updated + fates.deleted,
    rows_unchanged: fates.unchanged,
    rows_collapsed: fates.collapsed,
    rows_stale: fates.stale,
    rows_closed: closed + fates.deleted,
  };
}

/** What stands in `temp.staged`, and whether the entity has current rows already. */
export interface Staged {
  readonly rows: number;
  readonly bad: number;
  readonly skipped: number;
  readonly good: number;
  readonly distinct_keys: number;
  readonly is_held: boolean;
}

/** Counts what is staged. Call it inside the transaction of the load. */
export async function countStaged(connection: Connection, contract: Contract): Promise<Staged> {
  const row = await connection.row<Staged>(
    `select count(*) as rows, count(*) filter (_bad) as bad, count(*) filter (_skipped) as skipped,
       count(*) filter (${isGood}) as good, count(distinct ${rowKey(contract)}) filter (${isGood}) as distinct_keys,
       exists (select 1 from ${contract.relation} where _closed_at is null) as is_held
     from temp.staged`,
  );
  if (row === undefined) throw new Error("an aggregate gave no row");
  return row;
}

async function insertRows(
  connection: Connection,
  { feed, contract, fileId, loadedAt }: MergeInput,
  fates: Fates,
  isComplete: boolean,
): Promise<number> {
  const isPlain = Object.values(fates).every((count) => count === 0);
  return connection.run(
    insertSql({
      contract,
      columns: isComplete ? listColumns(contract).map(({ name }) => quoteName(name)) : nameTold(feed, contract),
      fileId: "$2",
      record: "rowid + 1",
      closedAt: "null",
      extra: "_extra",
      from: "temp.staged",
      where: isPlain
        ? isGood
        : `${isGood} and rowid + 1 not in (select record from temp.fates where fate <> 'updated')`,
    }),
    [feed.source, fileId, loadedAt],
  );
}

/** The key of an entity as one value, in SQL. */
export function rowKey({ key }: Contract): string {
  const names = key.map(quoteName).join(", ");
  return key.length === 1 ? names : `(${names})`;
}

/** What an insert into `raw.<entity>` is made of, as SQL; $1 to $3 are source, number and moment of the load. */
export interface RawInsert {
  readonly contract: Contract;
  /** Columns of the contract that the rows have. */
  readonly columns: readonly string[];
  readonly fileId: string;
  /** The ordinal in the file. */
  readonly record: string;
  readonly closedAt: string;
  readonly extra: string;
  readonly from: string;
  readonly where: string;
}

/** Writes the insert of converted rows into `raw.<entity>`. */
export function insertSql({ contract, where, from, ...row }: RawInsert): string {
  const columns = row.columns.join(", ");
  return `insert into ${contract.relation} (${columns}, _source, _file_id, _record, _version, _loaded_at, _closed_at, _extra)
select ${columns}, $1, ${row.fileId}, ${row.record}, _version, $3::timestamp, ${row.closedAt}, ${row.extra}
from ${from}
where ${where}`;
}
