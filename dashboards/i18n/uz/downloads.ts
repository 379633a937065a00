import type { downloadsEn } from "../en/downloads.ts";

/** Uzbek texts of downloads. */
export const downloadsUz: typeof downloadsEn = {
  downloads: {
    xlsx: "XLSX yuklab olish",
    about: "Fayl haqida",
    rows: "Satrlar",
    page: "Sahifa",
    asOf: "Sana",
    company: "Kompaniya",
    currency: "Valyuta",
    run: "Yigʻma",
    address: "Manzil",
  },
};
