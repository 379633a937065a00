import type { Formats } from "../../formats.ts";
import type { explorerEn } from "../en/explorer.ts";

/** Persian texts of the SQL explorer. */
export const explorerFa: typeof explorerEn = {
  explorer: {
    headline: (tables: number, format: Formats) =>
      `پرسش خود را از ${format.integer(tables)} جدول منتشرشده بپرسید؛ چیزی از این مرورگر بیرون نمی‌رود.`,
    scope: "موتور DuckDB در مرورگر؛ مبلغ‌ها همان‌گونه که منتشر شده‌اند، برای نمایش",
    query: "پرس‌وجو",
    run: "اجرا",
    keys: "با Ctrl+Enter اجرا می‌شود؛ پرس‌وجو در نشانی می‌ماند و پیوند آن را نگه می‌دارد",
    starting: "موتور در حال راه‌اندازی است، یک بار نزدیک ۶ مگابایت…",
    running: "در حال اجرا…",
    failed: "پرس‌وجو اجرا نشد",
    remedy: "پرس‌وجو را اصلاح و دوباره اجرا کنید. جدول‌ها و ستون‌ها در پایین آمده‌اند؛ هر بار یک SELECT.",
    nothing: "پرس‌وجو اجرا شد و ردیفی یافت نشد.",
    found: (count: number, format: Formats) => `${format.integer(count)} ردیف`,
    took: (milliseconds: string) => `${milliseconds} میلی‌ثانیه`,
    cut: (most: number, format: Formats) => `${format.integer(most)} ردیف نخست نمایش داده شده است`,
    picture: (value: string, name: string) => `${value} بر پایهٔ ${name}`,
    pictureNote: "نخستین عدد بر پایهٔ نخستین نام، به ترتیب نتیجه",
    try: "برای شروع",
    examples: {
      regions: "فروش دوازده ماه به تفکیک منطقه",
      classes: "مشتریان و فروش به تفکیک طبقه",
      sleeping: "بهترین مشتریانی که نیم سال خاموش‌اند",
      plan: "برنامه و فروش ماهانه",
    },
    look: "نمایش ۱۰۰ ردیف",
    from: "از",
    tables: "جدول‌ها",
    tablesNote: "همان داده‌هایی که صفحه‌ها از آن ساخته می‌شود و نه چیز دیگر",
  },
};
