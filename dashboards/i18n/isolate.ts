import { contain, hasDirection } from "./contain.ts";

const open = "\u2068";
const close = "\u2069";

/**
 * Sets apart the names a dictionary's texts are given, so that they leave the order of the sentence alone: those with
 * controls of direction in every language; in one written from the right also Latin and Cyrillic names, which keep their
 * own order, brackets and full stops. Codes stay as they are, because texts may look them up; numbers are set apart where
 * they are written (numbers.ts).
 */
export function isolateNames<Words>(words: Words, direction: "ltr" | "rtl" = "rtl"): Words {
  const isApart = direction === "rtl" ? (text: string) => isForeign(text) || hasDirection(text) : hasDirection;
  return isolateValue(words, isApart) as Words;
}

type IsApart = (text: string) => boolean;

function isolateValue(value: unknown, isApart: IsApart): unknown {
  if (typeof value === "function")
    return (...given: readonly unknown[]): unknown => value(...given.map((each) => isolateArgument(each, isApart)));
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, isolateValue(inner, isApart)]));
}

function isolateArgument(value: unknown, isApart: IsApart): unknown {
  if (Array.isArray(value)) return value.map((each) => isolateArgument(each, isApart));
  return typeof value === "string" && isApart(value) ? `${open}${contain(value)}${close}` : value;
}

function isForeign(text: string): boolean {
  return /[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(text) && !/^[a-z0-9_-]+$/.test(text);
}
