import { readJson } from "../data.ts";
import type { Texts } from "../glossary.ts";
import type { PageContext } from "./context.ts";

/** What each check asks, by its name, in the reader's language. */
export type CheckTexts = Readonly<Record<string, string>>;

/** Reads what checks ask; the dataset `checks` must be in the list of the page. */
export async function readCheckTexts({ files, locale }: PageContext): Promise<CheckTexts> {
  if (files.checks === undefined) return {};
  const texts = (await readJson(files.checks)) as Readonly<Record<string, Texts>>;
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text[locale] ?? name]));
}
