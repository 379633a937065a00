import type { downloadsEn } from "../en/downloads.ts";

/** Persian texts of downloads. */
export const downloadsFa: typeof downloadsEn = {
  downloads: {
    xlsx: "دریافت XLSX",
    about: "دربارهٔ فایل",
    rows: "ردیف‌ها",
    page: "صفحه",
    asOf: "تاریخ گزارش",
    company: "شرکت",
    currency: "واحد پول",
    run: "اجرا",
    address: "نشانی",
  },
};
