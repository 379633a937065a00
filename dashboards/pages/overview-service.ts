import { trendCard } from "../components/cards.ts";
import type { PageContext } from "../components/context.ts";
import { within } from "../components/monthly.ts";
import type { Period } from "../components/period.ts";
import { groupInOrder, shareOf, sumOf } from "../figures.ts";
import { complaintRate, type Data, dueWithin } from "./overview-data.ts";

/** Draws delivery against its target. */
export function deliveryTrend(context: PageContext, data: Data, period: Period): HTMLElement {
  const { words, formats, snapshot } = context;
  const rows = groupInOrder(data.delivery, (row) => row.due_month).map(([month, lines]) => ({
    month,
    due: sumOf(lines, (row) => row.lines_due_count),
    onTime: shareOf(lines, "on_time_count", "lines_due_count"),
    otif: shareOf(lines, "otif_count", "lines_due_count"),
  }));
  const value = shareOf(dueWithin(data.delivery, period), "on_time_count", "lines_due_count");
  const { onTimeRate } = snapshot.targets;
  return trendCard(
    context,
    {
      name: "delivery",
      title:
        value === null
          ? words.metrics.onTime
          : words.delivery.title(formats.percent(value), formats.percentWhole(onTimeRate), value >= onTimeRate),
      subtitle: words.charts.notFromZero(words.delivery.subtitle),
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
    },
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
      target: { value: onTimeRate, label: words.kpi.target },
      incomplete: data.kpi.find((row) => !row.is_complete)?.month,
      fromZero: false,
    },
  );
}

/** Draws complaints against their target. */
export function complaintTrend(context: PageContext, data: Data, period: Period): HTMLElement {
  const { words, formats, snapshot } = context;
  const value = complaintRate(within(data.complaints, period));
  const target = snapshot.targets.complaintsPer100Orders;
  return trendCard(
    context,
    {
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
    },
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
      target: { value: target, label: words.kpi.target },
      incomplete: data.complaints.find((row) => !row.is_complete)?.month,
      fromZero: true,
    },
  );
}
