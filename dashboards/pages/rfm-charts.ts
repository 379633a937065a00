import { barChart } from "../charts/bars.ts";
import { matrixChart } from "../charts/matrix.ts";
import { chartCard } from "../components/chart.ts";
import { filterBy } from "../components/choose.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { nameOf } from "../components/names.ts";
import { groupInOrder } from "../figures.ts";
import type { RfmCutRow } from "../rows.ts";
import { addUp, type PlaceRow, type Segment, type Sums, segmentOrder } from "./rfm-data.ts";

const scores = [1, 2, 3, 4, 5] as const;

/** A cell of the grid with its sums. */
interface Cell extends Sums {
  readonly recency_score: number;
  readonly fm_score: number;
  readonly segment: string;
}

/** Draws the grid of recency and value; a cell filters the list by its segment. */
export function grid(context: PageContext, places: readonly PlaceRow[], cuts: readonly RfmCutRow[]): HTMLElement {
  const { words, formats } = context;
  const subtitle = cuts.every((row) => row.is_in_segments) ? words.rfm.gridSubtitle : words.rfm.gridByFrequency;
  const cells = cellsOf(places);
  const largest = [...cells].sort((left, right) => right.net - left.net)[0];
  const column = columnsFor<Cell>(context);
  return chartCard(context, {
    name: "rfm-grid",
    title:
      largest === undefined
        ? subtitle
        : words.rfm.gridTitle(
            nameOf(words.segments, largest.segment),
            largest.recency_score,
            largest.fm_score,
            formats.moneyShort(largest.net),
          ),
    subtitle,
    rows: cells,
    columns: [
      column.count(words.columns.recencyScore, (row) => row.recency_score),
      column.count(words.columns.fmScore, (row) => row.fm_score),
      column.named(words.columns.segment, (row) => row.segment, words.segments),
      column.count(words.columns.clients, (row) => row.clients),
      column.money(words.metrics.netSales, (row) => row.net),
    ],
    draw: (width) =>
      matrixChart(
        {
          xs: scores.map((score) => words.rfm.fmAxis(score)),
          ys: [...scores].reverse().map((score) => words.rfm.recencyAxis(score)),
          rowHeight: 56,
          cells: cells.map((row) => ({
            x: words.rfm.fmAxis(row.fm_score),
            y: words.rfm.recencyAxis(row.recency_score),
            value: row.net,
            text:
              width > 480
                ? `${nameOf(words.segments, row.segment)}\n${formats.integer(row.clients)}`
                : formats.integer(row.clients),
            detail: `${nameOf(words.segments, row.segment)}: ${formats.list([formats.integer(row.clients), formats.money(row.net)])}`,
            action: filterBy(context, "segment", row.segment),
          })),
        },
        width,
      ),
  });
}

/** A cell that holds two segments goes by the one of more clients, and of as many by the first in their order. */
function cellsOf(places: readonly PlaceRow[]): readonly Cell[] {
  return groupInOrder(places, (row) => `${row.recency_score} ${row.fm_score}`).flatMap(([, rows]) => {
    const [first] = rows;
    const [largest] = segmentOrder
      .map((segment) => ({ segment, rows: rows.filter((row) => row.segment === segment) }))
      .filter((part) => part.rows.length > 0)
      .toSorted((one, other) => addUp(other.rows).clients - addUp(one.rows).clients);
    return first === undefined || largest === undefined ? [] : [{ ...first, segment: largest.segment, ...addUp(rows) }];
  });
}

/** Draws how many clients each segment has; a bar filters the list. */
export function segmentBars(context: PageContext, segments: readonly Segment[]): HTMLElement {
  const { words, formats } = context;
  const moves = segments.map((row) => ({ row, change: row.clients - row.before }));
  const most = [...moves].sort((left, right) => Math.abs(right.change) - Math.abs(left.change))[0];
  const column = columnsFor<Segment>(context);
  return chartCard(context, {
    name: "rfm-segments",
    title:
      most === undefined || most.change === 0
        ? words.rfm.segmentsSame
        : words.rfm.segmentsTitle(nameOf(words.segments, most.row.segment), formats.change(most.change)),
    subtitle: words.rfm.segmentsSubtitle,
    rows: segments,
    columns: [
      column.named(words.columns.segment, (row) => row.segment, words.segments),
      column.count(words.columns.clients, (row) => row.clients),
      column.count(words.columns.monthBefore, (row) => row.before),
      column.count(words.columns.change, (row) => row.clients - row.before),
      column.money(words.metrics.netSales, (row) => row.net),
    ],
    draw: (width) =>
      barChart(
        moves.map(({ row, change }) => ({
          label: nameOf(words.segments, row.segment),
          action: filterBy(context, "segment", row.segment),
          value: row.clients,
          text:
            change === 0 ? formats.integer(row.clients) : `${formats.integer(row.clients)} (${formats.change(change)})`,
        })),
        width,
      ),
  });
}
