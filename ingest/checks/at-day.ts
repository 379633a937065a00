import type { Feed, Mapping } from "../source.ts";

/** How a feed is read on a day. */
export interface Reading {
  /** The day its bytes were first loaded, in the zone of the source: what `today` means. */
  readonly today: string;
  /** Some rows of a file: what would hold it sets them aside. */
  readonly isPart: boolean;
}

/** Decides what depends on the day in a feed: ranges that are told by their distance from it, and `today` of checks. */
export function feedOnDay(feed: Feed, { today, isPart }: Reading): Feed {
  const checks = feed.checks
    ?.filter(({ of }) => of === "row" || !isPart)
    .map((check) => (isPart && check.severity === "hold" ? { ...check, severity: "reject" as const } : check));
  return {
    ...feed,
    today,
    checks: checks?.length === 0 ? undefined : checks,
    mappings: feed.mappings.map((mapping) => onDay(mapping, today)),
  };
}

function onDay(mapping: Mapping, today: string): Mapping {
  const { range } = mapping;
  if (range === undefined || !range.some(isRelative)) return mapping;
  const [from, to] = range;
  return { ...mapping, range: [settleEnd(from, today), settleEnd(to, today)] };
}

function isRelative(end: number | string | null): end is string {
  return typeof end === "string" && !/^[0-9]{4}-/.test(end);
}

function settleEnd(end: number | string | null, today: string): number | string | null {
  if (!isRelative(end)) return end;
  const [, sign = "+", count = "0", unit = "d"] = /([+-]) ?([0-9]+) ?([dmy])$/.exec(end) ?? [];
  return moveDay(today, Number(`${sign}${count}`), unit);
}

/** Moves a day by days, or by months and years: to the last day of a month that is shorter. */
function moveDay(day: string, distance: number, unit: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  if (unit === "d") return isoDay(new Date(Date.UTC(year, month - 1, date + distance)));
  const months = unit === "y" ? distance * 12 : distance;
  const last = new Date(Date.UTC(year, month + months, 0));
  return isoDay(new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate()))));
}

function isoDay(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
