import { trendCard } from "../components/cards.ts";
import { listHref } from "../components/choose.ts";
import { readClientNames } from "../components/clients.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { choiceOf, filterBar, managerChoice } from "../components/filters.ts";
import { kpiCard } from "../components/kpi.ts";
import { figureOver, managerName, readMonthly, within } from "../components/monthly.ts";
import { nameOf, valueName } from "../components/names.ts";
import { columns, emptyPage, headline, kpiRow, periodText, stack } from "../components/page.ts";
import type { Coverage, Period } from "../components/period.ts";
import { periodChoices, readPeriod } from "../components/period-choices.ts";
import { dataTable } from "../components/table.ts";
import { unfiltered } from "../components/unfiltered.ts";
import { readRows } from "../data.ts";
import { groupBy, groupInOrder, ratioOf, sumOf } from "../figures.ts";
import {
  type DurationRow,
  metShare,
  type OpenComplaintRow,
  type PromisesData,
  type RateRow,
  type ReasonRow,
  type ReturnRow,
  type SlaRow,
} from "./promises-data.ts";
import { lineReasonCard, lineReturnCards, readLineReturns } from "./promises-lines.ts";
import { reasonBars, returnRate, returnTrend } from "./promises-returns.ts";

/** Draws whether complaints are answered and solved in the time promised, and what comes back. */
export async function render(context: PageContext): Promise<PageView> {
  const { files } = context;
  const { coverage, managers } = await readMonthly(context);
  const data: PromisesData = {
    sla: await readRows<SlaRow>(files.sla),
    durations: await readRows<DurationRow>(files["complaint-durations"]),
    rates: await readRows<RateRow>(files["complaint-rates"]),
    open: await readRows<OpenComplaintRow>(files["open-complaints"]),
    returns: await readRows<ReturnRow>(files.returns),
    reasons: await readRows<ReasonRow>(files["return-reasons"]),
    managers,
    clients: await readClientNames(files["promises-clients"]),
    lines: await readLineReturns(context),
  };
  if (coverage === undefined || data.sla.length + data.returns.length === 0) return { draw: () => emptyPage(context) };
  const choices = () => [
    ...periodChoices(context, coverage),
    choiceOf(
      context,
      "type",
      context.words.dimensions.type,
      data.sla.map((row) => row.complaint_type),
      (value) => typeName(context, value),
    ),
    managerChoice(context, data.sla, (id) => managerName(context, managers, id)),
  ];
  return { filters: filterBar(context, choices), draw: () => draw(context, data, coverage) };
}

function draw(context: PageContext, all: PromisesData, coverage: Coverage): readonly Node[] {
  const { state } = context;
  const period = readPeriod(context, coverage);
  const isChosen = (row: { readonly complaint_type: string; readonly manager_id: string }) =>
    ["", row.complaint_type].includes(state.get("type")) && ["", row.manager_id].includes(state.get("manager"));
  const data = { ...all, sla: all.sla.filter(isChosen), open: all.open.filter(isChosen) };
  const ofAll = (card: HTMLElement) => unfiltered(context, ["type", "manager"], card);
  return [
    headline(context, summarize(context, data, period), periodText(context, period)),
    kpis(context, data, period, coverage),
    columns(slaTrend(context, data), ofAll(returnTrend(context, all, period))),
    columns(
      ofAll(rateTable(context, all, period)),
      ofAll(stack(reasonBars(context, all, period), lineReasonCard(context, all.lines))),
    ),
    ...lineReturnCards(context, all.lines, all.managers),
    openTable(context, data),
  ];
}

function typeName({ words }: PageContext, type: string): string {
  return nameOf(words.complaintTypes, valueName(words, type));
}

function summarize(context: PageContext, data: PromisesData, period: Period): string {
  const { words, formats } = context;
  const rows = within(data.sla, period);
  const [answered, solved] = [metShare(rows, "first_response"), metShare(rows, "resolution")];
  if (answered === null) return words.promises.none;
  const breached = data.open.filter((row) => row.resolution_state === "breached").length;
  return words.promises.headline(
    formats.percentWhole(answered),
    formats.percentWhole(solved ?? 0),
    data.open.length,
    breached,
    formats,
  );
}

function kpis(context: PageContext, data: PromisesData, period: Period, coverage: Coverage): HTMLElement {
  const { words, formats, state } = context;
  const over = (step: DurationRow["step"]) =>
    figureOver(context, period, coverage, (range) => metShare(within(data.sla, range), step));
  const hours = (step: DurationRow["step"]) => {
    const [type, manager] = [state.get("type"), state.get("manager")];
    if (type !== "" && manager !== "") return undefined;
    const [dimension, entity] = type !== "" ? ["type", type] : manager !== "" ? ["manager", manager] : ["all", "all"];
    const row = data.durations.find(
      (each) => each.step === step && each.dimension === dimension && each.entity_id === entity,
    );
    return row?.hours_p50 == null || row.hours_p90 === null
      ? undefined
      : words.promises.hours(formats.decimal(row.hours_p50), formats.decimal(row.hours_p90));
  };
  return kpiRow(
    kpiCard(context, {
      ...over("first_response"),
      name: words.promises.answered,
      term: "metrics.sla_by_month.first_response_met_share",
      show: formats.percent,
      kind: "share",
      better: "more",
      note: hours("first_response"),
    }),
    kpiCard(context, {
      ...over("resolution"),
      name: words.promises.solved,
      term: "metrics.sla_by_month.resolution_met_share",
      show: formats.percent,
      kind: "share",
      better: "more",
      note: hours("resolution"),
    }),
    kpiCard(context, {
      name: words.promises.openLate,
      href: listHref("open-complaints"),
      term: "metrics.complaint_times.resolution_state",
      value: data.open.filter((row) => row.resolution_state === "breached").length,
      trend: [],
      show: formats.integer,
      kind: "amount",
      better: "less",
      note: words.promises.ofOpen(data.open.length, formats),
    }),
    unfiltered(
      context,
      ["type", "manager"],
      kpiCard(context, {
        ...figureOver(context, period, coverage, (range) => returnRate(within(data.returns, range))),
        name: words.promises.returnRate,
        term: "metrics.return_rate_by_month.return_rate_amount",
        show: formats.percent,
        kind: "share",
        better: "less",
        note: within(data.returns, period).some((row) => !row.is_mature) ? words.promises.immature : undefined,
      }),
    ),
  );
}

function slaTrend(context: PageContext, data: PromisesData): HTMLElement {
  const { words, formats } = context;
  const rows = groupInOrder(data.sla, (row) => row.month).map(([month, list]) => ({
    month,
    count: sumOf(list, (row) => row.complaint_count),
    answered: metShare(list, "first_response"),
    solved: metShare(list, "resolution"),
    pending: sumOf(list, (row) => row.resolution_pending_count),
  }));
  const column = columnsFor<(typeof rows)[number]>(context);
  const last = rows.filter((row) => row.solved !== null).at(-1);
  return trendCard(
    context,
    {
      name: "sla-by-month",
      title:
        last === undefined
          ? words.promises.solved
          : words.promises.slaTitle(formats.month(last.month), formats.percentWhole(last.solved ?? 0)),
      subtitle: words.promises.slaSubtitle,
      rows,
      columns: [
        column.month(words.columns.month, (row) => row.month),
        column.count(words.columns.complaints, (row) => row.count),
        column.percent(words.promises.answered, (row) => row.answered),
        column.percent(words.promises.solved, (row) => row.solved),
        column.count(words.promises.pending, (row) => row.pending),
      ],
    },
    {
      series: [
        {
          label: words.promises.answeredShort,
          color: "var(--accent)",
          points: rows.map((row) => ({ month: row.month, value: row.answered })),
        },
        {
          label: words.promises.solvedShort,
          color: "var(--category-2)",
          points: rows.map((row) => ({ month: row.month, value: row.solved })),
        },
      ],
      show: formats.percent,
      axis: formats.percentWhole,
      fromZero: true,
    },
  );
}

function rateTable(context: PageContext, data: PromisesData, period: Period): HTMLElement {
  const { words } = context;
  const rows = [
    ...groupBy(within(data.rates, period), (row) => JSON.stringify([row.dimension, row.entity_id])).values(),
  ]
    .map((list) => ({
      kind: list[0]?.dimension === "type" ? words.dimensions.type : words.dimensions.manager,
      name:
        list[0]?.dimension === "type"
          ? typeName(context, list[0].entity_id)
          : managerName(context, data.managers, list[0]?.entity_id ?? ""),
      complaints: sumOf(list, (row) => row.complaint_count),
      orders: sumOf(list, (row) => row.delivered_order_count),
      rate: ratioOf(
        list,
        (row) => row.complaint_count * 100,
        (row) => row.delivered_order_count,
      ),
    }))
    .filter((row) => row.complaints > 0)
    .sort((left, right) => (right.rate ?? 0) - (left.rate ?? 0));
  const column = columnsFor<(typeof rows)[number]>(context);
  return dataTable(context, {
    name: "complaint-rates",
    title: words.promises.rates,
    subtitle: words.promises.ratesSubtitle,
    rows,
    columns: [
      column.text(words.promises.by, (row) => row.kind),
      column.text(words.promises.name, (row) => row.name),
      column.count(words.columns.complaints, (row) => row.complaints),
      column.count(words.columns.deliveredOrders, (row) => row.orders),
      column.ratio(words.metrics.complaintsPer100, (row) => row.rate),
    ],
  });
}

function openTable(context: PageContext, data: PromisesData): HTMLElement {
  const { words } = context;
  const column = columnsFor<OpenComplaintRow>(context);
  return dataTable(context, {
    name: "open-complaints",
    title: words.promises.open,
    subtitle: words.promises.openSubtitle,
    rows: data.open,
    columns: [
      column.text(words.promises.complaint, (row) => row.complaint_id),
      column.client(
        (row) => row.client_id,
        (row) => nameOf(data.clients, row.client_id ?? ""),
      ),
      column.text(words.dimensions.type, (row) => typeName(context, row.complaint_type)),
      column.text(words.dimensions.manager, (row) => managerName(context, data.managers, row.manager_id)),
      column.day(words.promises.received, (row) => row.opened_at.slice(0, 10)),
      column.state(
        words.promises.answer,
        (row) => (row.is_answered ? words.promises.yes : (words.promises.states[row.first_response_state] ?? "")),
        (row) => (row.is_answered ? "good" : row.first_response_state === "breached" ? "bad" : "none"),
      ),
      column.decimal(words.promises.hoursSoFar, (row) => row.resolution_hours),
      column.decimal(words.promises.target, (row) => row.resolution_target_hours),
      column.state(
        words.columns.state,
        (row) => words.promises.states[row.resolution_state] ?? "",
        (row) => (row.resolution_state === "breached" ? "bad" : "none"),
      ),
    ],
  });
}
