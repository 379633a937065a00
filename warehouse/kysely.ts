import {
  type CompiledQuery,
  type DatabaseConnection,
  DialectAdapterBase,
  type Driver,
  Kysely,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from "kysely";
import type { Connection, Value } from "./connection.ts";
import type { Database, RawDatabase } from "./database.ts";

/**
 * Makes a Kysely over one of our connections, typed by the contracts. It opens and closes nothing: the connection's
 * owner does (reliability.md §1). Whole numbers beyond JavaScript's come as text, dates and decimals as text.
 *
 * DuckDB speaks Postgres' dialect as far as Kysely writes it: `$1` parameters, quoted names, `returning`.
 */
export function createKysely<Tables = Database>(connection: Connection): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new DuckDbAdapter(),
      createDriver: () => createDriver(connection),
      createIntrospector: (database) => new PostgresIntrospector(database),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

/** Makes a Kysely over a connection to raw.duckdb: its entities and the ledger. */
export function createLedger(connection: Connection): Kysely<RawDatabase> {
  return createKysely<RawDatabase>(connection);
}

class DuckDbAdapter extends DialectAdapterBase {
  override get supportsReturning(): boolean {
    return true;
  }
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

/** Statements on one connection run one after another, so there is nothing to hand out or give back. */
function createDriver(connection: Connection): Driver {
  const only = createConnection(connection);
  return {
    async init() {},
    async acquireConnection() {
      return only;
    },
    async beginTransaction() {
      await connection.run("begin transaction");
    },
    async commitTransaction() {
      await connection.run("commit");
    },
    async rollbackTransaction() {
      await connection.run("rollback");
    },
    async releaseConnection() {},
    async destroy() {},
  };
}

function createConnection(connection: Connection): DatabaseConnection {
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const values = query.parameters.map(bindable);
      if (!changesRows(query)) return { rows: [...(await connection.rows<R>(query.sql, values))] };
      return { rows: [], numAffectedRows: BigInt(await connection.run(query.sql, values)) };
    },
    streamQuery() {
      throw new Error("streaming is not offered: read with limit, or export");
    },
  };
}

/** Says whether a statement answers with a count of rows instead of rows. */
function changesRows({ query }: CompiledQuery): boolean {
  switch (query.kind) {
    case "InsertQueryNode":
    case "UpdateQueryNode":
    case "DeleteQueryNode":
    case "MergeQueryNode":
      return query.returning === undefined;
    default:
      return false;
  }
}

function bindable(value: unknown): Value {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "bigint") return value.toString();
  throw new Error(`a ${value instanceof Date ? "Date" : typeof value} cannot be bound: write it as text`);
}
