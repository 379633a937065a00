import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { nameOf, valueName } from "../components/names.ts";
import { dataTable, summed } from "../components/table.ts";
import type { CampaignRow } from "./campaign-data.ts";

/** Lists campaigns with all their figures. */
export function campaignTable(context: PageContext, rows: readonly CampaignRow[]): HTMLElement {
  const { words, formats } = context;
  const column = columnsFor<CampaignRow>(context);
  return dataTable(context, {
    name: "campaigns",
    title: words.campaigns.table,
    subtitle: words.campaigns.scope,
    rows,
    columns: [
      column.text(words.columns.campaign, (row) => row.name),
      column.text(
        words.columns.channel,
        (row) => row.channel,
        (value) => nameOf(words.channels, valueName(words, value)),
      ),
      column.day(words.columns.start, (row) => row.start_date),
      summed(column.count(words.columns.delivered, (row) => row.delivered_count)),
      column.percent(words.metrics.responseRate, (row) => row.response_rate),
      column.text(words.campaigns.responseRange, (row) =>
        range(row.response_lower, row.response_upper, formats.percent),
      ),
      summed(column.money(words.metrics.campaignCost, (row) => row.cost_amount)),
      column.money(words.campaigns.costPerResponse, (row) => row.cost_per_response),
      summed(column.money(words.metrics.attributed, (row) => row.attributed_amount)),
      column.ratio("ROAS", (row) => row.roas),
      column.percent("ROI", (row) => row.roi),
      column.percent(words.metrics.lift, (row) => row.conversion_lift),
      column.money(words.metrics.incremental, (row) => row.incremental_amount),
      column.ratio(words.columns.incrementalRoas, (row) => row.iroas),
      column.text(words.campaigns.incrementalRoasRange, (row) =>
        range(row.iroas_lower, row.iroas_upper, formats.ratio),
      ),
      column.money(words.campaigns.incrementalMargin, (row) => row.incremental_margin_amount),
      column.percent("iROI", (row) => row.incremental_roi),
      column.text(words.campaigns.incrementalRoiRange, (row) =>
        range(row.incremental_roi_lower, row.incremental_roi_upper, formats.percent),
      ),
      column.named(words.columns.quality, (row) => row.quality_flag, words.flags),
    ],
  });
}

function range(low: number | null, high: number | null, show: (value: number) => string): string | null {
  return low === null || high === null ? null : `${show(low)} … ${show(high)}`;
}
