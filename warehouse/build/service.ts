import type { Connection } from "../connection.ts";
import { createTable, createTableAs, insertJson, type TypedColumn, workingHours } from "../engines/duckdb.ts";
import type { Settings } from "../settings.ts";

const targetColumns: readonly TypedColumn[] = [
  { name: "complaint_type", sqlType: "varchar" },
  { name: "first_response_hours", sqlType: "double" },
  { name: "resolution_hours", sqlType: "double" },
];

/**
 * Makes the tables of `meta` that service is judged by: `meta.working_hours` (a day, and the minutes since 1970 at which
 * work begins and ends, by the clocks of the company) and `meta.complaint_targets` (types of complaints with targets of their own, in working hours).
 */
export async function createService(connection: Connection, settings: Settings): Promise<void> {
  const { working_hours, complaints } = settings;
  await connection.run(createTableAs("meta.working_hours", workingHours(working_hours.from, working_hours.to)));
  await connection.run(createTable("meta.complaint_targets", targetColumns));
  const rows = Object.entries(complaints.types).map(([complaint_type, targets]) => ({ complaint_type, ...targets }));
  if (rows.length === 0) return;
  await connection.run(insertJson("meta.complaint_targets", targetColumns, "typed"), [JSON.stringify(rows)]);
}
