import { checksFa } from "./fa/checks.ts";
import { checksKk } from "./kk/checks.ts";
import type { Locale } from "./locales.ts";
import { checksRu } from "./ru/checks.ts";
import { checksUk } from "./uk/checks.ts";
import { checksUz } from "./uz/checks.ts";

/**
 * What checks ask, by name. English is what stands above the check itself. Read at publish only, like the glossary:
 * the texts travel with the pages that show them.
 */
export const checkTexts: Readonly<Partial<Record<Locale, Readonly<Record<string, string>>>>> = {
  ru: checksRu,
  uk: checksUk,
  kk: checksKk,
  uz: checksUz,
  fa: checksFa,
};
