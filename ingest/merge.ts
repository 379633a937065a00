import type { Connection, Value } from "../warehouse/connection.ts";
import { quoteName, quoteText } from "../warehouse/sql.ts";
import { type Contract, listColumns } from "./contracts/contract.ts";
import { FileFault } from "./formats/reader.ts";
import { completeStaged } from "./partial.ts";
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

export interface MergeInput {
  readonly feed: Feed;
  readonly contract: Contract;
  readonly fileId: number;
  /** UTC, as DuckDB writes a timestamp. */
  readonly loadedAt: string;
  /** Lines of the file that are no records: a snapshot with such lines closes nothing. */
  readonly divertedLines: number;
  /** Set where the rows tell the truth of an earlier moment; default: of now. */
  readonly late?: Late | undefined;
}

/** Rows that come late: what later loads told of their keys stands. */
export interface Late {
  /** The moment whose truth the rows tell, UTC, as DuckDB writes a timestamp. */
  readonly orderedAt: string;
  /** Who counts where a row of the very moment is held with other values: the new row, or nobody (a conflict). */
  readonly tie: "wins" | "conflict";
  /** A later full state of the feed was loaded: it told of all keys. */
  readonly hasLaterState: boolean;
  /** Later loads repeated rows that stand since before: such a row may tell of a later moment than it was loaded. */
  readonly hasLaterRepeats: boolean;
  /** A later file of the same feed was loaded. */
  readonly hasLaterOfFeed: boolean;
  /** These are some rows of a file: keys it lacks are not gone. */
  readonly isPart: boolean;
}

/** What becomes of a row that is not simply inserted. */
type Fate = "collapsed" | "stale" | "unchanged" | "updated" | "deleted" | Conflict;

/** Why a good row is set aside all the same. */
type Conflict = (typeof conflictFates)[number];

/** Fates of rows that are set aside because of other rows. `order_unknown`: whether a held row is older cannot be told. */
export const conflictFates = ["conflict", "changed_event", "order_unknown"] as const;

/** SQL list of `conflictFates`. */
export const conflictList = conflictFates.map(quoteText).join(", ");

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
  const hasTwins = staged.distinct_keys < staged.good;
  const isComplete = feed.partial === true && staged.is_held;
  if (isComplete) await completeStaged(connection, feed, contract);
  const isHeld = staged.is_held || late?.hasLaterState === true;
  const mayDelete = feed.deletes !== undefined;
  const isJudged = hasTwins || isHeld || mayDelete || late !== undefined;
  if (isJudged) await connection.run("create or replace temp table fates (record bigint, fate varchar)");
  if (hasTwins) await connection.run(judgeTwins(feed, keys));
  if (isHeld) await connection.run(judgeAgainstHeld(feed, contract, keys, late));
  if (late?.hasLaterState) await connection.run(supersedeAll);
  else if (late !== undefined) await connection.run(judgeGone(contract, feed, keys, late));
  if (mayDelete) for (const statement of judgeDeleted) await connection.run(statement);
  const fates = isJudged ? await countFates(connection) : noFates;
  const closes = feed.mode === "snapshot" && isHeld && !(late?.hasLaterState || late?.isPart);
  const closed = closes ? await closeVanished(connection, input, keys) : 0;
  if (fates.updated + fates.deleted > 0) await closeUpdated(connection, input, keys);
  const inserted = await insertRows(connection, input, fates, isComplete);
  const conflicts = countConflicts(fates);
  return { counts: countRows(input, staged, fates, inserted, closed), badRows: staged.bad, conflicts };
}

function countRows(
  { divertedLines }: MergeInput,
  staged: Staged,
  fates: Readonly<Record<Fate, number>>,
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

function countConflicts(fates: Readonly<Record<Fate, number>>): number {
  return conflictFates.reduce((sum, fate) => sum + fates[fate], 0);
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

const isGood = "not _bad and not _skipped";

/** Counts what is staged. Call it inside the transaction of the load. */
export async function countStaged(connection: Connection, contract: Contract): Promise<Staged> {
  const keys = contract.key.map(quoteName);
  const key = keys.length === 1 ? keys[0] : `(${keys.join(", ")})`;
  const row = await connection.row<Staged>(
    `select count(*) as rows, count(*) filter (_bad) as bad, count(*) filter (_skipped) as skipped,
       count(*) filter (${isGood}) as good, count(distinct ${key}) filter (${isGood}) as distinct_keys,
       exists (select 1 from ${contract.relation} where _closed_at is null) as is_held
     from temp.staged`,
  );
  if (row === undefined) throw new Error("an aggregate gave no row");
  return row;
}

/**
 * Judges rows of one file that share a key. The highest version stays; older ones are stale; identical ones collapse. Rows
 * of the same version that differ are a conflict, all of them, unless the feed says the last one counts.
 */
function judgeTwins(feed: Feed, keys: readonly string[]): string {
  const key = keys.join(", ");
  const differing = feed.conflict === "last" ? "'stale'" : "'conflict'";
  const stands = feed.conflict === "last" ? "_hash = last_hash" : "hashes = 1";
  return `insert into temp.fates
with good as (select rowid + 1 as record, ${key}, _hash, _version from temp.staged where ${isGood}),
twins as (
    select * from good semi join (select ${key} from good group by all having count(*) > 1) as repeated using (${key})
),
ranked as (
    select *, coalesce(_version, 0) = max(coalesce(_version, 0)) over (partition by ${key}) as is_newest from twins
),
newest as (
    select
        record,
        row_number() over (partition by ${key}, _hash order by record) as copy,
        _hash,
        last_value(_hash) over (partition by ${key} order by record rows between unbounded preceding and unbounded following) as last_hash,
        count(distinct _hash) over (partition by ${key}) as hashes
    from ranked
    where is_newest
)
select record, 'stale' as fate from ranked where not is_newest
union all
select record, case when not (${stands}) then ${differing} when copy > 1 then 'collapsed' end as fate
from newest
where copy > 1 or not (${stands})`;
}

/**
 * Judges rows against the current version of their key. A change in columns that nobody maps is a change all the same. Late
 * rows give way to what later loads told; where both have a version, it alone decides.
 */
function judgeAgainstHeld(feed: Feed, { relation }: Contract, keys: readonly string[], late: Late | undefined): string {
  const changed = feed.mode === "append" ? "changed_event" : "updated";
  const sameExtra = feed.mode === "append" ? "" : " and held._extra is not distinct from winners._extra";
  const order = late === undefined || feed.mode === "append" ? [] : lateCases(feed, late);
  return `insert into temp.fates
with winners as (
    select rowid + 1 as record, ${keys.join(", ")}, _hash, _version, _extra
    from temp.staged
    where ${isGood} and rowid + 1 not in (select record from temp.fates)
)
select
    winners.record,
    case
        when held._hash = winners._hash${sameExtra} then 'unchanged'
        when held._version > winners._version then 'stale'
        ${order.join("\n        ")}
        else ${quoteText(changed)}
    end as fate
from winners
inner join ${relation} as held using (${keys.join(", ")})
${order.length === 0 ? "" : "left join meta.files as told on told.file_id = held._file_id"}
where held._closed_at is null`;
}

/**
 * Cases of rows that tell of an earlier moment than now, in their order. Where another feed told the held row, times do not
 * decide: of a feed that knows some columns only, the newest file counts; rows of a part wait for a history played again.
 */
function lateCases(feed: Feed, late: Late): readonly string[] {
  const moment = `timestamp ${quoteText(late.orderedAt)}`;
  const toldAt = "coalesce(told.ordered_at, held._loaded_at)";
  const byOther = `told.feed <> ${quoteText(feed.name)} or told.source <> ${quoteText(feed.source)}`;
  const ofOther = feed.partial ? (late.hasLaterOfFeed ? "order_unknown" : "updated") : "order_unknown";
  const contradicts = feed.conflict === "last" ? "'stale'" : "'conflict'";
  return [
    "when held._version < winners._version then 'updated'",
    ...(feed.partial || late.isPart ? [`when ${byOther} then ${quoteText(ofOther)}`] : []),
    `when ${toldAt} > ${moment} then 'stale'`,
    ...(late.tie === "conflict" ? [`when ${toldAt} = ${moment} then ${contradicts}`] : []),
    ...(late.hasLaterRepeats ? [`when ${toldAt} < ${moment} then 'order_unknown'`] : []),
  ];
}

/**
 * Late rows whose key has no current row: stale where it was closed since, by a deletion or a full state. A deletion of a key
 * nobody held leaves no trace: where a later file may have had one, the row waits.
 */
function judgeGone({ relation }: Contract, feed: Feed, keys: readonly string[], late: Late): string {
  const match = keys.map((key) => `held.${key} = staged.${key}`).join(" and ");
  const isUnsure = feed.deletes !== undefined && late.hasLaterRepeats;
  return `insert into temp.fates
select staged.rowid + 1 as record,
    case when exists (
        select 1 from ${relation} as held where ${match} and held._closed_at > timestamp ${quoteText(late.orderedAt)}
    ) then 'stale' else 'order_unknown' end as fate
from temp.staged as staged
where ${isGood}${feed.deletes === undefined ? "" : " and not staged._deleted"}
    and staged.rowid + 1 not in (select record from temp.fates)
    and not exists (select 1 from ${relation} as held where ${match} and held._closed_at is null)
    and (${isUnsure} or exists (
        select 1 from ${relation} as held where ${match} and held._closed_at > timestamp ${quoteText(late.orderedAt)}
    ))`;
}

/**
 * A row that deletes its key was judged like any change of it. Where there is nothing to delete, nothing changes; no such
 * row is ever inserted.
 */
const judgeDeleted = [
  `update temp.fates set fate = 'deleted'
where fate = 'updated' and record in (select rowid + 1 from temp.staged where _deleted)`,
  `insert into temp.fates
select rowid + 1 as record, 'unchanged' as fate from temp.staged
where ${isGood} and _deleted and rowid + 1 not in (select record from temp.fates)`,
];

/** A later full state told of every key: what is not known yet is history. */
const supersedeAll = `insert into temp.fates
select rowid + 1 as record, 'stale' as fate from temp.staged
where ${isGood} and rowid + 1 not in (select record from temp.fates)`;

const noFates: Readonly<Record<Fate, number>> = {
  collapsed: 0,
  stale: 0,
  unchanged: 0,
  updated: 0,
  deleted: 0,
  conflict: 0,
  changed_event: 0,
  order_unknown: 0,
};

async function countFates(connection: Connection): Promise<Readonly<Record<Fate, number>>> {
  const counts = { ...noFates };
  const found = await connection.rows<{ fate: Fate; rows: number }>(
    "select fate, count(*) as rows from temp.fates group by fate",
  );
  for (const { fate, rows } of found) counts[fate] = rows;
  return counts;
}

/**
 * Closes rows of this feed whose keys the snapshot no longer has. Keys of rejected rows are there all the same; where a
 * rejected row or line has no readable key, nothing is closed, since it may be the missing one.
 */
async function closeVanished(connection: Connection, input: MergeInput, keys: readonly string[]): Promise<number> {
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
async function closeUpdated(connection: Connection, input: MergeInput, keys: readonly string[]): Promise<void> {
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

async function insertRows(
  connection: Connection,
  { feed, contract, fileId, loadedAt }: MergeInput,
  fates: Readonly<Record<Fate, number>>,
  isComplete: boolean,
): Promise<number> {
  const mapped = new Set(feed.mappings.map(({ column }) => column.name));
  const columns = listColumns(contract)
    .filter(({ name }) => isComplete || mapped.has(name))
    .map(({ name }) => quoteName(name));
  const isPlain = Object.values(fates).every((count) => count === 0);
  const values: readonly Value[] = [feed.source, fileId, loadedAt];
  return connection.run(
    `insert into ${contract.relation} (${columns.join(", ")}, _source, _file_id, _record, _hash, _version, _loaded_at, _extra)
     select ${columns.join(", ")}, $1, $2, rowid + 1, _hash, _version, $3::timestamp, _extra
     from temp.staged
     where ${isGood}${isPlain ? "" : " and rowid + 1 not in (select record from temp.fates where fate <> 'updated')"}`,
    values,
  );
}
