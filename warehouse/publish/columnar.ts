import type { PackedColumn, PackedTable } from "../../dashboards/data.ts";
import type { Table, Value } from "../connection.ts";

/** Packs a table by columns; texts that repeat become a dictionary and indexes (dashboards.md §3). */
export function packTable(table: Table): PackedTable {
  const columns: Record<string, PackedColumn> = {};
  table.columns.forEach((name, index) => {
    columns[name] = packColumn(table.rows.map((row) => row[index] ?? null));
  });
  return { count: table.rows.length, columns };
}

function packColumn(values: readonly Value[]): PackedColumn {
  const positions = new Map<Value, number>();
  for (const value of values) if (!positions.has(value)) positions.set(value, positions.size);
  const hasText = values.some((value) => typeof value === "string");
  if (!hasText || positions.size * 2 > values.length) return { values };
  return { dictionary: [...positions.keys()], indexes: values.map((value) => positions.get(value) ?? 0) };
}
