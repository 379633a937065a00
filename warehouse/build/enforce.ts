import { type Column, type Contract, listColumns } from "../../ingest/contracts/contract.ts";
import type { Connection, Value } from "../connection.ts";
import { quoteName, quoteRelation } from "../sql.ts";

/** One way in which a relation breaks its contract. */
export interface Violation {
  readonly relation: string;
  readonly kind: "columns" | "not null" | "key" | "reference";
  readonly column: string;
  /** Rows concerned; 0 where the column list itself is wrong. */
  readonly count: number;
  /** Up to three values, or keys of rows. */
  readonly examples: readonly string[];
  readonly message: string;
}

/**
 * Holds a built relation against its contract: columns, order and SQL types first; only then nulls, the key and
 * references to keys of other marts. `known` are the relations that exist; a reference to one that is absent is
 * `allowAbsent` or a violation.
 */
export async function enforceContract(
  connection: Connection,
  contract: Contract,
  known: ReadonlySet<string>,
  options: { readonly allowAbsent: boolean },
): Promise<readonly Violation[]> {
  const columns = listColumns(contract);
  const shape = await findShapeFaults(connection, contract.relation, columns);
  if (shape.length > 0) return shape;
  return [
    ...(await findNulls(connection, contract, columns)),
    ...(await findDoubles(connection, contract)),
    ...(await findOrphans(connection, contract, columns, known, options.allowAbsent)),
  ];
}

/** Lists the relations that columns of a contract refer to. */
export function listReferences(contract: Contract): readonly string[] {
  return listColumns(contract).flatMap(({ references }) =>
    references === undefined ? [] : [resolveReference(references).relation],
  );
}

/** Says which relation a reference means: `clients.client_id` in a contract of marts is `marts.clients`. */
export function resolveReference(reference: string): { readonly relation: string; readonly column: string } {
  const parts = reference.split(".");
  const column = parts.pop() ?? "";
  const relation = parts.join(".");
  return { relation: relation.includes(".") ? relation : `marts.${relation}`, column };
}

async function findShapeFaults(
  connection: Connection,
  relation: string,
  promised: readonly Column[],
): Promise<readonly Violation[]> {
  const { columns, types } = await connection.table(`select * from ${quoteRelation(relation)} limit 0`);
  const fault = (column: string, message: string): Violation => ({
    relation,
    kind: "columns",
    column,
    count: 0,
    examples: [],
    message: `${relation}: ${message}`,
  });
  const missing = promised.filter(({ name }) => !columns.includes(name));
  const extra = columns.filter((name) => !promised.some((column) => column.name === name));
  const wrong = promised.flatMap(({ name, sqlType }) => {
    const found = types[columns.indexOf(name)];
    return found === undefined || sameType(found, sqlType)
      ? []
      : [fault(name, `${name} is ${found.toLowerCase()}, the contract says ${sqlType}`)];
  });
  const faults = [
    ...missing.map(({ name }) => fault(name, `${name} is missing, the contract promises it`)),
    ...extra.map((name) => fault(name, `${name} is not in the contract`)),
    ...wrong,
  ];
  const inOrder = promised.every(({ name }, index) => columns[index] === name);
  if (faults.length > 0 || inOrder) return faults;
  const order = promised.map(({ name }) => name).join(", ");
  return [
    fault(
      columns.find((name, index) => promised[index]?.name !== name) ?? "",
      `the columns stand in another order than in the contract: ${order}`,
    ),
  ];
}

function sameType(a: string, b: string): boolean {
  const canonical = (type: string) => type.toLowerCase().replaceAll(" ", "");
  return canonical(a) === canonical(b);
}

async function findNulls(
  connection: Connection,
  contract: Contract,
  columns: readonly Column[],
): Promise<readonly Violation[]> {
  const required = columns.filter(({ nullable }) => !nullable);
  if (required.length === 0 || !(await hasNulls(connection, contract.relation, required))) return [];
  const counts = required.map(({ name }) => `count(*) - count(${quoteName(name)})`).join(", ");
  const row = (await connection.table(`select ${counts} from ${quoteRelation(contract.relation)}`)).rows[0] ?? [];
  const found: Violation[] = [];
  for (const [index, { name }] of required.entries()) {
    const count = Number(row[index]);
    if (count === 0) continue;
    const examples = await sampleKeys(connection, contract, `${quoteName(name)} is null`);
    const message = `${contract.relation}: ${name} is null in ${rows(count)}${shown(examples)}`;
    found.push({ relation: contract.relation, kind: "not null", column: name, count, examples, message });
  }
  return found;
}

/**
 * Asks whether any column holds a null: each on its own, because the engine's statistics then answer for columns that
 * are known to hold none, and nothing is read.
 */
async function hasNulls(connection: Connection, relation: string, columns: readonly Column[]): Promise<boolean> {
  const ofOne = (name: string) => `select 1 as found from ${quoteRelation(relation)} where ${quoteName(name)} is null`;
  const found = await connection.row(`${columns.map(({ name }) => ofOne(name)).join(" union all ")} limit 1`);
  return found !== undefined;
}

async function findDoubles(connection: Connection, contract: Contract): Promise<readonly Violation[]> {
  const key = contract.key.map(quoteName).join(", ");
  if (key === "") return [];
  if (await hasDistinctHashes(connection, contract.relation, key)) return [];
  const doubled = `select ${key}, count(*) as copies from ${quoteRelation(contract.relation)} group by ${key} having count(*) > 1`;
  const { rows: found } = await connection.table(`select count(*) over (), * from (${doubled}) order by all limit 3`);
  if (found.length === 0) return [];
  const count = Number(found[0]?.[0]);
  const examples = found.map((row) => row.slice(1, -1).map(show).join(" | "));
  const column = contract.key.join(", ");
  const message = `${contract.relation}: ${column} is not unique: ${count} ${count === 1 ? "value stands" : "values stand"} in several rows${shown(examples)}`;
  return [{ relation: contract.relation, kind: "key", column, count, examples, message }];
}

/** Asks whether the hashes of keys are all different, which proves the keys are; comparing hashes costs a third. */
async function hasDistinctHashes(connection: Connection, relation: string, key: string): Promise<boolean> {
  const row = await connection.row<{ is_distinct: boolean }>(
    `select count(*) = count(distinct hash(${key})) as is_distinct from ${quoteRelation(relation)}`,
  );
  return row?.is_distinct === true;
}

async function findOrphans(
  connection: Connection,
  contract: Contract,
  columns: readonly Column[],
  known: ReadonlySet<string>,
  allowAbsent: boolean,
): Promise<readonly Violation[]> {
  const found: Violation[] = [];
  for (const { name, references } of columns) {
    if (references === undefined) continue;
    const target = resolveReference(references);
    const base = { relation: contract.relation, kind: "reference", column: name } as const;
    if (!known.has(target.relation)) {
      const message = `${contract.relation}: ${name} refers to ${target.relation}, which does not exist`;
      if (!allowAbsent) found.push({ ...base, count: 0, examples: [], message });
      continue;
    }
    if (await areHashesKnown(connection, contract.relation, name, target)) continue;
    const orphans = `
      select ${quoteName(name)} as value, count(*) as copies from ${quoteRelation(contract.relation)}
      where ${quoteName(name)} is not null
        and not exists (
          select 1 from ${quoteRelation(target.relation)} as target
          where target.${quoteName(target.column)} = ${quoteRelation(contract.relation)}.${quoteName(name)})
      group by 1`;
    const { rows: sample } = await connection.table(
      `select sum(copies) over (), value from (${orphans}) order by 2 limit 3`,
    );
    if (sample.length === 0) continue;
    const count = Number(sample[0]?.[0]);
    const examples = sample.map((row) => show(row[1] ?? null));
    const message = `${contract.relation}: ${name} names no row of ${target.relation} in ${rows(count)}${shown(examples)}`;
    found.push({ ...base, count, examples, message });
  }
  return found;
}

/**
 * Asks whether the hash of every value is that of a key it may name: comparing hashes costs a quarter of comparing text.
 * They have 64 bits, so the chance that a wrong value has the hash of one of a million keys is below one in 10^13.
 */
async function areHashesKnown(
  connection: Connection,
  relation: string,
  column: string,
  target: { readonly relation: string; readonly column: string },
): Promise<boolean> {
  const orphan = await connection.row(`
    select 1 as found from ${quoteRelation(relation)} as named
    anti join (select hash(${quoteName(target.column)}) as key from ${quoteRelation(target.relation)}) as target
      on hash(named.${quoteName(column)}) = target.key
    where named.${quoteName(column)} is not null
    limit 1`);
  return orphan === undefined;
}

async function sampleKeys(connection: Connection, contract: Contract, condition: string): Promise<readonly string[]> {
  const key = contract.key.map(quoteName).join(", ");
  const { columns, rows: sample } = await connection.table(
    `select ${key === "" ? "*" : key} from ${quoteRelation(contract.relation)} where ${condition} order by all limit 3`,
  );
  return sample.map((row) => row.map((value, index) => `${columns[index]} ${show(value)}`).join(" | "));
}

/** Shows a value in a message, as it would be looked up. */
export function show(value: Value): string {
  return value === null ? "null" : String(value);
}

function rows(count: number): string {
  return `${count} ${count === 1 ? "row" : "rows"}`;
}

function shown(examples: readonly string[]): string {
  return examples.length === 0 ? "" : ` (${examples.join("; ")})`;
}
