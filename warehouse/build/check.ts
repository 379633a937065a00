import { resolve } from "node:path";
import { type Connection, withConnection } from "../connection.ts";
import type { Effects } from "../effects.ts";
import { type Graph, readGraph } from "../graph/graph.ts";
import type { Settings } from "../settings.ts";
import { type CheckResult, runChecks } from "./checks.ts";
import { enforceContract, type Violation } from "./enforce.ts";
import { stopIfAborted } from "./failure.ts";

/** Where checks are read from. */
export interface CheckOptions {
  /** Folder of models; default: `transforms` of the checkout. */
  readonly transforms?: string;
}

/** What contracts and checks found. */
export interface CheckReport {
  /** `failed` when a contract is broken or a check of severity `error` found rows. */
  readonly state: "passed" | "warning" | "failed";
  readonly violations: readonly Violation[];
  readonly checks: readonly CheckResult[];
}

/**
 * Holds contracts and checks against the published warehouse again, and reports; nothing is changed.
 * @throws OperatorError exit 2 for a faulty model or check, 6 when there is no warehouse.
 */
export async function check(settings: Settings, options: CheckOptions, effects: Effects): Promise<CheckReport> {
  const graph = await readGraph(options.transforms ?? resolve(settings.home, "transforms"));
  const attach = [{ path: settings.paths.crm, as: "crm", mode: "read" as const }];
  return withConnection({ attach }, async (connection) => {
    const stop = () => connection.interrupt();
    effects.signal.addEventListener("abort", stop, { once: true });
    try {
      const present = await readRelations(connection);
      const violations = await enforceGraph(connection, graph, present, effects);
      const answerable = graph.checks.filter(({ reads }) => reads.every((read) => present.has(read)));
      const checks = await runChecks([connection], answerable, effects.log, effects.signal);
      stopIfAborted(effects.signal);
      return { state: worst(violations, checks), violations, checks };
    } finally {
      effects.signal.removeEventListener("abort", stop);
    }
  });
}

async function enforceGraph(
  connection: Connection,
  graph: Graph,
  present: ReadonlySet<string>,
  { log, signal }: Effects,
): Promise<readonly Violation[]> {
  const all: Violation[] = [];
  for (const { relation, schema, contract } of graph.models) {
    // Staging relations serve a build and are not published (DECISIONS 14).
    if (contract === undefined || schema === "staging") continue;
    stopIfAborted(signal);
    const started = performance.now();
    const violations = present.has(relation)
      ? await enforceContract(connection, contract, present, { allowAbsent: false })
      : [absent(relation)];
    all.push(...violations);
    log.step({
      room: "check",
      name: relation,
      state: violations.length === 0 ? "done" : "failed",
      milliseconds: performance.now() - started,
      ...(violations.length === 0 ? {} : { note: violations.map(({ message }) => message).join("; ") }),
    });
  }
  return all;
}

async function readRelations(connection: Connection): Promise<ReadonlySet<string>> {
  const rows = await connection.rows<{ relation: string }>(
    `select schema_name || '.' || table_name as relation from duckdb_tables() where database_name = 'crm'
     union all
     select schema_name || '.' || view_name from duckdb_views() where database_name = 'crm' and not internal`,
  );
  return new Set(rows.map(({ relation }) => relation));
}

/** A model that came after the published build; checks that read it cannot be asked either. */
function absent(relation: string): Violation {
  const message = `${relation}: not in the published warehouse; run \`karavan build\``;
  return { relation, kind: "columns", column: "", count: 0, examples: [], message };
}

function worst(violations: readonly Violation[], checks: readonly CheckResult[]): CheckReport["state"] {
  if (violations.length > 0 || checks.some(({ state }) => state === "failed")) return "failed";
  return checks.some(({ state }) => state === "warning") ? "warning" : "passed";
}
