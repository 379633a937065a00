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

/** Kazakh texts of the glossary; the English ones stand in the contracts. */
export const termsKk: GlossaryEntries = {
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

/** Kazakh names of units. */
export const unitsKk: Readonly<Record<string, string>> = {
  "of the measure": "көрсеткіштің бірлігі",
  "of the measure, or share": "көрсеткіштің бірлігі немесе үлес",
  "share, negative when falling": "үлес, төмендегенде теріс",
  "standard deviations": "стандартты ауытқу",
  clients: "клиент",
  complaints: "шағым",
  "share, at most 1": "үлес, ең көбі 1",
  "share, may exceed 1": "үлес, 1 мәнінен асуы мүмкін",
  baskets: "себет",
  deliveries: "жеткізу",
  contacts: "байланыс",
  lines: "позиция",
  "share 0..1": "үлес 0..1",
  "reporting currency": "есептілік валютасы",
  contracts: "шарт",
  orders: "тапсырыс",
  ratio: "қатынас",
  days: "күн",
  "share -1..1": "үлес −1..1",
  "volume per period": "кезеңдегі көлем",
  "per 100 orders": "100 тапсырысқа",
  UTC: "UTC",
  "local time": "жергілікті уақыт",
  "currencies of the documents added up to staging; then reporting currency":
    "дайындық сатысына дейін — құжат валюталарының қосындысы, одан кейін — есептілік валютасы",
  entities: "дана",
  "0..1": "0..1",
  "purchase days": "сатып алған күн",
  score: "баға",
  "days or own gaps, purchase days, reporting currency":
    "күн немесе өз аралықтары, сатып алған күн, есептілік валютасы",
  scores: "ұпай",
  purchases: "сатып алу",
  "probability 0..1": "ықтималдық 0..1",
  months: "ай",
  gaps: "аралық",
  cohorts: "когорта",
  "cut-offs": "тексеру",
  "order lines": "тапсырыс позициясы",
  times: "есе",
  none: "бірліксіз",
  "share, negative when worse": "үлес, нашар болса теріс",
  percent: "пайыз",
  "-100..100": "−100..100",
  points: "тармақ",
  units: "бірлік",
  "currency of the row": "жолдың валютасы",
  hours: "сағат",
  deals: "мәміле",
  origins: "бастау нүктесі",
  quarters: "тоқсан",
  "reporting currency per day": "күніне есептілік валютасы",
};
