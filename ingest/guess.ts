/** What the values of a column look like, with the values that say so. */
export interface ColumnGuess {
  readonly name: string;
  readonly type: "empty" | "number" | "date" | "timestamp" | "flag" | "text";
  /** Share of the sample without a value. */
  readonly emptyShare: number;
  /** Some different values, as evidence. */
  readonly examples: readonly string[];
  /** For numbers: marks; undefined where no value tells. */
  readonly decimal: string | undefined;
  readonly group: string | undefined;
  /** For numbers: the minus stands behind some. */
  readonly hasMinusBehind?: boolean;
  /** For numbers: marks of currencies beside them. */
  readonly currencies?: readonly string[];
  /** For dates and timestamps: the formats that fit all values; more than one is ambiguous. */
  readonly formats: readonly string[];
  /** For dates: values are written in all of the formats, each in one. */
  readonly isMixed?: true;
  /** For dates and timestamps: the years are those of the Persian calendar. */
  readonly calendar?: "persian";
  /** For numbers: a mark that is either, as far as this column tells. */
  readonly doubtful?: string;
  /** What a person has to decide about the column. */
  readonly question: string | undefined;
}

/** Day formats tried, with the order of day and month in each. */
const dayFormats: readonly (readonly [format: string, pattern: RegExp, order: "ymd" | "dmy" | "mdy"])[] = [
  ["yyyy-MM-dd", /^(\d{4})-(\d\d)-(\d\d)$/, "ymd"],
  ["yyyy/MM/dd", /^(\d{4})\/(\d\d)\/(\d\d)$/, "ymd"],
  ["yyyy/M/d", /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, "ymd"],
  ["yyyy.MM.dd", /^(\d{4})\.(\d\d)\.(\d\d)$/, "ymd"],
  ["dd.MM.yyyy", /^(\d\d)\.(\d\d)\.(\d{4})$/, "dmy"],
  ["dd/MM/yyyy", /^(\d\d)\/(\d\d)\/(\d{4})$/, "dmy"],
  ["MM/dd/yyyy", /^(\d\d)\/(\d\d)\/(\d{4})$/, "mdy"],
  ["d/M/yyyy", /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, "dmy"],
  ["M/d/yyyy", /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, "mdy"],
  ["d.M.yyyy", /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, "dmy"],
  ["dd-MM-yyyy", /^(\d\d)-(\d\d)-(\d{4})$/, "dmy"],
  ["MM-dd-yyyy", /^(\d\d)-(\d\d)-(\d{4})$/, "mdy"],
  ["dd/MM/yy", /^(\d\d)\/(\d\d)\/(\d\d)$/, "dmy"],
  ["MM/dd/yy", /^(\d\d)\/(\d\d)\/(\d\d)$/, "mdy"],
  ["d/M/yy", /^(\d{1,2})\/(\d{1,2})\/(\d\d)$/, "dmy"],
  ["M/d/yy", /^(\d{1,2})\/(\d{1,2})\/(\d\d)$/, "mdy"],
  ["dd.MM.yy", /^(\d\d)\.(\d\d)\.(\d\d)$/, "dmy"],
  ["dd-MM-yy", /^(\d\d)-(\d\d)-(\d\d)$/, "dmy"],
  ["MM-dd-yy", /^(\d\d)-(\d\d)-(\d\d)$/, "mdy"],
];

const months = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const longMonths = "january|february|march|april|may|june|july|august|september|october|november|december";

/** Formats with the English name of a month: they leave no doubt. */
const namedDays: readonly (readonly [format: string, pattern: RegExp])[] = [
  ["d MMM yyyy", new RegExp(`^\\d{1,2} (?:${months}) \\d{4}$`, "i")],
  ["d MMM, yyyy", new RegExp(`^\\d{1,2} (?:${months}), \\d{4}$`, "i")],
  ["MMM d, yyyy", new RegExp(`^(?:${months}) \\d{1,2}, \\d{4}$`, "i")],
  ["d-MMM-yyyy", new RegExp(`^\\d{1,2}-(?:${months})-\\d{4}$`, "i")],
  ["d-MMM-yy", new RegExp(`^\\d{1,2}-(?:${months})-\\d\\d$`, "i")],
  ["d MMMM yyyy", new RegExp(`^\\d{1,2} (?:${longMonths}) \\d{4}$`, "i")],
  ["MMMM d, yyyy", new RegExp(`^(?:${longMonths}) \\d{1,2}, \\d{4}$`, "i")],
];

const timeFormats: readonly (readonly [format: string, pattern: RegExp])[] = [
  [" HH:mm:ss", /^(.+) (\d\d:\d\d:\d\d)$/],
  [" H:mm:ss", /^(.+) (\d{1,2}:\d\d:\d\d)$/],
  [" HH:mm", /^(.+) (\d\d:\d\d)$/],
  [" H:mm", /^(.+) (\d{1,2}:\d\d)$/],
  ...["hh", "h"].flatMap((hour) =>
    ["mm:ss", "mm"].flatMap((rest) =>
      [" ", ""].map((gap): readonly [string, RegExp] => [` ${hour}:${rest}${gap}a`, halfDay(hour, rest, gap)]),
    ),
  ),
  [" HH:mm:ss XXX", /^(.+) (\d\d:\d\d:\d\d (?:Z|UTC|[+-]\d\d:?\d\d))$/],
  [" HH:mm:ssXXX", /^(.+) (\d\d:\d\d:\d\d(?:Z|UTC|[+-]\d\d(?::?\d\d)?))$/],
  [" HH:mm:ss.SSS XXX", /^(.+) (\d\d:\d\d:\d\d\.\d{1,9} (?:Z|UTC|[+-]\d\d:?\d\d))$/],
  [" HH:mm:ss.SSSXXX", /^(.+) (\d\d:\d\d:\d\d\.\d{1,9}(?:Z|[+-]\d\d(?::?\d\d)?))$/],
  [" HH:mm:ss.SSS", /^(.+) (\d\d:\d\d:\d\d\.\d{1,9})$/],
  ["'T'HH:mm", /^([^T]+)T(\d\d:\d\d)$/],
  ["'T'HH:mm:ssXXX", /^([^T]+)T(\d\d:\d\d:\d\d(?:Z|UTC|[+-]\d\d:?\d\d))$/],
  ["'T'HH:mm:ss.SSSXXX", /^([^T]+)T(\d\d:\d\d:\d\d\.\d{1,9}(?:Z|UTC|[+-]\d\d:?\d\d))$/],
  ["'T'HH:mm:ss", /^([^T]+)T(\d\d:\d\d:\d\d)$/],
];

/** Twelve hours with the half of the day, as `a` of a format reads it. */
function halfDay(hour: string, rest: string, gap: string): RegExp {
  const digits = hour === "hh" ? "\\d\\d" : "\\d{1,2}";
  const space = gap === "" ? "" : "[ \u00a0\u202f]";
  const times = rest === "mm" ? ":\\d\\d" : ":\\d\\d:\\d\\d";
  return new RegExp(`^(.+) (${digits}${times}${space}(?:[ap]\\.?m\\.?|[قب]\\.?ظ\\.?))$`, "iu");
}

const number = /^[+-]?(?:\d{1,3}(?:([ \u00a0\u202f\u2009'.,])\d{3})+|\d+)(?:([.,])\d+)?$/;
/** A mark of a currency before or behind a number. */
const currency =
  /^[$€£¥₽₴₸₹]\s*|\s*(?:[$€£¥₽₴₸₹]|руб\.?|грн\.?|тг\.?|сум|so'm|ریال|تومان|USD|EUR|RUB|UAH|KZT|UZS|IRR)$/iu;
const flags = [
  ["да", "нет"],
  ["yes", "no"],
  ["true", "false"],
  ["y", "n"],
  ["истина", "ложь"],
] as const;

/** Guesses what a column holds from a sample of its values. A guess fits every value of the sample, or it is text. */
export function guessColumn(name: string, sample: readonly string[]): ColumnGuess {
  const values = sample.map((value) => plainDigits(value.trim())).filter((value) => value !== "");
  const distinct = [...new Set(values)];
  const guess = {
    name,
    emptyShare: sample.length === 0 ? 1 : 1 - values.length / sample.length,
    examples: distinct.slice(0, 3),
    decimal: undefined,
    group: undefined,
    formats: [],
    question: undefined,
  };
  if (distinct.length === 0) return { ...guess, type: "empty" };
  const days = fittingDays(distinct);
  const times = days.length > 0 ? days : fittingTimes(distinct);
  if (times.length > 0) {
    const type = days.length > 0 ? "date" : "timestamp";
    const persian = hasPersianYears(distinct) ? { calendar: "persian" as const } : {};
    return { ...guess, type, formats: times, ...persian, question: ambiguity(name, times, distinct) };
  }
  const mixed = mixedDays(distinct);
  if (mixed.length > 0) {
    const asked = `Are the days of ${name} written in ${mixed.length} ways: ${mixed.join(", ")}? Each value fits one of them.`;
    return { ...guess, type: "date", formats: mixed, isMixed: true, question: asked };
  }
  const bare = distinct.map((value) => value.replace(currency, "").trim());
  const numbers = bare.map((value) => value.replace(/^([^+-].*)-$/, "-$1"));
  if (numbers.every((value) => number.test(value))) {
    const hasMinusBehind = numbers.some((value, index) => value !== bare[index]);
    const marks = [...new Set(distinct.flatMap((value) => currency.exec(value)?.[0].trim() ?? []))];
    const currencies = marks.length === 0 ? {} : { currencies: marks };
    return { ...guess, type: "number", ...guessMarks(name, numbers), hasMinusBehind, ...currencies };
  }
  const isFlag = flags.some((pair) => distinct.every((value) => pair.some((word) => word === value.toLowerCase())));
  return { ...guess, type: isFlag ? "flag" : "text" };
}

/** Persian and Arabic digits as those of ASCII. */
function plainDigits(text: string): string {
  return text.replaceAll(/[\u06f0-\u06f9\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) % 16));
}

/** Years from 1300 to 1500, wherever four digits stand in a day. */
function hasPersianYears(values: readonly string[]): boolean {
  return values.every((value) => /^(?:1[34]\d\d|1500)(?!\d)|(?<!\d)(?:1[34]\d\d|1500)(?= |$)/.test(value));
}

function fittingDays(values: readonly string[]): readonly string[] {
  const fitting = dayFormats.filter(([, pattern, order]) => values.every((value) => isDay(pattern.exec(value), order)));
  const named = namedDays.find(([, pattern]) => values.every((value) => pattern.test(value)));
  if (named !== undefined) return [named[0]];
  const strict = fitting.filter(([format]) => /dd|MM/.test(format));
  return (strict.length > 0 ? strict : fitting).map(([format]) => format);
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
  const found = [...shapes.values()].map(fittingDays);
  return found.every((formats) => formats.length === 1) ? [...new Set(found.flat())] : [];
}

function fittingTimes(values: readonly string[]): readonly string[] {
  const fitting = timeFormats.flatMap(([format, pattern]) => {
    const days = values.map((value) => pattern.exec(value)?.[1]);
    if (days.some((day) => day === undefined)) return [];
    return fittingDays(days.flatMap((day) => day ?? [])).map((day) => day + format);
  });
  return fitting.filter((format) => !/ [Hh]:/.test(format) || !fitting.includes(format.replace(/ ([Hh]):/, " $1$1:")));
}

function isDay(match: RegExpExecArray | null, order: "ymd" | "dmy" | "mdy"): boolean {
  if (match === null) return false;
  const [first, second, third] = match.slice(1).map(Number);
  const month = order === "mdy" ? first : second;
  const day = order === "ymd" ? third : order === "dmy" ? first : second;
  return isWithin(month, 12) && isWithin(day, 31);
}

function isWithin(value: number | undefined, most: number): boolean {
  return value !== undefined && value >= 1 && value <= most;
}

function ambiguity(name: string, formats: readonly string[], values: readonly string[]): string | undefined {
  if (formats.length < 2) return undefined;
  return `Is ${name} ${formats.join(" or ")}? All values fit, such as ${values.slice(0, 3).join(", ")}.`;
}

/** Tells decimal and group marks apart: a mark with other than three digits behind it, or the last of two, is the decimal. */
function guessMarks(
  name: string,
  values: readonly string[],
): Pick<ColumnGuess, "decimal" | "group" | "question" | "doubtful"> {
  const found = values.map((value) => number.exec(value)).flatMap((match) => match ?? []);
  const decimals = new Set<string>();
  const groups = new Set<string>();
  let doubtful: string | undefined;
  for (const value of values) {
    const marks = value.match(/[^\d+-]/g) ?? [];
    const last = marks.at(-1);
    if (last === undefined) continue;
    const isAlone = marks.length === 1;
    const behind = value.length - value.lastIndexOf(last) - 1;
    if (isAlone && behind === 3 && /[.,]/.test(last)) doubtful = value;
    else if (marks.length > 1 && marks.every((mark) => mark === last)) groups.add(last);
    else if (/[.,]/.test(last)) {
      decimals.add(last);
      for (const mark of marks.slice(0, -1)) groups.add(mark);
    } else groups.add(last);
  }
  const decimal = decimals.size === 1 ? [...decimals][0] : undefined;
  const isOpen = doubtful !== undefined && decimals.size === 0 && groups.size === 0;
  const mark = isOpen ? /[.,]/.exec(doubtful ?? "")?.[0] : undefined;
  return {
    decimal,
    ...(mark === undefined ? {} : { doubtful: mark }),
    group: groups.size === 0 || found.length === 0 ? undefined : [...groups].join(""),
    question: isOpen
      ? `Is the mark in ${name} "${doubtful}" a decimal mark or a group mark? No value tells.`
      : undefined,
  };
}
