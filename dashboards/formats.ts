import type { Locale } from "./i18n/locales.ts";

/** Writes numbers, money and dates as readers of a language do; only through `Intl`. */
export interface Formats {
  readonly locale: Locale;
  readonly currency: string;
  readonly integer: (value: number) => string;
  /** One decimal at most. */
  readonly decimal: (value: number) => string;
  /** Two decimals at most, for ratios such as a Gini coefficient. */
  readonly ratio: (value: number) => string;
  /** Money with its unit, shortened: `₽92.6M`. */
  readonly moneyShort: (value: number) => string;
  /** Money with its unit, whole units. */
  readonly money: (value: number) => string;
  /** A signed, shortened amount. */
  readonly moneyChange: (value: number) => string;
  /** A count, shortened for axes. */
  readonly short: (value: number) => string;
  /** 0.953 → `95.3%`. */
  readonly percent: (value: number) => string;
  /** A share that may be very small: `0.03%`. */
  readonly percentFine: (value: number) => string;
  readonly percentWhole: (value: number) => string;
  /** 0.042 → `+4.2%`. */
  readonly percentChange: (value: number) => string;
  /** A signed number with one decimal. */
  readonly change: (value: number) => string;
  /** `2026-10-31` → `31 Oct 2026`. */
  readonly date: (iso: string) => string;
  /** `2026-10-01` → `October 2026`. */
  readonly month: (iso: string) => string;
  readonly monthShort: (iso: string) => string;
  /** A month for a narrow column: `Oct 26`. */
  readonly monthTiny: (iso: string) => string;
  /** Two months → `Jan – Oct 2026`. */
  readonly monthRange: (from: string, to: string) => string;
  /** An instant in the reader's own zone. */
  readonly instant: (iso: string) => string;
  readonly compare: (left: string, right: string) => number;
}

/** Makes the formats of a language and a reporting currency. */
export function formats(locale: Locale, currency: string): Formats {
  const number = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(locale, options);
    return (value: number) => format.format(Object.is(value, -0) ? 0 : value);
  };
  const money = { style: "currency", currency, currencyDisplay: "narrowSymbol" } as const;
  const compact = { notation: "compact", maximumFractionDigits: 1 } as const;
  // One decimal, but never fewer than three digits: 448.7M and 2.93B.
  const precise = {
    ...compact,
    maximumSignificantDigits: 3,
    roundingPriority: "morePrecision",
    trailingZeroDisplay: "stripIfInteger",
  } as const;
  const signed = { signDisplay: "exceptZero" } as const;
  const day = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  const monthFormat = day({ month: "long", year: "numeric" });
  const monthShort = day({ month: "short", year: "numeric" });
  const monthTiny = day({ month: "short", year: "2-digit" });
  const dateFormat = day({ day: "numeric", month: "short", year: "numeric" });
  const instantFormat = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
  return {
    locale,
    currency,
    integer: number({ maximumFractionDigits: 0 }),
    decimal: number({ maximumFractionDigits: 1 }),
    ratio: number({ maximumFractionDigits: 2 }),
    moneyShort: number({ ...money, ...precise }),
    money: number({ ...money, maximumFractionDigits: 0 }),
    moneyChange: number({ ...money, ...precise, ...signed }),
    short: number(compact),
    percent: number({ style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    percentFine: number({ style: "percent", maximumFractionDigits: 2 }),
    percentWhole: number({ style: "percent", maximumFractionDigits: 0 }),
    percentChange: number({ style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1, ...signed }),
    change: number({ maximumFractionDigits: 1, ...signed }),
    date: (iso) => dropYearWord(dateFormat.format(parseDay(iso))),
    month: (iso) => dropYearWord(monthFormat.format(parseDay(iso))),
    monthShort: (iso) => dropYearWord(monthShort.format(parseDay(iso))),
    monthTiny: (iso) => dropYearWord(monthTiny.format(parseDay(iso))),
    monthRange: (from, to) => joinYears(dropYearWord(monthShort.formatRange(parseDay(from), parseDay(to)))),
    instant: (iso) => instantFormat.format(new Date(iso)),
    compare: collator.compare,
  };
}

/** Reads a calendar day as midnight UTC. */
export function parseDay(iso: string): Date {
  return new Date(`${iso.slice(0, 10)}T00:00:00Z`);
}

/** Russian dates end in «г.», which only fills space in tables and axes. */
function dropYearWord(text: string): string {
  return text.replaceAll(/\s+г\.(?=$|\s)/g, "");
}

/** A range within one year says the year once: not every language does so by itself. */
function joinYears(range: string): string {
  const years = range.match(/\d{4}/g);
  return years?.length === 2 && years[0] === years[1] ? range.replace(/\s*\d{4}/, "") : range;
}
