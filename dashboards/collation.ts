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
  const letters = new Set<number>([zero]);
  for (const name of names) {
    const text = spell(locale, name).normalize("NFC");
    for (let at = 0; at < text.length; at += 1) letters.add(text.charCodeAt(at));
  }
  const places = placeLetters(letters, collatorOf(locale));
  return (name) => writeKey(spell(locale, name).normalize("NFC"), places);
}

const [zero, nine] = [0x30, 0x39];

function collatorOf(locale: Locale): (left: string, right: string) => number {
  return new Intl.Collator(letterOrder[locale]?.like ?? locale, { numeric: true, sensitivity: "base" }).compare;
}

function spell(locale: Locale, text: string): string {
  const letters = letterOrder[locale]?.letters ?? [];
  return letters.reduce((spelled, [letter, stand]) => spelled.replaceAll(letter, stand), text);
}

/** Letters that compare as equal share a place; those that do not count have none. By code of the letter. */
function placeLetters(
  letters: ReadonlySet<number>,
  compare: (left: string, right: string) => number,
): readonly string[] {
  const places: string[] = [];
  let place = 0;
  let previous = "";
  for (const letter of [...letters].map((code) => String.fromCharCode(code)).sort(compare)) {
    const isCounted = compare(letter, "") !== 0;
    if (isCounted && (previous === "" || compare(previous, letter) !== 0)) place += 1;
    if (isCounted) previous = letter;
    places[letter.charCodeAt(0)] = isCounted ? String.fromCharCode(place) : "";
  }
  return places;
}

/** A number stands where digits do; among numbers more digits are more, then the first that differs tells. */
function writeKey(text: string, places: readonly string[]): string {
  let key = "";
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (!isDigit(code)) {
      key += places[code] ?? "";
      continue;
    }
    let end = at;
    while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
    const number = text.slice(at, end).replace(/^0+/, "");
    key += `${places[zero]}${String.fromCharCode(number.length)}${number}`;
    at = end - 1;
  }
  return key;
}

function isDigit(code: number): boolean {
  return code >= zero && code <= nine;
}
