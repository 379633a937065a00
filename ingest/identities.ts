import type { Connection } from "../warehouse/connection.ts";
import { createLedger } from "../warehouse/kysely.ts";
import type { FilesTable } from "../warehouse/ledger/tables.ts";
import { entities } from "./contracts/entities.ts";
import type { Records } from "./formats/reader.ts";
import type { LoadRequest } from "./load.ts";
import type { Feed } from "./source.ts";

/** Our scanner and DuckDB read the same records, or nothing is loaded. */
export function requireSameCount({ name }: Pick<LoadRequest, "name">, { count }: Records, staged: number): void {
  if (staged !== count) throw new Error(`${name}: our scanner counts ${count} records, DuckDB ${staged}`);
}

/** Every physical line is in exactly one bucket. */
export function requireAllLines(request: Pick<LoadRequest, "name">, records: Records): void {
  const sum = records.recordLines + records.otherLines + (records.divertedLines ?? records.diverted.length);
  if (sum !== records.physicalLines)
    throw new Error(`${request.name}: ${records.physicalLines} lines, but ${sum} are accounted for`);
  const kinds = records.lineKinds;
  const named = kinds === undefined ? records.otherLines : Object.values(kinds).reduce((all, lines) => all + lines, 0);
  if (named !== records.otherLines)
    throw new Error(`${request.name}: ${records.otherLines} lines without data, but ${named} are told what they are`);
}

/** The accounting identities of DECISIONS.md #5; a load that breaks one is rolled back. */
export async function requireIdentities(connection: Connection, file: FilesTable, records: Records): Promise<void> {
  const rejected =
    file.rows_rejected === 0 && records.diverted.length === 0
      ? undefined
      : await createLedger(connection)
          .selectFrom("meta.rejects")
          .select(({ fn }) => fn.countAll<number>().as("rows"))
          .where("file_id", "=", file.file_id)
          .where("error_number", "=", 1)
          .executeTakeFirst();
  const identities: readonly (readonly [string, number, number])[] = [
    ["rows read", file.rows_read, records.count + records.diverted.length],
    ["rows read in parts", file.rows_read, file.rows_accepted + file.rows_rejected + file.rows_skipped],
    [
      "rows accepted in parts",
      file.rows_accepted,
      file.rows_inserted + file.rows_updated + file.rows_unchanged + file.rows_collapsed + file.rows_stale,
    ],
    ["rejected rows kept", file.rows_rejected, rejected?.rows ?? 0],
  ];
  const broken = identities.find(([, left, right]) => left !== right);
  if (broken !== undefined) throw new Error(`${file.name}: ${broken[0]}: ${broken[1]} is not ${broken[2]}`);
  await requireUniqueKeys(connection, file);
}

/** A key is unique among the current rows of an entity; only keys of this file can have changed. */
async function requireUniqueKeys(connection: Connection, file: FilesTable): Promise<void> {
  if (file.rows_updated === 0) return;
  const { relation, key } = entities[file.entity as Feed["entity"]];
  const twice = await connection.row(
    `select 1 from ${relation} where _closed_at is null and (${key.join(", ")}) in
       (select (${key.join(", ")}) from ${relation} where _file_id = $1)
     group by ${key.join(", ")} having count(*) > 1 limit 1`,
    [file.file_id],
  );
  if (twice !== undefined) throw new Error(`${file.name}: a key of ${relation} would be current twice`);
}
