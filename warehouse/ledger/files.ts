import { basename } from "node:path";
import type { Connection, Value } from "../connection.ts";
import type { FilesTable } from "./tables.ts";

/** What identifies a load: the same bytes under the same contract are never loaded twice. */
export type LoadKey = Pick<FilesTable, "source" | "feed" | "sha256" | "contract_hash">;

const sameLoad = "source = $1 and feed = $2 and sha256 = $3 and contract_hash = $4";

/**
 * Tells whether a file would change nothing: its bytes are what was last loaded under its name, or were loaded under
 * another name.
 *
 * A file that returns to earlier bytes under its own name is news. So is a snapshot with known bytes under a new base
 * name, when another state was loaded last: the newest full state counts. A file moved to another folder is not news.
 */
export async function isLoaded(
  connection: Connection,
  load: LoadKey,
  { name, mode }: Pick<FilesTable, "name" | "mode">,
): Promise<boolean> {
  const loads = await connection.rows<LoadKey & Pick<FilesTable, "name">>(
    `select name, sha256, contract_hash from meta.files
     where source = $1 and feed = $2 and state = 'committed' order by loaded_at desc`,
    [load.source, load.feed],
  );
  const isThis = (other: LoadKey) => other.sha256 === load.sha256 && other.contract_hash === load.contract_hash;
  const lastOfName = loads.find((other) => other.name === name);
  if (lastOfName !== undefined) return isThis(lastOfName);
  const same = loads.filter(isThis);
  if (mode !== "snapshot" || loads[0] === undefined || isThis(loads[0])) return same.length > 0;
  return same.some((other) => basename(other.name) === basename(name));
}

/**
 * Gives a load its number: that of an earlier attempt which was not committed, or the next. What the earlier attempt
 * wrote to the ledger is removed. Call it inside the transaction of the load.
 */
export async function claimFileId(connection: Connection, load: LoadKey, name: string): Promise<number> {
  const earlier = await connection.row<{ file_id: number }>(
    `select file_id from meta.files where ${sameLoad} and state <> 'committed' and (sha256 <> '' or name = $5)`,
    [...loadValues(load), name],
  );
  if (earlier === undefined) {
    const next = await connection.row<{ id: number }>("select coalesce(max(file_id), 0) + 1 as id from meta.files");
    return next?.id ?? 1;
  }
  for (const table of ["files", "rejects", "lines"]) {
    await connection.run(`delete from meta.${table} where file_id = $1`, [earlier.file_id]);
  }
  return earlier.file_id;
}

/** Gives the moment a load counts from, as UTC text: now, but always after every load before it. */
export async function nextLoadedAt(connection: Connection, now: Date): Promise<string> {
  const row = await connection.row<{ loaded_at: string }>(
    "select greatest($1::timestamp, coalesce(max(loaded_at) + interval 1 millisecond, $1::timestamp)) as loaded_at from meta.files",
    [now.toISOString().slice(0, -1).replace("T", " ")],
  );
  if (row === undefined) throw new Error("an aggregate gave no row");
  return row.loaded_at;
}

/** Writes the row of a load. */
export async function insertFile(connection: Connection, file: FilesTable): Promise<void> {
  const entries = Object.entries(file) as readonly (readonly [string, Value])[];
  const places = entries.map((_, index) => `$${index + 1}`);
  await connection.run(
    `insert into meta.files (${entries.map(([name]) => name).join(", ")}) values (${places.join(", ")})`,
    entries.map(([, value]) => value),
  );
}

function loadValues({ source, feed, sha256, contract_hash }: LoadKey): readonly Value[] {
  return [source, feed, sha256, contract_hash];
}
