import type { AlertRow } from "../alerts.ts";
import { readAnnotations } from "../components/annotations.ts";
import { readCheckTexts } from "../components/checks.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { drawWith, heldDays, readDaily, withDays } from "../components/days.ts";
import type { ForecastMonth } from "../components/end-forecast.ts";
import { filterBar } from "../components/filters.ts";
import { grainChoice, readGrain } from "../components/grain.ts";
import { kpiCard } from "../components/kpi.ts";
import { readLongList } from "../components/long-list.ts";
import { within } from "../components/monthly.ts";
import { valueName } from "../components/names.ts";
import {
  columns,
  compareText,
  daysText,
  emptyPage,
  findCoverage,
  headline,
  kpiRow,
  rangeText,
} from "../components/page.ts";
import type { Coverage, Period } from "../components/period.ts";
import { periodChoices, readMonths, readPeriod } from "../components/period-choices.ts";
import { salesTrend } from "../components/sales-trend.ts";
import { readRows } from "../data.ts";
import { sumOf } from "../figures.ts";
import { attainmentOf } from "../plan.ts";
import type { ComplaintRateRow, KpiRow } from "../rows.ts";
import { attention } from "./overview-attention.ts";
import { changeBy, changes } from "./overview-changes.ts";
import {
  type Data,
  type DaySales,
  type Delivery,
  type Movement,
  type Plan,
  type Receivable,
  type Sales,
  type View,
  viewOf,
  type Wave,
} from "./overview-data.ts";
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
    alerts: await readRows<AlertRow>(files.alerts),
    annotations: await readAnnotations(context),
    forecast: await readRows<ForecastMonth>(files["forecast-months"]),
    daily: await readDaily(context),
    daySales: await readLongList(context, ["overview-days"], () => readRows<DaySales>(files["overview-days"])),
  };
  const months = findCoverage(data.kpi, snapshot.fiscalYearStartMonth);
  if (months === undefined) return { draw: () => emptyPage(context) };
  const hasPlan = data.plan.some((row) => row.plan_amount !== null);
  const coverage = { ...withDays(months, data.daily), hasPlan };
  const needed = () => (readPeriod(context, coverage).unit === "day" ? [data.daySales] : []);
  return {
    draw: await drawWith(context, needed, () => draw(context, data, coverage)),
    filters: filterBar(context, () => [...periodChoices(context, coverage), grainChoice(context, coverage)]),
  };
}

const isOfAll = ({ dimension }: { readonly dimension: string }) => dimension === "all";

function draw(context: PageContext, data: Data, coverage: Coverage): readonly Node[] {
  const period = readPeriod(context, coverage);
  const months = readMonths(context, coverage);
  const view = viewOf(data, period);
  const shown = { view, period, months };
  return [
    headline(context, summarize(context, view, period), daysText(context, period, months)),
    kpiRow(...planKpis(context, data, shown, coverage).map((kpi) => kpiCard(context, kpi))),
    columns(trend(context, data, period, coverage), attention(context, data, shown)),
    columns(changeBy(context, view, period, "region"), changeBy(context, view, period, "direction")),
    columns(deliveryTrend(context, data, months), complaintTrend(context, data, months)),
  ];
}

function summarize(context: PageContext, view: View, period: Period): string {
  const { words, formats } = context;
  const net = sumOf(within(view.kpi, period), (row) => row.net_amount);
  const before = period.compare && sumOf(within(view.kpi, period.compare), (row) => row.net_amount);
  const attainment = attainmentOf(within(view.plan, period))?.rate ?? null;
  const parts = [words.overview.net(formats.moneyShort(net), rangeText(context, period, period.unit))];
  if (before !== undefined && before !== 0) {
    const change = (net - before) / Math.abs(before);
    parts.push(words.overview.change(formats.percent(Math.abs(change)), change, compareText(context, period) ?? ""));
  }
  if (attainment !== null)
    parts.push(
      (period.unit === "day" ? words.kpi.ofPlanToDate : words.overview.plan)(formats.percentWhole(attainment)),
    );
  const moves = period.comparison === "plan" ? [] : changes(view, period, "region");
  const best = moves[0];
  const worst = moves.at(-1);
  const tail: string[] = [];
  if (best !== undefined && best.change > 0)
    tail.push(words.overview.best(valueName(words, best.name), formats.moneyChange(best.change)));
  if (worst !== undefined && worst.change < 0)
    tail.push(words.overview.worst(valueName(words, worst.name), formats.moneyChange(worst.change)));
  return [`${formats.list(parts)}.`, ...tail].join(" ");
}

function trend(context: PageContext, data: Data, period: Period, coverage: Coverage): HTMLElement {
  const { annotations, daily, kpi } = data;
  const months = kpi.map((row) => ({ month: row.month, net: row.net_amount, plan: row.plan_amount }));
  const incomplete = kpi.find((row) => !row.is_complete)?.month;
  return salesTrend(
    context,
    { name: "sales-and-plan", months, days: daily.days, held: heldDays(daily), incomplete, annotations },
    period,
    coverage,
    readGrain(context, coverage),
  );
}
