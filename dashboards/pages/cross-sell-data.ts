import { describeClient, type NamedClient } from "../components/clients.ts";
import type { PageContext } from "../components/context.ts";
import { type LongList, readLongList } from "../components/long-list.ts";
import { readManagers } from "../components/monthly.ts";
import { readRows } from "../data.ts";
import type { ProductRow } from "../rows.ts";
import type { OptedOutRow } from "./activity-lists.ts";

export interface PairRow {
  readonly item_a: string;
  readonly item_b: string;
  readonly basket_a_count: number;
  readonly basket_b_count: number;
  readonly basket_ab_count: number;
  readonly basket_count: number;
  readonly confidence_ab: number;
  readonly confidence_ba: number;
  readonly lift: number;
  readonly lift_lower: number;
  readonly leverage: number;
}

interface OfferRow {
  readonly client_id: string;
  readonly item_id: string;
  readonly offer_rank: number;
  readonly reason_item_id: string;
  readonly confidence: number;
  readonly basket_ab_count: number;
  readonly expected_amount: number | null;
  readonly expected_margin_amount: number | null;
}

export interface SegmentRow {
  readonly segmentation: string;
  readonly segment: string;
  readonly category: string;
  readonly net_amount: number;
  readonly share_of_segment: number;
  readonly index_ratio: number;
  readonly client_count: number;
  readonly penetration: number;
  readonly quality_flag: string;
}

interface ProductSalesRow {
  readonly region: string;
  readonly product_id: string;
  readonly net_amount: number;
  readonly margin_amount: number | null;
  readonly costed_amount: number;
}

/** Sales of a product in a region, and what it belongs to. */
export interface SaleRow extends ProductSalesRow {
  readonly direction: string;
}

/** An offer with the names a reader knows. */
export interface Offer extends OfferRow {
  readonly client: string;
  readonly region: string;
  readonly manager_id: string;
}

/** To how many clients of a region and a manager an item is the best offer, and one of the three best; what that is worth. */
export interface OfferCountRow {
  readonly region: string;
  readonly manager_id: string;
  readonly item_id: string;
  readonly client_count: number;
  readonly expected_margin_amount: number | null;
  readonly listed_client_count: number;
  readonly listed_margin_amount: number | null;
}

/** What the page is drawn from. */
export interface CrossSellData {
  readonly pairs: readonly PairRow[];
  readonly counts: readonly OfferCountRow[];
  readonly offers: LongList<Offer>;
  readonly optedOut: readonly OptedOutRow[];
  readonly segments: readonly SegmentRow[];
  readonly sales: readonly SaleRow[];
  readonly names: Readonly<Record<string, string>>;
  readonly managers: Readonly<Record<string, string>>;
}

/** Reads what the page is drawn from; the list of offers may come later. */
export async function readCrossSell(context: PageContext): Promise<CrossSellData> {
  const { files } = context;
  const products = new Map((await readRows<ProductRow>(files.products)).map((row) => [row.product_id, row]));
  const sales = (await readRows<ProductSalesRow>(files["product-sales"])).map(
    (row): SaleRow => ({
      ...row,
      direction: products.get(row.product_id)?.direction ?? "unknown",
    }),
  );
  return {
    pairs: await readRows<PairRow>(files["product-pairs"]),
    optedOut: await readRows<OptedOutRow>(files["opted-out"]),
    counts: await readRows<OfferCountRow>(files["offer-counts"]),
    offers: await readLongList(context, ["next-products", "offer-clients"], () => readOffers(context)),
    segments: (await readRows<SegmentRow>(files["product-segments"])).filter(
      (row) => row.segmentation === "class" && row.quality_flag === "ok",
    ),
    sales,
    names: Object.fromEntries([...products].map(([id, row]) => [id, row.name])),
    managers: await readManagers(context),
  };
}

async function readOffers({ files }: PageContext): Promise<readonly Offer[]> {
  const clients = new Map((await readRows<NamedClient>(files["offer-clients"])).map((row) => [row.client_id, row]));
  return (await readRows<OfferRow>(files["next-products"])).map((row): Offer => {
    const { name, ...place } = describeClient(clients.get(row.client_id), row.client_id);
    return { ...row, client: name, ...place };
  });
}

/** Keeps the pairs that hold the product chosen. */
export function ofProduct({ state }: PageContext, pairs: readonly PairRow[]): readonly PairRow[] {
  const product = state.get("product");
  return product === "" ? pairs : pairs.filter((row) => row.item_a === product || row.item_b === product);
}
