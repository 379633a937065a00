import type { Locale } from "./i18n/locales.ts";
import { currencySigns, spellings } from "./i18n/spelling.ts";

/** Marks that keep a number whole and in its order inside text written from the right. */
const isolate = { open: "\u2066", close: "\u2069", rightToLeft: "\u200f" } as const;

/** Makes a function that writes numbers of a language, the same in Node and in every browser. */
export function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): (value: number) => string {
  const format = new Intl.NumberFormat(spellings[locale]?.numbersOf ?? locale, {
    // What rounds to zero has no sign.
    signDisplay: "negative",
    ...options,
  });
  const units = spellings[locale]?.units ?? {};
  const sign = currencySigns[locale]?.[options.currency ?? ""];
  const rename = ({ type, value }: Intl.NumberFormatPart): string => {
    if (type === "compact") return units[value] ?? value;
    return type === "currency" && sign !== undefined ? sign : value;
  };
  const isRenamed = locale === "fa" || sign !== undefined || options.notation === "compact";
  return (value) => {
    // Parts cost several times what the text does: a page writes thousands of numbers for each change of a filter.
    if (!isRenamed) return format.format(value);
    const parts = format.formatToParts(value);
    return locale === "fa" ? writePersian(parts, rename) : parts.map(rename).join("");
  };
}

const digitTypes: ReadonlySet<string> = new Set(["integer", "group", "decimal", "fraction"]);

/**
 * Puts a Persian number together: number, unit, currency, in the order they are read. CLDR's own pattern sets the
 * currency first behind a left-to-right mark, which turns «۹۲٫۶ میلیون» round wherever it stands in a sentence.
 */
function writePersian(
  parts: readonly Intl.NumberFormatPart[],
  rename: (part: Intl.NumberFormatPart) => string,
): string {
  const pick = (...types: readonly string[]) =>
    parts
      .filter(({ type }) => types.includes(type))
      .map(rename)
      .join("")
      .replaceAll(/[\u200e\u200f]/g, "");
  const digits = parts
    .filter(({ type }) => digitTypes.has(type))
    .map(({ value }) => value)
    .join("");
  const signed = `${pick("minusSign", "plusSign")}${digits}${pick("percentSign")}`;
  const number = signed === digits ? digits : `${isolate.open}${signed}${isolate.close}`;
  const words = [pick("compact"), pick("currency")].filter((word) => word !== "");
  return words.length === 0 ? number : `${isolate.rightToLeft}${[number, ...words].join("\u00a0")}`;
}

/** Drops marks of direction, which nobody sees: for measuring and for search. */
export function dropMarks(text: string): string {
  return text.replaceAll(/[\u200e\u200f\u2066-\u2069]/g, "");
}
