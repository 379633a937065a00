import { entities } from "../../ingest/contracts/entities.ts";
import type { Connection } from "../connection.ts";
import { quoteText } from "../sql.ts";

/**
 * Numbers the rows of a load in the order they were inserted, which is that of the file, from 1. Call it after the commit of
 * the load: rows that are inserted and changed in one transaction go through the WAL whole (DECISIONS.md #40).
 */
export async function numberRecords(connection: Connection, relation: string, fileId: number): Promise<void> {
  const mine = `_file_id = ${fileId}`;
  await connection.run(
    `update ${relation} set _record = rowid - (select min(rowid) from ${relation} where ${mine}) + 1 where ${mine}`,
  );
}

/** Numbers the rows of loads that a kill parted from their numbers. Call it as the only writer. */
export async function numberLeft(connection: Connection): Promise<void> {
  const left = await connection.rows<{ relation: string; file_id: number }>(findUnnumbered);
  for (const { relation, file_id } of left) await numberRecords(connection, relation, file_id);
}

/** Statistics answer it: no table is read that has numbers throughout. */
const findUnnumbered = Object.values(entities)
  .map(
    ({ relation }) =>
      `select distinct ${quoteText(relation)} as relation, _file_id as file_id from ${relation} where _record is null`,
  )
  .join("\nunion all\n");
