import type { Dictionary } from "./en.ts";
import { activityFa } from "./fa/activity.ts";
import { alertsFa } from "./fa/alerts.ts";
import { armsFa } from "./fa/arms.ts";
import { campaignsFa } from "./fa/campaigns.ts";
import { changesFa } from "./fa/changes.ts";
import { clientFa } from "./fa/client.ts";
import { clientsFa } from "./fa/clients.ts";
import { commonFa } from "./fa/common.ts";
import { complaintsFa } from "./fa/complaints.ts";
import { contractsFa } from "./fa/contracts.ts";
import { crossSellFa } from "./fa/cross-sell.ts";
import { dataFa } from "./fa/data.ts";
import { deliveryFa } from "./fa/delivery.ts";
import { downloadsFa } from "./fa/downloads.ts";
import { duplicatesFa } from "./fa/duplicates.ts";
import { explorerFa } from "./fa/explorer.ts";
import { forecastFa } from "./fa/forecast.ts";
import { glossaryFa } from "./fa/glossary.ts";
import { overviewFa } from "./fa/overview.ts";
import { paymentsFa } from "./fa/payments.ts";
import { portraitFa } from "./fa/portrait.ts";
import { profitFa } from "./fa/profit.ts";
import { promisesFa } from "./fa/promises.ts";
import { qualityFa } from "./fa/quality.ts";
import { retentionFa } from "./fa/retention.ts";
import { rfmFa } from "./fa/rfm.ts";
import { salesFa } from "./fa/sales.ts";
import { satisfactionFa } from "./fa/satisfaction.ts";
import { stagesFa } from "./fa/stages.ts";
import { timeFa } from "./fa/time.ts";
import { viewsFa } from "./fa/views.ts";

/** Persian texts. */
export const fa: Dictionary = {
  ...alertsFa,
  ...commonFa,
  ...explorerFa,
  ...downloadsFa,
  ...viewsFa,
  ...overviewFa,
  ...salesFa,
  ...clientsFa,
  ...clientFa,
  ...rfmFa,
  ...retentionFa,
  ...campaignsFa,
  ...armsFa,
  ...dataFa,
  ...deliveryFa,
  ...complaintsFa,
  ...crossSellFa,
  ...portraitFa,
  ...profitFa,
  ...duplicatesFa,
  ...activityFa,
  ...contractsFa,
  ...paymentsFa,
  ...promisesFa,
  ...satisfactionFa,
  ...forecastFa,
  ...stagesFa,
  ...qualityFa,
  ...changesFa,
  ...timeFa,
  ...glossaryFa,
};
