import type { downloadsEn } from "../en/downloads.ts";

/** Ukrainian texts of downloads. */
export const downloadsUk: typeof downloadsEn = {
  downloads: {
    xlsx: "Завантажити XLSX",
    about: "Про файл",
    rows: "Рядки",
    page: "Сторінка",
    asOf: "На дату",
    company: "Компанія",
    currency: "Валюта",
    run: "Збірка",
    address: "Адреса",
  },
};
