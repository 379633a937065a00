import { describeClient, type NamedClient } from "../components/clients.ts";
import type { PageContext } from "../components/context.ts";
import { ofPlace } from "../components/filters.ts";
import { type LongList, readLongList } from "../components/long-list.ts";
import { readManagers } from "../components/monthly.ts";
import { readRows } from "../data.ts";
import { divide, filterRows, sumOf } from "../figures.ts";
import type { DiscountRow } from "./profit-discounts.ts";

/** What clients of a class, a region and a manager sold, cost and left; those whose costs are known stand apart. */
export interface PlaceRow {
  readonly class: string;
  readonly region: string;
  readonly manager_id: string;
  readonly is_costed: boolean;
  readonly window_from_date: string;
  readonly window_to_date: string;
  readonly client_count: number;
  readonly losing_client_count: number;
  readonly bare_client_count: number;
  readonly list_amount: number;
  readonly discount_amount: number;
  readonly return_amount: number;
  readonly net_amount: number;
  readonly goods_amount: number | null;
  readonly delivery_amount: number;
  readonly contact_amount: number;
  readonly complaint_amount: number;
  readonly campaign_amount: number;
  readonly cost_to_serve_amount: number;
  readonly profit_amount: number | null;
  readonly loss_amount: number;
}

/** Profit of a band of clients, the highest first. */
export interface BandRow {
  readonly class: string;
  readonly region: string;
  readonly manager_id: string;
  readonly band: number;
  readonly client_count: number;
  readonly profit_amount: number;
}

/** Profit of a part of the clients, whatever the filters. */
export interface PartRow {
  readonly segmentation: string;
  readonly segment: string;
  readonly client_count: number;
  readonly losing_client_count: number;
  readonly net_amount: number;
  readonly cost_to_serve_amount: number;
  readonly profit_amount: number | null;
  readonly profit_rate: number | null;
  readonly quality_flag: string;
}

interface ProfitRow {
  readonly client_id: string;
  readonly delivery_count: number;
  readonly contact_count: number;
  readonly discount_amount: number;
  readonly net_amount: number;
  readonly goods_amount: number | null;
  readonly cost_to_serve_amount: number;
  readonly profit_amount: number | null;
  readonly costed_share: number | null;
  readonly quality_flag: string;
}

/** A client of the list with the names a reader knows. */
export interface Client extends ProfitRow {
  readonly name: string;
  readonly region: string;
  readonly manager_id: string;
  readonly class: string;
}

export interface ProfitData {
  readonly places: readonly PlaceRow[];
  readonly bands: readonly BandRow[];
  readonly clients: LongList<Client>;
  readonly discounts: readonly DiscountRow[];
  readonly parts: readonly PartRow[];
  readonly managers: Readonly<Record<string, string>>;
}

/** Reads what the page is drawn from; the list of clients may come later. */
export async function readProfit(context: PageContext): Promise<ProfitData> {
  const { files } = context;
  return {
    places: await readRows<PlaceRow>(files["profit-places"]),
    bands: await readRows<BandRow>(files["profit-bands"]),
    clients: await readLongList(context, ["client-profit", "profit-clients", "client-class-now"], () =>
      readClients(context),
    ),
    parts: await readRows<PartRow>(files["profit-by-segment"]),
    discounts: await readRows<DiscountRow>(files.discounts),
    managers: await readManagers(context),
  };
}

async function readClients({ files }: PageContext): Promise<readonly Client[]> {
  const clients = new Map((await readRows<NamedClient>(files["profit-clients"])).map((row) => [row.client_id, row]));
  const segments = await readRows<{ client_id: string; segment: string }>(files["client-class-now"]);
  const classes = new Map(segments.map((row) => [row.client_id, row.segment]));
  return (await readRows<ProfitRow>(files["client-profit"])).map(
    (row): Client => ({
      ...row,
      ...describeClient(clients.get(row.client_id), row.client_id),
      class: classes.get(row.client_id) ?? "prospect",
    }),
  );
}

interface Dimensions {
  readonly class: string;
  readonly region: string;
  readonly manager_id: string;
}

/** Keeps the rows of what the filters name; the bars of classes are drawn without the filter by class. */
export function chosen<Row extends Dimensions>(
  context: PageContext,
  rows: readonly Row[],
  filters: { readonly byClass: boolean } = { byClass: true },
): readonly Row[] {
  return filterRows(ofPlace(context, rows), { class: filters.byClass ? context.state.get("class") : "" });
}

/** Adds up profit; only of clients whose costs are known. */
export function profitOf(rows: readonly PlaceRow[]): number {
  return sumOf(rows, (row) => row.profit_amount);
}

/** Divides profit by the net sales of the same clients. */
export function rateOf(rows: readonly PlaceRow[]): number | null {
  return divide(
    profitOf(rows),
    sumOf(rows, (row) => row.net_amount),
  );
}
