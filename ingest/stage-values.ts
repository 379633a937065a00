import { quoteText } from "../warehouse/sql.ts";
import { listColumns } from "./contracts/contract.ts";
import { entities } from "./contracts/entities.ts";
import type { Draft, InputColumn } from "./formats/reader.ts";
import { findColumn } from "./header.ts";
import type { Feed, Mapping } from "./source.ts";
import type { Fault } from "./values/conversion.ts";
import { constant, convert, meansNothing } from "./values/convert.ts";
import { dateParser, timestampParser } from "./values/date.ts";
import { wholeParser } from "./values/number.ts";

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

/** Plans the text, the conversion and the faults of each value of a row. */
export function planValues(input: StageInput): readonly StagedValue[] {
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
export function trimSql({ sql, isPadded }: Part): string {
  return isPadded ? `nullif(trim(${sql}, ${quoteText(blanks)}), '')` : sql;
}

/** Trims text; what is empty then, or listed as no value, is null. */
function cleanSql(part: Part, nulls: readonly string[], strip: readonly string[]): string {
  const stripped = strip.reduce((sql, word) => `replace(${sql}, ${quoteText(word)}, '')`, part.sql);
  const trimmed = trimSql({ sql: stripped, isPadded: part.isPadded || strip.length > 0 });
  const none = nulls.filter((word) => word.trim() !== "").map((word) => quoteText(word.trim()));
  return none.length === 0 ? trimmed : `case when ${trimmed} in (${none.join(", ")}) then null else ${trimmed} end`;
}

/** Gets a column that the header was found to have. */
export function requireColumn(records: Draft, name: string): InputColumn {
  const column = findColumn(records.columns, name);
  if (column === undefined) throw new Error(`no column ${name} after the header was checked`);
  return column;
}
