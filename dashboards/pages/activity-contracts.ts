import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { type Monthly, managerName } from "../components/monthly.ts";
import { nameOf } from "../components/names.ts";
import { columns } from "../components/page.ts";
import { dataTable, summed } from "../components/table.ts";
import { groupBy, sumOf } from "../figures.ts";
import type { EventRow } from "./activity-lists.ts";

interface Lists {
  readonly events: readonly EventRow[];
  readonly managers: Monthly["managers"];
  readonly clients: Readonly<Record<string, string>>;
}

const contractKinds: ReadonlySet<string> = new Set(["contract_end", "service_due"]);

/** Says whether a thing to come is about a contract: it stands in a list of its own. */
export function isOfContract(row: EventRow): boolean {
  return contractKinds.has(row.event_kind);
}

/** Lists contract ends and services due, and how many each manager has; nothing where there are none. */
export function contractLists(context: PageContext, data: Lists): readonly HTMLElement[] {
  const events = data.events.filter(isOfContract);
  if (events.length === 0) return [];
  return [columns(managerTable(context, { ...data, events })), dueTable(context, { ...data, events })];
}

function dueTable(context: PageContext, data: Lists): HTMLElement {
  const { words } = context;
  const texts = words.contracts;
  const column = columnsFor<EventRow>(context);
  return dataTable(context, {
    name: "contracts-due",
    title: texts.due,
    subtitle: texts.dueSubtitle,
    rows: data.events,
    columns: [
      column.day(words.activity.day, (row) => row.event_date),
      column.state(
        words.activity.what,
        (row) => nameOf(texts.eventKinds, row.days_left < 0 ? "service_overdue" : row.event_kind),
        (row) => (row.days_left < 0 ? "bad" : "none"),
      ),
      column.client(
        (row) => row.client_id,
        (row) => nameOf(data.clients, row.client_id),
      ),
      column.text(texts.columns.subject, (row) => (row.subject === null ? null : nameOf(texts.kinds, row.subject))),
      column.text(words.dimensions.manager, (row) => managerName(context, data.managers, row.manager_id)),
      summed(column.money(texts.columns.monthly, (row) => row.monthly_amount)),
      column.text(texts.columns.renewable, (row) =>
        row.is_renewable === null ? null : row.is_renewable ? texts.renews : texts.ends,
      ),
      column.count(words.activity.daysLeft, (row) => row.days_left),
    ],
  });
}

function managerTable(context: PageContext, data: Lists): HTMLElement {
  const { words } = context;
  const texts = words.contracts;
  const rows = [...groupBy(data.events, (row) => row.manager_id)]
    .map(([id, list]) => {
      const ends = list.filter((row) => row.event_kind === "contract_end");
      const services = list.filter((row) => row.event_kind === "service_due");
      return {
        name: managerName(context, data.managers, id),
        ends: ends.length,
        monthly: sumOf(ends, (row) => row.monthly_amount),
        services: services.length,
        overdue: services.filter((row) => row.days_left < 0).length,
      };
    })
    .sort((left, right) => right.monthly - left.monthly || right.services - left.services);
  const column = columnsFor<(typeof rows)[number]>(context);
  return dataTable(context, {
    name: "contracts-by-manager",
    title: texts.byManager,
    subtitle: texts.byManagerSubtitle,
    rows,
    columns: [
      column.text(words.dimensions.manager, (row) => row.name),
      summed(column.count(texts.columns.ends, (row) => row.ends)),
      summed(column.money(texts.columns.monthly, (row) => row.monthly)),
      summed(column.count(texts.columns.services, (row) => row.services)),
      summed(column.count(texts.columns.overdue, (row) => row.overdue)),
    ],
  });
}
