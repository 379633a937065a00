import type { GlossaryEntries } from "../../glossaries.ts";

/** Persian glossary: surveys. */
export const satisfactionTerms: GlossaryEntries = {
  "metrics.satisfaction_by_wave": [
    "پاسخ مشتریان به یک پرسش در هر موج: میانگین، سهم راضیان و NPS، با بازهٔ ۹۵٪.",
    {
      wave: "موج نظرسنجی.",
      question: "موضوع پرسش.",
      dimension: "بُعد: `all`، `region`، `manager` یا `class`، طبق وضعیت روز پرسش.",
      entity_id: "مقدار: `all`، منطقه، کارشناس یا طبقه؛ اگر نباشد `unknown`.",
      first_asked_date: "نخستین روز پاسخ یا دعوت: ترتیب موج‌ها.",
      invited_count: "مشتریانی که از آن‌ها پرسیده شده یا خود پاسخ داده‌اند.",
      responded_count: "از این میان، دارای امتیاز معتبر: نمونه.",
      response_rate: "پاسخ‌دهندگان نسبت به پرسش‌شوندگان.",
      score_mean: "میانگین امتیاز.",
      score_mean_lower: "حد پایین بازهٔ ۹۵٪ آن (تی استیودنت).",
      score_mean_upper: "حد بالا.",
      csat: "سهم بالاترین امتیازهای مقیاس؛ برای مقیاس‌های NPS نیست.",
      csat_lower: "حد پایین بازهٔ ۹۵٪ آن (ویلسون).",
      csat_upper: "حد بالا.",
      promoter_count: "امتیازهای ۹ و ۱۰.",
      passive_count: "امتیازهای ۷ و ۸.",
      detractor_count: "امتیازهای ۰ تا ۶.",
      nps: "شاخص خالص مروجان.",
      nps_lower: "حد پایین بازهٔ ۹۵٪ آن.",
      nps_upper: "حد بالا.",
      nps_change: "نسبت به موج پیش.",
      nps_verdict: "حکم: `better` یا `worse` اگر بازهٔ تغییر صفر را در بر نگیرد، `unchanged` یا `unknown`.",
      quality_flag: "کیفیت: `ok`؛ `low_n` کمتر از ۳۰ پاسخ، قابل نمایش نیست؛ `no_answers` بدون پاسخ.",
    },
  ],
  "metrics.satisfaction_by_delivery": [
    "امتیاز مشتریانی که اندکی پیش از پاسخ کالایشان با تأخیر رسیده، در برابر دیگران.",
    {
      wave: "موج نظرسنجی، یا `all`.",
      question: "موضوع پرسش.",
      has_late_line: "آیا در روزهای پیش از پاسخ که در تنظیمات آمده، قلمی از سفارش مشتری با تأخیر بوده است؟",
      responded_count: "پاسخ‌ها.",
      score_mean: "میانگین امتیاز.",
      nps: "شاخص خالص مروجان، در مقیاس‌های ۰ تا ۱۰.",
      score_difference: "میانگین منهای میانگین گروه دیگر.",
      score_difference_lower: "حد پایین بازهٔ ۹۵٪ آن (ولچ).",
      score_difference_upper: "حد بالا.",
      quality_flag: "کیفیت: `ok`، یا `low_n` کمتر از ۳۰ پاسخ در یکی از گروه‌ها.",
    },
  ],
  "metrics.survey_words": [
    "واژه‌ای از پاسخ‌ها که دست‌کم پنج مشتری نوشته‌اند.",
    {
      question: "موضوع پرسش.",
      word: "واژه با حروف کوچک؛ صورت‌های مختلف یک واژه جدا شمرده می‌شوند.",
      client_count: "مشتریانی که آن را نوشته‌اند.",
      score_mean: "میانگین امتیاز پاسخ‌های دارای آن.",
    },
  ],
  "metrics.survey_comments": [
    "پاسخ تشریحی؛ تنها اگر `satisfaction.publish_comments` در تنظیمات فعال باشد.",
    {
      survey_answer_id: "پاسخ.",
      client_id: "پاسخ‌دهنده.",
      wave: "موج نظرسنجی.",
      question: "موضوع پرسش.",
      score: "امتیاز همراه آن.",
      answered_date: "روز پاسخ.",
      comment: "متن پاسخ؛ نشانی‌های ایمیل، پیوندها و شماره‌های طولانی پوشانده شده‌اند.",
    },
  ],
};
