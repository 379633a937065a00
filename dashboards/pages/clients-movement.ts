import { trendCard } from "../components/cards.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { ofPlace } from "../components/filters.ts";
import { groupInOrder, sumOf } from "../figures.ts";

/** Clients of a region and manager that came, went and returned in a complete month. */
export interface MovementRow {
  readonly month: string;
  readonly region: string;
  readonly manager_id: string;
  readonly opening_count: number;
  readonly new_count: number;
  readonly won_back_count: number;
  readonly lost_count: number;
  readonly kept_count: number;
  readonly closing_count: number;
  readonly new_amount: number;
  readonly won_back_amount: number;
  readonly kept_amount: number;
}

const monthsShown = 13;

/** Draws the bridge of clients: won and lost by month, and what stands at the end. */
export function movementChart(context: PageContext, all: readonly MovementRow[]): HTMLElement {
  const { words, formats } = context;
  const texts = words.movement;
  const rows = groupInOrder(ofPlace(context, all), (row) => row.month)
    .map(([month, list]) => ({
      month,
      opening: sumOf(list, (row) => row.opening_count),
      fresh: sumOf(list, (row) => row.new_count),
      wonBack: sumOf(list, (row) => row.won_back_count),
      lost: sumOf(list, (row) => row.lost_count),
      closing: sumOf(list, (row) => row.closing_count),
      freshAmount: sumOf(list, (row) => row.new_amount),
      wonBackAmount: sumOf(list, (row) => row.won_back_amount),
      keptAmount: sumOf(list, (row) => row.kept_amount),
    }))
    .slice(-monthsShown);
  const last = rows.at(-1);
  const column = columnsFor<(typeof rows)[number]>(context);
  const points = (value: (row: (typeof rows)[number]) => number) =>
    rows.map((row) => ({ month: row.month, value: value(row) }));
  return trendCard(
    context,
    {
      name: "client-movement",
      title:
        last === undefined
          ? texts.title
          : texts.finding(last.fresh, last.wonBack, last.lost, formats.month(last.month), formats),
      subtitle: texts.subtitle,
      rows,
      columns: [
        column.month(words.columns.month, (row) => row.month),
        column.count(texts.opening, (row) => row.opening),
        column.count(texts.fresh, (row) => row.fresh),
        column.count(texts.wonBack, (row) => row.wonBack),
        column.count(texts.won, (row) => row.fresh + row.wonBack),
        column.count(texts.lost, (row) => row.lost),
        column.count(texts.closing, (row) => row.closing),
        column.money(texts.freshAmount, (row) => row.freshAmount),
        column.money(texts.wonBackAmount, (row) => row.wonBackAmount),
        column.money(texts.keptAmount, (row) => row.keptAmount),
      ],
    },
    {
      series: [
        { label: texts.won, color: "var(--accent)", points: points((row) => row.fresh + row.wonBack) },
        { label: texts.lost, color: "var(--category-2)", isDashed: true, points: points((row) => row.lost) },
      ],
      show: formats.integer,
      axis: formats.integer,
      incomplete: undefined,
      fromZero: true,
    },
  );
}
