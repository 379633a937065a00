import type { Bar } from "../charts/bars.ts";
import { type Annotation, eventColumn, eventsIn, readAnnotations } from "../components/annotations.ts";
import { barCard, trendCard } from "../components/cards.ts";
import { filterBy } from "../components/choose.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { dimensionChoice, filterBar, managerChoice, periodChoices, readPeriod } from "../components/filters.ts";
import { kpiCard } from "../components/kpi.ts";
import { figureOver, type Monthly, managerName, readMonthly, within } from "../components/monthly.ts";
import { valueName } from "../components/names.ts";
import { columns, emptyChoice, emptyPage, headline, kpiRow, periodText } from "../components/page.ts";
import { type Coverage, isWithin, type MonthRange, type Period } from "../components/period.ts";
import { readRows } from "../data.ts";
import { divide, filterRows, groupBy, shareOf, sumOf } from "../figures.ts";
import { attainmentOf, namesOfPlan, type SalesFilter } from "../plan.ts";
import type { PlanRow, SalesRow } from "../rows.ts";
import { regionHeatMap } from "./sales-heat-map.ts";
import { productChoices, productGrid, productTable, readProducts, type SoldProduct } from "./sales-products.ts";
import { salesPivot, salesTable } from "./sales-table.ts";

interface Data extends Omit<Monthly, "coverage"> {
  readonly sales: readonly SalesRow[];
  readonly plan: readonly PlanRow[];
  readonly products: readonly SoldProduct[];
  readonly annotations: readonly Annotation[];
}

type Dimension = "region" | "manager_id" | "direction";

/** Draws sales against plan: where the plan is won or lost. */
export async function render(context: PageContext): Promise<PageView> {
  const { files } = context;
  const { coverage, ...monthly } = await readMonthly(context);
  const data: Data = {
    sales: await readRows<SalesRow>(files.sales),
    plan: (await readRows<PlanRow>(files.plan)).map(namesOfPlan),
    products: await readProducts(context),
    annotations: await readAnnotations(context),
    ...monthly,
  };
  if (coverage === undefined) return { draw: () => emptyPage(context) };
  const choices = () => [
    ...periodChoices(context, coverage),
    dimensionChoice(context, "region", data.sales),
    managerChoice(context, data.sales, (id) => managerName(context, data.managers, id)),
    dimensionChoice(context, "direction", data.sales),
    ...productChoices(context),
  ];
  return { filters: filterBar(context, choices), draw: () => draw(context, data, coverage) };
}

function draw(context: PageContext, all: Data, coverage: Coverage): readonly Node[] {
  const period = readPeriod(context, coverage);
  const filter: SalesFilter = {
    region: context.state.get("region"),
    manager_id: context.state.get("manager"),
    direction: context.state.get("direction"),
  };
  const products = filterRows(all.products, { direction: filter.direction });
  const keep = (kept: SalesFilter) => ({
    ...all,
    sales: filterRows(all.sales, kept),
    plan: filterRows(all.plan, kept),
  });
  const data = keep(filter);
  // A dimension is compared whole, also where one of its values is chosen.
  const whole = (dimension: Dimension) => keep({ ...filter, [dimension]: "" });
  if (data.sales.length === 0 && data.plan.length === 0) return emptyChoice(context);
  return [
    headline(context, summarize(context, data, period), periodText(context, period)),
    kpis(context, data, period, coverage),
    trend(context, data, period),
    columns(
      planBars(context, whole("region"), period, "region"),
      planBars(context, whole("direction"), period, "direction"),
      planBars(context, whole("manager_id"), period, "manager_id"),
    ),
    regionHeatMap(context, whole("region").sales, period, coverage),
    salesTable(context, data, period),
    salesPivot(context, data, period),
    productGrid(context, products),
    productTable(context, products),
  ];
}

function dimensionName(context: PageContext, data: Data, dimension: Dimension, value: string): string {
  return dimension === "manager_id" ? managerName(context, data.managers, value) : valueName(context.words, value);
}

function dimensionTitle(context: PageContext, dimension: Dimension): string {
  return context.words.dimensions[filterOf(dimension)];
}

function filterOf(dimension: Dimension): "region" | "manager" | "direction" {
  return dimension === "manager_id" ? "manager" : dimension;
}

function summarize(context: PageContext, data: Data, period: Period): string {
  const { words, formats } = context;
  const net = sumOf(within(data.sales, period), (row) => row.net_amount);
  const attainment = attainmentOf(within(data.plan, period));
  const first = words.overview.net(formats.moneyShort(net), formats.monthRange(period.from, period.to));
  if (attainment === undefined) return `${first}. ${words.sales.noPlan}`;
  const gap = attainment.gap < 0 ? words.sales.short : words.sales.over;
  const reached = words.overview.plan(formats.percentWhole(attainment.rate));
  return `${formats.list([first, reached])}: ${gap(formats.moneyShort(Math.abs(attainment.gap)))}.`;
}

function kpis(context: PageContext, data: Data, period: Period, coverage: Coverage): HTMLElement {
  const { words, formats } = context;
  const net = (range: MonthRange | undefined) => sumOf(within(data.sales, range), (row) => row.net_amount);
  const margin = (range: MonthRange | undefined) =>
    shareOf(within(data.sales, range), "margin_amount", "costed_amount");
  const rate = (range: MonthRange | undefined) => attainmentOf(within(data.plan, range))?.rate ?? null;
  const gap = (range: MonthRange | undefined) => attainmentOf(within(data.plan, range))?.gap ?? null;
  const over = <Value>(figure: (range: MonthRange) => Value) => figureOver(context, period, coverage, figure);
  const attained = rate(period);
  return kpiRow(
    kpiCard(context, {
      ...over(net),
      name: words.metrics.netSales,
      term: "metrics.sales_by_month.net_amount",
      show: formats.moneyShort,
      kind: "amount",
      better: "more",
      target:
        attained === null
          ? undefined
          : { value: 1, progress: attained, label: words.kpi.ofPlan(formats.percentWhole(attained)) },
    }),
    kpiCard(context, {
      ...over(rate),
      name: words.metrics.attainment,
      term: "metrics.plan_vs_actual.plan_amount",
      show: formats.percent,
      kind: "share",
      better: "more",
    }),
    kpiCard(context, {
      ...over(gap),
      before: undefined,
      comparedWith: undefined,
      name: words.metrics.gap,
      term: "metrics.plan_vs_actual.actual_amount",
      show: formats.moneyChange,
      kind: "amount",
      better: "more",
    }),
    kpiCard(context, {
      ...over(margin),
      name: words.metrics.marginRate,
      term: "metrics.sales_by_month.margin_amount",
      show: formats.percent,
      kind: "share",
      better: "more",
    }),
  );
}

function trend(context: PageContext, data: Data, period: Period): HTMLElement {
  const { words, formats } = context;
  const sales = groupBy(data.sales, (row) => row.month);
  const plan = groupBy(data.plan, (row) => row.month);
  const rows = [...new Set([...sales.keys(), ...plan.keys()])].sort().map((month) => {
    const planned = (plan.get(month) ?? []).filter((row) => row.plan_amount !== null);
    return {
      month,
      net: sales.has(month) ? sumOf(sales.get(month) ?? [], (row) => row.net_amount) : null,
      plan: planned.length === 0 ? null : sumOf(planned, (row) => row.plan_amount),
    };
  });
  const months = rows.map((row) => row.month);
  const events = eventsIn(context, data.annotations, months);
  const inPeriod = rows.filter((row) => isWithin(row.month, period) && row.plan !== null);
  const reached = inPeriod.filter((row) => (row.net ?? 0) >= (row.plan ?? 0)).length;
  const column = columnsFor<(typeof rows)[number]>(context);
  const hasPlan = rows.some((row) => row.plan !== null);
  return trendCard(
    context,
    {
      name: "sales-by-month",
      title:
        inPeriod.length === 0 ? words.overview.trendTitle : words.overview.planTitle(reached, inPeriod.length, formats),
      subtitle: words.overview.trendSubtitle,
      rows,
      columns: [
        column.month(words.columns.month, (row) => row.month),
        column.money(words.metrics.netSales, (row) => row.net),
        column.money(words.metrics.plan, (row) => row.plan),
        column.percent(words.metrics.attainment, (row) => (row.plan === null ? null : divide(row.net ?? 0, row.plan))),
        ...eventColumn<(typeof rows)[number]>(context, events),
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
                points: rows.map((row) => ({ month: row.month, value: row.plan })),
              },
            ]
          : []),
        {
          label: words.metrics.fact,
          color: "var(--accent)",
          points: rows.map((row) => ({ month: row.month, value: row.net })),
        },
      ],
      events,
      show: formats.moneyShort,
      axis: formats.short,
      incomplete: data.incomplete,
      fromZero: true,
    },
  );
}

function planBars(context: PageContext, data: Data, period: Period, dimension: Dimension): HTMLElement {
  const { words, formats } = context;
  const sales = groupBy(within(data.sales, period), (row) => row[dimension]);
  const plans = groupBy(within(data.plan, period), (row) => row[dimension]);
  const rows = [...new Set([...sales.keys(), ...[...plans.keys()].filter((name) => name !== "")])]
    .map((value) => ({
      value,
      name: dimensionName(context, data, dimension, value),
      net: sumOf(sales.get(value) ?? [], (row) => row.net_amount),
      attainment: attainmentOf(plans.get(value) ?? []),
    }))
    .sort((left, right) => right.net - left.net);
  const planned = rows.filter((row) => row.attainment !== undefined);
  const lowest = [...planned].sort((left, right) => (left.attainment?.rate ?? 0) - (right.attainment?.rate ?? 0))[0];
  const title = dimensionTitle(context, dimension);
  const first = rows[0];
  const total = sumOf(rows, (row) => row.net);
  const column = columnsFor<(typeof rows)[number]>(context);
  const toBar = (row: (typeof rows)[number]): Bar => ({
    label: row.name,
    action: filterBy(context, filterOf(dimension), row.value),
    value: row.net,
    mark: row.attainment?.plan ?? null,
    text:
      row.attainment === undefined
        ? formats.moneyShort(row.net)
        : `${formats.moneyShort(row.net)} · ${formats.percentWhole(row.attainment.rate)}`,
  });
  return barCard(
    context,
    {
      name: `sales-by-${filterOf(dimension)}`,
      title:
        lowest?.attainment !== undefined && planned.length > 1
          ? words.sales.lowest(lowest.name, formats.percentWhole(lowest.attainment.rate))
          : first === undefined
            ? title
            : words.sales.largest(first.name, formats.percentWhole(divide(first.net, total) ?? 0)),
      subtitle: planned.length > 0 ? words.sales.barsWithPlan(title) : words.sales.bars(title),
      rows,
      columns: [
        column.text(title, (row) => row.name),
        column.money(words.metrics.netSales, (row) => row.net),
        column.money(words.metrics.plan, (row) => row.attainment?.plan ?? null),
        column.percent(words.metrics.attainment, (row) => row.attainment?.rate ?? null),
      ],
    },
    toBar,
  );
}
