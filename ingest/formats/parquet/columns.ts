import type { Connection } from "../../../warehouse/connection.ts";
import { quoteName, quoteText } from "../../../warehouse/sql.ts";
import { findColumn, nameCells } from "../../header.ts";
import type { Feed, Locale } from "../../source.ts";
import { FileFault, type InputColumn } from "../reader.ts";
import { planWriting, type Writing, withIsoDates } from "../xlsx/render.ts";

const mostColumns = 500;
/** Whole numbers up to here are exact in each floating-point type. */
const exactUpTo: Readonly<Record<string, string>> = { DOUBLE: "9007199254740991", FLOAT: "16777215" };

/** A column of a Parquet file. */
export interface ParquetColumn {
  /** Name in the file; the second of two alike is `name#2`. */
  readonly name: string;
  /** Name that DuckDB gives it. */
  readonly engineName: string;
  readonly type: string;
}

/** SQL of a column: its text, and what is wrong with a value that lost digits before it was written. */
export interface ColumnSql {
  readonly text: string;
  readonly fault: string | undefined;
}

/**
 * Reads the columns of a Parquet file.
 * @throws FileFault for more than 500, and for names that cannot be read.
 */
export async function readParquetColumns(connection: Connection, path: string): Promise<readonly ParquetColumn[]> {
  const names = nameCells(await readTopNames(connection, path));
  const described = await connection.table(`describe select * from ${parquetSql(path)}`);
  if (described.rows.length > mostColumns) {
    throw new FileFault(
      "header",
      `${described.rows.length} columns, at most ${mostColumns} are read`,
      "Export fewer columns.",
    );
  }
  if (names.some((name) => name === "__proto__" || name === "file_row_number")) {
    throw new FileFault("header", "a column is named __proto__ or file_row_number", "Rename it in the export.");
  }
  return described.rows.map(([engineName, type], index) => {
    return { name: names[index] ?? String(engineName), engineName: String(engineName), type: String(type) };
  });
}

/** The rows of a Parquet file; its folders say nothing about them. */
export function parquetSql(path: string, options = ""): string {
  return `read_parquet(${quoteText(path)}, hive_partitioning = false${options})`;
}

/** DuckDB renames columns that are alike but for their case; the file's own names are those of its schema. */
async function readTopNames(connection: Connection, path: string): Promise<readonly string[]> {
  const { rows } = await connection.table(`select name, num_children from parquet_schema(${quoteText(path)})`);
  const names: string[] = [];
  let at = 1;
  const skip = (): void => {
    const children = Number(rows[at]?.[1] ?? 0);
    at += 1;
    for (let child = 0; child < children; child += 1) skip();
  };
  while (at < rows.length) {
    names.push(String(rows[at]?.[0]));
    skip();
  }
  return names;
}

/**
 * Lets a feed read the text that typed values are written as: numbers with the decimal mark of their column, days and times
 * as ISO text of the Gregorian calendar.
 */
export function typedFeed(feed: Feed, columns: readonly ParquetColumn[]): Feed {
  const iso = withIsoDates(feed);
  const inputs = inputColumns(columns);
  const gregorian = (locale: Locale): Locale => ({ ...locale, calendar: undefined });
  return {
    ...iso,
    mappings: iso.mappings.map((mapping) => {
      const names = mapping.origin.kind === "value" ? [] : mapping.origin.names;
      const found = names.flatMap((name) => findColumn(inputs, name) ?? [])[0];
      const type = found === undefined ? "" : (columns[inputs.indexOf(found)]?.type ?? "");
      return /^(?:DATE|TIMESTAMP)/.test(type) ? { ...mapping, locale: gregorian(mapping.locale) } : mapping;
    }),
  };
}

/** Plans how each column becomes text; nothing of its precision is lost. */
export function planColumns(feed: Feed, columns: readonly ParquetColumn[]): readonly ColumnSql[] {
  const writings = planWriting(feed, inputColumns(columns));
  return columns.map((column, index) => {
    const value = quoteName(column.engineName);
    const writing = writings[index];
    return { text: textSql(value, column.type, writing), fault: faultSql(value, column, writing) };
  });
}

function inputColumns(columns: readonly ParquetColumn[]): readonly InputColumn[] {
  return columns.map(({ name }, index) => ({ name, sql: `c${index}`, isPadded: true }));
}

function textSql(value: string, type: string, writing: Writing | undefined): string {
  const text = `cast(${value} as varchar)`;
  if (/^(?:DOUBLE|FLOAT)$/.test(type)) return withMark(plainFloat(text), writing);
  if (/^DECIMAL\([0-9, ]+\)$/.test(type)) return withMark(text, writing);
  if (/^TIMESTAMP/.test(type) && !/\[|\(/.test(type)) return `replace(${text}, ' ', 'T')`;
  if (type === "BOOLEAN") {
    const word = (flag: string | undefined, fallback: string) => quoteText(flag ?? fallback);
    return `case when ${value} then ${word(writing?.true, "true")} when not ${value} then ${word(writing?.false, "false")} end`;
  }
  if (type === "BLOB") return `coalesce(try(decode(${value})), ${text})`;
  return /^(?:STRUCT|MAP|UNION|VARIANT)|\]$/.test(type) ? `cast(to_json(${value}) as varchar)` : text;
}

function withMark(text: string, writing: Writing | undefined): string {
  const mark = writing?.decimal ?? ".";
  return mark === "." ? text : `replace(${text}, '.', ${quoteText(mark)})`;
}

/** Writes the shortest text of a floating-point number without its exponent, and whole ones without `.0`. */
function plainFloat(text: string): string {
  const sign = `case when starts_with(${text}, '-') then '-' else '' end`;
  const digits = `regexp_replace(split_part(${text}, 'e', 1), '[^0-9]', '', 'g')`;
  const exponent = `cast(split_part(${text}, 'e', 2) as integer)`;
  return `case
    when not contains(${text}, 'e') then regexp_replace(${text}, '\\.0$', '')
    when ${exponent} >= length(${digits}) - 1 then ${sign} || rpad(${digits}, ${exponent} + 1, '0')
    when ${exponent} >= 0 then ${sign} || left(${digits}, ${exponent} + 1) || '.' || substr(${digits}, ${exponent} + 2)
    else ${sign} || '0.' || repeat('0', -${exponent} - 1) || regexp_replace(${digits}, '0+$', '')
  end`;
}

function faultSql(value: string, { name, type }: ParquetColumn, writing: Writing | undefined): string | undefined {
  const limit = exactUpTo[type];
  if (limit === undefined || writing?.isId !== true) return undefined;
  const message = `${name}: the id is a floating-point number of so many digits that some are lost; write the column as text`;
  return `case when abs(${value}) > ${limit} then ${quoteText(message)} end`;
}
