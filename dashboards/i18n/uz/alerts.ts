import type { Formats } from "../../formats.ts";
import type { alertsEn } from "../en/alerts.ts";

/** Uzbek texts of alerts, on pages and in mails. */
export const alertsUz: typeof alertsEn = {
  alerts: {
    title: "Ogohlantirishlar",
    subtitle: "Sozlamalar kuzatadigan koʻrsatkichlar, oxirgi davr boʻyicha",
    allWithin: "Kuzatilayotgan barcha koʻrsatkichlar chegara ichida",
    past: (count: number, all: number, format: Formats) =>
      `Kuzatilayotgan ${format.integer(all)} koʻrsatkichdan ${format.integer(count)} tasi chegaradan chiqqan`,
    above: (what, value, period, limit) => `${what}: ${value} (${period}), chegaradan yuqori: ${limit}`,
    below: (what, value, period, limit) => `${what}: ${value} (${period}), chegaradan past: ${limit}`,
    changed: (what, change, period, before, limit) =>
      `${what}: ${change} (${period}; solishtirish: ${before}), chegara: ${limit}`,
    missing: (what, period) => `${what}: maʼlumot yoʻq (${period})`,
    never: (what) => `${what}: hali maʼlumot boʻlmagan`,
    noComparison: (what, period) => `${what}: solishtirish uchun maʼlumot yoʻq (${period})`,
    within: (what, value, period) => `${what}: ${value} (${period}), chegara ichida`,
    since: (period) => `boshi: ${period}`,
    fewCases: "kuzatuvlar kam",
    days: (value) => `${value} kun`,
    finding: "Nima aniqlandi",
    sinceColumn: "Qaysi davrdan",
    severity: "Muhimligi",
    states: { raised: "chegaradan chiqqan", ok: "chegara ichida", unknown: "maʼlumot yoʻq" },
    severities: { warning: "ogohlantirish", critical: "juda muhim" },
    measures: {
      order_count: "Buyurtmalar",
      average_order: "Oʻrtacha buyurtma",
      pipeline_weighted: "Vaznlangan savdo voronkasi",
    },
    mail: {
      more: (finding: string, count: number, format: Formats) => `${finding} (yana ${format.integer(count)} ta)`,
      pagesSubject: (company, day) => `${company}: ${day} holatiga sahifalar`,
      speak: (company, day) => `${company} koʻrsatkichlari, ${day} holatiga.`,
      changed: "Nima oʻzgardi:",
      standing: "Hali ham chegaradan tashqarida yoki maʼlumotsiz:",
      pages: "Sahifalar PDF shaklida ilova qilindi.",
      sent: "Xatni Karavan yubordi: manzilingiz uning sozlamalarida koʻrsatilgan.",
    },
  },
};
