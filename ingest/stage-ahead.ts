import type { Connection } from "../warehouse/connection.ts";
import { messageOf } from "../warehouse/errors.ts";
import type { Slot } from "../warehouse/ledger/loads.ts";
import { settleRows } from "../warehouse/ledger/settling.ts";
import { entities } from "./contracts/entities.ts";
import type { Draft, Records } from "./formats/reader.ts";
import {
  countInserted,
  dropShown,
  insertDirectly,
  looksNew,
  mayInsertDirectly,
  showAsStaged,
} from "./insert-direct.ts";
import type { LoadRequest } from "./load.ts";
import type { Staged } from "./merge.ts";
import type { Room } from "./room.ts";
import { planStage, type StagePlan, stageSql } from "./stage.ts";

/**
 * Work on the rows of a file that may begin while a reader still walks it (ingest.md §8.3). Where its head promises rows that
 * are new, they go into raw at once, in a transaction that stays open until it is known whether they are; otherwise they are
 * staged. Nothing is taken on trust: see `stage`.
 */
export interface StagingAhead {
  /** Begins with what the head of a file promises, and returns while the long part of it runs. */
  stageAhead(draft: Draft): Promise<void>;
  /** Stops what was begun, without waiting for its end. */
  dropAhead(): void;
  /**
   * Makes `temp.staged` of the rows of a plan. What was begun ahead stands only if it was the very same plan and went through;
   * otherwise it counts for nothing and is done now. Rows in raw stay only if there are as many as records, and all of them are
   * new; otherwise they are staged.
   * @returns the count of rows that stand in raw already, in a transaction that `transaction` ends; undefined where none do.
   */
  stage(plan: StagePlan, records: Records): Promise<Staged | undefined>;
  /** Runs a job in the transaction that rows were inserted in, or in one of its own. */
  transaction<T>(job: () => Promise<T>): Promise<T>;
  /** Stops what was begun, waits for its end and takes it back. */
  stop(): Promise<void>;
}

const mostSmallBytes = 1_048_576;
/** Files that fill the memory when they are staged. */
const largeBytes = 32 * 1_048_576;

/** What was begun: its plan; `undefined` once it went through, the reason when it did not. */
interface Attempt {
  readonly plan: StagePlan;
  readonly failure: Promise<string | undefined>;
}

/** Makes the staging of one file, whose load has a place in the ledger. */
export function stagingAhead(connection: Connection, request: LoadRequest, slot: Slot, room: Room): StagingAhead {
  const { feed } = request;
  const contract = entities[feed.entity];
  let attempt: Attempt | undefined;
  /** Rows that were inserted; undefined where no transaction is open. */
  let inserted: number | undefined;
  /** @returns what is left to do, which takes long. */
  const readyToStage = async (plan: StagePlan): Promise<() => Promise<unknown>> => {
    await request.small?.leave();
    if (request.landed.bytes > largeBytes) await room.tighten();
    return () => connection.run(stageSql(plan));
  };
  const begin = async (plan: StagePlan): Promise<() => Promise<unknown>> => {
    if (!mayInsertDirectly(request) || !(await looksNew(connection, feed, contract, plan))) return readyToStage(plan);
    await request.small?.leave();
    await connection.run("begin transaction");
    inserted = 0;
    return async () => {
      inserted = await insertDirectly(connection, feed, contract, plan, slot);
    };
  };
  const end = async () => {
    const failure = await attempt?.failure;
    attempt = undefined;
    return failure;
  };
  const takeBack = async () => {
    if (inserted !== undefined) await connection.run("rollback");
    inserted = undefined;
  };
  return {
    async stageAhead(draft) {
      if (attempt !== undefined) return;
      const plan = planStage({ ...request, records: draft, fileName: request.name });
      const begun = await begin(plan).catch((error: unknown) => () => Promise.reject(error));
      attempt = { plan, failure: begun().then(() => undefined, messageOf) };
    },
    dropAhead() {
      if (attempt !== undefined) connection.interrupt();
    },
    async stage(plan, records) {
      const isSame = attempt?.plan.query === plan.query;
      if (attempt !== undefined && !isSame) connection.interrupt();
      const failure = await end();
      request.signal.throwIfAborted();
      if (!isSame || failure !== undefined) {
        await takeBack();
        if (await stageSmall(request, plan, records)) return undefined;
        await (await begin(plan))();
      }
      if (inserted === undefined) return undefined;
      const counts = inserted === records.count ? await countInserted(connection, contract, slot) : undefined;
      if (counts === undefined) {
        await takeBack();
        await (await readyToStage(plan))();
      } else await showAsStaged(connection, contract, slot);
      return counts;
    },
    async transaction(job) {
      if (inserted === undefined) return connection.transaction(job);
      const result = await job();
      await dropShown(connection);
      await connection.run("commit");
      inserted = undefined;
      await settleRows(connection, contract.relation, slot.fileId);
      return result;
    },
    async stop() {
      if (attempt !== undefined) connection.interrupt();
      await end();
      await takeBack();
    },
  };
}

/** Stages a small file by a kept plan, unless a later step changes staged rows: those need a table of their own. */
async function stageSmall({ small, landed, feed, chosen }: LoadRequest, plan: StagePlan, records: Records) {
  if (small === undefined || landed.bytes > mostSmallBytes || feed.partial === true || chosen !== undefined)
    return false;
  return small.stage(plan, records, records.count);
}
