import { existsSync } from "node:fs";
import { type Connection, withConnection } from "../connection.ts";
import { createTable, type TypedColumn } from "../engines/duckdb.ts";
import type { Settings } from "../settings.ts";
import { type ClientChange, type ClientHistory, keepClientHistory, readClientJournal } from "./client-journal.ts";
import { insertRows } from "./meta.ts";

/** Columns of `meta.client_changes`. */
const columns: readonly TypedColumn[] = [
  { name: "changed_at", sqlType: "timestamp" },
  { name: "as_of_date", sqlType: "date" },
  ...["kind", "source_client_id", "client_id_before", "client_id"].map((name) => ({ name, sqlType: "varchar" })),
];

/** Reads the history of clients: from its journal, or from the published warehouse where there is none yet. */
export async function readClientHistory(settings: Settings): Promise<ClientHistory | undefined> {
  return readClientJournal(settings.paths.clientJournal) ?? (await readPublished(settings));
}

/**
 * Writes `meta.client_changes`: the history carried on, and each card known before whose client is another one now. A build
 * of an earlier day than the newest one, or without clients, carries the history on and adds nothing.
 * @returns what was found, and how to keep it in the journal: call that before the new warehouse is put in place, so that
 *   nothing that was published is ever lost with it.
 */
export async function writeClientChanges(
  connection: Connection,
  history: ClientHistory | undefined,
  now: { readonly builtAt: Date; readonly asOf: string; readonly hasClients: boolean },
): Promise<{ readonly found: readonly ClientChange[]; readonly keep: (path: string) => void }> {
  const isApart = !now.hasClients || (history !== undefined && now.asOf < history.asOf);
  const found = history === undefined || isApart ? [] : await findChanges(connection, history, now);
  const changes = [...(history?.changes ?? []), ...found];
  await connection.run(createTable("meta.client_changes", columns));
  await insertRows(connection, "meta.client_changes", columns, changes);
  if (isApart) return { found, keep: () => {} };
  const clientOf = await readClients(connection);
  const newest = await connection.row<{ newest: number | null }>("select max(file_id) as newest from meta.files");
  const state = { asOf: now.asOf, newestFileId: newest?.newest ?? 0, clientOf, changes };
  return { found, keep: (path) => keepClientHistory(path, state) };
}

/** Reads what the published warehouse says; undefined where there is none, or it cannot be read: it is disposable. */
async function readPublished({ paths }: Settings): Promise<ClientHistory | undefined> {
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
