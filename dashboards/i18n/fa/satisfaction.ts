import type { Formats } from "../../formats.ts";
import type { satisfactionEn } from "../en/satisfaction.ts";

/** Persian texts of the page satisfaction. */
export const satisfactionFa: typeof satisfactionEn = {
  satisfaction: {
    scope: (question: string, wave: string) => `پرسش «${question}»، موج ${wave}، یک پاسخ برای هر مشتری`,
    questions: { nps: "NPS", csat: "رضایت" },
    npsHeadline: (nps: string, range: readonly [string, string], count: string, rate: string, verdict: string) =>
      `شاخص NPS برابر ${nps} است (بازهٔ ۹۵٪ از ${range[0]} تا ${range[1]})، از ${count} پاسخ معادل ${rate} از پرسش‌شوندگان${verdict === "" ? "" : `؛ ${verdict}`}.`,
    meanHeadline: (mean: string, count: string, rate: string) =>
      `میانگین امتیاز ${mean} است، از ${count} پاسخ معادل ${rate} از پرسش‌شوندگان.`,
    tooFew: (wave: string, count: string) =>
      `تعداد پاسخ‌های موج ${wave} کافی نیست: ${count}؛ ارقام از ۳۰ پاسخ به بالا نمایش داده می‌شود.`,
    verdicts: {
      better: "بهبود معنادار نسبت به موج پیش",
      worse: "افت معنادار نسبت به موج پیش",
      unchanged: "بدون تغییر معنادار نسبت به موج پیش",
    },
    nps: "شاخص خالص مروجان (NPS)",
    csat: "مشتریان راضی",
    mean: "میانگین امتیاز",
    responseRate: "نرخ پاسخ",
    ofInvited: (responded: number, invited: number, format: Formats) =>
      `${format.integer(responded)} از ${format.integer(invited)} پرسش‌شونده`,
    interval: (low: string, high: string) => `بازهٔ ۹۵٪ از ${low} تا ${high}`,
    hidden: "کمتر از ۳۰ پاسخ",
    question: "پرسش",
    wave: "موج",
    newest: "آخرین موج با ۳۰ پاسخ",
    wavesTitle: "موج‌ها با بازهٔ ۹۵٪",
    changeTitle: (wave: string, change: string, verdict: string) => `موج ${wave}: ${change} واحد، ${verdict}`,
    wavesSubtitle: (measure: string) =>
      `${measure} به تفکیک موج با بازهٔ ۹۵٪؛ موج‌های کمتر از ۳۰ پاسخ نمایش داده نمی‌شوند`,
    invited: "پرسش‌شونده",
    responded: "پاسخ‌داده",
    segments: "به تفکیک منطقه، کارشناس فروش و طبقه",
    segmentsSubtitle: "طبق وضعیت روز پرسش؛ ارقام کمتر از ۳۰ پاسخ نمایش داده نمی‌شود",
    by: "بر حسب",
    name: "نام",
    dimensions: { region: "منطقه", manager: "کارشناس فروش", class: "طبقه" },
    before: "پیش از پاسخ",
    late: "دارای تأخیر در ارسال",
    notLate: "بدون تأخیر در ارسال",
    difference: "تفاوت",
    lateUnknown: "تأخیر ارسال و امتیاز: پاسخ‌ها برای نتیجه‌گیری کافی نیست",
    lateTitle: (difference: string, low: string, high: string, isOpen: boolean) =>
      isOpen
        ? `تفاوت امتیاز مشتریان دارای تأخیر: ${difference}؛ ممکن است تصادفی باشد (از ${low} تا ${high})`
        : `تفاوت امتیاز مشتریان دارای تأخیر: ${difference} (از ${low} تا ${high})`,
    lateSubtitle:
      "جمع همهٔ موج‌ها: میانگین مشتریانی که اندکی پیش از پاسخ قلم با تأخیر داشته‌اند در برابر دیگران؛ این دو گروه تفاوت‌های دیگری هم دارند",
    wordsTitle: "مشتریان از چه می‌گویند",
    noWords: "هیچ واژه‌ای را دست‌کم پنج مشتری ننوشته‌اند.",
    wordTitle: (word: string, count: string) => `پرتکرارترین واژه «${word}»: ${count} مشتری`,
    wordsSubtitle: "مشتریانی که این واژه را نوشته‌اند و میانگین امتیازشان؛ واژه‌های کمتر از پنج مشتری نمایش داده نمی‌شوند",
    word: "واژه",
    meanWith: "میانگین امتیاز با این واژه",
    comments: "پاسخ‌های تشریحی",
    noComments:
      "پاسخ‌های تشریحی ممکن است دادهٔ شخصی داشته باشند و در انبار داده می‌مانند. با گزینهٔ satisfaction.publish_comments در تنظیمات منتشر می‌شوند؛ شماره‌ها و نشانی‌ها پوشانده خواهند شد.",
    commentsSubtitle: "از تازه‌ترین؛ نشانی‌های ایمیل، پیوندها و شماره‌های طولانی پوشانده شده‌اند",
    answered: "تاریخ پاسخ",
    score: "امتیاز",
    comment: "پاسخ",
  },
};
