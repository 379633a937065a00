import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Attachment, type Connection, withConnection } from "../warehouse/connection.ts";
import type { Effects } from "../warehouse/effects.ts";
import { type Loads, readLoads } from "../warehouse/ledger/loads.ts";
import { prepareRaw } from "../warehouse/ledger/schema.ts";
import type { Settings } from "../warehouse/settings.ts";
import { openSandbox, type Sandbox } from "./formats/sandbox.ts";
import { sweepLanding } from "./landing.ts";
import { loadingMemory } from "./room.ts";
import { openSharedReadings, type SharedReadings } from "./shared.ts";
import { type SmallStage, smallStage } from "./stage-small.ts";

/** What loading works with: a raw file open for writing, its ledger, and a folder for temporary copies. */
export interface Workshop {
  readonly connection: Connection;
  readonly loads: Loads;
  readonly work: string;
  /** Where files that may be hostile are taken apart. */
  readonly sandbox: Sandbox;
  /** What was read of files for feeds whose turn is still to come. */
  readonly shared: SharedReadings;
  readonly small: SmallStage;
}

/**
 * Opens a raw file for loading, its tables in place, and runs the job; temporary copies are gone afterwards. Call it as the
 * only writer. Ctrl-C stops the statement that runs: its transaction rolls back, and the reason is thrown.
 * @param attach the file to write, as `store`, and others the job reads.
 */
export async function withWorkshop<T>(
  settings: Settings,
  attach: readonly Attachment[],
  effects: Effects,
  job: (workshop: Workshop) => Promise<T>,
): Promise<T> {
  const work = join(settings.paths.work, "ingest");
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  sweepLanding(settings.paths.landing);
  const { memory_mb: memoryMegabytes, seconds } = settings.parsing;
  const sandbox = openSandbox({ memoryMegabytes, seconds });
  const shared = openSharedReadings();
  try {
    const engine = { attach, memoryLimit: loadingMemory, spillDirectory: join(work, "spill") };
    return await withConnection(engine, async (connection) => {
      await prepareRaw(connection);
      const workshop = {
        connection,
        loads: await readLoads(connection),
        work,
        sandbox,
        shared,
        small: smallStage(connection),
      };
      return stoppable(connection, effects, () => job(workshop));
    });
  } finally {
    sandbox.close();
    shared.close();
    rmSync(work, { recursive: true, force: true });
  }
}

/** Names raw.duckdb as what is written. */
export function rawFile({ paths }: Settings): Attachment {
  return { path: paths.raw, as: "store", mode: "create" };
}

async function stoppable<T>(connection: Connection, effects: Effects, job: () => Promise<T>): Promise<T> {
  const stop = () => connection.interrupt();
  effects.signal.addEventListener("abort", stop);
  try {
    return await job();
  } catch (error) {
    effects.signal.throwIfAborted();
    throw error;
  } finally {
    effects.signal.removeEventListener("abort", stop);
  }
}
