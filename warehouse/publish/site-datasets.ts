import { activityDatasets } from "./datasets/activity.ts";
import { campaignsDatasets } from "./datasets/campaigns.ts";
import { clientDatasets } from "./datasets/client.ts";
import { clientsDatasets } from "./datasets/clients.ts";
import { contractDatasets } from "./datasets/contracts.ts";
import { crossSellDatasets } from "./datasets/cross-sell.ts";
import { duplicatesDatasets } from "./datasets/duplicates.ts";
import { forecastDatasets } from "./datasets/forecast.ts";
import { listedDatasets } from "./datasets/listed.ts";
import { profitDatasets } from "./datasets/profit.ts";
import { promisesDatasets } from "./datasets/promises.ts";
import { qualityDatasets } from "./datasets/quality.ts";
import { receivablesDatasets } from "./datasets/receivables.ts";
import { retentionDatasets } from "./datasets/retention.ts";
import { salesDatasets } from "./datasets/sales.ts";
import { satisfactionDatasets } from "./datasets/satisfaction.ts";
import { serviceDatasets } from "./datasets/service.ts";
import type { Dataset } from "./datasets.ts";

/** Everything pages are drawn from; which page needs which stands in dashboards/site.ts. */
export const datasets: readonly Dataset[] = [
  ...salesDatasets,
  ...forecastDatasets,
  ...clientsDatasets,
  ...clientDatasets,
  ...campaignsDatasets,
  ...crossSellDatasets,
  ...duplicatesDatasets,
  ...profitDatasets,
  ...retentionDatasets,
  ...contractDatasets,
  ...serviceDatasets,
  ...activityDatasets,
  ...promisesDatasets,
  ...receivablesDatasets,
  ...satisfactionDatasets,
  ...qualityDatasets,
  ...listedDatasets,
];
