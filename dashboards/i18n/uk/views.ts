import type { viewsEn } from "../en/views.ts";

/** Ukrainian texts of saved views, pivot tables and charts that fold. */
export const viewsUk: typeof viewsEn = {
  views: {
    title: "Збережені види",
    about: "Посилання на сторінки разом із фільтрами. Вони зберігаються лише в цьому браузері.",
    name: "Назва виду",
    save: "Зберегти цей вид",
    keep: "Зберегти",
    saved: (name: string) => `Збережено: ${name}`,
    none: "Поки нічого не збережено.",
    rename: "Перейменувати",
    remove: "Видалити",
    removed: (name: string) => `Видалено: ${name}`,
    undo: "Повернути",
    cancel: "Скасувати",
    export: "Зберегти у файл",
    import: "Додати з файлу",
    imported: (count: string) => `Додано видів: ${count}`,
    notRead: "У цьому файлі немає збережених видів.",
    blocked: "Браузер нічого не зберігає для цього сайту: сховище закрите або заповнене. Скопіюйте посилання.",
  },
  folds: { fewer: "Показати лише найбільші" },
  pivot: {
    title: "Зведена таблиця",
    rows: "Рядки",
    columns: "Стовпці",
    measure: "Показник",
    heading: (measure: string, rows: string, columns: string) => `${measure}: ${rows} × ${columns}`,
  },
};
