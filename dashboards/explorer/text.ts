import type { Cell, PackedTable } from "../data.ts";
import type { ExplorerTable } from "./catalogue.ts";

/** Marks a missing value in the text the engine reads: a text of the data is always quoted, this never is. */
const missing = "\\N";

/** Writes a table as the engine reads it: texts quoted, missing values marked. */
export function toEngineText(table: ExplorerTable, packed: PackedTable): string {
  const columns = table.columns.map(({ name }) => {
    const column = packed.columns[name];
    if (column === undefined) return (_: number): Cell => null;
    if ("values" in column) return (index: number): Cell => column.values[index] ?? null;
    return (index: number): Cell => column.dictionary[column.indexes[index] ?? -1] ?? null;
  });
  const lines = Array.from({ length: packed.count }, (_, index) =>
    columns.map((valueAt) => toEngineValue(valueAt(index))).join(","),
  );
  return lines.map((line) => `${line}\n`).join("");
}

function toEngineValue(value: Cell): string {
  if (value === null) return missing;
  return typeof value === "string" ? `"${value.replaceAll('"', '""')}"` : String(value);
}

/** Writes the SQL that reads such a text with the types of its columns; it needs no extension of the engine. */
export function scanText(table: ExplorerTable, path: string): string {
  const types = table.columns.map(({ name, type }) => `${quoteText(name)}: '${type}'`).join(", ");
  return `read_csv(${quoteText(path)}, header = false, auto_detect = false, delim = ',', quote = '"', escape = '"',
    new_line = '\\n', nullstr = '${missing}', allow_quoted_nulls = false, columns = {${types}})`;
}

function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
