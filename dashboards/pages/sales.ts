import type { PageContext, PageView } from "../components/context.ts";
import { drawWith, heldDays, withDays } from "../components/days.ts";
import { forecastOf } from "../components/end-forecast.ts";
import { dimensionChoice, filterBar, managerChoice } from "../components/filters.ts";
import { type Grain, grainChoice, readGrain } from "../components/grain.ts";
import type { LongList } from "../components/long-list.ts";
import { managerName, readMonthly, within } from "../components/monthly.ts";
import { columns, emptyChoice, emptyPage, headline, periodText, rangeText, stack } from "../components/page.ts";
import type { Coverage, Period } from "../components/period.ts";
import { periodChoices, readMonths, readPeriod } from "../components/period-choices.ts";
import { salesTrend } from "../components/sales-trend.ts";
import { unfiltered } from "../components/unfiltered.ts";
import { filterRows, groupBy, sumOf } from "../figures.ts";
import { attainmentOf, type SalesFilter } from "../plan.ts";
import { type Dimension, planBars } from "./sales-bars.ts";
import { keepSales, readSales, type SalesData, type SalesDay, type SalesView, viewOf } from "./sales-data.ts";
import { regionHeatMap } from "./sales-heat-map.ts";
import { salesKpis } from "./sales-kpis.ts";
import { productChoices, productGrid, productTable } from "./sales-products.ts";
import { salesPivot, salesTable } from "./sales-table.ts";

/** Draws sales against plan: where the plan is won or lost. */
export async function render(context: PageContext): Promise<PageView> {
  const monthly = await readMonthly(context);
  const data = await readSales(context, monthly);
  if (monthly.coverage === undefined) return { draw: () => emptyPage(context) };
  const hasPlan = data.plan.some((row) => row.plan_amount !== null);
  const coverage = { ...withDays(monthly.coverage, data.daily), hasPlan };
  const choices = () => [
    ...periodChoices(context, coverage),
    grainChoice(context, coverage),
    dimensionChoice(context, "region", data.sales),
    managerChoice(context, data.sales, (id) => managerName(context, data.managers, id)),
    dimensionChoice(context, "direction", data.sales),
    ...productChoices(context),
  ];
  const needed = () => {
    const trend = trendDays(context, data, readGrain(context, coverage));
    const isOfDays = readPeriod(context, coverage).unit === "day";
    return [...(isOfDays ? [data.daySales] : []), ...(trend === undefined ? [] : [trend])];
  };
  return {
    draw: await drawWith(context, needed, () => draw(context, data, coverage)),
    filters: filterBar(context, choices),
  };
}

function draw(context: PageContext, all: SalesData, coverage: Coverage): readonly Node[] {
  const period = readPeriod(context, coverage);
  const filter: SalesFilter = {
    region: context.state.get("region"),
    manager_id: context.state.get("manager"),
    direction: context.state.get("direction"),
  };
  const products = filterRows(all.products, { direction: filter.direction });
  const view = viewOf(all, period);
  const shown = keepSales(view, filter);
  const months = keepSales(all, filter);
  // A dimension is compared whole, also where one of its values is chosen.
  const whole = (dimension: Dimension) => keepSales(view, { ...filter, [dimension]: "" });
  if (months.sales.length === 0 && months.plan.length === 0) return emptyChoice(context);
  return [
    headline(context, summarize(context, shown, period), periodText(context, period)),
    salesKpis(context, { view: shown, forecast: forecastOf(all.forecast, filter) }, period, coverage),
    trend(context, months, filter, period, coverage),
    columns(
      stack(
        planBars(context, whole("region"), period, "region"),
        planBars(context, whole("direction"), period, "direction"),
      ),
      planBars(context, whole("manager_id"), period, "manager_id"),
    ),
    regionHeatMap(context, keepSales(all, { ...filter, region: "" }).sales, readMonths(context, coverage), coverage),
    salesTable(context, shown, period),
    salesPivot(context, shown, period),
    ...[productGrid(context, products), productTable(context, products)].map((card) =>
      unfiltered(context, ["region", "manager"], card),
    ),
  ];
}

function summarize(context: PageContext, data: SalesView, period: Period): string {
  const { words, formats } = context;
  const net = sumOf(within(data.sales, period), (row) => row.net_amount);
  const attainment = attainmentOf(within(data.plan, period));
  const first = words.overview.net(formats.moneyShort(net), rangeText(context, period, period.unit));
  if (attainment === undefined) return period.unit === "day" ? `${first}.` : `${first}. ${words.sales.noPlan}`;
  const gap = attainment.gap < 0 ? words.sales.short : words.sales.over;
  const share = formats.percentWhole(attainment.rate);
  const reached = period.unit === "day" ? words.kpi.ofPlanToDate(share) : words.overview.plan(share);
  return `${formats.list([first, reached])}: ${gap(formats.moneyShort(Math.abs(attainment.gap)))}.`;
}

function trend(
  context: PageContext,
  data: SalesData,
  filter: SalesFilter,
  period: Period,
  coverage: Coverage,
): HTMLElement {
  const sales = groupBy(data.sales, (row) => row.month);
  const plan = groupBy(data.plan, (row) => row.month);
  const months = [...new Set([...sales.keys(), ...plan.keys()])].sort().map((month) => {
    const planned = (plan.get(month) ?? []).filter((row) => row.plan_amount !== null);
    return {
      month,
      net: sales.has(month) ? sumOf(sales.get(month) ?? [], (row) => row.net_amount) : null,
      plan: planned.length === 0 ? null : sumOf(planned, (row) => row.plan_amount),
    };
  });
  const { annotations, incomplete } = data;
  const grain = readGrain(context, coverage);
  const { region, direction } = filter;
  const days = filterRows(trendDays(context, data, grain)?.rows ?? [], { region, direction });
  return salesTrend(
    context,
    { name: "sales-by-month", months, days, held: heldDays(data.daily), incomplete, annotations },
    period,
    coverage,
    grain,
  );
}

/** The days the trend is made of, where it is one of days or weeks: of the manager who is chosen, else of all. */
function trendDays(context: PageContext, data: SalesData, grain: Grain): LongList<SalesDay> | undefined {
  return grain === "day" || grain === "week" ? data.trendDays(context.state.get("manager")) : undefined;
}
