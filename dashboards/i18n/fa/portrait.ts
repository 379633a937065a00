import type { Formats } from "../../formats.ts";
import type { portraitEn } from "../en/portrait.ts";

/** Persian texts of the page portrait. */
export const portraitFa: typeof portraitEn = {
  portrait: {
    scope: "مشتریان دارای سفارش در مقایسه با کل آن‌ها؛ ویژگی‌های معنادار (۹۵٪)",
    headline: (segment: string, traits: string, count: number, format: Formats) =>
      `ویژگی بارز مشتریان «${segment}»: ${traits}؛ ${format.integer(count)} مشتری دیگر که بیشترین شباهت را به مشتریان کلیدی دارند، در زیر آمده‌اند.`,
    plain: (segment: string) => `بر پایهٔ این داده‌ها، مشتریان «${segment}» تفاوت معناداری با دیگران ندارند.`,
    trait: (trait: string, value: string) => `${value} (${trait})`,
    segmentation: "تقسیم مشتریان بر حسب",
    segment: "بخش",
    overTitle: (value: string, times: string) => `${value}: ${times} برابر کل مشتریان`,
    overNone: "هیچ ویژگی‌ای به‌طور معنادار بیشتر نیست",
    overSubtitle: "سهم در این بخش نسبت به سهم در کل مشتریان؛ ویژگی‌هایی که به‌طور معنادار بیشترند؛ خط یعنی کل مشتریان",
    underTitle: (value: string, times: string) => `${value}: تنها ${times} برابر کل مشتریان`,
    underNone: "هیچ ویژگی‌ای به‌طور معنادار کمتر نیست",
    underSubtitle: "سهم در این بخش نسبت به سهم در کل مشتریان؛ ویژگی‌هایی که به‌طور معنادار کمترند؛ خط یعنی کل مشتریان",
    bar: (share: string, base: string) => `${share} · کل ${base}`,
    lookAlikes: "شبیه مشتریان کلیدی، اما هنوز غیرکلیدی",
    lookAlikesSubtitle: "مشتریان بالفعل و بالقوه‌ای که ویژگی‌های بارز مشتریان کلیدی را دارند؛ از شبیه‌ترین",
    table: "همهٔ ویژگی‌ها",
    tableSubtitle: (count: number, format: Formats) => `${format.integer(count)} مشتری در این بخش`,
    prospect: "هنوز بدون سفارش",
    segmentations: { class: "طبقه", rfm: "بخش RFM", region: "منطقه" },
    traits: {
      industry: "صنعت",
      region: "منطقه",
      size: "اندازه",
      kind: "نوع",
      age: "سن",
      years_with_us: "سال‌های همکاری",
      channel: "کانال",
      category: "می‌خرد",
    },
    leanings: { over: "بیشتر", under: "کمتر", none: "مانند دیگران" },
    values: { company: "شرکت", person: "شخص حقیقی" },
    columns: {
      trait: "ویژگی",
      value: "مقدار",
      count: "مشتریان",
      share: "سهم",
      low: "حد پایین ۹۵٪",
      high: "حد بالای ۹۵٪",
      base: "سهم در کل",
      index: "شاخص",
      leaning: "نسبت به کل",
      place: "رتبه",
      shared: "ویژگی‌های مشترک",
      because: "گویاترین ویژگی‌ها",
    },
  },
};
