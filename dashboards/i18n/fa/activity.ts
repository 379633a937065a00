import type { Formats } from "../../formats.ts";
import type { activityEn } from "../en/activity.ts";

/** Persian texts of the page of managers' activity. */
export const activityFa: typeof activityEn = {
  activity: {
    headline: (coverage: string, late: number, key: number, format: Formats) =>
      `در هر ماه با ${coverage} از مشتریان تماس گرفته می‌شود؛ ${format.integer(late)} مشتری بیش از حد مجاز طبقهٔ خود منتظرند، از جمله ${format.integer(key)} مشتری کلیدی.`,
    contacts: "تماس‌ها",
    calls: "تماس‌های تلفنی",
    meetings: "جلسات و بازدیدها",
    messages: "پیام‌ها",
    coverage: "پوشش مشتریان در ماه",
    coverageNote: "از سبد مشتریان در پایان ماه، از سوی هر کارشناس",
    perDay: "تماس هر کارشناس در روز کاری",
    missed: "سهم تماس‌های انجام‌نشده از برنامه",
    missedCount: "انجام‌نشده",
    outgoing: "خروجی",
    gaps: "در داده‌ها روزهایی بدون هیچ تماس دیده می‌شود: این کمبود داده است، نه بیکاری",
    mostTitle: (month: string, count: string) => `بیشترین تماس در ${month}: ${count}`,
    trendSubtitle: "تماس‌های انجام‌شده به تفکیک کانال؛ ارسال‌های خودکار شمرده نمی‌شوند",
    nobodyWaits: "هیچ مشتری بیش از حد مجاز منتظر نیست",
    waitTitle: (name: string, count: string) => `بیشترین مشتری منتظر: ${name}، ${count}`,
    waitSubtitle: "مشتریان بدون تماس بیش از حد مجاز طبقهٔ خود، به تفکیک کارشناس مسئول، در روز گزارش",
    waiting: "مشتریان منتظر",
    critical: "بیش از دو برابر حد مجاز",
    keyWaiting: "مشتریان کلیدی",
    mediumWaiting: "مشتریان متوسط",
    bar: (late: number, critical: number, format: Formats) =>
      critical === 0 ? format.integer(late) : `${format.integer(late)}، ${format.integer(critical)} بحرانی`,
    table: "کارشناسان فروش",
    tableSubtitle: "تماس‌ها، سبد مشتریان و فروش آن در دوره؛ روزهای غیبت، اگر گفته شده باشد، روز کاری شمرده نمی‌شود",
    portfolio: "مشتریان سبد",
    todo: "فهرست‌های کار",
    todoSubtitle:
      "با که تماس بگیریم، به که یادآوری کنیم، به که خدمت بدهیم و درباره چه تصمیم بگیریم؛ هر فهرست را می‌توان دریافت کرد",
    call: "تماس‌های امروز",
    callSubtitle:
      "مشتریانی که بیش از حد منتظر مانده‌اند، از مهم‌ترین: تأخیر تماس × ارزش × تأخیر سفارش؛ تماس برنامه‌ریزی‌شده فوریت را برمی‌دارد",
    optedOut: (count: string) => `کنار گذاشته‌شده: ${count} مشتری که خواسته‌اند با آن‌ها تماس گرفته نشود.`,
    severities: { warn: "خارج از مهلت", critical: "تأخیر طولانی", planned: "تماس برنامه‌ریزی‌شده" },
    days: "روز بدون تماس",
    allowed: "حد مجاز، روز",
    lastContact: "آخرین تماس",
    next: "تماس بعدی",
    worth: "ارزش",
    orderGaps: "زمان از آخرین سفارش، برابر فاصلهٔ معمول",
    channels: {
      call: "تلفن",
      meeting: "جلسه",
      visit: "بازدید",
      message: "پیام",
      email: "ایمیل",
    },
    events: "تولدها و تماس‌های برنامه‌ریزی‌شده",
    eventsSubtitle: "روزهای پیش‌رو طبق تنظیمات و تماس‌های انجام‌نشده در همان تعداد روز گذشته",
    eventKinds: {
      birthday: "تولد",
      planned_contact: "تماس برنامه‌ریزی‌شده",
      missed_contact: "تماس انجام‌نشده",
    },
    day: "روز",
    what: "موضوع",
    daysLeft: "روز باقی‌مانده",
  },
};
