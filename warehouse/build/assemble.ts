import { entities, entityNames } from "../../ingest/contracts/entities.ts";
import type { Connection, Engine } from "../connection.ts";
import type { Effects } from "../effects.ts";
import { createTableAs, createViewAs, rawAsKnown } from "../engines/duckdb.ts";
import type { Check, Model } from "../graph/graph.ts";
import { rawColumns } from "../ledger/schema.ts";
import { quoteName, quoteRelation } from "../sql.ts";
import { type CheckResult, runChecks } from "./checks.ts";
import { enforceContract, type Violation } from "./enforce.ts";
import { explainFailure, stopIfAborted } from "./failure.ts";
import { buildMeta, type Catalog, type MetaInput, readCatalog } from "./meta.ts";
import { runInOrder } from "./pool.ts";
import { buildTwin } from "./twins.ts";

/** Connections that make models side by side. */
const lanes = 2;

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
  readonly rows: number;
  readonly milliseconds: number;
}

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
    const models = await buildModels(connections, assembly, effects);
    const violations = await enforceAll(first, assembly);
    const checks = violations.length > 0 ? [] : await checkAll(first, assembly, effects);
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
  await createRawViews(connection, rawFile, assembly.meta.knownBefore);
  await buildMeta(connection, assembly.meta, rawFile);
  for (const schema of ["staging", "marts", "metrics"]) await connection.run(`create schema ${quoteName(schema)}`);
}

async function createRawViews(connection: Connection, rawFile: Catalog, knownBefore: string | null): Promise<void> {
  await connection.run("create schema raw");
  for (const name of entityNames) {
    const relation = `raw.${name}`;
    const present = rawFile.get(relation) ?? new Set();
    const all = knownBefore === null && (await isAllCurrent(connection, `raw_file.${relation}`, present));
    const cut = all ? "all" : knownBefore;
    const select = rawAsKnown(`raw_file.${relation}`, rawColumns(entities[name]), present, cut);
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

async function buildModels(
  connections: readonly Connection[],
  assembly: Assembly,
  { log, signal }: Effects,
): Promise<readonly BuiltModel[]> {
  const total = assembly.models.length;
  const built = new Map<string, BuiltModel>();
  const tasks = assembly.models.map((model) => ({ name: model.relation, after: model.reads, model }));
  await runInOrder(tasks, connections, async (connection, { model }) => {
    stopIfAborted(signal);
    log.progress({ room: "build", name: model.relation, done: built.size, total, unit: "models" });
    const started = performance.now();
    await buildModel(connection, model, assembly, signal);
    const count = await connection.row<{ rows: number }>(
      `select count(*) as rows from ${quoteRelation(model.relation)}`,
    );
    const milliseconds = performance.now() - started;
    const rows = count?.rows ?? 0;
    built.set(model.relation, { relation: model.relation, kind: model.kind, rows, milliseconds });
    log.step({ room: "build", name: model.relation, state: "done", rows, milliseconds });
  });
  return assembly.models.flatMap(({ relation }) => built.get(relation) ?? []);
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
    else if (model.schema === "staging") await connection.run(createViewAs(model.relation, model.text));
    else await connection.run(createTableAs(model.relation, model.text));
  } catch (error) {
    throw explainFailure(model, error, signal);
  }
}

async function enforceAll(connection: Connection, assembly: Assembly): Promise<readonly Violation[]> {
  const known = new Set(assembly.models.map(({ relation }) => relation));
  const violations: Violation[] = [];
  for (const { contract } of assembly.models) {
    if (contract === undefined) continue;
    violations.push(...(await enforceContract(connection, contract, known, { allowAbsent: assembly.isPartial })));
  }
  return violations;
}

async function checkAll(
  connection: Connection,
  assembly: Assembly,
  { log, signal }: Effects,
): Promise<readonly CheckResult[]> {
  const made = new Set(assembly.models.map(({ relation }) => relation));
  const isAnswerable = (check: Check) => check.reads.every((read) => read.startsWith("meta.") || made.has(read));
  return runChecks(connection, assembly.checks.filter(isAnswerable), log, signal);
}
