import type { viewsEn } from "../en/views.ts";

/** Persian texts of saved views, pivot tables and charts that fold. */
export const viewsFa: typeof viewsEn = {
  views: {
    title: "نماهای ذخیره‌شده",
    about: "پیوند صفحه‌ها همراه با فیلترهایشان. فقط در همین مرورگر نگه‌داری می‌شوند.",
    name: "نام نما",
    save: "ذخیرهٔ این نما",
    keep: "ذخیره",
    saved: (name: string) => `ذخیره شد: ${name}`,
    none: "هنوز چیزی ذخیره نشده است.",
    rename: "تغییر نام",
    remove: "حذف",
    removed: (name: string) => `حذف شد: ${name}`,
    undo: "بازگرداندن",
    cancel: "انصراف",
    export: "ذخیره در فایل",
    import: "افزودن از فایل",
    imported: (count: string) => `نماهای افزوده‌شده: ${count}`,
    notRead: "در این فایل نمای ذخیره‌شده‌ای نیست.",
    blocked: "مرورگر برای این سایت چیزی نگه نمی‌دارد: حافظه‌اش بسته یا پر است. به‌جای آن پیوند را کپی کنید.",
  },
  folds: { fewer: "نمایش فقط بزرگ‌ترین‌ها" },
  pivot: {
    title: "جدول محوری",
    rows: "سطرها",
    columns: "ستون‌ها",
    measure: "شاخص",
    heading: (measure: string, rows: string, columns: string) => `${measure}: ${rows} × ${columns}`,
  },
};
