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

/** Ukrainian texts of the glossary; the English ones stand in the contracts. */
export const termsUk: GlossaryEntries = {
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

/** Ukrainian names of units. */
export const unitsUk: Readonly<Record<string, string>> = {
  "of the measure": "одиниці показника",
  "of the measure, or share": "одиниці показника або частка",
  "share, negative when falling": "частка, від’ємна при падінні",
  "standard deviations": "стандартні відхилення",
  clients: "клієнти",
  complaints: "скарги",
  contracts: "договори",
  "share, at most 1": "частка, не більше ніж 1",
  "share, may exceed 1": "частка, може перевищувати 1",
  baskets: "кошики",
  deliveries: "доставки",
  contacts: "контакти",
  lines: "позиції",
  "share 0..1": "частка 0..1",
  "reporting currency": "валюта звітності",
  orders: "замовлення",
  ratio: "відношення",
  days: "дні",
  "share -1..1": "частка −1..1",
  "volume per period": "обсяг за період",
  "per 100 orders": "на 100 замовлень",
  UTC: "UTC",
  "local time": "місцевий час",
  "currencies of the documents added up to staging; then reporting currency":
    "до підготовки — сума у валютах документів, далі — валюта звітності",
  entities: "штуки",
  "0..1": "0..1",
  "purchase days": "дні з покупками",
  score: "оцінка",
  "days or own gaps, purchase days, reporting currency": "дні або власні проміжки, дні з покупками, валюта звітності",
  scores: "оцінки",
  purchases: "покупки",
  "probability 0..1": "імовірність 0..1",
  months: "місяці",
  gaps: "інтервали",
  cohorts: "когорти",
  "cut-offs": "перевірки",
  "order lines": "позиції замовлень",
  times: "разів",
  none: "без одиниці",
  "share, negative when worse": "частка, менше нуля — гірше",
  percent: "відсотки",
  "-100..100": "−100..100",
  points: "пункти",
  units: "одиниці",
  "currency of the row": "валюта рядка",
  hours: "години",
  deals: "угоди",
  origins: "точки відліку",
  quarters: "квартали",
  "reporting currency per day": "валюта звітності за день",
};
