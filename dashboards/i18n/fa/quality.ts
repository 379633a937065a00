import type { Formats } from "../../formats.ts";
import type { qualityEn } from "../en/quality.ts";

/** Persian texts of the page quality. */
export const qualityFa: typeof qualityEn = {
  quality: {
    scope: "همهٔ فایل‌های انبار داده",
    noRows: "هنوز ردیفی خوانده نشده است.",
    accepted: (share: string, count: number, format: Formats) =>
      `${share} از ${format.integer(count)} ردیف بررسی‌شده پذیرفته شد.`,
    refused: (count: number, format: Formats) => `${format.integer(count)} فایل متوقف یا رد شد.`,
    reconciled: "مبالغ از فایل تا شاخص با هم می‌خواند.",
    notReconciled: (count: number, format: Formats) => `مبالغ در ${format.integer(count)} مرحله اختلاف دارد.`,
    checksPass: "همهٔ کنترل‌ها بدون مورد است.",
    checksFail: (count: number, format: Formats) => `${format.integer(count)} کنترل دارای مورد است.`,
    ofFeeds: (count: number, format: Formats) => `از ${format.integer(count)} ورودی`,
    ofChecks: (count: number, format: Formats) => `از ${format.integer(count)} کنترل`,
    freshness: "به‌روز بودن منابع",
    freshnessSubtitle: "آخرین دریافت هر ورودی، در زمان ساخت انبار داده",
    checks: "کنترل‌ها",
    checksSubtitle: "ردیف‌هایی که نباید وجود داشته باشند؛ خطا انتشار را متوقف می‌کند",
    passed: "بدون مورد",
    found: "دارای مورد",
    noRejects: "هیچ ردیفی کنار گذاشته نشده است",
    rejectTitle: (rule: string, column: string, source: string) =>
      `بیشترین مورد: منبع ${source}، قاعدهٔ «${rule}»، ستون ${column}`,
    rejectSubtitle: "ردیف‌های کنارگذاشته به تفکیک منبع و قاعده",
    rejects: "ردیف‌های کنارگذاشته",
    rejectsSubtitle: "به تفکیک منبع، قاعده و ستون؛ خود ردیف‌ها با فرمان karavan rejects",
    reconciliation: "مبالغ از فایل تا شاخص",
    reconciliationSubtitle: "ردیف‌ها و مبالغ هر مرحله در برابر مرحلهٔ پیش",
    agrees: "می‌خواند",
    differs: "اختلاف دارد",
    future: "ردیف‌های با تاریخ پس از روز گزارش",
    futureSubtitle: "تا رسیدن تاریخشان در هیچ رقمی نمی‌آیند",
    futureNone: "هیچ منبعی سندی با تاریخ آینده ندارد.",
    files: "فایل‌ها",
    filesSubtitle: "سرانجام هر فایل ارائه‌شده",
  },
  feedStates: {
    fresh: "به‌روز",
    aging: "رو به کهنگی",
    stale: "کهنه",
    missing: "هرگز نرسیده",
    optional: "مورد انتظار نیست",
  },
  stages: { file: "فایل", raw: "دادهٔ خام", staging: "آماده‌سازی", mart: "دیتامارت", metric: "شاخص" },
};
