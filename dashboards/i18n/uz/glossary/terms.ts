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

/** Uzbek texts of the glossary; the English ones stand in the contracts. */
export const termsUz: GlossaryEntries = {
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
};

/** Uzbek names of units. */
export const unitsUz: Readonly<Record<string, string>> = {
  "of the measure": "koʻrsatkich birligi",
  "of the measure, or share": "koʻrsatkich birligi yoki ulush",
  "share, negative when falling": "ulush, pasayganda manfiy",
  "standard deviations": "standart ogʻishlar",
  clients: "mijoz",
  complaints: "shikoyat",
  contracts: "shartnoma",
  "share, at most 1": "ulush, koʻpi bilan 1",
  "share, may exceed 1": "ulush, 1 dan katta boʻlishi mumkin",
  baskets: "savat",
  deliveries: "joʻnatma",
  contacts: "aloqa",
  lines: "qator",
  "share 0..1": "ulush 0..1",
  "reporting currency": "hisobot valyutasi",
  orders: "buyurtma",
  ratio: "nisbat",
  days: "kun",
  "share -1..1": "ulush −1..1",
  "volume per period": "davriga hajm",
  "per 100 orders": "100 ta buyurtmaga",
  UTC: "UTC",
  "local time": "mahalliy vaqt",
  "currencies of the documents added up to staging; then reporting currency":
    "tayyorlashgacha — hujjatlar valyutalaridagi yigʻindi, keyin — hisobot valyutasi",
  entities: "dona",
  "0..1": "0..1",
  "purchase days": "xarid kuni",
  score: "ball",
  "days or own gaps, purchase days, reporting currency": "kun yoki oʻz oraliqlari, xarid kuni, hisobot valyutasi",
  scores: "ball",
  purchases: "xarid",
  "probability 0..1": "ehtimol 0..1",
  months: "oy",
  gaps: "oraliq",
  cohorts: "kogorta",
  "cut-offs": "kesim sanasi",
  "order lines": "buyurtma qatori",
  times: "marta",
  none: "birliksiz",
  "share, negative when worse": "ulush, manfiy boʻlsa — yomonroq",
  percent: "foiz",
  "-100..100": "−100..100",
  points: "punkt",
  units: "birlik",
  "currency of the row": "satr valyutasi",
  hours: "soat",
  deals: "bitim",
  origins: "boshlangʻich nuqta",
  quarters: "chorak",
  "reporting currency per day": "kuniga hisobot valyutasi",
};
