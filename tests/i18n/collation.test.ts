import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparer, sortKeys } from "../../dashboards/collation.ts";
import { locales } from "../../dashboards/i18n/locales.ts";

/** Letters names of these companies are written with, signs and digits among them. */
const letters = [
  ..."abcdefghijklmnopqrstuvwxyzABCXYZ",
  ..."абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюяАБВЁЯ",
  ..."әғқңөұүһі",
  ..."ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
  ..." -.«»\"'&№",
  ..."0123456789",
  "oʻ",
  "gʻ",
  "sh",
  "ch",
  "\u2068",
];

describe("sortKeys(locale, names)", () => {
  it.each(locales)("stand in the order names are compared in, in %s", (locale) => {
    const name = fc.array(fc.constantFrom(...letters), { maxLength: 12 }).map((parts) => parts.join(""));
    const compare = comparer(locale);
    fc.assert(
      fc.property(fc.array(name, { minLength: 2, maxLength: 20 }), (names) => {
        const key = sortKeys(locale, names);
        const keyed = names.toSorted((left, right) => (key(left) < key(right) ? -1 : key(left) > key(right) ? 1 : 0));
        expect(keyed).toEqual(names.toSorted(compare));
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});
