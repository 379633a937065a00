import type { Locale } from "./i18n/locales.ts";
import { spellings } from "./i18n/spelling.ts";

/** Writes days and months of a language. Days given as ISO texts are calendar days, without zone. */
export interface Dates {
  /** `2026-10-31` → `Oct 31, 2026`. */
  readonly date: (iso: string) => string;
  /** `2026-10-31` → `Oct 31`. */
  readonly dayShort: (iso: string) => string;
  /** Two days → `Oct 25 – 31, 2026`. */
  readonly dayRange: (from: string, to: string) => string;
  /** Two days in the calendar months are named by, where days are of another one; else empty. */
  readonly otherDays: (from: string, to: string) => string;
  /** `2026-10-01` → `October 2026`. */
  readonly month: (iso: string) => string;
  readonly monthShort: (iso: string) => string;
  /** A month for a narrow column: `Oct 26`. */
  readonly monthTiny: (iso: string) => string;
  /** Two months → `Jan – Oct 2026`. */
  readonly monthRange: (from: string, to: string) => string;
  /** Two months → their days in the calendar readers live by, where that is another one; else empty. */
  readonly otherCalendar: (from: string, to: string) => string;
  /** An instant in the reader's own zone. */
  readonly instant: (iso: string) => string;
}

/** Makes the dates of a language; only Kazakh and Uzbek are not left to `Intl` (i18n/spelling.ts). */
export function dates(locale: Locale): Dates {
  const write = spellings[locale] === undefined ? intlDates(locale) : spelledDates(spellings[locale]);
  return {
    ...write,
    monthRange: (from, to) => joinMonths(locale, write, from, to),
    otherCalendar: (from, to) => (locale === "fa" ? daysOfMonths(write.date, from, to) : ""),
    dayRange: (from, to) => joinDays(locale, write, from, to),
    otherDays: (from, to) => (locale === "fa" ? joinDays(locale, intlDates("fa", "fa-u-ca-gregory"), from, to) : ""),
  };
}

/** Reads a calendar day as midnight UTC. */
export function parseDay(iso: string): Date {
  return new Date(`${iso.slice(0, 10)}T00:00:00Z`);
}

type Written = Omit<Dates, "monthRange" | "otherCalendar" | "dayRange" | "otherDays"> & {
  readonly monthName: (iso: string) => string;
  /** Year, month and number of a day in the calendar days are written in. */
  readonly yearName: (iso: string) => string;
  readonly ownMonth: (iso: string) => string;
  readonly dayNumber: (iso: string) => string;
};

/**
 * Persian days are of the Solar Hijri calendar; months are those the figures were summed up by, which are Gregorian,
 * and are called by their Gregorian names (DECISIONS §44).
 */
function intlDates(locale: Locale, dayLocale: string = locale): Written {
  const monthLocale = locale === "fa" ? "fa-u-ca-gregory" : locale;
  const writer = (language: string, options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
    return (iso: string) => dropYearWord(format.format(parseDay(iso)));
  };
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  return {
    date: writer(dayLocale, { day: "numeric", month: "short", year: "numeric" }),
    dayShort: writer(dayLocale, { day: "numeric", month: "short" }),
    yearName: writer(dayLocale, { year: "numeric" }),
    ownMonth: writer(dayLocale, { month: "short" }),
    dayNumber: writer(dayLocale, { day: "numeric" }),
    month: writer(monthLocale, { month: "long", year: "numeric" }),
    monthShort: writer(monthLocale, { month: "short", year: "numeric" }),
    monthTiny: writer(monthLocale, { month: "short", year: "2-digit" }),
    monthName: writer(monthLocale, { month: "short" }),
    instant: (iso) => dropYearWord(instant.format(new Date(iso))),
  };
}

function spelledDates(spelling: NonNullable<(typeof spellings)[Locale]>): Written {
  const { months, monthsShort } = spelling;
  const partsOf = (iso: string) => {
    const index = Number(iso.slice(5, 7)) - 1;
    const [long = "", short = ""] = [months[index], monthsShort[index]];
    return { year: iso.slice(0, 4), long, short, day: String(Number(iso.slice(8, 10))) };
  };
  const date = (iso: string) => {
    const { day, short, year } = partsOf(iso);
    return spelling.date(day, short, year);
  };
  return {
    date,
    dayShort: (iso) => spelling.dayShort(partsOf(iso).day, partsOf(iso).short),
    yearName: (iso) => partsOf(iso).year,
    ownMonth: (iso) => partsOf(iso).short,
    dayNumber: (iso) => partsOf(iso).day,
    month: (iso) => spelling.month(partsOf(iso).long, partsOf(iso).year),
    monthShort: (iso) => `${partsOf(iso).short} ${partsOf(iso).year}`,
    monthTiny: (iso) => `${partsOf(iso).short} ${partsOf(iso).year.slice(2)}`,
    monthName: (iso) => partsOf(iso).short,
    instant: (iso) => `${date(localDay(iso))}, ${localTime(iso)}`,
  };
}

/** A range within one year says the year once. */
function joinMonths(locale: Locale, write: Written, from: string, to: string): string {
  if (from.slice(0, 7) === to.slice(0, 7)) return write.monthShort(from);
  const start = from.slice(0, 4) === to.slice(0, 4) ? write.monthName(from) : write.monthShort(from);
  return `${start} ${locale === "fa" ? "تا" : "–"} ${write.monthShort(to)}`;
}

/** A range of days within one year, or one month, says that once. */
function joinDays(locale: Locale, write: Written, from: string, to: string): string {
  if (from === to) return write.date(from);
  const dash = locale === "fa" ? "تا" : "–";
  if (write.yearName(from) !== write.yearName(to)) return `${write.date(from)} ${dash} ${write.date(to)}`;
  const isOneMonth = write.ownMonth(from) === write.ownMonth(to);
  if (locale === "en" && isOneMonth)
    return `${write.dayShort(from)} ${dash} ${write.dayNumber(to)}, ${write.yearName(to)}`;
  // Kazakh puts the year first.
  if (locale === "kk" && isOneMonth)
    return write.date(to).replace(write.dayShort(to), `${write.dayNumber(from)} ${dash} ${write.dayShort(to)}`);
  if (locale === "kk") return `${write.date(from)} ${dash} ${write.dayShort(to)}`;
  return `${isOneMonth ? write.dayNumber(from) : write.dayShort(from)} ${dash} ${write.date(to)}`;
}

/** The first and the last day of a range of months. */
function daysOfMonths(date: (iso: string) => string, from: string, to: string): string {
  const end = parseDay(to);
  const last = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0));
  return `${date(from)} تا ${date(last.toISOString())}`;
}

const local = new Intl.DateTimeFormat("sv", { dateStyle: "short", timeStyle: "short" });

/** The day of an instant in the reader's own zone, `2026-10-31`: Swedes write it so. */
function localDay(iso: string): string {
  return local.format(new Date(iso)).slice(0, 10);
}

function localTime(iso: string): string {
  return local.format(new Date(iso)).slice(-5);
}

/** Russian and Ukrainian dates end in «г.» and «р.», which only fill space in tables and axes. */
function dropYearWord(text: string): string {
  return text.replaceAll(/\s+[гр]\.(?=$|[\s,])/g, "");
}
