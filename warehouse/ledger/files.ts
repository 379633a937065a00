import type { Connection } from "../connection.ts";
import { createLedger } from "../kysely.ts";
import type { Slot } from "./loads.ts";
import type { FilesTable } from "./tables.ts";

/** Removes what an earlier attempt of a load wrote to the ledger. Call it inside the transaction of the load. */
export async function clearSlot(connection: Connection, { fileId, isRetry }: Slot): Promise<void> {
  if (!isRetry) return;
  const ledger = createLedger(connection);
  for (const table of ["meta.files", "meta.rejects", "meta.lines", "meta.remarks"] as const)
    await ledger.deleteFrom(table).where("file_id", "=", fileId).execute();
}

/** Writes the row of a load. */
export async function insertFile(connection: Connection, file: FilesTable): Promise<void> {
  await createLedger(connection).insertInto("meta.files").values(file).execute();
}
