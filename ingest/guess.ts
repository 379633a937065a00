import { besideNumber } from "./currencies.ts";
import { type DayGuess, guessDays, guessUnmarkedDays } from "./guess-days.ts";
import { hasSign } from "./values/sign.ts";

/** What the values of a column look like, with the values that say so; formats are those of days and times. */
export interface ColumnGuess extends Omit<DayGuess, "type"> {
  readonly name: string;
  readonly type: "empty" | "number" | "date" | "timestamp" | "flag" | "text";
  /** Share of the sample without a value; none of no rows. */
  readonly emptyShare: number;
  /** Some different values, as evidence. */
  readonly examples: readonly string[];
  /** For numbers: marks; undefined where no value tells. */
  readonly decimal: string | undefined;
  readonly group: string | undefined;
  /** For numbers: the minus stands behind some. */
  readonly hasMinusBehind?: boolean;
  /** For numbers: some stand in parentheses, which means below zero. */
  readonly hasParentheses?: boolean;
  /** For numbers: they are per cent by their sign, or greater than one, as a share is not. */
  readonly percent?: "sign" | "size";
  /** For numbers: about the greatest, whatever its sign. */
  readonly greatest?: number;
  /** For numbers: the most decimals any has, and one that has them. */
  readonly decimals?: { readonly count: number; readonly example: string };
  /** For numbers: marks of currencies beside them. */
  readonly currencies?: readonly string[];
  /** For numbers: a mark that is either, as far as this column tells. */
  readonly doubtful?: string;
  /** Words that stand for no value in this column. */
  readonly nulls?: readonly string[];
  /** What a person has to decide about the column. */
  readonly question: string | undefined;
}

/** Thousands stand in groups of three; in India what is above them in groups of two. */
const number = /^[+-]?(?:\d{1,3}(?:([ \u00a0\u202f\u2009'.,])\d{3})+|\d{1,2}(?:,\d\d)+,\d{3}|\d+)(?:([.,])\d+)?$/;
const flags = [
  ["да", "нет"],
  ["yes", "no"],
  ["true", "false"],
  ["y", "n"],
  ["истина", "ложь"],
] as const;

/** Names of columns of days; without a mark between its parts a day is a number under any other name. */
const dayName =
  /(?:^|[^\p{L}])(?:date|day|datum|tag|dt|дата|день|күні|sana|تاریخ|fecha|data|tarihi?|sanasi|日期|valuta)(?:$|[^\p{L}])|dat[eu]?$|tag$|datum$/iu;

/** Guesses what a column holds from a sample of its values. A guess fits every value of the sample, or it is text. */
export function guessColumn(name: string, sample: readonly string[]): ColumnGuess {
  const values = sample.map((value) => plainDigits(value.trim())).filter((value) => value !== "");
  const distinct = [...new Set(values)];
  const guess = {
    name,
    emptyShare: sample.length === 0 ? 0 : 1 - values.length / sample.length,
    examples: distinct.slice(0, 3),
    decimal: undefined,
    group: undefined,
    formats: [],
    question: undefined,
  };
  if (distinct.length === 0) return { ...guess, type: "empty" };
  const days = guessDays(distinct) ?? guessBareDays(name, distinct);
  if (days !== undefined) return { ...guess, ...days, question: askDays(name, days, distinct) };
  const unwrapped = distinct.map((value) => value.replace(/^\(([^()+-]+)\)$/, "$1"));
  const unsigned = unwrapped.map((value) => value.replace(/\s*%$/, ""));
  const bare = unsigned.map((value) => value.replace(besideNumber, "$1$3").trim());
  const numbers = bare.map((value) => value.replace(/^([^+-].*)-$/, "-$1"));
  if (numbers.every((value) => number.test(value))) {
    const hasMinusBehind = numbers.some((value, index) => value !== bare[index]);
    const isWrapped = unwrapped.some((value, index) => value !== distinct[index]);
    const marks = [...new Set(unwrapped.flatMap((value) => markOf(value) ?? []))];
    const currencies = marks.length === 0 ? {} : { currencies: marks };
    const parentheses = isWrapped ? { hasParentheses: true } : {};
    const found = guessMarks(name, numbers);
    const isSigned = unsigned.some((value, index) => value !== unwrapped[index]);
    const greatest = numbers.reduce((most, value) => Math.max(most, Math.abs(readNumber(value, found.decimal))), 0);
    const isGreat = greatest > 1;
    const percent = isSigned ? { percent: "sign" as const } : isGreat ? { percent: "size" as const } : {};
    const decimals = countDecimals(numbers, found.decimal);
    return {
      ...guess,
      type: "number",
      ...found,
      decimals,
      greatest,
      hasMinusBehind,
      ...parentheses,
      ...currencies,
      ...percent,
    };
  }
  const isFlag = flags.some((pair) => distinct.every((value) => pair.some((word) => word === value.toLowerCase())));
  return { ...guess, type: isFlag ? "flag" : "text" };
}

/** `20260305` under a name of days. */
function guessBareDays(name: string, values: readonly string[]): DayGuess | undefined {
  return namesDay(name) ? guessUnmarkedDays(values) : undefined;
}

/** Tells whether a column is called as days are. */
export function namesDay(name: string): boolean {
  return dayName.test(spaceCase(name));
}

function spaceCase(name: string): string {
  return name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replaceAll("_", " ");
}

function countDecimals(numbers: readonly string[], decimal: string | undefined): { count: number; example: string } {
  let most = { count: 0, example: "" };
  if (decimal === undefined) return most;
  for (const example of numbers) {
    const at = example.lastIndexOf(decimal);
    const count = at < 0 ? 0 : example.slice(at + 1).replace(/0+$/, "").length;
    if (count > most.count) most = { count, example };
  }
  return most;
}

/** About what a number is: without a known decimal mark, the last of its marks is one. */
export function readNumber(value: string, decimal: string | undefined): number {
  const mark = decimal ?? /[.,](?=\d+$)/.exec(value)?.[0];
  const at = mark === undefined ? -1 : value.lastIndexOf(mark);
  const whole = (at < 0 ? value : value.slice(0, at)).replace(/[^\d-]/g, "");
  return Number(at < 0 ? whole : `${whole}.${value.slice(at + 1).replace(/\D/g, "")}`);
}

/** About what the text of an amount is, by the marks of its column; nothing is nought. */
export function amountOf({ decimal, group = "" }: Pick<ColumnGuess, "decimal" | "group">, text: string): number {
  const size = plainDigits(text).replace(/[^\d.,'\s]/g, "");
  if (!/\d/.test(size)) return 0;
  const value = readNumber(size, decimal ?? (group.includes(".") ? "," : "."));
  return hasSign(text, "negative") ? -value : value;
}

function markOf(value: string): string | undefined {
  const found = besideNumber.exec(value);
  return (found?.[2] ?? found?.[4])?.trim();
}

/** Persian and Arabic digits as those of ASCII. */
function plainDigits(text: string): string {
  return text.replaceAll(/[\u06f0-\u06f9\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) % 16));
}

function askDays(name: string, { formats, isMixed }: DayGuess, values: readonly string[]): string | undefined {
  if (isMixed)
    return `Are the days of ${name} written in ${formats.length} ways: ${formats.join(", ")}? Each value fits one of them.`;
  if (formats.length < 2) return undefined;
  return `Is ${name} ${formats.join(" or ")}? All values fit, such as ${values.slice(0, 3).join(", ")}.`;
}

/** Tells decimal and group marks apart: a mark with other than three digits behind it, or the last of two, is the decimal. */
function guessMarks(
  name: string,
  values: readonly string[],
): Pick<ColumnGuess, "decimal" | "group" | "question" | "doubtful"> {
  const found = values.map((value) => number.exec(value)).flatMap((match) => match ?? []);
  const decimals = new Map<string, { readonly count: number; readonly example: string }>();
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
      decimals.set(last, { count: (decimals.get(last)?.count ?? 0) + 1, example: value });
      for (const mark of marks.slice(0, -1)) groups.add(mark);
    } else groups.add(last);
  }
  const [usual, other] = [...decimals].sort(([, one], [, two]) => two.count - one.count);
  const decimal = usual?.[0];
  const isOpen = doubtful !== undefined && decimals.size === 0 && groups.size === 0;
  const mark = isOpen ? /[.,]/.exec(doubtful ?? "")?.[0] : undefined;
  return {
    decimal,
    ...(mark === undefined ? {} : { doubtful: mark }),
    group: groups.size === 0 || found.length === 0 ? undefined : [...groups].join(""),
    question:
      other !== undefined
        ? `Is ${name} written with two decimal marks? "${usual?.[1].example}" has one and "${other[1].example}" another: ${JSON.stringify(decimal)} is taken for it. A text with the other sets its row aside; a number in a cell of a workbook does not.`
        : isOpen
          ? `Is the mark in ${name} "${doubtful}" a decimal mark or a group mark? No value tells.`
          : undefined,
  };
}
