import type { Connection } from "../connection.ts";
import type { Log } from "../effects.ts";
import { asSubquery } from "../engines/duckdb.ts";
import type { Check } from "../graph/graph.ts";
import { show } from "./enforce.ts";
import { explainFailure } from "./failure.ts";
import { runInOrder } from "./pool.ts";

/** What a check found: rows that must not exist. */
export interface CheckResult {
  readonly name: string;
  readonly severity: Check["severity"];
  readonly question: string;
  readonly rows: number;
  readonly state: "passed" | "warning" | "failed";
  /** Up to three rows, as `column value, column value`. */
  readonly examples: readonly string[];
  readonly file: string;
}

/** Runs checks side by side on the connections, and tells each to the log. Results stand in the order of the checks. */
export async function runChecks(
  connections: readonly Connection[],
  checks: readonly Check[],
  log: Log,
  signal: AbortSignal,
): Promise<readonly CheckResult[]> {
  const results = new Map<string, CheckResult>();
  const tasks = checks.map((check) => ({ name: check.name, after: [], check }));
  await runInOrder(tasks, connections, async (connection, { check }) => {
    const started = performance.now();
    const result = await runCheck(connection, check, signal);
    results.set(check.name, result);
    log.step({
      room: "check",
      name: check.name,
      state: result.state === "passed" ? "done" : result.state,
      rows: result.rows,
      milliseconds: performance.now() - started,
      ...(result.rows === 0 ? {} : { note: describeResult(result) }),
    });
  });
  return checks.flatMap(({ name }) => results.get(name) ?? []);
}

/** Says what a check found, with example rows. */
export function describeResult({ question, rows, examples }: CheckResult): string {
  return `${question} Not so in ${rows} ${rows === 1 ? "row" : "rows"}: ${examples.join("; ")}`;
}

async function runCheck(connection: Connection, check: Check, signal: AbortSignal): Promise<CheckResult> {
  const { name, severity, question, file } = check;
  try {
    const { columns, rows } = await connection.table(
      `select *, count(*) over () from ${asSubquery(check.text)} order by all limit 3`,
    );
    const count = Number(rows[0]?.at(-1) ?? 0);
    const examples = rows.map((row) =>
      row
        .slice(0, -1)
        .map((value, index) => `${columns[index]} ${show(value)}`)
        .join(", "),
    );
    const state = count === 0 ? "passed" : severity === "error" ? "failed" : "warning";
    return { name, severity, question, rows: count, state, examples, file };
  } catch (error) {
    throw explainFailure(check, error, signal);
  }
}
