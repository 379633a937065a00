import { clientColumn } from "../components/client-link.ts";
import { soldText } from "../components/clients.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { element } from "../components/dom.ts";
import { ofPlace } from "../components/filters.ts";
import { longListCard } from "../components/long-list.ts";
import { managerName } from "../components/monthly.ts";
import { nameOf } from "../components/names.ts";
import { windowText } from "../components/page.ts";
import { type Column, dataTable, plainTable, summed } from "../components/table.ts";
import { divide, filterRows, groupBy, sumOf } from "../figures.ts";
import type { RfmCutRow } from "../rows.ts";
import type { RfmData, ScoredClient, Segment } from "./rfm-data.ts";

/** Lists the clients the filters leave, the largest first. */
export function clientTable(context: PageContext, { clients: list, managers }: RfmData): HTMLElement {
  const { words, state } = context;
  if (list.rows === undefined) return longListCard(context, list, { name: "rfm-clients", title: words.rfm.table });
  const rows = filterRows(ofPlace(context, list.rows), { segment: state.get("segment") });
  const column = columnsFor<ScoredClient>(context);
  return dataTable(context, {
    name: "rfm-clients",
    title: words.rfm.table,
    subtitle: soldText(context, rows, list.rows, (row) => row.monetary_amount),
    rows,
    columns: [
      clientColumn<ScoredClient>(context),
      column.named(words.columns.segment, (row) => row.segment, words.segments),
      column.named(words.columns.segmentBefore, (row) => row.previous_segment, words.segments),
      column.text("RFM", (row) => row.rfm, context.formats.digits),
      column.count(words.columns.recencyDays, (row) => row.recency_days),
      column.count(words.columns.frequency, (row) => row.frequency),
      summed(column.money(words.metrics.netSales, (row) => row.monetary_amount)),
      column.named(words.dimensions.region, (row) => row.region, words.values),
      column.text(words.dimensions.manager, (row) => managerName(context, managers, row.manager_id)),
    ],
  });
}

/** Says of which days the orders are that clients are judged by. */
export function rfmScope(context: PageContext): string {
  return context.words.rfm.scope(windowText(context, context.snapshot.windows.rfmMonths));
}

/** Lists what the clients of each segment are like on average. */
export function segmentTable(context: PageContext, segments: readonly Segment[]): HTMLElement {
  const { words } = context;
  const total = sumOf(segments, (row) => row.net);
  const column = columnsFor<Segment>(context);
  return dataTable(context, {
    name: "rfm-segment-figures",
    title: words.rfm.segmentTable,
    subtitle: rfmScope(context),
    rows: segments,
    columns: [
      column.named(words.columns.segment, (row) => row.segment, words.segments),
      column.count(words.columns.clients, (row) => row.clients),
      column.percent(words.columns.salesShare, (row) => divide(row.net, total)),
      column.decimal(words.columns.recencyDays, (row) => divide(row.recencyDays, row.clients)),
      column.decimal(words.columns.frequency, (row) => divide(row.purchaseDays, row.clients)),
      column.money(words.columns.averageAmount, (row) => divide(row.net, row.clients)),
    ],
  });
}

/** Lists where the fifths of the clients part; they are the company's, whatever the filters. */
export function cutTable(context: PageContext, cuts: readonly RfmCutRow[]): HTMLElement {
  const { words, formats } = context;
  const rows = [...groupBy(cuts, (row) => row.measure)].map(([measure, list]) => ({
    measure: ["own_gaps", "money_per_purchase"].includes(list[0]?.unit ?? "") ? `${measure}_${list[0]?.unit}` : measure,
    values: list.map((row) => row.value),
    isMoney: measure === "monetary",
    distinct: list[0]?.distinct_score_count ?? 0,
  }));
  const column = columnsFor<(typeof rows)[number]>(context);
  const cutColumn = (title: string, index: number): Column<(typeof rows)[number]> => {
    const value = (row: (typeof rows)[number]) => row.values[index] ?? null;
    const [money, number] = [column.money(title, value), column.decimal(title, value)];
    return { ...number, show: (row) => (row.isMoney ? money : number).show?.(row) ?? "—" };
  };
  return element(
    "section",
    { class: "card" },
    element("h2", {}, words.rfm.cuts),
    element(
      "p",
      { class: "chart-subtitle" },
      cuts.some((row) => row.is_fixed) ? words.rfm.cutsFixedSubtitle : words.rfm.cutsSubtitle,
    ),
    plainTable(
      rows,
      [
        column.text(words.columns.measure, (row) => nameOf(words.rfm.measures, row.measure)),
        ...[0, 1, 2, 3].map((index) => cutColumn(formats.percentWhole((index + 1) / 5), index)),
        column.count(words.columns.distinctScores, (row) => row.distinct),
      ],
      words.rfm.cuts,
      words.tables.scrollable,
    ),
  );
}
