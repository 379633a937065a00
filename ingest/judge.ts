import type { Connection } from "../warehouse/connection.ts";
import { quoteName, quoteText } from "../warehouse/sql.ts";
import type { Contract } from "./contracts/contract.ts";
import { listUnmapped, nameTold } from "./partial.ts";
import type { Feed } from "./source.ts";

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
export type Fate = "collapsed" | "stale" | "unchanged" | "updated" | "deleted" | Conflict;

/** Why a good row is set aside all the same. */
type Conflict = (typeof conflictFates)[number];

/** Fates of rows that are set aside because of other rows. `order_unknown`: whether a held row is older cannot be told. */
const conflictFates = ["conflict", "changed_event", "order_unknown"] as const;

/** SQL list of `conflictFates`. */
export const conflictList = conflictFates.map(quoteText).join(", ");

/** What is known of the rows to judge. */
export interface Docket {
  readonly feed: Feed;
  readonly contract: Contract;
  readonly late: Late | undefined;
  /** Good rows share a key. */
  readonly hasTwins: boolean;
  /** The entity has current rows, or a later full state told of all keys. */
  readonly isHeld: boolean;
}

/** SQL condition of rows of `temp.staged` that stand to be taken up. */
export const isGood = "not _bad and not _skipped";

/** Fates by their number of rows. */
export type Fates = Readonly<Record<Fate, number>>;

/**
 * Judges the good rows of `temp.staged`, inside the transaction of the caller. Fates other than "inserted" stand in
 * `temp.fates` afterwards, if there can be any.
 */
export async function judgeStaged(connection: Connection, docket: Docket): Promise<Fates> {
  const { feed, contract, late, hasTwins, isHeld } = docket;
  const keys = contract.key.map(quoteName);
  const mayDelete = feed.deletes !== undefined;
  if (!hasTwins && !isHeld && !mayDelete && late === undefined) return noFates;
  await connection.run("create or replace temp table fates (record bigint, fate varchar)");
  let judged = 0;
  if (hasTwins) judged += await connection.run(judgeTwins(feed, contract, keys));
  if (isHeld) judged += await connection.run(judgeAgainstHeld(feed, contract, keys, late));
  if (late?.hasLaterState) judged += await connection.run(supersedeAll);
  else if (late !== undefined) judged += await connection.run(judgeGone(contract, feed, keys, late));
  if (mayDelete) for (const statement of judgeDeleted) judged += await connection.run(statement);
  return judged === 0 ? noFates : countFates(connection);
}

/** Counts the rows that are set aside because of other rows. */
export function countConflicts(fates: Fates): number {
  return conflictFates.reduce((sum, fate) => sum + fates[fate], 0);
}

/**
 * Judges rows of one file that share a key. The highest version stays; older ones are stale; identical ones collapse. Rows
 * of the same version that differ are a conflict, all of them, unless the feed says the last one counts.
 */
function judgeTwins(feed: Feed, contract: Contract, keys: readonly string[]): string {
  const key = keys.join(", ");
  const differing = feed.conflict === "last" ? "'stale'" : "'conflict'";
  const stands = feed.conflict === "last" ? "content is not distinct from last_content" : "contents = 1";
  const told = [...nameTold(feed, contract), ...(feed.deletes === undefined ? [] : ["_deleted"])];
  return `insert into temp.fates
with good as (
    select rowid + 1 as record, ${key}, row(${told.join(", ")}) as content, _version from temp.staged where ${isGood}
),
twins as (
    select * from good semi join (select ${key} from good group by all having count(*) > 1) as repeated using (${key})
),
ranked as (
    select *, coalesce(_version, 0) = max(coalesce(_version, 0)) over (partition by ${key}) as is_newest from twins
),
newest as (
    select
        record,
        row_number() over (partition by ${key}, content order by record) as copy,
        content,
        last_value(content) over (partition by ${key} order by record rows between unbounded preceding and unbounded following) as last_content,
        count(distinct content) over (partition by ${key}) as contents
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
function judgeAgainstHeld(feed: Feed, contract: Contract, keys: readonly string[], late: Late | undefined): string {
  const changed = feed.mode === "append" ? "changed_event" : "updated";
  const compared = [
    ...nameTold(feed, contract),
    ...(feed.partial ? [] : ["_version"]),
    ...(feed.mode === "append" ? [] : ["_extra"]),
  ];
  const unknown = feed.partial ? [] : listUnmapped(feed, contract);
  const same = [
    ...(feed.deletes === undefined ? [] : ["not winners._deleted"]),
    ...compared.map((name) => `held.${name} is not distinct from winners.${name}`),
    ...unknown.map(({ name }) => `held.${quoteName(name)} is null`),
  ];
  const order = late === undefined || feed.mode === "append" ? [] : lateCases(feed, late);
  return `insert into temp.fates
with winners as (
    select *, rowid + 1 as record
    from temp.staged
    where ${isGood} and rowid + 1 not in (select record from temp.fates)
)
select
    winners.record,
    case
        when ${same.join(" and ")} then 'unchanged'
        when held._version > winners._version then 'stale'
        ${order.join("\n        ")}
        else ${quoteText(changed)}
    end as fate
from winners
inner join ${contract.relation} as held using (${keys.join(", ")})
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

const noFates: Fates = {
  collapsed: 0,
  stale: 0,
  unchanged: 0,
  updated: 0,
  deleted: 0,
  conflict: 0,
  changed_event: 0,
  order_unknown: 0,
};

async function countFates(connection: Connection): Promise<Fates> {
  const counts = { ...noFates };
  const found = await connection.rows<{ fate: Fate; rows: number }>(
    "select fate, count(*) as rows from temp.fates group by fate",
  );
  for (const { fate, rows } of found) counts[fate] = rows;
  return counts;
}
