import { barChart } from "../charts/bars.ts";
import { intervalChart } from "../charts/intervals.ts";
import { chartCard } from "../components/chart.ts";
import { filterBy } from "../components/choose.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { choiceOf, filterBar } from "../components/filters.ts";
import { foldBars } from "../components/fold.ts";
import { kpiCard } from "../components/kpi.ts";
import { nameOf, valueName } from "../components/names.ts";
import { columns, emptyChoice, emptyPage, headline, kpiRow } from "../components/page.ts";
import { dataTable, summed } from "../components/table.ts";
import { readRows } from "../data.ts";
import { ratioOf, shareOf, sumKnown, sumOf } from "../figures.ts";
import type { CampaignRow as Figures } from "../rows.ts";
import { type ArmRow, armSection } from "./campaign-arms.ts";
import { type BalanceRow, balanceSection } from "./campaign-balance.ts";
import { type IncrementalRow, incrementalCard } from "./campaign-incremental.ts";
import { type RuleRow, ruleComparison } from "./campaign-rules.ts";

interface CampaignRow extends Figures, Omit<IncrementalRow, keyof Figures> {
  readonly campaign_id: string;
  readonly sent_count: number | null;
  readonly opened_count: number | null;
  readonly clicked_count: number | null;
  readonly response_lower: number | null;
  readonly response_upper: number | null;
  readonly cost_per_response: number | null;
  readonly iroas: number | null;
  readonly iroas_lower: number | null;
  readonly iroas_upper: number | null;
}

/** Draws campaigns: what they cost, what is attributed to them, and what they really changed. */
export async function render(context: PageContext): Promise<PageView> {
  const { files, words } = context;
  const campaigns = [...(await readRows<CampaignRow>(files.campaigns))].reverse();
  if (campaigns.length === 0) return { draw: () => emptyPage(context) };
  const rules = await readRows<RuleRow>(files["campaign-rules"]);
  const arms = await readRows<ArmRow>(files["campaign-arms"]);
  const balance = await readRows<BalanceRow>(files["campaign-balance"]);
  const names = new Map(campaigns.map((row) => [row.campaign_id, row.name]));
  const choices = () => [
    choiceOf(
      context,
      "channel",
      words.columns.channel,
      campaigns.map((row) => row.channel),
      (value) => nameOf(words.channels, valueName(words, value)),
    ),
    choiceOf(
      context,
      "year",
      words.columns.year,
      campaigns.flatMap((row) => (row.start_date === null ? [] : [row.start_date.slice(0, 4)])),
      context.formats.digits,
    ),
    choiceOf(context, "campaign", words.columns.campaign, names.keys(), (value) => names.get(value) ?? value),
  ];
  return { filters: filterBar(context, choices), draw: () => draw(context, { campaigns, rules, arms, balance }) };
}

interface Data {
  readonly campaigns: readonly CampaignRow[];
  readonly rules: readonly RuleRow[];
  readonly arms: readonly ArmRow[];
  readonly balance: readonly BalanceRow[];
}

function draw(context: PageContext, { campaigns, rules, arms, balance }: Data): readonly Node[] {
  const { state, words } = context;
  const channel = state.get("channel");
  const year = state.get("year");
  const isChosen = (row: { readonly channel: string; readonly start_date: string | null }) =>
    (channel === "" || row.channel === channel) && (year === "" || row.start_date?.startsWith(year) === true);
  const campaign = state.get("campaign");
  const isOfCampaign = (row: { readonly campaign_id: string }) => campaign === "" || row.campaign_id === campaign;
  const ofChannel = campaigns.filter(isChosen);
  const rows = ofChannel.filter(isOfCampaign);
  if (rows.length === 0) return emptyChoice(context);
  return [
    headline(context, summarize(context, rows), words.campaigns.scope),
    kpis(context, rows),
    columns(lift(context, ofChannel), returns(context, ofChannel)),
    ...incrementalCard(context, ofChannel),
    columns(ruleComparison(context, rules), funnel(context, rows)),
    ...armSection(
      context,
      arms.filter((row) => isChosen(row) && isOfCampaign(row)),
    ),
    ...balanceSection(
      context,
      balance.filter((row) => isChosen(row) && isOfCampaign(row)),
    ),
    table(context, rows),
  ];
}

/** Campaigns whose control group shows an effect clear of chance. */
const isProven = (row: CampaignRow) => row.conversion_lift_lower !== null && row.conversion_lift_lower > 0;
const isMeasured = (row: CampaignRow) => row.conversion_lift !== null;

function summarize(context: PageContext, rows: readonly CampaignRow[]): string {
  const { words, formats } = context;
  const measured = rows.filter(isMeasured);
  const costed = rows.filter((row) => row.cost_amount !== null);
  const roas = shareOf(costed, "attributed_amount", "cost_amount");
  const attributed = sumOf(rows, (row) => row.attributed_amount);
  const controlled = rows.filter((row) => row.incremental_amount !== null);
  const parts = [
    words.campaigns.attributedSentence(
      formats.moneyShort(attributed),
      roas === null ? undefined : formats.decimal(roas),
    ),
  ];
  if (controlled.length > 0)
    parts.push(
      words.campaigns.incrementalSentence(formats.moneyShort(sumOf(controlled, (row) => row.incremental_amount))),
    );
  parts.push(words.campaigns.proven(measured.filter(isProven).length, measured.length, formats));
  return parts.join(" ");
}

function kpis(context: PageContext, rows: readonly CampaignRow[]): HTMLElement {
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

function lift(context: PageContext, all: readonly CampaignRow[]): HTMLElement {
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

function returns(context: PageContext, all: readonly CampaignRow[]): HTMLElement {
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

/** Of the clients reached, the share that answered; null where no answer was ever recorded. */
function responseRate(rows: readonly CampaignRow[]): number | null {
  const told = rows.filter((row) => row.response_rate !== null);
  return shareOf(told, "responder_count", "delivered_count");
}

const funnelSteps = {
  sent: (row: CampaignRow) => row.sent_count,
  delivered: (row: CampaignRow) => row.delivered_count,
  opened: (row: CampaignRow) => row.opened_count,
  clicked: (row: CampaignRow) => row.clicked_count,
  responded: (row: CampaignRow) => row.responder_count,
};

/** Draws how many clients each step from sending to answering keeps, of the campaigns whose channels record it. */
function funnel(context: PageContext, all: readonly CampaignRow[]): HTMLElement {
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

function range(low: number | null, high: number | null, show: (value: number) => string): string | null {
  return low === null || high === null ? null : `${show(low)} … ${show(high)}`;
}

function table(context: PageContext, rows: readonly CampaignRow[]): HTMLElement {
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
