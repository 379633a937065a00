import type { viewsEn } from "../en/views.ts";

/** Kazakh texts of saved views, pivot tables and charts that fold. */
export const viewsKk: typeof viewsEn = {
  views: {
    title: "Сақталған көріністер",
    about: "Сүзгілері бар беттерге сілтемелер. Олар тек осы браузерде сақталады.",
    name: "Көрініс атауы",
    save: "Осы көріністі сақтау",
    keep: "Сақтау",
    saved: (name: string) => `Сақталды: ${name}`,
    none: "Әзірге ештеңе сақталмаған.",
    rename: "Атын өзгерту",
    remove: "Жою",
    removed: (name: string) => `Жойылды: ${name}`,
    undo: "Қайтару",
    cancel: "Бас тарту",
    export: "Файлға сақтау",
    import: "Файлдан қосу",
    imported: (count: string) => `Қосылған көріністер: ${count}`,
    notRead: "Бұл файлда сақталған көріністер жоқ.",
    blocked: "Браузер бұл сайт үшін ештеңе сақтамайды: қойма жабық немесе толған. Сілтемені көшіріп алыңыз.",
  },
  folds: { fewer: "Тек ірілерін көрсету" },
  pivot: {
    title: "Жиынтық кесте",
    rows: "Жолдар",
    columns: "Бағандар",
    measure: "Көрсеткіш",
    heading: (measure: string, rows: string, columns: string) => `${measure}: ${rows} × ${columns}`,
  },
};
