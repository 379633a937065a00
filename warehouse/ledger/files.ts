import type { Connection, Value } from "../connection.ts";
import type { Slot } from "./loads.ts";
import type { FilesTable } from "./tables.ts";

/** Removes what an earlier attempt of a load wrote to the ledger. Call it inside the transaction of the load. */
export async function clearSlot(connection: Connection, { fileId, isRetry }: Slot): Promise<void> {
  if (!isRetry) return;
  for (const table of ["files", "rejects", "lines"]) {
    await connection.run(`delete from meta.${table} where file_id = $1`, [fileId]);
  }
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
