import type { Formats } from "../../formats.ts";
import type { deliveryEn } from "../en/delivery.ts";

/** Persian texts of the page delivery. */
export const deliveryFa: typeof deliveryEn = {
  delivery: {
    noDay:
      "هیچ سفارشی نمی‌گوید برای چه روزی خواسته یا وعده شده است، پس نمی‌توان گفت چه چیزی به‌موقع رسیده. در شرح منبع `requested_date` یا `promised_date` سفارش‌ها را بنویسید.",
    headline: (onTime: string, otif: string, late: number, format: Formats) =>
      `${onTime === otif ? `${otif} از اقلام سفارش به‌موقع و کامل رسید` : `${onTime} از اقلام سفارش به‌موقع و ${otif} به‌موقع و کامل رسید`}؛ ${format.integer(late)} قلم با تأخیر بود.`,
    noLate: "در این دوره تأخیری نبوده است",
    lateTitle: (name: string, share: string) => `${name}: ${share} از کل اقلام با تأخیر`,
    lateSubtitle: (dimension: string) => `اقلام با تأخیر و سهم آن‌ها از اقلام موعدرسیده به تفکیک ${dimension}`,
    carriers: "میزان تأخیر اقلام دیررسیده",
    carriersSubtitle: "همهٔ سوابق تا روز گزارش؛ تأخیر اقلام تحویل‌نشده تا همین روز محاسبه می‌شود",
    title: (value: string, target: string, reached: boolean) =>
      reached
        ? `${value} از اقلام به‌موقع؛ هدف ${target} محقق شد`
        : `${value} از اقلام به‌موقع؛ پایین‌تر از هدف ${target}`,
    subtitle: "سهم اقلام سفارش با موعد تحویل در هر ماه",
    orderOtif: "OTIF سفارش‌های کامل",
    orderOtifNote: "هر ردیف به‌موقع و کامل",
  },
};
