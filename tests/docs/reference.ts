import { settingsJsonSchema } from "../../warehouse/settings.ts";

interface Node {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Node[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly description?: string;
}

/** One setting as the README lists it. */
export interface SettingLine {
  readonly path: string;
  readonly values: string;
  readonly default: string;
  readonly description: string;
}

/** Lists every leaf of the settings schema: path, allowed values, default, description. */
function listSettings(node: Node = settingsJsonSchema() as Node, path = ""): readonly SettingLine[] {
  if (node.properties !== undefined) {
    return Object.entries(node.properties).flatMap(([name, child]) =>
      listSettings(child, path === "" ? name : `${path}.${name}`),
    );
  }
  const inner = node.items ?? (typeof node.additionalProperties === "object" ? node.additionalProperties : undefined);
  if (inner?.properties !== undefined)
    return listSettings(inner, `${path}${node.items === undefined ? ".<name>" : "[]"}`);
  return [
    { path, values: describeValues(node), default: describeDefault(node.default), description: node.description ?? "" },
  ];
}

/** Writes the settings table of the README. */
export function settingsTable(): string {
  const lines = listSettings().map(
    (line) => `| \`${line.path}\` | ${line.values} | ${line.default} | ${line.description} |`,
  );
  return ["| setting | values | default | what it does |", "| --- | --- | --- | --- |", ...lines].join("\n");
}

function describeValues(node: Node): string {
  if (node.enum !== undefined) return node.enum.join(", ");
  if (node.const !== undefined) return String(node.const);
  if (node.anyOf !== undefined) return node.anyOf.map(describeValues).join(" or ");
  if (node.items !== undefined) return `list of: ${describeValues(node.items)}`;
  return node.type === "string" ? "text" : String(node.type ?? "any");
}

function describeDefault(value: unknown): string {
  if (value === undefined) return "";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.join(", ");
  if (typeof value === "object" && value !== null) return "none";
  return typeof value === "number" ? String(Math.round(value * 1e6) / 1e6) : String(value);
}
