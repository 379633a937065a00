import type { PageContext } from "../components/context.ts";
import { kpiCard } from "../components/kpi.ts";
import { kpiRow } from "../components/page.ts";
import { sumOf } from "../figures.ts";
import { type CampaignRow, responseRate } from "./campaign-data.ts";

/** Draws cost, sales attributed, sales shown by control groups, and answers. */
export function campaignKpis(context: PageContext, rows: readonly CampaignRow[]): HTMLElement {
  const { words, formats } = context;
  const costed = rows.filter((row) => row.cost_amount !== null);
  const incremental = rows.filter((row) => row.incremental_amount !== null);
  const base = { better: "more", trend: [] } as const;
  const missing = rows.length - costed.length;
  return kpiRow(
    kpiCard(context, {
      ...base,
      name: words.metrics.campaignCost,
      term: "metrics.campaign_return.cost_amount",
      value: sumOf(costed, (row) => row.cost_amount),
      show: formats.moneyShort,
      kind: "amount",
      note: missing > 0 ? words.campaigns.costMissing(missing, formats) : undefined,
    }),
    kpiCard(context, {
      ...base,
      name: words.metrics.attributed,
      term: "metrics.campaign_return.attributed_amount",
      value: sumOf(rows, (row) => row.attributed_amount),
      show: formats.moneyShort,
      kind: "amount",
      note: words.campaigns.attributedNote,
    }),
    kpiCard(context, {
      ...base,
      name: words.metrics.incremental,
      term: "metrics.campaign_return.incremental_amount",
      value: incremental.length === 0 ? null : sumOf(incremental, (row) => row.incremental_amount),
      show: formats.moneyShort,
      kind: "amount",
      note: words.campaigns.incrementalNote(incremental.length, formats),
    }),
    kpiCard(context, {
      ...base,
      name: words.metrics.responseRate,
      term: "metrics.campaign_return.response_rate",
      value: responseRate(rows),
      show: formats.percent,
      kind: "share",
      note: words.campaigns.responseNote,
    }),
  );
}
