import { centralPairs } from "./central-pairs.ts";
import { furtherPairs } from "./further-pairs.ts";
import { type Language, type LetterPairs, letterPairs } from "./letter-pairs.ts";
import { westernPairs } from "./western-pairs.ts";

/** Costs in bits of what a text of business seldom holds. */
const cost = { mark: 6, foreign: 14, symbol: 14, box: 16, control: 20, jump: 8 } as const;

const commonMarks = new Set("\u00a0«»„“”‘’‚–—…•№°§©®™€£±·،؛؟\u200c\u200e\u200f");
/**
 * Prices text as text of some languages: the bits it takes to write its words letter by letter, each word in the language
 * that suits it best, and its marks. Only runs of letters and marks with something beyond ASCII count, and these whole:
 * `Fürst` and `F№rst` are the same bytes, and pay for the same. The text that costs least is the true one.
 */
export function priceText(text: string, languages: readonly Language[]): number {
  let bits = 0;
  for (const { 0: run, index } of text.matchAll(/(?:[A-Za-z]|[^\0-\x7f])+/g))
    if (/[^\0-\x7f]/.test(run)) bits += priceRun(run, languages) + priceGroup(run, text, index);
  return bits;
}

/** Counts letters and marks that `priceText` prices. */
export function countPriced(text: string): number {
  let length = 0;
  for (const [run] of text.matchAll(/(?:[A-Za-z]|[^\0-\x7f])+/g)) if (/[^\0-\x7f]/.test(run)) length += run.length;
  return length;
}

/** Counts letters and marks of runs that are more marks than letters, though they hold some: no words are written so. */
export function countNoise(text: string): number {
  let length = 0;
  for (const [run] of text.matchAll(/(?:[A-Za-z]|[^\0-\x7f])+/g)) {
    const letters = run.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
    if (letters > 0 && letters * 2 < run.length) length += run.length;
  }
  return length;
}

/** One sign between digits and just three more parts thousands: a hard space is what stands there, and a letter never. */
function priceGroup(run: string, text: string, index: number): number {
  if (run.length !== 1 || !/\d/.test(text.charAt(index - 1))) return 0;
  if (!/^\d{3}(?!\d)/.test(text.slice(index + 1, index + 5))) return 0;
  if (/[\u00a0\u202f]/.test(run)) return 1 - cost.mark;
  return /\p{L}/u.test(run) ? 2 * cost.jump : 0;
}

function priceRun(run: string, languages: readonly Language[]): number {
  let bits = 0;
  for (const [word] of run.matchAll(/[\p{L}\p{M}]+/gu)) bits += priceWord(word, languages);
  for (const [mark] of run.matchAll(/[^\p{L}\p{M}]/gu)) bits += priceMark(mark);
  return bits + cost.jump * ((run.match(inside)?.length ?? 0) + (run.match(odd)?.length ?? 0));
}

/** Marks that no word ends with, and signs of direction behind Latin letters. */
const odd = /(?<=[A-Za-z])[\u200c-\u200f]|(?<=\p{L})[¡¢£¤¥¦§¨¬¯±´¶·¸¹¼½¾¿×÷†‡‰‹<>|\u0080-\u009f]/gu;

/** A mark amid the letters of a word, where languages put none. */
const inside = /(?<=\p{L})[^\p{L}\p{M}\p{Nd}\p{P}\p{Z}\p{Cf}](?=\p{Ll})/gu;

function priceMark(mark: string): number {
  if (commonMarks.has(mark) || /\p{Nd}/u.test(mark)) return cost.mark;
  if (/[\u0080-\u009f\ufffd]/.test(mark)) return cost.control;
  return /[\u2500-\u25ff]/.test(mark) ? cost.box : cost.symbol;
}

function priceWord(word: string, languages: readonly Language[]): number {
  const small = word.toLowerCase();
  const jumps = (word.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0) + (isMixed(word) ? 2 : 0);
  const models = [
    ...westernPairs,
    ...centralPairs,
    ...furtherPairs,
    ...languages.map((language) => letterPairs[language]),
  ];
  const cheapest = models.reduce((least, model) => Math.min(least, pricePairs(small, model)), Number.POSITIVE_INFINITY);
  return cheapest + jumps * cost.jump;
}

/** Latin and other letters stand in one word. */
function isMixed(word: string): boolean {
  return /[A-Za-z]/.test(word) && /[^\p{Script=Latin}]/u.test(word);
}

function pricePairs(word: string, { letters, costs, rarity = 0 }: LetterPairs): number {
  let bits = rarity;
  let before = 0;
  for (const letter of word) {
    const place = letters.indexOf(letter) + 1;
    bits += place === 0 ? cost.foreign : digitAt(costs, before, place);
    before = place;
  }
  return bits + digitAt(costs, before, 0);
}

function digitAt(costs: readonly string[], row: number, column: number): number {
  return Number.parseInt(costs[row]?.charAt(column) ?? "f", 16);
}
