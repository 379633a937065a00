import { existsSync, mkdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { type Connection, withConnection } from "./connection.ts";
import type { Effects } from "./effects.ts";
import { type ExitCode, exitCodes, messageOf, OperatorError } from "./errors.ts";
import { createLedger } from "./kysely.ts";
import { isPrepared, prepareRaw } from "./ledger/schema.ts";
import { describeHolder, findHolder, withWriterLock } from "./lock.ts";
import type { Settings } from "./settings.ts";
import type { Slot } from "./slot.ts";

/** What a run is recorded as. */
export interface RunRequest {
  readonly command: string;
  readonly trigger: "cli" | "schedule" | "start";
  /** The due moment a scheduled run answers to, and the schedule it belongs to. */
  readonly slot?: Slot;
  /** True for runs that may be the first: they make raw.duckdb when it is absent; others leave no trace then. */
  readonly mayCreate: boolean;
}

/** What a run gives back. */
export interface Outcome {
  readonly exitCode: ExitCode;
  readonly asOfDate?: string;
  /** Why the exit code is not 0, in one line. */
  readonly error?: string;
}

/**
 * Runs a job as the only writer and keeps its row in meta.runs: `running`, then `done`, `failed` or `aborted`.
 * Rows left `running` by a process that died are marked `aborted` first: we hold the lock, so nobody runs them.
 * @throws OperatorError exit 4 when another run holds the lock; whatever the job throws, after it was recorded.
 */
export async function withRun<T extends Outcome>(
  settings: Settings,
  request: RunRequest,
  effects: Effects,
  job: (runId: string) => Promise<T>,
): Promise<T> {
  return withWriterLock(settings, { command: request.command }, effects, async () => {
    if (!request.mayCreate && !existsSync(settings.paths.raw)) return job(nameRun(effects.now()));
    const runId = await openRun(settings, request, effects);
    try {
      const outcome = await job(runId);
      await closeRun(settings, runId, effects, { state: stateOf(outcome.exitCode), ...outcome });
      return outcome;
    } catch (error) {
      await closeRun(settings, runId, effects, describeEnd(error, effects.signal)).catch((second: unknown) => {
        effects.log.warn(`the end of the run could not be recorded: ${messageOf(second)}`);
      });
      throw error;
    }
  });
}

/**
 * Opens raw.duckdb for writing, its tables in place. The caller holds the writer's lock, so that a file in use is only a
 * short reader: it is waited for.
 */
export async function withLedger<T>(
  settings: Settings,
  mode: "write" | "create",
  job: (connection: Connection) => Promise<T>,
): Promise<T> {
  mkdirSync(settings.paths.data, { recursive: true });
  return patiently(() =>
    withConnection({ attach: [{ path: settings.paths.raw, as: catalog, mode }] }, async (connection) => {
      await prepareRaw(connection);
      return job(connection);
    }),
  );
}

/**
 * Opens raw.duckdb for reading; undefined when there is none yet.
 * @throws OperatorError exit 4 when a writer is at work: it is not disturbed.
 */
export async function readLedger<T>(
  settings: Settings,
  job: (connection: Connection) => Promise<T>,
): Promise<T | undefined> {
  const holder = findHolder(settings);
  if (holder !== undefined) {
    throw new OperatorError(describeHolder(holder), {
      exitCode: exitCodes.locked,
      place: { file: settings.paths.raw },
      remedy: "Wait for it to finish.",
    });
  }
  if (!existsSync(settings.paths.raw)) return undefined;
  return patiently(() =>
    withConnection(
      { attach: [{ path: settings.paths.raw, as: catalog, mode: "read" }], threads: 1 },
      async (connection) => ((await isPrepared(connection)) ? job(connection) : undefined),
    ),
  );
}

/** Tries again while another process has the file, for two seconds. */
async function patiently<T>(open: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await open();
    } catch (error) {
      const isLocked = error instanceof OperatorError && error.exitCode === exitCodes.locked;
      if (!isLocked || tries === 20) throw error;
      await sleep(100);
    }
  }
}

/** The name raw.duckdb is attached under; not `raw`, which is a schema of it. */
const catalog = "store";

/** Names a run so that names sort by time, whoever made them. */
export function nameRun(now: Date): string {
  return `${now.toISOString().replaceAll(/[-:.]/g, "")}-${crypto.randomUUID().slice(0, 8)}`;
}

async function openRun(settings: Settings, request: RunRequest, effects: Effects): Promise<string> {
  const started = effects.now();
  const runId = nameRun(started);
  await withLedger(settings, "create", async (connection) => {
    await connection.transaction(async () => {
      const aborted = await createLedger(connection)
        .updateTable("meta.runs")
        .set({ state: "aborted", ended_at: timestamp(started), error: "the process ended without closing the run" })
        .where("state", "=", "running")
        .executeTakeFirst();
      if (aborted.numUpdatedRows > 0n) effects.log.warn("the last run ended without closing: it is marked aborted");
      await insertRun(connection, { runId, request, started, state: "running" });
    });
  });
  return runId;
}

/** Inserts a row of meta.runs. */
export async function insertRun(
  connection: Connection,
  row: {
    readonly runId: string;
    readonly request: Pick<RunRequest, "command" | "trigger" | "slot">;
    readonly started: Date;
    readonly state: "running" | "skipped";
    readonly error?: string;
  },
): Promise<void> {
  const { command, trigger, slot } = row.request;
  await createLedger(connection)
    .insertInto("meta.runs")
    .values({
      run_id: row.runId,
      command: slot === undefined ? command : scheduledCommand(slot.schedule),
      trigger,
      slot_at: slot === undefined ? null : timestamp(slot.at),
      state: row.state,
      started_at: timestamp(row.started),
      ended_at: row.state === "running" ? null : timestamp(row.started),
      exit_code: null,
      as_of_date: null,
      error: row.error ?? null,
    })
    .execute();
}

/** The ledger's key of a schedule: its runs are `run` on behalf of it. */
export function scheduledCommand(schedule: string): string {
  return `run (${schedule})`;
}

interface End {
  readonly state: "done" | "failed" | "aborted";
  readonly exitCode: number;
  readonly asOfDate?: string;
  readonly error?: string;
}

async function closeRun(settings: Settings, runId: string, effects: Effects, end: End): Promise<void> {
  await withLedger(settings, "write", (connection) =>
    createLedger(connection)
      .updateTable("meta.runs")
      .set({
        state: end.state,
        ended_at: timestamp(effects.now()),
        exit_code: end.exitCode,
        as_of_date: end.asOfDate ?? null,
        error: end.error ?? null,
      })
      .where("run_id", "=", runId)
      .execute(),
  );
}

function stateOf(exitCode: ExitCode): "done" | "failed" {
  const finished: readonly ExitCode[] = [exitCodes.done, exitCodes.stale, exitCodes.alert];
  return finished.includes(exitCode) ? "done" : "failed";
}

function describeEnd(error: unknown, signal: AbortSignal): End {
  if (signal.aborted) {
    const error = messageOf(signal.reason);
    return { state: "aborted", exitCode: error.includes("SIGINT") ? interrupted : exitCodes.terminated, error };
  }
  const exitCode = error instanceof OperatorError ? error.exitCode : exitCodes.unexpected;
  return { state: "failed", exitCode, error: messageOf(error) };
}

/** What a shell makes of Ctrl-C. */
const interrupted = 130;

/** A moment as DuckDB's `timestamp`: UTC, without a zone. */
export function timestamp(moment: Date): string {
  return moment.toISOString().slice(0, -1).replace("T", " ");
}
