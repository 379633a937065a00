import type { Formats } from "../../formats.ts";
import { plural } from "../locales.ts";
import { clients } from "./words.ts";

/** English texts of the page rfm. */
export const rfmEn = {
  rfm: {
    scope: (range: string) => `${range}: clients with an order in these days, compared with a month ago`,
    headline: (champions: number, share: string, risk: number, amount: string, format: Formats) =>
      `${format.integer(champions)} ${plural("en", champions, { one: "champion brings", other: "champions bring" })} ${share} of sales; ${format.integer(risk)} valuable ${clients(risk)} worth ${amount} ${plural("en", risk, { one: "is", other: "are" })} slipping away.`,
    monthAgo: "a month ago",
    segmentNote: (amount: string) => `net sales ${amount}`,
    atRisk: "Slipping away",
    gridTitle: (segment: string, recency: number, fm: number, amount: string) =>
      `Most sales stand in ${segment} (recency ${recency}, value ${fm}): ${amount}`,
    gridSubtitle: "Clients by recency score (rows) and frequency and value score (columns); the darker, the more sales",
    gridByFrequency: "Clients by recency score (rows) and frequency score (columns); the darker, the more sales",
    fmAxis: (score: number) => (score === 1 ? "1 least" : score === 5 ? "5 most" : String(score)),
    recencyAxis: (score: number) => (score === 1 ? "1 long ago" : score === 5 ? "5 recent" : String(score)),
    segmentsTitle: (name: string, change: string) => `Largest move in a month: “${name}”, ${change}`,
    segmentsSame: "No segment changed in a month",
    segmentsSubtitle: "Clients by segment, in brackets the change in a month",
    table: "Clients by RFM segment",
    segmentTable: "Segments in figures",
    cuts: "Where the fifths part",
    cutsSubtitle: "Values below which 20, 40, 60 and 80% of clients lie; equal values get equal scores",
    cutsFixedSubtitle:
      "Values the settings keep, else those below which 20, 40, 60 and 80% of clients lie; equal values get equal scores",
    measures: {
      recency: "Days since last order",
      recency_own_gaps: "Silence in own gaps between purchases",
      frequency: "Purchase days",
      monetary: "Net sales",
      monetary_money_per_purchase: "Net sales per purchase day",
    } as Record<string, string>,
  },
  segments: {
    champions: "Champions",
    loyal: "Loyal",
    potential_loyalist: "Potential loyalists",
    new: "New",
    promising: "Promising",
    needs_attention: "Need attention",
    about_to_sleep: "About to sleep",
    cannot_lose: "Cannot lose",
    at_risk: "At risk",
    hibernating: "Hibernating",
  } as Record<string, string>,
};
