import { type Contract, listColumns } from "../../ingest/contracts/contract.ts";
import { entities } from "../../ingest/contracts/entities.ts";
import type { Connection } from "../connection.ts";
import { createTable, documentIds } from "../engines/duckdb.ts";
import { quoteName, quoteRelation } from "../sql.ts";
import { settleLeft } from "./settling.ts";

/** A column as `create table` writes it. */
export interface LedgerColumn {
  readonly name: string;
  readonly sqlType: string;
}

/** Columns every `raw.<entity>` has beside those of its contract (DECISIONS.md #3). */
export const lineageColumns: readonly LedgerColumn[] = [
  { name: "_source", sqlType: "varchar" },
  { name: "_file_id", sqlType: "bigint" },
  { name: "_record", sqlType: "bigint" },
  { name: "_version", sqlType: "bigint" },
  { name: "_loaded_at", sqlType: "timestamp" },
  { name: "_closed_at", sqlType: "timestamp" },
  { name: "_extra", sqlType: "varchar" },
];

const varchar = (...names: readonly string[]) => names.map((name) => ({ name, sqlType: "varchar" }));
const bigint = (...names: readonly string[]) => names.map((name) => ({ name, sqlType: "bigint" }));
const timestamp = (...names: readonly string[]) => names.map((name) => ({ name, sqlType: "timestamp" }));
const amount = (...names: readonly string[]) => names.map((name) => ({ name, sqlType: "decimal(38, 4)" }));

/** Tables of schema `meta` in raw.duckdb. */
export const ledgerTables: Readonly<Record<string, readonly LedgerColumn[]>> = {
  "meta.runs": [
    ...varchar("run_id", "command", "trigger"),
    ...timestamp("slot_at"),
    ...varchar("state"),
    ...timestamp("started_at", "ended_at"),
    { name: "exit_code", sqlType: "integer" },
    { name: "as_of_date", sqlType: "date" },
    ...varchar("error"),
  ],
  "meta.files": [
    ...bigint("file_id"),
    ...varchar("run_id", "source", "feed", "entity", "name", "sha256"),
    ...bigint("bytes"),
    ...timestamp("modified_at"),
    ...varchar("mode", "contract_hash", "state"),
    ...timestamp("loaded_at"),
    ...varchar("dialect"),
    ...bigint(
      "header_line",
      "rows_read",
      "rows_accepted",
      "rows_rejected",
      "rows_skipped",
      "rows_inserted",
      "rows_updated",
      "rows_unchanged",
      "rows_collapsed",
      "rows_stale",
      "rows_closed",
      "physical_lines",
      "other_lines",
    ),
    ...varchar("control_column"),
    ...amount("control_amount", "control_amount_accepted", "control_amount_rejected", "control_amount_loaded"),
    ...varchar("error", "kind"),
    ...bigint("of_file_id"),
    ...timestamp("ordered_at"),
    ...varchar("reading_hash"),
    ...bigint(
      "record_lines",
      "diverted_lines",
      "preamble_lines",
      "header_lines",
      "repeated_header_lines",
      "blank_lines",
      "footer_lines",
    ),
    ...varchar("warning"),
  ],
  "meta.rejects": [
    ...bigint("file_id", "record", "error_number", "line_from", "line_to"),
    ...varchar("rule", "column_name", "value", "message", "raw_text", "state"),
    ...bigint("resolved_by"),
  ],
  "meta.lines": bigint("file_id", "record", "line"),
  "meta.remarks": [
    ...bigint("file_id"),
    ...varchar("kind"),
    ...bigint("record", "line_from", "line_count"),
    ...varchar("message", "raw_text"),
  ],
  "meta.seen": varchar("source", "name", "stamp", "sha256"),
  "meta.readings": varchar("reading_hash", "source", "feed", "contract_hash", "text"),
  "meta.rebuilds": [...varchar("rebuild_id"), ...timestamp("rebuilt_at")],
};

/** Rows were compared by a stored hash once; nothing has written or read it since (DECISIONS.md #3). */
const oldHash = "_hash";

/** Lists the columns of `raw.<entity>`: those of the contract, then lineage. */
export function rawColumns(contract: Contract): readonly LedgerColumn[] {
  return [...listColumns(contract), ...lineageColumns];
}

/**
 * Makes schemas and tables of raw.duckdb that are absent, and adds columns a contract has gained, in the catalog the
 * connection uses. Changes are checkpointed at once: a WAL with DDL may not replay (reliability.md §1.4). Loads that a kill
 * left unsettled are settled.
 */
export async function prepareRaw(connection: Connection): Promise<void> {
  const wanted = new Map(Object.entries(ledgerTables));
  for (const contract of Object.values(entities)) wanted.set(contract.relation, rawColumns(contract));
  const statements = planSchema(wanted, await readTables(connection));
  if (statements.length > 0) {
    await connection.transaction(async () => {
      for (const statement of statements) await connection.run(statement);
    });
    await connection.run("checkpoint");
  }
  await settleLeft(connection);
}

/** Says whether an attached raw.duckdb has its tables: one that was killed while it was made has none. */
export async function isPrepared(connection: Connection): Promise<boolean> {
  return (await readTables(connection)).has("meta.runs");
}

/** Plans the statements that bring existing tables (relation → column names) to what is wanted. */
function planSchema(
  wanted: ReadonlyMap<string, readonly LedgerColumn[]>,
  existing: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  const present = new Set([...existing.keys()].map(schemaOf));
  const schemas = new Set([...wanted.keys()].map(schemaOf).filter((schema) => !present.has(schema)));
  const statements = [...schemas].map((schema) => `create schema if not exists ${quoteName(schema)}`);
  for (const [relation, columns] of wanted) {
    const held = existing.get(relation);
    if (held === undefined) statements.push(createTable(relation, columns, documentIds));
    else {
      for (const column of columns) if (!held.has(column.name)) statements.push(addColumn(relation, column));
      if (relation.startsWith("raw.") && held.has(oldHash))
        statements.push(`alter table ${quoteRelation(relation)} drop column ${quoteName(oldHash)}`);
    }
  }
  return statements;
}

function schemaOf(relation: string): string {
  return relation.split(".")[0] ?? relation;
}

function addColumn(relation: string, { name, sqlType }: LedgerColumn): string {
  return `alter table ${quoteRelation(relation)} add column ${quoteName(name)} ${sqlType}`;
}

/** The catalog is a table function, and definitions are made of data: both stay SQL text, outside Kysely's typed tables. */
async function readTables(connection: Connection): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = await connection.rows<{ relation: string; name: string }>(
    `select schema_name || '.' || table_name as relation, column_name as name
     from duckdb_columns() where database_name = current_database() and not internal`,
  );
  const tables = new Map<string, Set<string>>();
  for (const { relation, name } of found) tables.set(relation, (tables.get(relation) ?? new Set()).add(name));
  return tables;
}
