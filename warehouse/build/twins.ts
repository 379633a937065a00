import { type Contract, listColumns } from "../../ingest/contracts/contract.ts";
import type { Connection, Value } from "../connection.ts";
import { createTable } from "../engines/duckdb.ts";
import { exitCodes, OperatorError } from "../errors.ts";
import type { Model } from "../graph/graph.ts";
import type { TwinInput, TwinRow } from "../graph/twin.ts";
import { createRow } from "../plain-row.ts";
import { quoteName, quoteRelation } from "../sql.ts";
import { insertRows } from "./meta.ts";

type TwinModel = Extract<Model, { kind: "twin" }>;

/** Rows sent to the engine at once. */
const batchRows = 20_000;

/**
 * Computes a twin and makes its table, with the columns and types of its contract.
 * @throws OperatorError exit 2 for rows that do not fit the contract.
 */
export async function buildTwin(connection: Connection, model: TwinModel): Promise<void> {
  const { contract } = model;
  if (contract === undefined) throw twinError(model, "a twin needs a contract: its columns and types come from it");
  const columns = listColumns(contract);
  const names = columns.map(({ name }) => name);
  const rows = await model.twin.compute(createInput(connection, model));
  await connection.run(createTable(model.relation, columns));
  for (let start = 0; start < rows.length; start += batchRows) {
    const batch = rows
      .slice(start, start + batchRows)
      .map((row, index) => toObject(model, contract, names, row, start + index));
    await insertRows(connection, model.relation, columns, batch);
  }
}

function createInput(connection: Connection, model: TwinModel): TwinInput {
  return {
    async rows<T>(relation: string, orderBy: readonly string[] = []) {
      if (!model.reads.includes(relation)) throw twinError(model, `${relation} is read but not declared in \`reads\``);
      const order = orderBy.length === 0 ? "" : ` order by ${orderBy.map(quoteName).join(", ")}`;
      return connection.rows<T>(`select * from ${quoteRelation(relation)}${order}`);
    },
  };
}

/** Holds one row against the contract: its columns, kinds of values, nothing left over. */
function toObject(model: TwinModel, contract: Contract, names: readonly string[], row: TwinRow, index: number): object {
  const given = isList(row) ? Object.fromEntries(names.map((name, at) => [name, row[at] ?? null])) : row;
  const isLonger = isList(row) ? row.length > names.length : Object.keys(row).some((key) => !names.includes(key));
  if (isLonger) throw twinError(model, `row ${index + 1} has a value that is in no column of the contract`);
  const values = createRow();
  for (const name of names) {
    const value = given[name] ?? null;
    if (typeof value === "number" && !Number.isFinite(value))
      throw twinError(model, `row ${index + 1}: ${name} is ${value}; write null where there is no number`);
    values[name] = value;
  }
  const issue = contract.columns.safeParse(values).error?.issues[0];
  if (issue !== undefined) throw twinError(model, `row ${index + 1}: ${issue.path.join(".")}: ${issue.message}`);
  return values;
}

function isList(row: TwinRow): row is readonly Value[] {
  return Array.isArray(row);
}

function twinError(model: TwinModel, message: string): OperatorError {
  return new OperatorError(message, {
    exitCode: exitCodes.usage,
    place: { file: model.file },
    remedy: "See warehouse/graph/twin.ts for what a twin is.",
  });
}
