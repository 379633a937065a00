import { barCard, trendCard } from "../components/cards.ts";
import { filterBy } from "../components/choose.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { managerName } from "../components/monthly.ts";
import { groupBy, groupInOrder, sumOf } from "../figures.ts";
import { countOf, coverageOf, type Data, late, ofClass } from "./activity-data.ts";

/** Draws contacts by month and kind. */
export function contactTrend(context: PageContext, data: Data): HTMLElement {
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

/** Draws clients who wait too long, by manager; a bar filters the page. */
export function overdueBars(context: PageContext, data: Data): HTMLElement {
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
