import {
  addDays,
  addMonths,
  firstOfMonth,
  firstOfQuarter,
  firstOfWeek,
  isoWeekOf,
  quarterOf,
  type Weekday,
} from "./calendar.ts";
import type { PageContext } from "./context.ts";
import type { Choice } from "./filters.ts";
import { type Coverage, isOfDays } from "./period.ts";

/** What one point of a trend stands for. */
export const grains = ["day", "week", "month", "quarter"] as const;
export type Grain = (typeof grains)[number];

/** Where weeks and quarters begin. */
export interface Cycle {
  readonly weekStartsOn: Weekday;
  readonly fiscalYearStartMonth: number;
}

/** Weeks begin on Monday; where the working week does so on Saturday, on Saturday. */
export function cycleOf({ locale, snapshot }: PageContext): Cycle {
  return { weekStartsOn: locale === "fa" ? 6 : 1, fiscalYearStartMonth: snapshot.fiscalYearStartMonth };
}

/** Reads the grain of the address; what is not said there is days for a period of days, else months. */
export function readGrain({ state }: PageContext, coverage: Coverage): Grain {
  const found = grains.find((grain) => grain === state.get("grain")) ?? defaultGrain(state.get("period"));
  return coverage.days === undefined && (found === "day" || found === "week") ? "month" : found;
}

/** Offers the grains; the one that is taken when nothing is said stands for itself. */
export function grainChoice(context: PageContext, coverage: Coverage): Choice {
  const { words, state } = context;
  const known = grains.filter((grain) => coverage.days !== undefined || grain === "month" || grain === "quarter");
  const silent = defaultGrain(state.get("period"));
  const isSaid = state.get("grain") === silent;
  return {
    name: "grain",
    label: words.time.grain,
    options: known.map((grain) => ({
      value: grain === silent && !isSaid ? "" : grain,
      label: words.time.grains[grain],
    })),
  };
}

/** The first day of the point a day belongs to. */
export function startOf(day: string, grain: Grain, cycle: Cycle): string {
  if (grain === "day") return day.slice(0, 10);
  if (grain === "week") return firstOfWeek(day, cycle.weekStartsOn);
  return grain === "month" ? firstOfMonth(day) : firstOfQuarter(day, cycle.fiscalYearStartMonth);
}

/** The last day of a point that begins on a day. */
export function endOf(start: string, grain: Grain): string {
  if (grain === "day") return start;
  if (grain === "week") return addDays(start, 6);
  return addDays(addMonths(start, grain === "month" ? 1 : 3), -1);
}

/** Names a point, fully or for an axis. */
export function pointName(context: PageContext, start: string, grain: Grain, isShort = false): string {
  const { words, formats } = context;
  if (grain === "day") return isShort ? formats.dayShort(start) : formats.date(start);
  if (grain === "month") return isShort ? formats.monthShort(start) : formats.month(start);
  if (grain === "week") {
    const name = isShort ? words.time.weekShort : words.time.week;
    const day = isShort ? formats.dayShort(start) : formats.date(start);
    const { year, week } = isoWeekOf(start);
    return name(formats.digits(String(week)), formats.digits(String(year)), day);
  }
  const { fiscalYearStartMonth } = cycleOf(context);
  const { year, quarter } = quarterOf(start, fiscalYearStartMonth);
  const years = fiscalYearStartMonth === 1 ? String(year) : `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
  return words.forecast.quarter(formats.digits(String(quarter)), formats.digits(years));
}

function defaultGrain(preset: string): Grain {
  return isOfDays(preset) ? "day" : "month";
}
