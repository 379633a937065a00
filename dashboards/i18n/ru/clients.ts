import type { Formats } from "../../formats.ts";
import type { clientsEn } from "../en/clients.ts";
import { plural } from "../locales.ts";
import { clients, dative, prepositional } from "./words.ts";

/** Russian texts of the page clients. */
export const clientsRu: typeof clientsEn = {
  movement: {
    title: "Приход и уход клиентов по месяцам",
    finding: (fresh: number, wonBack: number, lost: number, month: string, format: Formats) =>
      `За ${month}: новых — ${format.integer(fresh)}, вернулось — ${format.integer(wonBack)}, ушло — ${format.integer(lost)}`,
    subtitle: "Клиенты по полным месяцам; ушедший — без заказа столько месяцев, сколько задано в настройках",
    opening: "Активны до",
    fresh: "Новые",
    wonBack: "Вернулись",
    won: "Пришли",
    lost: "Ушли",
    closing: "Активны после",
    freshAmount: "Продажи новым",
    wonBackAmount: "Продажи вернувшимся",
    keptAmount: "Продажи оставшимся",
  },
  clients: {
    scope: (month: string) => `Классы на ${month}, по полным периодам до него`,
    headline: (count: number, share: string, sales: string, format: Formats) =>
      `${format.integer(count)} ${plural("ru", count, { one: "ключевой клиент", few: "ключевых клиента", many: "ключевых клиентов", other: "ключевого клиента" })} (${share} всех) — это ${sales} продаж.`,
    noKey: "Ключевых клиентов пока нет.",
    giniNote: (gini: string) => `коэффициент Джини ${gini}: 0 — все равны, 1 — всё у одного`,
    classTitle: (name: string, share: string) => `${name} клиенты дают ${share} продаж`,
    classSubtitle: "Чистые продажи каждого класса за окно расчёта",
    classThreshold: (key: string, medium: string) =>
      `Чистые продажи классов; ключевые — от ${key}, средние — от ${medium} в среднем за период`,
    classBar: (share: string, count: number, format: Formats) => `${share}, ${format.integer(count)} ${clients(count)}`,
    historyTitle: (size: string, change: number, month: string) =>
      change === 0
        ? `Ключевых клиентов столько же, сколько в ${prepositional(month)}`
        : `Ключевых клиентов: ${size} к ${dative(month)}`,
    historySubtitle: "Клиенты по классам на конец каждого периода",
    migrationTitle: (up: number, down: number, format: Formats) =>
      `Поднялись: ${format.integer(up)} ${clients(up)}, опустились: ${format.integer(down)}`,
    migrationSubtitle: "Клиенты по прежнему классу (строки) и нынешнему (столбцы)",
    paretoPlain: "Как продажи складываются из крупнейших клиентов",
    paretoTitle: (count: number, share: string, format: Formats) =>
      `80 % продаж дают ${format.integer(count)} ${clients(count)} (${share})`,
    paretoSubtitle: "Доля клиентов, начиная с крупнейших, и доля чистых продаж; последние 12 полных месяцев",
    paretoPoint: (clientShare: string, sales: string) => `${clientShare} клиентов дают ${sales} продаж`,
    table: "Клиенты",
    tableSubtitle: (amount: string, share: string) => `Чистые продажи ${amount}, ${share} всех`,
  },
  classes: {
    key: "Ключевые",
    medium: "Средние",
    small: "Малые",
    occasional: "Эпизодические",
    inactive: "Неактивные",
    new: "Новые",
    none: "Ещё не клиент",
  },
};
