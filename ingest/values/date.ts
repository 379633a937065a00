import { quoteText } from "../../warehouse/sql.ts";
import { bind } from "./bind.ts";
import type { Conversion, Fault, ValueParser } from "./conversion.ts";
import { type DatePart, type DateToken, parseDateFormat } from "./date-format.ts";
import { readingDigits } from "./digits.ts";
import { firstJalaliYear, jalaliDay, lastJalaliYear } from "./jalali.ts";
import { type MonthToken, monthNumberSql, monthShapes } from "./months.ts";

const earliestYear = 1900;
const latestYear = 2100;

const gates: Readonly<Record<DateToken, string>> = {
  yyyy: "[0-9]{4}",
  yy: "[0-9]{2}",
  ...monthShapes,
  MM: "[0-9]{2}",
  M: "[0-9]{1,2}",
  dd: "[0-9]{2}",
  d: "[0-9]{1,2}",
  HH: "[0-9]{2}",
  H: "[0-9]{1,2}",
  hh: "(?:0[1-9]|1[0-2])",
  h: "(?:0?[1-9]|1[0-2])",
  mm: "[0-9]{2}",
  ss: "[0-9]{2}",
  SSS: "[0-9]{1,9}",
  a: "(?:[AaPp]\\.?[Mm]\\.?|[قب]\\.?ظ\\.?)",
  XXX: "(?:Z|UTC|[+-][0-9]{2}(?::?[0-9]{2})?)",
};

const directives: Readonly<Record<DateToken, string>> = {
  yyyy: "%Y",
  yy: "%y",
  MMMM: "%m",
  MMM: "%m",
  MM: "%m",
  M: "%m",
  dd: "%d",
  d: "%d",
  HH: "%H",
  H: "%H",
  hh: "%I",
  h: "%I",
  mm: "%M",
  ss: "%S",
  SSS: "%f",
  a: "%p",
  XXX: "%z",
};

/**
 * Reads days in one of the listed formats. A format may carry a time, which is dropped; with a zone, the day is that of
 * the source's zone. A format without a day means the first of the month. `yy` is 1969 to 2068.
 */
export const dateParser: ValueParser = readingDigits((text, mapping) => {
  const zone = mapping.timeZone ?? "UTC";
  const { calendar, dates: formats } = mapping.locale;
  const readings = formats.map((format) =>
    readFormat(text, format, {
      calendar,
      zoned: (instant) => `timezone(${quoteText(zone)}, ${instant})`,
      local: (moment) => moment,
    }),
  );
  const read = conversion(`cast(${firstOf(readings)} as date)`, text, { formats, calendar, rule: "date" });
  const isIso = formats.length === 1 && formats[0] === "yyyy-MM-dd" && calendar !== "persian";
  return isIso ? { ...read, value: readBoundedIsoDay(text) } : read;
});

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
export const timestampParser: ValueParser = readingDigits((text, mapping) => {
  const zone = mapping.timeZone ?? "UTC";
  const isUtc = zone === "UTC" || zone === "Etc/UTC";
  const { calendar, timestamps: formats } = mapping.locale;
  const readings = formats.map((format) =>
    readFormat(text, format, {
      calendar,
      zoned: (instant) => `timezone('UTC', ${instant})`,
      local: (moment) => (isUtc ? moment : `timezone('UTC', timezone(${quoteText(zone)}, ${moment}))`),
    }),
  );
  return conversion(firstOf(readings), text, { formats, calendar, rule: "timestamp" });
});

type Calendar = "gregorian" | "persian" | undefined;

interface Reading {
  readonly calendar: Calendar;
  readonly zoned: (instant: string) => string;
  readonly local: (moment: string) => string;
}

/** Reads one format behind a gate of its exact shape: `try_strptime` alone takes more than it is asked for. */
function readFormat(text: string, format: string, reading: Reading): string {
  if (format === "yyyy-MM-dd" && reading.calendar !== "persian") return reading.local(readIsoDay(text));
  const parts = parseDateFormat(format);
  const moment =
    reading.calendar === "persian"
      ? persianMoment(text, format, parts)
      : `try_strptime(${prepare(text, format, parts)}, ${quoteText(parts.map(directive).join(""))})`;
  const hasZone = parts.some(({ token }) => token === "XXX");
  return `case when regexp_full_match(${text}, ${quoteText(shapeOf(format))}) then ${
    hasZone ? reading.zoned(moment) : reading.local(moment)
  } end`;
}

/** Reads a Persian date as a day of ours, and the time behind it as it stands. `yy` is 1350 to 1449. */
function persianMoment(text: string, format: string, parts: readonly DatePart[]): string {
  const whole = (token: string) => `try_cast(${token} as integer)`;
  const read = (written: string) => {
    const pick = (initial: string) => cutPart(written, format, initial);
    const year = parts.some(({ token }) => token === "yy")
      ? `(${whole(pick("y"))} + case when ${whole(pick("y"))} < 50 then 1400 else 1300 end)`
      : whole(pick("y"));
    const hasDay = parts.some(({ token }) => token?.startsWith("d"));
    const name = monthToken(parts);
    const month = name === undefined ? pick("M") : monthNumberSql(pick("M"), name, "persian");
    const day = jalaliDay(year, whole(month), hasDay ? whole(pick("d")) : "1");
    const times = parts.flatMap(({ token }) => (token === undefined || /^[yMd]/.test(token) ? [] : [token]));
    if (times.length === 0) return `cast(${day} as timestamp)`;
    const time = times.map((token) => pick(token.charAt(0))).join(" || ' ' || ");
    const shape = `%Y-%m-%d ${times.map((token) => directives[token]).join(" ")}`;
    return `try_strptime(cast(${day} as varchar) || ' ' || ${time}, ${quoteText(shape)})`;
  };
  const prepared = prepareTimes(text, parts);
  return prepared === text ? read(text) : bind(prepared, "written", read);
}

const widths: Readonly<Partial<Record<DateToken, number>>> = {
  yyyy: 4,
  yy: 2,
  MM: 2,
  dd: 2,
  HH: 2,
  hh: 2,
  mm: 2,
  ss: 2,
};

/** Writes SQL for the text of a token, given that the text has the shape of the format: by its place where that is fixed. */
function cutPart(text: string, format: string, initial: string): string {
  let start = 1;
  for (const { token, literal } of parseDateFormat(format)) {
    const width = token === undefined ? literal.length : widths[token];
    if (width === undefined) break;
    if (token?.charAt(0) === initial) return `${text}[${start}:${start + width - 1}]`;
    start += width;
  }
  return pickPart(text, format, initial);
}

/** Writes SQL for the text of the token with that initial. */
function pickPart(text: string, format: string, initial: string): string {
  const shape = shapeOf(format, (token) => token.charAt(0) === initial);
  return `regexp_extract(${text}, ${quoteText(`^${shape}$`)}, 1)`;
}

/** Reads `yyyy-MM-dd` the quick way: what a cast takes and writes back as it was. Years are bounded by the caller. */
function readIsoDay(text: string): string {
  const day = `try_cast(${text} as date)`;
  return `case when cast(${day} as varchar) = ${text} then cast(${day} as timestamp) end`;
}

/** Writes the regular expression of a date format's exact shape, with a group for each of the tokens asked for. */
export function shapeOf(format: string, isAsked: (token: DateToken) => boolean = () => false): string {
  return parseDateFormat(format)
    .map(({ token, literal }) => {
      if (token === undefined) return escapeRegex(literal);
      return isAsked(token) ? `(${gates[token]})` : gates[token];
    })
    .join("")
    .replace(/ (?=\(?\(\?:\[AaPp\])/, "[ \u00a0\u202f]");
}

function monthToken(parts: readonly DatePart[]): MonthToken | undefined {
  return parts.map(({ token }) => token).find((token) => token === "MMM" || token === "MMMM");
}

/** Brings text to what `strptime` knows: months are numbers, and times as `prepareTimes` leaves them. */
function prepare(text: string, format: string, parts: readonly DatePart[]): string {
  const token = monthToken(parts);
  if (token === undefined) return prepareTimes(text, parts);
  const name = pickPart(text, format, "M");
  return prepareTimes(`replace(${text}, ${name}, ${monthNumberSql(name, token, "gregorian")})`, parts);
}

/** `Z` as a zone is `+00`, fractions end at microseconds, AM and PM are Latin letters. */
function prepareTimes(text: string, parts: readonly DatePart[]): string {
  const has = (token: DateToken) => parts.some((part) => part.token === token);
  const cut = has("SSS") ? `regexp_replace(${text}, '([.,][0-9]{6})[0-9]+', '\\1')` : text;
  const zoned = has("XXX") ? `regexp_replace(${cut}, '(Z|UTC)$', '+00')` : cut;
  return has("a") ? withHalves(zoned) : zoned;
}

/** Halves of a day, however they are written, become AM and PM behind a plain space. */
function withHalves(text: string): string {
  const write = (sql: string, mark: string, half: string) => `regexp_replace(${sql}, '${mark}', '${half}')`;
  const spaced = `regexp_replace(${text}, '[\u00a0\u202f]', ' ', 'g')`;
  return write(write(spaced, "[Aa]\\.?[Mm]\\.?|ق\\.?ظ\\.?", "AM"), "[Pp]\\.?[Mm]\\.?|ب\\.?ظ\\.?", "PM");
}

function directive({ token, literal }: DatePart): string {
  return token === undefined ? literal.replaceAll("%", "%%") : directives[token];
}

function firstOf(readings: readonly string[]): string {
  return readings.length === 1 ? (readings[0] ?? "null") : `coalesce(${readings.join(", ")})`;
}

interface Expected {
  readonly formats: readonly string[];
  readonly calendar: Calendar;
  readonly rule: "date" | "timestamp";
}

function conversion(read: string, text: string, { formats, calendar, rule }: Expected): Conversion {
  const shapes = formats.map((format) => `regexp_full_match(${text}, ${quoteText(shapeOf(format))})`);
  const expected = quoteText(`is not in the format ${formats.slice(0, 3).join(" or ")}`);
  const isThere = `(${shapes.join(" or ")})`;
  if (calendar === "persian") {
    const persian = { rule: "calendar", when: isThere, message: quoteText("does not exist in the Persian calendar") };
    return {
      value: read,
      faults: [...persianFaults(text, formats), persian, { rule, when: "true", message: expected }],
    };
  }
  return {
    value: `case when year(${read}) between ${earliestYear} and ${latestYear} then ${read} end`,
    faults: [
      {
        rule: "range",
        when: `year(${read}) is not null`,
        message: quoteText(`is outside the years ${earliestYear} to ${latestYear}`),
      },
      { rule, when: isThere, message: quoteText("does not exist in the calendar") },
      { rule, when: "true", message: expected },
    ],
  };
}

/** Says of a text in the right shape why it is no Persian day: a year of another calendar, or of no leap day. */
function persianFaults(text: string, formats: readonly string[]): readonly Fault[] {
  const number = (format: string, initial: string) => `try_cast(${pickPart(text, format, initial)} as integer)`;
  const has = (format: string, initial: string) =>
    parseDateFormat(format).some(({ token }) => token?.startsWith(initial));
  const isForeign = formats
    .filter((format) => has(format, "yyyy"))
    .map((format) => `${number(format, "y")} not between ${firstJalaliYear} and ${lastJalaliYear}`);
  const isLeapDay = formats
    .filter((format) => has(format, "d"))
    .map((format) => `(${number(format, "M")} = 12 and ${number(format, "d")} = 30)`);
  const foreign = `has a year that is not Persian (${firstJalaliYear} to ${lastJalaliYear}); if the column is Gregorian, say calendar: gregorian`;
  return [
    { rule: "calendar", when: ["false", ...isForeign].join(" or "), message: quoteText(foreign) },
    {
      rule: "calendar",
      when: ["false", ...isLeapDay].join(" or "),
      message: quoteText("does not exist: the year is not a leap year"),
    },
  ];
}

function escapeRegex(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, "\\$&");
}
