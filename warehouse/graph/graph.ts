import { entityNames } from "../../ingest/contracts/entities.ts";
import { type Connection, withConnection } from "../connection.ts";
import type { OperatorError } from "../errors.ts";
import { layerLaw, metaAfterModels, metaBeforeModels } from "./layers.ts";
import { type ModelFile, readCheckFiles, readModels } from "./model.ts";
import { nearNames } from "./near.ts";
import { findReads, type Reference } from "./references.ts";
import { lineAt, modelError, parseSelect, type SqlSource } from "./tree.ts";

/** A model with the relations it reads. */
export type Model = ModelFile & { readonly reads: readonly string[] };

/** A question that must have no rows as its answer. */
export interface Check extends SqlSource {
  readonly name: string;
  readonly severity: "error" | "warning";
  /** The sentence that is true when the check passes. */
  readonly question: string;
  readonly reads: readonly string[];
}

/** All models in an order in which each stands after what it reads, and the checks over them. */
export interface Graph {
  readonly folder: string;
  readonly models: readonly Model[];
  readonly checks: readonly Check[];
}

/**
 * Reads the models and checks of a transforms folder and orders them. With `roots` (relations, or `checks.<name>`) only
 * these and the models they need are looked at, so that a fault elsewhere does not matter.
 * @throws OperatorError exit 2, with file and line, for anything but one SELECT, for unknown, unqualified or
 *   layer-breaking references, table functions and cycles.
 */
export async function readGraph(folder: string, roots?: readonly string[]): Promise<Graph> {
  const files = await readModels(folder);
  const known = new Set(files.map(({ relation }) => relation));
  return withConnection({ attach: [] }, async (connection) => {
    const checks: Check[] = [];
    for (const file of readCheckFiles(folder)) {
      if (roots?.includes(`checks.${file.name}`) ?? true) checks.push(await readCheck(connection, file, known));
    }
    const wanted =
      roots === undefined ? files.map(({ relation }) => relation) : [...roots, ...checks.flatMap(({ reads }) => reads)];
    return { folder, models: sortModels(await readNeeded(connection, files, wanted)), checks };
  });
}

/** Finds what the wanted models read, and what those read, and so on. */
async function readNeeded(
  connection: Connection,
  files: readonly ModelFile[],
  wanted: readonly string[],
): Promise<readonly Model[]> {
  const byName = new Map(files.map((file) => [file.relation, file]));
  const known = new Set(byName.keys());
  const models = new Map<string, Model>();
  const pending = [...wanted];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const file = byName.get(name);
    if (file === undefined || models.has(name)) continue;
    const reads = await readsOf(connection, file, known);
    models.set(name, { ...file, reads });
    pending.push(...reads);
  }
  return [...models.values()];
}

async function readsOf(
  connection: Connection,
  file: ModelFile,
  known: ReadonlySet<string>,
): Promise<readonly string[]> {
  if (file.kind === "sql") return resolveReads(connection, file, file.schema, known);
  const references = file.twin.reads.map((relation) => {
    const [schema = "", name = ""] = relation.includes(".") ? relation.split(".", 2) : ["", relation];
    return { catalog: "", schema, name, offset: Math.max(0, byteOffsetOf(file.text, relation)) };
  });
  return unique(references.map((reference) => resolve(file, file.schema, reference, known)));
}

async function readCheck(
  connection: Connection,
  file: SqlSource & { readonly name: string },
  known: ReadonlySet<string>,
): Promise<Check> {
  const reads = await resolveReads(connection, file, "checks", known);
  return { ...file, ...readCheckHeader(file), reads };
}

async function resolveReads(
  connection: Connection,
  source: SqlSource,
  layer: keyof typeof layerLaw,
  known: ReadonlySet<string>,
): Promise<readonly string[]> {
  const { references, foreign } = findReads(await parseSelect(connection, source));
  const stranger = foreign[0];
  if (stranger !== undefined) {
    throw modelError(
      source,
      lineAt(source.text, stranger.offset),
      `rows come from ${stranger.what}, which is no relation`,
      {
        remedy: "Models read relations only; days and numbers stand in meta.calendar and meta.numbers.",
      },
    );
  }
  return unique(references.map((reference) => resolve(source, layer, reference, known)));
}

/** Holds one reference against the layer law and the names that exist. */
function resolve(
  source: SqlSource,
  layer: keyof typeof layerLaw,
  reference: Reference,
  known: ReadonlySet<string>,
): string {
  const { catalog, schema, name, offset } = reference;
  const fail = (message: string, remedy: string): OperatorError =>
    modelError(source, lineAt(source.text, offset), message, { remedy });
  const readable = [
    ...known,
    ...entityNames.map((entity) => `raw.${entity}`),
    ...metaBeforeModels.map((n) => `meta.${n}`),
  ];
  if (catalog !== "") throw fail(`${catalog}.${schema}.${name} names a database`, `Write ${schema}.${name}.`);
  if (schema === "") {
    const candidates = readable.filter((relation) => relation.split(".")[1] === name);
    const meant = candidates.length > 0 ? candidates : nearNames(name, readable);
    throw fail(
      `${name} has no schema and is no CTE of this statement`,
      `Write ${meant.length > 0 ? meant.join(" or ") : "its schema before it, such as marts.orders"}.`,
    );
  }
  const relation = `${schema}.${name}`;
  const allowed = layerLaw[layer];
  if (!allowed.includes(schema)) {
    throw fail(
      `${layer} may not read ${relation}: ${layer} read ${allowed.join(", ")}`,
      layer === "checks" || schema !== "raw"
        ? `Nothing reads upward: move this model, or read a relation of ${allowed.join(" or ")}.`
        : `Read it through a staging model, such as staging.${name}.`,
    );
  }
  if (schema === "meta" && metaAfterModels.some((late) => late === name))
    throw fail(`${relation} is written after the models`, "Only pages and queries may read it.");
  if (!readable.includes(relation)) {
    const near = nearNames(relation, readable);
    throw fail(
      `${relation} does not exist`,
      near.length > 0
        ? `Did you mean ${near.join(" or ")}?`
        : `Add transforms/${schema}/${name}.sql, or mend the name.`,
    );
  }
  return relation;
}

/** Reads the two things a check says of itself: the sentence of its first line, and `-- severity error|warning`. */
function readCheckHeader(file: SqlSource): Pick<Check, "question" | "severity"> {
  const lines = file.text.split("\n");
  const question = /^--\s+(\S.*)$/.exec(lines[0] ?? "")?.[1]?.trim();
  if (question === undefined) {
    throw modelError(file, 1, "the check does not say what it asks", {
      remedy: "Begin the file with a sentence: `-- Every order line belongs to an order.`",
    });
  }
  const at = lines.findIndex((line) => /^--\s+severity\b/.test(line));
  const severity = /^--\s+severity\s+(error|warning)\s*$/.exec(lines[at] ?? "")?.[1];
  if (severity !== "error" && severity !== "warning") {
    throw modelError(file, at < 0 ? 1 : at + 1, "the check does not say how bad it is", {
      remedy: "Write `-- severity error` (stops the publication) or `-- severity warning` in its header.",
    });
  }
  return { question, severity };
}

/** Orders models so that each stands after what it reads; equal ranks by name. */
function sortModels(models: readonly Model[]): readonly Model[] {
  const byName = new Map(models.map((model) => [model.relation, model]));
  const state = new Map<string, "open" | "done">();
  const sorted: Model[] = [];
  const visit = (model: Model, path: readonly Model[]): void => {
    if (state.get(model.relation) === "done") return;
    if (state.get(model.relation) === "open") throw cycleError(model, path);
    state.set(model.relation, "open");
    for (const read of model.reads) {
      const upstream = byName.get(read);
      if (upstream !== undefined) visit(upstream, [...path, model]);
    }
    state.set(model.relation, "done");
    sorted.push(model);
  };
  for (const model of [...models].sort((a, b) => a.relation.localeCompare(b.relation))) visit(model, []);
  return sorted;
}

function cycleError(model: Model, path: readonly Model[]): OperatorError {
  const cycle = path.slice(path.findIndex(({ relation }) => relation === model.relation));
  const last = cycle.at(-1) ?? model;
  const names = [...cycle, model].map(({ relation }) => relation);
  const line = lineAt(last.text, Math.max(0, byteOffsetOf(last.text, model.relation)));
  return modelError(last, line, `the models read each other in a circle: ${names.join(" → ")}`, {
    remedy: "Take what both need into a model of its own that neither of them feeds.",
  });
}

function byteOffsetOf(text: string, part: string): number {
  const at = text.indexOf(part);
  return at < 0 ? at : Buffer.byteLength(text.slice(0, at));
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
