import type { Texts } from "../../dashboards/glossary.ts";
import { checkTexts } from "../../dashboards/i18n/checks.ts";
import type { Locale } from "../../dashboards/i18n/locales.ts";
import type { Connection } from "../connection.ts";
import { createKysely } from "../kysely.ts";

/** Reads what each check asks, by name, and puts it into the languages of the site. */
export async function readCheckQuestions(
  connection: Connection,
  locales: readonly Locale[],
): Promise<Readonly<Record<string, Texts>>> {
  const checks = await createKysely(connection)
    .selectFrom("meta.checks")
    .select(["name", "question"])
    .orderBy("name")
    .execute();
  return Object.fromEntries(
    checks.map(({ name, question }) => [
      name,
      Object.fromEntries(locales.map((locale) => [locale, checkTexts[locale]?.[name] ?? question])),
    ]),
  );
}
