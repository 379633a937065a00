import type { GlossaryEntries } from "../../glossaries.ts";
import { activityTerms } from "./activity.ts";
import { alertsTerms } from "./alerts.ts";
import { campaignsTerms } from "./campaigns.ts";
import { clientTerms } from "./client.ts";
import { clientsTerms } from "./clients.ts";
import { contractsTerms } from "./contracts.ts";
import { crossSellTerms } from "./cross-sell.ts";
import { duplicatesTerms } from "./duplicates.ts";
import { forecastTerms } from "./forecast.ts";
import { placesTerms } from "./places.ts";
import { profitTerms } from "./profit.ts";
import { promisesTerms } from "./promises.ts";
import { qualityTerms } from "./quality.ts";
import { receivablesTerms } from "./receivables.ts";
import { retentionTerms } from "./retention.ts";
import { salesTerms } from "./sales.ts";
import { satisfactionTerms } from "./satisfaction.ts";
import { serviceTerms } from "./service.ts";

/** Persian texts of the glossary; the English ones stand in the contracts. */
export const termsFa: GlossaryEntries = keepCodes({
  ...alertsTerms,
  ...campaignsTerms,
  ...clientTerms,
  ...clientsTerms,
  ...contractsTerms,
  ...crossSellTerms,
  ...duplicatesTerms,
  ...forecastTerms,
  ...placesTerms,
  ...profitTerms,
  ...activityTerms,
  ...promisesTerms,
  ...receivablesTerms,
  ...satisfactionTerms,
  ...qualityTerms,
  ...retentionTerms,
  ...salesTerms,
  ...serviceTerms,
});

/** Persian names of units. */
export const unitsFa: Readonly<Record<string, string>> = {
  "of the measure": "واحد شاخص",
  "of the measure, or share": "واحد شاخص یا سهم",
  "share, negative when falling": "سهم، در کاهش منفی",
  "standard deviations": "انحراف معیار",
  clients: "مشتری",
  complaints: "شکایت",
  contracts: "قرارداد",
  "share, at most 1": "سهم، حداکثر ۱",
  "share, may exceed 1": "سهم، ممکن است بیش از ۱ باشد",
  baskets: "سبد خرید",
  deliveries: "ارسال",
  contacts: "تماس",
  lines: "قلم",
  "share 0..1": "سهم، ۰ تا ۱",
  "reporting currency": "ارز گزارش",
  orders: "سفارش",
  ratio: "نسبت",
  days: "روز",
  "share -1..1": "سهم، \u2066−۱\u2069 تا ۱",
  "volume per period": "حجم در دوره",
  "per 100 orders": "به ازای ۱۰۰ سفارش",
  UTC: "UTC",
  "local time": "وقت محلی",
  "currencies of the documents added up to staging; then reporting currency":
    "تا مرحلهٔ آماده‌سازی جمع ارزهای اسناد؛ پس از آن ارز گزارش",
  entities: "مورد",
  "0..1": "۰ تا ۱",
  "purchase days": "روز خرید",
  score: "امتیاز",
  "days or own gaps, purchase days, reporting currency": "روز یا فاصله‌های خود مشتری، روز خرید، ارز گزارش",
  scores: "تعداد امتیازها",
  purchases: "خرید",
  "probability 0..1": "احتمال، ۰ تا ۱",
  months: "ماه",
  gaps: "برابر فاصلهٔ خرید",
  cohorts: "کوهورت",
  "cut-offs": "تاریخ آزمون",
  "order lines": "قلم سفارش",
  times: "برابر",
  none: "بدون واحد",
  "share, negative when worse": "سهم، منفی یعنی بدتر",
  percent: "درصد",
  "-100..100": "\u2066−۱۰۰\u2069 تا ۱۰۰",
  points: "واحد",
  units: "عدد",
  "currency of the row": "ارز ردیف",
  hours: "ساعت",
  deals: "معامله",
  origins: "مبدأ آزمون",
  quarters: "سه‌ماهه",
  "reporting currency per day": "ارز گزارش در روز",
};

/** Codes in a row would be read from the left: each keeps to itself. */
function keepCodes(entries: GlossaryEntries): GlossaryEntries {
  const keep = (text: string) => text.replaceAll(/`[^`]*`/g, (code) => `\u2066${code}\u2069`);
  return Object.fromEntries(
    Object.entries(entries).map(([relation, [text, columns]]) => [
      relation,
      [keep(text), Object.fromEntries(Object.entries(columns).map(([name, meaning]) => [name, keep(meaning)]))],
    ]),
  );
}
