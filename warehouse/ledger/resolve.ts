import type { Connection } from "../connection.ts";
import { createLedger } from "../kysely.ts";
import type { Standing } from "./loads.ts";
import type { FilesTable } from "./tables.ts";

/**
 * Marks what was set aside and is taken up by a load: by a replay those of its lines; by the same bytes under another
 * contract, or a correction, all that is open of the load they answer to. What is still wrong is open under the new load.
 * A replay marks its own (`rerun.ts`), since only it knows which lines it took. Call it inside the transaction of the load.
 */
export async function resolveRejects(connection: Connection, file: FilesTable, standing: Standing): Promise<void> {
  const { kind, of } = standing;
  if (of === undefined || kind === "replay") return;
  const ledger = createLedger(connection);
  const answered = ledger
    .selectFrom("meta.files")
    .select("file_id")
    .where("source", "=", of.source)
    .where("feed", "=", of.feed)
    .where("sha256", "=", of.sha256)
    .where("file_id", "<>", file.file_id);
  await ledger
    .updateTable("meta.rejects")
    .set({ state: kind === "correction" ? "corrected" : "replayed", resolved_by: file.file_id })
    .where("state", "=", "open")
    .where("file_id", "in", answered)
    .execute();
}
