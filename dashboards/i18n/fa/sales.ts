import type { Formats } from "../../formats.ts";
import type { salesEn } from "../en/sales.ts";

/** Persian texts of the page sales. */
export const salesFa: typeof salesEn = {
  sales: {
    noPlan: "برای این انتخاب برنامه‌ای ثبت نشده است.",
    planCoarser: "برنامه تا این حد تفکیک نشده است",
    short: (amount: string) => `${amount} کمتر از برنامه`,
    over: (amount: string) => `${amount} بیشتر از برنامه`,
    lowest: (name: string, share: string) => `دورترین از برنامه: ${name}، ${share}`,
    largest: (name: string, share: string) => `بزرگ‌ترین: ${name}، ${share} از فروش`,
    barsWithPlan: (dimension: string) => `فروش خالص و تحقق برنامه به تفکیک ${dimension}؛ خط نشانه، برنامه است`,
    bars: (dimension: string) => `فروش خالص به تفکیک ${dimension}`,
    heat: "فروش خالص به تفکیک منطقه و ماه، ۱۲ ماه پایانی دوره",
    heatTitle: (region: string, month: string, amount: string) =>
      `بهترین ماه در میان مناطق: ${region}، ${month}، ${amount}`,
    table: "فروش به تفکیک منطقه، کارشناس فروش و خط کسب‌وکار",
  },
  demandTypes: {
    smooth: "یکنواخت",
    intermittent: "متناوب",
    erratic: "نامنظم",
    lumpy: "پرنوسان و متناوب",
  },
  products: {
    gridTitle: (abc: string, count: number, share: string, format: Formats) =>
      `${format.integer(count)} کالای طبقهٔ ${abc} برابر با ${share} از فروش است`,
    gridSubtitle: (range: string) =>
      `کالاها بر حسب حجم فروش (A تا C) و یکنواختی تقاضا (X تا Z)، ${range}؛ تنها فیلتر خط کسب‌وکار اثر دارد`,
    noHistory: "کمتر از ۶ ماه",
    table: "کالاها",
    tableSubtitle: (range: string) => `طبقهٔ ABC بر پایهٔ فروش و XYZ بر پایهٔ یکنواختی آن، ${range}`,
  },
};
