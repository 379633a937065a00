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

/** Russian texts of the glossary; the English ones stand in the contracts. */
export const termsRu: GlossaryEntries = {
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

/** Russian names of units. */
export const unitsRu: Readonly<Record<string, string>> = {
  "of the measure": "единицы показателя",
  "of the measure, or share": "единицы показателя или доля",
  "share, negative when falling": "доля, при падении отрицательная",
  "standard deviations": "стандартные отклонения",
  clients: "клиенты",
  complaints: "жалобы",
  contracts: "договоры",
  "share, at most 1": "доля, не больше 1",
  "share, may exceed 1": "доля, может быть больше 1",
  baskets: "корзины",
  deliveries: "доставки",
  contacts: "контакты",
  lines: "строки",
  "share 0..1": "доля 0..1",
  "reporting currency": "валюта отчётности",
  orders: "заказы",
  ratio: "отношение",
  days: "дни",
  "share -1..1": "доля −1..1",
  "volume per period": "объём за период",
  "per 100 orders": "на 100 заказов",
  UTC: "UTC",
  "local time": "местное время",
  "currencies of the documents added up to staging; then reporting currency":
    "до подготовки — сумма в валютах документов, дальше — валюта отчётности",
  entities: "штуки",
  "0..1": "0..1",
  "purchase days": "дни с покупками",
  score: "оценка",
  "days or own gaps, purchase days, reporting currency":
    "дни или собственные промежутки, дни с покупками, валюта отчётности",
  scores: "оценки",
  purchases: "покупки",
  "probability 0..1": "вероятность 0..1",
  months: "месяцы",
  gaps: "промежутки",
  cohorts: "когорты",
  "cut-offs": "проверки",
  "order lines": "строки заказов",
  times: "раз",
  none: "без единицы",
  "share, negative when worse": "доля, меньше нуля — хуже",
  percent: "проценты",
  "-100..100": "−100..100",
  points: "пункты",
  units: "единицы",
  "currency of the row": "валюта строки",
  hours: "часы",
  deals: "сделки",
  origins: "точки отсчёта",
  quarters: "кварталы",
  "reporting currency per day": "валюта отчётности в день",
};
