import type { Value } from "../connection.ts";
import { quoteName, quoteRelation, quoteText } from "../sql.ts";

/** A column with its SQL type, for tables that no model makes. */
export interface TypedColumn {
  readonly name: string;
  readonly sqlType: string;
}

/** Writes the statement that makes a table of a model. Stays on the model's first line, so that error lines agree. */
export function createTableAs(relation: string, select: string): string {
  return `create table ${quoteRelation(relation)} as ${withoutSemicolon(select)}\n`;
}

/** Writes the statement that makes a view of a model, its errors on the same lines. */
export function createViewAs(relation: string, select: string): string {
  return `create view ${quoteRelation(relation)} as ${withoutSemicolon(select)}\n`;
}

/** Writes a model as a subquery, for counting and sampling its rows. */
export function asSubquery(select: string): string {
  return `(${withoutSemicolon(select)}\n)`;
}

/** Ids of documents, of which there are about as many as rows. Ids of clients, products and managers repeat. */
export const documentIds: ReadonlySet<string> = new Set([
  "order_id",
  "order_line_id",
  "shipment_id",
  "invoice_id",
  "payment_id",
  "allocated_to",
  "interaction_id",
  "basket_id",
]);

/**
 * Writes the statement that makes an empty table. Texts named as distinct, hardly any of which repeats, are packed in the
 * way that is quickest to write: looking for repetitions costs as much again as all else (DECISIONS 55).
 */
export function createTable(
  relation: string,
  columns: readonly TypedColumn[],
  distinct: ReadonlySet<string> = new Set(),
): string {
  const packing = (name: string) => (distinct.has(name) ? " using compression zstd" : "");
  const list = columns.map(({ name, sqlType }) => `${quoteName(name)} ${sqlType}${packing(name)}`).join(", ");
  return `create table ${quoteRelation(relation)} (${list})`;
}

/** Writes the statement that fills a table with the rows of a model, its errors on the same lines. */
export function insertSelect(relation: string, select: string): string {
  return `insert into ${quoteRelation(relation)} ${withoutSemicolon(select)}\n`;
}

/** Writes the query that names the columns of a model and their types, without running it; errors on the same lines. */
export function describeSelect(select: string): string {
  return `describe ${withoutSemicolon(select)}\n`;
}

/**
 * Writes the statement that appends rows, given as one JSON text bound as `$1`: `[{"a": 1, "b": "x"}, …]`.
 * Decimals, dates and timestamps travel as text, so that nothing is rounded on the way. Each row has exactly the columns
 * given, and a value of the wrong kind is an error. With `text`, all values travel as text.
 */
export function insertJson(relation: string, columns: readonly TypedColumn[], values: "typed" | "text"): string {
  const shape = Object.fromEntries(
    columns.map(({ name, sqlType }) => [name, values === "text" ? "VARCHAR" : jsonType(sqlType)]),
  );
  const casts = columns.map(({ name, sqlType }) => `cast(item.${quoteName(name)} as ${sqlType})`).join(", ");
  const items = `unnest(from_json_strict($1, ${quoteText(JSON.stringify([shape]))}))`;
  return `insert into ${quoteRelation(relation)} select ${casts} from (select ${items} as item)`;
}

/** Writes a select of one row of constants. */
export function constantRow(values: readonly (TypedColumn & { readonly value: Value })[]): string {
  return `select ${values.map(({ name, sqlType, value }) => `cast(${literal(value)} as ${sqlType}) as ${quoteName(name)}`).join(", ")}`;
}

/** Writes a select of whole numbers from 0 to below `end`. */
export function numbersBelow(end: number): string {
  return `select cast(range as bigint) as n from range(${Math.trunc(end)})`;
}

/**
 * Writes a select of whole months of days with the weekly pattern of working days: from 15 years before a day, or from the oldest
 * day that facts tell of (60 years before at most: what is older is a mistake of typing), to 2 years after it. Weekdays are 1 (Monday)
 * to 7; quarters are those of the calendar year.
 */
export function calendarAround(day: string, workingWeekdays: readonly number[], oldest: string | null = null): string {
  const yearsBack = (years: number) => `date ${quoteText(day)} - interval ${years} year`;
  const first = oldest === null ? "null" : `greatest(date ${quoteText(oldest)}, ${yearsBack(60)})`;
  const worked = workingWeekdays.map((weekday) => Math.trunc(weekday)).join(", ");
  return `
    select
      cast(range as date) as day,
      cast(date_trunc('month', range) as date) as month,
      cast(date_trunc('quarter', range) as date) as quarter_start_date,
      cast(extract(year from range) as bigint) as year_number,
      cast(extract(isodow from range) as bigint) as weekday,
      extract(isodow from range) in (${worked}) as is_working_day
    from range(
      date_trunc('month', least(${yearsBack(15)}, ${first})),
      date_trunc('month', date ${quoteText(day)} + interval 25 month),
      interval 1 day
    )`;
}

/**
 * Writes a select of the rows of a raw table as they were known at an instant: loaded before it, and not closed before it.
 * Columns the file does not have yet are null; without an instant, current rows; `all` where all rows are current.
 * Instants the sources tell become what the clocks showed, and stand in UTC beside it (`done_at`, `done_utc_at`); when a
 * row was loaded and closed stays in UTC.
 */
export function rawAsKnown(
  relation: string,
  columns: readonly TypedColumn[],
  present: ReadonlySet<string>,
  before: string | "all" | null,
  clocks: Clocks,
): string {
  const list = columns.flatMap(({ name, sqlType }) => {
    const source = present.has(name) ? quoteName(name) : "null";
    const as = (value: string, column: string) => `cast(${value} as ${sqlType}) as ${quoteName(column)}`;
    if (!isTold({ name, sqlType })) return [as(source, name)];
    return [as(present.has(name) ? showOn(clocks, source) : source, name), as(source, inUtc(name))];
  });
  const cut =
    before === null
      ? "_closed_at is null"
      : before === "all"
        ? "true"
        : `_loaded_at < timestamp ${quoteText(before)} and (_closed_at is null or _closed_at >= timestamp ${quoteText(before)})`;
  const all = [...columns, ...columns.filter(isTold).map(({ name, sqlType }) => ({ name: inUtc(name), sqlType }))];
  return present.size === 0
    ? emptySelect(all)
    : `select ${list.join(", ")} from ${quoteRelation(relation)} where ${cut}`;
}

/** Is it an instant that a source tells, such as `done_at`? */
function isTold({ name, sqlType }: TypedColumn): boolean {
  return sqlType === "timestamp" && !name.startsWith("_");
}

function inUtc(name: string): string {
  return name.replace(/_at$/, "_utc_at");
}

/** Clocks of a time zone, and a stretch of UTC in which they were so many minutes ahead without a change. */
export interface Clocks {
  readonly timeZone: string;
  readonly from: string;
  readonly until: string;
  readonly minutes: number;
}

/** Writes what clocks show at an instant of UTC: a sum where they are steady, which takes a tenth of the time, else by the zone. */
function showOn({ timeZone, from, until, minutes }: Clocks, instant: string): string {
  if (timeZone === "UTC") return instant;
  const isSteady = `${instant} >= timestamp ${quoteText(from)} and ${instant} < timestamp ${quoteText(until)}`;
  return `case when ${isSteady} then ${instant} + interval (${minutes}) minute else ${inZone(timeZone, instant)} end`;
}

function inZone(timeZone: string, instant: string): string {
  return `timezone(${quoteText(timeZone)}, timezone('UTC', ${instant}))`;
}

/** Writes a select of the longest stretch around a day, since 1970 and at most three years on, in which clocks were not changed. */
export function steadyStretch(timeZone: string, day: string): string {
  return `
    with days as (
      select range as moment, cast(epoch(${inZone(timeZone, "range")} - range) / 60 as integer) as minutes
      from range(timestamp '1970-01-01', date ${quoteText(day)} + interval 3 year, interval 1 day)
    ),
    own as (select minutes from days where moment = date ${quoteText(day)})
    select
      own.minutes,
      cast(coalesce(max(moment) filter (where moment < date ${quoteText(day)} and days.minutes <> own.minutes) + interval 1 day, min(moment)) as varchar) as "from",
      cast(coalesce(min(moment) filter (where moment > date ${quoteText(day)} and days.minutes <> own.minutes) - interval 1 day, max(moment)) as varchar) as until
    from days cross join own
    group by own.minutes`;
}

/** Writes a select with the columns given and no rows. */
export function emptySelect(columns: readonly TypedColumn[]): string {
  return `${constantRow(columns.map((column) => ({ ...column, value: null })))} where false`;
}

function literal(value: Value): string {
  if (value === null) return "null";
  return typeof value === "string" ? quoteText(value) : String(value);
}

function jsonType(sqlType: string): string {
  const type = sqlType.toLowerCase();
  return type === "double" || type === "boolean" || type === "bigint" || type === "integer"
    ? type.toUpperCase()
    : "VARCHAR";
}

function withoutSemicolon(select: string): string {
  return select.replace(/;\s*$/, "");
}

/** Selects when work begins and ends on each day of `meta.calendar`, in whole minutes since the midnight of 1970-01-01. */
export function workingHours(from: string, to: string): string {
  const minute = (time: string) => `cast(epoch(day + time ${quoteText(time)}) / 60 as bigint)`;
  return `select day, ${minute(from)} as opens_minute, ${minute(to)} as closes_minute from meta.calendar`;
}
