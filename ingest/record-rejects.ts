import type { Connection } from "../warehouse/connection.ts";
import { entities } from "./contracts/entities.ts";
import type { Diverted, LineMap, Records } from "./formats/reader.ts";
import { conflictList } from "./judge.ts";
import { planFaults, planFaulty } from "./stage-faults.ts";
import type { StagedValue, StageInput } from "./stage-values.ts";

const entriesAtOnce = 20_000;

/** What there is to record: only what is not 0 is looked for. */
export interface SetAside {
  readonly badRows: number;
  readonly conflicts: number;
}

/**
 * Writes where records begin, and every row and line that was set aside with its reasons.
 *
 * These statements are SQL text: they take whole files through JSON and temporary tables whose columns depend on the feed, which
 * Kysely's typed tables do not know. The rest of the ledger is read and written with Kysely.
 */
export async function recordRejects(
  connection: Connection,
  fileId: number,
  stage: StageInput & { readonly records: Records },
  values: readonly StagedValue[],
  { badRows, conflicts }: SetAside,
): Promise<void> {
  await insertLineMap(connection, fileId, stage.records.lineMap);
  await insertDiverted(connection, fileId, stage.records.diverted);
  if (badRows > 0) {
    await connection.run(planFaulty(values));
    await connection.run(insertFaults(planFaults(stage, values)), [fileId]);
    await connection.run("drop table temp.faulty");
  }
  if (conflicts > 0) await connection.run(insertFaults(conflictsSql(stage)), [fileId]);
}

async function insertLineMap(connection: Connection, fileId: number, { records, lines }: LineMap): Promise<void> {
  for (let from = 0; from < records.length; from += entriesAtOnce) {
    await connection.runAgain(
      `insert into meta.lines (file_id, record, line)
       select $1::bigint, unnest(from_json($2::varchar, '["bigint"]')), unnest(from_json($3::varchar, '["bigint"]'))`,
      [
        fileId,
        JSON.stringify(records.slice(from, from + entriesAtOnce)),
        JSON.stringify(lines.slice(from, from + entriesAtOnce)),
      ],
    );
  }
}

async function insertDiverted(connection: Connection, fileId: number, diverted: readonly Diverted[]): Promise<void> {
  for (let from = 0; from < diverted.length; from += entriesAtOnce) {
    await connection.runAgain(
      `insert into meta.rejects (file_id, error_number, line_from, line_to, rule, message, raw_text, state)
       select $1::bigint, 1, found.line, coalesce(found.lineTo, found.line), found.rule, found.message, found.text, 'open'
       from (
           select unnest(from_json($2::varchar, '[{"line": "bigint", "lineTo": "bigint", "rule": "varchar", "message": "varchar", "text": "varchar"}]')) as found
       )`,
      [fileId, JSON.stringify(diverted.slice(from, from + entriesAtOnce))],
    );
  }
}

/** Finds the lines of faulty records: from the sparse map, and from the line breaks inside their text. */
function insertFaults(faults: string): string {
  return `insert into meta.rejects
      (file_id, record, error_number, line_from, line_to, rule, column_name, value, message, raw_text, state)
    with faults as (${faults}),
    placed as (
        select faults.*, faults.record + starts.line - starts.record as line_from
        from faults
        asof join (select record, line from meta.lines where file_id = $1) as starts on faults.record >= starts.record
    )
    select $1, record, error_number, line_from, line_from + coalesce(length(raw_text) - length(replace(raw_text, chr(10), '')), 0),
        rule, column_name, value, message, raw_text, 'open'
    from placed
    order by record, error_number`;
}

/** Queries rows that contradict another row of their key. */
function conflictsSql({ feed }: StageInput): string {
  const { key } = entities[feed.entity];
  const shown = key.map((name) => `cast(staged.${name} as varchar)`).join(" || ', ' || ");
  return `select staged.rowid + 1 as record, 1 as error_number, fates.fate as rule,
      '${key.join(", ")}' as column_name, ${shown} as value,
      case when fates.fate = 'conflict'
          then 'the file has different rows with the key ' || ${shown} || ' and nothing says which is newer'
          when fates.fate = 'order_unknown'
          then 'an older row with the key ' || ${shown} || ' stands, and later files repeated rows: whether one of them repeated this one is not known'
          else 'the event ' || ${shown} || ' was loaded before with other values; events do not change' end as message,
      cast(null as varchar) as raw_text
    from temp.staged as staged
    inner join temp.fates as fates on fates.record = staged.rowid + 1
    where fates.fate in (${conflictList})`;
}
