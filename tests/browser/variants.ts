import type { Page } from "playwright-core";
import { expect } from "vitest";
import { dictionaries } from "../../dashboards/i18n/dictionaries.ts";
import { directionOf, type Locale, languageTags, localeNames, locales } from "../../dashboards/i18n/locales.ts";
import { pageHref, pages } from "../../dashboards/site.ts";
import { listTexts } from "../i18n/dictionary-texts.ts";
import { textOf } from "./chromium.ts";
import { drawn, findCutTexts, findViolations, overflowOf, readLatinWords } from "./inspect.ts";

export const wide = { width: 1360, height: 900 };
export const narrow = { width: 390, height: 844 };

/** How a page is looked at: a screen and a theme. */
export interface Variant {
  readonly name: string;
  readonly viewport: typeof wide;
  readonly scheme: "light" | "dark";
}

const wideLight: Variant = { name: "wide and light", viewport: wide, scheme: "light" };
const narrowDark: Variant = { name: "narrow and dark", viewport: narrow, scheme: "dark" };

export const variants: readonly Variant[] = [
  wideLight,
  narrowDark,
  { name: "narrow and light", viewport: narrow, scheme: "light" },
  { name: "wide and dark", viewport: wide, scheme: "dark" },
];

/** A page in a language, and the variants in which axe looks it through. */
export interface Sight {
  readonly locale: Locale;
  readonly name: (typeof pages)[number]["name"];
  readonly path: string;
  readonly inspected: readonly Variant[];
}

/** Every page in every language; axe sees all four variants of each. */
export const everySight: readonly Sight[] = locales.flatMap((locale) =>
  pages.map((page) => ({
    locale,
    name: page.name,
    path: pageHref(page, locale, locales),
    inspected: variants,
  })),
);

/** Languages written from left to right: one page's, then the next one's. */
const leftToRight = locales.filter((locale) => directionOf(locale) === "ltr");

/**
 * Every page from right to left, and in one of the other languages, which move on by one from page to page; axe sees a page
 * wide and light in the one of them, narrow and dark in the other. A third of `everySight`, and an eighth of its axe.
 */
export const someSights: readonly Sight[] = everySight.flatMap((sight) => {
  const place = pages.findIndex(({ name }) => name === sight.name);
  const isRightToLeft = directionOf(sight.locale) === "rtl";
  if (!isRightToLeft && sight.locale !== leftToRight[place % leftToRight.length]) return [];
  return [{ ...sight, inspected: [isRightToLeft === (place % 2 === 0) ? wideLight : narrowDark] }];
});

/** Holds an open page, wide and light, to what every page is, then in each variant to its width and, where asked, to axe. */
export async function inspectPage(page: Page, { locale, name, inspected }: Sight): Promise<void> {
  expect(await page.getAttribute("html", "lang")).toBe(languageTags[locale]);
  expect(await page.getAttribute("html", "dir")).toBe(directionOf(locale));
  expect(await textOf(page.locator("h1"))).toBe(dictionaries[locale].pages[name].title);
  expect((await textOf(page.locator(".headline").first())).length).toBeGreaterThan(20);
  expect(await page.locator("#body .card").count()).toBeGreaterThan(1);
  expect(await findEnglish(page, locale)).toEqual([]);
  for (const variant of new Set([wideLight, narrowDark, ...inspected])) {
    await page.emulateMedia({ colorScheme: variant.scheme });
    await page.setViewportSize(variant.viewport);
    await drawn(page);
    expect(await overflowOf(page), variant.name).toBeLessThanOrEqual(0);
    expect(await findCutTexts(page), variant.name).toEqual([]);
    if (inspected.includes(variant)) expect(await findViolations(page), variant.name).toEqual([]);
  }
}

/** Words of the English texts, by language without those the language has itself. */
const english: ReadonlySet<string> = wordsOf("en");

function wordsOf(locale: Locale): ReadonlySet<string> {
  const texts = [...listTexts(dictionaries[locale]), ...Object.values(localeNames).map((name) => ["", name] as const)];
  return new Set(texts.flatMap(([, text]) => text.toLowerCase().match(/[a-z]{3,}/g) ?? []));
}

/** English words a page of another language says in its own voice; words that its data hold are data. */
async function findEnglish(page: Page, locale: Locale): Promise<readonly string[]> {
  if (locale === "en") return [];
  const { said, data } = await readLatinWords(page);
  const known = new Set([...wordsOf(locale), ...data]);
  return said.filter((word) => english.has(word) && !known.has(word));
}
