import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { nameOf } from "../components/names.ts";
import { textCard } from "../components/page.ts";
import { dataTable } from "../components/table.ts";
import type { EventRow } from "./client-rows.ts";

/** Lists what happened with a client, newest first, and says how much of it is shown. */
export function timeline(context: PageContext, events: readonly EventRow[]): HTMLElement {
  const { words, formats } = context;
  const texts = words.client;
  const total = events[0]?.total ?? 0;
  if (total === 0) return textCard(texts.timeline, texts.noEvents);
  const column = columnsFor<EventRow>(context);
  return dataTable(context, {
    name: "client-events",
    title: texts.timeline,
    subtitle: total > events.length ? texts.newest(events.length, total, formats) : texts.allEvents(total, formats),
    rows: events,
    columns: [
      column.day(texts.day, (row) => row.event_date),
      column.named(texts.event, (row) => row.event_kind, texts.events),
      column.text(
        texts.detail,
        (row) => row.detail,
        (detail) => nameDetail(context, detail),
      ),
      column.money(words.columns.amount, (row) => row.amount),
      column.text(texts.document, (row) => row.event_id),
    ],
  });
}

/** Codes in words; names of campaigns, reasons and scores as they stand. */
function nameDetail({ words }: PageContext, detail: string): string {
  const names = {
    ...words.complaintTypes,
    ...words.activity.channels,
    ...words.contracts.kinds,
    ...words.client.details,
  };
  return nameOf(names, detail.replace(/\.0$/, ""));
}
