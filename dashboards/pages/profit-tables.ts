import { clientColumn } from "../components/client-link.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { longListCard } from "../components/long-list.ts";
import { nameOf, valueName } from "../components/names.ts";
import { dataTable, summed } from "../components/table.ts";
import { divide } from "../figures.ts";
import { className } from "./profit-charts.ts";
import { type Client, chosen, type PartRow, type ProfitData } from "./profit-data.ts";

/** Lists clients by profit. */
export function clientTable(context: PageContext, data: ProfitData): HTMLElement {
  const { words, formats } = context;
  const texts = words.profit;
  if (data.clients.rows === undefined)
    return longListCard(context, data.clients, { name: "client-profit", title: texts.table });
  const rows = chosen(context, data.clients.rows);
  const column = columnsFor<Client>(context);
  return dataTable(context, {
    name: "client-profit",
    title: texts.table,
    subtitle: texts.tableSubtitle(rows.length, formats),
    rows,
    columns: [
      clientColumn<Client>(context),
      column.text(words.columns.class, (row) => className(context, row.class)),
      summed(column.money(words.metrics.netSales, (row) => row.net_amount)),
      summed(column.money(texts.columns.discount, (row) => row.discount_amount)),
      column.money(texts.columns.goods, (row) => row.goods_amount),
      summed(column.money(texts.columns.serve, (row) => row.cost_to_serve_amount)),
      column.money(texts.columns.profit, (row) => row.profit_amount),
      column.percent(texts.columns.rate, (row) =>
        row.profit_amount === null ? null : divide(row.profit_amount, row.net_amount),
      ),
      summed(column.count(texts.columns.deliveries, (row) => row.delivery_count)),
      summed(column.count(texts.columns.contacts, (row) => row.contact_count)),
      column.percent(texts.columns.costed, (row) => row.costed_share),
      column.named(words.columns.quality, (row) => row.quality_flag, { ...words.flags, ...texts.flags }),
      column.named(words.dimensions.region, (row) => row.region, words.values),
      column.text(words.dimensions.manager, (row) => nameOf(data.managers, valueName(words, row.manager_id))),
    ],
  });
}

/** Lists the parts clients are divided into. */
export function partTable(context: PageContext, parts: readonly PartRow[]): HTMLElement {
  const { words } = context;
  const texts = words.profit;
  const names = { class: words.classes, rfm: { ...words.segments, inactive: words.classes.inactive ?? "" } };
  const partName = ({ segmentation, segment }: PartRow) =>
    segmentation === "class" && segment === "prospect"
      ? texts.prospect
      : nameOf(segmentation === "class" || segmentation === "rfm" ? names[segmentation] : words.values, segment);
  const column = columnsFor<PartRow>(context);
  return dataTable(context, {
    name: "profit-by-segment",
    title: texts.partTable,
    subtitle: texts.partSubtitle,
    rows: parts,
    columns: [
      column.named(words.portrait.segmentation, (row) => row.segmentation, words.portrait.segmentations),
      column.text(words.portrait.segment, partName),
      column.count(words.columns.clients, (row) => row.client_count),
      column.count(texts.losing, (row) => row.losing_client_count),
      column.money(words.metrics.netSales, (row) => row.net_amount),
      column.money(texts.columns.serve, (row) => row.cost_to_serve_amount),
      column.money(texts.columns.profit, (row) => row.profit_amount),
      column.percent(texts.columns.rate, (row) => row.profit_rate),
      column.named(words.columns.quality, (row) => row.quality_flag, { ...words.flags, ...texts.flags }),
    ],
  });
}
