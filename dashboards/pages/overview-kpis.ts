import type { PageContext } from "../components/context.ts";
import type { Kpi } from "../components/kpi.ts";
import { within } from "../components/monthly.ts";
import { compareText, trendMonths } from "../components/page.ts";
import { type Coverage, type MonthRange, monthsOf, type Period } from "../components/period.ts";
import { divide, shareOf, sumOf } from "../figures.ts";
import { attainmentOf } from "../plan.ts";
import { complaintRate, type Data, dueWithin } from "./overview-data.ts";

/** Works out the eight figures directors read first. */
export function planKpis(context: PageContext, data: Data, period: Period, coverage: Coverage): readonly Kpi[] {
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
      term: "metrics.kpi_by_month.net_amount",
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
        (rows) => shareOf(rows, "margin_amount", "costed_amount"),
      ),
      name: words.metrics.marginRate,
      term: "metrics.sales_by_month.margin_amount",
      href: href("sales"),
      show: formats.percent,
      kind: "share",
      better: "more",
    },
    {
      ...of(kpi, (rows) => sumOf(rows, (row) => row.order_count)),
      name: words.metrics.orders,
      term: "metrics.kpi_by_month.order_count",
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
      term: "metrics.kpi_by_month.active_client_count",
      href: href("clients"),
      show: formats.integer,
      kind: "amount",
      better: "more",
    },
    {
      ...of(kpi, (rows) => sumOf(rows, (row) => row.new_client_count)),
      name: words.metrics.newClients,
      term: "metrics.kpi_by_month.new_client_count",
      href: href("clients"),
      show: formats.integer,
      kind: "amount",
      better: "more",
    },
    {
      ...of(delivery, (rows) => shareOf(rows, "on_time_count", "lines_due_count")),
      name: words.metrics.onTime,
      term: "metrics.otif_by_month.on_time_count",
      href: href("delivery"),
      show: formats.percent,
      kind: "share",
      better: "more",
      target: targetOf(context, shareOf(delivery(period), "on_time_count", "lines_due_count"), targets.onTimeRate),
    },
    {
      ...of(delivery, (rows) => shareOf(rows, "otif_count", "lines_due_count")),
      name: words.metrics.otif,
      term: "metrics.otif_by_month.otif_count",
      href: href("delivery"),
      show: formats.percent,
      kind: "share",
      better: "more",
      target: targetOf(context, shareOf(delivery(period), "otif_count", "lines_due_count"), targets.otifRate),
    },
    {
      ...of((range) => within(data.complaints, range), complaintRate),
      name: words.metrics.complaintsPer100,
      term: "metrics.complaint_rate_by_month.complaints_per_100_orders",
      href: href("complaints"),
      show: formats.ratio,
      kind: "rate",
      better: "less",
      note: words.kpi.targetAtMost(formats.ratio(targets.complaintsPer100Orders)),
    },
  ];
}

function targetOf(context: PageContext, value: number | null, target: number): Kpi["target"] {
  if (value === null) return undefined;
  const { words, formats } = context;
  return { value: target, progress: value / target, label: words.kpi.targetAtLeast(formats.percentWhole(target)) };
}
