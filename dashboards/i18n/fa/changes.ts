import type { changesEn } from "../en/changes.ts";

/** Persian texts of what changed since the run before. */
export const changesFa: typeof changesEn = {
  changes: {
    heading: "چه تغییر کرد",
    first: "این نخستین اجرای منتشرشده‌ای است که نگه داشته شده؛ چیزی برای مقایسه نیست.",
    none: "از اجرای قبل چیزی تغییر نکرده است",
    since: (when: string, run: string) => `در مقایسه با اجرای ${when} (${run})`,
    title: (count: string) => `تفاوت‌ها با اجرای قبل: ${count}`,
    what: "چه چیزی",
    name: "کجا",
    before: "اجرای قبل",
    now: "این اجرا",
    kinds: {
      accepted: "ردیف‌های پذیرفته",
      rejected: "ردیف‌های کنارگذاشته",
      check: "یافته‌های کنترل‌ها",
      restated: "ماه‌های بازمحاسبه‌شده (فروش خالص)",
      rows: "ردیف‌های دیتامارت‌ها",
    },
  },
};
