import type { Formats } from "../../formats.ts";
import type { qualityEn } from "../en/quality.ts";

/** Uzbek texts of the page quality. */
export const qualityUz: typeof qualityEn = {
  quality: {
    scope: "Ombordagi barcha fayllar",
    noRows: "Hali birorta satr oʻqilmagan.",
    accepted: (share: string, count: number, format: Formats) =>
      `Oʻqilgan ${format.integer(count)} ta satrning ${share} qismi qabul qilingan.`,
    acceptedOfRest: (share: string, read: number, skipped: number, format: Formats) =>
      `Oʻqilgan ${format.integer(read)} ta satrdan ${format.integer(skipped)} tasi atayin boshqa oqimlarga qoldirilgan; qolganining ${share} qismi qabul qilingan.`,
    refused: (count: number, format: Formats) => `${format.integer(count)} ta fayl ushlab turilgan yoki rad etilgan.`,
    reconciled: "Pul summalari fayldan koʻrsatkichgacha mos keladi.",
    notReconciled: (count: number, format: Formats) =>
      `Pul summalari ${format.integer(count)} ta bosqichda mos kelmaydi.`,
    checksPass: "Barcha tekshiruvlardan oʻtgan.",
    checksFail: (count: number, format: Formats) => `${format.integer(count)} ta tekshiruvda xato topilgan.`,
    ofFeeds: (count: number, format: Formats) => `jami ${format.integer(count)} ta oqimdan`,
    ofChecks: (count: number, format: Formats) => `jami ${format.integer(count)} ta tekshiruvdan`,
    freshness: "Manbalar yangiligi",
    freshnessSubtitle: "Har bir maʼlumot oqimi oxirgi marta qachon kelgani, yigʻma paytidagi holat",
    checks: "Tekshiruvlar",
    checksSubtitle: "Boʻlmasligi kerak boʻlgan satrlar; xato eʼlon qilishni toʻxtatadi",
    passed: "oʻtgan",
    found: "xato topilgan",
    noRejects: "Birorta satr chetga olinmagan",
    rejectTitle: (rule: string, column: string, source: string) =>
      `Eng koʻp chetga olingan: ${source}, «${rule}» qoidasi, ${column} ustuni`,
    rejectSubtitle: "Manba va qoida boʻyicha chetga olingan satrlar",
    rejects: "Chetga olingan satrlar",
    rejectsSubtitle: "Manba, qoida va ustun boʻyicha; satrlarning oʻzi: karavan rejects",
    reconciliation: "Pul: fayldan koʻrsatkichgacha",
    reconciliationSubtitle: "Har bir bosqichdagi satrlar va summalar oldingi bosqich bilan taqqoslangan",
    agrees: "mos keladi",
    differs: "mos kelmaydi",
    future: "Hisobot kunidan keyingi sanali satrlar",
    futureSubtitle: "Kuni kelgunga qadar hech bir raqamga kirmaydi",
    futureNone: "Birorta manbada kelajak sanali hujjat yoʻq.",
    remarks: "Fayllarda satrlardan tashqari",
    remarksSubtitle:
      "Fayldagi jamilar satrlar yigʻindisi bilan solishtirilgan, tuzatilgan va yashirin satrlar; batafsil: karavan report",
    remarksNone: "Fayllarda jami ham, tuzatilgan satr ham yoʻq.",
    line: "Satr",
    remark: "Turi",
    finding: "Nima topildi",
    places: "Joylar",
    files: "Fayllar",
    filesSubtitle: "Taqdim etilgan har bir fayl bilan nima boʻlgani",
  },
  remarkKinds: {
    footer: "jami",
    inner_quote: "qiymat ichidagi qoʻshtirnoq",
    plain_quote: "qiymatdagi qoʻshtirnoqlar",
    empty_tail: "oxiridagi boʻsh maydonlar",
    padded: "oxirida qiymatlar yoʻq",
    hidden_rows: "yashirin satrlar",
    check: "qoida bajarilmagan",
  },
  feedStates: {
    fresh: "yangi",
    aging: "eskirmoqda",
    stale: "eskirgan",
    missing: "hech kelmagan",
    optional: "kutilmaydi",
  },
  stages: {
    file: "Fayl",
    raw: "Xom maʼlumot",
    staging: "Tayyorlash",
    mart: "Vitrina",
    metric: "Koʻrsatkich",
  },
};
