import type { Formats } from "../../formats.ts";
import type { explorerEn } from "../en/explorer.ts";
import { plural } from "../locales.ts";
import { rows } from "./words.ts";

/** Ukrainian texts of the SQL explorer. */
export const explorerUk: typeof explorerEn = {
  explorer: {
    headline: (tables: number, format: Formats) =>
      `Поставте власне запитання ${format.integer(tables)} ${plural("uk", tables, { one: "опублікованій таблиці", other: "опублікованим таблицям" })}; нічого не залишає браузера.`,
    scope: "DuckDB у браузері; суми — як опубліковано, для перегляду",
    query: "Запит",
    run: "Виконати",
    keys: "Ctrl+Enter — виконати; запит міститься в адресі, тож його збереже посилання",
    starting: "Запускається рушій, один раз близько 6 МБ…",
    running: "Виконується…",
    failed: "Запит не виконано",
    remedy: "Виправте запит і виконайте знову. Таблиці та стовпці перелічено нижче; один SELECT за раз.",
    nothing: "Запит виконано, рядків не знайдено.",
    found: (count: number, format: Formats) => `${format.integer(count)} ${rows(count)}`,
    took: (milliseconds: string) => `${milliseconds} мс`,
    cut: (most: number, format: Formats) => `показано перші ${format.integer(most)}`,
    picture: (value: string, name: string) => `${value} за ${name}`,
    pictureNote: "Перше число за першою назвою, у порядку результату",
    try: "З чого почати",
    examples: {
      regions: "Продажі за дванадцять місяців за регіонами",
      classes: "Клієнти та продажі за класами",
      sleeping: "Найкращі клієнти, що мовчать пів року",
      plan: "План і продажі за місяцями",
    },
    look: "Показати 100 рядків",
    from: "з",
    tables: "Таблиці",
    tablesNote: "Те, з чого побудовано сторінки, і більше нічого",
  },
};
