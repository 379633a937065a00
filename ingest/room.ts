import type { Connection } from "../warehouse/connection.ts";
import { messageOf } from "../warehouse/errors.ts";
import { quoteText } from "../warehouse/sql.ts";

/** Memory DuckDB takes while files are loaded; what is more goes to the spill folder, so that large files need no more. */
export const loadingMemory = "400MB";

/** The same while a large file is staged: beside a table of all its rows, packing needs as much again as it needs alone. */
const stagingMemory = "340MB";

/** Room for one file, as long as it is loaded. */
export interface Room {
  /** Makes the room smaller, for rows that are staged. */
  tighten(): Promise<void>;
}

/**
 * Runs a job that may be run again; once more, with the memory the machine has, where a step of it can neither be held nor
 * spilled.
 */
export async function withRoom<T>(connection: Connection, job: (room: Room) => Promise<T>): Promise<T> {
  let isTight = false;
  const tighten = async () => {
    isTight = true;
    await connection.run(`set memory_limit = ${quoteText(stagingMemory)}`);
  };
  try {
    return await job({ tighten });
  } catch (error) {
    if (!messageOf(error).startsWith("Out of Memory Error")) throw error;
    isTight = false;
    await liftLimit(connection);
    return await job({ async tighten() {} });
  } finally {
    if (isTight) await connection.run(`set memory_limit = ${quoteText(loadingMemory)}`);
  }
}

/** `reset` names DuckDB's default without setting it (1.5.6), so it is set by its name. */
async function liftLimit(connection: Connection): Promise<void> {
  await connection.run("reset memory_limit");
  const row = await connection.row<{ most: string }>("select current_setting('memory_limit') as most");
  await connection.run(`set memory_limit = ${quoteText(row?.most ?? "")}`);
}
