import type { Formats } from "../../formats.ts";
import { plural } from "../locales.ts";

/** English texts of the page sales. */
export const salesEn = {
  sales: {
    noPlan: "There is no plan for this choice.",
    planCoarser: "the plan is not split this finely",
    short: (amount: string) => `${amount} short`,
    over: (amount: string) => `${amount} over`,
    lowest: (name: string, share: string) => `Furthest from plan: ${name}, ${share}`,
    largest: (name: string, share: string) => `Largest: ${name}, ${share} of sales`,
    barsWithPlan: (dimension: string) =>
      `Net sales and share of plan by ${dimension.toLowerCase()}; the mark is the plan`,
    bars: (dimension: string) => `Net sales by ${dimension.toLowerCase()}`,
    heat: "Net sales by region and month, last 12 months of the period",
    heatTitle: (region: string, month: string, amount: string) =>
      `The best month of one region: ${region}, ${month}, ${amount}`,
    table: "Sales by region, manager and direction",
  },
  demandTypes: {
    smooth: "smooth",
    intermittent: "intermittent",
    erratic: "erratic",
    lumpy: "lumpy",
  } as Record<string, string>,
  products: {
    gridTitle: (abc: string, count: number, share: string, format: Formats) =>
      `${format.integer(count)} ${plural("en", count, { one: "product", other: "products" })} of class ${abc} ${plural("en", count, { one: "brings", other: "bring" })} ${share} of sales`,
    gridSubtitle: (range: string) =>
      `Products by size of sales (A to C) and evenness of demand (X to Z), ${range}; only the direction filter applies`,
    noHistory: "under 6 months",
    table: "Products",
    tableSubtitle: (range: string) => `ABC by sales, XYZ by how evenly they come, ${range}`,
  },
};
