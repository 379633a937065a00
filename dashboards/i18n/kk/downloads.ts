import type { downloadsEn } from "../en/downloads.ts";

/** Kazakh texts of downloads. */
export const downloadsKk: typeof downloadsEn = {
  downloads: {
    xlsx: "XLSX жүктеп алу",
    about: "Файл туралы",
    rows: "Жолдар",
    page: "Бет",
    asOf: "Есепті күн",
    company: "Компания",
    currency: "Валюта",
    run: "Есептеу",
    address: "Мекенжай",
  },
};
