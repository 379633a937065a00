import { fewestErrors, fewestRanked } from "./error-bands.ts";
import { type Method, planOrigins, seasonMonths } from "./forecasting.ts";

const longestSearch = 120;
const narrow = 0.8;

/** Does a method repeat last year? Then it says the same of a month from every origin, and its errors repeat as well. */
export function isRepeating(method: Method): boolean {
  return method === "seasonal_naive" || method === "seasonal_naive_days";
}

/**
 * Lists the errors a repeating method made of each month from the second year on, once each; by working day where days
 * are given. Months without days before or after them end the list: it holds what comes after the last of these.
 */
export function repeatErrors(series: readonly number[], days: readonly number[] | null): readonly number[] {
  const errors: number[] = [];
  for (let at = series.length - 1; at >= seasonMonths; at -= 1) {
    const [now, before] = days === null ? [1, 1] : [days[at] ?? 0, days[at - seasonMonths] ?? 0];
    if (before <= 0) break;
    errors.unshift((series[at] ?? 0) - ((series[at - seasonMonths] ?? 0) / before) * now);
  }
  return errors;
}

/** Adds up errors by whole blocks of so many months, the newest last: no month is in two of them. */
export function sumBlocks(errors: readonly number[], months: number): readonly number[] {
  const count = Math.floor(errors.length / months);
  const newest = errors.slice(errors.length - count * months);
  return Array.from({ length: count }, (_, block) =>
    newest.slice(block * months, (block + 1) * months).reduce((sum, error) => sum + error, 0),
  );
}

/**
 * Counts the months of history still missing until a method has a band of 80 % for so many months together. A method
 * that repeats last year, and one that will below a year, gathers one error a month (`repeated`) and needs 9 for every
 * month of the period: 39 months of history for a quarter. Others (null) need origins: 33 months, 35 for a quarter.
 */
export function monthsToInterval(length: number, months: number, repeated: readonly number[] | null): number {
  if (repeated === null && length >= seasonMonths) return monthsToOrigins(length, months);
  const errors = fewestRanked(narrow) * months - (repeated?.length ?? 0);
  return Math.max(0, seasonMonths - length) + Math.max(0, errors);
}

function monthsToOrigins(length: number, months: number): number {
  for (let missing = 0; missing < longestSearch; missing += 1) {
    const plan = planOrigins(length + missing);
    if (plan !== null && plan.steps.length * (plan.horizon - months + 1) >= fewestErrors) return missing;
  }
  return longestSearch;
}
