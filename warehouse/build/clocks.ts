import type { Connection } from "../connection.ts";
import { type Clocks, steadyStretch } from "../engines/duckdb.ts";

/** Reads the clocks of a zone: how far they are from UTC, and for how long around a day they were not changed. */
export async function readClocks(connection: Connection, timeZone: string, day: string): Promise<Clocks> {
  if (timeZone === "UTC") return { timeZone, from: day, until: day, minutes: 0 };
  const found = await connection.row<Omit<Clocks, "timeZone">>(steadyStretch(timeZone, day));
  if (found === undefined) throw new Error(`${timeZone} has no clocks`);
  return { timeZone, ...found };
}
