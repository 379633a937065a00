import type { Formats } from "../../formats.ts";
import type { paymentsEn } from "../en/payments.ts";

/** Persian texts of the page payments. */
export const paymentsFa: typeof paymentsEn = {
  payments: {
    scope: "ماندهٔ باز در روز گزارش؛ روزهای فروش بر پایهٔ دوازده ماه اخیر",
    headline: (balance: string, overdue: string, share: string, debtors: number, format: Formats) =>
      `مطالبات از مشتریان ${balance} است؛ ${overdue} از آن (${share} از فاکتورهای باز) نزد ${format.integer(debtors)} مشتری سررسیدگذشته است.`,
    nothingOverdue: (balance: string) => `مطالبات از مشتریان ${balance} است و سررسیدگذشته‌ای ندارد.`,
    nothingOpen: (credit: string) =>
      `هیچ فاکتوری باز نیست: مشتریان بدهی ندارند و ${credit} پیش‌پرداخت، پرداخت تخصیص‌نیافته یا بستانکاری از آنِ ایشان است.`,
    split: (owed: string, credit: string, onBalance: string) =>
      `بدهی مشتریان بابت فاکتورهای باز ${owed} است و ${credit} پیش‌پرداخت، پرداخت تخصیص‌نیافته یا بستانکاری دارند: ${onBalance}.`,
    theirs: (amount: string) => `در مجموع ما ${amount} به مشتریان بدهکاریم`,
    ours: (amount: string) => `در مجموع مشتریان ${amount} بدهکارند`,
    pastDue: (overdue: string, share: string, debtors: number, format: Formats) =>
      `${overdue} از فاکتورها (${share}) نزد ${format.integer(debtors)} مشتری سررسیدگذشته است.`,
    nonePastDue: "سررسیدگذشته‌ای نیست.",
    owedToClients: "بدهی ما به مشتریان، در مجموع",
    lessCredit: (owed: string, credit: string) =>
      `فاکتورهای باز ${owed} منهای ${credit} پیش‌پرداخت، پرداخت تخصیص‌نیافته یا بستانکاری`,
    balance: "مطالبات",
    overdue: "سررسیدگذشته",
    overdueShare: "سهم سررسیدگذشته",
    dso: "دورهٔ وصول مطالبات (DSO)",
    dsoShort: "DSO",
    countBack: "DSO به روش شمارش معکوس",
    best: "بهترین DSO ممکن",
    bestShort: "بهترین ممکن",
    delinquent: "میانگین روزهای دیرکرد",
    effectiveness: "اثربخشی وصول، درصد",
    delay: "میانهٔ روز پس از سررسید",
    paidByDueDay: (share: string) => `${share} از مبلغ تا سررسید وصول شد`,
    oneOnly: "برای منطقه یا کارشناس فروش معلوم است، نه هر دو با هم",
    unconverted: (count: number, format: Formats) => `${format.integer(count)} سند بدون نرخ ارز در محاسبه نیامده است`,
    flags: {
      low_n: "تعداد فاکتور ناکافی",
      insufficient_history: "کمتر از دوازده ماه فروش",
      credit_balance: "ما به مشتریان بدهکاریم",
      no_sales: "بدون فروش در دوازده ماه",
      mostly_unpaid: "کمتر از نیمی پرداخت شده",
    },
    buckets: {
      not_due_amount: "سررسیدنشده",
      days_1_30_amount: "۱ تا ۳۰ روز پس از سررسید",
      days_31_60_amount: "۳۱ تا ۶۰ روز",
      days_61_90_amount: "۶۱ تا ۹۰ روز",
      days_over_90_amount: "بیش از ۹۰ روز",
      without_due_date_amount: "بدون سررسید",
      credit_amount: "اعلامیه‌های بستانکار",
      unallocated_amount: "پرداخت‌های تخصیص‌نیافته",
    },
    age: "سن",
    noneOverdueTitle: "سررسیدگذشته‌ای نیست",
    ageTitle: (share: string, amount: string) => `${share} از سررسیدگذشته‌ها قدیمی‌تر از ۹۰ روز است: ${amount}`,
    ageSubtitle: "مبالغ باز به تفکیک روز پس از سررسید؛ جمع ستون‌ها برابر مطالبات است",
    whoTitle: (name: string, share: string) => `${name}: ${share} از سررسیدگذشته‌ها`,
    whoSubtitle: (dimension: string) => `سررسیدگذشته و سهم آن از فاکتورهای باز، به تفکیک ${dimension} در سفارش`,
    dsoTitle: (days: string, best: string) => `وصول مطالبات ${days} روز طول می‌کشد؛ بدون سررسیدگذشته ${best} روز بود`,
    dsoSubtitle: "مطالبات پایان ماه نسبت به فروش دوازده ماه، به روز",
    delays: "تأخیر در وصول",
    delaysSubtitle:
      "فاکتورهای ۳۶۵ روز اخیر به تفکیک کارشناس سفارش، با وزن مبلغ؛ پرداخت‌نشده با روزهای سپری‌شده محاسبه می‌شود (کاپلان–مایر)",
    delayMedian: "وصول نیمی تا روز",
    delayP90: "وصول ۹۰٪ تا روز",
    delayPaid: "میانگین تأخیر پرداخت‌شده‌ها",
    byDueDay: "وصول تا سررسید",
    invoices: "فاکتورها",
    debtors: "یادآوری‌های امروز",
    debtorsSubtitle: "مشتریان دارای فاکتور سررسیدگذشته، از بزرگ به کوچک، با کارشناس مسئول کنونی",
    oldest: "قدیمی‌ترین، روز",
    over90: "بیش از ۹۰ روز",
  },
};
