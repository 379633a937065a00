import type { Formats } from "../../formats.ts";
import type { salesEn } from "../en/sales.ts";
import { plural } from "../locales.ts";
import { by } from "./words.ts";

/** Russian texts of the page sales. */
export const salesRu: typeof salesEn = {
  sales: {
    noPlan: "Для этого выбора плана нет.",
    planCoarser: "план так подробно не разделён",
    short: (amount: string) => `не хватает ${amount}`,
    over: (amount: string) => `сверх плана ${amount}`,
    lowest: (name: string, share: string) => `Дальше всех от плана: ${name}, ${share}`,
    largest: (name: string, share: string) => `Больше всех: ${name}, ${share} продаж`,
    barsWithPlan: (dimension: string) => `Чистые продажи и выполнение плана${by(dimension)}; отметка — план`,
    bars: (dimension: string) => `Чистые продажи${by(dimension)}`,
    heat: "Чистые продажи по регионам и месяцам, последние 12 месяцев периода",
    heatTitle: (region: string, month: string, amount: string) =>
      `Лучший месяц одного региона: ${region}, ${month}, ${amount}`,
    table: "Продажи по регионам, менеджерам и направлениям",
  },
  demandTypes: {
    smooth: "ровный",
    intermittent: "прерывистый",
    erratic: "неравномерный",
    lumpy: "скачкообразный",
  },
  products: {
    gridTitle: (abc: string, count: number, share: string, format: Formats) =>
      `${format.integer(count)} ${plural("ru", count, { one: "товар", few: "товара", many: "товаров", other: "товара" })} класса ${abc} — это ${share} продаж`,
    gridSubtitle: (range: string) =>
      `Товары по объёму продаж (A–C) и ровности спроса (X–Z), ${range}; действует только фильтр направления`,
    noHistory: "меньше 6 мес.",
    table: "Товары",
    tableSubtitle: (range: string) => `ABC — по продажам, XYZ — по их равномерности, ${range}`,
  },
};
