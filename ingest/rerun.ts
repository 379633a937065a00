import type { Connection } from "../warehouse/connection.ts";
import { createLedger } from "../warehouse/kysely.ts";
import type { Records } from "./formats/reader.ts";

/** Which lines of a file are run again: those that are set aside of one load, and of replays of it. */
export interface ChosenLines {
  /** The load that read the whole file. */
  readonly root: number;
  /** Loads whose open rejects are taken up: the root and its replays. */
  readonly family: readonly number[];
}

/**
 * Skips in `temp.staged` all but the records that begin on a line which is set aside, and of the lines that are no records all
 * but those. Records keep their places. A record that also covers a line on which an accepted one begins is left where it is: the lines were read
 * differently then, and a row would count twice. What is taken is marked as replayed by `markReplayed`.
 * Line maps of whole files go through temporary tables, so these statements are SQL text.
 * @returns the account of what is left; all of it when nothing was chosen.
 */
export async function chooseRecords(
  connection: Connection,
  records: Records,
  chosen: ChosenLines | undefined,
): Promise<Records> {
  if (chosen === undefined) return records;
  await connection.run(openLinesSql(chosen));
  await connection.run(acceptedStartsSql, [chosen.root]);
  await connection.run(newStartsSql, [
    JSON.stringify(records.lineMap.records),
    JSON.stringify(records.lineMap.lines),
    records.count,
    records.physicalLines,
  ]);
  await connection.run(`create or replace temp table chosen as
    select starts.record, starts.line
    from temp.new_starts as starts
    where exists (select 1 from temp.open_lines as open where starts.line between open.line_from and open.line_to)
        and not exists (
            select 1 from temp.accepted_starts as accepted where accepted.line between starts.line and starts.last_line
        )`);
  await connection.run(
    `update temp.staged set _skipped = true, _bad = false, _broken = false
     where rowid + 1 not in (select record from temp.chosen)`,
  );
  const lines = await readOpenLines(connection);
  const diverted = records.diverted.filter(({ line }) => lines.has(line));
  const taken = await connection.row<{ rows: number }>("select count(*) as rows from temp.chosen");
  return { ...records, count: taken?.rows ?? 0, diverted };
}

/**
 * Marks the open rejects that a replay took up, with the replay's number: those on lines where it found a record, a line
 * that is none, or nothing any more. Lines it had to leave stay open. Call it inside the transaction of the replay.
 */
export async function markReplayed(connection: Connection, fileId: number, { family }: ChosenLines): Promise<void> {
  await connection.run(
    `update meta.rejects set state = 'replayed', resolved_by = $1
     where state = 'open' and file_id in (${family.map(String).join(", ")}) and not exists (
         select 1 from temp.new_starts as starts
         where starts.line between line_from and line_to and starts.record not in (select record from temp.chosen)
     )`,
    [fileId],
  );
}

function openLinesSql({ family }: ChosenLines): string {
  return `create or replace temp table open_lines as
    select distinct line_from, line_to from meta.rejects
    where state = 'open' and file_id in (${family.map(String).join(", ")})`;
}

/** Lines on which records of the load begin that are not set aside. */
const acceptedStartsSql = `create or replace temp table accepted_starts as
    with load as (select * from meta.files where file_id = $1),
    map as (select record, line from meta.lines where file_id = $1),
    numbers as (
        select unnest(range(1, 1 + load.rows_read - (
            select count(*) from meta.rejects where file_id = $1 and record is null and error_number = 1
        ))) as record
        from load
    )
    select numbers.record + map.line - map.record as line
    from numbers asof join map on numbers.record >= map.record
    where not exists (
        select 1 from temp.open_lines as open
        where numbers.record + map.line - map.record between open.line_from and open.line_to
    )`;

/** Lines on which records begin as the file is read now, and the last line that may be theirs. */
const newStartsSql = `create or replace temp table new_starts as
    with map as (select unnest(from_json($1, '["bigint"]')) as record, unnest(from_json($2, '["bigint"]')) as line),
    numbers as (select unnest(range(1, 1 + cast($3 as bigint))) as record),
    placed as (
        select numbers.record, numbers.record + map.line - map.record as line
        from numbers asof join map on numbers.record >= map.record
    )
    select record, line, coalesce(lead(line) over (order by record), cast($4 as bigint) + 1) - 1 as last_line from placed`;

async function readOpenLines(connection: Connection): Promise<ReadonlySet<number>> {
  const rows = await connection.rows<{ line: number }>(
    "select distinct unnest(range(line_from, line_to + 1)) as line from temp.open_lines",
  );
  return new Set(rows.map(({ line }) => line));
}

/** Lists the loads whose rejects belong to the bytes of one load: itself and its replays, oldest first. */
export async function readFamily(connection: Connection, root: number): Promise<readonly number[]> {
  const replays = await createLedger(connection)
    .selectFrom("meta.files")
    .select("file_id")
    .where("of_file_id", "=", root)
    .where("kind", "=", "replay")
    .orderBy("file_id")
    .execute();
  return [root, ...replays.map(({ file_id }) => file_id)];
}
