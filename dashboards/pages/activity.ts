import { barCard, trendCard } from "../components/cards.ts";
import { filterBy } from "../components/choose.ts";
import { readClientNames } from "../components/clients.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { filterBar, managerChoice } from "../components/filters.ts";
import { kpiCard } from "../components/kpi.ts";
import { type LongList, readLongList } from "../components/long-list.ts";
import { figureOver, type Monthly, managerName, readMonthly, within } from "../components/monthly.ts";
import { nameOf } from "../components/names.ts";
import { columns, emptyChoice, emptyPage, headline, kpiRow, periodText } from "../components/page.ts";
import type { Coverage, MonthRange, Period } from "../components/period.ts";
import { periodChoices, readPeriod } from "../components/period-choices.ts";
import { dataTable } from "../components/table.ts";
import { readRows } from "../data.ts";
import { divide, filterRows, groupBy, groupInOrder, ratioOf, sumOf } from "../figures.ts";
import { contractLists, isOfContract } from "./activity-contracts.ts";
import {
  type ContactCountRow,
  type ContactRow,
  callTable,
  type EventRow,
  eventTable,
  type OptedOutRow,
} from "./activity-lists.ts";
import { todoLists } from "./activity-todo.ts";

interface ActivityRow {
  readonly month: string;
  readonly manager_id: string;
  readonly contact_count: number;
  readonly call_count: number;
  readonly meeting_count: number;
  readonly visit_count: number;
  readonly message_count: number;
  readonly outgoing_count: number;
  readonly contacted_client_count: number;
  readonly assigned_client_count: number;
  readonly covered_client_count: number;
  readonly planned_count: number;
  readonly missed_count: number;
  readonly working_day_count: number;
  readonly gap_day_count: number;
  readonly portfolio_net_amount: number;
}

interface Data {
  readonly activity: readonly ActivityRow[];
  readonly waiting: readonly ContactCountRow[];
  readonly contacts: LongList<ContactRow>;
  readonly events: readonly EventRow[];
  readonly optedOut: readonly OptedOutRow[];
  readonly managers: Monthly["managers"];
  readonly incomplete: string | undefined;
  readonly clients: Readonly<Record<string, string>>;
}

/** Draws managers' activity: who talks with clients, whom nobody talks with, and what is to be done. */
export async function render(context: PageContext): Promise<PageView> {
  const { files } = context;
  const { coverage, managers, incomplete } = await readMonthly(context);
  const data: Data = {
    activity: await readRows<ActivityRow>(files.activity),
    waiting: await readRows<ContactCountRow>(files["contact-counts"]),
    contacts: await readLongList(context, ["contacts-due", "contact-clients"], () => readContacts(context)),
    events: await readRows<EventRow>(files["calendar-events"]),
    optedOut: await readRows<OptedOutRow>(files["opted-out"]),
    managers,
    incomplete,
    clients: await readClientNames(files["calendar-clients"]),
  };
  if (coverage === undefined || data.activity.length === 0) return { draw: () => emptyPage(context) };
  const choices = () => [
    ...periodChoices(context, coverage),
    managerChoice(context, data.activity, (id) => managerName(context, managers, id)),
  ];
  return { filters: filterBar(context, choices), draw: () => draw(context, data, coverage) };
}

async function readContacts({ files }: PageContext): Promise<readonly ContactRow[]> {
  const names = await readClientNames(files["contact-clients"]);
  const contacts = await readRows<Omit<ContactRow, "client">>(files["contacts-due"]);
  return contacts.map((row) => ({ ...row, client: nameOf(names, row.client_id) }));
}

function draw(context: PageContext, all: Data, coverage: Coverage): readonly Node[] {
  const manager = { manager_id: context.state.get("manager") };
  const data = {
    ...all,
    activity: filterRows(all.activity, manager),
    waiting: filterRows(all.waiting, manager),
    events: filterRows(all.events, manager),
    optedOut: filterRows(all.optedOut, manager),
  };
  if (data.activity.length === 0) return emptyChoice(context);
  const period = readPeriod(context, coverage);
  const ofContracts = data.events.filter(isOfContract).length;
  const counts = {
    calls: countOf(data.waiting),
    calendar: data.events.length - ofContracts,
    contracts: ofContracts,
  };
  return [
    headline(context, summarize(context, data, period), periodText(context, period)),
    kpis(context, data, period, coverage),
    todoLists(context, counts),
    columns(contactTrend(context, data), overdueBars(context, all)),
    managerTable(context, data, period),
    callTable(context, data),
    eventTable(context, { ...data, events: data.events.filter((row) => !isOfContract(row)) }),
    ...contractLists(context, data),
  ];
}

const coverageOf = (rows: readonly ActivityRow[]) =>
  ratioOf(
    rows,
    (row) => row.covered_client_count,
    (row) => row.assigned_client_count,
  );
const countOf = (rows: readonly ContactCountRow[]) => sumOf(rows, (row) => row.client_count);
const late = (rows: readonly ContactCountRow[]) => rows.filter((row) => row.severity !== "planned");
const ofClass = (rows: readonly ContactCountRow[], name: string) => rows.filter((row) => row.volume_class === name);

function summarize(context: PageContext, data: Data, period: Period): string {
  const { words, formats } = context;
  const rows = within(data.activity, period);
  const waiting = late(data.waiting);
  return words.activity.headline(
    formats.percentWhole(coverageOf(rows) ?? 0),
    countOf(waiting),
    countOf(ofClass(waiting, "key")),
    formats,
  );
}

function kpis(context: PageContext, data: Data, period: Period, coverage: Coverage): HTMLElement {
  const { words, formats } = context;
  const over = (figure: (rows: readonly ActivityRow[]) => number | null) =>
    figureOver(context, period, coverage, (range: MonthRange) => figure(within(data.activity, range)));
  const gaps = Math.max(0, ...within(data.activity, period).map((row) => row.gap_day_count));
  return kpiRow(
    kpiCard(context, {
      ...over((rows) => sumOf(rows, (row) => row.contact_count)),
      name: words.activity.contacts,
      term: "metrics.manager_activity_by_month.contact_count",
      show: formats.integer,
      kind: "amount",
      better: "neither",
      note: gaps > 0 ? words.activity.gaps : undefined,
    }),
    kpiCard(context, {
      ...over(coverageOf),
      name: words.activity.coverage,
      term: "metrics.manager_activity_by_month.coverage_share",
      show: formats.percent,
      kind: "share",
      better: "more",
      note: words.activity.coverageNote,
    }),
    kpiCard(context, {
      ...over((rows) =>
        ratioOf(
          rows,
          (row) => row.contact_count,
          (row) => row.working_day_count,
        ),
      ),
      name: words.activity.perDay,
      term: "metrics.manager_activity_by_month.contacts_per_working_day",
      show: formats.decimal,
      kind: "rate",
      better: "neither",
    }),
    kpiCard(context, {
      ...over((rows) =>
        ratioOf(
          rows,
          (row) => row.missed_count,
          (row) => row.planned_count,
        ),
      ),
      name: words.activity.missed,
      term: "metrics.manager_activity_by_month.missed_count",
      show: formats.percent,
      kind: "share",
      better: "less",
    }),
  );
}

function contactTrend(context: PageContext, data: Data): HTMLElement {
  const { words, formats } = context;
  const rows = groupInOrder(data.activity, (row) => row.month).map(([month, list]) => ({
    month,
    calls: sumOf(list, (row) => row.call_count),
    meetings: sumOf(list, (row) => row.meeting_count + row.visit_count),
    messages: sumOf(list, (row) => row.message_count),
    contacts: sumOf(list, (row) => row.contact_count),
    coverage: coverageOf(list),
  }));
  const most = [...rows].sort((left, right) => right.contacts - left.contacts)[0];
  const column = columnsFor<(typeof rows)[number]>(context);
  const points = (value: (row: (typeof rows)[number]) => number) =>
    rows.map((row) => ({ month: row.month, value: value(row) }));
  return trendCard(
    context,
    {
      name: "contacts-by-month",
      title:
        most === undefined
          ? words.activity.contacts
          : words.activity.mostTitle(formats.month(most.month), formats.integer(most.contacts)),
      subtitle: words.activity.trendSubtitle,
      rows,
      columns: [
        column.month(words.columns.month, (row) => row.month),
        column.count(words.activity.calls, (row) => row.calls),
        column.count(words.activity.meetings, (row) => row.meetings),
        column.count(words.activity.messages, (row) => row.messages),
        column.count(words.activity.contacts, (row) => row.contacts),
        column.percent(words.activity.coverage, (row) => row.coverage),
      ],
    },
    {
      series: [
        { label: words.activity.calls, color: "var(--accent)", points: points((row) => row.calls) },
        { label: words.activity.meetings, color: "var(--category-2)", points: points((row) => row.meetings) },
        { label: words.activity.messages, color: "var(--category-3)", points: points((row) => row.messages) },
      ],
      show: formats.integer,
      axis: formats.short,
      incomplete: data.incomplete,
      fromZero: true,
    },
  );
}

function overdueBars(context: PageContext, data: Data): HTMLElement {
  const { words, formats } = context;
  const rows = [...groupBy(late(data.waiting), (row) => row.manager_id)]
    .map(([id, list]) => ({
      id,
      name: managerName(context, data.managers, id),
      late: countOf(list),
      critical: countOf(list.filter((row) => row.severity === "critical")),
      key: countOf(ofClass(list, "key")),
      medium: countOf(ofClass(list, "medium")),
    }))
    .sort((left, right) => right.late - left.late);
  const first = rows[0];
  const active = new Set(data.activity.map((row) => row.manager_id));
  const column = columnsFor<(typeof rows)[number]>(context);
  return barCard(
    context,
    {
      name: "clients-waiting",
      title:
        first === undefined
          ? words.activity.nobodyWaits
          : first.id === "unknown"
            ? words.activity.waitNobodyTitle(formats.integer(first.late))
            : words.activity.waitTitle(first.name, formats.integer(first.late)),
      subtitle: words.activity.waitSubtitle,
      rows,
      columns: [
        column.text(words.dimensions.manager, (row) => row.name),
        column.count(words.activity.waiting, (row) => row.late),
        column.count(words.activity.critical, (row) => row.critical),
        column.count(words.activity.keyWaiting, (row) => row.key),
        column.count(words.activity.mediumWaiting, (row) => row.medium),
      ],
    },
    (row) => ({
      label: row.name,
      value: row.late,
      text: words.activity.bar(row.late, row.critical, formats),
      // Clients of nobody wait too, but nobody's activity is no page.
      action: active.has(row.id) ? filterBy(context, "manager", row.id) : undefined,
    }),
    formats.integer,
  );
}

function managerTable(context: PageContext, data: Data, period: Period): HTMLElement {
  const { words } = context;
  const rows = [...groupBy(within(data.activity, period), (row) => row.manager_id)]
    .map(([id, list]) => ({
      name: managerName(context, data.managers, id),
      assigned: list.at(-1)?.assigned_client_count ?? 0,
      contacts: sumOf(list, (row) => row.contact_count),
      calls: sumOf(list, (row) => row.call_count),
      meetings: sumOf(list, (row) => row.meeting_count + row.visit_count),
      messages: sumOf(list, (row) => row.message_count),
      coverage: coverageOf(list),
      perDay: divide(
        sumOf(list, (row) => row.contact_count),
        sumOf(list, (row) => row.working_day_count),
      ),
      outgoing: ratioOf(
        list,
        (row) => row.outgoing_count,
        (row) => row.contact_count,
      ),
      missed: sumOf(list, (row) => row.missed_count),
      sales: sumOf(list, (row) => row.portfolio_net_amount),
    }))
    .sort((left, right) => right.contacts - left.contacts);
  const column = columnsFor<(typeof rows)[number]>(context);
  return dataTable(context, {
    name: "managers-activity",
    title: words.activity.table,
    subtitle: words.activity.tableSubtitle,
    rows,
    columns: [
      column.text(words.dimensions.manager, (row) => row.name),
      column.count(words.activity.portfolio, (row) => row.assigned),
      column.count(words.activity.contacts, (row) => row.contacts),
      column.count(words.activity.calls, (row) => row.calls),
      column.count(words.activity.meetings, (row) => row.meetings),
      column.count(words.activity.messages, (row) => row.messages),
      column.percent(words.activity.coverage, (row) => row.coverage),
      column.decimal(words.activity.perDay, (row) => row.perDay),
      column.percent(words.activity.outgoing, (row) => row.outgoing),
      column.count(words.activity.missedCount, (row) => row.missed),
      column.money(words.metrics.netSales, (row) => row.sales),
    ],
  });
}
