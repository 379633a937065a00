/** Periods a reader can choose by name; `custom` is a free range of months. */
export const presets = ["month", "quarter", "ytd", "12m", "all", "custom"] as const;
export type Preset = (typeof presets)[number];

export const comparisons = ["year", "previous", "none"] as const;
export type Comparison = (typeof comparisons)[number];

/** A range of whole months, first days of the first and last. */
export interface MonthRange {
  readonly from: string;
  readonly to: string;
}

/** What is shown, and what it is compared with; `compare` is absent where the data do not reach back that far. */
export interface Period extends MonthRange {
  readonly preset: Preset;
  readonly comparison: Comparison;
  readonly compare: MonthRange | undefined;
}

/** What the data cover. */
export interface Coverage {
  readonly first: string;
  /** The last month that is over on the as-of day. */
  readonly lastComplete: string;
  readonly fiscalYearStartMonth: number;
}

/**
 * Works out a period from the filters of the address. Only complete months count, so that a month just begun does not
 * look like a fall; anything unreadable becomes the default, the fiscal year to date.
 */
export function planPeriod(
  chosen: { preset: string; from: string; to: string; comparison: string },
  coverage: Coverage,
): Period {
  const preset = presets.find((name) => name === chosen.preset) ?? "ytd";
  const comparison = comparisons.find((name) => name === chosen.comparison) ?? "year";
  const range = clampRange(planRange(preset, chosen, coverage), coverage);
  const compare = preset === "all" ? undefined : planComparison(range, comparison, coverage);
  return { ...range, preset, comparison, compare };
}

/** Lists the first days of the months of a range. */
export function monthsOf(range: MonthRange): readonly string[] {
  const first = indexOf(range.from);
  return Array.from({ length: indexOf(range.to) - first + 1 }, (_, step) => monthAt(first + step));
}

/** Moves a month by a number of months. */
export function addMonths(month: string, months: number): string {
  return monthAt(indexOf(month) + months);
}

/** Picks the later of two months. */
export function laterMonth(left: string, right: string): string {
  return [left, right].sort()[1] ?? left;
}

/** Says whether a month lies in a range. */
export function isWithin(month: string, range: MonthRange): boolean {
  return month >= range.from && month <= range.to;
}

function planRange(preset: Preset, chosen: { from: string; to: string }, coverage: Coverage): MonthRange {
  const last = coverage.lastComplete;
  const position = indexOf(last);
  const sinceYear = (position - (coverage.fiscalYearStartMonth - 1) + 12) % 12;
  if (preset === "month") return { from: last, to: last };
  if (preset === "quarter") return { from: monthAt(position - (sinceYear % 3)), to: last };
  if (preset === "12m") return { from: monthAt(position - 11), to: last };
  if (preset === "all") return { from: coverage.first, to: last };
  if (preset === "custom" && isMonth(chosen.from) && isMonth(chosen.to))
    return { from: `${chosen.from}-01`, to: `${chosen.to}-01` };
  return { from: monthAt(position - sinceYear), to: last };
}

function clampRange(range: MonthRange, coverage: Coverage): MonthRange {
  const clamp = (month: string) =>
    month < coverage.first ? coverage.first : month > coverage.lastComplete ? coverage.lastComplete : month;
  const from = clamp(range.from);
  const to = clamp(range.to);
  return from <= to ? { from, to } : { from: to, to: from };
}

function planComparison(range: MonthRange, comparison: Comparison, coverage: Coverage): MonthRange | undefined {
  if (comparison === "none") return undefined;
  const length = indexOf(range.to) - indexOf(range.from) + 1;
  const step = comparison === "year" ? 12 * Math.ceil(length / 12) : length;
  const compare = { from: addMonths(range.from, -step), to: addMonths(range.to, -step) };
  return compare.from < coverage.first ? undefined : compare;
}

function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

function indexOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthAt(index: number): string {
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}-01`;
}
