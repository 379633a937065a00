import type { Formats } from "../../formats.ts";
import type { complaintsEn } from "../en/complaints.ts";
import { plural } from "../locales.ts";
import { by, days } from "./words.ts";

/** Ukrainian texts of the page complaints. */
export const complaintsUk: typeof complaintsEn = {
  complaints: {
    headline: (count: number, type: string, share: string, overdue: number, format: Formats) =>
      `${format.integer(count)} ${plural("uk", count, { one: "скарга", few: "скарги", many: "скарг", other: "скарги" })}, найчастіше — ${type} (${share}); прострочено: ${format.integer(overdue)}.`,
    none: "У цьому періоді скарг немає",
    most: {
      day: (day, count) => `Найбільше скарг — ${day}: ${count}`,
      week: (week, count) => `Найбільше скарг — ${week}: ${count}`,
      month: (month, count) => `Найбільше скарг — ${month}: ${count}`,
      quarter: (quarter, count) => `Найбільше скарг — ${quarter}: ${count}`,
    },
    countSubtitles: {
      day: (range) => `Отримані скарги за днями, ${range}; порожня точка — день ще не завершився`,
      week: (range) => `Отримані скарги за тижнями, ${range}; порожня точка — тиждень ще не завершився`,
      month: "Отримані скарги за місяцями",
      quarter: "Отримані скарги за кварталами фінансового року; порожня точка — квартал ще не завершився",
    },
    closedWithin: (count, format) => `Закрито за ${format.integer(count)} ${days(count)}`,
    openLonger: (count, format) => `відкриті понад ${format.integer(count)} ${days(count)}`,
    stillInTime: "останні ще можуть бути закриті вчасно",
    rateAllSubtitle: "Усі скарги на 100 замовлень, доставлених за місяць, без урахування фільтрів",
    barsTitle: (name: string, share: string) => `${name}: ${share} скарг`,
    barsSubtitle: (dimension: string) => `Отримані скарги${by(dimension)}`,
    cellTitle: (type: string, month: string, count: string) => `Пік — ${type}, ${month}: ${count}`,
    cellSubtitle: "Отримані скарги за видами й місяцями",
    table: "Скарги за видами й менеджерами",
    rateTitle: (value: string, target: string, reached: boolean) =>
      reached
        ? `Скарг на 100 замовлень: ${value} — у межах цілі ${target}`
        : `Скарг на 100 замовлень: ${value} — вище за ціль ${target}`,
    rateSubtitle: "Скарги на 100 замовлень, доставлених за місяць",
  },
};
