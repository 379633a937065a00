import type { Formats } from "../../formats.ts";
import type { retentionEn } from "../en/retention.ts";

/** Uzbek texts of the page retention. */
export const retentionUz: typeof retentionEn = {
  retention: {
    scope: (days: string | undefined) =>
      days === undefined
        ? "Qachondir xarid qilgan barcha mijozlar"
        : `Qachondir xarid qilgan barcha mijozlar; ketish — ${days} kun ichida bironta ham buyurtma yoʻq`,
    headline: (cooling: number, amount: string, format: Formats) =>
      `${format.integer(cooling)} ta mijoz soviyapti, ularning soʻnggi tushumi ${amount}.`,
    headlineCohorts: (month: number, share: string) =>
      `Birinchi buyurtmadan keyingi ${month}-oyda yangi mijozlarning ${share} qismi xarid qiladi.`,
    statuses: { active: "Faol", cooling: "Soviyotgan", lapsed: "Ketgan", unknown: "Ritmi nomaʼlum" },
    clientsBy: { cooling: "Soviyotgan mijozlar", lapsed: "Ketgan mijozlar" },
    salesNote: (amount: string) => `soʻnggi tushum ${amount}`,
    atRisk: "Xavf ostidagi tushum",
    atRiskNote: "soʻnggi tushum × ketish ehtimoli",
    hidden: "tarixiy tekshiruv ehtimolni koʻrsatishga yoʻl qoʻymaydi",
    retentionPlain: "Mijozlarni saqlash",
    retentionAt: (month: number) => `${month}-oyda saqlangan mijozlar`,
    noCohorts: "hali birorta kogorta bu oyga yetmagan",
    clientsNote: (value: number, format: Formats) => `${format.integer(value)} ta mijoz, barcha kogortalar`,
    again: "90 kun ichida ikkinchi buyurtma",
    againNote: "yangi mijozlar, hali kutayotganlari ham hisobda",
    value: "Barcha mijozlar qiymati (LTV)",
    noValue: "xarid modelini qurib boʻlmadi",
    valueNote: (basis: string, span: number, rate: string) => `${span} oylik ${basis}, diskont stavkasi ${rate}`,
    bases: { margin: "marja", revenue: "sof tushum" },
    table: "Avval kimga qoʻngʻiroq qilish kerak",
    tableByRule: "Avval kimga qoʻngʻiroq qilish kerak (oʻz ritmi boʻyicha)",
    tableSubtitle: (amount: string) =>
      `Avval xavf ostidagi eng katta tushum; koʻrsatilgan mijozlarning soʻnggi tushumi ${amount}. Belgilar baho yonida turadi, ammo sabab ekani isbotlanmagan`,
    tableCut: (listed: string, all: string) =>
      `Roʻyxatda ${all} mijozdan ${listed} tasi bor: xavf ostidagi tushumi eng kattalari`,
    tableByRuleSubtitle: (amount: string) =>
      `Avval soviyotgan mijozlar, eng yiriklari tepada; koʻrsatilgan mijozlarning soʻnggi tushumi ${amount}. Belgilar holat yonida turadi, ammo sabab ekani isbotlanmagan`,
    columns: {
      status: "Holat",
      probability: "Ketish ehtimoli",
      atRisk: "Xavf ostidagi tushum",
      recent: "Soʻnggi tushum",
      rhythm: "Odatdagi oraliq, kun",
      overdue: "Buyurtmasiz oraliqlar",
      reasons: "Eʼtiborga molik",
      value: "Mijoz qiymati (LTV)",
      cohort: "Kogorta",
      monthNumber: "Birinchi buyurtmadan keyingi oy",
      cohortSize: "Kogortadagi mijozlar",
      active: "Xarid qilgan",
      day: "Birinchi buyurtmadan keyingi kunlar",
      waiting: "Hali kutayotgan",
      bin: "Oʻndan bir qism",
      promised: "Vaʼda qilingan",
      observed: "Amalda",
      cutOff: "Kesim sanasi",
      method: "Usul",
      orderRate: "Xarid qilganlar",
      auc: "AUC",
      aucDifference: "AUC, yaqinlikdan ustunligi",
      skill: "Brayer boʻyicha yutuq",
      lift: "Eng yaxshi oʻndan bir qism ustunligi",
      expected: "Kutilgan buyurtmalar",
      actual: "Kelgan buyurtmalar",
      decile: "Oʻndan bir qism",
      valueShare: "Qiymatdagi ulushi",
      historic: "Shu paytgacha sof tushum",
      forecast: "Prognoz",
      actualSales: "Amalda",
    },
    reasons: {
      season: "mavsumdan tashqari",
      complaints: (count: number) => `shikoyatlar: ${count}`,
      late: (share: string) => `kechikkan qatorlar: ${share}`,
      overdue: (amount: string) => `muddati oʻtgan: ${amount}`,
      pays: (days: string) => `toʻlov ${days} kun kechikadi`,
      rhythm: "oʻz ritmi yoʻq",
    },
    cohortMeasure: "Kogortalar koʻrsatkichi",
    measures: {
      exact: "Shu oyda xarid qilgan",
      rolling: "Shu oyda yoki keyinroq xarid qilgan",
      cumulative: "Shu vaqtgacha qayta xarid qilgan",
      revenue: "Oy tushumi 0-oyga nisbatan",
    },
    lines: { exact: "shu oyda", rolling: "shu oyda yoki keyin", cumulative: "shu vaqtgacha qayta" },
    cohortPlain: "Birinchi buyurtma oyi boʻyicha kogortalar",
    cohortTitle: (older: string, younger: string) =>
      `Uchinchi oyda xarid qilganlar: yangi kogortalarda ${younger}, eskilarida ${older}`,
    cohortSubtitle: (measure: string) =>
      `${measure}; satrlar — birinchi buyurtma oyi va mijozlar soni, ustunlar — undan keyingi oylar; tugamagan oylar koʻrsatilmagan`,
    cohortCell: (cohort: string, month: number, share: string) => `${cohort}, ${month}-oy: ${share}`,
    curvePlain: "Barcha kogortalarda mijozlarni saqlash",
    curveTitle: (month: number, share: string) =>
      `Birinchi buyurtmadan keyingi ${month}-oyda mijozlarning ${share} qismi xarid qiladi`,
    curveSubtitle:
      "Birinchi buyurtmadan keyingi oylar boʻyicha mijozlar ulushi, 95% chegaralar bilan; yirik kogortalar vazni kattaroq",
    curvePoint: (label: string, month: number, share: string) => `${month}-oy, ${label}: ${share}`,
    againPlain: "Ikkinchi buyurtmagacha vaqt",
    againTitle: (days: string) => `Yangi mijozlarning yarmi ${days} kun ichida qayta xarid qiladi`,
    againLess: (share: string, days: string) =>
      `Yangi mijozlarning ${share} qismi ${days} kun ichida qayta xarid qiladi`,
    againSubtitle:
      "Birinchi buyurtmadan keyingi kunlar boʻyicha qayta xarid qilganlar ulushi (Kaplan–Mayer, 95% chegaralar)",
    againPoint: (days: string, share: string) => `${days}-kun: ${share}`,
    verdict: {
      shown: "Ketish ehtimoli tekshiruvdan oʻtdi",
      hidden: "Ketish ehtimoli koʻrsatilmaydi",
      none: "Baholash uchun mijozlar yoʻq.",
      reasons: {
        passed: "Oʻtmishdagi uchta sanadan qaralganda, u oddiy ulushdan yaxshiroq va amaldagi natijaga yaqin boʻlgan.",
        passed_recalibrated:
          "Oʻtmishdagi uchta sanadan qaralganda, oldingi xatolarga tuzatish kiritilgach, u amaldagi natijaga yaqin boʻlgan.",
        failed_backtest:
          "Oʻtmishdagi uchta sanadan qaralganda, u amaldagi natijadan juda uzoq boʻlgan. Faqat oʻz ritmi boʻyicha holat koʻrsatiladi.",
        short_history: "Uchta tarixiy tekshiruv uchun tarix juda qisqa. Faqat oʻz ritmi boʻyicha holat koʻrsatiladi.",
        no_fit:
          "Mijozlar yoki qayta xarid qilganlar juda kam, yoxud tarix juda qisqa: modelni qurib boʻlmadi. Faqat oʻz ritmi boʻyicha holat koʻrsatiladi.",
      },
      better: (model: string, recency: string) =>
        `U mijozlarni oxirgi buyurtmadan beri oʻtgan kunlarga qaraganda yaxshiroq tartiblaydi: AUC ${model}, kunlar boʻyicha ${recency}.`,
      notBetter: (model: string, recency: string, count: number) =>
        `U mijozlarni oxirgi buyurtmadan beri oʻtgan kunlarga qaraganda ishonchli darajada yaxshiroq tartiblamaydi: AUC ${model}, kunlar boʻyicha ${recency}; farq 3 ta tekshiruvdan ${count} tasida tasodifiy emas.`,
      cohorts: (own: number, all: number, format: Formats) =>
        `Model ${format.integer(all)} yildan ${format.integer(own)} tasida ilk bor xarid qilgan mijozlar uchun alohida tuzildi: u yerda bu barcha uchun yagona modeldan aniqroq.`,
      regular: (value: string) =>
        `Mijozlar bir maromda xarid qiladi (${value}; tasodifda 1): oxirgi buyurtmadan beri oʻtgan oraliqlar ehtimoldan tezroq ogohlantiradi.`,
      rule: (active: string, lapsed: string, days: string, precision: string | undefined) =>
        `Buyurtmasiz oʻtgan odatdagi oraliqlar: soviyotgan — ${active} oraliqdan, ketgan — ${lapsed} oraliqdan yoki ${days} kundan${precision === undefined ? "" : `; oʻtmishda ketgan deb topilganlarning ${precision} qismi xarid qilmagan`}.`,
    },
    calibrationPlain: "Vaʼda qilingan va amalda",
    calibrationTitle: (points: string) => `Ketish ehtimoli amaldagidan oʻrtacha ${points} foiz band farq qilgan`,
    calibrationSubtitle: (day: string) =>
      `Mijozlarning oʻndan bir qismlari: xarid qilishi vaʼda qilingan ulush (gorizontal) va amaldagi ulush (vertikal), 95% chegaralar; kesim sanasi ${day}`,
    calibrationPoint: (promised: string, observed: string, count: string) =>
      `vaʼda ${promised}, amalda ${observed}, mijozlar ${count}`,
    backtest: "Ketish bahosining tarixiy tekshiruvi",
    backtestSubtitle:
      "Davr ichida kim xarid qilishi oʻtmishdagi uchta sanadan aytilgan; model va u yengishi kerak boʻlgan usullar. AUC 0,5 — tasodif",
    methods: {
      model: "model",
      recalibrated: "tuzatilgan model",
      recency: "oxirgi buyurtmadan beri kunlar",
      frequency: "buyurtmalar soni",
      rule: "oʻz ritmi",
      logistic: "logistik regressiya",
      base_rate: "oddiy ulush",
      last_year: "oʻtgan yil savdosi",
    },
    flags: {
      fallback: "maʼlumot juda kam",
      not_converged: "moslash yakuniga yetmadi",
      not_identified: "hech kim ketmaydi",
      at_bound: "moslash chegarada",
      one_outcome: "hamma yoki hech kim xarid qilmagan",
    },
    decile: (number: number) => `${number}-qism`,
    decilesPlain: "Mijozlarning oʻndan bir qismlari boʻyicha qiymat",
    decilesTitle: (share: string) => `Eng qimmatli oʻndan bir qism mijoz qiymatda ${share} ulushga ega`,
    decilesSubtitle: (basis: string, span: number, rate: string) =>
      `Kelgusi ${span} oylik ${basis}, diskont stavkasi yiliga ${rate}; shu paytgacha xarid qilingani kirmaydi`,
    holdoutPlain: "Mijoz qiymatining tarixiy tekshiruvi",
    holdoutTitle: (model: string, lastYear: string) =>
      `Jami boʻyicha ogʻish: prognoz ${model}, oʻtgan yil savdosi ${lastYear}`,
    holdoutSubtitle: (days: string) =>
      `${days} kunlik sof tushum, oldindan prognoz qilingan, mijozlarning oʻndan bir qismlari boʻyicha`,
  },
};
