import { describe, expect, it } from "vitest";
import { dictionaries } from "../../dashboards/i18n/dictionaries.ts";
import { en } from "../../dashboards/i18n/en.ts";
import { type Locale, locales } from "../../dashboards/i18n/locales.ts";
import { entityNames } from "../../ingest/contracts/entities.ts";
import { remedies } from "../../ingest/remedies.ts";
import { listTexts } from "./dictionary-texts.ts";

/** Languages whose texts were written by hand, all of them. */
const translated: readonly Locale[] = ["ru", "uk", "uz", "kk", "fa"];

/** Texts that are the same in English and in other languages: names and abbreviations. */
const same: ReadonlySet<string> = new Set([
  "Karavan",
  "CSV",
  "SQL",
  "DSO",
  "OTIF",
  "RFM",
  "NPS",
  "CSAT",
  "ROI",
  "ROAS",
  "iROAS",
  "iROAS, 95%",
  "iROI, 95%",
  "AUC",
  "MASE",
]);

/** Words a language happens to write as English does. */
const sameIn: Partial<Record<Locale, ReadonlySet<string>>> = {
  uz: new Set(["Segment", "model"]),
};

const hasWords = (text: string) => /\p{L}{2}/u.test(text);

describe("texts of the site", () => {
  it.each(translated)("are not English in %s", (locale) => {
    const english = new Map(listTexts(en));
    const left = listTexts(dictionaries[locale]).filter(
      ([path, text]) => hasWords(text) && !same.has(text) && !sameIn[locale]?.has(text) && english.get(path) === text,
    );
    expect(left).toEqual([]);
  });

  it.each(translated)("have no letters of a foreign alphabet in %s", (locale) => {
    const foreign = alphabets[locale];
    if (foreign === undefined) return;
    expect(listTexts(dictionaries[locale]).filter(([, text]) => foreign.test(text))).toEqual([]);
  });
});

describe("codes of the data", () => {
  it.each(locales)("have names in %s: entities, and rules rows are set aside by", (locale) => {
    const { entities, rejectRules } = dictionaries[locale];
    expect(entityNames.filter((name) => !Object.hasOwn(entities, name))).toEqual([]);
    expect(Object.keys(remedies).filter((rule) => !Object.hasOwn(rejectRules, rule))).toEqual([]);
  });
});

/** Letters a language does not have: those of its neighbours, which a copied text would bring. */
const alphabets: Partial<Record<Locale, RegExp>> = {
  ru: /[іїєґәғқңөұүһ]/iu,
  uk: /[ыэёъәғқңөұү]/iu,
  kk: /[їєґўҳ]/iu,
  uz: /[а-яёўқғҳіїє]/iu,
  fa: /[يك٤٥٦а-я]/iu,
};
