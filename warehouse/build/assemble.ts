import { availableParallelism } from "node:os";
import { entities, entityNames } from "../../ingest/contracts/entities.ts";
import type { Connection, Engine } from "../connection.ts";
import type { Effects } from "../effects.ts";
import { createViewAs, rawAsKnown } from "../engines/duckdb.ts";
import type { Check, Model } from "../graph/graph.ts";
import { rawColumns } from "../ledger/schema.ts";
import { quoteName, quoteRelation } from "../sql.ts";
import { type CheckResult, runChecks } from "./checks.ts";
import { readClocks } from "./clocks.ts";
import { enforceContract, listReferences, type Violation } from "./enforce.ts";
import { explainFailure, stopIfAborted } from "./failure.ts";
import { buildMeta, type Catalog, type MetaInput, readCatalog } from "./meta.ts";
import { createModelVersions } from "./model-versions.ts";
import { explainOverflow } from "./overflow.ts";
import { runInOrder } from "./pool.ts";
import { makeTable } from "./tables.ts";
import { buildTwin } from "./twins.ts";

/** Connections that make models side by side, each with a thread of its own: a core each, and not all of a large machine. */
const lanes = Math.min(4, Math.max(2, availableParallelism()));

/** What is to be made in the catalog `crm`, from the catalog `raw_file`. */
export interface Assembly {
  readonly meta: MetaInput;
  /** In an order in which each stands after what it reads. */
  readonly models: readonly Model[];
  readonly checks: readonly Check[];
  /** Not all models are made: references and checks that reach the others are left out. */
  readonly isPartial: boolean;
  /** Makes a relation in another way than its model does; for stories, which give relations as they please. */
  readonly provide?: (connection: Connection, relation: string) => Promise<boolean>;
}

/** One model made. */
export interface BuiltModel {
  readonly relation: string;
  readonly kind: Model["kind"];
  /** Rows of its table; null for a view, which is not counted, because that would compute it once more. */
  readonly rows: number | null;
  readonly milliseconds: number;
}

/** What was made, and what of it broke a contract or failed a check. */
export interface Assembled {
  readonly models: readonly BuiltModel[];
  readonly violations: readonly Violation[];
  readonly checks: readonly CheckResult[];
}

/**
 * Makes schemas `raw` (views), `meta`, and all models asked for, then holds contracts and checks against them.
 *
 * The engine has `crm` attached for writing and in use, and `raw_file` for reading. Nothing is published here.
 * @throws OperatorError exit 2 for a model that does not run, 143 when the signal is aborted.
 */
export async function assemble(engine: Engine, assembly: Assembly, effects: Effects): Promise<Assembled> {
  const connections = await Promise.all(Array.from({ length: lanes }, () => engine.connect()));
  const [first] = connections;
  if (first === undefined) throw new Error("no connection");
  const stop = () => {
    for (const connection of connections) connection.interrupt();
  };
  effects.signal.addEventListener("abort", stop, { once: true });
  try {
    stopIfAborted(effects.signal);
    await prepare(first, assembly);
    const { models, violations } = await buildModels(connections, assembly, effects);
    const checks = violations.length > 0 ? [] : await checkAll(connections, assembly, effects);
    return { models, violations, checks };
  } catch (error) {
    stopIfAborted(effects.signal);
    throw error;
  } finally {
    effects.signal.removeEventListener("abort", stop);
  }
}

async function prepare(connection: Connection, assembly: Assembly): Promise<void> {
  const rawFile = await readCatalog(connection, "raw_file");
  await createRawViews(connection, rawFile, assembly.meta);
  await buildMeta(connection, assembly.meta, rawFile);
  await createModelVersions(connection, assembly.models, assembly.meta.settings.home);
  for (const schema of ["staging", "marts", "metrics"]) await connection.run(`create schema ${quoteName(schema)}`);
}

/** Makes the views models read raw rows by: as they were known, their instants by the clocks of the company (DECISIONS 75). */
async function createRawViews(
  connection: Connection,
  rawFile: Catalog,
  { asOf, knownBefore, settings }: Pick<MetaInput, "asOf" | "knownBefore" | "settings">,
): Promise<void> {
  const clocks = await readClocks(connection, settings.time_zone, asOf);
  await connection.run("create schema raw");
  for (const name of entityNames) {
    const relation = `raw.${name}`;
    const present = rawFile.get(relation) ?? new Set();
    const all = knownBefore === null && (await isAllCurrent(connection, `raw_file.${relation}`, present));
    const cut = all ? "all" : knownBefore;
    const select = rawAsKnown(`raw_file.${relation}`, rawColumns(entities[name]), present, cut, clocks);
    await connection.run(`create view ${quoteRelation(relation)} as ${select}`);
  }
}

/** Are all rows current? Then the view needs no filter, which the optimizer takes to leave a fifth of the rows. */
async function isAllCurrent(connection: Connection, relation: string, present: ReadonlySet<string>): Promise<boolean> {
  if (!present.has("_closed_at")) return false;
  const row = await connection.row<{ closed: number }>(
    `select count(_closed_at) as closed from ${quoteRelation(relation)}`,
  );
  return row?.closed === 0;
}

/** Makes models, and holds each against its contract as soon as all that its contract refers to is made. */
async function buildModels(
  connections: readonly Connection[],
  assembly: Assembly,
  effects: Effects,
): Promise<Pick<Assembled, "models" | "violations">> {
  const { models } = assembly;
  const made = new Set(models.map(({ relation }) => relation));
  const built = new Map<string, BuiltModel>();
  const broken = new Map<string, readonly Violation[]>();
  const builds = models.map((model) => ({
    name: model.relation,
    after: model.reads,
    job: async (connection: Connection) => {
      built.set(model.relation, await makeModel(connection, model, assembly, built.size, effects));
    },
  }));
  const contracts = models
    .flatMap(({ contract }) => contract ?? [])
    .map((contract) => ({
      name: `contract of ${contract.relation}`,
      after: [contract.relation, ...listReferences(contract)],
      job: async (connection: Connection) => {
        stopIfAborted(effects.signal);
        const allowAbsent = assembly.isPartial;
        broken.set(contract.relation, await enforceContract(connection, contract, made, { allowAbsent }));
      },
    }));
  await runInOrder([...builds, ...contracts], connections, (connection, { job }) => job(connection));
  return {
    models: models.flatMap(({ relation }) => built.get(relation) ?? []),
    violations: models.flatMap(({ relation }) => broken.get(relation) ?? []),
  };
}

/** Makes one model, counts its rows and tells of it. */
async function makeModel(
  connection: Connection,
  model: Model,
  assembly: Assembly,
  done: number,
  { log, signal }: Effects,
): Promise<BuiltModel> {
  const { relation, kind } = model;
  stopIfAborted(signal);
  log.progress({ room: "build", name: relation, done, total: assembly.models.length, unit: "models" });
  const started = performance.now();
  await buildModel(connection, model, assembly, signal);
  const rows = isView(model) ? null : await countRows(connection, relation);
  const milliseconds = performance.now() - started;
  log.step({ room: "build", name: relation, state: "done", ...(rows === null ? {} : { rows }), milliseconds });
  return { relation, kind, rows, milliseconds };
}

async function countRows(connection: Connection, relation: string): Promise<number> {
  const count = await connection.row<{ rows: number }>(`select count(*) as rows from ${quoteRelation(relation)}`);
  return count?.rows ?? 0;
}

/** Staging is views, other models are tables, unless a line of their header says `-- kept as table` or `-- kept as view`. */
function isView({ kind, schema, text }: Model): boolean {
  const said = /^-- kept as (table|view)$/m.exec(text)?.[1];
  return kind !== "twin" && (said ?? (schema === "staging" ? "view" : "table")) === "view";
}

async function buildModel(
  connection: Connection,
  model: Model,
  assembly: Assembly,
  signal: AbortSignal,
): Promise<void> {
  try {
    if (await assembly.provide?.(connection, model.relation)) return;
    if (model.kind === "twin") await buildTwin(connection, model);
    else if (isView(model)) await connection.run(createViewAs(model.relation, model.text));
    else await makeTable(connection, model);
  } catch (error) {
    stopIfAborted(signal);
    throw (await explainOverflow(connection, model, error)) ?? explainFailure(model, error, signal);
  }
}

async function checkAll(
  connections: readonly Connection[],
  assembly: Assembly,
  { log, signal }: Effects,
): Promise<readonly CheckResult[]> {
  const made = new Set(assembly.models.map(({ relation }) => relation));
  const isAnswerable = (check: Check) => check.reads.every((read) => read.startsWith("meta.") || made.has(read));
  return runChecks(connections, assembly.checks.filter(isAnswerable), log, signal);
}
