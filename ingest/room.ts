import type { Connection } from "../warehouse/connection.ts";
import { messageOf } from "../warehouse/errors.ts";
import { quoteText } from "../warehouse/sql.ts";

/** Memory DuckDB takes while files are loaded; what is more goes to the spill folder, so that large files need no more. */
export const loadingMemory = "400MB";

/**
 * Runs a job that may be run again; once more, with the memory the machine has, where a step of it can neither be held nor
 * spilled.
 */
export async function withRoom<T>(connection: Connection, job: () => Promise<T>): Promise<T> {
  try {
    return await job();
  } catch (error) {
    if (!messageOf(error).startsWith("Out of Memory Error")) throw error;
    await liftLimit(connection);
    return job();
  }
}

/** `reset` names DuckDB's default without setting it (1.5.6), so it is set by its name. */
async function liftLimit(connection: Connection): Promise<void> {
  await connection.run("reset memory_limit");
  const row = await connection.row<{ most: string }>("select current_setting('memory_limit') as most");
  await connection.run(`set memory_limit = ${quoteText(row?.most ?? "")}`);
}
