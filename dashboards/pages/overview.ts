import { eventColumn, eventsIn, readAnnotations } from "../components/annotations.ts";
import { trendCard } from "../components/cards.ts";
import { readCheckTexts } from "../components/checks.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { filterBar, periodChoices, readPeriod } from "../components/filters.ts";
import { kpiCard } from "../components/kpi.ts";
import { within } from "../components/monthly.ts";
import { valueName } from "../components/names.ts";
import { columns, compareText, emptyPage, findCoverage, headline, kpiRow, periodText } from "../components/page.ts";
import type { Coverage, Period } from "../components/period.ts";
import { readRows } from "../data.ts";
import { sumOf } from "../figures.ts";
import { attainmentOf } from "../plan.ts";
import type { ComplaintRateRow, KpiRow } from "../rows.ts";
import { attention } from "./overview-attention.ts";
import { changeBy, changes } from "./overview-changes.ts";
import type { Data, Delivery, Movement, Plan, Receivable, Sales, Wave } from "./overview-data.ts";
import { planKpis } from "./overview-kpis.ts";
import { complaintTrend, deliveryTrend } from "./overview-service.ts";

/** Draws the executive overview: are we on plan, what moved, what needs attention. */
export async function render(context: PageContext): Promise<PageView> {
  const { files, snapshot } = context;
  const data: Data = {
    kpi: await readRows<KpiRow>(files.kpi),
    sales: await readRows<Sales>(files["overview-sales"]),
    plan: await readRows<Plan>(files["overview-plan"]),
    delivery: await readRows<Delivery>(files["overview-delivery"]),
    complaints: await readRows<ComplaintRateRow>(files["complaint-rate"]),
    movement: await readRows<Movement>(files["overview-movement"]),
    receivables: (await readRows<Receivable>(files["overview-receivables"])).filter(isOfAll),
    waves: (await readRows<Wave>(files["overview-nps"])).filter(isOfAll),
    checks: await readCheckTexts(context),
    annotations: await readAnnotations(context),
  };
  const coverage = findCoverage(data.kpi, snapshot.fiscalYearStartMonth);
  if (coverage === undefined) return { draw: () => emptyPage(context) };
  return {
    filters: filterBar(context, () => periodChoices(context, coverage)),
    draw: () => draw(context, data, coverage),
  };
}

const isOfAll = ({ dimension }: { readonly dimension: string }) => dimension === "all";

function draw(context: PageContext, data: Data, coverage: Coverage): readonly Node[] {
  const period = readPeriod(context, coverage);
  return [
    headline(context, summarize(context, data, period), periodText(context, period)),
    kpiRow(...planKpis(context, data, period, coverage).map((kpi) => kpiCard(context, kpi))),
    columns(salesTrend(context, data, period), attention(context, data, period)),
    columns(
      changeBy(context, data, period, (row) => row.region, "region"),
      changeBy(context, data, period, (row) => row.direction, "direction"),
    ),
    columns(deliveryTrend(context, data, period), complaintTrend(context, data, period)),
  ];
}

function summarize(context: PageContext, data: Data, period: Period): string {
  const { words, formats } = context;
  const net = sumOf(within(data.kpi, period), (row) => row.net_amount);
  const before = period.compare && sumOf(within(data.kpi, period.compare), (row) => row.net_amount);
  const attainment = attainmentOf(within(data.plan, period))?.rate ?? null;
  const parts = [words.overview.net(formats.moneyShort(net), formats.monthRange(period.from, period.to))];
  if (before !== undefined && before !== 0) {
    const change = (net - before) / Math.abs(before);
    parts.push(words.overview.change(formats.percent(Math.abs(change)), change, compareText(context, period) ?? ""));
  }
  if (attainment !== null) parts.push(words.overview.plan(formats.percentWhole(attainment)));
  const moves = changes(data.sales, period, (row) => row.region);
  const best = moves[0];
  const worst = moves.at(-1);
  const tail: string[] = [];
  if (best !== undefined && best.change > 0)
    tail.push(words.overview.best(valueName(words, best.name), formats.moneyChange(best.change)));
  if (worst !== undefined && worst.change < 0)
    tail.push(words.overview.worst(valueName(words, worst.name), formats.moneyChange(worst.change)));
  return [`${formats.list(parts)}.`, ...tail].join(" ");
}

function salesTrend(context: PageContext, data: Data, period: Period): HTMLElement {
  const { words, formats } = context;
  const planned = within(data.kpi, period).filter((row) => row.plan_amount !== null);
  const reached = planned.filter((row) => row.net_amount >= (row.plan_amount ?? 0)).length;
  const title =
    planned.length === 0 ? words.overview.trendTitle : words.overview.planTitle(reached, planned.length, formats);
  const hasPlan = data.kpi.some((row) => row.plan_amount !== null);
  const points = (value: (row: KpiRow) => number | null) =>
    data.kpi.map((row) => ({ month: row.month, value: value(row) }));
  const months = data.kpi.map((row) => row.month);
  const events = eventsIn(context, data.annotations, months);
  return trendCard(
    context,
    {
      name: "sales-and-plan",
      title,
      subtitle: words.overview.trendSubtitle,
      rows: data.kpi,
      columns: [
        { title: words.columns.month, value: (row) => row.month, show: (row) => formats.month(row.month) },
        {
          title: words.metrics.netSales,
          value: (row) => row.net_amount,
          show: (row) => formats.money(row.net_amount),
          isNumber: true,
        },
        {
          title: words.metrics.plan,
          value: (row) => row.plan_amount,
          show: (row) => (row.plan_amount === null ? "—" : formats.money(row.plan_amount)),
          isNumber: true,
        },
        ...eventColumn<KpiRow>(context, events),
      ],
    },
    {
      series: [
        ...(hasPlan
          ? [
              {
                label: words.metrics.plan,
                color: "var(--plan)",
                isDashed: true,
                points: points((row) => row.plan_amount),
              },
            ]
          : []),
        { label: words.metrics.fact, color: "var(--accent)", points: points((row) => row.net_amount) },
      ],
      events,
      show: formats.moneyShort,
      axis: formats.short,
      incomplete: data.kpi.find((row) => !row.is_complete)?.month,
      fromZero: true,
    },
  );
}
