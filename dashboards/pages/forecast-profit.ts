import { barCard, stepCard } from "../components/cards.ts";
import { filterBy } from "../components/choose.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { managerName } from "../components/monthly.ts";
import { nameOf, valueName } from "../components/names.ts";
import { textCard } from "../components/page.ts";
import { dataTable } from "../components/table.ts";
import { filterRows } from "../figures.ts";
import {
  type BridgeRow,
  bridgeParts,
  type ForecastData,
  ofSeries,
  readSeries,
  type SellerRow,
} from "./forecast-data.ts";

/** The window a bridge spans unless another is chosen. */
export const bridgeWindows = ["last_12_months", "last_3_months", "last_1_months"] as const;

/** Draws why sales differ from last year. */
export function bridgeBars(context: PageContext, data: ForecastData): HTMLElement {
  const { words, formats } = context;
  const [row] = ofSeries(inWindow(context, data), readSeries(context));
  if (row === undefined) return textCard(words.forecast.bridgePlain, words.states.noData);
  const parts = bridgeParts.map((part) => ({ name: nameOf(words.forecast.parts, part), amount: row[part] }));
  const most = [...parts].sort((left, right) => Math.abs(right.amount) - Math.abs(left.amount))[0];
  const rows = [
    ...parts.map((part) => ({ ...part, isWhole: false })),
    { name: words.forecast.gap, amount: row.gap_amount, isWhole: true },
  ];
  const column = columnsFor<(typeof rows)[number]>(context);
  return stepCard(
    context,
    {
      name: "sales-bridge",
      title: words.forecast.bridgeTitle(
        formats.moneyChange(row.gap_amount),
        most?.name ?? "",
        formats.moneyChange(most?.amount ?? 0),
      ),
      subtitle: words.forecast.bridgeSubtitle(formats.monthRange(row.from_month, row.to_month)),
      rows,
      columns: [
        column.text(words.forecast.part, (part) => part.name),
        column.money(words.columns.change, (part) => part.amount),
      ],
    },
    (part) => ({
      label: part.name,
      value: part.amount,
      text: formats.moneyChange(part.amount),
      color: part.isWhole ? "var(--plan)" : part.amount < 0 ? "var(--down)" : "var(--up)",
      isWhole: part.isWhole,
    }),
  );
}

/** Draws how far sales of every region and direction differ from last year; a bar filters the page by it. */
export function seriesBars(context: PageContext, data: ForecastData): HTMLElement {
  const { words, formats } = context;
  const rows = inWindow(context, data)
    .filter((row) => row.dimension !== "total")
    .sort((left, right) => Math.abs(right.gap_amount) - Math.abs(left.gap_amount));
  const [first] = rows;
  const column = columnsFor<BridgeRow>(context);
  return barCard(
    context,
    {
      name: "sales-bridges",
      title: seriesTitle(context, rows),
      subtitle:
        first === undefined ? "" : words.forecast.bridgesSubtitle(formats.monthRange(first.from_month, first.to_month)),
      rows,
      columns: [
        column.text(words.forecast.series, (row) => seriesName(context, row.dimension, row.entity_id)),
        column.money(words.columns.before, (row) => row.previous_amount),
        ...bridgeParts.map((part) => column.money(nameOf(words.forecast.parts, part), (row) => row[part])),
        column.money(words.columns.now, (row) => row.amount),
        column.money(words.forecast.gap, (row) => row.gap_amount),
      ],
    },
    (row) => ({
      label: seriesName(context, row.dimension, row.entity_id),
      value: row.gap_amount,
      text: formats.moneyChange(row.gap_amount),
      color: row.gap_amount < 0 ? "var(--down)" : "var(--up)",
      action: filterBy(context, row.dimension, row.entity_id, {
        [row.dimension === "region" ? "direction" : "region"]: "",
      }),
    }),
  );
}

/** Names the region and the direction that changed most. */
function seriesTitle({ words, formats }: PageContext, largestFirst: readonly BridgeRow[]): string {
  const [region, direction] = ["region", "direction"].map((dimension) => {
    const row = largestFirst.find((each) => each.dimension === dimension);
    return row && `${valueName(words, row.entity_id)} (${formats.moneyChange(row.gap_amount)})`;
  });
  return region === undefined || direction === undefined
    ? words.forecast.bridgeTable
    : words.forecast.bridgesTitle(region, direction);
}

/** Lists sellers by what they sold and earned. */
export function sellerTable(context: PageContext, data: ForecastData): HTMLElement {
  const { words, formats, state } = context;
  const nameOfSeller = (row: SellerRow) => managerName(context, data.managers, row.manager_id);
  const best = data.sellers
    .filter((row) => row.margin_rate !== null && row.order_count >= 30 && row.manager_id !== "unknown")
    .sort((left, right) => (right.margin_rate ?? 0) - (left.margin_rate ?? 0))[0];
  const first = data.sellers[0];
  const column = columnsFor<SellerRow>(context);
  return dataTable(context, {
    name: "seller-profitability",
    title:
      best?.margin_rate == null
        ? words.forecast.sellers
        : words.forecast.sellersTitle(nameOfSeller(best), formats.percent(best.margin_rate)),
    subtitle:
      first === undefined ? "" : words.forecast.sellersSubtitle(formats.monthRange(first.from_month, first.to_month)),
    rows: filterRows(data.sellers, { manager_id: state.get("manager") }),
    columns: [
      column.text(words.dimensions.manager, nameOfSeller),
      column.count(words.forecast.orders, (row) => row.order_count),
      column.count(words.columns.clients, (row) => row.client_count),
      column.money(words.forecast.net, (row) => row.net_amount),
      column.money(words.forecast.margin, (row) => row.margin_amount),
      column.percent(words.forecast.marginRate, (row) => row.margin_rate),
      column.percent(words.forecast.discountRate, (row) => row.discount_rate),
      column.money(words.forecast.leak, (row) => row.leak_amount),
      column.percent(words.forecast.returnRate, (row) => row.return_rate),
    ],
  });
}

/** Names a region or direction with what it is. */
function seriesName({ words }: PageContext, dimension: string, entity: string): string {
  const kind = dimension === "region" ? words.dimensions.region : words.dimensions.direction;
  return `${kind}: ${valueName(words, entity)}`;
}

function windowOf({ state }: PageContext): string {
  return state.get("window") || bridgeWindows[0];
}

function inWindow(context: PageContext, data: ForecastData): readonly BridgeRow[] {
  return data.bridge.filter((row) => row.window_name === windowOf(context));
}
