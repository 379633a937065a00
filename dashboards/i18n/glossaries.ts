import { glossaryRu, unitsRu } from "./glossary.ru.ts";
import type { Locale } from "./locales.ts";

/** Texts of the glossary by relation, or relation and column, and of units; what a language lacks stays English. */
export interface GlossaryTexts {
  readonly texts: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, string>>;
}

/** Read at publish only: the glossary's texts travel with its page, not with every page. */
export const glossaries: Readonly<Record<Locale, GlossaryTexts>> = {
  en: { texts: {}, units: {} },
  ru: { texts: glossaryRu, units: unitsRu },
};
