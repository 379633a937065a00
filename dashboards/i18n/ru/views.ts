import type { viewsEn } from "../en/views.ts";

/** Russian texts of saved views, pivot tables and charts that fold. */
export const viewsRu: typeof viewsEn = {
  views: {
    title: "Сохранённые виды",
    about: "Ссылки на страницы вместе с фильтрами. Они хранятся только в этом браузере.",
    name: "Название вида",
    save: "Сохранить этот вид",
    keep: "Сохранить",
    saved: (name: string) => `Сохранено: ${name}`,
    none: "Пока ничего не сохранено.",
    rename: "Переименовать",
    remove: "Удалить",
    removed: (name: string) => `Удалено: ${name}`,
    undo: "Вернуть",
    cancel: "Отмена",
    export: "Сохранить в файл",
    import: "Добавить из файла",
    imported: (count: string) => `Добавлено видов: ${count}`,
    notRead: "В этом файле нет сохранённых видов.",
    blocked: "Браузер ничего не хранит для этого сайта: хранилище закрыто или заполнено. Скопируйте ссылку.",
  },
  folds: { fewer: "Показать только крупнейшие" },
  pivot: {
    title: "Сводная таблица",
    rows: "Строки",
    columns: "Столбцы",
    measure: "Показатель",
    heading: (measure: string, rows: string, columns: string) => `${measure}: ${rows} × ${columns}`,
  },
};
