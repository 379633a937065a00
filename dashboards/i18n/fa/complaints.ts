import type { Formats } from "../../formats.ts";
import type { complaintsEn } from "../en/complaints.ts";

/** Persian texts of the page complaints. */
export const complaintsFa: typeof complaintsEn = {
  complaints: {
    headline: (count: number, type: string, share: string, overdue: number, format: Formats) =>
      `${format.integer(count)} شکایت، بیشتر دربارهٔ ${type} (${share})؛ ${format.integer(overdue)} مورد خارج از مهلت است.`,
    none: "در این دوره شکایتی ثبت نشده است",
    most: {
      day: (day, count) => `بیشترین شکایت در ${day}: ${count}`,
      week: (week, count) => `بیشترین شکایت در ${week}: ${count}`,
      month: (month, count) => `بیشترین شکایت در ${month}: ${count}`,
      quarter: (quarter, count) => `بیشترین شکایت در ${quarter}: ${count}`,
    },
    countSubtitles: {
      day: (range) => `شکایت‌های دریافتی روزانه، ${range}؛ نقطهٔ توخالی یعنی روز هنوز تمام نشده است`,
      week: (range) => `شکایت‌های دریافتی هفتگی از شنبه تا جمعه، ${range}؛ نقطهٔ توخالی یعنی هفته هنوز تمام نشده است`,
      month: "شکایت‌های دریافتی به تفکیک ماه",
      quarter: "شکایت‌های دریافتی به تفکیک سه‌ماهه‌های سال مالی؛ نقطهٔ توخالی یعنی سه‌ماهه هنوز تمام نشده است",
    },
    closedWithin: (days, format) => `بسته‌شده ظرف ${format.integer(days)} روز`,
    openLonger: (days, format) => `باز بیش از ${format.integer(days)} روز`,
    stillInTime: "شکایت‌های تازه‌تر هنوز ممکن است به‌موقع بسته شوند",
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
