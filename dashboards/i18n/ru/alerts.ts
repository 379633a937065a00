import type { Formats } from "../../formats.ts";
import type { alertsEn } from "../en/alerts.ts";
import { plural } from "../locales.ts";

/** Russian texts of alerts, on pages and in mails. */
export const alertsRu: typeof alertsEn = {
  alerts: {
    title: "Оповещения",
    subtitle: "Показатели, за которыми следят настройки, за последний период",
    allWithin: "Все отслеживаемые показатели в пределах нормы",
    past: (count: number, all: number, format: Formats) =>
      `За пределом: ${format.integer(count)} из ${format.integer(all)} отслеживаемых показателей`,
    above: (what, value, period, limit) => `${what}: ${value} (${period}), выше предела ${limit}`,
    below: (what, value, period, limit) => `${what}: ${value} (${period}), ниже предела ${limit}`,
    changed: (what, change, period, before, limit) =>
      `${what}: ${change} (${period}; для сравнения: ${before}), больше предела ${limit}`,
    missing: (what, period) => `${what}: данных нет (${period})`,
    never: (what) => `${what}: данных ещё не было`,
    noComparison: (what, period) => `${what}: сравнить не с чем (${period})`,
    within: (what, value, period) => `${what}: ${value} (${period}), в пределах нормы`,
    since: (period) => `началось: ${period}`,
    fewCases: "мало наблюдений",
    days: (value, count) => `${value} ${plural("ru", count, { one: "день", few: "дня", many: "дней", other: "дня" })}`,
    finding: "Что обнаружено",
    sinceColumn: "С какого периода",
    severity: "Важность",
    states: { raised: "за пределом", ok: "в норме", unknown: "нет данных" },
    severities: { warning: "предупреждение", critical: "критично" },
    measures: { order_count: "Заказы", average_order: "Средний заказ", pipeline_weighted: "Взвешенная воронка" },
    mail: {
      more: (finding: string, count: number, format: Formats) => `${finding} (ещё ${format.integer(count)})`,
      pagesSubject: (company, day) => `${company}: страницы на ${day}`,
      speak: (company, day) => `Показатели компании ${company} на ${day}.`,
      changed: "Что изменилось:",
      standing: "По-прежнему за пределом или без данных:",
      pages: "Страницы приложены в PDF.",
      sent: "Письмо отправил Karavan: ваш адрес указан в его настройках.",
    },
  },
};
