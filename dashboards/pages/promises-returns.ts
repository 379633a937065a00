import { barCard, trendCard } from "../components/cards.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { within } from "../components/monthly.ts";
import { valueName } from "../components/names.ts";
import type { Period } from "../components/period.ts";
import { divide, groupBy, ratioOf, sumOf } from "../figures.ts";
import type { PromisesData, ReturnRow } from "./promises-data.ts";

/** The share of value that came back, of goods that arrived in some months. */
export function returnRate(rows: readonly ReturnRow[]): number | null {
  return ratioOf(
    rows,
    (row) => row.returned_amount,
    (row) => row.shipped_amount,
  );
}

/** Draws the share of goods that came back, by the month they arrived; months not mature are left out of the line. */
export function returnTrend(context: PageContext, data: PromisesData, period: Period): HTMLElement {
  const { words, formats } = context;
  const rate = returnRate(within(data.returns, period).filter((row) => row.is_mature));
  const column = columnsFor<ReturnRow>(context);
  return trendCard(
    context,
    {
      name: "returns-by-month",
      title: rate === null ? words.promises.returns : words.promises.returnTitle(formats.percent(rate)),
      subtitle: words.promises.returnSubtitle,
      rows: data.returns,
      columns: [
        column.month(words.columns.month, (row) => row.month),
        column.money(words.promises.arrived, (row) => row.shipped_amount),
        column.money(words.promises.cameBack, (row) => row.returned_amount),
        column.percent(words.promises.returnRate, (row) => divide(row.returned_amount, row.shipped_amount)),
        column.percent(words.promises.returnRateUnits, (row) => divide(row.returned_quantity, row.shipped_quantity)),
        column.text(words.promises.mature, (row) => (row.is_mature ? words.promises.yes : words.promises.notYet)),
      ],
    },
    {
      series: [
        {
          label: words.promises.returnRate,
          color: "var(--accent)",
          points: data.returns.map((row) => ({
            month: row.month,
            value: row.is_mature ? divide(row.returned_amount, row.shipped_amount) : null,
          })),
        },
      ],
      show: formats.percent,
      axis: formats.percent,
      fromZero: true,
    },
  );
}

/** Draws why goods come back, by value. */
export function reasonBars(context: PageContext, data: PromisesData, period: Period): HTMLElement {
  const { words, formats } = context;
  const rows = [...groupBy(within(data.reasons, period), (row) => row.reason)]
    .map(([reason, list]) => ({
      name: valueName(words, reason),
      count: sumOf(list, (row) => row.return_count),
      amount: sumOf(list, (row) => row.returned_amount),
    }))
    .sort((left, right) => right.amount - left.amount);
  const total = sumOf(rows, (row) => row.amount);
  const first = rows[0];
  const column = columnsFor<(typeof rows)[number]>(context);
  return barCard(
    context,
    {
      name: "return-reasons",
      title:
        first === undefined || total === 0
          ? words.promises.noReturns
          : words.promises.reasonTitle(first.name, formats.percentWhole(first.amount / total)),
      subtitle: words.promises.reasonSubtitle,
      rows,
      columns: [
        column.text(words.promises.reason, (row) => row.name),
        column.count(words.promises.returnCount, (row) => row.count),
        column.money(words.promises.cameBack, (row) => row.amount),
        column.percent(words.promises.reasonShare, (row) => divide(row.amount, total)),
      ],
    },
    (row) => ({
      label: row.name,
      value: row.amount,
      text: `${formats.moneyShort(row.amount)} · ${formats.percentWhole(divide(row.amount, total) ?? 0)}`,
    }),
    formats.moneyShort,
  );
}
