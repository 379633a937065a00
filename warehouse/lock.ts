import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { withConnection } from "./connection.ts";
import type { Effects } from "./effects.ts";
import { exitCodes, messageOf, OperatorError } from "./errors.ts";
import type { Settings } from "./settings.ts";

/** Who holds the writer's lock, as told by data/lock.json. */
export interface Holder {
  readonly pid: number;
  readonly command: string;
  /** ISO 8601, UTC. */
  readonly started_at: string;
  readonly host: string;
}

/**
 * Runs the job as the only writer of the data folder.
 *
 * The lock is a tiny DuckDB file held attached: the kernel frees it the moment the process ends, however it ends, and
 * it is seen from another container on the same volume. data/lock.json only says who holds it; a stale one is harmless.
 * Nothing here opens lock.duckdb through `fs`: that would drop the lock (reliability.md, fact 1).
 * @throws OperatorError exit 4, at once, naming the holder.
 */
export async function withWriterLock<T>(
  settings: Settings,
  options: { readonly command: string },
  effects: Pick<Effects, "now">,
  job: () => Promise<T>,
): Promise<T> {
  await ensureLockFile(settings.paths.lock);
  let isHeld = false;
  try {
    return await withConnection(lockEngine(settings.paths.lock, "write"), async () => {
      isHeld = true;
      writeHolder(settings, options.command, effects.now());
      try {
        return await job();
      } finally {
        rmSync(holderFile(settings), { force: true });
      }
    });
  } catch (error) {
    throw isHeld ? error : explainRefusal(settings, error);
  }
}

/** Finds who holds the lock now, without touching it; undefined when it is free. */
export function findHolder(settings: Settings): Holder | undefined {
  const holder = readHolder(settings);
  if (holder === undefined) return undefined;
  if (holder.host !== hostname()) return holder;
  return holdsLock(settings, holder.pid) ? holder : undefined;
}

/** Makes the lock file complete or not at all, so that a kill cannot leave a damaged one. */
async function ensureLockFile(path: string): Promise<void> {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.${crypto.randomUUID()}`;
  try {
    await withConnection(lockEngine(draft, "create"), async () => undefined);
    linkUnlessThere(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

function linkUnlessThere(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}

function lockEngine(path: string, mode: "write" | "create") {
  return { attach: [{ path, as: "lock", mode }], threads: 1 } as const;
}

function holderFile(settings: Settings): string {
  return `${settings.paths.lock.replace(/\.duckdb$/, "")}.json`;
}

function writeHolder(settings: Settings, command: string, now: Date): void {
  const holder: Holder = { pid: process.pid, command, started_at: now.toISOString(), host: hostname() };
  const draft = `${holderFile(settings)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(holder)}\n`);
  renameSync(draft, holderFile(settings));
}

function readHolder(settings: Settings): Holder | undefined {
  try {
    const holder: unknown = JSON.parse(readFileSync(holderFile(settings), "utf8"));
    return isHolder(holder) ? holder : undefined;
  } catch {
    return undefined;
  }
}

function isHolder(value: unknown): value is Holder {
  if (typeof value !== "object" || value === null) return false;
  const { pid, command, started_at, host } = value as Record<string, unknown>;
  return [command, started_at, host].every((part) => typeof part === "string") && typeof pid === "number";
}

/** Asks the kernel's list of locks; where there is none, whether the process lives. */
function holdsLock(settings: Settings, pid: number): boolean {
  try {
    const { ino } = statSync(settings.paths.lock);
    return readFileSync("/proc/locks", "utf8")
      .split("\n")
      .some((line) => line.includes("WRITE") && line.includes(` ${pid} `) && line.includes(`:${ino} `));
  } catch {
    return isAlive(pid);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function explainRefusal(settings: Settings, error: unknown): unknown {
  const isOurs = messageOf(error).includes("already attached for writing in this process");
  const isLocked = error instanceof OperatorError && error.exitCode === exitCodes.locked;
  if (!isOurs && !isLocked) return error;
  const holder = readHolder(settings);
  const pid = isOurs ? process.pid : Number(/pid (\d+)/.exec(messageOf(error))?.[1] ?? Number.NaN);
  const isNamed = holder !== undefined && (Number.isNaN(pid) || pid === holder.pid || holder.host !== hostname());
  return new OperatorError(isNamed ? describeHolder(holder) : `another run holds the lock${knownPid(pid)}`, {
    exitCode: exitCodes.locked,
    place: { file: settings.paths.data },
    remedy: "Wait for it to finish, or stop it. Nothing was changed.",
    cause: error,
  });
}

/** Says who holds the lock: `karavan run (pid 7 on host) has held the lock since …`. */
export function describeHolder(holder: Holder): string {
  return `karavan ${holder.command} (pid ${holder.pid} on ${holder.host}) has held the lock since ${holder.started_at}`;
}

function knownPid(pid: number): string {
  return Number.isNaN(pid) ? "" : ` (pid ${pid})`;
}
