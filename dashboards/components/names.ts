import type { Dictionary } from "../i18n/en.ts";
import type { PageContext } from "./context.ts";

/** Names a code of the data in the reader's language; a code without a name stands for itself. */
export function nameOf(names: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(names, code) ? (names[code] ?? code) : code;
}

/** Names a dimension value: what the data call `unknown` is said in words. */
export function valueName(words: Dictionary, value: string): string {
  return nameOf(words.values, value);
}

/** Names a wave: one called by a quarter, `2026-Q3`, in words; another as the survey calls it. */
export function waveName({ words, formats }: PageContext, wave: string): string {
  const [, year, quarter] = /^(\d{4})-?Q([1-4])$/.exec(wave) ?? [];
  if (year === undefined || quarter === undefined) return formats.digits(wave);
  return words.forecast.quarter(formats.digits(quarter), formats.digits(year));
}
