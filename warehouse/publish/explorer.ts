import { type ExplorerTable, shownType, tableName } from "../../dashboards/explorer/catalogue.ts";
import type { Table } from "../connection.ts";
import type { Dataset } from "./datasets.ts";

/** Describes a data file as a table of the SQL explorer: columns have the types they were exported with. */
export function describeTable(dataset: Dataset, table: Table): ExplorerTable {
  return {
    name: tableName(dataset.name),
    dataset: dataset.name,
    relation: dataset.relation,
    rows: table.rows.length,
    columns: table.columns.map((name, index) => ({ name, type: shownType(table.types[index] ?? "VARCHAR") })),
  };
}
