import { itemAt } from "./random.ts";

/** Days are counted from 2024-11-01, day 0; the demo ends on day 729, 2026-10-31. */
export const dayCount = 730;
/** The as-of day of the demo: nothing it tells is younger. */
export const lastDay = dayCount - 1;
/** Whole months of the demo. */
export const monthCount = 24;

const firstYear = 2024;
const firstMonth = 10;

/** First day of a month of the demo, 0..24; 24 is the day after the last. */
export function monthStart(month: number): number {
  return daysBetween(Date.UTC(firstYear, firstMonth, 1), Date.UTC(firstYear, firstMonth + month, 1));
}

/** Month 0..23 of a day; below 0 before the demo. */
export function monthOf(day: number): number {
  const iso = isoDate(day);
  return (Number(iso.slice(0, 4)) - firstYear) * 12 + Number(iso.slice(5, 7)) - 1 - firstMonth;
}

/** `2025-03` of month 4. */
export function monthName(month: number): string {
  return isoDate(monthStart(month)).slice(0, 7);
}

/** `2025-Q1` of the day. */
export function quarterName(day: number): string {
  const iso = isoDate(day);
  return `${iso.slice(0, 4)}-Q${Math.floor((Number(iso.slice(5, 7)) + 2) / 3)}`;
}

/** Tells the year of a day, as text: `2025`. */
export function yearOf(day: number): string {
  return isoDate(day).slice(0, 4);
}

const isoDates = new Map<number, string>();

/** `2025-03-17`. */
export function isoDate(day: number): string {
  const known = isoDates.get(day);
  if (known !== undefined) return known;
  const text = new Date(Date.UTC(firstYear, firstMonth, 1 + day)).toISOString().slice(0, 10);
  isoDates.set(day, text);
  return text;
}

/** `17.03.2025`, as a Russian ERP writes it. */
export function russianDate(day: number): string {
  const iso = isoDate(day);
  return `${iso.slice(8)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`;
}

/** Day of a date, the inverse of `isoDate`. */
export function dayOf(iso: string): number {
  return daysBetween(Date.UTC(firstYear, firstMonth, 1), Date.parse(`${iso}T00:00:00Z`));
}

/** Holidays of the company: name by ISO day. Moved days are left out. */
export const holidays: ReadonlyMap<string, string> = new Map(
  ["2024", "2025", "2026"].flatMap((year) => [
    ...["01", "02", "03", "04", "05", "06", "07", "08"].map((day): [string, string] => [
      `${year}-01-${day}`,
      "Новогодние каникулы",
    ]),
    [`${year}-02-23`, "День защитника Отечества"],
    [`${year}-03-08`, "Международный женский день"],
    [`${year}-05-01`, "Праздник Весны и Труда"],
    [`${year}-05-09`, "День Победы"],
    [`${year}-06-12`, "День России"],
    [`${year}-11-04`, "День народного единства"],
  ]),
);

function isWorkingDay(day: number): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday < 5 && !holidays.has(isoDate(day));
}

/** The day itself when worked, else the next day that is. */
export function workingDayFrom(day: number): number {
  let candidate = day;
  while (!isWorkingDay(candidate)) candidate += 1;
  return candidate;
}

/** January is quiet, November and December are the season; by month, January first. */
const seasonByMonth = [0.74, 0.88, 1.02, 1.05, 0.96, 0.97, 0.93, 0.97, 1.06, 1.09, 1.12, 1.21];
const growthPerYear = 0.12;

/** Business done up to the start of each day, in average working days: season, growth, weekends and holidays in it. */
export const businessUpTo: Float64Array = accumulateBusiness();

/** The day on which so much business has been done; `dayCount` when it never is. */
export function dayOfBusiness(amount: number): number {
  if (amount >= itemAt(businessUpTo, dayCount)) return dayCount;
  let low = 0;
  let high = dayCount;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (itemAt(businessUpTo, middle) <= amount) low = middle;
    else high = middle;
  }
  return low;
}

function accumulateBusiness(): Float64Array {
  const upTo = new Float64Array(dayCount + 1);
  for (let day = 0; day < dayCount; day += 1) {
    const season = itemAt(seasonByMonth, Number(isoDate(day).slice(5, 7)) - 1);
    const growth = 1 + (growthPerYear * day) / 365;
    upTo[day + 1] = itemAt(upTo, day) + (isWorkingDay(day) ? season * growth : 0.02);
  }
  return upTo;
}

function daysBetween(from: number, to: number): number {
  return Math.round((to - from) / 86_400_000);
}
