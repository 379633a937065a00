import type { Formats } from "../../formats.ts";
import type { rfmEn } from "../en/rfm.ts";

/** Uzbek texts of the page rfm. */
export const rfmUz: typeof rfmEn = {
  rfm: {
    scope: (range: string) => `${range}: shu davrda buyurtma bergan mijozlar, bir oy oldingi holat bilan taqqoslangan`,
    headline: (champions: number, share: string, risk: number, amount: string, format: Formats) =>
      `${format.integer(champions)} ta chempion tushumda ${share} ulushga ega; ${format.integer(risk)} ta qimmatli mijoz (tushumi ${amount}) qoʻldan ketmoqda.`,
    monthAgo: "bir oy oldin",
    segmentNote: (amount: string) => `sof tushum ${amount}`,
    atRisk: "Qoʻldan ketayotganlar",
    gridTitle: (segment: string, recency: number, fm: number, amount: string) =>
      `Eng koʻp tushum: ${segment} (yaqinlik ${recency}, qiymat ${fm}) — ${amount}`,
    gridSubtitle:
      "Mijozlar yaqinlik bali (satrlar) hamda chastota va summa bali (ustunlar) boʻyicha; rang qancha toʻq boʻlsa, tushum shuncha koʻp",
    gridByFrequency:
      "Mijozlar yaqinlik bali (satrlar) hamda chastota bali (ustunlar) boʻyicha; rang qancha toʻq boʻlsa, tushum shuncha koʻp",
    fmAxis: (score: number) => (score === 1 ? "1 eng kam" : score === 5 ? "5 eng koʻp" : String(score)),
    recencyAxis: (score: number) => (score === 1 ? "1 anchadan beri yoʻq" : score === 5 ? "5 yaqinda" : String(score)),
    segmentsTitle: (name: string, change: string) => `Bir oydagi eng katta siljish: «${name}», ${change}`,
    segmentsSame: "Bir oyda segmentlar oʻzgarmagan",
    segmentsSubtitle: "Segmentlar boʻyicha mijozlar, qavsda — bir oylik oʻzgarish",
    table: "RFM segmentlari boʻyicha mijozlar",
    segmentTable: "Segmentlar raqamlarda",
    cuts: "Beshdan bir qismlar chegaralari",
    cutsSubtitle: "Mijozlarning 20, 40, 60 va 80% qismi shu qiymatlardan past; teng qiymatlar teng ball oladi",
    cutsFixedSubtitle:
      "Sozlamalardagi qiymatlar, ular boʻlmasa mijozlarning 20, 40, 60 va 80% qismi past turadigan qiymatlar; teng qiymatlar teng ball oladi",
    measures: {
      recency: "Oxirgi buyurtmadan beri kunlar",
      recency_own_gaps: "Jimlik, mijozning oʻz xaridlari oraligʻi bilan",
      frequency: "Xarid kunlari",
      monetary: "Sof tushum",
      monetary_money_per_purchase: "Xarid kuniga sof tushum",
    },
  },
  segments: {
    champions: "Chempionlar",
    loyal: "Sodiqlar",
    potential_loyalist: "Sodiq boʻlishi mumkin",
    new: "Yangilar",
    promising: "Umidlilar",
    needs_attention: "Eʼtibor talab qiladi",
    about_to_sleep: "Soʻnayotganlar",
    cannot_lose: "Yoʻqotib boʻlmaydi",
    at_risk: "Xavf ostida",
    hibernating: "Uyqudagilar",
  },
};
