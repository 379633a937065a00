import type { Connection } from "../../warehouse/connection.ts";
import { quoteText } from "../../warehouse/sql.ts";
import { type Draft, FileFault } from "../formats/reader.ts";
import { findColumn } from "../header.ts";
import type { Feed, Mapping } from "../source.ts";
import { convert } from "../values/convert.ts";

/** Tells whether a feed has columns whose order of day and month their values decide. */
export function hasOpenDayOrder({ mappings }: Feed): boolean {
  return mappings.some(({ dayOrder }) => dayOrder === "by_column");
}

/**
 * Decides, for columns that leave it to their values, whether the day or the month comes first: by days above 12, over the
 * whole column.
 * @throws FileFault, held, where every value fits both ways, and where values fit either way only.
 */
export async function decideDayOrder(connection: Connection, feed: Feed, records: Draft): Promise<Feed> {
  if (!hasOpenDayOrder(feed)) return feed;
  const mappings: Mapping[] = [];
  for (const mapping of feed.mappings) {
    mappings.push(mapping.dayOrder === "by_column" ? await decideMapping(connection, mapping, records) : mapping);
  }
  return { ...feed, mappings };
}

/** Writes formats with day and month in each other's place; those that begin with the year have one order. */
export function swapDayAndMonth(formats: readonly string[]): readonly string[] {
  const other: Readonly<Record<string, string>> = { dd: "MM", d: "M", MM: "dd", M: "d" };
  return formats.map((format) =>
    format.startsWith("y") ? format : format.replaceAll(/'[^']*'|MM?|dd?/g, (token) => other[token] ?? token),
  );
}

interface Votes {
  readonly as_listed: number;
  readonly as_swapped: number;
  readonly either: number;
  readonly listed_example: string | null;
  readonly swapped_example: string | null;
  readonly open_example: string | null;
  readonly open_listed: string | null;
  readonly open_swapped: string | null;
}

async function decideMapping(connection: Connection, mapping: Mapping, records: Draft): Promise<Mapping> {
  const [name] =
    mapping.origin.kind === "value" ? [] : mapping.origin.names.filter((one) => findColumn(records.columns, one));
  const column = name === undefined ? undefined : findColumn(records.columns, name);
  if (column === undefined) return mapping;
  const swapped = withFormats(mapping, swapDayAndMonth);
  const nulls = mapping.locale.nulls.filter((word) => word.trim() !== "").map((word) => quoteText(word.trim()));
  const skip = nulls.length === 0 ? "true" : `t not in (${nulls.join(", ")})`;
  const votes = await connection.row<Votes>(
    `select
       count(*) filter (listed is not null and swapped is null) as as_listed,
       count(*) filter (listed is null and swapped is not null) as as_swapped,
       count(*) filter (listed <> swapped) as either,
       min(t) filter (listed is not null and swapped is null) as listed_example,
       min(t) filter (listed is null and swapped is not null) as swapped_example,
       min(t) filter (listed <> swapped) as open_example,
       arg_min(cast(listed as varchar), t) filter (listed <> swapped) as open_listed,
       arg_min(cast(swapped as varchar), t) filter (listed <> swapped) as open_swapped
     from (
         select t, ${convert("t", mapping).value} as listed, ${convert("t", swapped).value} as swapped
         from (select distinct trim(${column.sql}) as t from ${records.relation})
         where ${skip}
     )`,
  );
  if (votes === undefined) throw new Error("an aggregate gave no row");
  if (votes.as_listed > 0 && votes.as_swapped > 0) throw mixed(mapping, column.name, votes);
  if (votes.as_swapped > 0) return swapped;
  if (votes.as_listed === 0 && votes.either > 0) throw ambiguous(mapping, column.name, votes);
  return mapping;
}

function withFormats(mapping: Mapping, change: (formats: readonly string[]) => readonly string[]): Mapping {
  const { locale } = mapping;
  return { ...mapping, locale: { ...locale, dates: change(locale.dates), timestamps: change(locale.timestamps) } };
}

function formatsOf({ column, locale }: Mapping): readonly string[] {
  return column.sqlType === "date" ? locale.dates : locale.timestamps;
}

function ambiguous(mapping: Mapping, name: string, votes: Votes): FileFault {
  const [listed] = formatsOf(mapping);
  const [other] = swapDayAndMonth(formatsOf(mapping));
  return new FileFault(
    "date_ambiguous",
    `every value of ${name} fits ${listed} and ${other}: "${votes.open_example}" is ${votes.open_listed} or ${votes.open_swapped}`,
    `Say which it is: leave out day_order, and list ${listed} or ${other} in dates.`,
  );
}

function mixed(mapping: Mapping, name: string, votes: Votes): FileFault {
  const [listed] = formatsOf(mapping);
  const [other] = swapDayAndMonth(formatsOf(mapping));
  return new FileFault(
    "date_ambiguous",
    `${name} is written in two orders: "${votes.listed_example}" fits ${listed} alone, "${votes.swapped_example}" ${other} alone`,
    "Export the column in one format; no order is guessed row by row.",
  );
}
