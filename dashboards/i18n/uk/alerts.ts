import type { Formats } from "../../formats.ts";
import type { alertsEn } from "../en/alerts.ts";
import { plural } from "../locales.ts";

/** Ukrainian texts of alerts, on pages and in mails. */
export const alertsUk: typeof alertsEn = {
  alerts: {
    title: "Сповіщення",
    subtitle: "Показники, за якими стежать налаштування, за останній період",
    allWithin: "Усі відстежувані показники в межах норми",
    past: (count: number, all: number, format: Formats) =>
      `Поза межею: ${format.integer(count)} із ${format.integer(all)} відстежуваних показників`,
    above: (what, value, period, limit) => `${what}: ${value} (${period}), вище межі ${limit}`,
    below: (what, value, period, limit) => `${what}: ${value} (${period}), нижче межі ${limit}`,
    changed: (what, change, period, before, limit) =>
      `${what}: ${change} (${period}; для порівняння: ${before}), більше за межу ${limit}`,
    missing: (what, period) => `${what}: даних немає (${period})`,
    never: (what) => `${what}: даних ще не було`,
    noComparison: (what, period) => `${what}: немає з чим порівняти (${period})`,
    within: (what, value, period) => `${what}: ${value} (${period}), у межах норми`,
    since: (period) => `почалося: ${period}`,
    fewCases: "мало спостережень",
    days: (value, count) => `${value} ${plural("uk", count, { one: "день", few: "дні", many: "днів", other: "дня" })}`,
    finding: "Що виявлено",
    sinceColumn: "Від якого періоду",
    severity: "Важливість",
    states: { raised: "поза межею", ok: "у нормі", unknown: "немає даних" },
    severities: { warning: "попередження", critical: "критично" },
    measures: { order_count: "Замовлення", average_order: "Середнє замовлення", pipeline_weighted: "Зважена воронка" },
    mail: {
      more: (finding: string, count: number, format: Formats) => `${finding} (ще ${format.integer(count)})`,
      pagesSubject: (company, day) => `${company}: сторінки станом на ${day}`,
      speak: (company, day) => `Показники компанії ${company} станом на ${day}.`,
      changed: "Що змінилося:",
      standing: "Досі поза межею або без даних:",
      pages: "Сторінки додано у форматі PDF.",
      sent: "Лист надіслав Karavan: вашу адресу вказано в його налаштуваннях.",
    },
  },
};
