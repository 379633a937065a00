import type { Formats } from "../../formats.ts";
import type { alertsEn } from "../en/alerts.ts";

/** Kazakh texts of alerts, on pages and in mails. */
export const alertsKk: typeof alertsEn = {
  alerts: {
    title: "Ескертулер",
    subtitle: "Баптаулар бақылайтын көрсеткіштер, соңғы кезең бойынша",
    allWithin: "Бақыланатын көрсеткіштердің бәрі шегінен шықпаған",
    past: (count: number, all: number, format: Formats) =>
      `Бақыланатын ${format.integer(all)} көрсеткіштің ${format.integer(count)} шегінен шыққан`,
    above: (what, value, period, limit) => `${what}: ${value} (${period}), шегі: ең көбі ${limit}`,
    below: (what, value, period, limit) => `${what}: ${value} (${period}), шегі: кемінде ${limit}`,
    changed: (what, change, period, before, limit) =>
      `${what}: ${change} (${period}; салыстыру: ${before}), шегі: ${limit}`,
    missing: (what, period) => `${what}: дерек жоқ (${period})`,
    never: (what) => `${what}: дерек әлі болмаған`,
    noComparison: (what, period) => `${what}: салыстыратын дерек жоқ (${period})`,
    within: (what, value, period) => `${what}: ${value} (${period}), шегінде`,
    since: (period) => `басы: ${period}`,
    fewCases: "бақылау саны аз",
    days: (value) => `${value} күн`,
    finding: "Не анықталды",
    sinceColumn: "Қай кезеңнен",
    severity: "Маңыздылығы",
    states: { raised: "шектен шыққан", ok: "шегінде", unknown: "дерек жоқ" },
    severities: { warning: "ескерту", critical: "өте маңызды" },
    measures: {
      order_count: "Тапсырыстар",
      average_order: "Орташа тапсырыс",
      pipeline_weighted: "Салмақталған сату воронкасы",
    },
    mail: {
      more: (finding: string, count: number, format: Formats) => `${finding} (тағы ${format.integer(count)})`,
      pagesSubject: (company, day) => `${company}: ${day} күнгі беттер`,
      speak: (company, day) => `${company} көрсеткіштері, ${day}.`,
      changed: "Не өзгерді:",
      standing: "Әлі де шектен тыс немесе дерексіз:",
      pages: "Беттер PDF түрінде қоса берілді.",
      sent: "Хатты Karavan жіберді: мекенжайыңыз оның баптауларында көрсетілген.",
    },
  },
};
