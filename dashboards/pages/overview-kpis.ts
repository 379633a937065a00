import { changeLimits, type Estimate } from "../change-limits.ts";
import { againstPlan, withoutPlan } from "../components/against-plan.ts";
import type { PageContext } from "../components/context.ts";
import { endForecast, forecastOf } from "../components/end-forecast.ts";
import type { Kpi } from "../components/kpi.ts";
import { figureOver, within } from "../components/monthly.ts";
import { waveName } from "../components/names.ts";
import { rangeText } from "../components/page.ts";
import type { Coverage, Period, Range } from "../components/period.ts";
import { divide, shareOf, sumOf } from "../figures.ts";
import { attainmentOf } from "../plan.ts";
import { complaintRate, type Data, dueWithin, type View, type Wave } from "./overview-data.ts";

/** Figures of a range of months or days, and of each recent one. */
type Figures = <Row>(
  select: (range: Range | undefined) => readonly Row[],
  figure: (rows: readonly Row[]) => number | null,
) => Pick<Kpi, "value" | "before" | "comparedWith" | "trend">;

/** What the cards are worked out from: `period` and `of` are of months where figures are known by month only. */
interface Board {
  readonly context: PageContext;
  readonly data: Data;
  readonly view: View;
  readonly period: Period;
  readonly coverage: Coverage;
  readonly of: Figures;
}

/**
 * Works out the eight figures directors read first. Where nothing is known of one, its place is that of a neighbour. In a
 * period of days, those known by month only say which month they are of.
 */
export function planKpis(
  context: PageContext,
  data: Data,
  { view, period, months }: { readonly view: View; readonly period: Period; readonly months: Period },
  coverage: Coverage,
): readonly Kpi[] {
  const boardOf = (shown: Period): Board => ({
    context,
    data,
    view,
    period: shown,
    coverage,
    of: (select, figure) => figureOver(context, shown, coverage, (range) => figure(select(range))),
  });
  const [board, monthly] = [boardOf(period), boardOf(months)];
  const inMonths = (kpi: Kpi): Kpi => (period.unit === "day" ? nameMonth(context, kpi, months) : kpi);
  return [
    ...salesKpis(board),
    inMonths(activeClients(monthly)),
    inMonths(data.movement.length > 0 ? lostClients(monthly) : newClients(monthly)),
    inFull(board),
    data.receivables.length > 0 ? inMonths(overdue(monthly)) : onTime(board),
    inMonths(recommendation(monthly) ?? complaints(monthly)),
  ].map((kpi, index) => (index === 0 ? kpi : { ...kpi, ...withoutPlan(context, period) }));
}

/** Says which month a figure is of. */
function nameMonth(context: PageContext, kpi: Kpi, months: Period): Kpi {
  const month = rangeText(context, months, "month");
  return { ...kpi, note: kpi.note === undefined ? month : `${month} · ${kpi.note}` };
}

function salesKpis({ context, data, view, period, coverage, of }: Board): readonly Kpi[] {
  const { words, formats, href } = context;
  const kpi = (range: Range | undefined) => within(view.kpi, range);
  const attainment = attainmentOf(within(view.plan, period));
  const volume = (row: View["kpi"][number]) => (row.average_order_amount ?? 0) * row.order_count;
  const average = divide(
    sumOf(kpi(period), volume),
    sumOf(kpi(period), (row) => row.order_count),
  );
  const net = of(kpi, (rows) => sumOf(rows, (row) => row.net_amount));
  const ofPlan = period.unit === "day" ? words.kpi.ofPlanToDate : words.kpi.ofPlan;
  const whole = forecastOf(data.forecast, { region: "", manager_id: "", direction: "" });
  return [
    {
      ...net,
      name: words.metrics.netSales,
      term: "metrics.kpi_by_month.net_amount",
      href: href("sales"),
      show: formats.moneyShort,
      kind: "amount",
      better: "more",
      target:
        attainment === undefined
          ? undefined
          : { value: 1, progress: attainment.rate, label: ofPlan(formats.percentWhole(attainment.rate)) },
      note: endForecast(context, whole, period, coverage, net.value ?? 0),
      ...againstPlan(context, period, attainment),
    },
    {
      ...of(
        (range) => within(view.margins, range),
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
      ...(average === null ? {} : { note: words.overview.averageOrder(formats.moneyShort(average)) }),
    },
  ];
}

function activeClients({ context, data, of }: Board): Kpi {
  const { words, formats, href } = context;
  return {
    ...of(
      (range) => within(data.kpi, range),
      (rows) =>
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
  };
}

/**
 * Clients whose silence grew longer than the settings allow, beside those who came and returned. Before the first of them,
 * history was too short for anybody to be silent so long: such months are no ground for a comparison.
 */
function lostClients({ context, data, period, of }: Board): Kpi {
  const { words, formats, href } = context;
  const rows = within(data.movement, period);
  const first = data.movement.find((row) => row.lost_count > 0)?.month ?? "";
  const told = data.movement.filter(({ month }) => month >= first);
  const figures = of(
    (range) => within(told, range),
    (list) => (list.length === 0 ? null : sumOf(list, (row) => row.lost_count)),
  );
  return {
    ...figures,
    ...(period.compare !== undefined && period.compare.from < first ? { before: null } : {}),
    name: words.metrics.lostClients,
    term: "metrics.client_movement_by_month.lost_count",
    href: href("retention"),
    show: formats.integer,
    kind: "amount",
    better: "less",
    note: words.overview.gained(
      formats.integer(sumOf(rows, (row) => row.new_count)),
      formats.integer(sumOf(rows, (row) => row.won_back_count)),
    ),
  };
}

function newClients({ context, data, of }: Board): Kpi {
  const { words, formats, href } = context;
  return {
    ...of(
      (range) => within(data.kpi, range),
      (rows) => sumOf(rows, (row) => row.new_client_count),
    ),
    name: words.metrics.newClients,
    term: "metrics.kpi_by_month.new_client_count",
    href: href("clients"),
    show: formats.integer,
    kind: "amount",
    better: "more",
  };
}

function inFull(board: Board): Kpi {
  const { metrics } = board.context.words;
  const { otifRate } = board.context.snapshot.targets;
  return deliveryKpi(board, "otif_count", { name: metrics.otif, target: otifRate });
}

function onTime(board: Board): Kpi {
  const { metrics } = board.context.words;
  const { onTimeRate } = board.context.snapshot.targets;
  return deliveryKpi(board, "on_time_count", { name: metrics.onTime, target: onTimeRate });
}

function deliveryKpi(
  { context, view, period, of }: Board,
  count: "on_time_count" | "otif_count",
  { name, target }: { readonly name: string; readonly target: number },
): Kpi {
  const { formats, href } = context;
  const due = (range: Range | undefined) => dueWithin(view.delivery, range);
  return {
    ...of(due, (rows) => shareOf(rows, count, "lines_due_count")),
    name,
    term: `metrics.otif_by_month.${count}`,
    href: href("delivery"),
    show: formats.percent,
    kind: "share",
    better: "more",
    target: targetOf(context, shareOf(due(period), count, "lines_due_count"), target),
  };
}

/** What is past due at the end of a range of months. */
function overdue({ context, data, period, of }: Board): Kpi {
  const { words, formats, href } = context;
  const atEnd = (range: Range | undefined) => data.receivables.filter(({ month }) => month === range?.to);
  const [now] = atEnd(period);
  // Payments nobody allocated may leave less in all than is past due.
  const hasShare = now !== undefined && now.overdue_amount <= now.balance_amount;
  const share = hasShare ? divide(now.overdue_amount, now.balance_amount) : null;
  return {
    ...of(atEnd, ([row]) => row?.overdue_amount ?? null),
    name: words.metrics.overdue,
    term: "metrics.receivables_by_month.overdue_amount",
    href: href("payments"),
    show: formats.moneyShort,
    kind: "amount",
    better: "less",
    ...(share === null ? {} : { note: words.overview.ofReceivables(formats.percent(share)) }),
  };
}

/** The newest wave that was asked by the end of a range of months, and enough answered. */
function recommendation({ context, data, period, of }: Board): Kpi | undefined {
  const { words, formats, href } = context;
  const questions = data.waves.map(({ question }) => question);
  const question = questions.includes("nps") ? "nps" : questions[0];
  const waves = data.waves.filter((row) => row.question === question && row.quality_flag === "ok");
  const known = (range: Range | undefined) =>
    range === undefined
      ? []
      : waves.filter((row) => row.first_asked_date !== null && isAsked(row.first_asked_date, range));
  const now = known(period).at(-1);
  if (now === undefined) return undefined;
  const earlier = known(period.compare).at(-1);
  // Two periods may hold the same newest wave: it is no change against itself.
  const before = earlier?.wave === now.wave ? undefined : earlier;
  const whole = (value: number | null) => formats.integer(Math.round(value ?? 0));
  return {
    ...of(known, (rows) => rows.at(-1)?.nps ?? null),
    before: before?.nps ?? null,
    ...(earlier === undefined ? {} : { comparedWith: before && waveName(context, before.wave) }),
    name: words.satisfaction.nps,
    term: "metrics.satisfaction_by_wave.nps",
    href: href("satisfaction"),
    show: whole,
    kind: "rate",
    better: "more",
    changeLimits: before && changeLimits(estimate(now), estimate(before)),
    note: words.overview.wave(
      waveName(context, now.wave),
      words.satisfaction.interval(whole(now.nps_lower), whole(now.nps_upper)),
    ),
  };
}

function estimate({ nps, nps_lower, nps_upper }: Wave): Estimate {
  return { value: nps, lower: nps_lower ?? nps, upper: nps_upper ?? nps };
}

function isAsked(day: string, { to }: Range): boolean {
  return day.slice(0, 7) <= to.slice(0, 7);
}

function complaints({ context, data, of }: Board): Kpi {
  const { words, formats, href, snapshot } = context;
  return {
    ...of((range) => within(data.complaints, range), complaintRate),
    name: words.metrics.complaintsPer100,
    term: "metrics.complaint_rate_by_month.complaints_per_100_orders",
    href: href("complaints"),
    show: formats.ratio,
    kind: "rate",
    better: "less",
    note: words.kpi.targetAtMost(formats.ratio(snapshot.targets.complaintsPer100Orders)),
  };
}

function targetOf(context: PageContext, value: number | null, target: number): Kpi["target"] {
  if (value === null) return undefined;
  const { words, formats } = context;
  return { value: target, progress: value / target, label: words.kpi.targetAtLeast(formats.percentWhole(target)) };
}
