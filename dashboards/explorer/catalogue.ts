/** A table of the explorer: the data file it comes from, and what its columns hold. */
export interface ExplorerTable {
  /** Its name in queries: `client_abc`. */
  readonly name: string;
  /** The data file, without `.json`. */
  readonly dataset: string;
  /** The relation of the warehouse it was taken from. */
  readonly relation: string;
  readonly rows: number;
  readonly columns: readonly ExplorerColumn[];
}

export interface ExplorerColumn {
  readonly name: string;
  readonly type: ExplorerType;
}

/** Types a column has in the browser: amounts are doubles there, for display. */
export type ExplorerType = "varchar" | "bigint" | "double" | "boolean" | "date" | "timestamp";

/** Names the table a data file becomes. */
export function tableName(dataset: string): string {
  return dataset.replaceAll(/[^a-z0-9]+/g, "_");
}

/** Lists the tables a query names, in the order of the catalogue; a name inside a text or a comment costs a fetch, nothing else. */
export function tablesOf(query: string, tables: readonly ExplorerTable[]): readonly ExplorerTable[] {
  const names = new Set(query.toLowerCase().match(/[a-z_][a-z0-9_]*/g) ?? []);
  return tables.filter((table) => names.has(table.name));
}

/** Writes a name for SQL. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Says what a type of the engine is to a reader; what has no counterpart is text. */
export function shownType(type: string): ExplorerType {
  if (/^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|U[A-Z]+INT)$/.test(type)) return "bigint";
  if (/^(DOUBLE|FLOAT|DECIMAL)/.test(type)) return "double";
  if (type === "BOOLEAN") return "boolean";
  if (type === "DATE") return "date";
  return type.startsWith("TIMESTAMP") ? "timestamp" : "varchar";
}
