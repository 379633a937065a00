import { listAlertNotes, tellAlert } from "../alert-text.ts";
import { type AlertRow, alertsToTell, measureOf } from "../alerts.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { element } from "../components/dom.ts";
import { nameOf } from "../components/names.ts";
import { withFilter } from "../components/state.ts";
import { dataTable } from "../components/table.ts";
import { groupBy } from "../figures.ts";

/** What a list of notices says of an alert, with the page that explains it. */
export interface AlertNotice {
  readonly kind: "bad" | "warn";
  readonly text: string;
  readonly href: string;
  /** The figure it speaks of, so that it is not told twice. */
  readonly about: string;
}

/** Names a figure: the measure, and the region or manager, `all` for the company. */
export const aboutFigure = (measure: AlertRow["measure"], entity = "all") => `${measure}/${entity}`;

/** So many are told: the page is to fit one sheet of paper, and all stand on the page of data quality. */
const mostNotices = 3;

/** Lists alerts past their limit or without a figure, the gravest first: one line each, its farthest region or manager with the number of the others. */
export function alertNotices(context: PageContext, rows: readonly AlertRow[]): readonly AlertNotice[] {
  const { words, formats } = context;
  const groups = [...groupBy(alertsToTell(rows), (row) => `${row.alert_name}/${row.state}`).values()];
  return groups.slice(0, mostNotices).flatMap(([row, ...others]) => {
    if (row === undefined) return [];
    const text = formats.clauses([tell(context, row), ...notes(context, row)]);
    return {
      kind: row.state === "raised" ? "bad" : "warn",
      text: others.length === 0 ? text : words.alerts.mail.more(text, others.length, formats),
      href: explains(context, row),
      about: aboutFigure(row.measure, row.entity_id),
    } as const;
  });
}

/** Shows all alerts of the settings; undefined where they name none. */
export function alertTable(context: PageContext, rows: readonly AlertRow[]): HTMLElement | undefined {
  const { words, formats } = context;
  if (rows.length === 0) return undefined;
  const raised = rows.filter(({ state }) => state === "raised").length;
  const column = columnsFor<AlertRow>(context);
  return dataTable(context, {
    name: "alerts",
    title: rows.every(({ state }) => state === "ok")
      ? words.alerts.allWithin
      : words.alerts.past(raised, rows.length, formats),
    subtitle: words.alerts.subtitle,
    rows: [...alertsToTell(rows), ...rows.filter(({ state }) => state === "ok")],
    columns: [
      {
        ...column.text(words.alerts.finding, (row) => tell(context, row)),
        show: (row) => element("a", { href: explains(context, row) }, tell(context, row)),
      },
      { ...column.text(words.alerts.title, (row) => row.alert_name), isFileOnly: true },
      column.named(words.alerts.severity, (row) => row.severity, words.alerts.severities),
      column.state(
        words.columns.state,
        (row) => nameOf(words.alerts.states, row.state),
        ({ state, severity }) =>
          state === "ok" ? "good" : state === "unknown" ? "none" : severity === "critical" ? "bad" : "warn",
      ),
      column.text(
        words.alerts.sinceColumn,
        (row) => row.since_date,
        (date) => formats.month(date),
      ),
    ],
  });
}

const tell = ({ words, formats }: PageContext, row: AlertRow) => tellAlert(words, formats, row);
const notes = ({ words, formats }: PageContext, row: AlertRow) => listAlertNotes(words, formats, row);

function explains({ href }: PageContext, row: AlertRow): string {
  const page = href(measureOf(row.measure).page);
  return row.dimension === "company" ? page : withFilter(page, row.dimension, row.entity_id);
}
