import type { Formats } from "../../formats.ts";
import type { overviewEn } from "../en/overview.ts";

/** Persian texts of the page overview. */
export const overviewFa: typeof overviewEn = {
  overview: {
    net: (amount: string, range: string) => `فروش خالص ${range}: ${amount}`,
    change: (size: string, change: number, range: string) => `${size} ${change < 0 ? "کمتر" : "بیشتر"} از ${range}`,
    plan: (share: string) => `${share} از برنامه`,
    best: (name: string, amount: string) => `بیشترین رشد در میان مناطق: ${name} (${amount}).`,
    worst: (name: string, amount: string) => `بیشترین افت: ${name} (${amount}).`,
    averageOrder: (amount: string) => `میانگین سفارش ${amount}`,
    gained: (fresh: string, back: string) => `${fresh} جدید، ${back} بازگشته`,
    ofReceivables: (share: string) => `${share} از مطالبات`,
    wave: (name: string, range: string) => `${name} · ${range}`,
    planTitle: (reached: number, all: number, format: Formats) =>
      `برنامه در ${format.integer(reached)} ماه از ${format.integer(all)} ماه محقق شد`,
    trendTitle: "فروش خالص ماهانه",
    trendSubtitle: "فروش خالص و برنامه به تفکیک ماه",
    trendOpen: "نقطهٔ توخالی یعنی ماه هنوز تمام نشده است",
    changeTitle: (total: string, name: string, part: string) => `تغییر فروش ${total}؛ بیشترین سهم از ${name} (${part})`,
    changeNone: "دورهٔ قبلی برای مقایسه نیست",
    changeSubtitle: (dimension: string) => `سهم از تغییر فروش خالص به تفکیک ${dimension}`,
    planGapTitle: (total: string, name: string, part: string) =>
      `فاصله تا برنامه ${total}؛ بیشترین سهم از ${name} (${part})`,
    planGapNone: "برنامه این‌گونه تفکیک نشده است و دربارهٔ اجزای آن چیزی نمی‌توان گفت.",
    planGapSubtitle: (dimension: string) => `فروش خالص منهای برنامه به تفکیک ${dimension}`,
  },
  attention: {
    title: "نیازمند توجه",
    subtitle: "شاخص‌هایی که در این دوره به هدف نرسیده‌اند",
    none: "همهٔ شاخص‌ها به هدف رسیده‌اند.",
    unknown: "چیزی برای سنجش با هدف نیست: برای این دوره نه برنامه‌ای معلوم است، نه تحویلی و نه شکایتی.",
    plan: (region: string, share: string, gap: string) => `${region}: ${share} از برنامه، ${gap} کسری`,
    delivery: (onTime: string, target: string, otif: string, otifTarget: string) =>
      `اقلام به‌موقع: ${onTime} (هدف ${target})؛ به‌موقع و کامل، OTIF: ${otif} (هدف ${otifTarget})`,
    complaints: (value: string, target: string) => `${value} شکایت به ازای ۱۰۰ سفارش؛ هدف حداکثر ${target} است`,
    check: (name: string, value: number, format: Formats) => `کنترل دادهٔ «${name}»: ${format.integer(value)} ردیف`,
  },
};
