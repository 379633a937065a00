import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { ofPlace } from "../components/filters.ts";
import { longListCard } from "../components/long-list.ts";
import { managerName } from "../components/monthly.ts";
import { nameOf } from "../components/names.ts";
import { dataTable } from "../components/table.ts";
import { filterRows } from "../figures.ts";
import { withOptedOut } from "./activity-lists.ts";
import { type CrossSellData, type Offer, ofProduct, type PairRow } from "./cross-sell-data.ts";

/** How many baskets hold both beyond what chance would bring. */
export const beyondChance = (row: PairRow) => row.leverage * row.basket_count;

/** Lists what to offer whom. */
export function offerTable(context: PageContext, data: CrossSellData): HTMLElement {
  const { words, state } = context;
  const texts = words.crossSell;
  if (data.offers.rows === undefined)
    return longListCard(context, data.offers, { name: "offers", title: texts.offers });
  const column = columnsFor<Offer>(context);
  return dataTable(context, {
    name: "offers",
    title: texts.offers,
    subtitle: withOptedOut(context, texts.offersSubtitle, ofPlace(context, data.optedOut)),
    rows: filterRows(ofPlace(context, data.offers.rows), { item_id: state.get("product") }),
    columns: [
      column.client(
        (row) => row.client_id,
        (row) => row.client,
      ),
      column.text(texts.columns.offer, (row) => nameOf(data.names, row.item_id)),
      column.text(texts.columns.because, (row) => nameOf(data.names, row.reason_item_id)),
      column.percent(texts.columns.confidence, (row) => row.confidence),
      column.count(texts.columns.both, (row) => row.basket_ab_count),
      column.money(texts.columns.expected, (row) => row.expected_margin_amount),
      column.named(words.dimensions.region, (row) => row.region, words.values),
      column.text(words.dimensions.manager, (row) => managerName(context, data.managers, row.manager_id)),
    ],
  });
}

/** Lists the pairs of products the filters leave. */
export function pairTable(context: PageContext, data: CrossSellData): HTMLElement {
  const { words, formats } = context;
  const rows = ofProduct(context, data.pairs);
  return dataTable(context, {
    name: "pairs",
    title: words.crossSell.pairTable,
    subtitle: words.crossSell.pairTableSubtitle(rows.length, formats),
    rows,
    columns: pairColumns(context, data),
  });
}

/** The columns of a list of pairs. */
export function pairColumns(context: PageContext, data: CrossSellData) {
  const texts = context.words.crossSell.columns;
  const column = columnsFor<PairRow>(context);
  return [
    column.text(texts.first, (row) => nameOf(data.names, row.item_a)),
    column.text(texts.second, (row) => nameOf(data.names, row.item_b)),
    column.count(texts.both, (row) => row.basket_ab_count),
    column.decimal(texts.beyond, beyondChance),
    column.ratio(texts.lift, (row) => row.lift),
    column.ratio(texts.liftLower, (row) => row.lift_lower),
    column.percent(texts.confidenceAB, (row) => row.confidence_ab),
    column.percent(texts.confidenceBA, (row) => row.confidence_ba),
  ];
}
