import type { ChartEvent } from "../charts/trend.ts";
import { readRows } from "../data.ts";
import { firstOfMonth } from "./calendar.ts";
import type { PageContext } from "./context.ts";
import { element } from "./dom.ts";
import type { Column } from "./table.ts";

/** Something that happened on a day, as it is told beside charts. */
export interface Annotation {
  readonly date: string;
  readonly text: string;
}

/** Campaigns marked at most, the costliest: more would hide the line. */
const campaignsMarked = 4;

/** Reads what charts over time are marked with: entries of the settings and starts of the costliest campaigns, oldest first. */
export async function readAnnotations({ files, snapshot, words }: PageContext): Promise<readonly Annotation[]> {
  const campaigns = await readRows<{ name: string; start_date: string }>(files["campaign-starts"]);
  const starts = campaigns
    .filter((row) => row.start_date <= snapshot.asOfDate)
    .slice(0, campaignsMarked)
    .map((row) => ({ date: row.start_date, text: words.charts.campaign(row.name) }));
  return [...snapshot.annotations, ...starts].sort((left, right) => left.date.localeCompare(right.date));
}

/** Numbers what happened in the months of a chart, or in other points it has: figures are of them, so marks stand there. */
export function eventsIn(
  context: PageContext,
  annotations: readonly Annotation[],
  points: readonly string[],
  pointOf: (date: string) => string = firstOfMonth,
): readonly ChartEvent[] {
  const shown = annotations.filter(({ date }) => points.includes(pointOf(date)));
  return shown.map(({ date, text }, index) => ({
    month: pointOf(date),
    mark: context.formats.integer(index + 1),
    text: `${context.formats.date(date)}: ${text}`,
  }));
}

/** Lists the marks of a chart under it. */
export function eventList(context: PageContext, events: readonly ChartEvent[]): HTMLElement {
  return element(
    "ul",
    { class: "events", "aria-label": context.words.charts.events },
    ...events.map(({ mark, text }) => element("li", {}, element("b", {}, mark), " ", element("bdi", {}, text))),
  );
}

/** Makes the column that tells, in the table of a chart, what happened in each month or other point. */
export function eventColumn<Row extends { readonly month: string }>(
  context: PageContext,
  events: readonly ChartEvent[],
): readonly Column<Row>[] {
  if (events.length === 0) return [];
  const value = ({ month }: Row) => {
    const texts = events.filter((event) => event.month === month).map(({ text }) => text);
    return texts.length === 0 ? null : texts.join("; ");
  };
  return [{ title: context.words.charts.events, value }];
}
