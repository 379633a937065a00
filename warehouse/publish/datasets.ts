import type { Contract } from "../../ingest/contracts/contract.ts";
import { listColumns } from "../../ingest/contracts/contract.ts";
import { quoteName, quoteRelation } from "../sql.ts";

/** A file of page data: some columns of one relation, as rows or summed up. */
export interface Dataset {
  /** Name of the file, without `.json`. */
  readonly name: string;
  readonly relation: string;
  /** Columns shown; with `sums`, what is grouped by. */
  readonly columns: readonly string[];
  /** Columns added up per group, exactly, in the warehouse. */
  readonly sums?: readonly string[];
  /** A condition in SQL on the relation. */
  readonly where?: string;
  readonly order: readonly string[];
}

/** Personal columns pages may show: names are needed to act on a list; phones, e-mails, tax numbers never leave. */
const personalAllowed = new Set(["marts.clients.name"]);

/**
 * Writes the query of a dataset: decimals leave as doubles, for display; every column must stand in the contract and
 * be neither personal nor secret.
 * @throws Error naming the column.
 */
export function planQuery(dataset: Dataset, contracts: readonly Contract[]): string {
  const types = readTypes(dataset, contracts);
  const plain = dataset.columns.map((name) => `${castForPage(quoteName(name), types.get(name))} as ${quoteName(name)}`);
  const sums = (dataset.sums ?? []).map((name) => {
    const whole = types.get(name) === "bigint" ? "bigint" : "double";
    return `cast(sum(${quoteName(name)}) as ${whole}) as ${quoteName(name)}`;
  });
  const where = dataset.where === undefined ? "" : ` where ${dataset.where}`;
  const group =
    dataset.sums === undefined ? "" : ` group by ${dataset.columns.map((_, index) => index + 1).join(", ")}`;
  const order = dataset.order.map((name) => {
    const [column = "", direction = "asc"] = name.split(" ");
    return `${quoteName(column)} ${direction === "desc" ? "desc" : "asc"} nulls last`;
  });
  return `select ${[...plain, ...sums].join(", ")} from ${quoteRelation(dataset.relation)}${where}${group} order by ${order.join(", ")}`;
}

function castForPage(column: string, type: string | undefined): string {
  if (type?.startsWith("decimal") === true) return `cast(${column} as double)`;
  return type === "timestamp" ? `cast(${column} as varchar)` : column;
}

function readTypes(dataset: Dataset, contracts: readonly Contract[]): ReadonlyMap<string, string> {
  if (dataset.relation.startsWith("meta.")) return new Map();
  const contract = contracts.find((each) => each.relation === dataset.relation);
  if (contract === undefined) throw new Error(`${dataset.name}: ${dataset.relation} has no contract`);
  const columns = new Map(listColumns(contract).map((column) => [column.name, column]));
  for (const name of [...dataset.columns, ...(dataset.sums ?? [])]) {
    const column = columns.get(name);
    const full = `${dataset.relation}.${name}`;
    if (column === undefined) throw new Error(`${dataset.name}: ${full} is not in the contract`);
    if ((column.pii === "personal" || column.pii === "secret") && !personalAllowed.has(full))
      throw new Error(`${dataset.name}: ${full} is ${column.pii} and may not be published`);
  }
  return new Map([...columns.values()].map((column) => [column.name, column.sqlType]));
}
