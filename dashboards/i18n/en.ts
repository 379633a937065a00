import { activityEn } from "./en/activity.ts";
import { alertsEn } from "./en/alerts.ts";
import { armsEn } from "./en/arms.ts";
import { campaignsEn } from "./en/campaigns.ts";
import { changesEn } from "./en/changes.ts";
import { clientEn } from "./en/client.ts";
import { clientsEn } from "./en/clients.ts";
import { commonEn } from "./en/common.ts";
import { complaintsEn } from "./en/complaints.ts";
import { contractsEn } from "./en/contracts.ts";
import { crossSellEn } from "./en/cross-sell.ts";
import { dataEn } from "./en/data.ts";
import { deliveryEn } from "./en/delivery.ts";
import { downloadsEn } from "./en/downloads.ts";
import { duplicatesEn } from "./en/duplicates.ts";
import { explorerEn } from "./en/explorer.ts";
import { forecastEn } from "./en/forecast.ts";
import { glossaryEn } from "./en/glossary.ts";
import { overviewEn } from "./en/overview.ts";
import { paymentsEn } from "./en/payments.ts";
import { portraitEn } from "./en/portrait.ts";
import { profitEn } from "./en/profit.ts";
import { promisesEn } from "./en/promises.ts";
import { qualityEn } from "./en/quality.ts";
import { retentionEn } from "./en/retention.ts";
import { rfmEn } from "./en/rfm.ts";
import { salesEn } from "./en/sales.ts";
import { satisfactionEn } from "./en/satisfaction.ts";
import { stagesEn } from "./en/stages.ts";
import { timeEn } from "./en/time.ts";
import { viewsEn } from "./en/views.ts";

/** All texts of the site, a module per page. Every language must have the same keys, or types fail. */
export const en = {
  ...alertsEn,
  ...commonEn,
  ...explorerEn,
  ...downloadsEn,
  ...viewsEn,
  ...overviewEn,
  ...salesEn,
  ...clientsEn,
  ...clientEn,
  ...rfmEn,
  ...retentionEn,
  ...campaignsEn,
  ...armsEn,
  ...dataEn,
  ...deliveryEn,
  ...complaintsEn,
  ...crossSellEn,
  ...portraitEn,
  ...profitEn,
  ...duplicatesEn,
  ...activityEn,
  ...contractsEn,
  ...paymentsEn,
  ...promisesEn,
  ...satisfactionEn,
  ...forecastEn,
  ...stagesEn,
  ...qualityEn,
  ...changesEn,
  ...timeEn,
  ...glossaryEn,
};

/** The shape every language fills. */
export type Dictionary = typeof en;
