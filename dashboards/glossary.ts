import type { Locale } from "./i18n/locales.ts";

/** A text in every language of the site. */
export type Texts = Readonly<Partial<Record<Locale, string>>>;

/** A relation of the glossary, as its contract describes it. */
export interface Term {
  readonly relation: string;
  readonly description: Texts;
  readonly columns: readonly { readonly name: string; readonly description: Texts; readonly unit: Texts | null }[];
}
