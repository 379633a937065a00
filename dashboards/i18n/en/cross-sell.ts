import type { Formats } from "../../formats.ts";
import { plural } from "../locales.ts";
import { clients } from "./words.ts";

const pairs = (value: number) => plural("en", value, { one: "pair", other: "pairs" });

/** English texts of the page cross-sell. */
export const crossSellEn = {
  crossSell: {
    scope: (range: string) => `Baskets of ${range}; products over the last 12 complete months`,
    pairLine: (first: string, second: string, lift: string) =>
      `${first} and ${second} are bought together ${lift} times as often as by chance`,
    offersLine: (count: number, worth: string, format: Formats) =>
      `the offers below could bring ${worth} of margin from ${format.integer(count)} ${clients(count)}.`,
    offersUncosted: (count: number, format: Formats) =>
      `there are offers for ${format.integer(count)} ${clients(count)}. What these would earn is unknown, as no cost of goods was loaded.`,
    ofPlace: (pair: string, offers: string) =>
      `Across the whole company, ${pair}; with the filters in force, ${offers}`,
    noPairs: "No two items are bought together more often than chance explains, as far as the baskets tell.",
    noPairsWith: (product: string) =>
      `As far as the baskets tell, nothing is bought together with ${product} more often than chance explains.`,
    pairs: "Pairs beyond chance",
    pairsNote: (count: number, format: Formats) => `from ${format.integer(count)} baskets`,
    clients: "Clients with an offer",
    worth: "Expected margin of the first offers",
    worthNote: "chance of buying × average margin of a basket",
    pairTitle: (first: string, second: string, count: string) =>
      `${first} with ${second}: ${count} baskets more than chance`,
    pairSubtitle:
      "Baskets that hold both, beyond what chance explains; only pairs whose lower 95% limit of lift is above 1",
    pairText: (count: string, lift: string) => `+${count} · ${lift}×`,
    matrixTitle: (segment: string, category: string, index: string) =>
      `${segment} clients buy ${index} times as much ${category} as all do`,
    matrixPlain: "What each class of clients buys",
    matrixSubtitle:
      "Share of the category in what the class buys over its share in all sales; classes of fewer than 30 clients are left out",
    bestTitle: (name: string, amount: string) => `Sells best: ${name}, ${amount}`,
    bestSubtitle: "Net sales of the last 12 complete months; region and direction filters apply",
    profitTitle: (name: string, amount: string) => `Earns most: ${name}, ${amount}`,
    profitSubtitle: "Gross margin of goods whose cost is known, last 12 complete months",
    offers: "What to offer whom",
    offersSubtitle:
      "Up to three items per client that sell with what it buys and that it has not bought for 12 months; the most valuable first",
    pairTable: "All pairs",
    pairTableSubtitle: (count: number, format: Formats) =>
      `${format.integer(count)} ${pairs(count)}, those most beyond chance first`,
    columns: {
      first: "First item",
      second: "Second item",
      both: "Baskets with both",
      beyond: "Baskets beyond chance",
      confidenceAB: "Of the first, also the second",
      confidenceBA: "Of the second, also the first",
      lift: "Times chance",
      liftLower: "Lower 95% limit",
      offer: "Offer",
      because: "Because it buys",
      confidence: "Chance it fits",
      expected: "Expected margin",
      category: "Category",
      index: "Index",
      penetration: "Share of clients who buy",
      margin: "Gross margin",
      marginRate: "Margin rate",
    },
  },
};
