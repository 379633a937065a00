import { listOf, nodeOf, type TreeNode, textOf } from "./tree.ts";

/** A relation named in a statement, and the byte offset where it stands. */
export interface Reference {
  readonly catalog: string;
  readonly schema: string;
  readonly name: string;
  readonly offset: number;
}

/** A place where rows come from something that is not a relation: a table function, `describe`, a pivot. */
export interface ForeignSource {
  readonly what: string;
  readonly offset: number;
}

/** What a statement reads. */
export interface Reads {
  readonly references: readonly Reference[];
  readonly foreign: readonly ForeignSource[];
}

const plainSources = new Set(["BASE_TABLE", "SUBQUERY", "JOIN", "EMPTY", "EMPTY_FROM", "EXPRESSION_LIST"]);

/**
 * Lists every relation a parse tree reads, in the order of the text, common table expressions left out.
 *
 * A CTE is visible in later CTEs of its `with` and in the statement it belongs to, in subqueries too, and hides an outer
 * one of the same name; a recursive CTE sees itself. A schema-qualified name is never a CTE.
 */
export function findReads(tree: TreeNode): Reads {
  const references: Reference[] = [];
  const foreign: ForeignSource[] = [];
  walk(tree, new Set(), { references, foreign });
  return { references: [...references].sort((a, b) => a.offset - b.offset), foreign };
}

interface Found {
  references: Reference[];
  foreign: ForeignSource[];
}

function walk(value: unknown, outer: ReadonlySet<string>, found: Found): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, outer, found);
    return;
  }
  const node = nodeOf(value);
  if (node === undefined) return;
  const scope = enterCtes(node, outer, found);
  if (node.type === "BASE_TABLE") noteTable(node, scope, found);
  for (const [key, child] of Object.entries(node)) {
    if (key === "cte_map") continue;
    if (key === "from_table") noteForeign(child, found);
    walk(child, scope, found);
  }
}

/** Walks the CTEs of a node, each seeing those before it, and returns the scope of the node's body. */
function enterCtes(node: TreeNode, outer: ReadonlySet<string>, found: Found): ReadonlySet<string> {
  const entries = listOf(nodeOf(node.cte_map)?.map);
  if (entries.length === 0) return outer;
  const scope = new Set(outer);
  for (const entry of entries) {
    const name = textOf(nodeOf(entry)?.key).toLowerCase();
    const query = nodeOf(nodeOf(entry)?.value)?.query;
    const isRecursive = nodeOf(nodeOf(query)?.node)?.type === "RECURSIVE_CTE_NODE";
    walk(query, isRecursive ? new Set([...scope, name]) : scope, found);
    scope.add(name);
  }
  return scope;
}

function noteTable(node: TreeNode, scope: ReadonlySet<string>, found: Found): void {
  const [catalog, schema, name] = [textOf(node.catalog_name), textOf(node.schema_name), textOf(node.table_name)];
  if (schema === "" && catalog === "" && scope.has(name.toLowerCase())) return;
  found.references.push({ catalog, schema, name, offset: Number(node.query_location ?? 0) });
}

/** Reports what stands in a `from` and is no relation; both sides of a join are looked at. */
function noteForeign(source: unknown, found: Found): void {
  const node = nodeOf(source);
  if (node === undefined) return;
  if (node.type === "JOIN") {
    noteForeign(node.left, found);
    noteForeign(node.right, found);
  } else if (!plainSources.has(textOf(node.type))) {
    const called = textOf(nodeOf(node.function)?.function_name);
    const offset = Number(node.query_location ?? 0);
    found.foreign.push({
      what: called === "" ? textOf(node.type).toLowerCase().replaceAll("_", " ") : `${called}()`,
      offset: Number.isSafeInteger(offset) ? offset : 0,
    });
  }
}
