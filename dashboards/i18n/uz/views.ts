import type { viewsEn } from "../en/views.ts";

/** Uzbek texts of saved views, pivot tables and charts that fold. */
export const viewsUz: typeof viewsEn = {
  views: {
    title: "Saqlangan koʻrinishlar",
    about: "Filtrlari bilan sahifalarga havolalar. Ular faqat shu brauzerda saqlanadi.",
    name: "Koʻrinish nomi",
    save: "Bu koʻrinishni saqlash",
    keep: "Saqlash",
    saved: (name: string) => `Saqlandi: ${name}`,
    none: "Hozircha hech narsa saqlanmagan.",
    rename: "Nomini oʻzgartirish",
    remove: "Oʻchirish",
    removed: (name: string) => `Oʻchirildi: ${name}`,
    undo: "Qaytarish",
    cancel: "Bekor qilish",
    export: "Faylga saqlash",
    import: "Fayldan qoʻshish",
    imported: (count: string) => `Qoʻshilgan koʻrinishlar: ${count}`,
    notRead: "Bu faylda saqlangan koʻrinishlar yoʻq.",
    blocked: "Brauzer bu sayt uchun hech narsa saqlamaydi: xotira yopiq yoki toʻlgan. Havolani nusxalab oling.",
  },
  folds: { fewer: "Faqat yiriklarini koʻrsatish" },
  pivot: {
    title: "Jamlanma jadval",
    rows: "Qatorlar",
    columns: "Ustunlar",
    measure: "Koʻrsatkich",
    heading: (measure: string, rows: string, columns: string) => `${measure}: ${rows} × ${columns}`,
  },
};
