import type { Formats } from "../../formats.ts";
import { clients } from "./words.ts";

/** English texts of the page portrait. */
export const portraitEn = {
  portrait: {
    scope: "Clients with an order, against all of them; traits beyond chance (95%)",
    headline: (segment: string, traits: string, count: number, format: Formats) =>
      `${segment} clients stand out by ${traits}; the ${format.integer(count)} other ${clients(count)} most like key clients are listed below.`,
    plain: (segment: string) => `Nothing sets ${segment} clients apart beyond chance, as far as the data tell.`,
    trait: (trait: string, value: string) => `${value} (${trait.toLowerCase()})`,
    segmentation: "Divide clients by",
    segment: "Segment",
    overTitle: (value: string, times: string) => `${value}: ${times} times as common as among all`,
    overNone: "No trait is over-represented beyond chance",
    overSubtitle:
      "Share of the segment over share of all clients; traits over-represented beyond chance; the mark is all clients",
    underTitle: (value: string, times: string) => `${value}: only ${times} times as common as among all`,
    underNone: "No trait is under-represented beyond chance",
    underSubtitle:
      "Share of the segment over share of all clients; traits under-represented beyond chance; the mark is all clients",
    bar: (share: string, base: string) => `${share} · all ${base}`,
    lookAlikes: "Much like key clients, and not yet one",
    lookAlikesSubtitle:
      "Clients and prospects that share most of the traits over-represented among key clients, the most alike first",
    table: "All traits",
    tableSubtitle: (count: number, format: Formats) => `${format.integer(count)} ${clients(count)} in the segment`,
    prospect: "No order yet",
    segmentations: { class: "Class", rfm: "RFM segment", region: "Region" } as Record<string, string>,
    traits: {
      industry: "Industry",
      region: "Region",
      size: "Size",
      kind: "Kind",
      age: "Age",
      years_with_us: "Years with us",
      channel: "Channel",
      category: "Buys",
    } as Record<string, string>,
    leanings: { over: "more often", under: "less often", none: "as others" } as Record<string, string>,
    values: { company: "company", person: "person" } as Record<string, string>,
    columns: {
      trait: "Trait",
      value: "Value",
      count: "Clients",
      share: "Share",
      low: "Lower 95% limit",
      high: "Upper 95% limit",
      base: "Share of all",
      index: "Index",
      leaning: "Against all",
      place: "Place",
      shared: "Traits shared",
      because: "Most telling",
    },
  },
};
