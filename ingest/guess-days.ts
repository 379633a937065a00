import { shapeOf } from "./values/date.ts";
import { type DateToken, parseDateFormat } from "./values/date-format.ts";
import { foldMonth, type MonthToken, monthNames } from "./values/months.ts";

/** How the days of a column are written. */
export interface DayGuess {
  readonly type: "date" | "timestamp";
  /** Formats that fit all values; more than one is ambiguous. */
  readonly formats: readonly string[];
  /** Values are written in all of the formats, each in one. */
  readonly isMixed?: true;
  /** The years are those of the Persian calendar. */
  readonly calendar?: "persian";
}

/** Months in figures, which may be numbers too: only years that people plan and sell in make them months. */
const bareMonths: ReadonlySet<string> = new Set(["yyyy-MM", "MM.yyyy", "MM/yyyy"]);
const nearYear = /(?<!\d)(?:19[5-9]|20[0-6]|13[5-9]|14[0-4])\d(?!\d)/;

/** Formats of days that are tried. Names of months leave no doubt; where a value has two digits, so has its format. */
const days = [
  ...["yyyy-MM-dd", "yyyy/MM/dd", "yyyy/M/d", "yyyy.MM.dd", "yyyy.MM.dd.", "yyyy. MM. dd.", "yyyy. M. d."],
  ...["dd.MM.yyyy", "dd/MM/yyyy", "MM/dd/yyyy", "d/M/yyyy", "M/d/yyyy", "d.M.yyyy", "dd-MM-yyyy", "MM-dd-yyyy"],
  ...["dd/MM/yy", "MM/dd/yy", "d/M/yy", "M/d/yy", "dd.MM.yy", "dd-MM-yy", "MM-dd-yy"],
  ...["d MMM yyyy", "d MMM, yyyy", "MMM d, yyyy", "d-MMM-yyyy", "d-MMM-yy", "d MMMM yyyy", "MMMM d, yyyy"],
  ...[
    "d MMMM yyyy 'г.'",
    "d MMM yyyy 'г.'",
    "d MMMM yyyy 'р.'",
    "d. MMMM yyyy",
    "d. MMM yyyy",
    "d 'de' MMMM 'de' yyyy",
  ],
  ...[
    "d-MMMM, yyyy",
    "yyyy-'yil' d-MMMM",
    "d-MMMM yyyy",
    "yyyy 'ж.' d MMMM",
    "d MMMM, yyyy",
    "MMM yyyy",
    "MMMM yyyy",
    "MMM-yy",
  ],
  ...bareMonths,
].map((format) => compile(format, ""));

/** Formats of times behind a day: hours of 24 with a fraction and a zone or without, and hours of 12 with their half. */
const times = [
  ...combine([" ", "'T'"], ["HH", "H"], [":mm", ":mm:ss", ":mm:ss.SSS"], ["", "XXX", " XXX"]),
  ...combine([" "], ["hh", "h"], [":mm", ":mm:ss"], ["a", " a"]),
].map((format) => compile(format, ".+?"));

const months: Readonly<Record<MonthToken, ReadonlySet<string>>> = { MMMM: namesOf("MMMM"), MMM: namesOf("MMM") };
const greatest: Readonly<Partial<Record<DateToken, number>>> = {
  ...{ MM: 12, M: 12, dd: 31, d: 31 },
  ...{ HH: 23, H: 23, mm: 59, ss: 59 },
};

/** Days without a mark between their parts, which may be numbers too. */
const unmarked = compile("yyyyMMdd", "");

/** Guesses how days, or days with times, are written; undefined where not every value is one. */
export function guessDays(values: readonly string[]): DayGuess | undefined {
  const ofDays = fittingDays(values);
  const formats = ofDays.length > 0 ? ofDays : fittingTimes(values);
  if (formats.length > 0) {
    const persian = hasPersianYears(values) ? { calendar: "persian" as const } : {};
    return { type: ofDays.length > 0 ? "date" : "timestamp", formats, ...persian };
  }
  const mixed = mixedDays(values);
  return mixed.length === 0 ? undefined : { type: "date", formats: mixed, isMixed: true };
}

/** Guesses days written as `20260305`, which may be numbers too: the caller knows that days are meant. */
export function guessUnmarkedDays(values: readonly string[]): DayGuess | undefined {
  const isDay = (value: string) => nearYear.test(value.slice(0, 4)) && takeOff(unmarked, value) !== undefined;
  if (!values.every(isDay)) return undefined;
  const isPersian = hasPersianYears(values.map((value) => `${value.slice(0, 4)}-`));
  return { type: "date", formats: [unmarked.format], ...(isPersian ? { calendar: "persian" as const } : {}) };
}

function fittingDays(values: readonly string[]): readonly string[] {
  const fitting = days
    .filter((day) => values.every((value) => takeOff(day, value) !== undefined))
    .filter(({ format }) => !bareMonths.has(format) || values.every((value) => nearYear.test(value)))
    .map(({ format }) => format);
  const named = fitting.find((format) => format.includes("MMM"));
  if (named !== undefined) return [named];
  const strict = fitting.filter((format) => /dd|MM/.test(format));
  return strict.length > 0 ? strict : fitting;
}

function fittingTimes(values: readonly string[]): readonly string[] {
  const fitting = times.flatMap((time) => {
    const before = values.map((value) => takeOff(time, value));
    if (before.some((day) => day === undefined)) return [];
    return fittingDays(before.flatMap((day) => day ?? [])).map((day) => day + time.format);
  });
  const isLoose = (format: string) => /(?<![Hh])[Hh]:/.test(format);
  const strict = fitting.filter((format) => !isLoose(format) || !fitting.includes(format.replace(/([Hh]):/, "$1$1:")));
  return strict.length > 0 ? strict : fittingTimesBefore(values);
}

/** Times before their days. */
const before = [
  ["HH:mm:ss ", /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d /],
  ["HH:mm ", /^(?:[01]\d|2[0-3]):[0-5]\d /],
  ["H:mm:ss ", /^(?:[01]?\d|2[0-3]):[0-5]\d:[0-5]\d /],
  ["H:mm ", /^(?:[01]?\d|2[0-3]):[0-5]\d /],
] as const;

function fittingTimesBefore(values: readonly string[]): readonly string[] {
  const [format, shape] = before.find(([, time]) => values.every((value) => time.test(value))) ?? [];
  if (format === undefined || shape === undefined) return [];
  return fittingDays(values.map((value) => value.replace(shape, ""))).map((day) => format + day);
}

const mostWays = 4;

/** Days written in several ways that leave no doubt: by their shape, each shape in one format; else none. */
function mixedDays(values: readonly string[]): readonly string[] {
  const shapes = new Map<string, string[]>();
  for (const value of values) {
    const shape = value.replace(/\d/g, "0").replace(/[A-Za-z]+/g, "a");
    shapes.set(shape, [...(shapes.get(shape) ?? []), value]);
  }
  if (shapes.size < 2 || shapes.size > mostWays) return [];
  const found = [...shapes.values()].map((own) => {
    const ofDays = fittingDays(own);
    return ofDays.length > 0 ? ofDays : fittingTimes(own);
  });
  return found.every((formats) => formats.length === 1) ? [...new Set(found.flat())] : [];
}

/** Years from 1300 to 1500, wherever four digits stand in a day. */
function hasPersianYears(values: readonly string[]): boolean {
  return values.every((value) => /^(?:1[34]\d\d|1500)(?!\d)|(?<!\d)(?:1[34]\d\d|1500)(?= |$)/.test(value));
}

/** A format, with the shape in which values are read by it: what stands before it, and each of its tokens. */
interface Pattern {
  readonly format: string;
  readonly shape: RegExp;
  readonly tokens: readonly DateToken[];
}

function compile(format: string, before: string): Pattern {
  const tokens = parseDateFormat(format).flatMap(({ token }) => token ?? []);
  return { format, tokens, shape: new RegExp(`^(${before})${shapeOf(format, () => true)}$`, "u") };
}

/** Says what stands before the part of a value that has the format; undefined where none has. */
function takeOff({ shape, tokens }: Pattern, value: string): string | undefined {
  const [, before, ...parts] = shape.exec(value) ?? [];
  return tokens.every((token, index) => isPossible(token, parts[index] ?? "")) ? before : undefined;
}

function isPossible(token: DateToken, text: string): boolean {
  if (token === "MMMM" || token === "MMM") return months[token].has(foldMonth(text));
  const most = greatest[token];
  return most === undefined || (Number(text) <= most && (Number(text) > 0 || !/^[Md]/.test(token)));
}

function namesOf(token: MonthToken): ReadonlySet<string> {
  return new Set([...monthNames(token), ...monthNames(token, "persian")].flat());
}

function combine(...parts: readonly (readonly string[])[]): readonly string[] {
  return parts.reduce((all, next) => all.flatMap((one) => next.map((part) => one + part)), [""]);
}
