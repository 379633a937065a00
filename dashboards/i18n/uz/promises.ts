import type { Formats } from "../../formats.ts";
import type { promisesEn } from "../en/promises.ts";

/** Uzbek texts of the page of answering times and returns. */
export const promisesUz: typeof promisesEn = {
  promises: {
    headline: (answered: string, solved: string, open: number, late: number, format: Formats) =>
      `Shikoyatlar: vaʼda qilingan muddatda javob berilgan — ${answered}, yopilgan — ${solved}; ${format.integer(open)} tasi ochiq, shundan ${format.integer(late)} tasining muddati oʻtgan.`,
    none: "Bu davrda shikoyatlar yoʻq",
    answered: "Muddatida javob berilgan",
    answeredShort: "Javob berilgan",
    solved: "Muddatida yopilgan",
    solvedShort: "Yopilgan",
    openLate: "Ochiq, muddati oʻtgan",
    ofOpen: (open: number, format: Formats) => `ochiq ${format.integer(open)} ta shikoyatdan`,
    hours: (half: string, most: string) => `oxirgi 365 kun: yarmi ${half} ish soatida, 90% — ${most} ish soatida`,
    slaTitle: (month: string, share: string) => `${month}: shikoyatlarning ${share} qismi muddatida yopilgan`,
    slaSubtitle: "Oyda kelib tushgan shikoyatlar ulushi, ish soatlarida; muddati tugamaganlari hali kutilmoqda",
    pending: "Muddati hali tugamagan",
    returns: "Qaytarishlar",
    returnRate: "Qaytarish ulushi, summa boʻyicha",
    returnRateUnits: "Qaytarish ulushi, miqdor boʻyicha",
    returnTitle: (rate: string) => `Yetkazilgan tovar summasining ${rate} qismi qaytgan`,
    returnSubtitle:
      "Qaytarishlar yetkazilgan tovarga nisbatan, yetib kelgan oy boʻyicha; xulosa uchun erta boʻlgan oylar koʻrsatilmagan",
    immature: "Oxirgi oylar boʻyicha xulosa uchun erta: yana qaytarishlar boʻladi",
    arrived: "Yetkazilgan",
    cameBack: "Qaytgan",
    mature: "Yetarli vaqt oʻtgan",
    yes: "ha",
    notYet: "hali yoʻq",
    reason: "Sabab",
    returnCount: "Qaytarishlar",
    noReturns: "Bu davrda qaytarishlar yoʻq",
    reasonTitle: (reason: string, share: string) => `«${reason}» — qaytarish summasidagi ulushi ${share}`,
    reasonSubtitle: "Sabablar boʻyicha qaytarish summasi va ulushi, qaytgan oyida",
    reasonShare: "Qaytarish summasidagi ulushi",
    lineReturns: "Joʻnatilgan qatorga qaytarishlar",
    lineProductTitle: (name: string, rate: string) =>
      `Eng koʻp qaytadigani — «${name}»: joʻnatilgan birliklarning ${rate} qismi`,
    lineManagerTitle: (name: string, rate: string) =>
      `Eng koʻp qaytadigani — ${name} qatorlari: joʻnatilgan birliklarning ${rate} qismi`,
    lineReasonTitle: (reason: string, rate: string) =>
      `«${reason}» sababli joʻnatilgan summaning ${rate} qismi qaytadi`,
    lineSubtitle:
      "Soʻnggi oʻn ikki oyda joʻnatilgan qatorlar: qaytgan birliklar joʻnatilganlarga nisbatan; xulosa uchun erta oylar hisobga olinmagan",
    lineReasonSubtitle: "Har bir sabab boʻyicha qaytgan summa oʻsha oylarda joʻnatilgan summaga nisbatan",
    shipped: "Joʻnatilgan",
    deliveries: "Joʻnatmalar",
    fewDeliveries: "30 tadan kam joʻnatma",
    rates: "Yetkazilgan 100 ta buyurtmaga shikoyatlar",
    ratesSubtitle:
      "Tanlangan davrda turi va buyurtma menejeri boʻyicha; turlar barcha buyurtmalarga nisbatan hisoblanadi",
    by: "Kesim",
    name: "Nomi",
    open: "Ochiq shikoyatlar",
    openSubtitle: "Hisobot kuniga, eng eskisidan; soatlar faqat ish kunlarida hisoblanadi",
    complaint: "Shikoyat",
    received: "Kelib tushgan",
    answer: "Javob berilgan",
    hoursSoFar: "Oʻtgan ish soatlari",
    target: "Muddat, soat",
    states: {
      met: "muddatida",
      breached: "muddati oʻtgan",
      pending: "muddati tugamagan",
      unknown: "vaqti noaniq",
    },
  },
};
