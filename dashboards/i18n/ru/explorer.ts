import type { Formats } from "../../formats.ts";
import type { explorerEn } from "../en/explorer.ts";
import { plural } from "../locales.ts";
import { rows } from "./words.ts";

/** Russian texts of the SQL explorer. */
export const explorerRu: typeof explorerEn = {
  explorer: {
    headline: (tables: number, format: Formats) =>
      `Задайте свой вопрос ${format.integer(tables)} ${plural("ru", tables, { one: "опубликованной таблице", other: "опубликованным таблицам" })}: из браузера ничего не уходит.`,
    scope: "DuckDB в браузере; суммы — как опубликованы, для показа",
    query: "Запрос",
    run: "Выполнить",
    keys: "Ctrl+Enter — выполнить; запрос хранится в адресе, ссылка его сохраняет",
    starting: "Запускается движок, один раз около 6 МБ…",
    running: "Выполняется…",
    failed: "Запрос не выполнен",
    remedy: "Исправьте запрос и выполните снова. Таблицы и столбцы перечислены ниже; один SELECT за раз.",
    nothing: "Запрос выполнен, строк не найдено.",
    found: (count: number, format: Formats) => `${format.integer(count)} ${rows(count)}`,
    took: (milliseconds: string) => `${milliseconds} мс`,
    cut: (most: number, format: Formats) => `показаны первые ${format.integer(most)}`,
    picture: (value: string, name: string) => `${value} по ${name}`,
    pictureNote: "Первое число по первому названию, в порядке результата",
    try: "С чего начать",
    examples: {
      regions: "Продажи за двенадцать месяцев по регионам",
      classes: "Клиенты и продажи по классам",
      sleeping: "Лучшие клиенты, молчащие полгода",
      plan: "План и продажи по месяцам",
    },
    look: "Показать 100 строк",
    from: "из",
    tables: "Таблицы",
    tablesNote: "То, из чего построены страницы, и больше ничего",
  },
};
