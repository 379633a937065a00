import type { Dictionary } from "./en.ts";
import { activityRu } from "./ru/activity.ts";
import { alertsRu } from "./ru/alerts.ts";
import { armsRu } from "./ru/arms.ts";
import { campaignsRu } from "./ru/campaigns.ts";
import { changesRu } from "./ru/changes.ts";
import { clientRu } from "./ru/client.ts";
import { clientsRu } from "./ru/clients.ts";
import { commonRu } from "./ru/common.ts";
import { complaintsRu } from "./ru/complaints.ts";
import { contractsRu } from "./ru/contracts.ts";
import { crossSellRu } from "./ru/cross-sell.ts";
import { dataRu } from "./ru/data.ts";
import { deliveryRu } from "./ru/delivery.ts";
import { downloadsRu } from "./ru/downloads.ts";
import { duplicatesRu } from "./ru/duplicates.ts";
import { explorerRu } from "./ru/explorer.ts";
import { forecastRu } from "./ru/forecast.ts";
import { glossaryRu } from "./ru/glossary.ts";
import { overviewRu } from "./ru/overview.ts";
import { paymentsRu } from "./ru/payments.ts";
import { portraitRu } from "./ru/portrait.ts";
import { profitRu } from "./ru/profit.ts";
import { promisesRu } from "./ru/promises.ts";
import { qualityRu } from "./ru/quality.ts";
import { retentionRu } from "./ru/retention.ts";
import { rfmRu } from "./ru/rfm.ts";
import { salesRu } from "./ru/sales.ts";
import { satisfactionRu } from "./ru/satisfaction.ts";
import { stagesRu } from "./ru/stages.ts";
import { timeRu } from "./ru/time.ts";
import { viewsRu } from "./ru/views.ts";

/** Russian texts. */
export const ru: Dictionary = {
  ...alertsRu,
  ...commonRu,
  ...explorerRu,
  ...downloadsRu,
  ...viewsRu,
  ...overviewRu,
  ...salesRu,
  ...clientsRu,
  ...clientRu,
  ...rfmRu,
  ...retentionRu,
  ...campaignsRu,
  ...armsRu,
  ...dataRu,
  ...deliveryRu,
  ...complaintsRu,
  ...crossSellRu,
  ...portraitRu,
  ...profitRu,
  ...duplicatesRu,
  ...activityRu,
  ...contractsRu,
  ...paymentsRu,
  ...promisesRu,
  ...satisfactionRu,
  ...forecastRu,
  ...stagesRu,
  ...qualityRu,
  ...changesRu,
  ...timeRu,
  ...glossaryRu,
};
