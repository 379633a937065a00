import type { Formats } from "../../formats.ts";
import { plural } from "../locales.ts";
import { clients } from "./words.ts";

/** English texts of the page clients. */
export const clientsEn = {
  movement: {
    title: "Clients won and lost by month",
    finding: (fresh: number, wonBack: number, lost: number, month: string, format: Formats) =>
      `${month}: ${format.integer(fresh)} new and ${format.integer(wonBack)} won back, ${format.integer(lost)} lost`,
    subtitle: "Clients by complete month; lost after the months without an order that the settings name",
    opening: "Active before",
    fresh: "New",
    wonBack: "Won back",
    won: "Won",
    lost: "Lost",
    closing: "Active after",
    freshAmount: "Sales of new",
    wonBackAmount: "Sales of won back",
    keptAmount: "Sales of kept",
  },
  clients: {
    scope: (month: string) => `Classes as of ${month}, by the complete periods before`,
    headline: (count: number, share: string, sales: string, format: Formats) =>
      `${format.integer(count)} key ${clients(count)}, ${share} of all, ${plural("en", count, { one: "brings", other: "bring" })} ${sales} of sales.`,
    noKey: "There are no key clients yet.",
    giniNote: (gini: string) => `Gini coefficient ${gini}: 0 is all equal, 1 is all with one`,
    classTitle: (name: string, share: string) => `${name} clients bring ${share} of sales`,
    classSubtitle: "Net sales of each class over the window looked back on",
    classThreshold: (key: string, medium: string) =>
      `Net sales of each class; key from ${key}, medium from ${medium} per period on average`,
    classBar: (share: string, count: number, format: Formats) => `${share}, ${format.integer(count)} ${clients(count)}`,
    historyTitle: (size: string, change: number, month: string) =>
      change === 0 ? `As many key clients as in ${month}` : `${size} key clients since ${month}`,
    historySubtitle: "Clients by class, at the end of each period",
    migrationTitle: (up: number, down: number, format: Formats) =>
      `${format.integer(up)} ${clients(up)} moved up, ${format.integer(down)} moved down`,
    migrationSubtitle: "Clients by class before (rows) and class now (columns)",
    paretoPlain: "How sales gather over the largest clients",
    paretoTitle: (count: number, share: string, format: Formats) =>
      `${format.integer(count)} ${clients(count)} (${share}) ${plural("en", count, { one: "brings", other: "bring" })} 80% of sales`,
    paretoSubtitle: "Share of clients, largest first, and the share of net sales they bring; last 12 complete months",
    paretoPoint: (clientShare: string, sales: string) => `${clientShare} of clients bring ${sales} of sales`,
    table: "Clients",
    tableSubtitle: (amount: string, share: string) => `Net sales ${amount}, ${share} of all`,
  },
  classes: {
    key: "Key",
    medium: "Medium",
    small: "Small",
    occasional: "Occasional",
    inactive: "Inactive",
    new: "New",
    none: "Not yet a client",
  } as Record<string, string>,
};
