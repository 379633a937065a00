import { barChart } from "../charts/bars.ts";
import { trendChart } from "../charts/trend.ts";
import { chartCard } from "../components/chart.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { element } from "../components/dom.ts";
import { filterBar, periodChoices, readPeriod } from "../components/filters.ts";
import { type Kpi, kpiCard } from "../components/kpi.ts";
import {
  columns,
  compareText,
  emptyPage,
  findCoverage,
  headline,
  kpiRow,
  periodText,
  trendMonths,
  valueName,
} from "../components/page.ts";
import { type Coverage, isWithin, type MonthRange, monthsOf, type Period } from "../components/period.ts";
import { readRows } from "../data.ts";
import { divide, groupBy, groupInOrder, ratioOf, sumOf } from "../figures.ts";
import { attainmentOf } from "../plan.ts";
import type { ComplaintRateRow, DeliveryRow, KpiRow, PlanRow, SalesRow } from "../rows.ts";

/** Rows of the overview: company-wide, so that the page stays light. */
type Sales = Omit<SalesRow, "manager_id">;
type Plan = Omit<PlanRow, "manager_id" | "direction">;
type Delivery = Omit<DeliveryRow, "region" | "manager_id" | "carrier" | "in_full_count" | "undelivered_count">;

interface Data {
  readonly kpi: readonly KpiRow[];
  readonly sales: readonly Sales[];
  readonly plan: readonly Plan[];
  readonly delivery: readonly Delivery[];
  readonly complaints: readonly ComplaintRateRow[];
}

/** Draws the executive overview: are we on plan, what moved, what needs attention. */
export async function render(context: PageContext): Promise<PageView> {
  const { files, snapshot } = context;
  const data: Data = {
    kpi: await readRows<KpiRow>(files.kpi),
    sales: await readRows<Sales>(files["overview-sales"]),
    plan: await readRows<Plan>(files["overview-plan"]),
    delivery: await readRows<Delivery>(files["overview-delivery"]),
    complaints: await readRows<ComplaintRateRow>(files["complaint-rate"]),
  };
  const coverage = findCoverage(data.kpi, snapshot.fiscalYearStartMonth);
  if (coverage === undefined) return { draw: () => emptyPage(context) };
  return {
    filters: filterBar(context, () => periodChoices(context, coverage)),
    draw: () => draw(context, data, coverage),
  };
}

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

const within = <Row extends { month: string }>(rows: readonly Row[], range: MonthRange | undefined) =>
  range === undefined ? [] : rows.filter((row) => isWithin(row.month, range));

const dueWithin = (rows: readonly Delivery[], range: MonthRange | undefined) =>
  range === undefined ? [] : rows.filter((row) => isWithin(row.due_month, range));

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
  return [`${parts.join(", ")}.`, ...tail].join(" ");
}

function planKpis(context: PageContext, data: Data, period: Period, coverage: Coverage): readonly Kpi[] {
  const { words, formats, snapshot, href } = context;
  const comparedWith = compareText(context, period);
  const trend = monthsOf(trendMonths(period, coverage));
  const { targets } = snapshot;
  const of = <Row>(
    select: (range: MonthRange | undefined) => readonly Row[],
    figure: (rows: readonly Row[]) => number | null,
  ) => ({
    value: figure(select(period)),
    before: period.compare === undefined ? undefined : figure(select(period.compare)),
    comparedWith,
    trend: trend.map((month) => figure(select({ from: month, to: month }))),
  });
  const kpi = (range: MonthRange | undefined) => within(data.kpi, range);
  const delivery = (range: MonthRange | undefined) => dueWithin(data.delivery, range);
  const attainment = attainmentOf(within(data.plan, period))?.rate ?? null;
  return [
    {
      ...of(kpi, (rows) => sumOf(rows, (row) => row.net_amount)),
      name: words.metrics.netSales,
      href: href("sales"),
      show: formats.moneyShort,
      kind: "amount",
      better: "more",
      target:
        attainment === null
          ? undefined
          : { value: 1, progress: attainment, label: words.kpi.ofPlan(formats.percentWhole(attainment)) },
    },
    {
      ...of(
        (range) => within(data.sales, range),
        (rows) =>
          ratioOf(
            rows,
            (row) => row.margin_amount,
            (row) => row.costed_amount,
          ),
      ),
      name: words.metrics.marginRate,
      href: href("sales"),
      show: formats.percent,
      kind: "share",
      better: "more",
    },
    {
      ...of(kpi, (rows) => sumOf(rows, (row) => row.order_count)),
      name: words.metrics.orders,
      href: href("sales"),
      show: formats.integer,
      kind: "amount",
      better: "more",
    },
    {
      ...of(kpi, (rows) =>
        divide(
          sumOf(rows, (row) => row.active_client_count),
          rows.length,
        ),
      ),
      name: words.metrics.activeClients,
      href: href("clients"),
      show: formats.integer,
      kind: "amount",
      better: "more",
    },
    {
      ...of(kpi, (rows) => sumOf(rows, (row) => row.new_client_count)),
      name: words.metrics.newClients,
      href: href("clients"),
      show: formats.integer,
      kind: "amount",
      better: "more",
    },
    {
      ...of(delivery, (rows) =>
        ratioOf(
          rows,
          (row) => row.on_time_count,
          (row) => row.lines_due_count,
        ),
      ),
      name: words.metrics.onTime,
      href: href("delivery"),
      show: formats.percent,
      kind: "share",
      better: "more",
      target: targetOf(
        context,
        ratioOf(
          delivery(period),
          (row) => row.on_time_count,
          (row) => row.lines_due_count,
        ),
        targets.onTimeRate,
      ),
    },
    {
      ...of(delivery, (rows) =>
        ratioOf(
          rows,
          (row) => row.otif_count,
          (row) => row.lines_due_count,
        ),
      ),
      name: words.metrics.otif,
      href: href("delivery"),
      show: formats.percent,
      kind: "share",
      better: "more",
      target: targetOf(
        context,
        ratioOf(
          delivery(period),
          (row) => row.otif_count,
          (row) => row.lines_due_count,
        ),
        targets.otifRate,
      ),
    },
    {
      ...of((range) => within(data.complaints, range), complaintRate),
      name: words.metrics.complaintsPer100,
      href: href("complaints"),
      show: formats.ratio,
      kind: "rate",
      better: "less",
      note: words.kpi.targetAtMost(formats.ratio(targets.complaintsPer100Orders)),
    },
  ];
}

function complaintRate(rows: readonly ComplaintRateRow[]): number | null {
  const share = ratioOf(
    rows,
    (row) => row.complaint_count,
    (row) => row.delivered_order_count,
  );
  return share === null ? null : share * 100;
}

function targetOf(context: PageContext, value: number | null, target: number): Kpi["target"] {
  if (value === null) return undefined;
  const { words, formats } = context;
  return { value: target, progress: value / target, label: words.kpi.targetAtLeast(formats.percentWhole(target)) };
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
  return chartCard(context, {
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
    ],
    draw: (width) =>
      trendChart(
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
          show: formats.moneyShort,
          axis: formats.short,
          month: formats.monthShort,
          incomplete: data.kpi.find((row) => !row.is_complete)?.month,
          fromZero: true,
        },
        width,
      ),
  });
}

interface Change {
  readonly name: string;
  readonly now: number;
  readonly before: number;
  readonly change: number;
}

/** What each value of a dimension added to the change of net sales, largest gain first. The parts sum to the whole. */
function changes(sales: readonly Sales[], period: Period, key: (row: Sales) => string): readonly Change[] {
  if (period.compare === undefined) return [];
  const now = groupBy(within(sales, period), key);
  const before = groupBy(within(sales, period.compare), key);
  return [...new Set([...now.keys(), ...before.keys()])]
    .map((name) => {
      const current = sumOf(now.get(name) ?? [], (row) => row.net_amount);
      const earlier = sumOf(before.get(name) ?? [], (row) => row.net_amount);
      return { name, now: current, before: earlier, change: current - earlier };
    })
    .sort((left, right) => right.change - left.change);
}

function changeBy(
  context: PageContext,
  data: Data,
  period: Period,
  key: (row: Sales) => string,
  dimension: "region" | "direction",
): HTMLElement {
  const { words, formats } = context;
  const rows = changes(data.sales, period, key);
  const total = sumOf(rows, (row) => row.change);
  const best = rows[0];
  const worst = rows.at(-1);
  const title =
    best === undefined || worst === undefined
      ? words.overview.changeNone
      : words.overview.changeTitle(
          formats.moneyChange(total),
          total >= 0 ? valueName(words, best.name) : valueName(words, worst.name),
          formats.moneyChange(total >= 0 ? best.change : worst.change),
        );
  return chartCard(context, {
    name: `change-by-${dimension}`,
    title,
    subtitle: words.overview.changeSubtitle(words.dimensions[dimension]),
    rows,
    columns: [
      { title: words.dimensions[dimension], value: (row) => row.name, show: (row) => valueName(words, row.name) },
      { title: words.columns.now, value: (row) => row.now, show: (row) => formats.money(row.now), isNumber: true },
      {
        title: words.columns.before,
        value: (row) => row.before,
        show: (row) => formats.money(row.before),
        isNumber: true,
      },
      {
        title: words.columns.change,
        value: (row) => row.change,
        show: (row) => formats.money(row.change),
        isNumber: true,
      },
    ],
    draw: (width) =>
      barChart(
        rows.map((row) => ({
          label: valueName(words, row.name),
          value: row.change,
          text: formats.moneyChange(row.change),
          color: row.change < 0 ? "var(--down)" : "var(--up)",
        })),
        width,
      ),
  });
}

function deliveryTrend(context: PageContext, data: Data, period: Period): HTMLElement {
  const { words, formats, snapshot } = context;
  const rows = groupInOrder(data.delivery, (row) => row.due_month).map(([month, lines]) => ({
    month,
    due: sumOf(lines, (row) => row.lines_due_count),
    onTime: ratioOf(
      lines,
      (row) => row.on_time_count,
      (row) => row.lines_due_count,
    ),
    otif: ratioOf(
      lines,
      (row) => row.otif_count,
      (row) => row.lines_due_count,
    ),
  }));
  const value = ratioOf(
    dueWithin(data.delivery, period),
    (row) => row.on_time_count,
    (row) => row.lines_due_count,
  );
  const { onTimeRate } = snapshot.targets;
  return chartCard(context, {
    name: "delivery",
    title:
      value === null
        ? words.metrics.onTime
        : words.delivery.title(formats.percent(value), formats.percentWhole(onTimeRate), value >= onTimeRate),
    subtitle: words.delivery.subtitle,
    rows,
    columns: [
      { title: words.columns.month, value: (row) => row.month, show: (row) => formats.month(row.month) },
      {
        title: words.columns.linesDue,
        value: (row) => row.due,
        show: (row) => formats.integer(row.due),
        isNumber: true,
      },
      {
        title: words.metrics.onTime,
        value: (row) => row.onTime,
        show: (row) => (row.onTime === null ? "—" : formats.percent(row.onTime)),
        isNumber: true,
      },
      {
        title: words.metrics.otif,
        value: (row) => row.otif,
        show: (row) => (row.otif === null ? "—" : formats.percent(row.otif)),
        isNumber: true,
      },
    ],
    draw: (width) =>
      trendChart(
        {
          series: [
            {
              label: words.metrics.onTimeShort,
              color: "var(--accent)",
              points: rows.map((row) => ({ month: row.month, value: row.onTime })),
            },
            {
              label: words.metrics.otifShort,
              color: "var(--category-2)",
              isDashed: true,
              points: rows.map((row) => ({ month: row.month, value: row.otif })),
            },
          ],
          show: formats.percent,
          axis: formats.percentWhole,
          month: formats.monthShort,
          target: { value: onTimeRate, label: words.kpi.target },
          incomplete: data.kpi.find((row) => !row.is_complete)?.month,
          fromZero: false,
        },
        width,
      ),
  });
}

function complaintTrend(context: PageContext, data: Data, period: Period): HTMLElement {
  const { words, formats, snapshot } = context;
  const value = complaintRate(within(data.complaints, period));
  const target = snapshot.targets.complaintsPer100Orders;
  return chartCard(context, {
    name: "complaint-rate",
    title:
      value === null
        ? words.metrics.complaintsPer100
        : words.complaints.rateTitle(formats.ratio(value), formats.ratio(target), value <= target),
    subtitle: words.complaints.rateSubtitle,
    rows: data.complaints,
    columns: [
      { title: words.columns.month, value: (row) => row.month, show: (row) => formats.month(row.month) },
      {
        title: words.columns.complaints,
        value: (row) => row.complaint_count,
        show: (row) => formats.integer(row.complaint_count),
        isNumber: true,
      },
      {
        title: words.columns.deliveredOrders,
        value: (row) => row.delivered_order_count,
        show: (row) => formats.integer(row.delivered_order_count),
        isNumber: true,
      },
      {
        title: words.metrics.complaintsPer100,
        value: (row) => row.complaints_per_100_orders,
        show: (row) => (row.complaints_per_100_orders === null ? "—" : formats.ratio(row.complaints_per_100_orders)),
        isNumber: true,
      },
    ],
    draw: (width) =>
      trendChart(
        {
          series: [
            {
              label: words.metrics.fact,
              color: "var(--accent)",
              points: data.complaints.map((row) => ({ month: row.month, value: row.complaints_per_100_orders })),
            },
          ],
          show: formats.ratio,
          axis: formats.decimal,
          month: formats.monthShort,
          target: { value: target, label: words.kpi.target },
          incomplete: data.complaints.find((row) => !row.is_complete)?.month,
          fromZero: true,
        },
        width,
      ),
  });
}

interface Notice {
  readonly kind: "bad" | "warn" | "good";
  readonly text: string;
  readonly href: string;
}

/** Lists what is off target, worst first, each with the page that explains it. */
function attention(context: PageContext, data: Data, period: Period): HTMLElement {
  const { words } = context;
  const found = [
    ...planNotices(context, data, period),
    ...serviceNotices(context, data, period),
    ...checkNotices(context),
  ];
  const notices: readonly Notice[] =
    found.length > 0 ? found : [{ kind: "good", text: words.attention.none, href: context.href("quality") }];
  return element(
    "section",
    { class: "card" },
    element("h2", {}, words.attention.title),
    element("p", { class: "chart-subtitle" }, words.attention.subtitle),
    element(
      "ul",
      { class: "attention" },
      ...notices.map((notice) =>
        element("li", { "data-kind": notice.kind }, element("a", { href: notice.href }, notice.text)),
      ),
    ),
  );
}

const noticesPerKind = 3;

function planNotices(context: PageContext, data: Data, period: Period): readonly Notice[] {
  const { words, formats, href, snapshot } = context;
  return [...groupBy(within(data.plan, period), (row) => row.region)]
    .map(([region, rows]) => ({
      region,
      gap: attainmentOf(rows)?.gap ?? 0,
      attainment: attainmentOf(rows)?.rate ?? null,
    }))
    .filter((row) => row.attainment !== null && row.attainment < snapshot.targets.planAttainment)
    .sort((left, right) => left.gap - right.gap)
    .slice(0, noticesPerKind)
    .map((row) => ({
      kind: "bad",
      text: words.attention.plan(
        valueName(words, row.region),
        formats.percentWhole(row.attainment ?? 0),
        formats.moneyShort(-row.gap),
      ),
      href: withFilter(href("sales"), "region", row.region),
    }));
}

function serviceNotices(context: PageContext, data: Data, period: Period): readonly Notice[] {
  const { words, formats, href, snapshot } = context;
  const { targets } = snapshot;
  const notices: Notice[] = [];
  const lines = dueWithin(data.delivery, period);
  const onTime = ratioOf(
    lines,
    (row) => row.on_time_count,
    (row) => row.lines_due_count,
  );
  if (onTime !== null && onTime < targets.onTimeRate)
    notices.push({
      kind: "bad",
      text: words.attention.onTime(formats.percent(onTime), formats.percentWhole(targets.onTimeRate)),
      href: href("delivery"),
    });
  const rate = complaintRate(within(data.complaints, period));
  if (rate !== null && rate > targets.complaintsPer100Orders)
    notices.push({
      kind: "bad",
      text: words.attention.complaints(formats.ratio(rate), formats.ratio(targets.complaintsPer100Orders)),
      href: href("complaints"),
    });
  return notices;
}

function checkNotices(context: PageContext): readonly Notice[] {
  const { words, href, snapshot } = context;
  return snapshot.checks
    .filter((check) => check.rows > 0)
    .slice(0, noticesPerKind)
    .map((check) => ({
      kind: "warn",
      text: words.attention.check(check.name, check.rows, context.formats),
      href: href("quality"),
    }));
}

function withFilter(href: string, name: string, value: string): string {
  const [path = "", query = ""] = href.split("?");
  const parameters = new URLSearchParams(query);
  parameters.set(name, value);
  return `${path}?${parameters}`;
}
