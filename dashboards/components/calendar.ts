const dayMs = 86_400_000;

/** Moves a day, `2026-10-31`, by a number of days. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Counts the days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / dayMs);
}

/** The range of so many months that ends with a day; where the month it begins in has no such day, after that month's last. */
export function monthsUpTo(day: string, months: number): { readonly from: string; readonly to: string } {
  const month = addMonths(day, -months);
  const last = Number(addDays(addMonths(month, 1), -1).slice(8, 10));
  return { from: addDays(month, Math.min(Number(day.slice(8, 10)), last)), to: day };
}

/** Lists the days of a range. */
export function daysOf(range: { readonly from: string; readonly to: string }): readonly string[] {
  return Array.from({ length: daysBetween(range.from, range.to) + 1 }, (_, step) => addDays(range.from, step));
}

/** The first day of the month of a day. */
export function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/** Moves a month by a number of months. */
export function addMonths(month: string, months: number): string {
  return monthAt(monthIndex(month) + months);
}

/** Numbers the months one after another. */
export function monthIndex(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** The first day of the month of a number. */
export function monthAt(index: number): string {
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}-01`;
}

/** Days of the week as ISO counts them. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The first day of the week of a day, where weeks begin on a day of the week. */
export function firstOfWeek(day: string, startsOn: Weekday): string {
  return addDays(day, -((weekdayOf(day) - startsOn + 7) % 7));
}

/** The number of a week that begins on a Monday, and the year it belongs to (ISO 8601: that of its Thursday). */
export function isoWeekOf(monday: string): { readonly year: number; readonly week: number } {
  const thursday = addDays(monday, 3);
  const year = Number(thursday.slice(0, 4));
  return { year, week: Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1 };
}

/** Counts the months of the fiscal year before a month. */
export function monthsIntoYear(month: string, fiscalYearStartMonth: number): number {
  return (monthIndex(month) - (fiscalYearStartMonth - 1) + 12) % 12;
}

/** The first month of the quarter of the fiscal year a day lies in. */
export function firstOfQuarter(day: string, fiscalYearStartMonth: number): string {
  return addMonths(firstOfMonth(day), -(monthsIntoYear(day, fiscalYearStartMonth) % 3));
}

/** The number of a quarter in its fiscal year, and the calendar year that year begins in. */
export function quarterOf(
  month: string,
  fiscalYearStartMonth: number,
): { readonly year: number; readonly quarter: number } {
  const since = monthsIntoYear(month, fiscalYearStartMonth);
  return { year: Math.floor((monthIndex(month) - since) / 12), quarter: Math.floor(since / 3) + 1 };
}

function weekdayOf(day: string): number {
  return ((new Date(`${day.slice(0, 10)}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}
