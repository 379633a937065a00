import { readClientNames } from "../components/clients.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { filterBar, managerChoice } from "../components/filters.ts";
import { readLongList } from "../components/long-list.ts";
import { managerName, readMonthly, within } from "../components/monthly.ts";
import { nameOf } from "../components/names.ts";
import { columns, emptyChoice, emptyPage, headline, periodText } from "../components/page.ts";
import type { Coverage, Period } from "../components/period.ts";
import { periodChoices, readPeriod } from "../components/period-choices.ts";
import { readRows } from "../data.ts";
import { filterRows } from "../figures.ts";
import { contactTrend, overdueBars } from "./activity-charts.ts";
import { contractLists, isOfContract } from "./activity-contracts.ts";
import { type ActivityRow, countOf, coverageOf, type Data, late, ofClass } from "./activity-data.ts";
import { activityKpis } from "./activity-kpis.ts";
import {
  type ContactCountRow,
  type ContactRow,
  callTable,
  type EventRow,
  eventTable,
  type OptedOutRow,
} from "./activity-lists.ts";
import { managerTable } from "./activity-managers.ts";
import { todoLists } from "./activity-todo.ts";

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
    activityKpis(context, data, period, coverage),
    todoLists(context, counts),
    columns(contactTrend(context, data), overdueBars(context, all)),
    managerTable(context, data, period),
    callTable(context, data),
    eventTable(context, { ...data, events: data.events.filter((row) => !isOfContract(row)) }),
    ...contractLists(context, data),
  ];
}

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
