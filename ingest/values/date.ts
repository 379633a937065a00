import { quoteText } from "../../warehouse/sql.ts";
import type { Conversion, ValueParser } from "./conversion.ts";
import { type DatePart, type DateToken, parseDateFormat } from "./date-format.ts";

const earliestYear = 1900;
const latestYear = 2100;

const gates: Readonly<Record<DateToken, string>> = {
  yyyy: "[0-9]{4}",
  yy: "[0-9]{2}",
  MM: "[0-9]{2}",
  M: "[0-9]{1,2}",
  dd: "[0-9]{2}",
  d: "[0-9]{1,2}",
  HH: "[0-9]{2}",
  H: "[0-9]{1,2}",
  mm: "[0-9]{2}",
  ss: "[0-9]{2}",
  SSS: "[0-9]{1,9}",
  XXX: "(Z|[+-][0-9]{2}(:?[0-9]{2})?)",
};

const directives: Readonly<Record<DateToken, string>> = {
  yyyy: "%Y",
  yy: "%y",
  MM: "%m",
  M: "%m",
  dd: "%d",
  d: "%d",
  HH: "%H",
  H: "%H",
  mm: "%M",
  ss: "%S",
  SSS: "%f",
  XXX: "%z",
};

/**
 * Reads days in one of the listed formats. A format may carry a time, which is dropped; with a zone, the day is that of
 * the source's zone. A format without a day means the first of the month. `yy` is 1969 to 2068.
 */
export const dateParser: ValueParser = (text, mapping) => {
  const zone = mapping.timeZone ?? "UTC";
  const readings = mapping.locale.dates.map((format) =>
    readFormat(text, format, {
      zoned: (instant) => `timezone(${quoteText(zone)}, ${instant})`,
      local: (moment) => moment,
    }),
  );
  const read = conversion(`cast(${firstOf(readings)} as date)`, mapping.locale.dates, text, "date");
  const [only] = mapping.locale.dates;
  return mapping.locale.dates.length === 1 && only === "yyyy-MM-dd"
    ? { ...read, value: readBoundedIsoDay(text) }
    : read;
};

/** Reads `yyyy-MM-dd` between the first and the last year without taking the text apart twice. */
function readBoundedIsoDay(text: string): string {
  const day = `try_cast(${text} as date)`;
  const isNear = `strlen(${text}) = 10 and ${text} between '${earliestYear}-01-01' and '${latestYear}-12-31'`;
  return `case when ${isNear} and cast(${day} as varchar) = ${text} then ${day} end`;
}

/**
 * Reads instants in one of the listed formats, as UTC. Without a zone in the format, the time is local to the source; a
 * time that occurs twice when clocks go back is the later one, a time they skip is an hour later.
 */
export const timestampParser: ValueParser = (text, mapping) => {
  const zone = mapping.timeZone ?? "UTC";
  const isUtc = zone === "UTC" || zone === "Etc/UTC";
  const readings = mapping.locale.timestamps.map((format) =>
    readFormat(text, format, {
      zoned: (instant) => `timezone('UTC', ${instant})`,
      local: (moment) => (isUtc ? moment : `timezone('UTC', timezone(${quoteText(zone)}, ${moment}))`),
    }),
  );
  return conversion(firstOf(readings), mapping.locale.timestamps, text, "timestamp");
};

interface Reading {
  readonly zoned: (instant: string) => string;
  readonly local: (moment: string) => string;
}

/** Reads one format behind a gate of its exact shape: `try_strptime` alone takes more than it is asked for. */
function readFormat(text: string, format: string, reading: Reading): string {
  if (format === "yyyy-MM-dd") return reading.local(readIsoDay(text));
  const parts = parseDateFormat(format);
  const moment = `try_strptime(${prepare(text, parts)}, ${quoteText(parts.map(directive).join(""))})`;
  const hasZone = parts.some(({ token }) => token === "XXX");
  return `case when regexp_full_match(${text}, ${quoteText(shapeOf(format))}) then ${
    hasZone ? reading.zoned(moment) : reading.local(moment)
  } end`;
}

/** Reads `yyyy-MM-dd` the quick way: what a cast takes and writes back as it was. Years are bounded by the caller. */
function readIsoDay(text: string): string {
  const day = `try_cast(${text} as date)`;
  return `case when cast(${day} as varchar) = ${text} then cast(${day} as timestamp) end`;
}

/** Writes the regular expression of a date format's exact shape. */
export function shapeOf(format: string): string {
  return parseDateFormat(format)
    .map(({ token, literal }) => (token === undefined ? escapeRegex(literal) : gates[token]))
    .join("");
}

/** Brings text to what `strptime` knows: `Z` as a zone is `+00`, fractions end at microseconds. */
function prepare(text: string, parts: readonly DatePart[]): string {
  const has = (token: DateToken) => parts.some((part) => part.token === token);
  const cut = has("SSS") ? `regexp_replace(${text}, '([.,][0-9]{6})[0-9]+', '\\1')` : text;
  return has("XXX") ? `regexp_replace(${cut}, 'Z$', '+00')` : cut;
}

function directive({ token, literal }: DatePart): string {
  return token === undefined ? literal.replaceAll("%", "%%") : directives[token];
}

function firstOf(readings: readonly string[]): string {
  return readings.length === 1 ? (readings[0] ?? "null") : `coalesce(${readings.join(", ")})`;
}

function conversion(read: string, formats: readonly string[], text: string, rule: "date" | "timestamp"): Conversion {
  const shapes = formats.map((format) => `regexp_full_match(${text}, ${quoteText(shapeOf(format))})`);
  const expected = quoteText(`is not in the format ${formats.slice(0, 3).join(" or ")}`);
  return {
    value: `case when year(${read}) between ${earliestYear} and ${latestYear} then ${read} end`,
    faults: [
      {
        rule: "range",
        when: `year(${read}) is not null`,
        message: quoteText(`is outside the years ${earliestYear} to ${latestYear}`),
      },
      { rule, when: `(${shapes.join(" or ")})`, message: quoteText("does not exist in the calendar") },
      { rule, when: "true", message: expected },
    ],
  };
}

function escapeRegex(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, "\\$&");
}
