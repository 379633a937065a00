import type { Formats } from "../../formats.ts";
import type { rfmEn } from "../en/rfm.ts";
import { digits } from "./words.ts";

/** Persian texts of the page rfm. */
export const rfmFa: typeof rfmEn = {
  rfm: {
    scope: (range: string) => `${range}: مشتریان دارای سفارش در این دوره، در مقایسه با یک ماه پیش`,
    headline: (champions: number, share: string, risk: number, amount: string, format: Formats) =>
      `${format.integer(champions)} مشتری ممتاز ${share} از فروش را می‌سازند؛ ${format.integer(risk)} مشتری ارزشمند با فروش ${amount} در آستانهٔ ریزش‌اند.`,
    monthAgo: "یک ماه پیش",
    segmentNote: (amount: string) => `فروش خالص ${amount}`,
    atRisk: "در آستانهٔ ریزش",
    gridTitle: (segment: string, recency: number, fm: number, amount: string) =>
      `بیشترین فروش در «${segment}» (تازگی ${digits(recency)}، ارزش ${digits(fm)}): ${amount}`,
    gridSubtitle: "مشتریان بر حسب امتیاز تازگی (سطرها) و امتیاز تکرار و مبلغ (ستون‌ها)؛ تیره‌تر یعنی فروش بیشتر",
    gridByFrequency: "مشتریان بر حسب امتیاز تازگی (سطرها) و امتیاز تکرار (ستون‌ها)؛ تیره‌تر یعنی فروش بیشتر",
    fmAxis: (score: number) => (score === 1 ? "۱ کمترین" : score === 5 ? "۵ بیشترین" : digits(score)),
    recencyAxis: (score: number) => (score === 1 ? "۱ قدیمی" : score === 5 ? "۵ تازه" : digits(score)),
    segmentsTitle: (name: string, change: string) => `بیشترین جابه‌جایی در یک ماه: «${name}»، ${change}`,
    segmentsSame: "در یک ماه هیچ بخشی تغییر نکرده است",
    segmentsSubtitle: "مشتریان به تفکیک بخش؛ تغییر یک‌ماهه درون پرانتز",
    table: "مشتریان به تفکیک بخش RFM",
    segmentTable: "بخش‌ها به روایت ارقام",
    cuts: "مرزهای یک‌پنجم‌ها",
    cutsSubtitle: "مقادیری که ۲۰، ۴۰، ۶۰ و ۸۰٪ مشتریان پایین‌تر از آن‌ها هستند؛ مقادیر برابر امتیاز برابر می‌گیرند",
    cutsFixedSubtitle:
      "مقادیر تنظیمات، و اگر نباشند مقادیری که ۲۰، ۴۰، ۶۰ و ۸۰٪ مشتریان پایین‌تر از آن‌ها هستند؛ مقادیر برابر امتیاز برابر می‌گیرند",
    measures: {
      recency: "روز از آخرین سفارش",
      recency_own_gaps: "سکوت به شمار فاصله‌های معمول خرید خود مشتری",
      frequency: "روزهای خرید",
      monetary: "فروش خالص",
      monetary_money_per_purchase: "فروش خالص به ازای هر روز خرید",
    },
  },
  segments: {
    champions: "ممتاز",
    loyal: "وفادار",
    potential_loyalist: "مستعد وفاداری",
    new: "جدید",
    promising: "امیدبخش",
    needs_attention: "نیازمند توجه",
    about_to_sleep: "رو به خواب",
    cannot_lose: "حفظ ضروری",
    at_risk: "در خطر",
    hibernating: "خفته",
  },
};
