import { addMonths } from "./months.ts";

/** A month or quarter to come: which months ahead it is made of. */
export interface ForecastPeriod {
  readonly period: "month" | "quarter";
  /** First day. */
  readonly start: string;
  /** Months ahead, from 1. */
  readonly first: number;
  readonly last: number;
  /** Months of it that are over. */
  readonly knownMonths: number;
}

/**
 * Lists the months after the last complete one, and the calendar quarters they complete: the running one with its
 * months that are over, then whole ones.
 */
export function listPeriods(lastMonth: string, horizon: number): readonly ForecastPeriod[] {
  const months = Array.from(
    { length: horizon },
    (_, index): ForecastPeriod => ({
      period: "month",
      start: addMonths(lastMonth, index + 1),
      first: index + 1,
      last: index + 1,
      knownMonths: 0,
    }),
  );
  return [...months, ...listQuarters(lastMonth, horizon)];
}

function listQuarters(lastMonth: string, horizon: number): readonly ForecastPeriod[] {
  const place = Number(lastMonth.slice(5, 7)) % 3;
  const quarters: ForecastPeriod[] = [];
  for (let last = 3 - place; last <= horizon; last += 3) {
    const first = Math.max(1, last - 2);
    quarters.push({
      period: "quarter",
      start: addMonths(lastMonth, last - 2),
      first,
      last,
      knownMonths: 3 - (last - first + 1),
    });
  }
  return quarters;
}
