import type { Formats } from "../../formats.ts";
import type { retentionEn } from "../en/retention.ts";
import { digits } from "./words.ts";

/** Persian texts of the page retention. */
export const retentionFa: typeof retentionEn = {
  retention: {
    scope: (days: string | undefined) =>
      days === undefined
        ? "همهٔ مشتریانی که تاکنون خرید کرده‌اند"
        : `همهٔ مشتریانی که تاکنون خرید کرده‌اند؛ ریزش یعنی نبود سفارش طی ${days} روز`,
    headline: (cooling: number, amount: string, format: Formats) =>
      `${format.integer(cooling)} مشتری با فروش اخیر ${amount} رو به سردی‌اند.`,
    headlineCohorts: (month: number, share: string) =>
      `${share} از مشتریان جدید در ماه ${digits(month)} پس از نخستین سفارش خرید می‌کنند.`,
    statuses: { active: "فعال", cooling: "رو به سردی", lapsed: "ریزش‌کرده", unknown: "آهنگ نامشخص" },
    clientsBy: { cooling: "مشتریان رو به سردی", lapsed: "مشتریان ریزش‌کرده" },
    salesNote: (amount: string) => `فروش اخیر ${amount}`,
    atRisk: "فروش در معرض خطر",
    atRiskNote: "فروش اخیر ضربدر احتمال ریزش",
    hidden: "آزمون گذشته‌نگر اجازهٔ نمایش احتمال را نمی‌دهد",
    retentionPlain: "نرخ حفظ مشتری",
    retentionAt: (month: number) => `نرخ حفظ در ماه ${digits(month)}`,
    noCohorts: "هنوز کوهورتی به این سن نرسیده است",
    clientsNote: (value: number, format: Formats) => `${format.integer(value)} مشتری، همهٔ کوهورت‌ها`,
    again: "سفارش دوم ظرف ۹۰ روز",
    againNote: "مشتریان جدید، با احتساب کسانی که هنوز مهلت دارند",
    value: "ارزش طول عمر همهٔ مشتریان",
    noValue: "برازش مدل خرید ممکن نشد",
    valueNote: (basis: string, span: number, rate: string) => `${basis} ${digits(span)} ماه، با نرخ تنزیل ${rate}`,
    bases: { margin: "سود ناخالص", revenue: "فروش خالص" },
    table: "اولویت تماس با مشتریان",
    tableByRule: "اولویت تماس با مشتریان (بر پایهٔ آهنگ خرید هر مشتری)",
    tableSubtitle: (amount: string) =>
      `از بیشترین فروش در معرض خطر؛ فروش اخیر مشتریان نمایش‌داده‌شده ${amount}. نشانه‌ها در کنار امتیاز آمده‌اند و علت قطعی نیستند`,
    tableCut: (listed: string, all: string) =>
      `فهرست ${listed} مشتری از ${all} را دارد: آن‌ها که بیشترین فروش در معرض خطر را دارند`,
    tableByRuleSubtitle: (amount: string) =>
      `ابتدا مشتریان رو به سردی، از بزرگ به کوچک؛ فروش اخیر مشتریان نمایش‌داده‌شده ${amount}. نشانه‌ها در کنار وضعیت آمده‌اند و علت قطعی نیستند`,
    columns: {
      status: "وضعیت",
      probability: "احتمال ریزش",
      atRisk: "فروش در معرض خطر",
      recent: "فروش اخیر",
      rhythm: "فاصلهٔ معمول خرید، روز",
      overdue: "نسبت تأخیر به فاصلهٔ معمول",
      reasons: "نشانه‌ها",
      value: "ارزش طول عمر مشتری",
      cohort: "کوهورت",
      monthNumber: "ماه پس از نخستین سفارش",
      cohortSize: "مشتریان کوهورت",
      active: "سفارش داده‌اند",
      day: "روز پس از نخستین سفارش",
      waiting: "هنوز بدون سفارش دوم",
      bin: "دهک",
      promised: "پیش‌بینی‌شده",
      observed: "مشاهده‌شده",
      cutOff: "تاریخ مبنا",
      method: "روش",
      orderRate: "سفارش داده‌اند",
      auc: "AUC",
      aucDifference: "برتری AUC بر تازگی خرید",
      skill: "امتیاز مهارت برایر",
      lift: "برتری دهک نخست",
      expected: "سفارش‌های مورد انتظار",
      actual: "سفارش‌های واقعی",
      decile: "دهک",
      valueShare: "سهم از ارزش",
      historic: "فروش خالص تاکنون",
      forecast: "پیش‌بینی",
      actualSales: "عملکرد",
    },
    reasons: {
      season: "خارج از فصل خرید",
      complaints: (count: number) => `شکایت: ${digits(count)}`,
      late: (share: string) => `تأخیر در ${share} از اقلام`,
      overdue: (amount: string) => `سررسیدگذشته: ${amount}`,
      pays: (days: string) => `پرداخت با ${days} روز تأخیر`,
      rhythm: "بدون آهنگ خرید مشخص",
    },
    cohortMeasure: "نمایش کوهورت‌ها",
    measures: {
      exact: "سفارش در همان ماه",
      rolling: "سفارش در همان ماه یا پس از آن",
      cumulative: "سفارش مجدد تا آن ماه",
      revenue: "فروش ماه نسبت به ماه صفر",
    },
    lines: { exact: "در همان ماه", rolling: "همان ماه یا بعد", cumulative: "مجدد تا آن ماه" },
    cohortPlain: "کوهورت‌ها بر حسب ماه نخستین سفارش",
    cohortTitle: (older: string, younger: string) =>
      `در ماه سوم ${younger} از کوهورت‌های تازه‌تر سفارش می‌دهند؛ در قدیمی‌ترها ${older} بود`,
    cohortSubtitle: (measure: string) =>
      `${measure}؛ سطرها ماه نخستین سفارش و تعداد مشتریان، ستون‌ها ماه‌های پس از آن؛ ماه‌های ناتمام حذف شده‌اند`,
    cohortCell: (cohort: string, month: number, share: string) => `${cohort}، ماه ${digits(month)}: ${share}`,
    curvePlain: "حفظ مشتری در همهٔ کوهورت‌ها",
    curveTitle: (month: number, share: string) =>
      `در ماه ${digits(month)} پس از نخستین سفارش، ${share} از مشتریان خرید می‌کنند`,
    curveSubtitle: "سهم مشتریان به تفکیک ماه پس از نخستین سفارش، با حدود ۹۵٪؛ کوهورت‌های بزرگ‌تر وزن بیشتری دارند",
    curvePoint: (label: string, month: number, share: string) => `ماه ${digits(month)}، ${label}: ${share}`,
    againPlain: "زمان تا سفارش دوم",
    againTitle: (days: string) => `نیمی از مشتریان جدید ظرف ${days} روز دوباره سفارش می‌دهند`,
    againLess: (share: string, days: string) => `${share} از مشتریان جدید ظرف ${days} روز دوباره سفارش می‌دهند`,
    againSubtitle: "سهم سفارش مجدد به تفکیک روز پس از نخستین سفارش (کاپلان–مایر، حدود ۹۵٪)",
    againPoint: (days: string, share: string) => `روز ${days}: ${share}`,
    verdict: {
      shown: "احتمال ریزش از آزمون سربلند بیرون آمده است",
      hidden: "احتمال ریزش نمایش داده نمی‌شود",
      none: "مشتری‌ای برای ارزیابی نیست.",
      reasons: {
        passed: "از نگاه سه تاریخ در گذشته، این احتمال از نرخ ساده بهتر و به واقعیت نزدیک بوده است.",
        passed_recalibrated: "از نگاه سه تاریخ در گذشته، این احتمال پس از تصحیح خطاهای پیشین به واقعیت نزدیک بوده است.",
        failed_backtest:
          "از نگاه سه تاریخ در گذشته، این احتمال از واقعیت بسیار دور بوده است. تنها وضعیت بر پایهٔ آهنگ خرید هر مشتری معتبر است.",
        short_history: "سوابق برای سه آزمون گذشته‌نگر کافی نیست. تنها وضعیت بر پایهٔ آهنگ خرید هر مشتری معتبر است.",
        no_fit:
          "تعداد مشتریان یا خریداران تکراری، یا طول سوابق، برای برازش مدل کافی نبود. تنها وضعیت بر پایهٔ آهنگ خرید هر مشتری معتبر است.",
      },
      better: (model: string, recency: string) =>
        `مشتریان را بهتر از «روز از آخرین سفارش» رتبه‌بندی می‌کند: AUC برابر ${model} در برابر ${recency}.`,
      notBetter: (model: string, recency: string, count: number) =>
        `رتبه‌بندی آن به‌طور قابل اتکا بهتر از «روز از آخرین سفارش» نیست: AUC برابر ${model} در برابر ${recency}، معنادار در ${digits(count)} تاریخ از ۳ تاریخ.`,
      cohorts: (own: number, all: number, format: Formats) =>
        `مدل برای مشتریانی که نخستین خریدشان در ${format.integer(own)} سال از ${format.integer(all)} سال بوده جداگانه برازش شده است، زیرا در آن سال‌ها دقیق‌تر از یک مدل برای همه است.`,
      regular: (value: string) =>
        `خرید مشتریان منظم است (${value}؛ مقدار تصادفی ۱ است): فاصله از آخرین سفارش زودتر از احتمال واکنش نشان می‌دهد.`,
      rule: (active: string, lapsed: string, days: string, precision: string | undefined) =>
        `رو به سردی: از ${active} برابر فاصلهٔ معمول بدون سفارش؛ ریزش‌کرده: از ${lapsed} برابر فاصلهٔ معمول یا ${days} روز${precision === undefined ? "" : `؛ ${precision} از کسانی که در گذشته ریزش‌کرده شمرده شدند سفارش ندادند`}.`,
    },
    calibrationPlain: "پیش‌بینی در برابر واقعیت",
    calibrationTitle: (points: string) => `میانگین خطای احتمال ریزش: ${points} واحد درصد`,
    calibrationSubtitle: (day: string) =>
      `دهک‌های مشتریان: سهم پیش‌بینی‌شدهٔ سفارش (افقی) و سهم واقعی (عمودی)، حدود ۹۵٪؛ تاریخ مبنا ${day}`,
    calibrationPoint: (promised: string, observed: string, count: string) =>
      `پیش‌بینی ${promised}، واقعیت ${observed}، ${count} مشتری`,
    backtest: "آزمون گذشته‌نگر امتیاز ریزش",
    backtestSubtitle:
      "پیش‌بینی سفارش در دورهٔ پیش‌رو از نگاه سه تاریخ در گذشته؛ مدل و رقیبانی که باید از آن‌ها بهتر باشد. AUC برابر ۰٫۵ یعنی تصادف",
    methods: {
      model: "مدل",
      recalibrated: "مدل تصحیح‌شده",
      recency: "روز از آخرین سفارش",
      frequency: "تعداد سفارش",
      rule: "آهنگ خرید مشتری",
      logistic: "رگرسیون لجستیک",
      base_rate: "نرخ ساده",
      last_year: "فروش سال قبل",
    },
    flags: {
      fallback: "دادهٔ ناکافی",
      not_converged: "برازش همگرا نشد",
      not_identified: "ریزشی دیده نمی‌شود",
      at_bound: "برازش در مرز مجاز",
      one_outcome: "همه یا هیچ‌کس سفارش نداد",
    },
    decile: (number: number) => `دهک ${digits(number)}`,
    decilesPlain: "ارزش طول عمر به تفکیک دهک مشتریان",
    decilesTitle: (share: string) => `${share} از ارزش نزد باارزش‌ترین دهک مشتریان است`,
    decilesSubtitle: (basis: string, span: number, rate: string) =>
      `${basis} آینده برای ${digits(span)} ماه، با نرخ تنزیل سالانهٔ ${rate}؛ خریدهای گذشته در آن نیست`,
    holdoutPlain: "آزمون گذشته‌نگر ارزش طول عمر",
    holdoutTitle: (model: string, lastYear: string) => `انحراف کل پیش‌بینی ${model}؛ انحراف فروش سال قبل ${lastYear}`,
    holdoutSubtitle: (days: string) => `فروش خالص ${days} روز و پیش‌بینی پیش از آن، به تفکیک دهک مشتریان`,
  },
};
