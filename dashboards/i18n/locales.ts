/** Languages of the site. A new one is a dictionary here and a value in the settings. */
export const locales = ["en", "ru", "uk", "kk", "uz", "fa"] as const;

export type Locale = (typeof locales)[number];

/** Names of the languages, each in its own. */
export const localeNames: Readonly<Record<Locale, string>> = {
  en: "English",
  ru: "Русский",
  uk: "Українська",
  kk: "Қазақша",
  uz: "Oʻzbekcha",
  fa: "فارسی",
};

/** What HTML calls the languages: Uzbek has two alphabets. */
export const languageTags: Readonly<Record<Locale, string>> = {
  en: "en",
  ru: "ru",
  uk: "uk",
  kk: "kk",
  uz: "uz-Latn",
  fa: "fa",
};

const rightToLeft: ReadonlySet<string> = new Set(["fa", "ar", "he"]);

/** Says which way a language is written. */
export function directionOf(locale: Locale): "ltr" | "rtl" {
  return rightToLeft.has(locale) ? "rtl" : "ltr";
}

/** Picks the word form a number asks for. Languages name the forms they have; `other` always stands in. */
export function plural(
  locale: Locale,
  value: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string },
): string {
  return forms[new Intl.PluralRules(locale).select(value)] ?? forms.other;
}
