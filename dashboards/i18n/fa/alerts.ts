import type { Formats } from "../../formats.ts";
import type { alertsEn } from "../en/alerts.ts";

/** Persian texts of alerts, on pages and in mails. */
export const alertsFa: typeof alertsEn = {
  alerts: {
    title: "هشدارها",
    subtitle: "شاخص‌هایی که تنظیمات زیر نظر دارند، در تازه‌ترین دوره",
    allWithin: "همهٔ شاخص‌های زیر نظر در محدودهٔ مجازند",
    past: (count: number, all: number, format: Formats) =>
      `${format.integer(count)} شاخص از ${format.integer(all)} شاخص زیر نظر از حد گذشته است`,
    above: (what, value, period, limit) => `${what}: ${value} (${period})، بالاتر از حد ${limit}`,
    below: (what, value, period, limit) => `${what}: ${value} (${period})، پایین‌تر از حد ${limit}`,
    changed: (what, change, period, before, limit) =>
      `${what}: ${change} (${period} در برابر ${before})، بیش از حد ${limit}`,
    missing: (what, period) => `${what}: بدون داده (${period})`,
    never: (what) => `${what}: تاکنون داده‌ای نبوده است`,
    noComparison: (what, period) => `${what}: چیزی برای مقایسه نیست (${period})`,
    within: (what, value, period) => `${what}: ${value} (${period})، در محدودهٔ مجاز`,
    since: (period) => `از ${period}`,
    fewCases: "موارد اندک",
    days: (value) => `${value} روز`,
    finding: "آنچه یافت شد",
    sinceColumn: "از چه دوره‌ای",
    severity: "اهمیت",
    states: { raised: "گذشته از حد", ok: "در محدودهٔ مجاز", unknown: "بدون داده" },
    severities: { warning: "هشدار", critical: "بحرانی" },
    measures: {
      order_count: "سفارش‌ها",
      average_order: "میانگین سفارش",
      pipeline_weighted: "ارزش وزنی قیف فروش",
    },
    mail: {
      more: (finding: string, count: number, format: Formats) => `${finding} (و ${format.integer(count)} مورد دیگر)`,
      pagesSubject: (company, day) => `${company}: صفحه‌ها تا ${day}`,
      speak: (company, day) => `شاخص‌های ${company} تا ${day}.`,
      changed: "آنچه تغییر کرد:",
      standing: "همچنان گذشته از حد یا بدون داده:",
      pages: "صفحه‌ها به صورت PDF پیوست شده‌اند.",
      sent: "این نامه را Karavan فرستاده است، چون نشانی شما در تنظیمات آن آمده است.",
    },
  },
};
