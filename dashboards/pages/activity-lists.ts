import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { type LongList, longListCard } from "../components/long-list.ts";
import { type Monthly, managerName } from "../components/monthly.ts";
import { nameOf } from "../components/names.ts";
import { dataTable } from "../components/table.ts";
import { filterRows, sumOf } from "../figures.ts";

/** A client that waits too long for its class. */
export interface ContactRow {
  readonly client_id: string;
  /** Its name. */
  readonly client: string;
  readonly manager_id: string;
  readonly volume_class: string;
  readonly last_contact_at: string | null;
  readonly last_channel: string | null;
  readonly is_never_contacted: boolean;
  readonly days_without_contact: number | null;
  readonly threshold_days: number | null;
  readonly severity: string;
  readonly next_contact_at: string | null;
  readonly value_amount: number | null;
  readonly order_overdue_ratio: number | null;
}

/** A birthday or a contact to come, or one that was missed. */
export interface EventRow {
  readonly event_kind: string;
  readonly client_id: string;
  readonly manager_id: string;
  readonly channel: string | null;
  readonly subject: string | null;
  readonly monthly_amount: number | null;
  readonly is_renewable: boolean | null;
  readonly event_date: string;
  readonly days_left: number;
}

/** Clients who asked not to be called, by owner and region. */
export interface OptedOutRow {
  readonly manager_id: string;
  readonly region: string;
  readonly client_count: number;
}

/** Adds to the words under a list of whom to call how many clients it leaves out; none need no word. */
export function withOptedOut({ words, formats }: PageContext, text: string, rows: readonly OptedOutRow[]): string {
  const count = sumOf(rows, (row) => row.client_count);
  return count === 0 ? text : `${text}. ${words.activity.optedOut(formats.integer(count))}`;
}

/** Clients of a manager that wait, by class and by how badly they do. */
export interface ContactCountRow {
  readonly manager_id: string;
  readonly volume_class: string;
  readonly severity: string;
  readonly client_count: number;
}

interface Lists {
  readonly optedOut: readonly OptedOutRow[];
  readonly contacts: LongList<ContactRow>;
  readonly events: readonly EventRow[];
  readonly managers: Monthly["managers"];
  readonly clients: Readonly<Record<string, string>>;
}

/** Lists whom to call today, first what matters most. */
export function callTable(context: PageContext, data: Lists): HTMLElement {
  const { words, state } = context;
  if (data.contacts.rows === undefined)
    return longListCard(context, data.contacts, { name: "call-today", title: words.activity.call });
  const column = columnsFor<ContactRow>(context);
  return dataTable(context, {
    name: "call-today",
    title: words.activity.call,
    subtitle: withOptedOut(context, words.activity.callSubtitle, data.optedOut),
    rows: filterRows(data.contacts.rows, { manager_id: state.get("manager") }),
    columns: [
      column.client(
        (row) => row.client_id,
        (row) => row.client,
      ),
      column.text(words.dimensions.manager, (row) => managerName(context, data.managers, row.manager_id)),
      column.named(words.columns.class, (row) => row.volume_class, words.classes),
      column.state(
        words.columns.state,
        (row) => nameOf(words.activity.severities, row.severity),
        (row) => (row.severity === "critical" ? "bad" : row.severity === "warn" ? "warn" : "none"),
      ),
      column.count(words.activity.days, (row) => row.days_without_contact),
      column.count(words.activity.allowed, (row) => row.threshold_days),
      column.day(words.activity.lastContact, (row) => row.last_contact_at?.slice(0, 10) ?? null),
      column.text(words.columns.channel, (row) =>
        row.last_channel === null ? null : nameOf(words.activity.channels, row.last_channel),
      ),
      column.day(words.activity.next, (row) => row.next_contact_at?.slice(0, 10) ?? null),
      column.money(words.activity.worth, (row) => row.value_amount),
      column.decimal(words.activity.orderGaps, (row) => row.order_overdue_ratio),
    ],
  });
}

/** Lists birthdays and planned contacts of the next days, and what was missed. */
export function eventTable(context: PageContext, data: Lists): HTMLElement {
  const { words } = context;
  const column = columnsFor<EventRow>(context);
  return dataTable(context, {
    name: "calendar",
    title: words.activity.events,
    subtitle: words.activity.eventsSubtitle,
    rows: data.events,
    columns: [
      column.day(words.activity.day, (row) => row.event_date),
      column.named(words.activity.what, (row) => row.event_kind, words.activity.eventKinds),
      column.client(
        (row) => row.client_id,
        (row) => nameOf(data.clients, row.client_id),
      ),
      column.text(words.dimensions.manager, (row) => managerName(context, data.managers, row.manager_id)),
      column.text(words.columns.channel, (row) =>
        row.channel === null ? null : nameOf(words.activity.channels, row.channel),
      ),
      column.count(words.activity.daysLeft, (row) => row.days_left),
    ],
  });
}
