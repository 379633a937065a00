import { type Dictionary, en } from "./en.ts";
import { fa } from "./fa.ts";
import { kk } from "./kk.ts";
import type { Locale } from "./locales.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";
import { uz } from "./uz.ts";

/** All texts of the site, by language. */
export const dictionaries: Readonly<Record<Locale, Dictionary>> = { en, ru, uk, kk, uz, fa };
