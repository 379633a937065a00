import { existsSync } from "node:fs";
import { type Connection, withConnection } from "../connection.ts";
import { createTable, type TypedColumn } from "../engines/duckdb.ts";
import type { Settings } from "../settings.ts";
import { insertRows } from "./meta.ts";

/** A card whose client is another one than in the build before. */
export interface ClientChange {
  readonly changed_at: string;
  readonly as_of_date: string;
  /** `merge`: it went with all cards of its old client or joined others; `split`: it left its old client's oldest card. */
  readonly kind: "merge" | "split";
  readonly source_client_id: string;
  readonly client_id_before: string;
  readonly client_id: string;
}

/** What the published warehouse says of clients: whose cards were, up to which file, and what had changed until then. */
export interface ClientHistory {
  readonly asOf: string;
  readonly newestFileId: number;
  /** Cards of clients with several, and their client. */
  readonly clientOf: ReadonlyMap<string, string>;
  readonly changes: readonly ClientChange[];
}

/** Columns of `meta.client_changes`. */
const columns: readonly TypedColumn[] = [
  { name: "changed_at", sqlType: "timestamp" },
  { name: "as_of_date", sqlType: "date" },
  ...["kind", "source_client_id", "client_id_before", "client_id"].map((name) => ({ name, sqlType: "varchar" })),
];

/** Reads the history of the published warehouse; undefined where there is none, or it cannot be read: it is disposable. */
export async function readClientHistory({ paths }: Settings): Promise<ClientHistory | undefined> {
  if (!existsSync(paths.crm)) return undefined;
  try {
    return await withConnection({ attach: [{ path: paths.crm, as: "crm", mode: "read" }] }, async (connection) => {
      const run = await connection.row<{ as_of: string; newest: number | null }>(
        "select cast(as_of_date as varchar) as as_of, (select max(file_id) from meta.files) as newest from meta.run",
      );
      const changes = await connection.rows<ClientChange>("select * from meta.client_changes");
      const clientOf = await readClients(connection);
      return run === undefined ? undefined : { asOf: run.as_of, newestFileId: run.newest ?? 0, clientOf, changes };
    });
  } catch {
    return undefined;
  }
}

/**
 * Writes `meta.client_changes`: the history carried on, and each card known before whose client is another one now. A build
 * of an earlier day than the published one carries the history on and adds nothing: going back in time merges nobody.
 */
export async function writeClientChanges(
  connection: Connection,
  history: ClientHistory | undefined,
  now: { readonly builtAt: Date; readonly asOf: string },
): Promise<readonly ClientChange[]> {
  const found = history === undefined || now.asOf < history.asOf ? [] : await findChanges(connection, history, now);
  await connection.run(createTable("meta.client_changes", columns));
  await insertRows(connection, "meta.client_changes", columns, [...(history?.changes ?? []), ...found]);
  return found;
}

async function findChanges(
  connection: Connection,
  history: ClientHistory,
  now: { readonly builtAt: Date; readonly asOf: string },
): Promise<readonly ClientChange[]> {
  const clientOf = await readClients(connection);
  const known = await readKnown(connection, history.newestFileId);
  const before = (card: string) => history.clientOf.get(card) ?? card;
  const after = (card: string) => clientOf.get(card) ?? card;
  const changed = [...new Set([...history.clientOf.keys(), ...clientOf.keys()])].filter(
    (card) => before(card) !== after(card) && known.has(card),
  );
  return changed.sort().map((card) => ({
    changed_at: now.builtAt.toISOString().slice(0, 23).replace("T", " "),
    as_of_date: now.asOf,
    kind: after(before(card)) === after(card) ? "merge" : "split",
    source_client_id: card,
    client_id_before: before(card),
    client_id: after(card),
  }));
}

async function readClients(connection: Connection): Promise<ReadonlyMap<string, string>> {
  const rows = await connection.rows<{ card: string; client: string }>(
    "select source_client_id as card, client_id as client from marts.client_sources where card_count > 1",
  );
  return new Map(rows.map(({ card, client }) => [card, client]));
}

/** Cards of today that the published warehouse knew too: a card that is new joins a client, and merges none. */
async function readKnown(connection: Connection, newestFileId: number): Promise<ReadonlySet<string>> {
  const rows = await connection.rows<{ card: string }>(
    `select distinct client_id as card from raw_file.raw.clients where _file_id <= ${Math.trunc(newestFileId)}`,
  );
  return new Set(rows.map(({ card }) => card));
}
