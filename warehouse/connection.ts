import { existsSync } from "node:fs";
import { resolve } from "node:path";
import {
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBPreparedStatement,
  type DuckDBValue,
} from "@duckdb/node-api";
import { exitCodes, messageOf, OperatorError } from "./errors.ts";
import { createRow } from "./plain-row.ts";
import { quoteName, quoteText } from "./sql.ts";

/** The storage format files are created with; the default format silently accepts a foreign WAL (reliability.md §1.5). */
const storageVersion = "v1.5.0";

/**
 * A database file to attach, under a catalog name. `create` makes the file when it is absent; `scratch` does so without a
 * log, for a file that counts only once it is whole: nothing of it lasts before a checkpoint.
 */
export interface Attachment {
  readonly path: string;
  readonly as: string;
  readonly mode: "read" | "write" | "create" | "scratch";
}

/** What an engine opens, and what it may take of the machine. */
export interface EngineOptions {
  readonly attach: readonly Attachment[];
  /** Catalog that unqualified schemas resolve to; default: the first attachment. */
  readonly use?: string;
  readonly threads?: number;
  /** DuckDB's own limit, such as `4GB`; it is not a cap on the process (reliability.md R10). */
  readonly memoryLimit?: string;
  /** Where sorts and joins spill; default: DuckDB's own choice, none for `:memory:`. */
  readonly spillDirectory?: string;
}

/** A value as our code sees it: dates and decimals as text, whole numbers as numbers. */
export type Value = string | number | boolean | null;

/** A row with no prototype, so that a column named `__proto__` is plain data. */
export type Row = Readonly<Record<string, Value>>;

/** A table of results read as arrays, for columns whose names come from outside. */
export interface Table {
  readonly columns: readonly string[];
  readonly types: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

/** One DuckDB connection. Statements on it run one after another; open several for parallel work. */
export interface Connection {
  /** Runs one statement; values are bound as `$1`, `$2`, … Returns the count of changed rows. */
  run(sql: string, values?: readonly Value[]): Promise<number>;
  /** Runs one query and reads all rows. */
  rows<T = Row>(sql: string, values?: readonly Value[]): Promise<readonly T[]>;
  /** Runs one query and reads its first row, if any. */
  row<T = Row>(sql: string, values?: readonly Value[]): Promise<T | undefined>;
  /** Runs one query and reads arrays. */
  table(sql: string, values?: readonly Value[]): Promise<Table>;
  /** Runs the job between `begin` and `commit`; rolls back when it throws. */
  transaction<T>(job: () => Promise<T>): Promise<T>;
  /**
   * As `run`, for a statement that reads no table and comes again word for word: its plan is kept. Values whose types the
   * statement does not tell (`$1::bigint`) cost planning all the same.
   */
  runAgain(sql: string, values: readonly (string | number | null)[]): Promise<number>;
  /**
   * Keeps the plan of a statement without values that comes again and again. DuckDB 1.5.6 plans by what the tables hold just
   * then, and a kept plan would give wrong rows once they hold something else; so this one is made, and runs, without the
   * optimizer. It suits what reads a small table whole.
   */
  keep(sql: string): Promise<KeptStatement>;
  /** Stops the running statement. */
  interrupt(): void;
  /** Progress of the running statement, 0 to 100, or -1 when unknown. */
  progress(): number;
}

/** A statement whose plan is kept. */
export interface KeptStatement {
  run(): Promise<void>;
  close(): void;
}

/** An open engine: an in-memory DuckDB with files attached. */
export interface Engine {
  connect(): Promise<Connection>;
}

/**
 * Files this process has open: 0 and more readers, or one writer (-1). Closing any descriptor of a file drops the lock of
 * its writer in the same process, and two writers lose data (reliability.md §1.1, §1.2), so both are refused.
 */
const open = new Map<string, number>();

/**
 * Opens DuckDB in memory, attaches files, runs the job and closes everything, whatever happens.
 *
 * This module owns the only way to DuckDB (reliability.md §1): files are never opened directly, are created with a
 * current storage version, and may be attached for writing once per process.
 * @throws OperatorError exit 4 when another process holds a file, 6 when a file is missing or damaged.
 */
export async function withEngine<T>(options: EngineOptions, job: (engine: Engine) => Promise<T>): Promise<T> {
  const release = claim(options.attach);
  try {
    const instance = await DuckDBInstance.create(":memory:", engineConfig(options));
    const connections: DuckDBConnection[] = [];
    try {
      const first = await instance.connect();
      connections.push(first);
      for (const attachment of options.attach) await attach(first, attachment);
      const use = options.use ?? options.attach[0]?.as;
      return await job({
        async connect() {
          const native = await instance.connect();
          connections.push(native);
          if (use !== undefined) await native.run(`use ${quoteName(use)}`);
          return wrap(native);
        },
      });
    } finally {
      await detachAll(connections, options.attach);
      for (const connection of connections) connection.closeSync();
      instance.closeSync();
    }
  } finally {
    release();
  }
}

/** Opens an engine for a job that needs one connection. */
export async function withConnection<T>(
  options: EngineOptions,
  job: (connection: Connection) => Promise<T>,
): Promise<T> {
  return withEngine(options, async (engine) => job(await engine.connect()));
}

/** Notes which files are open, and gives back how to forget it. @throws Error where a file may not be opened once more. */
function claim(attachments: readonly Attachment[]): () => void {
  const claims = attachments.map(({ path, mode }) => ({ path: resolve(path), isRead: mode === "read" }));
  for (const { path, isRead } of claims) {
    const holders = open.get(path) ?? 0;
    if (holders < 0) throw new Error(`${path} is already attached for writing in this process`);
    if (holders > 0 && !isRead) throw new Error(`${path} is already attached for reading in this process`);
  }
  for (const { path, isRead } of claims) open.set(path, isRead ? (open.get(path) ?? 0) + 1 : -1);
  return () => {
    for (const { path, isRead } of claims) {
      const left = isRead ? (open.get(path) ?? 1) - 1 : 0;
      if (left === 0) open.delete(path);
      else open.set(path, left);
    }
  };
}

function engineConfig(options: EngineOptions): Record<string, string> {
  return {
    threads: String(options.threads ?? 2),
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    preserve_insertion_order: "true",
    ...(options.memoryLimit === undefined ? {} : { memory_limit: options.memoryLimit }),
    ...(options.spillDirectory === undefined ? {} : { temp_directory: options.spillDirectory }),
  };
}

async function attach(connection: DuckDBConnection, { path, as, mode }: Attachment): Promise<void> {
  if (mode !== "create" && mode !== "scratch" && !existsSync(path)) {
    throw new OperatorError("this database file does not exist", {
      exitCode: exitCodes.storage,
      place: { file: path },
      remedy: "Run `karavan run` to make it.",
    });
  }
  const created = `storage_version ${quoteText(storageVersion)}`;
  const hows = {
    read: "read_only",
    write: created,
    create: created,
    scratch: `${created}, recovery_mode no_wal_writes`,
  };
  try {
    await connection.run(`attach ${quoteText(path)} as ${quoteName(as)} (${hows[mode]})`);
  } catch (error) {
    throw explainAttach(path, error);
  }
}

function explainAttach(path: string, error: unknown): OperatorError {
  const message = messageOf(error);
  if (message.includes("Conflicting lock") || message.includes("Could not set lock")) {
    const holder = /PID (\d+)/.exec(message)?.[1];
    return new OperatorError(`the file is in use by another process${holder === undefined ? "" : ` (pid ${holder})`}`, {
      exitCode: exitCodes.locked,
      place: { file: path },
      remedy: "Wait for it to finish, or stop it.",
      cause: error,
    });
  }
  return new OperatorError(`the database file cannot be opened: ${message.split("\n")[0]}`, {
    exitCode: exitCodes.storage,
    place: { file: path },
    remedy: "Keep the file aside and run `karavan run` again: raw data is reloaded from data/landing.",
    cause: error,
  });
}

/** Detaching checkpoints each written file, so that no WAL is left behind a clean end. */
async function detachAll(connections: readonly DuckDBConnection[], attachments: readonly Attachment[]): Promise<void> {
  const first = connections[0];
  if (first === undefined) return;
  for (const connection of connections) await connection.run("use memory").catch(() => undefined);
  for (const { as } of attachments) await first.run(`detach ${quoteName(as)}`).catch(() => undefined);
}

function wrap(native: DuckDBConnection): Connection {
  const read = async (sql: string, values: readonly Value[] = []): Promise<Table> => {
    const reader = await native.runAndReadAll(sql, [...values]);
    const types = reader.columnTypes().map(String);
    // By columns: asking the reader for rows takes ten times as long.
    const columns = reader.getColumns().map((column) => column.map(plain));
    const rows = Array.from({ length: reader.currentRowCount }, (_, row) =>
      columns.map((column) => column[row] ?? null),
    );
    return { columns: reader.columnNames(), types, rows };
  };
  const rows = async <T>(sql: string, values?: readonly Value[]) => toRows(await read(sql, values)) as readonly T[];
  const again = new Map<string, DuckDBPreparedStatement>();
  const connection: Connection = {
    async run(sql, values = []) {
      const result = await native.run(sql, [...values]);
      return result.rowsChanged;
    },
    rows,
    async row<T>(sql: string, values?: readonly Value[]) {
      return (await rows<T>(sql, values))[0];
    },
    table: read,
    async transaction(job) {
      await native.run("begin transaction");
      try {
        const result = await job();
        await native.run("commit");
        return result;
      } catch (error) {
        await native.run("rollback").catch(() => undefined);
        throw error;
      }
    },
    runAgain: async (sql, values) => {
      const statement = again.get(sql) ?? (await native.prepare(sql));
      again.set(sql, statement);
      values.forEach((value, index) => {
        bindPlain(statement, index + 1, value);
      });
      return (await statement.run()).rowsChanged;
    },
    keep: (sql) => keepStatement(native, sql),
    interrupt: () => native.interrupt(),
    progress: () => native.progress.percentage,
  };
  return connection;
}

/** Whole numbers are bound as such: as doubles they would make a kept plan void. */
function bindPlain(statement: DuckDBPreparedStatement, index: number, value: string | number | null): void {
  if (value === null) statement.bindNull(index);
  else if (typeof value === "string") statement.bindVarchar(index, value);
  else statement.bindBigInt(index, BigInt(value));
}

async function keepStatement(native: DuckDBConnection, sql: string): Promise<KeptStatement> {
  const plainly = async <T>(job: () => Promise<T>) => {
    await native.run("pragma disable_optimizer");
    try {
      return await job();
    } finally {
      await native.run("pragma enable_optimizer");
    }
  };
  const prepared = await plainly(() => native.prepare(sql));
  return {
    async run() {
      await plainly(() => prepared.run());
    },
    close: () => prepared.destroySync(),
  };
}

function toRows(table: Table): readonly Row[] {
  return table.rows.map((values) => {
    const row = createRow();
    table.columns.forEach((name, index) => {
      row[name] = values[index] ?? null;
    });
    return row;
  });
}

/** Turns DuckDB's value into ours; a whole number too large for JavaScript stays exact, as text. */
function plain(value: DuckDBValue): Value {
  if (value === null || typeof value === "boolean" || typeof value === "number" || typeof value === "string")
    return value;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  return String(value);
}
