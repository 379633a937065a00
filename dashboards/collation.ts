import type { Locale } from "./i18n/locales.ts";
import { letterOrder } from "./i18n/spelling.ts";

/** Orders names by the alphabet of a language; numbers inside them by their value. */
export function comparer(locale: Locale): (left: string, right: string) => number {
  const compare = collatorOf(locale);
  if (letterOrder[locale] === undefined) return compare;
  return (left, right) => compare(spell(locale, left), spell(locale, right));
}

/**
 * Makes keys that stand in the order of `comparer` when they are compared as plain strings, for tens of thousands of names:
 * each letter of these names gets its place among them once, instead of in every comparison. Signs that a language orders
 * as several letters (ß, æ) stand where their first one does.
 */
export function sortKeys(locale: Locale, names: Iterable<string>): (name: string) => string {
  const compare = collatorOf(locale);
  const spelled = (name: string) => spell(locale, name).normalize("NFC");
  const letters = new Set<string>("0");
  for (const name of names) for (const letter of spelled(name)) letters.add(letter);
  const places = placeLetters([...letters], compare);
  const zero = places.get("0") ?? "";
  return (name) =>
    spelled(name)
      .split(/(\d+)/)
      .map((part, index) => (index % 2 === 1 ? numberKey(part, zero) : letterKey(part, places)))
      .join("");
}

function collatorOf(locale: Locale): (left: string, right: string) => number {
  return new Intl.Collator(letterOrder[locale]?.like ?? locale, { numeric: true, sensitivity: "base" }).compare;
}

function spell(locale: Locale, text: string): string {
  const letters = letterOrder[locale]?.letters ?? [];
  return letters.reduce((spelled, [letter, stand]) => spelled.replaceAll(letter, stand), text);
}

/** Letters that compare as equal share a place; those that do not count have none. */
function placeLetters(
  letters: readonly string[],
  compare: (left: string, right: string) => number,
): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  let place = 0;
  let previous = "";
  for (const letter of letters.toSorted(compare)) {
    if (compare(letter, "") === 0) {
      places.set(letter, "");
      continue;
    }
    if (previous === "" || compare(previous, letter) !== 0) place += 1;
    previous = letter;
    places.set(letter, String.fromCharCode(place));
  }
  return places;
}

function letterKey(text: string, places: ReadonlyMap<string, string>): string {
  let key = "";
  for (const letter of text) key += places.get(letter) ?? "";
  return key;
}

/** A number stands where digits do; among numbers more digits are more, then the first that differs tells. */
function numberKey(digits: string, zero: string): string {
  const number = digits.replace(/^0+/, "");
  return `${zero}${String.fromCharCode(number.length)}${number}`;
}
