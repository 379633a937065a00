import type { Dictionary } from "./en.ts";
import { activityUz } from "./uz/activity.ts";
import { alertsUz } from "./uz/alerts.ts";
import { armsUz } from "./uz/arms.ts";
import { campaignsUz } from "./uz/campaigns.ts";
import { changesUz } from "./uz/changes.ts";
import { clientUz } from "./uz/client.ts";
import { clientsUz } from "./uz/clients.ts";
import { commonUz } from "./uz/common.ts";
import { complaintsUz } from "./uz/complaints.ts";
import { contractsUz } from "./uz/contracts.ts";
import { crossSellUz } from "./uz/cross-sell.ts";
import { dataUz } from "./uz/data.ts";
import { deliveryUz } from "./uz/delivery.ts";
import { downloadsUz } from "./uz/downloads.ts";
import { duplicatesUz } from "./uz/duplicates.ts";
import { explorerUz } from "./uz/explorer.ts";
import { forecastUz } from "./uz/forecast.ts";
import { glossaryUz } from "./uz/glossary.ts";
import { overviewUz } from "./uz/overview.ts";
import { paymentsUz } from "./uz/payments.ts";
import { portraitUz } from "./uz/portrait.ts";
import { profitUz } from "./uz/profit.ts";
import { promisesUz } from "./uz/promises.ts";
import { qualityUz } from "./uz/quality.ts";
import { retentionUz } from "./uz/retention.ts";
import { rfmUz } from "./uz/rfm.ts";
import { salesUz } from "./uz/sales.ts";
import { satisfactionUz } from "./uz/satisfaction.ts";
import { stagesUz } from "./uz/stages.ts";
import { timeUz } from "./uz/time.ts";
import { viewsUz } from "./uz/views.ts";

/** Uzbek texts. */
export const uz: Dictionary = {
  ...alertsUz,
  ...commonUz,
  ...explorerUz,
  ...downloadsUz,
  ...viewsUz,
  ...overviewUz,
  ...salesUz,
  ...clientsUz,
  ...clientUz,
  ...rfmUz,
  ...retentionUz,
  ...campaignsUz,
  ...armsUz,
  ...dataUz,
  ...deliveryUz,
  ...complaintsUz,
  ...crossSellUz,
  ...portraitUz,
  ...profitUz,
  ...duplicatesUz,
  ...activityUz,
  ...contractsUz,
  ...paymentsUz,
  ...promisesUz,
  ...satisfactionUz,
  ...forecastUz,
  ...stagesUz,
  ...qualityUz,
  ...changesUz,
  ...timeUz,
  ...glossaryUz,
};
