import type { Formats } from "../../formats.ts";
import type { explorerEn } from "../en/explorer.ts";

/** Uzbek texts of the SQL explorer. */
export const explorerUz: typeof explorerEn = {
  explorer: {
    headline: (tables: number, format: Formats) =>
      `Eʼlon qilingan ${format.integer(tables)} ta jadvalga oʻz savolingizni bering: brauzerdan hech narsa chiqmaydi.`,
    scope: "Brauzerdagi DuckDB; summalar eʼlon qilinganidek, koʻrsatish uchun",
    query: "Soʻrov",
    run: "Bajarish",
    keys: "Ctrl+Enter — bajarish; soʻrov manzilda turadi, havola uni saqlaydi",
    starting: "Mexanizm ishga tushmoqda, bir marta taxminan 6 MB…",
    running: "Bajarilmoqda…",
    failed: "Soʻrov bajarilmadi",
    remedy: "Soʻrovni tuzatib, qayta bajaring. Jadvallar va ustunlar quyida; bir martada bitta SELECT.",
    nothing: "Soʻrov bajarildi, satr topilmadi.",
    found: (count: number, format: Formats) => `${format.integer(count)} ta satr`,
    took: (milliseconds: string) => `${milliseconds} millisekund`,
    cut: (most: number, format: Formats) => `dastlabki ${format.integer(most)} ta satr koʻrsatilgan`,
    picture: (value: string, name: string) => `${name} boʻyicha ${value}`,
    pictureNote: "Birinchi nom boʻyicha birinchi son, natija tartibida",
    try: "Nimadan boshlash kerak",
    examples: {
      regions: "Oʻn ikki oylik savdo, hududlar boʻyicha",
      classes: "Mijozlar va savdo, sinflar boʻyicha",
      sleeping: "Yarim yil jim turgan eng yaxshi mijozlar",
      plan: "Reja va savdo, oylar boʻyicha",
    },
    look: "100 ta satrni koʻrsatish",
    from: "manba:",
    tables: "Jadvallar",
    tablesNote: "Sahifalar shulardan tuziladi, boshqa maʼlumot yoʻq",
  },
};
