import type { Formats } from "../../formats.ts";
import type { clientsEn } from "../en/clients.ts";

/** Persian texts of the page clients. */
export const clientsFa: typeof clientsEn = {
  movement: {
    title: "جذب و ریزش مشتریان به تفکیک ماه",
    finding: (fresh: number, wonBack: number, lost: number, month: string, format: Formats) =>
      `${month}: ${format.integer(fresh)} مشتری جدید، ${format.integer(wonBack)} بازگشته، ${format.integer(lost)} ازدست‌رفته`,
    subtitle: "مشتریان در ماه‌های کامل؛ ازدست‌رفته یعنی بدون سفارش به تعداد ماه‌های تعیین‌شده در تنظیمات",
    opening: "فعال در ابتدای ماه",
    fresh: "جدید",
    wonBack: "بازگشته",
    won: "جذب‌شده",
    lost: "ازدست‌رفته",
    closing: "فعال در پایان ماه",
    freshAmount: "فروش به مشتریان جدید",
    wonBackAmount: "فروش به مشتریان بازگشته",
    keptAmount: "فروش به مشتریان ماندگار",
  },
  clients: {
    scope: (month: string) => `طبقه‌بندی ${month}، بر پایهٔ دوره‌های کامل پیش از آن`,
    headline: (count: number, share: string, sales: string, format: Formats) =>
      `${format.integer(count)} مشتری کلیدی (${share} از کل) ${sales} از فروش را می‌سازند.`,
    noKey: "هنوز مشتری کلیدی وجود ندارد.",
    giniNote: (gini: string) => `ضریب جینی ${gini}: صفر یعنی توزیع برابر، یک یعنی همه نزد یک مشتری`,
    classTitle: (name: string, share: string) => `سهم مشتریان «${name}» از فروش: ${share}`,
    classSubtitle: "فروش خالص هر طبقه در بازهٔ محاسبه",
    classThreshold: (key: string, medium: string) =>
      `فروش خالص هر طبقه؛ مرز کلیدی ${key} و مرز متوسط ${medium}، میانگین هر دوره`,
    classBar: (share: string, count: number, format: Formats) => `${share}، ${format.integer(count)} مشتری`,
    historyTitle: (size: string, change: number, month: string) =>
      change === 0
        ? `تعداد مشتریان کلیدی نسبت به ${month} تغییری نکرده است`
        : `تغییر تعداد مشتریان کلیدی نسبت به ${month}: ${size}`,
    historySubtitle: "مشتریان به تفکیک طبقه در پایان هر دوره",
    migrationTitle: (up: number, down: number, format: Formats) =>
      `${format.integer(up)} مشتری ارتقا و ${format.integer(down)} مشتری تنزل یافت`,
    migrationSubtitle: "مشتریان بر حسب طبقهٔ پیشین (سطرها) و طبقهٔ کنونی (ستون‌ها)",
    paretoPlain: "تمرکز فروش در بزرگ‌ترین مشتریان",
    paretoTitle: (count: number, share: string, format: Formats) =>
      `${format.integer(count)} مشتری (${share}) ۸۰٪ فروش را می‌سازند`,
    paretoSubtitle: "سهم مشتریان از بزرگ به کوچک و سهم آن‌ها از فروش خالص؛ ۱۲ ماه کامل اخیر",
    paretoPoint: (clientShare: string, sales: string) => `${clientShare} از مشتریان، ${sales} از فروش`,
    table: "مشتریان",
    tableSubtitle: (amount: string, share: string) => `فروش خالص ${amount}، ${share} از کل`,
  },
  classes: {
    key: "کلیدی",
    medium: "متوسط",
    small: "کوچک",
    occasional: "گاه‌به‌گاه",
    inactive: "غیرفعال",
    new: "جدید",
    none: "هنوز مشتری نشده",
  },
};
