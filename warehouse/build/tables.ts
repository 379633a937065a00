import { type Contract, listColumns } from "../../ingest/contracts/contract.ts";
import type { Connection } from "../connection.ts";
import { createTable, createTableAs, describeSelect, documentIds, insertSelect } from "../engines/duckdb.ts";
import type { Model } from "../graph/graph.ts";

/**
 * Makes the table of a SQL model with the columns and types its select gives. Ids of documents are packed apart from
 * other texts. Where the columns are not those of the contract the table is made as it comes, and the contract says so.
 */
export async function makeTable(connection: Connection, { relation, text, contract }: SqlModel): Promise<void> {
  const ids = contract === undefined ? [] : listNames(contract).filter((name) => documentIds.has(name));
  const columns = ids.length === 0 ? [] : await describe(connection, text);
  if (contract === undefined || !isPromised(columns, contract)) {
    await connection.run(createTableAs(relation, text));
    return;
  }
  await connection.run(createTable(relation, columns, new Set(ids)));
  await connection.run(insertSelect(relation, text));
}

type SqlModel = Pick<Extract<Model, { kind: "sql" }>, "relation" | "text" | "contract">;

type Described = Parameters<typeof createTable>[1];

async function describe(connection: Connection, text: string): Promise<Described> {
  const rows = await connection.rows<{ column_name: string; column_type: string }>(describeSelect(text));
  return rows.map(({ column_name, column_type }) => ({ name: column_name, sqlType: column_type }));
}

function isPromised(columns: Described, contract: Contract): boolean {
  const promised = listNames(contract);
  return columns.length === promised.length && columns.every(({ name }, index) => name === promised[index]);
}

function listNames(contract: Contract): readonly string[] {
  return listColumns(contract).map(({ name }) => name);
}
