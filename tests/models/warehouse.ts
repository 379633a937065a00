import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { stringify } from "yaml";
import { type EntityName, entities } from "../../ingest/contracts/entities.ts";
import { assemble } from "../../warehouse/build/assemble.ts";
import { resolveKnown } from "../../warehouse/build/known.ts";
import { type Connection, withConnection, withEngine } from "../../warehouse/connection.ts";
import { silentLog } from "../../warehouse/effects.ts";
import { asSubquery, createTable } from "../../warehouse/engines/duckdb.ts";
import { type Graph, readGraph } from "../../warehouse/graph/graph.ts";
import { rawColumns } from "../../warehouse/ledger/schema.ts";
import { home, readSettings, type Settings } from "../../warehouse/settings.ts";
import { quoteName } from "../../warehouse/sql.ts";

/** What a test builds: raw rows as queries that DuckDB runs, settings, and the relations and checks wanted. */
export interface Recipe {
  readonly asOf: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly raw: Partial<Readonly<Record<EntityName, string>>>;
  readonly relations: readonly string[];
  /** Checks that may be run on them. */
  readonly checks?: readonly string[];
}

/** A connection on the relations made, and what making them took. */
export interface Built {
  readonly connection: Connection;
  /** Runs a check and returns how many rows break it. */
  readonly countFaults: (check: string) => Promise<number>;
  /** Milliseconds per relation. */
  readonly times: Readonly<Record<string, number>>;
}

const graphs = new Map<string, Promise<Graph>>();

/** Reads the models of the repository, or those that roots need: once in a process, because tests ask for the same again and again. */
export function readModels(roots?: readonly string[]): Promise<Graph> {
  const key = roots?.join(" ") ?? "";
  const graph = graphs.get(key) ?? readGraph(resolve(home, "transforms"), roots);
  graphs.set(key, graph);
  return graph;
}

/**
 * Builds the wanted relations, and all they need, from raw rows through the models of the repository, in a throw-away
 * file. Throws when a wanted relation breaks its contract.
 */
export async function withWarehouse<T>(recipe: Recipe, job: (built: Built) => Promise<T>): Promise<T> {
  const data = mkdtempSync(join(tmpdir(), "karavan-models-"));
  try {
    const settings = writeSettings(recipe, data);
    await createRaw(recipe, settings);
    return await withRaw(settings, recipe, job);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** Builds the wanted relations, and all they need, from what was ingested with these settings. */
export async function withRaw<T>(
  settings: Settings,
  recipe: Omit<Recipe, "raw" | "settings">,
  job: (built: Built) => Promise<T>,
): Promise<T> {
  const graph = await readModels([...recipe.relations, ...(recipe.checks ?? []).map((check) => `checks.${check}`)]);
  const attach = [
    { path: join(settings.paths.data, "crm-models.duckdb"), as: "crm", mode: "create" as const },
    { path: settings.paths.raw, as: "raw_file", mode: "read" as const },
  ];
  return withEngine({ attach, threads: 1 }, async (engine) => {
    const connection = await engine.connect();
    const known = await resolveKnown(connection, settings, undefined, recipe.asOf, silentLog);
    const made = await assemble(
      engine,
      {
        meta: { settings, asOf: recipe.asOf, feeds: [], ...known },
        models: graph.models,
        checks: [],
        isPartial: true,
      },
      { log: silentLog, now: () => new Date(0), signal: new AbortController().signal },
    );
    const broken = made.violations.filter(({ relation }) => relation.startsWith("metrics."));
    if (broken.length > 0) throw new Error(broken.map(({ message }) => message).join("\n"));
    const times = Object.fromEntries(made.models.map(({ relation, milliseconds }) => [relation, milliseconds]));
    const countFaults = async (check: string) => {
      const text = graph.checks.find(({ name }) => name === check)?.text;
      if (text === undefined) throw new Error(`there is no check ${check}`);
      return (await connection.rows(`select * from ${asSubquery(text)}`)).length;
    };
    return job({ connection, countFaults, times });
  });
}

function writeSettings(recipe: Recipe, data: string): Settings {
  const file = join(data, "karavan.yaml");
  const base = { company: { name: "Models" }, currency: "EUR", time_zone: "UTC", as_of: recipe.asOf };
  writeFileSync(file, stringify({ ...base, ...recipe.settings }));
  return readSettings({ KARAVAN_SETTINGS: file, KARAVAN_DATA: data });
}

async function createRaw(recipe: Recipe, settings: Settings): Promise<void> {
  const attach = [{ path: settings.paths.raw, as: "raw_file", mode: "create" as const }];
  await withConnection({ attach }, async (connection) => {
    await connection.run("create schema raw");
    await connection.run("create schema meta");
    for (const [entity, query] of Object.entries(recipe.raw)) {
      await connection.run(createTable(`raw.${entity}`, rawColumns(entities[entity as EntityName])));
      await connection.run(
        `insert into raw.${quoteName(entity)} by name
         select *, 'test' as _source, 1 as _file_id, row_number() over () as _record,
           timestamp '2000-01-01' as _loaded_at
         from (${query})`,
      );
    }
  });
}
