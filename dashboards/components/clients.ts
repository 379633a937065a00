import { type DataFile, readRows } from "../data.ts";
import { divide, sumOf } from "../figures.ts";
import type { ClientRow } from "../rows.ts";
import type { PageContext } from "./context.ts";

/** Who a client is and where it belongs, as the rows of a list of clients tell. */
export type NamedClient = Omit<ClientRow, "last_order_date">;

/** Names a client and its place; one nobody describes stands by its key, its place is unknown. */
export function describeClient(client: NamedClient | undefined, id: string) {
  return {
    name: client?.name ?? id,
    region: client?.region ?? "unknown",
    manager_id: client?.manager_id ?? "unknown",
  };
}

/** Reads the names of clients. */
export async function readClientNames(file: DataFile | undefined): Promise<Readonly<Record<string, string>>> {
  const clients = await readRows<Pick<NamedClient, "client_id" | "name">>(file);
  return Object.fromEntries(clients.map((row) => [row.client_id, row.name]));
}

/** Says what the clients a list shows sold, and which part of what all of the list did. */
export function soldText<Row>(
  { words, formats }: PageContext,
  shown: readonly Row[],
  all: readonly Row[],
  amount: (row: Row) => number,
): string {
  const net = sumOf(shown, amount);
  return words.clients.tableSubtitle(formats.moneyShort(net), formats.percent(divide(net, sumOf(all, amount)) ?? 0));
}
