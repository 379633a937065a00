import type { downloadsEn } from "../en/downloads.ts";

/** Russian texts of downloads. */
export const downloadsRu: typeof downloadsEn = {
  downloads: {
    xlsx: "Скачать XLSX",
    about: "О файле",
    rows: "Строки",
    page: "Страница",
    asOf: "На дату",
    company: "Компания",
    currency: "Валюта",
    run: "Сборка",
    address: "Адрес",
  },
};
