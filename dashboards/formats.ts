import { comparer, sortKeys } from "./collation.ts";
import { type Dates, dates } from "./dates.ts";
import type { Locale } from "./i18n/locales.ts";
import { currencyNames } from "./i18n/spelling.ts";
import { numberFormat } from "./numbers.ts";

/** Writes numbers, money and dates as readers of a language do, the same in Node and in every browser. */
export interface Formats extends Dates {
  readonly locale: Locale;
  readonly currency: string;
  /** The currency in words, as one unit of it is called; in English as several are: `Russian rubles`. */
  readonly currencyName: string;
  readonly integer: (value: number) => string;
  /** One decimal at most. */
  readonly decimal: (value: number) => string;
  /** One decimal always, for figures one below the other. */
  readonly tenths: (value: number) => string;
  /** Two decimals always. */
  readonly hundredths: (value: number) => string;
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
  /** A probability: never certain, so `> 99%` and `< 1%` at the ends; between them as `percent`. */
  readonly chance: (value: number) => string;
  /** 0.042 → `+4.2%`. */
  readonly percentChange: (value: number) => string;
  /** A signed number with one decimal. */
  readonly change: (value: number) => string;
  /** Joins parts of a sentence by the language's comma. */
  readonly list: (parts: readonly string[]) => string;
  /** Joins clauses by the language's semicolon. */
  readonly clauses: (parts: readonly string[]) => string;
  /** Writes the digits of a score, a year or a name of a period in the language's numerals, and leaves the rest alone. */
  readonly digits: (text: string) => string;
  /** A band of whole numbers as the warehouse calls it, `25-34` or `65+`: `25–34`. Another text stays as it is. */
  readonly band: (text: string) => string;
  /** Orders names as the alphabet of the language does. */
  readonly compare: (left: string, right: string) => number;
  /** Makes keys in that order out of many names, to be compared as plain strings. */
  readonly sortKeys: (names: Iterable<string>) => (name: string) => string;
}

/** Beyond these a probability is a bound: no model knows it closer. */
const [leastSure, mostSure] = [0.01, 0.99];

/** Makes the formats of a language and a reporting currency. */
export function formats(locale: Locale, currency: string): Formats {
  const number = (options: Intl.NumberFormatOptions) => numberFormat(locale, options);
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
  const digits = (text: string) =>
    locale === "fa" ? text.replaceAll(/\d/g, (digit) => persianDigits.charAt(Number(digit))) : text;
  const percentWhole = number({ style: "percent", maximumFractionDigits: 0 });
  const percent = number({ style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return {
    ...dates(locale),
    locale,
    currency,
    currencyName:
      currencyNames[locale] === undefined
        ? nameCurrency(locale, currency)
        : (currencyNames[locale][currency] ?? currency),
    integer: number({ maximumFractionDigits: 0 }),
    decimal: number({ maximumFractionDigits: 1 }),
    tenths: number({ minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    hundredths: number({ minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    ratio: number({ maximumFractionDigits: 2 }),
    moneyShort: number({ ...money, ...precise }),
    money: number({ ...money, maximumFractionDigits: 0 }),
    moneyChange: number({ ...money, ...precise, ...signed }),
    short: number(compact),
    percent,
    percentFine: number({ style: "percent", maximumFractionDigits: 2 }),
    percentWhole,
    chance: (value) =>
      value > mostSure
        ? `> ${percentWhole(mostSure)}`
        : value < leastSure
          ? `< ${percentWhole(leastSure)}`
          : percent(value),
    percentChange: number({ style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1, ...signed }),
    change: number({ maximumFractionDigits: 1, ...signed }),
    list: (parts) => parts.join(locale === "fa" ? "، " : ", "),
    clauses: (parts) => parts.join(locale === "fa" ? "؛ " : "; "),
    digits,
    band: (text) => writeBand(locale, text, digits),
    compare: comparer(locale),
    sortKeys: (names) => sortKeys(locale, names),
  };
}

const persianDigits = "۰۱۲۳۴۵۶۷۸۹";

/** English speaks of amounts «in rubles»; the other languages name the currency after a colon. */
function nameCurrency(locale: Locale, currency: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "name",
    maximumFractionDigits: 0,
  });
  const parts = format.formatToParts(locale === "en" ? 5 : 1);
  return parts.find(({ type }) => type === "currency")?.value ?? currency;
}

function writeBand(locale: Locale, text: string, digits: (text: string) => string): string {
  const [, low, rest, high] = /^(\d+)([-+]?)(\d*)$/.exec(text) ?? [];
  if (low === undefined) return text;
  if (rest === "+") return locale === "fa" ? `${digits(low)} و بیشتر` : text;
  return high === undefined || high === ""
    ? digits(low)
    : `${digits(low)}${locale === "fa" ? " تا " : "–"}${digits(high)}`;
}
