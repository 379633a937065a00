import type { Formats } from "../../formats.ts";
import { months, rows } from "./words.ts";

/** English texts of the page overview. */
export const overviewEn = {
  overview: {
    net: (amount: string, range: string) => `Net sales of ${range} are ${amount}`,
    change: (size: string, change: number, range: string) => `${size} ${change < 0 ? "less" : "more"} than ${range}`,
    plan: (share: string) => `${share} of plan`,
    best: (name: string, amount: string) => `Largest gain by region: ${name} (${amount}).`,
    worst: (name: string, amount: string) => `Largest loss: ${name} (${amount}).`,
    averageOrder: (amount: string) => `average order ${amount}`,
    gained: (fresh: string, back: string) => `${fresh} new, ${back} won back`,
    ofReceivables: (share: string) => `${share} of receivables`,
    wave: (name: string, range: string) => `${name} · ${range}`,
    planTitle: (reached: number, all: number, format: Formats) =>
      `Plan reached in ${format.integer(reached)} of ${format.integer(all)} ${months(all)}`,
    trendTitle: "Net sales by month",
    trendSubtitle: "Net sales and plan by month",
    trendOpen: "a hollow point is a month not over yet",
    changeTitle: (total: string, name: string, part: string) =>
      `Sales changed by ${total}, most of it in ${name} (${part})`,
    changeNone: "No earlier period to compare with",
    changeSubtitle: (dimension: string) => `Contribution to the change of net sales: ${dimension.toLowerCase()}`,
    planGapTitle: (total: string, name: string, part: string) =>
      `Gap to plan ${total}, most of it in ${name} (${part})`,
    planGapNone: "The plan is not split this way, so nothing can be said of its parts.",
    planGapSubtitle: (dimension: string) => `Net sales less plan: ${dimension.toLowerCase()}`,
  },
  attention: {
    title: "What needs attention",
    subtitle: "Figures off their target in this period",
    none: "Everything is on target.",
    unknown: "Nothing can be held against a target: no plan, deliveries or complaints are known for this period.",
    plan: (region: string, share: string, gap: string) => `${region}: ${share} of plan, ${gap} short`,
    delivery: (onTime: string, target: string, otif: string, otifTarget: string) =>
      `Order lines on time: ${onTime} (target ${target}); on time and in full, OTIF: ${otif} (target ${otifTarget})`,
    complaints: (value: string, target: string) =>
      `${value} complaints per 100 orders; the target is at most ${target}`,
    check: (name: string, value: number, format: Formats) =>
      `Data check “${name}” found ${format.integer(value)} ${rows(value)}`,
  },
};
