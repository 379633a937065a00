import { barChart } from "../charts/bars.ts";
import { intervalChart } from "../charts/intervals.ts";
import { chartCard } from "../components/chart.ts";
import { filterBy } from "../components/choose.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { foldBars } from "../components/fold.ts";
import { nameOf } from "../components/names.ts";
import { ratioOf, sumKnown } from "../figures.ts";
import { type CampaignRow, isMeasured, isProven, responseRate } from "./campaign-data.ts";

/** Draws what each campaign changed, with its interval. */
export function effectCard(context: PageContext, all: readonly CampaignRow[]): HTMLElement {
  const { words, formats } = context;
  const rows = all.filter(isMeasured);
  const best = [...rows].sort(
    (left, right) => (right.conversion_lift_lower ?? -1) - (left.conversion_lift_lower ?? -1),
  )[0];
  const points = (value: number) => words.kpi.points(formats.change(value * 100));
  const column = columnsFor<CampaignRow>(context);
  return chartCard(context, {
    name: "campaign-effect",
    title:
      best === undefined
        ? words.campaigns.noControl
        : isProven(best)
          ? words.campaigns.liftTitle(best.name, points(best.conversion_lift ?? 0))
          : words.campaigns.liftNone,
    subtitle: words.campaigns.liftSubtitle,
    rows,
    columns: [
      column.text(words.columns.campaign, (row) => row.name),
      column.percent(words.metrics.lift, (row) => row.conversion_lift),
      column.percent(words.columns.lower, (row) => row.conversion_lift_lower),
      column.percent(words.columns.upper, (row) => row.conversion_lift_upper),
    ],
    draw: (width) =>
      intervalChart(
        rows.map((row) => ({
          label: row.name,
          value: row.conversion_lift ?? 0,
          low: row.conversion_lift_lower ?? 0,
          high: row.conversion_lift_upper ?? 0,
          action: filterBy(context, "campaign", row.campaign_id),
          detail: `${row.name}: ${points(row.conversion_lift ?? 0)} (${points(row.conversion_lift_lower ?? 0)} … ${points(row.conversion_lift_upper ?? 0)})`,
        })),
        (value) => formats.change(value * 100),
        width,
      ),
  });
}

/** Draws what each campaign returned on its cost, by attribution. */
export function returnCard(context: PageContext, all: readonly CampaignRow[]): HTMLElement {
  const { words, formats } = context;
  const rows = all.filter((row) => row.roi !== null).sort((left, right) => (right.roi ?? 0) - (left.roi ?? 0));
  const paid = rows.filter((row) => (row.roi ?? 0) > 0).length;
  const column = columnsFor<CampaignRow>(context);
  return chartCard(context, {
    name: "campaign-roi",
    title: rows.length === 0 ? words.campaigns.noCost : words.campaigns.roiTitle(paid, rows.length, formats),
    subtitle: words.campaigns.roiSubtitle,
    rows,
    columns: [
      column.text(words.columns.campaign, (row) => row.name),
      column.money(words.metrics.campaignCost, (row) => row.cost_amount),
      column.money(words.metrics.attributedMargin, (row) => row.attributed_margin_amount),
      column.percent("ROI", (row) => row.roi),
    ],
    ...foldBars(
      context,
      "campaign-roi",
      rows.map((row) => ({
        label: row.name,
        action: filterBy(context, "campaign", row.campaign_id),
        value: row.roi ?? 0,
        text: formats.percentChange(row.roi ?? 0),
        color: (row.roi ?? 0) < 0 ? "var(--down)" : "var(--up)",
      })),
    ),
  });
}

const funnelSteps = {
  sent: (row: CampaignRow) => row.sent_count,
  delivered: (row: CampaignRow) => row.delivered_count,
  opened: (row: CampaignRow) => row.opened_count,
  clicked: (row: CampaignRow) => row.clicked_count,
  responded: (row: CampaignRow) => row.responder_count,
};

/** Draws how many clients each step from sending to answering keeps, of the campaigns whose channels record it. */
export function funnelCard(context: PageContext, all: readonly CampaignRow[]): HTMLElement {
  const { words, formats } = context;
  const rows = Object.entries(funnelSteps).map(([step, count]) => {
    const telling = all.filter((row) => count(row) !== null);
    return { step, clients: sumKnown(telling, count), share: ratioOf(telling, count, (row) => row.sent_count) };
  });
  const column = columnsFor<(typeof rows)[number]>(context);
  const rate = responseRate(all);
  return chartCard(context, {
    name: "campaign-funnel",
    title: rate === null ? words.campaigns.funnel : words.campaigns.funnelTitle(formats.percent(rate)),
    subtitle: words.campaigns.funnelSubtitle,
    rows,
    columns: [
      column.named(words.campaigns.step, (row) => row.step, words.campaigns.steps),
      column.count(words.columns.clients, (row) => row.clients),
      column.percent(words.campaigns.ofSent, (row) => row.share),
    ],
    draw: (width) =>
      barChart(
        rows.map((row) => ({
          label: nameOf(words.campaigns.steps, row.step),
          value: row.clients ?? 0,
          text:
            row.clients === null
              ? words.campaigns.notRecorded
              : `${formats.integer(row.clients)}${row.share === null ? "" : ` (${formats.percent(row.share)})`}`,
        })),
        width,
      ),
  });
}
