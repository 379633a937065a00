import type { GlossaryEntries } from "../../glossaries.ts";

/** Persian glossary: delivery and complaints. */
export const serviceTerms: GlossaryEntries = {
  "metrics.order_otif_by_month": [
    "سفارش‌هایی که موعدشان در ماه است: همهٔ ردیف‌ها به‌موقع و کامل.",
    {
      due_month: "نخستین روز ماهی که موعد آخرین ردیف سفارش در آن است.",
      region: "منطقه یا `unknown`.",
      manager_id: "مدیر یا `unknown`.",
      carrier: "حمل‌کنندهٔ همهٔ ردیف‌ها، `several` یا `unknown`.",
      orders_due_count: "سفارش‌هایی که موعد ردیف‌هایشان تا روز گزارش رسیده است.",
      otif_order_count: "از آن‌ها، با همهٔ ردیف‌ها به‌موقع و کامل.",
    },
  ],
  "metrics.complaint_rate_by_month": [
    "شکایت به ازای ۱۰۰ سفارش تحویل‌شده در ماه.",
    {
      month: "نخستین روز ماه.",
      delivered_order_count: "سفارش‌هایی که تحویلشان در ماه کامل شده است.",
      complaint_count: "شکایت‌های همین سفارش‌ها و شکایت‌های بدون سفارش تحویل‌شده که در ماه دریافت شده‌اند.",
      complaints_per_100_orders: "شکایت‌ها × ۱۰۰ نسبت به سفارش‌های تحویل‌شده.",
      lower: "حد پایین ۹۵٪: بازهٔ دقیق پواسون برای کمتر از ۲۰ شکایت، ویلسون از ۲۰ به بالا.",
      upper: "حد بالای ۹۵٪.",
      is_complete: "آیا ماه در روز گزارش تمام شده است؟",
    },
  ],
  "metrics.complaints_by_day": [
    "شکایت‌های دریافتی در این روز به تفکیک نوع و کارشناس مسئول، طبق وضعیت روز گزارش.",
    {
      day: "روز دریافت.",
      complaint_type: "نوع، یا `unknown`.",
      manager_id: "کارشناس مسئول، یا `unknown`.",
      opened_count: "دریافتی در این روز.",
      closed_count: "از این میان، بسته‌شده تا روز گزارش.",
      open_count: "از این میان، هنوز باز.",
      overdue_count: "از این میان، باز بیش از حد مجاز تنظیمات.",
      unanswered_count: "از این میان، بدون نخستین پاسخ.",
      within_target_count: "از این میان، بسته‌شده در روزهای مجاز تنظیمات.",
    },
  ],
  "metrics.complaints_by_month": [
    "شکایت‌های دریافتی در ماه به تفکیک نوع و کارشناس مسئول، طبق وضعیت روز گزارش.",
    {
      month: "نخستین روز ماه دریافت.",
      complaint_type: "نوع، یا `unknown`.",
      manager_id: "کارشناس مسئول، یا `unknown`.",
      opened_count: "دریافتی در ماه.",
      closed_count: "از این میان، بسته‌شده تا روز گزارش.",
      open_count: "از این میان، هنوز باز.",
      overdue_count: "از این میان، باز بیش از حد مجاز تنظیمات.",
      unanswered_count: "از این میان، بدون نخستین پاسخ.",
      within_target_count: "از این میان، بسته‌شده در روزهای مجاز تنظیمات.",
    },
  ],
  "metrics.late_days_by_carrier": [
    "شرکت حمل و میزان تأخیر اقلام دیررسیدهٔ آن.",
    {
      carrier: "شرکت حمل، `several` چند شرکت، یا `unknown`.",
      lines_due_count: "اقلام موعدرسیده، جز موارد لغوشده از سوی تأمین‌کننده.",
      late_line_count: "اقلام با تأخیر بیش از رواداری، تحویل‌شده یا نشده.",
      undelivered_line_count: "از این میان، هنوز تحویل‌نشده: روزهایشان تا روز گزارش شمرده و بیشتر می‌شود.",
      late_rate: "اقلام با تأخیر نسبت به اقلام موعدرسیده.",
      late_days_p50: "میانهٔ روزهای تأخیر اقلام با تأخیر.",
      late_days_p90: "صدک ۹۰ (نوع ۷).",
      late_days_max: "بیشترین تأخیر.",
    },
  ],
  "metrics.otif_by_day": [
    "اقلام سفارش با موعد در این روز: به‌موقع، کامل، و هر دو.",
    {
      due_date: "روز موعد.",
      region: "منطقه، یا `unknown`.",
      manager_id: "کارشناس فروش، یا `unknown`.",
      carrier: "شرکت حمل، `several` چند شرکت، یا `unknown`.",
      lines_due_count: "اقلام با موعد تا روز گزارش.",
      on_time_count: "از این میان، به‌موقع.",
      in_full_count: "از این میان، کامل تا موعد.",
      otif_count: "از این میان، به‌موقع و کامل.",
      undelivered_count: "از این میان، هیچ نرسیده: ناموفق.",
    },
  ],
  "metrics.otif_by_month": [
    "اقلام سفارش با موعد در ماه: به‌موقع، کامل، و هر دو.",
    {
      due_month: "نخستین روز ماهی که موعد در آن بوده است.",
      region: "منطقه، یا `unknown`.",
      manager_id: "کارشناس فروش، یا `unknown`.",
      carrier: "شرکت حمل، `several` چند شرکت، یا `unknown`.",
      lines_due_count: "اقلام با موعد تا روز گزارش.",
      on_time_count: "از این میان، به‌موقع.",
      in_full_count: "از این میان، کامل تا موعد.",
      otif_count: "از این میان، به‌موقع و کامل.",
      undelivered_count: "از این میان، هیچ نرسیده: ناموفق.",
    },
  ],
};
