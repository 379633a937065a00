import type { Connection } from "../../warehouse/connection.ts";
import { messageOf } from "../../warehouse/errors.ts";
import { quoteName } from "../../warehouse/sql.ts";
import { entities } from "../contracts/entities.ts";
import { FileFault, type LineMap } from "../formats/reader.ts";
import { isGood } from "../judge.ts";
import { nameTold } from "../partial.ts";
import type { Feed } from "../source.ts";
import type { Check } from "./check.ts";
import { describeCheck, meetsSql } from "./row.ts";

const linesTold = 5;

/**
 * Holds the good rows of `temp.staged` against the checks that do not set single rows aside.
 * @returns what checks that only warn have to say.
 * @throws FileFault, held, for the first check that holds a file.
 */
export async function runChecks(connection: Connection, feed: Feed, lines: LineMap): Promise<readonly Broken[]> {
  const warnings: Broken[] = [];
  for (const check of feed.checks ?? []) {
    if (check.of === "row" && check.severity === "reject") continue;
    const broken = await runCheck(connection, feed, check, lines);
    if (broken === undefined) continue;
    if (check.severity === "hold") throw holdFault(broken);
    warnings.push(broken);
  }
  return warnings;
}

/** A check that is not met. */
export interface Broken {
  readonly message: string;
  /** The first line, of a check of rows. */
  readonly line?: number;
  readonly rows: number;
}

function runCheck(connection: Connection, feed: Feed, check: Check, lines: LineMap): Promise<Broken | undefined> {
  if (check.unique !== undefined) return runUnique(connection, feed, { ...check, unique: check.unique }, lines);
  return check.of === "row" ? runOnRows(connection, feed, check, lines) : runOnFile(connection, feed, check);
}

/** Finds values that rows of other content share; what is null in one of the columns is not compared. */
async function runUnique(
  connection: Connection,
  feed: Feed,
  check: Check & Required<Pick<Check, "unique">>,
  lines: LineMap,
): Promise<Broken | undefined> {
  const names = check.unique.map(quoteName);
  const content = `row(${nameTold(feed, entities[feed.entity]).join(", ")})`;
  const found = await connection.row<{ values_shared: number; rows: number; value: string; first: string }>(
    `select count(*) as values_shared, cast(sum(rows) as bigint) as rows, first(value order by records[1]) as value,
       cast(first(records[1:${linesTold}] order by records[1]) as json) as first
     from (select concat_ws(', ', ${names.join(", ")}) as value, count(*) as rows, list(rowid + 1 order by rowid) as records
       from temp.staged where ${isCounted(feed)} and ${names.map((name) => `${name} is not null`).join(" and ")}
       group by ${names.join(", ")} having count(distinct ${content}) > 1)`,
  );
  if (found === undefined || found.values_shared === 0) return undefined;
  const records: readonly number[] = JSON.parse(found.first);
  const places = records.map((record) => lineOf(lines, record));
  const more = found.values_shared === 1 ? "" : `, and ${found.values_shared - 1} more`;
  const message = `"${found.value.slice(0, 200)}" stands in lines ${places.join(", ")}${more}: ${describeCheck(check)}`;
  return { message, rows: found.rows, ...(places[0] === undefined ? {} : { line: places[0] }) };
}

async function runOnRows(
  connection: Connection,
  feed: Feed,
  check: Check,
  lines: LineMap,
): Promise<Broken | undefined> {
  const isMet = `coalesce(try(${meetsSql(check, feed, nameOf(feed))}), false)`;
  const found = await connection.row<{ rows: number; first: string | null }>(
    `select count(*) as rows, cast(list(record order by record)[1:${linesTold}] as json) as first
     from (select rowid + 1 as record from temp.staged where ${isCounted(feed)} and not ${isMet})`,
  );
  const rows = found?.rows ?? 0;
  if (rows === 0) return undefined;
  const records: readonly number[] = JSON.parse(found?.first ?? "[]");
  const places = records.map((record) => lineOf(lines, record));
  const where = `${places.length === 1 ? "line" : "lines"} ${places.join(", ")}${rows > places.length ? ", …" : ""}`;
  const message = `${rows} ${rows === 1 ? "row" : "rows"} (${where}): ${describeCheck(check)}`;
  return { message, rows, ...(places[0] === undefined ? {} : { line: places[0] }) };
}

async function runOnFile(connection: Connection, feed: Feed, check: Check): Promise<Broken | undefined> {
  const said = `the file: ${describeCheck(check)}`;
  try {
    const found = await connection.row<{ met: boolean }>(
      `select ${meetsSql(check, feed, nameOf(feed))} as met from temp.staged where ${isCounted(feed)}`,
    );
    return found?.met === true ? undefined : { message: said, rows: 0 };
  } catch (error) {
    return { message: `${said}; it cannot be evaluated: ${messageOf(error).split("\n")[0]}`, rows: 0 };
  }
}

function holdFault({ message, line }: Broken): FileFault {
  const remedy = "Export it again; if the file is right, change the check of the feed in its source file.";
  return new FileFault("check", message, remedy, line);
}

/** Staged rows have the names of the entity. */
function nameOf({ mappings }: Feed): (name: string) => string | undefined {
  const names = new Set(mappings.map(({ column }) => column.name));
  return (name) => (names.has(name) ? quoteName(name) : undefined);
}

/** Rows that delete their key hold nothing else. */
function isCounted({ deletes }: Feed): string {
  return deletes === undefined ? isGood : `${isGood} and not _deleted`;
}

function lineOf({ records, lines }: LineMap, record: number): number {
  const after = records.findIndex((start) => start > record);
  const entry = (after === -1 ? records.length : after) - 1;
  return record + (lines[entry] ?? 0) - (records[entry] ?? 0);
}
