import { type Dictionary, en } from "./en.ts";
import type { Locale } from "./locales.ts";
import { ru } from "./ru.ts";

/** All texts of the site, by language. */
export const dictionaries: Readonly<Record<Locale, Dictionary>> = { en, ru };
