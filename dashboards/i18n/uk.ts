import type { Dictionary } from "./en.ts";
import { activityUk } from "./uk/activity.ts";
import { alertsUk } from "./uk/alerts.ts";
import { armsUk } from "./uk/arms.ts";
import { campaignsUk } from "./uk/campaigns.ts";
import { changesUk } from "./uk/changes.ts";
import { clientUk } from "./uk/client.ts";
import { clientsUk } from "./uk/clients.ts";
import { commonUk } from "./uk/common.ts";
import { complaintsUk } from "./uk/complaints.ts";
import { contractsUk } from "./uk/contracts.ts";
import { crossSellUk } from "./uk/cross-sell.ts";
import { dataUk } from "./uk/data.ts";
import { deliveryUk } from "./uk/delivery.ts";
import { downloadsUk } from "./uk/downloads.ts";
import { duplicatesUk } from "./uk/duplicates.ts";
import { explorerUk } from "./uk/explorer.ts";
import { forecastUk } from "./uk/forecast.ts";
import { glossaryUk } from "./uk/glossary.ts";
import { overviewUk } from "./uk/overview.ts";
import { paymentsUk } from "./uk/payments.ts";
import { portraitUk } from "./uk/portrait.ts";
import { profitUk } from "./uk/profit.ts";
import { promisesUk } from "./uk/promises.ts";
import { qualityUk } from "./uk/quality.ts";
import { retentionUk } from "./uk/retention.ts";
import { rfmUk } from "./uk/rfm.ts";
import { salesUk } from "./uk/sales.ts";
import { satisfactionUk } from "./uk/satisfaction.ts";
import { stagesUk } from "./uk/stages.ts";
import { timeUk } from "./uk/time.ts";
import { viewsUk } from "./uk/views.ts";

/** Ukrainian texts. */
export const uk: Dictionary = {
  ...alertsUk,
  ...commonUk,
  ...explorerUk,
  ...downloadsUk,
  ...viewsUk,
  ...overviewUk,
  ...salesUk,
  ...clientsUk,
  ...clientUk,
  ...rfmUk,
  ...retentionUk,
  ...campaignsUk,
  ...armsUk,
  ...dataUk,
  ...deliveryUk,
  ...complaintsUk,
  ...crossSellUk,
  ...portraitUk,
  ...profitUk,
  ...duplicatesUk,
  ...activityUk,
  ...contractsUk,
  ...paymentsUk,
  ...promisesUk,
  ...satisfactionUk,
  ...forecastUk,
  ...stagesUk,
  ...qualityUk,
  ...changesUk,
  ...timeUk,
  ...glossaryUk,
};
