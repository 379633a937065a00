import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { exitCodes, OperatorError } from "./errors.ts";

/**
 * Parses YAML against a schema; the first fault becomes an error that names the line and the path in the file.
 * @throws OperatorError exit 2.
 */
export function parseYaml<Schema extends z.ZodType>(schema: Schema, yaml: string, file: string): z.infer<Schema> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const syntax = document.errors[0];
  if (syntax !== undefined) {
    throw new OperatorError(`not valid YAML: ${syntax.message}`, {
      exitCode: exitCodes.usage,
      place: { file, line: lines.linePos(syntax.pos[0]).line },
      remedy: "Mend the line; YAML is indented with spaces.",
    });
  }
  const result = schema.safeParse(document.toJS() ?? {});
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path.map(String) ?? [];
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const full = unknown === undefined ? path : [...path, unknown];
  const isMissing = issue?.code === "invalid_type" && document.getIn(path.map(numberIfIndex)) === undefined;
  throw new OperatorError(
    unknown !== undefined ? `unknown key ${unknown}` : isMissing ? "this is missing" : (issue?.message ?? "not valid"),
    {
      exitCode: exitCodes.usage,
      place: { file, line: lineOf(document, lines, full), path: full.join(".") },
      remedy: unknown !== undefined ? allowedKeys(schema, path) : isMissing ? "Add it." : "Change the value.",
    },
  );
}

/** Finds the line of a path in a YAML text, or of the nearest thing around it. */
export function findLine(yaml: string, path: readonly string[]): number {
  const lines = new LineCounter();
  return lineOf(parseDocument(yaml, { lineCounter: lines, prettyErrors: false }), lines, path);
}

function lineOf(document: ReturnType<typeof parseDocument>, lines: LineCounter, path: readonly string[]): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth).map(numberIfIndex), true);
    const range = typeof node === "object" && node !== null && "range" in node ? node.range : undefined;
    if (Array.isArray(range)) return lines.linePos(range[0]).line;
  }
  return 1;
}

function numberIfIndex(part: string): string | number {
  return /^\d+$/.test(part) ? Number(part) : part;
}

/** Says which keys stand beside an unknown one, read from the JSON Schema. */
function allowedKeys(schema: z.ZodType, path: readonly string[]): string {
  let node: unknown = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  for (const part of path)
    node = child(child(node, "properties"), part) ?? child(node, "items") ?? child(node, "additionalProperties");
  const properties = child(node, "properties");
  const names = typeof properties === "object" && properties !== null ? Object.keys(properties) : [];
  return names.length > 0 ? `Allowed here: ${names.join(", ")}.` : "Remove it.";
}

function child(node: unknown, key: string): unknown {
  return typeof node === "object" && node !== null ? (node as Record<string, unknown>)[key] : undefined;
}
