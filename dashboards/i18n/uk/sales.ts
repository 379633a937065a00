import type { Formats } from "../../formats.ts";
import type { salesEn } from "../en/sales.ts";
import { plural } from "../locales.ts";
import { by } from "./words.ts";

/** Ukrainian texts of the page sales. */
export const salesUk: typeof salesEn = {
  sales: {
    noPlan: "Для цього вибору плану немає.",
    planCoarser: "план так докладно не поділено",
    short: (amount: string) => `бракує ${amount}`,
    over: (amount: string) => `понад план ${amount}`,
    lowest: (name: string, share: string) => `Найдалі від плану: ${name}, ${share}`,
    largest: (name: string, share: string) => `Найбільше: ${name}, ${share} продажів`,
    barsWithPlan: (dimension: string) => `Чисті продажі та виконання плану${by(dimension)}; позначка — план`,
    bars: (dimension: string) => `Чисті продажі${by(dimension)}`,
    heat: "Чисті продажі за регіонами й місяцями, останні 12 місяців періоду",
    heatTitle: (region: string, month: string, amount: string) =>
      `Найкращий місяць одного регіону: ${region}, ${month}, ${amount}`,
    table: "Продажі за регіонами, менеджерами й напрямами",
  },
  demandTypes: {
    smooth: "рівномірний",
    intermittent: "переривчастий",
    erratic: "нерівномірний",
    lumpy: "стрибкоподібний",
  },
  products: {
    gridTitle: (abc: string, count: number, share: string, format: Formats) =>
      `${format.integer(count)} ${plural("uk", count, { one: "товар", few: "товари", many: "товарів", other: "товару" })} класу ${abc} — це ${share} продажів`,
    gridSubtitle: (range: string) =>
      `Товари за обсягом продажів (A–C) і рівномірністю попиту (X–Z), ${range}; діє лише фільтр напряму`,
    noHistory: "менше 6 міс.",
    table: "Товари",
    tableSubtitle: (range: string) => `ABC — за продажами, XYZ — за їх рівномірністю, ${range}`,
  },
};
