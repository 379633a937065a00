import type { Locale } from "./locales.ts";

/**
 * How a language writes numbers and dates where `Intl` cannot be trusted to know: Chromium comes without Kazakh and
 * Uzbek data and would write «2026 M10» and «2.9G». Numbers of such a language are written like those of `numbersOf`,
 * which has the same signs, with units of its own. The same text comes out in Node and in every browser.
 */
interface Spelling {
  /** The language `Intl` is asked for numbers in. */
  readonly numbersOf: string;
  /** Words of that language for thousands and so on, and the ones they become. */
  readonly units: Readonly<Record<string, string>>;
  readonly months: readonly string[];
  readonly monthsShort: readonly string[];
  readonly month: (month: string, year: string) => string;
  readonly date: (day: string, month: string, year: string) => string;
  readonly dayShort: (day: string, month: string) => string;
}

/** Months and units as CLDR gives them. */
export const spellings: Partial<Record<Locale, Spelling>> = {
  kk: {
    numbersOf: "uk",
    units: { "тис.": "мың", млн: "млн", млрд: "млрд", трлн: "трлн" },
    months: [
      "қаңтар",
      "ақпан",
      "наурыз",
      "сәуір",
      "мамыр",
      "маусым",
      "шілде",
      "тамыз",
      "қыркүйек",
      "қазан",
      "қараша",
      "желтоқсан",
    ],
    monthsShort: ["қаң.", "ақп.", "нау.", "сәу.", "мам.", "мау.", "шіл.", "там.", "қыр.", "қаз.", "қар.", "жел."],
    month: (month, year) => `${year} ж. ${month}`,
    date: (day, month, year) => `${year} ж. ${day} ${month}`,
    dayShort: (day, month) => `${day} ${month}`,
  },
  uz: {
    numbersOf: "uk",
    units: { "тис.": "ming", млн: "mln", млрд: "mlrd", трлн: "trln" },
    months: [
      "yanvar",
      "fevral",
      "mart",
      "aprel",
      "may",
      "iyun",
      "iyul",
      "avgust",
      "sentabr",
      "oktabr",
      "noyabr",
      "dekabr",
    ],
    monthsShort: ["yan", "fev", "mar", "apr", "may", "iyn", "iyl", "avg", "sen", "okt", "noy", "dek"],
    month: (month, year) => `${year}-yil ${month}`,
    date: (day, month, year) => `${day}-${month} ${year}`,
    dayShort: (day, month) => `${day}-${month}`,
  },
};

/** Signs of currencies where `Intl` has only a code. */
export const currencySigns: Partial<Record<Locale, Readonly<Record<string, string>>>> = {
  ru: { UZS: "сум", IRR: "риал" },
  uk: { UZS: "сум", IRR: "ріал" },
  kk: { UZS: "сум", IRR: "риал" },
  uz: { UZS: "soʻm", IRR: "rial" },
  fa: { UZS: "سوم", KZT: "تنگه" },
};

/** Names of currencies where browsers know only English ones; another currency stands as its code. */
export const currencyNames: Partial<Record<Locale, Readonly<Record<string, string>>>> = {
  kk: {
    RUB: "Ресей рублі",
    UAH: "Украина гривнасы",
    KZT: "Қазақстан теңгесі",
    UZS: "Өзбекстан сомы",
    KGS: "Қырғызстан сомы",
    BYN: "Беларусь рублі",
    AZN: "Әзірбайжан манаты",
    IRR: "Иран риалы",
    TRY: "Түрік лирасы",
    CNY: "Қытай юані",
    USD: "АҚШ доллары",
    EUR: "еуро",
  },
  uz: {
    RUB: "Rossiya rubli",
    UAH: "Ukraina grivnasi",
    KZT: "Qozogʻiston tengesi",
    UZS: "Oʻzbekiston soʻmi",
    KGS: "Qirgʻiziston somi",
    BYN: "Belarus rubli",
    AZN: "Ozarbayjon manati",
    IRR: "Eron riyoli",
    TRY: "Turk lirasi",
    CNY: "Xitoy yuani",
    USD: "AQSH dollari",
    EUR: "yevro",
  },
};

/** The largest weight there is in a collation: what follows it sorts after everything. */
const last = "\uffff";

/** Letters that the common order puts elsewhere, and what they are compared as: Kazakh і follows ы, Uzbek oʻ follows z. */
export const letterOrder: Partial<
  Record<Locale, { readonly like: string; readonly letters: readonly (readonly [RegExp, string])[] }>
> = {
  kk: { like: "ru", letters: [[/і/giu, `ы${last}`]] },
  uz: {
    like: "en",
    letters: [
      [/o[ʻʼ'’‘`]/giu, `z${last}`],
      [/g[ʻʼ'’‘`]/giu, `z${last}${last}`],
      [/sh/giu, `z${last}${last}${last}`],
      [/ch/giu, `z${last}${last}${last}${last}`],
    ],
  },
};
