import {
  addDays,
  addMonths,
  daysBetween,
  firstOfMonth,
  firstOfQuarter,
  monthAt,
  monthIndex,
  monthsIntoYear,
} from "./calendar.ts";

/** Periods a reader can choose by name; `custom` is a free range of months. The first two are of days. */
export const presets = ["7d", "mtd", "month", "quarter", "ytd", "12m", "all", "custom"] as const;
export type Preset = (typeof presets)[number];

export const comparisons = ["year", "previous", "plan", "none"] as const;
export type Comparison = (typeof comparisons)[number];

/** A range of whole months, or of days: the first and the last, a month by its first day. */
export interface Range {
  readonly from: string;
  readonly to: string;
}

/** A range of whole months. */
export type MonthRange = Range;

/** What is shown, and what it is compared with; `compare` is absent where the data do not reach back that far. */
export interface Period extends Range {
  /** What the range counts in. */
  readonly unit: "month" | "day";
  readonly preset: Preset;
  readonly comparison: Comparison;
  readonly compare: Range | undefined;
  /** What the comparison with plan finds, where that is chosen: a plan, that of a month so far, or none. */
  readonly plan?: "known" | "toDate" | "notOfDays" | "none";
  /** The preset of days that was asked for where only months are known: the last complete month stands in. */
  readonly instead?: Preset;
}

/** What the data cover. */
export interface Coverage {
  readonly first: string;
  /** The last month that is over on the as-of day. */
  readonly lastComplete: string;
  readonly fiscalYearStartMonth: number;
  /** The first day and the last one that is over, where days are known too. */
  readonly days?: Range | undefined;
  /** Whether something here is planned, and can be compared with its plan. */
  readonly hasPlan?: boolean;
}

/** Says whether a preset is of days. */
export function isOfDays(preset: string): preset is "7d" | "mtd" {
  return preset === "7d" || preset === "mtd";
}

/**
 * Works out a period from the filters of the address. Only complete months, or days that are over, count, so that a month
 * just begun does not look like a fall; anything unreadable becomes the default, the fiscal year to date.
 */
export function planPeriod(
  chosen: { preset: string; from: string; to: string; comparison: string },
  coverage: Coverage,
): Period {
  const preset = presets.find((name) => name === chosen.preset) ?? "ytd";
  const comparison = comparisons.find((name) => name === chosen.comparison) ?? "year";
  const plan = comparison === "plan" ? { plan: findPlan(preset, coverage) } : {};
  if (isOfDays(preset)) {
    if (coverage.days !== undefined) return { ...planDays(preset, comparison, coverage.days), ...plan };
    return { ...planPeriod({ ...chosen, preset: "month" }, coverage), preset, instead: preset };
  }
  const range = clampRange(planRange(preset, chosen, coverage), coverage);
  const compare = preset === "all" ? undefined : planComparison(range, comparison, coverage);
  return { ...range, unit: "month", preset, comparison, compare, ...plan };
}

/** Plans are of months: of the days of a month a share of them is told by its working days, of any seven days nothing. */
function findPlan(preset: Preset, { hasPlan, days }: Coverage): NonNullable<Period["plan"]> {
  if (hasPlan !== true) return "none";
  if (days === undefined || !isOfDays(preset)) return "known";
  return preset === "mtd" ? "toDate" : "notOfDays";
}

/** Lists the first days of the months of a range. */
export function monthsOf(range: MonthRange): readonly string[] {
  const first = monthIndex(range.from);
  return Array.from({ length: monthIndex(range.to) - first + 1 }, (_, step) => monthAt(first + step));
}

/** Picks the later of two months. */
export function laterMonth(left: string, right: string): string {
  return [left, right].sort()[1] ?? left;
}

/** Picks the earlier of two days. */
export function earlier(left: string, right: string): string {
  return [left, right].sort()[0] ?? left;
}

/** Says whether a month, or a day, lies in a range of such. */
export function isWithin(month: string, range: Range): boolean {
  return month >= range.from && month <= range.to;
}

const week = 7;
/** As many weeks ago the days were the same of the week, nearly a year before. */
const weeksOfYear = 52;

/** The last seven days that are over, or the days of their month so far. */
function planDays(preset: "7d" | "mtd", comparison: Comparison, days: Range): Period {
  const from = preset === "7d" ? addDays(days.to, 1 - week) : firstOfMonth(days.to);
  const range = { from, to: days.to };
  const before =
    comparison !== "year" && comparison !== "previous"
      ? undefined
      : preset === "7d"
        ? moveDays(range, comparison === "year" ? -week * weeksOfYear : -week)
        : sameDaysOf(addMonths(from, comparison === "year" ? -12 : -1), range);
  const compare = before === undefined || before.from < days.from ? undefined : before;
  return { ...range, unit: "day", preset, comparison, compare };
}

function moveDays(range: Range, days: number): Range {
  return { from: addDays(range.from, days), to: addDays(range.to, days) };
}

/** As many first days of another month; a shorter month is taken whole. */
function sameDaysOf(month: string, range: Range): Range {
  const last = addDays(addMonths(month, 1), -1);
  const to = addDays(month, daysBetween(range.from, range.to));
  return { from: month, to: earlier(to, last) };
}

function planRange(preset: Preset, chosen: { from: string; to: string }, coverage: Coverage): MonthRange {
  const last = coverage.lastComplete;
  if (preset === "month") return { from: last, to: last };
  if (preset === "quarter") return { from: firstOfQuarter(last, coverage.fiscalYearStartMonth), to: last };
  if (preset === "12m") return { from: addMonths(last, -11), to: last };
  if (preset === "all") return { from: coverage.first, to: last };
  if (preset === "custom" && isMonth(chosen.from) && isMonth(chosen.to))
    return { from: `${chosen.from}-01`, to: `${chosen.to}-01` };
  return { from: addMonths(last, -monthsIntoYear(last, coverage.fiscalYearStartMonth)), to: last };
}

function clampRange(range: MonthRange, coverage: Coverage): MonthRange {
  const clamp = (month: string) =>
    month < coverage.first ? coverage.first : month > coverage.lastComplete ? coverage.lastComplete : month;
  const from = clamp(range.from);
  const to = clamp(range.to);
  return from <= to ? { from, to } : { from: to, to: from };
}

function planComparison(range: MonthRange, comparison: Comparison, coverage: Coverage): MonthRange | undefined {
  if (comparison === "none" || comparison === "plan") return undefined;
  const length = monthIndex(range.to) - monthIndex(range.from) + 1;
  const step = comparison === "year" ? 12 * Math.ceil(length / 12) : length;
  const compare = { from: addMonths(range.from, -step), to: addMonths(range.to, -step) };
  return compare.from < coverage.first ? undefined : compare;
}

function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}
