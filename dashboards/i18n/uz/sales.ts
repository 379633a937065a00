import type { Formats } from "../../formats.ts";
import type { salesEn } from "../en/sales.ts";

/** Uzbek texts of the page sales. */
export const salesUz: typeof salesEn = {
  sales: {
    noPlan: "Bu tanlov uchun reja yoʻq.",
    planCoarser: "reja bunchalik mayda boʻlinmagan",
    short: (amount: string) => `${amount} yetishmaydi`,
    over: (amount: string) => `rejadan ${amount} ortiq`,
    lowest: (name: string, share: string) => `Rejadan eng uzoq: ${name}, ${share}`,
    largest: (name: string, share: string) => `Eng yirigi: ${name}, tushumdagi ulushi ${share}`,
    barsWithPlan: (dimension: string) =>
      `Sof tushum va reja bajarilishi, ${dimension.toLocaleLowerCase("uz")} boʻyicha; belgi — reja`,
    bars: (dimension: string) => `Sof tushum, ${dimension.toLocaleLowerCase("uz")} boʻyicha`,
    heat: "Hudud va oylar boʻyicha sof tushum, davrning oxirgi 12 oyi",
    heatTitle: (region: string, month: string, amount: string) =>
      `Bitta hududning eng yaxshi oyi: ${region}, ${month}, ${amount}`,
    table: "Hudud, menejer va yoʻnalish boʻyicha savdo",
  },
  demandTypes: {
    smooth: "bir tekis",
    intermittent: "uzuq-uzuq",
    erratic: "notekis",
    lumpy: "sakrama",
  },
  products: {
    gridTitle: (abc: string, count: number, share: string, format: Formats) =>
      `${abc} sinfidagi ${format.integer(count)} ta tovar tushumda ${share} ulushga ega`,
    gridSubtitle: (range: string) =>
      `Tovarlar savdo hajmi (A–C) va talab tekisligi (X–Z) boʻyicha, ${range}; faqat yoʻnalish filtri amal qiladi`,
    noHistory: "6 oydan kam",
    table: "Tovarlar",
    tableSubtitle: (range: string) => `ABC — tushum boʻyicha, XYZ — uning bir tekisligi boʻyicha, ${range}`,
  },
};
