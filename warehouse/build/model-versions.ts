import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { scoredModels } from "../../transforms/scored-models.ts";
import type { Connection } from "../connection.ts";
import { createTable, type TypedColumn } from "../engines/duckdb.ts";
import type { Model } from "../graph/graph.ts";
import { quoteRelation } from "../sql.ts";
import { insertRows } from "./meta.ts";

const versionColumns: readonly TypedColumn[] = ["relation", "model_name", "model_version"].map((name) => ({
  name,
  sqlType: "varchar",
}));

/** Tables of `meta` that hold nothing but settings: their rows are parameters of the models that read them. */
const parameterTables: ReadonlySet<string> = new Set(["meta.rfm_cut_points", "meta.complaint_targets"]);

/** Digits of a digest that stand in a version. */
const shownDigits = 8;

/**
 * Makes `meta.model_versions`: for each fitted or scored model its name and version, `<name>-<digest>`. The digest is that
 * of the model, of all metrics it is computed from, of the code they import and of the settings they read. So it changes
 * with formula or parameters, and not with data, the day, comments or layout (DECISIONS 68).
 */
export async function createModelVersions(
  connection: Connection,
  models: readonly Model[],
  home: string,
): Promise<void> {
  await connection.run(createTable("meta.model_versions", versionColumns));
  const [settings = {}] = await connection.rows<Record<string, unknown>>("select * from meta.settings");
  const byName = new Map(models.map((model) => [model.relation, model]));
  const rows: object[] = [];
  for (const { name, relation } of scoredModels) {
    const parts = listFormula(byName, relation);
    if (parts.length === 0) continue;
    const texts = [...readTexts(parts, home)].sort(([left], [right]) => (left < right ? -1 : 1));
    const hash = createHash("sha256").update(JSON.stringify(texts));
    hash.update(JSON.stringify(pickSettings(settings, texts)));
    for (const table of listParameterTables(parts))
      hash.update(JSON.stringify(await connection.rows(`select * from ${quoteRelation(table)} order by all`)));
    rows.push({ relation, model_name: name, model_version: `${name}-${hash.digest("hex").slice(0, shownDigits)}` });
  }
  await insertRows(connection, "meta.model_versions", versionColumns, rows);
}

/** Lists a model and the metrics it is computed from. What is sold, to whom, is the business of marts. */
function listFormula(byName: ReadonlyMap<string, Model>, relation: string): readonly Model[] {
  const found = new Map<string, Model>();
  const pending = [relation];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const model = byName.get(name);
    if (model === undefined || model.schema !== "metrics" || found.has(name)) continue;
    found.set(name, model);
    pending.push(...model.reads);
  }
  return [...found.values()];
}

function listParameterTables(parts: readonly Model[]): readonly string[] {
  return [...new Set(parts.flatMap(({ reads }) => reads))].filter((read) => parameterTables.has(read)).sort();
}

/** Reads the texts of models and of the code of transforms that twins import, by file, without comments and layout. */
function readTexts(parts: readonly Model[], home: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { kind, file, text } of parts) {
    texts.set(file, kind === "sql" ? plainSql(text) : plainCode(text));
    if (kind === "twin") addImports(join(home, file), text, home, texts);
  }
  return texts;
}

function addImports(path: string, text: string, home: string, texts: Map<string, string>): void {
  for (const [, name = ""] of text.matchAll(/ from "(\.[^"]+)"/g)) {
    const imported = resolve(dirname(path), name);
    const file = imported.slice(home.length + 1).replaceAll("\\", "/");
    if (!file.startsWith("transforms/") || texts.has(file) || !existsSync(imported)) continue;
    const code = readFileSync(imported, "utf8");
    texts.set(file, plainCode(code));
    addImports(imported, code, home, texts);
  }
}

function plainSql(text: string): string {
  return text.replaceAll(/--.*$/gm, "").replaceAll(/\s+/g, " ").trim();
}

function plainCode(text: string): string {
  return text
    .replaceAll(/\/\*\*?[\s\S]*?\*\//g, "")
    .replaceAll(/^\s*\/\/.*$/gm, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** Picks the settings whose names stand in a text: those are the ones it may read. */
function pickSettings(
  settings: Readonly<Record<string, unknown>>,
  texts: readonly (readonly [string, string])[],
): readonly (readonly [string, unknown])[] {
  const all = texts.map(([, text]) => text).join("\n");
  return Object.entries(settings)
    .filter(([name]) => new RegExp(`\\b${name}\\b`).test(all))
    .sort(([left], [right]) => (left < right ? -1 : 1));
}
