import * as duckdb from "@duckdb/duckdb-wasm";
import { type Cell, type DataFiles, type PackedTable, readJson } from "../data.ts";
import { type ExplorerTable, type ExplorerType, quoteName, shownType, tablesOf } from "./catalogue.ts";
import { scanText, toEngineText } from "./text.ts";

/** What a query gave: at most `mostRows` of its rows. */
export interface QueryResult {
  readonly columns: readonly { readonly name: string; readonly type: ExplorerType }[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows of the whole result. */
  readonly count: number;
  readonly milliseconds: number;
}

/** Asks questions of the published tables, in the reader's own browser. */
export interface Engine {
  /** Runs a query. Tables it names are loaded first. @throws Error with the engine's message. */
  run(query: string): Promise<QueryResult>;
}

/** Rows a page can show and save without trouble. */
export const mostRows = 10_000;

/** Starts the engine (about 6 MB, kept by the browser). Extensions are never looked for: there is no network here. */
export async function startEngine(tables: readonly ExplorerTable[], files: DataFiles): Promise<Engine> {
  const worker = new Worker(import.meta.resolve("@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js"), {
    type: "module",
  });
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await database.instantiate(import.meta.resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"));
  await database.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true } });
  const connection = await database.connect();
  await connection.query("set autoinstall_known_extensions=false; set autoload_known_extensions=false");
  const loaded = new Set<string>();
  return {
    async run(query) {
      for (const table of tablesOf(query, tables)) {
        if (loaded.has(table.name)) continue;
        await load(database, connection, table, files);
        loaded.add(table.name);
      }
      return ask(connection, query);
    },
  };
}

async function load(
  database: duckdb.AsyncDuckDB,
  connection: duckdb.AsyncDuckDBConnection,
  table: ExplorerTable,
  files: DataFiles,
): Promise<void> {
  const file = files[table.dataset];
  if (file === undefined) throw new Error(`${table.name} is not published`);
  const path = `${table.name}.csv`;
  await database.registerFileText(path, toEngineText(table, (await readJson(file)) as PackedTable));
  await connection.query(`create table ${quoteName(table.name)} as select * from ${scanText(table, path)}`);
  await database.dropFile(path);
}

/** The result becomes a table of its own, so that its types are known and columns of the same name are told apart. */
async function ask(connection: duckdb.AsyncDuckDBConnection, query: string): Promise<QueryResult> {
  const started = performance.now();
  await connection.query(`create or replace temp table result as (${query.trim().replace(/;+\s*$/, "")}\n)`);
  const described = (await connection.query("describe result")).toArray();
  const columns = described.map((row) => ({ name: String(row.column_name), type: shownType(String(row.column_type)) }));
  const list = columns.map(({ name, type }) =>
    type === "date" || type === "timestamp" || type === "varchar"
      ? `cast(${quoteName(name)} as varchar)`
      : `cast(${quoteName(name)} as ${type === "boolean" ? "boolean" : "double"})`,
  );
  const aliased = list.map((text, index) => `${text} as c${index}`).join(", ");
  const table = await connection.query(`select ${aliased} from result limit ${mostRows}`);
  const count = Number((await connection.query("select count(*) as n from result")).toArray()[0]?.n ?? 0);
  const rows = table.toArray().map((row) => columns.map((_, index) => toCell(row[`c${index}`])));
  return { columns, rows, count, milliseconds: performance.now() - started };
}

function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "boolean") return value;
  return String(value);
}
