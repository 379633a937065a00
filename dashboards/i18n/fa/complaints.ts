import type { Formats } from "../../formats.ts";
import type { complaintsEn } from "../en/complaints.ts";

/** Persian texts of the page complaints. */
export const complaintsFa: typeof complaintsEn = {
  complaints: {
    headline: (count: number, type: string, share: string, overdue: number, format: Formats) =>
      `${format.integer(count)} شکایت، بیشتر دربارهٔ ${type} (${share})؛ ${format.integer(overdue)} مورد خارج از مهلت است.`,
    none: "در این دوره شکایتی ثبت نشده است",
    mostTitle: (month: string, count: string) => `بیشترین شکایت در ${month}: ${count}`,
    countSubtitle: "شکایت‌های دریافتی به تفکیک ماه",
    rateAllSubtitle: "کل شکایت‌ها به ازای ۱۰۰ سفارش تحویل‌شده در ماه، بدون اثر فیلترها",
    barsTitle: (name: string, share: string) => `${name}: ${share} از شکایت‌ها`,
    barsSubtitle: (dimension: string) => `شکایت‌های دریافتی به تفکیک ${dimension}`,
    cellTitle: (type: string, month: string, count: string) => `بیشترین: ${type} در ${month}، ${count} شکایت`,
    cellSubtitle: "شکایت‌های دریافتی به تفکیک نوع و ماه",
    table: "شکایت‌ها به تفکیک نوع و کارشناس فروش",
    rateTitle: (value: string, target: string, reached: boolean) =>
      reached
        ? `${value} شکایت به ازای ۱۰۰ سفارش؛ در محدودهٔ هدف ${target}`
        : `${value} شکایت به ازای ۱۰۰ سفارش؛ بالاتر از هدف ${target}`,
    rateSubtitle: "شکایت به ازای ۱۰۰ سفارش تحویل‌شده در ماه",
  },
};
