import { quoteName, quoteText } from "../warehouse/sql.ts";
import { breaksSql, type CheckedValue, checkFaultSql, rejectingChecks } from "./checks/row.ts";
import { listColumns } from "./contracts/contract.ts";
import { entities } from "./contracts/entities.ts";
import type { Draft, InputColumn } from "./formats/reader.ts";
import { findColumn, foldName, knownNames } from "./header.ts";
import { planGate } from "./limits.ts";
import { listUnmapped } from "./partial.ts";
import type { Condition, Feed, Mapping } from "./source.ts";
import type { Fault } from "./values/conversion.ts";
import { constant, convert, meansNothing } from "./values/convert.ts";
import { dateParser, timestampParser } from "./values/date.ts";
import { wholeParser } from "./values/number.ts";
import { hasSignSql } from "./values/sign.ts";

/** What the SQL of one load is planned from. */
export interface StageInput {
  readonly feed: Feed;
  /** Feeds that read the same file, this one among them: what any of them maps is not extra. */
  readonly siblings: readonly Feed[];
  readonly records: Draft;
  /** Name of the file, for `$file`. */
  readonly fileName: string;
}

/** One value of a staged row: its text, its conversion and its faults. */
export interface StagedValue {
  /** Contract column, or `_version`. */
  readonly name: string;
  /** Name in the export, for messages. */
  readonly origin: string;
  readonly text: string;
  readonly value: string;
  readonly isRequired: boolean;
  readonly faults: readonly Fault[];
}

/** How records become rows. */
export interface StagePlan {
  /**
   * A query of one row per record, converted, in the order of the file. Texts are kept for bad rows only, as a list that ends
   * with the row's own text.
   */
  readonly query: string;
  /** The same query over another relation of the same columns. */
  over(relation: string): string;
  readonly values: readonly StagedValue[];
}

/** Plans the conversion of the records of one load. */
export function planStage(input: StageInput): StagePlan {
  const { feed, records } = input;
  const values = planValues(input);
  const skip = feed.only.map((condition) => conditionSql(condition, requireColumn(records, condition.column)));
  const isWanted = skip.length === 0 ? "true" : skip.join(" and ");
  const isDeleted = deletionSql(input);
  const { doubted = [] } = records;
  const gates = [
    planGate(feed, records)?.sql ?? "true",
    ...(doubted.length === 0 ? [] : [`not ${isAmong(doubted, "ordinal")}`]),
  ];
  const texts = values.map(({ text }, index) => `${text} as t${index}`);
  const converted = values.map(({ value }, index) => `${value} as v${index}`);
  const bad = planBad(feed, values);
  const named = values.map(({ name }, index) => `v${index} as ${quoteName(name)}`);
  const unknown = feed.partial === true ? listUnmapped(feed, entities[feed.entity]) : [];
  const others = unknown.map(({ name, sqlType }) => `cast(null as ${sqlType}) as ${quoteName(name)}`);
  const extra = extraSql(input);
  const isNumbered = knownNames(feed).includes("$record") || doubted.length > 0;
  const over = (relation: string) => `select
    ${[...named, ...(feed.version === undefined ? ["cast(null as bigint) as _version"] : []), ...others].join(",\n    ")},
    _extra,
    not is_whole as _broken,
    not is_wanted as _skipped,${isDeleted === undefined ? "" : "\n    is_deleted as _deleted,"}
    _bad,
    case when _bad then [${[...values.map((_, index) => `t${index}`), records.rawText].join(", ")}] end as _texts
from (
    select *, is_wanted and (not is_whole or ${bad}) as _bad
    from (
    select *, ${converted.join(", ")}
    from (
        select
            *,
            ${texts.join(",\n            ")},
            ${extra} as _extra,
            coalesce(${gates.join(" and ")}, false) as is_whole,
            coalesce(${isWanted}, false) as is_wanted${isDeleted === undefined ? "" : `,\n            ${isDeleted} as is_deleted`}
        from ${isNumbered ? withOrdinal(relation) : relation}
    )
    )
)`;
  return { values, query: over(records.relation), over };
}

/** Keeps converted rows as `temp.staged`. */
export function stageSql({ query }: StagePlan): string {
  return `create or replace temp table staged as\n${query}`;
}

const doubt = {
  rule: "quote_early",
  message:
    "its last quoted text may be closed too early: the line below that was set aside reads as the rest of this record",
};

function isAmong(ordinals: readonly number[], name: string): string {
  return `${name} in (${ordinals.join(", ")})`;
}

function withOrdinal(relation: string): string {
  return `(select *, row_number() over () as ordinal from ${relation})`;
}

/** Plans `create temp table faulty`: the texts of bad rows; most files have none. */
export function planFaulty(values: readonly StagedValue[]): string {
  const texts = values.map((_, index) => `_texts[${index + 1}] as t${index}`);
  return `create or replace temp table faulty as
select
    rowid + 1 as record,
    _broken,
    ${texts.join(",\n    ")},
    _texts[${values.length + 1}] as raw_text
from temp.staged
where _bad`;
}

/** Plans a query of the faults of rows in `temp.faulty`: `record`, `error_number`, `rule`, `column_name`, `value`, `message`. */
export function planFaults({ feed, records }: StageInput, values: readonly StagedValue[]): string {
  const gate = planGate(feed, records);
  const { doubted = [] } = records;
  const whole = ({ rule, message }: { readonly rule: string; readonly message: string }) =>
    `{place: 0, rule: ${quoteText(rule)}, column_name: cast(null as varchar), value: cast(null as varchar), message: ${quoteText(message)}}`;
  const ofGate = whole(gate ?? { rule: "", message: "" });
  const inDoubt = doubted.length === 0 ? "" : `when _broken and ${isAmong(doubted, "record")} then ${whole(doubt)} `;
  const broken = `case ${inDoubt}when _broken then ${ofGate} end`;
  const found = values.flatMap((value, index) => faultSql(value, index));
  const checked = values.map((value, index) => ({ ...seenByCheck(value), text: `t${index}` }));
  const broke = rejectingChecks(feed).map((check, index) =>
    checkFaultSql(check, feed, checked, values.length + index + 1),
  );
  return `select record, row_number() over (partition by record order by fault.place) as error_number,
    fault.rule as rule, fault.column_name as column_name, fault.value as value, fault.message as message, raw_text
from (
    select record, raw_text, unnest([${[broken, ...found, ...broke].join(",\n        ")}]) as fault
    from temp.faulty
)
where fault is not null`;
}

function planValues(input: StageInput): readonly StagedValue[] {
  const values = input.feed.mappings.map((mapping, index) => planValue(input, mapping, `t${index}`));
  const { version } = input.feed;
  return version === undefined ? values : [...values, planVersion(input, version, `t${values.length}`)];
}

function planValue(input: StageInput, mapping: Mapping, text: string): StagedValue {
  const { name, nullable } = mapping.column;
  if (mapping.origin.kind === "value") {
    const value = constant(mapping.origin.value, mapping);
    return { name, origin: name, text: "cast(null as varchar)", value, isRequired: !nullable, faults: [] };
  }
  const { value, faults } = convert(text, mapping);
  const fallback = mapping.fallback === undefined ? undefined : constant(mapping.fallback, mapping);
  return {
    name,
    origin: mapping.origin.names.join(" + "),
    text: textSql(input, mapping, mapping.origin),
    value: fallback === undefined ? value : `case when ${text} is null then ${fallback} else ${value} end`,
    isRequired: !nullable || mapping.required === true,
    faults,
  };
}

/** Versions are ordered as numbers: instants and days as microseconds since 1970. */
function planVersion({ feed, records }: StageInput, version: NonNullable<Feed["version"]>, text: string): StagedValue {
  const column = listColumns(entities[feed.entity])[0];
  if (column === undefined) throw new Error(`${feed.entity} has no columns`);
  const mapping: Mapping = { ...plainMapping, column, locale: feed.locale, timeZone: feed.timeZone };
  const parsers = { timestamp: timestampParser, date: dateParser, number: wholeParser };
  const { value, faults } = parsers[version.type](text, mapping);
  return {
    name: "_version",
    origin: version.name,
    text: cleanSql(requireColumn(records, version.name), feed.locale.nulls, []),
    value: version.type === "number" ? value : `epoch_us(cast(${value} as timestamp))`,
    isRequired: true,
    faults,
  };
}

const plainMapping: Omit<Mapping, "column" | "locale" | "timeZone"> = {
  origin: { kind: "value", value: "" },
  prefix: "",
  values: undefined,
  other: "keep",
  fallback: undefined,
  negate: false,
  shift: 0,
  strip: [],
  optional: false,
};

function textSql(input: StageInput, mapping: Mapping, origin: Exclude<Mapping["origin"], { kind: "value" }>): string {
  const parts = origin.names.flatMap((name) => findPart(input, name) ?? []);
  const [only] = parts;
  if (only === undefined) return "cast(null as varchar)";
  const { nulls } = mapping.locale;
  const filled = parts.map((part) => ({ sql: cleanSql(part, nulls, []), isPadded: false }));
  const joined = origin.kind === "columns" && parts.length > 1 ? joinParts(filled, origin.join) : only;
  const clean = cleanSql(joined, nulls, mapping.strip);
  const nothing = meansNothing(clean, mapping);
  return nothing === undefined ? clean : `case when ${nothing} then null else ${clean} end`;
}

/** SQL text, and whether it may have outer spaces. */
type Part = Pick<InputColumn, "sql" | "isPadded">;

function findPart(input: StageInput, name: string): Part | undefined {
  if (name === "$record") return { sql: "cast(ordinal as varchar)", isPadded: false };
  if (name === "$file") return { sql: quoteText(input.fileName), isPadded: true };
  return findColumn(input.records.columns, name);
}

/** Puts parts together, as if what stands for no value were not there; text without any part is no text. */
function joinParts(parts: readonly Part[], join: string): Part {
  const filled = parts.map((part) => `coalesce(${trimSql(part)}, '')`);
  const sql = `case when coalesce(${parts.map(trimSql).join(", ")}) is null then null else ${filled.join(` || ${quoteText(join)} || `)} end`;
  return { sql, isPadded: true };
}

const blanks =
  " \t\r\n\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufeff";

/** Takes outer spaces off; nothing is left of an empty text. */
function trimSql({ sql, isPadded }: Part): string {
  return isPadded ? `nullif(trim(${sql}, ${quoteText(blanks)}), '')` : sql;
}

/** Trims text; what is empty then, or listed as no value, is null. */
function cleanSql(part: Part, nulls: readonly string[], strip: readonly string[]): string {
  const stripped = strip.reduce((sql, word) => `replace(${sql}, ${quoteText(word)}, '')`, part.sql);
  const trimmed = trimSql({ sql: stripped, isPadded: part.isPadded || strip.length > 0 });
  const none = nulls.filter((word) => word.trim() !== "").map((word) => quoteText(word.trim()));
  return none.length === 0 ? trimmed : `case when ${trimmed} in (${none.join(", ")}) then null else ${trimmed} end`;
}

function requireColumn(records: Draft, name: string): InputColumn {
  const column = findColumn(records.columns, name);
  if (column === undefined) throw new Error(`no column ${name} after the header was checked`);
  return column;
}

function conditionSql(condition: Condition, column: InputColumn): string {
  const text = `coalesce(${trimSql(column)}, '')`;
  const list = (words: readonly string[]) => words.map((word) => quoteText(word)).join(", ");
  if (condition.in !== undefined) return `${text} in (${list(condition.in)})`;
  if (condition.not_in !== undefined) return `${text} not in (${list(condition.not_in)})`;
  if (condition.sign !== undefined) return hasSignSql(text, condition.sign);
  return condition.empty ? `${text} = ''` : `${text} <> ''`;
}

/** A row that deletes its key needs nothing but the key. */
function planBad(feed: Feed, values: readonly StagedValue[]): string {
  const { deletes, entity } = feed;
  const key: readonly string[] = entities[entity].key;
  const all = values.map((value, index) => ({ isKey: key.includes(value.name), bad: badSql(value, index) }));
  const join = (parts: readonly string[]) => (parts.length === 0 ? "false" : parts.join(" or "));
  const checked = values.map((value, index) => ({ ...seenByCheck(value), value: `v${index}` }));
  const checks = rejectingChecks(feed).map((check) => breaksSql(check, feed, checked));
  if (deletes === undefined) return join([...all.flatMap(({ bad }) => bad), ...checks]);
  const ofKey = join(all.filter(({ isKey }) => isKey).flatMap(({ bad }) => bad));
  const ofOthers = join([...all.filter(({ isKey }) => !isKey).flatMap(({ bad }) => bad), ...checks]);
  return `(${ofKey}) or (not is_deleted and (${ofOthers}))`;
}

/** SQL of whether a row deletes its key; undefined where the feed knows no such rows. */
function deletionSql({ feed, records }: StageInput): string | undefined {
  if (feed.deletes === undefined) return undefined;
  const column = findColumn(records.columns, feed.deletes.column);
  return column === undefined ? "false" : `coalesce(${conditionSql(feed.deletes, column)}, false)`;
}

function badSql({ isRequired, faults }: StagedValue, index: number): readonly string[] {
  if (isRequired) return [`v${index} is null`];
  return faults.length === 0 ? [] : [`(t${index} is not null and v${index} is null)`];
}

function seenByCheck(staged: StagedValue): CheckedValue {
  const { name, text, value } = staged;
  return { name, shown: shownName(staged), text, value };
}

function shownName({ name, origin }: StagedValue): string {
  return name === origin || name === "_version" ? origin : `${name} (${origin})`;
}

function faultSql(value: StagedValue, index: number): readonly string[] {
  const { name, faults, isRequired } = value;
  const text = `t${index}`;
  const shown = shownName(value);
  const fault = (rule: string, message: string) =>
    `{place: ${index + 1}, rule: ${quoteText(rule)}, column_name: ${quoteText(name)}, value: ${text}, message: ${message}}`;
  const cases = faults.map(
    ({ rule, when, message }) =>
      `when ${text} is not null and (${value.value}) is null and (${when}) then ${fault(rule, `${quoteText(`${shown} "`)} || left(${text}, 200) || '" ' || ${message}`)}`,
  );
  const missing = isRequired
    ? [
        `when ${text} is null and (${value.value}) is null then ${fault("required", quoteText(`${shown} has no value`))}`,
      ]
    : [];
  const all = [...missing, ...cases];
  return all.length === 0 ? [] : [`case ${all.join(" ")} end`];
}

/** Writes columns that no feed of the file maps as JSON text; null when they hold nothing. */
function extraSql({ feed, siblings, records }: StageInput): string {
  const extras = feed.keepExtra ? findExtras(siblings, records.columns) : [];
  const rest = feed.keepExtra ? records.extra : undefined;
  if (extras.length === 0) return rest ?? "cast(null as varchar)";
  const pairs = extras.map(({ name, sql }) => `${quoteText(name)}, ${sql}`);
  if (rest !== undefined) return mergeExtra(rest, extras, pairs);
  return `case when coalesce(${extras.map(({ sql }) => sql).join(", ")}) is null then null else cast(json_object(${pairs.join(", ")}) as varchar) end`;
}

/** Adds texts that are kept beside their values to what the reader put aside. */
function mergeExtra(rest: string, extras: readonly InputColumn[], pairs: readonly string[]): string {
  const texts = extras.map(({ sql }) => sql).join(", ");
  const merged = `json_merge_patch(json_object(${pairs.join(", ")}), coalesce(${rest}, '{}'))`;
  return `case when coalesce(${texts}, ${rest}) is null then null else cast(${merged} as varchar) end`;
}

function namesOf({ origin }: Mapping): readonly string[] {
  return origin.kind === "value" ? [] : origin.names.map((name) => foldName(name).replace(/#1$/, ""));
}

function findExtras(siblings: readonly Feed[], columns: readonly InputColumn[]): readonly InputColumn[] {
  const mapped = new Set(
    siblings.flatMap((feed) => knownNames(feed)).flatMap((name) => findColumn(columns, name)?.name ?? []),
  );
  const kept = new Set(
    siblings.flatMap(({ mappings }) => mappings.filter(({ keepsText }) => keepsText).flatMap(namesOf)),
  );
  return columns.filter(({ name, isDerived }) => !isDerived && (!mapped.has(name) || kept.has(foldName(name))));
}
