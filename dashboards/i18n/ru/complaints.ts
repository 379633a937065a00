import type { Formats } from "../../formats.ts";
import type { complaintsEn } from "../en/complaints.ts";
import { plural } from "../locales.ts";
import { by, days, prepositional } from "./words.ts";

/** Russian texts of the page complaints. */
export const complaintsRu: typeof complaintsEn = {
  complaints: {
    headline: (count: number, type: string, share: string, overdue: number, format: Formats) =>
      `${format.integer(count)} ${plural("ru", count, { one: "жалоба", few: "жалобы", many: "жалоб", other: "жалобы" })}, чаще всего — ${type} (${share}); просрочено: ${format.integer(overdue)}.`,
    none: "В этом периоде жалоб нет",
    most: {
      day: (day, count) => `Больше всего жалоб — ${day}: ${count}`,
      week: (week, count) => `Больше всего жалоб — ${week}: ${count}`,
      month: (month, count) => `Больше всего жалоб — в ${prepositional(month)}: ${count}`,
      quarter: (quarter, count) => `Больше всего жалоб — ${quarter}: ${count}`,
    },
    countSubtitles: {
      day: (range) => `Получено жалоб по дням, ${range}; пустая точка — день ещё не закончен`,
      week: (range) => `Получено жалоб по неделям, ${range}; пустая точка — неделя ещё не закончена`,
      month: "Получено жалоб по месяцам",
      quarter: "Получено жалоб по кварталам финансового года; пустая точка — квартал ещё не закончен",
    },
    closedWithin: (count, format) => `Закрыто за ${format.integer(count)} ${days(count)}`,
    openLonger: (count, format) =>
      `открыты дольше ${format.integer(count)} ${plural("ru", count, { one: "дня", other: "дней" })}`,
    stillInTime: "последние ещё могут быть закрыты в срок",
    rateAllSubtitle: "Все жалобы на 100 заказов, доставленных в месяце, без учёта фильтров",
    barsTitle: (name: string, share: string) => `${name}: ${share} жалоб`,
    barsSubtitle: (dimension: string) => `Получено жалоб${by(dimension)}`,
    cellTitle: (type: string, month: string, count: string) => `Пик — ${type}, ${month}: ${count}`,
    cellSubtitle: "Получено жалоб по видам и месяцам",
    table: "Жалобы по видам и менеджерам",
    rateTitle: (value: string, target: string, reached: boolean) =>
      reached
        ? `Жалоб на 100 заказов: ${value} — в пределах цели ${target}`
        : `Жалоб на 100 заказов: ${value} — выше цели ${target}`,
    rateSubtitle: "Жалобы на 100 заказов, доставленных в месяце",
  },
};
