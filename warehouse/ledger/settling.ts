import { entities } from "../../ingest/contracts/entities.ts";
import type { Connection } from "../connection.ts";
import { quoteText } from "../sql.ts";

/**
 * SQL of the file number under which rows of a load that are set aside stand in raw beside the good ones, closed, until the
 * load is settled: their places count, and they cannot be left out before it is known which they are.
 */
export function asideOf(fileId: string | number): string {
  return `-${fileId}`;
}

/**
 * Settles the rows of a load that went straight into raw: numbers them in the order they were inserted, which is that of the
 * file, from 1, and takes those away that were set aside. Call it after the commit of the load: rows that are inserted and
 * changed in one transaction go through the WAL whole (DECISIONS.md #40).
 */
export async function settleRows(connection: Connection, relation: string, fileId: number): Promise<void> {
  const aside = `_file_id = ${asideOf(fileId)}`;
  const first = `select min(rowid) from ${relation} where _file_id = ${fileId} or ${aside}`;
  await connection.transaction(async () => {
    await connection.run(`update ${relation} set _record = rowid - (${first}) + 1 where _file_id = ${fileId}`);
    await connection.run(`delete from ${relation} where ${aside}`);
  });
}

/** Settles loads that a kill ended before they were. Call it as the only writer. */
export async function settleLeft(connection: Connection): Promise<void> {
  const left = await connection.rows<{ relation: string; file_id: number }>(findUnsettled);
  for (const { relation, file_id } of left) await settleRows(connection, relation, file_id);
}

/** Statistics answer it: no table is read whose rows all have their numbers. */
const findUnsettled = Object.values(entities)
  .map(
    ({ relation }) =>
      `select distinct ${quoteText(relation)} as relation, abs(_file_id) as file_id from ${relation} where _record is null`,
  )
  .join("\nunion all\n");
