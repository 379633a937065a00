import { termsFa, unitsFa } from "./fa/glossary/terms.ts";
import { termsKk, unitsKk } from "./kk/glossary/terms.ts";
import type { Locale } from "./locales.ts";
import { termsRu, unitsRu } from "./ru/glossary/terms.ts";
import { termsUk, unitsUk } from "./uk/glossary/terms.ts";
import { termsUz, unitsUz } from "./uz/glossary/terms.ts";

/** By relation: what it is, and what its columns mean. */
export type GlossaryEntries = Readonly<
  Record<string, readonly [relation: string, columns: Readonly<Record<string, string>>]>
>;

/** Texts of the glossary by relation, or relation and column, and of units; what a language lacks stays English. */
export interface GlossaryTexts {
  readonly texts: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, string>>;
}

/** Read at publish only: the glossary's texts travel with its page, not with every page. */
export const glossaries: Readonly<Record<Locale, GlossaryTexts>> = {
  en: { texts: {}, units: {} },
  ru: { texts: flatten(termsRu), units: unitsRu },
  uk: { texts: flatten(termsUk), units: unitsUk },
  kk: { texts: flatten(termsKk), units: unitsKk },
  uz: { texts: flatten(termsUz), units: unitsUz },
  fa: { texts: flatten(termsFa), units: unitsFa },
};

function flatten(entries: GlossaryEntries): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([relation, [text, columns]]) => [
      [relation, text],
      ...Object.entries(columns).map(([name, meaning]) => [`${relation}.${name}`, meaning]),
    ]),
  );
}
