import { shardOf } from "../../dashboards/shards.ts";
import type { Connection, Table } from "../connection.ts";
import { quoteName } from "../sql.ts";

/** How a dataset is cut into parts, so that a page fetches what it needs of one key. */
export interface Sharding<Column extends string = string> {
  /** All rows of one value stand in one part. */
  readonly by: Column;
  /** Rows kept per value at most, the first in order; `total` then says how many there are. */
  readonly most?: number;
}

/** Parts at most: each is named on the page. */
const mostShards = 256;
/** Values per part, while parts are enough. */
const keysPerShard = 64;
/** Rows per part that keep it near 150 kB. */
const rowsPerShard = 3000;
const fewestPerKey = 10;

/**
 * Cuts the rows of a query into parts by the hash of a column, of 64 values or 3,000 rows. Beyond 256 parts they grow; where
 * rows per value are bounded, the bound then falls, to ten at least, so that a part stays near 150 kB.
 */
export async function readShards(
  connection: Connection,
  query: string,
  sharding: Sharding,
  order: readonly string[],
): Promise<readonly Table[]> {
  const by = quoteName(sharding.by);
  const found = await connection.row<{ keys: number; rows: number }>(
    `select count(distinct ${by}) as keys, count(*) as rows from (${query})`,
  );
  const keyCount = Number(found?.keys ?? 0);
  const count = countShards(keyCount, sharding.most === undefined ? Number(found?.rows ?? 0) : 0);
  const most = sharding.most === undefined ? undefined : boundRows(sharding.most, keyCount, count);
  const table = await connection.table(most === undefined ? query : firstRows(query, by, order, most));
  return splitTable(table, sharding.by, count);
}

/** How many parts there are: as many as values and rows need, one per value at most. */
function countShards(keyCount: number, rowCount: number): number {
  const wanted = Math.max(Math.ceil(keyCount / keysPerShard), Math.ceil(rowCount / rowsPerShard));
  return Math.max(1, Math.min(mostShards, keyCount, wanted));
}

/** How many rows a value may keep. */
export function boundRows(most: number, keyCount: number, shardCount: number): number {
  const fitting = Math.floor((rowsPerShard * shardCount) / Math.max(1, keyCount));
  return Math.max(Math.min(most, fewestPerKey), Math.min(most, fitting));
}

/** Adds `total`, the rows a value has, and keeps the first of them. */
function firstRows(query: string, by: string, order: readonly string[], most: number): string {
  const terms = order
    .map((name) => `${quoteName(name.replace(/ desc$/, ""))}${name.endsWith(" desc") ? " desc" : ""} nulls last`)
    .join(", ");
  return `select *, cast(count(*) over (partition by ${by}) as bigint) as total from (${query})
    qualify row_number() over (partition by ${by} order by ${terms}) <= ${most} order by ${terms}`;
}

function splitTable(table: Table, column: string, count: number): readonly Table[] {
  const at = table.columns.indexOf(column);
  const parts = Array.from({ length: count }, (): Table["rows"][number][] => []);
  for (const row of table.rows) parts[shardOf(String(row[at]), count)]?.push(row);
  return parts.map((rows) => ({ ...table, rows }));
}
