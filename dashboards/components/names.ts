import type { Dictionary } from "../i18n/en.ts";

/** Names a code of the data in the reader's language; a code without a name stands for itself. */
export function nameOf(names: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(names, code) ? (names[code] ?? code) : code;
}

/** Names a dimension value: what the data call `unknown` is said in words. */
export function valueName(words: Dictionary, value: string): string {
  return nameOf(words.values, value);
}
