import type { Contract } from "../../ingest/contracts/contract.ts";
import type { SqlSource } from "../../warehouse/graph/tree.ts";
import { lineAt, listOf, nodeOf, type TreeNode, textOf } from "../../warehouse/graph/tree.ts";

/** One breach of portable-sql.md or style.md. */
export interface Fault {
  readonly line: number;
  readonly message: string;
}

export type Kind = "model" | "check";

/** Lists the breaches of the rules on layout and header: they are read from the text. */
export function findTextFaults(source: SqlSource, kind: Kind, contract?: Contract): readonly Fault[] {
  const lines = source.text.split("\n");
  const code = blank(source.text).split("\n");
  const faults = lines.flatMap((line, index) =>
    lineFaults(line, code[index] ?? "").map((message) => ({ line: index + 1, message })),
  );
  if (!source.text.endsWith("\n"))
    faults.push({ line: lines.length, message: "the file does not end with a line end" });
  return [...faults, ...headerFaults(lines, kind, contract)];
}

/** Lists the breaches of the portable subset that the parse tree shows. */
export function findTreeFaults(tree: TreeNode, source: SqlSource, kind: Kind): readonly Fault[] {
  const faults: Fault[] = [];
  const report: Report = (node, message) => {
    const offset = Number(node.query_location ?? 0);
    faults.push({ line: Number.isSafeInteger(offset) ? lineAt(source.text, offset) : 1, message });
  };
  if (kind === "model") checkLastLine(tree, report);
  walk(tree, [], report, { root: tree, source });
  return faults;
}

type Report = (node: TreeNode, message: string) => void;
interface Context {
  readonly root: TreeNode;
  readonly source: SqlSource;
}

const lineRules: readonly [RegExp, string][] = [
  [/::/, ":: is not portable: write cast"],
  [/"/, "identifiers stand unquoted"],
  [/[A-ZА-Я]/, "SQL is written in lower case"],
  [/\binterval\s+\d/, "an interval is quoted: interval '7' day"],
  [/\blateral\b/, "lateral is not portable"],
  [/\bmaterialized\b/, "materialized is not portable"],
  [/\bouter\s+join\b/, "write left join or full join"],
  [/^\s*,/, "commas stand at the end of a line"],
  [/\bas\s+[a-z]\b/, "an alias is a full name, not one letter"],
  [
    /\b(?:from|join)\s+[a-z_][a-z0-9_.]*\s+(?!as\b|on\b|where\b|left\b|right\b|full\b|cross\b|inner\b|join\b|group\b|order\b|having\b|limit\b|union\b|except\b|intersect\b|window\b)[a-z_]/,
    "an alias is introduced by as",
  ],
];

function lineFaults(line: string, code: string): readonly string[] {
  const layout: string[] = [];
  if (line.length > 80) layout.push(`the line has ${line.length} columns, more than 80`);
  if (/\t/.test(line)) layout.push("indentation is by spaces");
  if (/\s$/.test(line)) layout.push("the line ends in blanks");
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  if (code.trim() !== "" && indent % 4 !== 0) layout.push("indentation is by 4 spaces");
  return [...lineRules.filter(([pattern]) => pattern.test(code)).map(([, message]) => message), ...layout];
}

function headerFaults(lines: readonly string[], kind: Kind, contract: Contract | undefined): readonly Fault[] {
  const header = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith("--")),
  );
  const faults: Fault[] = [];
  const sentence = header.slice(0, header.indexOf("--")).join(" ");
  if (!/^-- \S.*[.?]$/.test(sentence))
    faults.push({ line: 1, message: "the header begins with a sentence and an empty comment line" });
  const wanted = kind === "model" ? ["grain", "key"] : ["severity"];
  for (const word of wanted)
    if (!header.some((line) => new RegExp(`^-- ${word} +\\S`).test(line)))
      faults.push({ line: 1, message: `the header does not say the ${word}` });
  const key = header.flatMap((line) => /^-- key +(.*)$/.exec(line)?.[1] ?? [])[0];
  if (contract !== undefined && key !== undefined && key !== contract.key.join(", "))
    faults.push({ line: 1, message: `the header's key is ${key}, the contract's ${contract.key.join(", ")}` });
  return faults;
}

/** Replaces texts and comments by blanks, so that only code is looked at; line ends stay. */
export function blank(text: string): string {
  return text.replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g, (part) =>
    part.startsWith("'") ? `'${" ".repeat(Math.max(0, part.length - 2))}'` : part.replace(/[^\n]/g, " "),
  );
}

/** A model ends in `select * from <last step>`. */
function checkLastLine(tree: TreeNode, report: Report): void {
  const steps = listOf(nodeOf(tree.cte_map)?.map).map((entry) => textOf(nodeOf(entry)?.key));
  const from = nodeOf(tree.from_table);
  const isLast = from?.type === "BASE_TABLE" && textOf(from.schema_name) === "" && from.table_name === steps.at(-1);
  const [item, ...others] = listOf(tree.select_list).map(nodeOf);
  if (!isLast || item?.type !== "STAR" || others.length > 0)
    report(item ?? tree, `the last line is: select * from ${steps.at(-1) ?? "<last step>"}`);
}

function walk(value: unknown, path: readonly TreeNode[], report: Report, context: Context): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, path, report, context);
    return;
  }
  const node = nodeOf(value);
  if (node === undefined) return;
  checkNode(node, path, report, context);
  // What `interval '7' day` becomes is the parser's, not the author's.
  if (/^to_(days|months|years)$/.test(textOf(node.function_name))) return;
  for (const child of Object.values(node)) walk(child, [...path, node], report, context);
}

function checkNode(node: TreeNode, path: readonly TreeNode[], report: Report, context: Context): void {
  if (node.type === "SELECT_NODE") checkSelect(node, report);
  if (node.type === "RECURSIVE_CTE_NODE") report(node, "recursive CTEs are not portable");
  if (node.type === "JOIN") checkJoin(node, report);
  if (node.class === "FUNCTION") checkFunction(node, path, report);
  if (node.class === "WINDOW") checkWindow(node, path, report);
  if (node.class === "CAST") checkCast(node, report);
  if (node.class === "CONSTANT") checkConstant(node, path, report);
  if (node.class === "STAR") checkStar(node, path, report, context);
  if (node.class === "OPERATOR" && !operators.has(textOf(node.type)))
    report(node, `${word(node.type)} is not portable`);
  if (strangeClasses.has(textOf(node.class))) report(node, `${word(node.class)} is not portable`);
  if (node.class === "COLUMN_REF") checkColumn(node, report);
  if (node.class === "SUBQUERY" && node.subquery_type === "SCALAR" && isCorrelated(node))
    report(node, "a scalar subquery may not depend on the outer row: join instead");
  if (node.type === "LIMIT_MODIFIER" && nodeOf(node.offset) !== undefined)
    report(nodeOf(node.offset) ?? node, "offset is not portable");
  if (node.type === "DISTINCT_MODIFIER" && listOf(node.distinct_on_targets).length > 0)
    report(node, "distinct on is not portable");
  if (node.type === "ORDER_MODIFIER") checkOrders(node.orders, report);
  if (nodeOf(node.sample) !== undefined) report(node, "samples are not portable: use limit");
}

const operators = new Set([
  "OPERATOR_NOT",
  "OPERATOR_IS_NULL",
  "OPERATOR_IS_NOT_NULL",
  "OPERATOR_COALESCE",
  "COMPARE_IN",
  "COMPARE_NOT_IN",
]);

const strangeClasses = new Set(["LAMBDA", "LAMBDA_REF", "POSITIONAL_REFERENCE", "PARAMETER", "COLLATE", "DEFAULT"]);

function checkSelect(node: TreeNode, report: Report): void {
  const first = nodeOf(listOf(node.select_list)[0]) ?? node;
  if (nodeOf(node.qualify) !== undefined)
    report(nodeOf(node.qualify) ?? first, "qualify is not portable: filter in an outer select");
  if (node.aggregate_handling === "FORCE_AGGREGATES") report(first, "group by all is not portable: name the columns");
  if (listOf(node.group_sets).length > 1) report(first, "grouping sets are not in the subset");
  checkAliases(node, report);
  if (nodeOf(node.from_table)?.type === "JOIN") checkQualified(node, report);
}

/** An alias of one select may be used neither in that select list nor in its `group by` or `having`. */
function checkAliases(select: TreeNode, report: Report): void {
  const computed = new Set<string>();
  for (const item of listOf(select.select_list).map(nodeOf)) {
    if (item === undefined) continue;
    for (const column of columnsIn(item))
      if (column.names.length === 1 && computed.has(column.names[0] ?? ""))
        report(column.node, `${column.names[0]} is an alias of the same select: use a CTE`);
    const alias = textOf(item.alias);
    const own = columnsIn(item).map(({ names }) => names.at(-1));
    if (alias !== "" && item.class !== "COLUMN_REF" && !own.includes(alias)) computed.add(alias);
  }
  for (const part of [...listOf(select.group_expressions), select.having])
    for (const column of columnsIn(part))
      if (column.names.length === 1 && computed.has(column.names[0] ?? ""))
        report(column.node, `${column.names[0]} is an output alias: group by its ordinal or expression`);
}

/** Beside a join every column says whose it is. */
function checkQualified(select: TreeNode, report: Report): void {
  for (const part of [
    select.select_list,
    select.where_clause,
    select.group_expressions,
    select.having,
    select.from_table,
  ])
    for (const { node, names } of columnsIn(part))
      if (names.length === 1) report(node, `${names[0]} stands unqualified beside a join`);
}

/** Finds columns of an expression, not those of subqueries in it. */
function columnsIn(value: unknown): readonly { readonly node: TreeNode; readonly names: readonly string[] }[] {
  if (Array.isArray(value)) return value.flatMap(columnsIn);
  const node = nodeOf(value);
  if (node === undefined || node.type === "SELECT_NODE") return [];
  if (node.class === "COLUMN_REF") return [{ node, names: listOf(node.column_names).map(textOf) }];
  return Object.values(node).flatMap(columnsIn);
}

function checkJoin(node: TreeNode, report: Report): void {
  const reference = textOf(node.ref_type);
  if (reference !== "REGULAR" && reference !== "CROSS") report(node, `a ${word(reference)} join is not portable`);
  if (!["INNER", "LEFT", "RIGHT", "FULL", "OUTER"].includes(textOf(node.join_type)))
    report(node, `a ${word(node.join_type)} join is not portable`);
  if (listOf(node.using_columns).length > 0) report(node, "join … using is not in the subset: write on");
}

const functions = new Set(
  `lower upper trim length substr replace split_part position like_escape not_like_escape
  abs floor ceil sqrt ln exp power mod stddev_samp var_samp corr regr_slope
  count count_star sum min max avg date_diff date_trunc date_part nullif to_days to_months to_years
  + - * / || ~~ !~~`.split(/\s+/),
);

function checkFunction(node: TreeNode, path: readonly TreeNode[], report: Report): void {
  const name = textOf(node.function_name);
  const children = listOf(node.children).map(nodeOf);
  if (!functions.has(name)) report(node, `${name} is not in the list of functions`);
  if (name === "date_diff") {
    if (constantText(children[0]) !== "day") report(node, "date_diff counts days only");
    if (!children.slice(1).every(isEvidentlyDate)) report(node, "date_diff takes cast(… as date)");
  }
  if (name === "date_trunc" && !isMovedInCast(path)) report(node, "date_trunc stands in cast(… as date)");
  if (
    name === "date_part" &&
    !["year", "quarter", "month", "day", "hour", "minute"].includes(constantText(children[0]))
  )
    report(node, `extract(${constantText(children[0])}) differs between engines: use a column of meta.calendar`);
  if ((name === "+" || name === "-") && hasInterval(children) && !isMovedInCast(path))
    report(node, "a day moved by an interval stands in cast(… as date)");
  if (name === "/") checkDivision(node, children, report);
  if (name === "avg" && !isEvidentlyDouble(children[0])) report(node, "avg takes cast(… as double)");
  checkAggregateCast(node, path, report);
}

/** Looks for a cast to date above, with nothing but intervals added in between. */
function isMovedInCast(path: readonly TreeNode[]): boolean {
  const above = path.findLast(({ function_name }) => function_name !== "+" && function_name !== "-");
  return isCastTo(above, "DATE");
}

/** A cast to date, a column named for a day, or a choice among such. */
function isEvidentlyDate(node: TreeNode | undefined): boolean {
  if (node === undefined) return false;
  if (node.class === "COLUMN_REF") return /_date$|^day$|_month$|^month$/.test(textOf(listOf(node.column_names).at(-1)));
  if (node.type === "OPERATOR_COALESCE" || ["min", "max", "nullif"].includes(textOf(node.function_name)))
    return listOf(node.children).every((child) => isEvidentlyDate(nodeOf(child)));
  if (node.class === "CASE")
    return listOf(node.case_checks).every((check) => isEvidentlyDate(nodeOf(nodeOf(check)?.then_expr)));
  return isCastTo(node, "DATE");
}

/** Sums and counts of the last step are cast: their types differ between engines. Comparisons need no cast. */
function checkAggregateCast(node: TreeNode, path: readonly TreeNode[], report: Report): void {
  if (!["sum", "count", "count_star"].includes(textOf(node.function_name)) || !isInLastStep(path)) return;
  const expression = path.slice(path.findLastIndex(({ type }) => type === "SELECT_NODE") + 1);
  const isSafe = expression.some(({ class: kind }) => kind === "CAST" || kind === "COMPARISON" || kind === "BETWEEN");
  if (!isSafe) report(node, `${textOf(node.function_name).replace("_star", "")} stands in a cast`);
}

function isInLastStep(path: readonly TreeNode[]): boolean {
  const last = textOf(listOf(nodeOf(path[0]?.cte_map)?.map).map(nodeOf).at(-1)?.key);
  return last === "" || path.some(({ key }) => key === last);
}

function checkDivision(node: TreeNode, [left, right]: readonly (TreeNode | undefined)[], report: Report): void {
  if (!isEvidentlyDouble(left) && !isEvidentlyDouble(right)) report(node, "a division has cast(… as double) on a side");
  const divisor = unwrapCasts(right);
  // A column or a sum may be zero; a count of a group's rows is not, and of a formula the tree cannot tell.
  const mayBeZero = divisor?.class === "COLUMN_REF" || ["sum", "count"].includes(textOf(divisor?.function_name));
  if (mayBeZero) report(node, "a divisor is nullif(…, 0)");
}

function isEvidentlyDouble(node: TreeNode | undefined): boolean {
  if (node === undefined) return false;
  if (node.class === "CAST") return isCastTo(node, "DOUBLE");
  if (node.class === "CONSTANT") return nodeOf(nodeOf(node.value)?.type)?.id === "DOUBLE";
  const name = textOf(node.function_name);
  if (["sqrt", "ln", "exp", "avg", "stddev_samp", "var_samp", "corr", "regr_slope"].includes(name)) return true;
  const carries =
    ["+", "-", "*", "/", "nullif", "abs", "power", "sum", "min", "max"].includes(name) ||
    node.type === "OPERATOR_COALESCE";
  if (carries) return listOf(node.children).some((child) => isEvidentlyDouble(nodeOf(child)));
  if (node.class === "CASE")
    return [...listOf(node.case_checks).map((check) => nodeOf(check)?.then_expr), node.else_expr].some((then) =>
      isEvidentlyDouble(nodeOf(then)),
    );
  return false;
}

const windows = new Set("row_number rank dense_rank lag lead first_value sum count count_star min max avg".split(" "));
const needOrder = new Set("row_number rank dense_rank lag lead first_value".split(" "));

function checkWindow(node: TreeNode, path: readonly TreeNode[], report: Report): void {
  const name = textOf(node.function_name);
  if (!windows.has(name)) report(node, `${name} over … is not portable`);
  const orders = listOf(node.orders);
  if (needOrder.has(name) && orders.length === 0) report(node, `${name} over … has an order by`);
  if (!needOrder.has(name) && orders.length > 0 && /RANGE|GROUPS/.test(`${node.start} ${node.end}`))
    report(node, `${name} over … order by has a rows frame`);
  if (node.ignore_nulls === true) report(node, "ignore nulls is not in the subset");
  if (textOf(node.exclude_clause) !== "NO_OTHER") report(node, "exclude is not in the subset");
  if (name === "avg" && !isEvidentlyDouble(nodeOf(listOf(node.children)[0])))
    report(node, "avg takes cast(… as double)");
  checkOrders(orders, report);
  checkAggregateCast(node, path, report);
}

function checkOrders(orders: unknown, report: Report): void {
  for (const order of listOf(orders).map(nodeOf)) {
    if (order !== undefined && textOf(order.null_order) === "ORDER_DEFAULT")
      report(nodeOf(order.expression) ?? order, "order by says nulls first or nulls last");
  }
}

const types = new Set(["BIGINT", "INTEGER", "DOUBLE", "BOOLEAN", "VARCHAR", "DATE", "TIMESTAMP", "DECIMAL"]);

function checkCast(node: TreeNode, report: Report): void {
  const type = textOf(nodeOf(node.cast_type)?.id);
  if (!types.has(type)) report(node, `the type ${type.toLowerCase()} is not in the subset`);
  const child = nodeOf(node.child);
  const isWhole = type === "BIGINT" || type === "INTEGER";
  if (isWhole && isEvidentlyDouble(child) && !["sum", "count"].includes(textOf(child?.function_name)))
    report(node, "a fraction becomes a whole number through floor or ceil");
}

function checkConstant(node: TreeNode, path: readonly TreeNode[], report: Report): void {
  const value = nodeOf(node.value);
  const type = nodeOf(value?.type)?.id;
  const isExact = path.some((above) => isCastTo(above, "DECIMAL")) || path.at(-1)?.class === "COMPARISON";
  if (type === "DECIMAL" && !isExact) report(node, "a number with a point is written 0.5e0, or cast to decimal");
  if (type === "VARCHAR" && /^\d{4}-\d{2}-\d{2}/.test(textOf(value?.value)) && path.at(-1)?.class !== "CAST")
    report(node, "a day is written date '2025-01-31'");
}

/** `select *` stands in imports (one relation, nothing else) and in the last line. */
function checkStar(node: TreeNode, path: readonly TreeNode[], report: Report, { root, source }: Context): void {
  const written = Buffer.from(source.text, "utf8")
    .subarray(Number(node.query_location ?? 0))
    .toString("utf8");
  // A star nobody wrote comes from a statement that begins with `from`.
  if (!/^(?:\*|\w+\s*\.\s*\*|columns\b)/.test(written)) report(node, "a select begins with select");
  const select = path.findLast(({ type }) => type === "SELECT_NODE");
  const from = nodeOf(select?.from_table);
  const isPlain =
    textOf(node.relation_name) === "" &&
    node.columns !== true &&
    listOf(node.exclude_list).length === 0 &&
    listOf(node.replace_list).length === 0;
  const isImport = from?.type === "BASE_TABLE" && textOf(from.schema_name) !== "";
  const isLast = select === root && from?.type === "BASE_TABLE";
  if (!isPlain || (!isImport && !isLast)) report(node, "select * stands only in imports and in the last line");
}

const clocks = new Set(["current_date", "current_timestamp", "current_time", "localtime", "localtimestamp", "rowid"]);

function checkColumn(node: TreeNode, report: Report): void {
  const name = textOf(listOf(node.column_names)[0]);
  if (clocks.has(name)) report(node, `${name}: time comes from meta.clock`);
}

/** Looks for a column of a relation that the subquery does not name itself. */
function isCorrelated(subquery: TreeNode): boolean {
  const own = new Set<string>();
  const note = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const item of value) note(item);
      return;
    }
    const node = nodeOf(value);
    if (node === undefined) return;
    if (node.type === "BASE_TABLE" || node.type === "SUBQUERY") own.add(textOf(node.alias) || textOf(node.table_name));
    for (const child of Object.values(node)) note(child);
  };
  note(subquery);
  const outer = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.some(outer);
    const node = nodeOf(value);
    if (node === undefined) return false;
    const names = listOf(node.column_names).map(textOf);
    if (node.class === "COLUMN_REF") return names.length > 1 && !own.has(names[0] ?? "");
    return Object.values(node).some(outer);
  };
  return outer(subquery);
}

function isCastTo(node: TreeNode | undefined, type: string): boolean {
  return node?.class === "CAST" && nodeOf(node.cast_type)?.id === type;
}

function unwrapCasts(node: TreeNode | undefined): TreeNode | undefined {
  return node?.class === "CAST" ? unwrapCasts(nodeOf(node.child)) : node;
}

function hasInterval(children: readonly (TreeNode | undefined)[]): boolean {
  return children.some(
    (child) =>
      child !== undefined &&
      (/^to_/.test(textOf(child.function_name)) ||
        (child.function_name === "*" && hasInterval(listOf(child.children).map(nodeOf)))),
  );
}

function constantText(node: TreeNode | undefined): string {
  return textOf(nodeOf(node?.value)?.value);
}

function word(value: unknown): string {
  return textOf(value).toLowerCase().replaceAll("_", " ");
}
