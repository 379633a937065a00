import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import type { Contract } from "../../ingest/contracts/contract.ts";
import { exitCodes, messageOf, OperatorError } from "../errors.ts";
import { type ModelSchema, modelSchemas } from "./layers.ts";
import type { SqlSource } from "./tree.ts";
import type { Twin } from "./twin.ts";

/** A model as it stands on disk, before its dependencies are known. */
export type ModelFile = SqlModelFile | TwinModelFile;

interface ModelBase extends SqlSource {
  /** Schema-qualified name, from the path. */
  readonly relation: string;
  readonly schema: ModelSchema;
  readonly contract: Contract | undefined;
}

/** A model written in SQL. */
export interface SqlModelFile extends ModelBase {
  readonly kind: "sql";
}

/** A model that SQL cannot compute, with what computes it. */
export interface TwinModelFile extends ModelBase {
  readonly kind: "twin";
  readonly twin: Twin;
}

/**
 * Reads every model under a transforms folder: `<schema>/<name>.sql` and `<schema>/<name>.ts` are the relation
 * `<schema>.<name>`; `<name>.contract.ts` is its contract.
 * @throws OperatorError exit 2 for a name that cannot be one, two files of one name, a module without its export.
 */
export async function readModels(folder: string): Promise<readonly ModelFile[]> {
  const files = modelSchemas.flatMap((schema) => listModels(folder, schema));
  const models: ModelFile[] = [];
  for (const file of files) models.push(await readModel(folder, file));
  refuseTwice(models);
  return models;
}

/** Reads the checks of a transforms folder: `checks/<name>.sql`, by name. */
export function readCheckFiles(folder: string): readonly (SqlSource & { readonly name: string })[] {
  return listFolder(join(folder, "checks"))
    .filter((name) => name.endsWith(".sql"))
    .map((name) => {
      const path = join(folder, "checks", name);
      return { name: name.slice(0, -".sql".length), file: shortPath(folder, path), text: readFileSync(path, "utf8") };
    });
}

interface Found {
  readonly schema: ModelSchema;
  readonly name: string;
  readonly kind: "sql" | "twin";
  readonly path: string;
}

function listModels(folder: string, schema: ModelSchema): readonly Found[] {
  return listFolder(join(folder, schema)).flatMap((file): readonly Found[] => {
    const path = join(folder, schema, file);
    if (file.endsWith(".sql")) return [{ schema, name: file.slice(0, -4), kind: "sql", path }];
    if (file.endsWith(".ts") && !file.endsWith(".contract.ts") && !file.endsWith(".test.ts"))
      return [{ schema, name: file.slice(0, -3), kind: "twin", path }];
    return [];
  });
}

function listFolder(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

async function readModel(folder: string, { schema, name, kind, path }: Found): Promise<ModelFile> {
  const file = shortPath(folder, path);
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new OperatorError(`"${name}" cannot be a relation`, {
      exitCode: exitCodes.usage,
      place: { file },
      remedy: "Name the file in lower snake case: the path is the name of the relation.",
    });
  }
  const base = { relation: `${schema}.${name}`, schema, file, text: readFileSync(path, "utf8") };
  const contract = await readContract(folder, schema, name);
  if (kind === "sql") return { ...base, kind, contract };
  const twin = (await importExport(path, file, "model")) as Twin;
  if (!Array.isArray(twin.reads) || typeof twin.compute !== "function")
    throw shapeError(file, "`model` is not a twin: it needs `reads` and `compute`");
  return { ...base, kind, twin, contract: twin.contract ?? contract };
}

async function readContract(folder: string, schema: string, name: string): Promise<Contract | undefined> {
  const path = join(folder, schema, `${name}.contract.ts`);
  if (!existsSync(path)) return undefined;
  const file = shortPath(folder, path);
  const contract = (await importExport(path, file, "contract")) as Contract;
  if (contract.relation !== `${schema}.${name}`)
    throw shapeError(file, `the contract names ${contract.relation}, its place is that of ${schema}.${name}`);
  return contract;
}

async function importExport(path: string, file: string, name: string): Promise<unknown> {
  let module: Readonly<Record<string, unknown>>;
  try {
    module = await import(pathToFileURL(path).href);
  } catch (error) {
    throw new OperatorError(`the module cannot be loaded: ${messageOf(error)}`, {
      exitCode: exitCodes.usage,
      place: { file },
      remedy: "Run `npm run types` to see what is wrong.",
      cause: error,
    });
  }
  if (module[name] === undefined || module[name] === null)
    throw shapeError(file, `the module does not export \`${name}\``);
  return module[name];
}

function shapeError(file: string, message: string): OperatorError {
  return new OperatorError(message, {
    exitCode: exitCodes.usage,
    place: { file },
    remedy: "A twin exports `model` (warehouse/graph/twin.ts), a contract file exports `contract`.",
  });
}

function refuseTwice(models: readonly ModelFile[]): void {
  const seen = new Map<string, string>();
  for (const { relation, file } of models) {
    const other = seen.get(relation);
    if (other !== undefined) {
      throw new OperatorError(`${relation} is also made by ${other}`, {
        exitCode: exitCodes.usage,
        place: { file },
        remedy: "Delete one of the two: a relation is a .sql model or a .ts twin.",
      });
    }
    seen.set(relation, file);
  }
}

/** Shows a path as it is known to readers: from the folder that holds `transforms`. */
function shortPath(folder: string, path: string): string {
  return relative(dirname(folder), path).split("\\").join("/");
}
