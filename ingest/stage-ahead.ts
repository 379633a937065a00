import type { Connection } from "../warehouse/connection.ts";
import { messageOf } from "../warehouse/errors.ts";
import type { Draft } from "./formats/reader.ts";
import { planStage, type StageInput } from "./stage.ts";

/** Staging that may begin while a reader still walks the file (ingest.md §8.3). */
export interface StagingAhead {
  /** Begins to stage what the head of a file promises. Nothing is taken on trust: see `stage`. */
  stageAhead(draft: Draft): void;
  /** Stops what was begun, without waiting for its end. */
  dropAhead(): void;
  /**
   * Fills `temp.staged` by this statement. What was begun ahead stands only if it was the very same statement and went
   * through; otherwise it counts for nothing and the statement runs now.
   */
  stage(sql: string): Promise<void>;
  /** Stops what was begun and waits for its end. */
  stop(): Promise<void>;
}

/** One statement under way; `undefined` once it went through, the reason when it did not. */
interface Attempt {
  readonly sql: string;
  readonly failure: Promise<string | undefined>;
}

/** Makes the staging of one file. */
export function stagingAhead(
  connection: Connection,
  request: Omit<StageInput, "records" | "fileName"> & { readonly name: string; readonly signal: AbortSignal },
): StagingAhead {
  let attempt: Attempt | undefined;
  const end = async () => {
    const failure = await attempt?.failure;
    attempt = undefined;
    return failure;
  };
  return {
    stageAhead(draft) {
      const { sql } = planStage({ ...request, records: draft, fileName: request.name });
      attempt ??= { sql, failure: connection.run(sql).then(() => undefined, messageOf) };
    },
    dropAhead() {
      if (attempt !== undefined) connection.interrupt();
    },
    async stage(sql) {
      const isSame = attempt?.sql === sql;
      if (attempt !== undefined && !isSame) connection.interrupt();
      const isBegun = attempt !== undefined;
      const failure = await end();
      request.signal.throwIfAborted();
      if (!isBegun || !isSame || failure !== undefined) await connection.run(sql);
    },
    async stop() {
      if (attempt === undefined) return;
      connection.interrupt();
      await end();
    },
  };
}
