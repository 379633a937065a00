import type { Connection } from "../../warehouse/connection.ts";
import { messageOf } from "../../warehouse/errors.ts";
import { quoteName } from "../../warehouse/sql.ts";
import { type Check, todayName, writeExpression } from "./check.ts";

/** A name an expression may read. */
export interface CheckColumn {
  readonly name: string;
  readonly sqlType: string;
}

const aggregates = new Set(["count", "count_star", "sum", "min", "max", "avg", "bool_and", "bool_or", "median"]);

const functions = new Set([
  ...["+", "-", "*", "/", "//", "%", "||", "~~", "!~~", "~~*", "!~~*", "~~~", "like_escape", "not_like_escape"],
  ...["abs", "ceil", "floor", "round", "sign", "trunc", "greatest", "least", "coalesce", "nullif", "mod"],
  ...[
    "lower",
    "upper",
    "trim",
    "ltrim",
    "rtrim",
    "length",
    "strlen",
    "left",
    "right",
    "substring",
    "substr",
    "replace",
  ],
  ...["contains", "starts_with", "ends_with", "prefix", "suffix", "strip_accents", "lpad", "split_part"],
  ...["regexp_matches", "regexp_full_match", "regexp_extract", "regexp_replace"],
  ...["year", "month", "day", "quarter", "hour", "minute", "second", "dayofweek", "isodow", "dayofmonth", "last_day"],
  ...["date_part", "date_trunc", "date_diff", "datediff", "make_date", "isfinite"],
  ...["to_years", "to_months", "to_weeks", "to_days", "to_hours", "to_minutes", "to_seconds"],
]);

const classes = new Set([
  ...["COLUMN_REF", "CONSTANT", "COMPARISON", "CONJUNCTION", "OPERATOR", "FUNCTION", "CASE", "CAST", "BETWEEN"],
]);

/**
 * Says why an expression cannot be a check of these columns; undefined when it can. It reads columns and `today`, by
 * operators and functions of a list: no tables, no files, no settings, nothing that differs between two readings of one file.
 */
export async function findCheckFault(
  connection: Connection,
  { sql, of }: Pick<Check, "sql" | "of">,
  columns: readonly CheckColumn[],
): Promise<string | undefined> {
  const names = new Map([...columns.map(({ name, sqlType }) => [name, sqlType] as const), [todayName, "date"]]);
  const tree = await parse(connection, sql);
  if (typeof tree === "string") return tree;
  const nodes = [...walk(tree)];
  const fault = nodes.map((node) => findForeign(node, names, of)).find((found) => found !== undefined);
  if (fault !== undefined) return fault;
  if (of === "file" && !nodes.some(isAggregate)) return "a check of a file sums its rows up: count(*), sum(amount), …";
  return bind(connection, sql, names);
}

type Node = Readonly<Record<string, unknown>>;

/** Reads the tree of one expression, or what keeps it from being one. */
async function parse(connection: Connection, sql: string): Promise<Node | string> {
  const row = await connection.row<{ tree: string }>("select json_serialize_sql(cast($1 as varchar)) as tree", [
    `select (\n${sql}\n)`,
  ]);
  const tree = JSON.parse(row?.tree ?? "{}");
  if (tree.error === true) return String(tree.error_message);
  const select = tree.statements?.length === 1 ? tree.statements[0].node : undefined;
  const isBare = select?.type === "SELECT_NODE" && select.from_table?.type === "EMPTY" && select.where_clause === null;
  if (!isBare || select.select_list.length !== 1) return "a check is one expression";
  return select.select_list[0];
}

/** Lists all expressions of a tree. */
function* walk(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const each of value) yield* walk(each);
  else if (typeof value === "object" && value !== null) {
    if ("class" in value) yield value as Node;
    for (const each of Object.values(value)) yield* walk(each);
  }
}

function findForeign(node: Node, names: ReadonlyMap<string, string>, of: Check["of"]): string | undefined {
  if (!classes.has(String(node.class))) return `${String(node.class).toLowerCase()} cannot stand in a check`;
  if (node.class === "COLUMN_REF") {
    const name = Array.isArray(node.column_names) ? node.column_names.join(".") : "";
    return names.has(name) ? undefined : `there is no column ${name}; known are ${[...names.keys()].join(", ")}`;
  }
  if (node.class !== "FUNCTION") return undefined;
  const name = String(node.function_name);
  const isPlain = node.schema === "" && node.catalog === "";
  if (isPlain && functions.has(name)) return undefined;
  if (isPlain && aggregates.has(name))
    return of === "file" ? undefined : `${name} sums rows up: say \`of: file\` for a check of the whole file`;
  return `the function ${name} cannot stand in a check`;
}

function isAggregate(node: Node): boolean {
  return node.class === "FUNCTION" && aggregates.has(String(node.function_name));
}

/** Lets the engine bind and run the expression over a row without values: types and literals show their faults. */
async function bind(
  connection: Connection,
  sql: string,
  names: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  const values = [...names].map(([name, sqlType]) => `cast(null as ${sqlType}) as ${quoteName(name)}`);
  const written = writeExpression(sql, (name) => (names.has(name) ? quoteName(name) : undefined));
  try {
    const row = await connection.row<{ type: string }>(
      `select result, typeof(result) as type from (select (${written}) as result from (select ${values.join(", ")}))`,
    );
    return row?.type === "BOOLEAN" ? undefined : `it gives ${row?.type}, not true or false`;
  } catch (error) {
    return messageOf(error).split("\n")[0];
  }
}
