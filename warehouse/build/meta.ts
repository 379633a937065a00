import { type Contract, listColumns } from "../../ingest/contracts/contract.ts";
import { entities } from "../../ingest/contracts/entities.ts";
import type { Connection } from "../connection.ts";
import {
  calendarAround,
  constantRow,
  createTable,
  createTableAs,
  insertJson,
  numbersBelow,
  type TypedColumn,
} from "../engines/duckdb.ts";
import { ledgerTables } from "../ledger/schema.ts";
import type { Settings } from "../settings.ts";
import { quoteName, quoteRelation, quoteText } from "../sql.ts";
import { openMonth } from "./as-of.ts";
import { buildClientMeta } from "./client-meta.ts";
import { settingsRow } from "./meta-settings.ts";
import { createService } from "./service.ts";

/** A feed whose freshness is watched: one row of `meta.sources`. Hours are those since its newest load. */
export interface WatchedFeed {
  readonly source: string;
  readonly feed: string;
  readonly entity: string;
  readonly warn_hours: number;
  readonly error_hours: number;
  /** Is a file of it expected? A feed no file of which ever came may still be fine. */
  readonly expected: boolean;
}

const varchar = (name: string): TypedColumn => ({ name, sqlType: "varchar" });
const bigint = (name: string): TypedColumn => ({ name, sqlType: "bigint" });
const double = (name: string): TypedColumn => ({ name, sqlType: "double" });
const flag = (name: string): TypedColumn => ({ name, sqlType: "boolean" });

/** Columns of `meta.files`, the ledger's copy (DECISIONS 5). */
export const fileColumns: readonly TypedColumn[] = ledgerTables["meta.files"] ?? [];

/** Columns of `meta.rejects`: the ledger's copy without the raw text. */
export const rejectColumns: readonly TypedColumn[] = (ledgerTables["meta.rejects"] ?? []).filter(
  ({ name }) => name !== "raw_text",
);

/** Columns of `meta.remarks`: the ledger's copy without the raw text. */
export const remarkColumns: readonly TypedColumn[] = (ledgerTables["meta.remarks"] ?? []).filter(
  ({ name }) => name !== "raw_text",
);

/** Columns of `meta.sources`. */
export const sourceColumns: readonly TypedColumn[] = [
  ...["source", "feed", "entity"].map(varchar),
  double("warn_hours"),
  double("error_hours"),
  flag("expected"),
];

/** Columns of `meta.superseded`: rows of raw that newer loads replaced or closed, and their amounts as they stood. */
const supersededColumns: readonly TypedColumn[] = [
  ...["entity", "source"].map(varchar),
  bigint("row_count"),
  { name: "amount", sqlType: "decimal(38, 4)" },
];

/** Columns of `meta.rfm_cut_points`: those the settings keep fixed. */
const cutPointColumns: readonly TypedColumn[] = [varchar("measure"), bigint("cut_number"), double("value")];

/** Columns of `meta.alerts`: what the settings watch. */
const alertColumns: readonly TypedColumn[] = [
  bigint("position"),
  ...["alert_name", "measure", "dimension", "entity_id", "rule"].map(varchar),
  double("limit_value"),
  ...["compared_with", "severity"].map(varchar),
];

/** What the tables of `meta` are made from. */
export interface MetaInput {
  readonly settings: Settings;
  readonly asOf: string;
  /** The day whose knowledge counts; null when everything loaded does. */
  readonly knownBy: string | null;
  /** The UTC instant that day ended; null when everything loaded counts. */
  readonly knownBefore: string | null;
  readonly feeds: readonly WatchedFeed[];
}

/** Makes the tables of schema `meta` that models read (DECISIONS 6). The ledger is read from the catalog `raw_file`. */
export async function buildMeta(connection: Connection, input: MetaInput, rawFile: Catalog): Promise<void> {
  await connection.run("create schema meta");
  await connection.run(createTableAs("meta.clock", clockRow(input)));
  await connection.run(createTableAs("meta.settings", constantRow(settingsRow(input.settings))));
  const oldest = await oldestFact(connection, rawFile);
  await connection.run(
    createTableAs("meta.calendar", calendarAround(input.asOf, workingWeekdays(input.settings), oldest)),
  );
  await connection.run(createTableAs("meta.numbers", numbersBelow(10_000)));
  await createService(connection, input.settings);
  await copyLedger(connection, rawFile, input.knownBefore);
  await countSuperseded(connection, rawFile, input.knownBefore);
  await connection.run(createTable("meta.sources", sourceColumns));
  await insertRows(connection, "meta.sources", sourceColumns, input.feeds);
  await connection.run(createTable("meta.rfm_cut_points", cutPointColumns));
  await insertRows(connection, "meta.rfm_cut_points", cutPointColumns, listCutPoints(input.settings));
  await connection.run(createTable("meta.alerts", alertColumns));
  await insertRows(connection, "meta.alerts", alertColumns, listAlerts(input.settings));
  await buildClientMeta(connection, input, rawFile);
}

/** The first day that orders or invoices tell of, as text; null without any. */
async function oldestFact(connection: Connection, rawFile: Catalog): Promise<string | null> {
  const days = [
    ["raw.orders", "order_date"],
    ["raw.invoices", "issued_date"],
  ].flatMap(([relation = "", column = ""]) =>
    rawFile.get(relation)?.has(column) === true
      ? [`select min(${quoteName(column)}) as day from raw_file.${quoteRelation(relation)}`]
      : [],
  );
  if (days.length === 0) return null;
  const sql = `select cast(min(day) as varchar) as oldest from (${days.join(" union all ")}) as days`;
  return (await connection.row<{ oldest: string | null }>(sql))?.oldest ?? null;
}

function listAlerts({ alerts }: Settings): readonly object[] {
  return alerts.map(({ name, measure, dimension, entity, rule, limit, compared_with, severity }, index) => ({
    position: index + 1,
    alert_name: name,
    measure,
    dimension,
    entity_id: entity ?? null,
    rule,
    limit_value: limit ?? null,
    compared_with,
    severity,
  }));
}

function listCutPoints({ rfm }: Settings): readonly object[] {
  return Object.entries(rfm.cut_points).flatMap(([measure, values]) =>
    (values ?? []).map((value, index) => ({ measure, cut_number: index + 1, value })),
  );
}

/** Appends rows given as objects to a table of the columns given. */
export async function insertRows(
  connection: Connection,
  relation: string,
  columns: readonly TypedColumn[],
  rows: readonly object[],
  values: "typed" | "text" = "typed",
): Promise<void> {
  if (rows.length === 0) return;
  const names = columns.map(({ name }) => name);
  const exact = rows.map((row) => ({ ...Object.fromEntries(names.map((name) => [name, null])), ...pick(row, names) }));
  await connection.run(insertJson(relation, columns, values), [JSON.stringify(exact)]);
}

function pick(row: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name)));
}

/** The columns of each relation of an attached file. */
export type Catalog = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads which relations an attached file has, and their columns. */
export async function readCatalog(connection: Connection, name: string): Promise<Catalog> {
  const rows = await connection.rows<{ relation: string; column_name: string }>(
    "select schema_name || '.' || table_name as relation, column_name from duckdb_columns() where database_name = $1",
    [name],
  );
  const catalog = new Map<string, Set<string>>();
  for (const { relation, column_name } of rows)
    catalog.set(relation, (catalog.get(relation) ?? new Set()).add(column_name));
  return catalog;
}

function clockRow({ asOf, knownBy }: MetaInput): string {
  return constantRow([
    { name: "as_of_date", sqlType: "date", value: asOf },
    { name: "open_month", sqlType: "date", value: openMonth(asOf) },
    { name: "known_by", sqlType: "date", value: knownBy },
  ]);
}

async function copyLedger(connection: Connection, rawFile: Catalog, knownBefore: string | null): Promise<void> {
  const known =
    knownBefore === null ? "true" : `(loaded_at is null or loaded_at < timestamp ${quoteText(knownBefore)})`;
  const files = await copyTable(connection, rawFile, "meta.files", fileColumns, known);
  const ofKnownFile = files ? "file_id in (select file_id from meta.files)" : "true";
  await copyTable(connection, rawFile, "meta.rejects", rejectColumns, ofKnownFile);
  await copyTable(connection, rawFile, "meta.remarks", remarkColumns, `message is not null and ${ofKnownFile}`);
}

/** Adds up what raw keeps of rows that are no longer current, so that money of files and of raw can be told apart. */
async function countSuperseded(connection: Connection, rawFile: Catalog, knownBefore: string | null): Promise<void> {
  await connection.run(createTable("meta.superseded", supersededColumns));
  for (const [entity, contract] of Object.entries(entities)) {
    if (!rawFile.has(contract.relation)) continue;
    await connection.run(`insert into meta.superseded ${supersededTotals(entity, contract, rawFile, knownBefore)}`);
  }
}

function supersededTotals(entity: string, contract: Contract, rawFile: Catalog, knownBefore: string | null): string {
  const present = rawFile.get(contract.relation) ?? new Set();
  const hasAmount = listColumns(contract).some(({ name }) => name === "amount") && present.has("amount");
  const closed = knownBefore === null ? "_closed_at is not null" : `_closed_at < timestamp ${quoteText(knownBefore)}`;
  return `
    select ${quoteText(entity)}, _source, count(*), ${hasAmount ? "sum(amount)" : "null"}
    from ${quoteRelation(`raw_file.${contract.relation}`)} where ${closed} group by 2`;
}

/** Copies a table of the raw file with the columns and types given; an absent table becomes an empty one. */
async function copyTable(
  connection: Connection,
  rawFile: Catalog,
  relation: string,
  columns: readonly TypedColumn[],
  condition: string,
): Promise<boolean> {
  const present = rawFile.get(relation);
  await connection.run(createTable(relation, columns));
  if (present === undefined) return false;
  const list = columns.map(
    ({ name, sqlType }) => `cast(${present.has(name) ? quoteName(name) : "null"} as ${sqlType})`,
  );
  await connection.run(
    `insert into ${quoteRelation(relation)} select ${list.join(", ")} from ${quoteRelation(`raw_file.${relation}`)} where ${condition}`,
  );
  return true;
}

const weekdayNumbers = { mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 } as const;

function workingWeekdays(settings: Settings): readonly number[] {
  return settings.working_days.map((day) => weekdayNumbers[day]);
}
