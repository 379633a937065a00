import { describeClient, type NamedClient } from "../components/clients.ts";
import type { PageContext } from "../components/context.ts";
import { type LongList, readLongList } from "../components/long-list.ts";
import { readManagers } from "../components/monthly.ts";
import { readRows } from "../data.ts";
import { sumOf } from "../figures.ts";
import type { RfmCutRow, RfmRow } from "../rows.ts";

/** Segments in the order of what they are worth and what to do. */
export const segmentOrder = [
  "champions",
  "loyal",
  "potential_loyalist",
  "new",
  "promising",
  "needs_attention",
  "about_to_sleep",
  "cannot_lose",
  "at_risk",
  "hibernating",
] as const;

/** Clients of a cell of the grid in a region, of a manager. */
export interface PlaceRow {
  readonly recency_score: number;
  readonly fm_score: number;
  readonly segment: string;
  readonly region: string;
  readonly manager_id: string;
  readonly client_count: number;
  readonly net_amount: number;
  readonly recency_day_count: number;
  readonly purchase_day_count: number;
  readonly previous_client_count: number;
}

/** Sums of a segment, or of a cell of the grid. */
export interface Sums {
  readonly clients: number;
  readonly before: number;
  readonly net: number;
  readonly recencyDays: number;
  readonly purchaseDays: number;
}

export interface Segment extends Sums {
  readonly segment: string;
}

export interface ScoredClient extends RfmRow {
  readonly name: string;
  readonly region: string;
  readonly manager_id: string;
}

/** What the page is drawn from. */
export interface RfmData {
  readonly places: readonly PlaceRow[];
  readonly cuts: readonly RfmCutRow[];
  readonly clients: LongList<ScoredClient>;
  readonly managers: Readonly<Record<string, string>>;
}

/** Reads what the page is drawn from; the list of clients may come later. */
export async function readRfm(context: PageContext): Promise<RfmData> {
  const { files } = context;
  return {
    places: await readRows<PlaceRow>(files["rfm-places"]),
    cuts: await readRows<RfmCutRow>(files["rfm-cuts"]),
    clients: await readLongList(context, ["rfm", "clients"], () => readClients(context)),
    managers: await readManagers(context),
  };
}

async function readClients({ files }: PageContext): Promise<readonly ScoredClient[]> {
  const clients = new Map((await readRows<NamedClient>(files.clients)).map((row) => [row.client_id, row]));
  return (await readRows<RfmRow>(files.rfm))
    .map((row): ScoredClient => ({ ...row, ...describeClient(clients.get(row.client_id), row.client_id) }))
    .sort((left, right) => right.monetary_amount - left.monetary_amount);
}

/** Adds up what stands in a segment or a cell. */
export function addUp(rows: readonly PlaceRow[]): Sums {
  return {
    clients: sumOf(rows, (row) => row.client_count),
    before: sumOf(rows, (row) => row.previous_client_count),
    net: sumOf(rows, (row) => row.net_amount),
    recencyDays: sumOf(rows, (row) => row.recency_day_count),
    purchaseDays: sumOf(rows, (row) => row.purchase_day_count),
  };
}
