import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { exitCodes, OperatorError } from "../errors.ts";
import type { Settings } from "../settings.ts";

/** Names of what a build writes in data/work: `crm-<pid>-<random>.duckdb`, its WAL, its spill folder. */
const leftover = /^(?:crm|spill)-(\d+)-[0-9a-f]+(?:\.duckdb(?:\.wal)?)?$/;

/** Where one build works, unlike any other build. */
export interface WorkPlace {
  readonly file: string;
  readonly spill: string;
}

/** Names a place for a new build; the folder is made, the file is not. */
export function createWorkPlace({ paths }: Settings): WorkPlace {
  mkdirSync(paths.work, { recursive: true });
  const unique = `${process.pid}-${randomBytes(6).toString("hex")}`;
  return { file: join(paths.work, `crm-${unique}.duckdb`), spill: join(paths.work, `spill-${unique}`) };
}

/** Removes what killed builds left in data/work; work of other living processes stays. Returns the names removed. */
export function sweepLeftovers({ paths }: Settings): readonly string[] {
  if (!existsSync(paths.work)) return [];
  const stale = readdirSync(paths.work).filter((name) => {
    const pid = Number(leftover.exec(name)?.[1] ?? Number.NaN);
    return Number.isInteger(pid) && (pid === process.pid || !isAlive(pid));
  });
  for (const name of stale) rmSync(join(paths.work, name), { recursive: true, force: true });
  return stale;
}

/** Removes what a build left of its work place. The file must no longer be attached. */
export function clearWorkPlace({ file, spill }: WorkPlace): void {
  for (const path of [file, `${file}.wal`, spill]) rmSync(path, { recursive: true, force: true });
}

/**
 * Puts a finished file in the place of the published one: both durable before and after, readers see one or the other.
 * The file must be detached in this process, since opening it drops DuckDB's lock (reliability.md §1.1).
 * @throws OperatorError exit 6 when the file was not closed cleanly.
 */
export async function swapIn(file: string, target: string): Promise<void> {
  if (existsSync(`${file}.wal`)) {
    throw new OperatorError("the new warehouse was not written to its end", {
      exitCode: exitCodes.storage,
      place: { file },
      remedy: "Look for free disk space and build again; the published warehouse is as it was.",
    });
  }
  await sync(file);
  // Somebody may have written to the old file by hand: its log must not be taken for one of the new file.
  rmSync(`${target}.wal`, { force: true });
  renameSync(file, target);
  await sync(dirname(target));
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
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
