import type { Connection, KeptStatement } from "../warehouse/connection.ts";
import type { Draft } from "./formats/reader.ts";
import type { StagePlan } from "./stage.ts";

/** Records up to which a plan that is kept gains time: planning costs as much as converting about 5,000 rows. */
const mostRecords = 5_000;
/** Rows after which the tables are made anew: deleted ones keep their room. */
const mostWritten = 10_000;

/**
 * Stages small files of one kind one after another. What costs most of such a file is planning the conversion of its columns,
 * so the plan is kept from the second file on, over a table that takes the texts of each in turn.
 */
export interface SmallStage {
  /**
   * Makes `temp.staged` of a small file whose rows are converted like those of the file before.
   * @returns false where it is none: nothing was done then, and the name is free for a table.
   */
  stage(plan: StagePlan, draft: Draft, records: number): Promise<boolean>;
  /** Frees the name `temp.staged` for a table. */
  leave(): Promise<void>;
}

/** Makes the staging of small files on a connection. */
export function smallStage(connection: Connection): SmallStage {
  let lastQuery = "";
  let kept: KeptStatement | undefined;
  let written = 0;
  let isShown = false;
  const leave = async () => {
    if (isShown) await connection.run("drop view temp.staged");
    isShown = false;
  };
  return {
    leave,
    async stage(plan, draft, records) {
      const { texts } = draft;
      const query = texts === undefined || records > mostRecords ? "" : plan.over("small.incoming");
      const isAgain = query !== "" && query === lastQuery;
      if (query !== lastQuery || written + records > mostWritten) {
        kept?.close();
        kept = undefined;
      }
      lastQuery = query;
      if (!isAgain || texts === undefined) {
        await leave();
        return false;
      }
      if (kept === undefined) {
        await leave();
        await makeTables(connection, texts, query);
        kept = await connection.keep(`insert into small.converted
select row_number() over () - 1 as rowid, * from (${query})`);
        written = 0;
      }
      await connection.run("delete from small.incoming");
      await connection.run("delete from small.converted");
      await connection.run(`insert into small.incoming select ${texts.join(", ")} from ${draft.relation}`);
      await kept.run();
      written += records;
      if (!isShown) await show(connection);
      isShown = true;
      return true;
    },
  };
}

/** The tables stand in a database of their own, so that no other temporary table makes the plan void. */
async function makeTables(connection: Connection, texts: readonly string[], query: string): Promise<void> {
  await connection.run("attach if not exists ':memory:' as small");
  const columns = texts.map((name) => `${name} varchar`).join(", ");
  await connection.run(`create or replace table small.incoming (${columns})`);
  await connection.run(`create or replace table small.converted as
select cast(0 as bigint) as rowid, * from (${query}) limit 0`);
}

async function show(connection: Connection): Promise<void> {
  await connection.run("drop table if exists temp.staged");
  await connection.run("create temp view staged as select * from small.converted");
}
