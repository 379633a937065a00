import type { Dictionary } from "./en.ts";
import { activityKk } from "./kk/activity.ts";
import { alertsKk } from "./kk/alerts.ts";
import { armsKk } from "./kk/arms.ts";
import { campaignsKk } from "./kk/campaigns.ts";
import { changesKk } from "./kk/changes.ts";
import { clientKk } from "./kk/client.ts";
import { clientsKk } from "./kk/clients.ts";
import { commonKk } from "./kk/common.ts";
import { complaintsKk } from "./kk/complaints.ts";
import { contractsKk } from "./kk/contracts.ts";
import { crossSellKk } from "./kk/cross-sell.ts";
import { dataKk } from "./kk/data.ts";
import { deliveryKk } from "./kk/delivery.ts";
import { downloadsKk } from "./kk/downloads.ts";
import { duplicatesKk } from "./kk/duplicates.ts";
import { explorerKk } from "./kk/explorer.ts";
import { forecastKk } from "./kk/forecast.ts";
import { glossaryKk } from "./kk/glossary.ts";
import { overviewKk } from "./kk/overview.ts";
import { paymentsKk } from "./kk/payments.ts";
import { portraitKk } from "./kk/portrait.ts";
import { profitKk } from "./kk/profit.ts";
import { promisesKk } from "./kk/promises.ts";
import { qualityKk } from "./kk/quality.ts";
import { retentionKk } from "./kk/retention.ts";
import { rfmKk } from "./kk/rfm.ts";
import { salesKk } from "./kk/sales.ts";
import { satisfactionKk } from "./kk/satisfaction.ts";
import { stagesKk } from "./kk/stages.ts";
import { timeKk } from "./kk/time.ts";
import { viewsKk } from "./kk/views.ts";

/** Kazakh texts. */
export const kk: Dictionary = {
  ...alertsKk,
  ...commonKk,
  ...explorerKk,
  ...downloadsKk,
  ...viewsKk,
  ...overviewKk,
  ...salesKk,
  ...clientsKk,
  ...clientKk,
  ...rfmKk,
  ...retentionKk,
  ...campaignsKk,
  ...armsKk,
  ...dataKk,
  ...deliveryKk,
  ...complaintsKk,
  ...crossSellKk,
  ...portraitKk,
  ...profitKk,
  ...duplicatesKk,
  ...activityKk,
  ...contractsKk,
  ...paymentsKk,
  ...promisesKk,
  ...satisfactionKk,
  ...forecastKk,
  ...stagesKk,
  ...qualityKk,
  ...changesKk,
  ...timeKk,
  ...glossaryKk,
};
