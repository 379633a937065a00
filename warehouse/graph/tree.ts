import type { Connection } from "../connection.ts";
import { exitCodes, OperatorError } from "../errors.ts";

/** A node of DuckDB's parse tree, as `json_serialize_sql` writes it. */
export type TreeNode = Readonly<Record<string, unknown>>;

/** The text of one model or check and the file it stands in. */
export interface SqlSource {
  readonly file: string;
  readonly text: string;
}

/**
 * Parses a file that must hold exactly one SELECT.
 * @throws OperatorError exit 2 naming file and line when the text is not valid SQL, not a SELECT, or several statements.
 */
export async function parseSelect(connection: Connection, source: SqlSource): Promise<TreeNode> {
  const row = await connection.row<{ tree: string }>("select json_serialize_sql(cast($1 as varchar)) as tree", [
    source.text,
  ]);
  const tree: TreeNode = JSON.parse(row?.tree ?? "{}");
  if (tree.error === true) throw explainParse(source, tree);
  const statements = listOf(tree.statements);
  if (statements.length === 0)
    throw modelError(source, 1, "the file holds no statement", { remedy: "Write one SELECT, or delete the file." });
  const node = nodeOf(statements[0])?.node;
  if (statements.length !== 1 || nodeOf(node) === undefined) {
    throw modelError(source, 1, `${statements.length} statements stand here; a model is exactly one SELECT`, {
      remedy: "Keep one SELECT per file; a second relation is a second file.",
    });
  }
  return nodeOf(node) as TreeNode;
}

/** Finds the line, from 1, of a byte offset: DuckDB counts bytes, not characters. */
export function lineAt(text: string, byteOffset: number): number {
  return Buffer.from(text, "utf8").subarray(0, byteOffset).toString("utf8").split("\n").length;
}

/** Makes the error of a model: file and line, what is wrong, what to do. */
export function modelError(
  source: SqlSource,
  line: number,
  message: string,
  options: { remedy: string; cause?: unknown },
): OperatorError {
  return new OperatorError(message, { exitCode: exitCodes.usage, place: { file: source.file, line }, ...options });
}

/** Reads an object of the tree, or nothing when the value is something else. */
export function nodeOf(value: unknown): TreeNode | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as TreeNode) : undefined;
}

/** Reads a list of the tree; anything else is an empty list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Reads a text of the tree; anything else is empty. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function explainParse(source: SqlSource, tree: TreeNode): OperatorError {
  const message = textOf(tree.error_message);
  if (tree.error_type === "parser") {
    // Unlike locations in the tree, this position counts characters.
    const before = Array.from(source.text).slice(0, Number(tree.position ?? 0));
    const line = before.filter((character) => character === "\n").length + 1;
    return modelError(source, line, message, { remedy: "Mend the SQL at this line." });
  }
  return modelError(source, 1, `not a plain SELECT: ${message}`, {
    remedy: "A model is one SELECT in the portable subset; the engine makes the table from it.",
  });
}
