import { type Selectable, sql } from "kysely";
import { type Contract, listColumns } from "../../ingest/contracts/contract.ts";
import { entities } from "../../ingest/contracts/entities.ts";
import type { Connection } from "../connection.ts";
import { createLedger } from "../kysely.ts";
import { quoteName, quoteRelation } from "../sql.ts";
import { lineageColumns } from "./schema.ts";
import type { FilesTable } from "./tables.ts";

/** Reads all loads that were committed, in the order they count. */
export async function readHistory(connection: Connection): Promise<readonly Selectable<FilesTable>[]> {
  const rows = await createLedger(connection)
    .selectFrom("meta.files")
    .selectAll()
    .where("state", "=", "committed")
    .orderBy("loaded_at")
    .orderBy("file_id")
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind ?? "load", ordered_at: row.ordered_at ?? row.loaded_at }));
}

/** What one raw table holds: its rows, and a sum over a hash of every value of each, lineage and history among them. */
export interface Checksum {
  readonly relation: string;
  readonly rows: number;
  /** Comparable within one version of DuckDB. */
  readonly digest: string;
}

/** Sums up every raw table of a catalog. Order of rows does not count. */
export async function checksumRaw(connection: Connection, catalog: string): Promise<readonly Checksum[]> {
  const sums: Checksum[] = [];
  for (const contract of Object.values(entities)) sums.push(await checksumTable(connection, catalog, contract));
  return sums;
}

async function checksumTable(connection: Connection, catalog: string, contract: Contract): Promise<Checksum> {
  const { relation } = contract;
  const columns = [...listColumns(contract), ...lineageColumns].map(({ name }) => quoteName(name));
  const row = await connection.row<Pick<Checksum, "rows" | "digest">>(
    `select count(*) as rows, coalesce(cast(sum(cast(hash(${columns.join(", ")}) as hugeint)) as varchar), '0') as digest
     from ${quoteName(catalog)}.${quoteRelation(relation)}`,
  );
  return { relation, rows: row?.rows ?? 0, digest: row?.digest ?? "0" };
}

/** Notes that this file is the outcome of a rebuild. */
export async function recordRebuild(connection: Connection, rebuildId: string, rebuiltAt: string): Promise<void> {
  const row = { rebuild_id: rebuildId, rebuilt_at: rebuiltAt };
  await createLedger(connection).insertInto("meta.rebuilds").values(row).execute();
}

/** Finds the rebuild a file is the outcome of; undefined for one that grew load by load. */
export async function findRebuild(connection: Connection): Promise<string | undefined> {
  const row = await createLedger(connection)
    .selectFrom("meta.rebuilds")
    .select("rebuild_id")
    .orderBy("rebuilt_at", "desc")
    .orderBy(sql`rebuild_id`, "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.rebuild_id;
}
