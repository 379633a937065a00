import { closeSync, fstatSync, openSync, readSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Connection, withConnection } from "../../../warehouse/connection.ts";
import { messageOf } from "../../../warehouse/errors.ts";
import { quoteText } from "../../../warehouse/sql.ts";
import { requireColumns } from "../../header.ts";
import type { Feed } from "../../source.ts";
import { type Diverted, FileFault, type FormatReader, type LineMap, type Records } from "../reader.ts";
import { longestRecord } from "../scan.ts";
import {
  type ColumnSql,
  type ParquetColumn,
  parquetSql,
  planColumns,
  readParquetColumns,
  typedFeed,
} from "./columns.ts";

/** Between fields of the copy: a character that text of business does not hold; where it does, the value is quoted. */
const unit = String.fromCharCode(31);
const mostDiverted = 100_000;
const mostMemory = "2GB";
/** Rows that a small file may claim: beyond both it is made to fill the disk. */
const bomb = { rows: 5_000_000, rowsPerByte: 100 } as const;

/**
 * Reads a Parquet file in an engine of its own, which is thrown away: values are written as text without loss of
 * precision to a copy that the load reads. Nested values are JSON. A line is a row of the file.
 * @throws FileFault for a file that is damaged, encrypted, or lacks a column.
 */
export const readParquet: FormatReader = async (path, options) => {
  requireEnds(path);
  const copy = join(options.work, `parquet-${crypto.randomUUID()}.txt`);
  try {
    return await withParquet(path, options.signal, (connection) => copyRows(connection, path, copy, options.feed));
  } catch (error) {
    rmSync(copy, { force: true });
    throw error;
  }
};

/**
 * Runs a job over a Parquet file in an engine of its own.
 * @throws FileFault saying what DuckDB makes of a file it cannot read.
 */
export async function withParquet<T>(
  path: string,
  signal: AbortSignal,
  job: (connection: Connection) => Promise<T>,
): Promise<T> {
  try {
    return await withConnection({ attach: [], memoryLimit: mostMemory }, async (connection) => {
      const stop = () => connection.interrupt();
      signal.addEventListener("abort", stop);
      try {
        await connection.run("set TimeZone = 'UTC'");
        return await job(connection);
      } finally {
        signal.removeEventListener("abort", stop);
      }
    });
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof FileFault) throw error;
    throw damaged(messageOf(error).replaceAll(path, "it"), error);
  }
}

function damaged(message: string, cause: unknown): unknown {
  const [first = ""] = message.split("\n");
  if (/crypt/i.test(first)) return encrypted();
  if (/no space left|could not write|for writing|permission|interrupted/i.test(first)) return cause;
  if (/out of memory/i.test(first)) {
    return new FileFault(
      "too_large",
      `a part of the Parquet file needs more than ${mostMemory} of memory`,
      "Write it with smaller row groups, or split it.",
    );
  }
  return new FileFault(
    "damaged",
    `the Parquet file cannot be read: ${first.slice(0, 200)}`,
    "Write it again; it was cut off or damaged on the way.",
  );
}

function encrypted(): FileFault {
  return new FileFault("encrypted", "the Parquet file is encrypted", "Write it without encryption.");
}

/** A Parquet file begins and ends with its mark; one that was cut off has lost its end, and its contents with it. */
function requireEnds(path: string): void {
  const descriptor = openSync(path, "r");
  try {
    const { size } = fstatSync(descriptor);
    const ends = Buffer.alloc(8);
    readSync(descriptor, ends, 0, 4, 0);
    readSync(descriptor, ends, 4, 4, Math.max(0, size - 4));
    const [begin, end] = [ends.toString("latin1", 0, 4), ends.toString("latin1", 4)];
    if (begin === "PARE" || end === "PARE") throw encrypted();
    if (end === "PAR1" && size >= 12) return;
    throw new FileFault(
      "torn",
      "the Parquet file has no end",
      "It was cut off while being written or copied; export it again.",
    );
  } finally {
    closeSync(descriptor);
  }
}

async function copyRows(connection: Connection, path: string, copy: string, given: Feed): Promise<Records> {
  const columns = await readParquetColumns(connection, path);
  const names = columns.map(({ name }) => name);
  const feed = typedFeed(given, columns);
  requireColumns(feed, names, undefined);
  const rows = rowsSql(path, planColumns(feed, columns));
  const total = await countRows(connection, path);
  refuseBomb(path, total);
  const texts = columns.map((_, index) => `c${index}`);
  const written = await connection.run(
    `copy (select ${texts.join(", ")} from (${rows}) where fault is null)
     to ${quoteText(copy)} (format csv, header false, delimiter ${quoteText(unit)}, quote '"', escape '"', nullstr '')`,
  );
  const diverted = written === total ? [] : await readDiverted(connection, rows, columns);
  if (written + diverted.length !== total) throw new Error(`${path}: ${total} rows, but ${written} were copied`);
  return {
    feed,
    relation: relationSql(copy, texts),
    columns: names.map((name, index) => ({ name, sql: `c${index}`, isPadded: true })),
    gate: undefined,
    rawText: `left(replace(concat_ws(chr(9), ${texts.map((text) => `coalesce(${text}, '')`).join(", ")}), chr(10), ' '), 10000)`,
    count: written,
    diverted,
    lineMap: mapRows(diverted, written),
    physicalLines: total,
    recordLines: written,
    otherLines: 0,
    headerLine: undefined,
    dialect: `Parquet, ${columns.length} columns; a line is a row of the file`,
    close: () => rmSync(copy, { force: true }),
  };
}

async function countRows(connection: Connection, path: string): Promise<number> {
  const row = await connection.row<{ rows: number }>(`select count(*) as rows from ${parquetSql(path)}`);
  return row?.rows ?? 0;
}

function refuseBomb(path: string, rows: number): void {
  const { size } = statSync(path);
  if (rows <= bomb.rows || rows <= size * bomb.rowsPerByte) return;
  throw new FileFault(
    "bomb",
    `${size} bytes of Parquet claim to hold ${rows} rows`,
    "If that is so, split the file; no more than 100 rows a byte are read.",
  );
}

/** Rows as texts, with their number and what sets them aside. */
function rowsSql(path: string, columns: readonly ColumnSql[]): string {
  const texts = columns.map(({ text }, index) => `${text} as c${index}`);
  const faults = columns.flatMap(({ fault }) => fault ?? []);
  const bytes = columns.map((_, index) => `coalesce(strlen(c${index}), 0)`).join(" + ");
  const tooLong = `case when ${bytes} > ${longestRecord.bytes} then 'the row is longer than ${longestRecord.bytes} bytes' end`;
  const lost = faults.length === 0 ? "cast(null as varchar)" : `coalesce(${[...faults, "null"].join(", ")})`;
  return `select *, coalesce(lost, ${tooLong}) as fault
    from (
        select file_row_number + 1 as line, ${lost} as lost, ${texts.join(", ")}
        from ${parquetSql(path, ", file_row_number = true")}
    )`;
}

async function readDiverted(
  connection: Connection,
  rows: string,
  columns: readonly ParquetColumn[],
): Promise<readonly Diverted[]> {
  const shown = columns.map((_, index) => `coalesce(left(c${index}, 10000), '')`).join(", ");
  const found = await connection.table(
    `select line, lost is null, fault, left(replace(concat_ws(chr(9), ${shown}), chr(10), ' '), 10000)
     from (${rows}) where fault is not null order by line limit ${mostDiverted + 1}`,
  );
  if (found.rows.length > mostDiverted) {
    throw new FileFault("irregular", `more than ${mostDiverted} rows cannot be read`, String(found.rows[0]?.[2]));
  }
  return found.rows.map(([line, isLong, message, text]) => ({
    line: Number(line),
    rule: isLong === true ? "too_long" : "id_precision",
    message: String(message),
    text: String(text),
  }));
}

/** Records are the rows between those that were set aside. */
function mapRows(diverted: readonly Diverted[], count: number): LineMap {
  const [records, lines]: [number[], number[]] = [[], []];
  let [record, line] = [1, 1];
  for (const { line: bad } of [...diverted, { line: Number.POSITIVE_INFINITY }]) {
    if (bad > line && record <= count) {
      records.push(record);
      lines.push(line);
      record += bad - line;
    }
    line = bad + 1;
  }
  return { records, lines };
}

function relationSql(path: string, texts: readonly string[]): string {
  return `read_csv(${quoteText(path)}, auto_detect = false, header = false, delim = chr(${unit.charCodeAt(0)}), quote = '"', escape = '"',
    columns = {${texts.map((text) => `${text}: 'varchar'`).join(", ")}}, strict_mode = true, max_line_size = ${longestRecord.bytes * 4}, parallel = false)`;
}
