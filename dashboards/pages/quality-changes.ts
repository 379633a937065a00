import type { Change, Changes } from "../changes.ts";
import type { CheckTexts } from "../components/checks.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { textCard } from "../components/page.ts";
import { dataTable } from "../components/table.ts";

/** Lists what differs from the run before: rows of sources, findings of checks, months told otherwise, rows of marts. */
export function changesTable(context: PageContext, changes: Changes, checks: CheckTexts): HTMLElement {
  const { words, formats } = context;
  const texts = words.changes;
  if (changes.before === null) return textCard(texts.heading, texts.first);
  const since = texts.since(formats.instant(changes.before.builtAt), changes.before.runId);
  if (changes.list.length === 0) return textCard(texts.none, since);
  const column = columnsFor<Change>(context);
  const show = ({ kind }: Change) => (kind === "restated" ? formats.money : formats.integer);
  const nameOf = ({ kind, name }: Change) =>
    kind === "check" ? (checks[name] ?? name) : kind === "restated" ? formats.month(name) : name;
  const figure = (title: string, value: (row: Change) => number | null) => ({
    ...column.count(title, value),
    show: (row: Change) => {
      const known = value(row);
      return known === null ? "—" : show(row)(known);
    },
  });
  return dataTable(context, {
    name: "changes",
    title: texts.title(formats.integer(changes.list.length)),
    subtitle: since,
    rows: changes.list,
    columns: [
      column.text(texts.what, (row) => texts.kinds[row.kind]),
      column.text(texts.name, nameOf),
      figure(texts.before, (row) => row.before),
      figure(texts.now, (row) => row.now),
      figure(words.columns.change, (row) => (row.now ?? 0) - (row.before ?? 0)),
    ],
  });
}
