import type { Connection } from "../../warehouse/connection.ts";
import { quoteName, quoteText } from "../../warehouse/sql.ts";
import { listColumns } from "../contracts/contract.ts";
import { entities } from "../contracts/entities.ts";
import { type ControlLine, FileFault } from "../formats/reader.ts";
import { findName } from "../header.ts";
import type { Feed, Mapping } from "../source.ts";
import { convert } from "../values/convert.ts";
import { countedRows, tellsBalance } from "./words.ts";

/** What a total of the file says, and what was read. Amounts are decimal text. */
export interface TotalFinding {
  readonly line: number;
  readonly what: string;
  readonly said: string;
  readonly read: string;
  readonly difference: string;
  readonly isMet: boolean;
  readonly mayBeRow?: boolean;
}

/** What totals are held against. */
export interface TotalsInput {
  readonly feed: Feed;
  readonly names: readonly string[];
  readonly totals: readonly ControlLine[];
  /** Lines set aside by the scanner: what they hold is not known. */
  readonly divertedLines: readonly number[];
}

/**
 * Compares totals that a file holds with its rows in `temp.staged`, whether they were accepted or not: the sum of a column,
 * and the number of rows. A total covers all rows above it, or those since an earlier total; where a feed takes some rows only,
 * it may be the sum of those. What an account held is no sum.
 */
export async function compareTotals(connection: Connection, input: TotalsInput): Promise<readonly TotalFinding[]> {
  const findings: TotalFinding[] = [];
  const totals = input.totals.filter(({ cells }) => !tellsBalance(cells));
  const open = totals.filter(({ from }) => from === undefined);
  const starts = [0, ...open.map(({ afterRecord }) => afterRecord)];
  for (const total of totals) {
    const before = total.from === undefined ? starts.filter((start) => start <= total.afterRecord) : [total.from];
    const counted = readCount(total.cells);
    if (counted !== undefined) findings.push(await compareCount(connection, input, total, counted));
    for (const mapping of checkedMappings(input.feed)) {
      const found = await compareSum(connection, input, total, mapping, [...new Set(before)]);
      if (found !== undefined) findings.push(found);
    }
  }
  return findings;
}

/**
 * Refuses a file whose totals are not those of its rows, unless the feed only warns, or lines or values that could not be
 * read may be what is missing.
 * @throws FileFault, held
 */
export function requireTotals(
  { feed, divertedLines }: TotalsInput,
  findings: readonly TotalFinding[],
  badRows: number,
): void {
  const doubtful = findings.find(({ isMet, mayBeRow }) => !isMet && mayBeRow);
  if (doubtful !== undefined) throw outlineFault(doubtful.line, describeFinding(doubtful));
  const missed = findings.find(({ isMet }) => !isMet);
  const isExplained = divertedLines.length + badRows > 0;
  if (missed === undefined || feed.footer?.on_mismatch === "warn" || isExplained) return;
  throw new FileFault(
    "total_mismatch",
    `${describeFinding(missed)}, and no line was set aside`,
    "The file may be cut or its rows misread: export it again. If its totals mean something else, set footer: { on_mismatch: warn } for the feed.",
    missed.line,
  );
}

/** Tells of a row that heads a group of a report and could be a row of data just as well. */
export function outlineFault(line: number, what: string): FileFault {
  return new FileFault(
    "outline",
    `the row heads a group of the report (outline), and could be a row of data just as well: ${what}`,
    "Say outline: totals for the feed if such rows only head groups, or outline: rows if each is data; or export a plain list.",
    line,
  );
}

/** Says what a total says and what was read. */
export function describeFinding({ what, said, read, difference, isMet }: TotalFinding): string {
  if (isMet) return `the total of ${what} is ${said}, as read`;
  return `the total of ${what} is ${said}, read ${read}, difference ${difference}`;
}

function checkedMappings({ footer, mappings }: Feed): readonly Mapping[] {
  const names = footer?.check ?? ["amount"];
  return mappings.filter(({ column, origin }) => names.includes(column.name) && origin.kind !== "value");
}

function readCount(cells: readonly string[]): number | undefined {
  const text = cells.join(" ");
  if (!countedRows.test(text)) return undefined;
  const number = /(?:^|[^\d.,])(\d{1,9})(?![\d.,]*\d)/.exec(text)?.[1];
  return number === undefined ? undefined : Number(number);
}

async function compareCount(
  _connection: Connection,
  { divertedLines }: TotalsInput,
  { line, afterRecord }: ControlLine,
  counted: number,
): Promise<TotalFinding> {
  const read = afterRecord + divertedLines.filter((one) => one < line).length;
  return {
    line,
    what: "rows",
    said: String(counted),
    read: String(read),
    difference: String(counted - read),
    isMet: counted === read,
  };
}

async function compareSum(
  connection: Connection,
  { feed, names }: TotalsInput,
  total: ControlLine,
  mapping: Mapping,
  starts: readonly number[],
): Promise<TotalFinding | undefined> {
  const text = findText(total, mapping, names);
  if (text === undefined) return undefined;
  const column = quoteName(mapping.column.name);
  const { key } = entities[feed.entity];
  const row = await connection.row<Readonly<Record<"said" | "read_sum" | "difference" | "is_met", unknown>>>(
    `with said as (select ${convert("t", mapping).value} as amount from (select nullif(trim(${quoteText(text)}), '') as t)),
     staged as (select rowid as ordinal, ${column} as amount, (${key.map(quoteName).join(", ")}) as row_key, _skipped as is_skipped
       from temp.staged where rowid < ${total.afterRecord}),
     starts as (select unnest([${starts.join(", ")}]) as start),
     sums as (
       select start, cast(coalesce(sum(amount), 0) as decimal(38, 4)) as amount
       from starts left join staged on ordinal >= start group by start
       union all
       select start, cast(coalesce(sum(amount), 0) as decimal(38, 4))
       from starts left join staged on ordinal >= start where not is_skipped group by start
       union all
       select 0 as start, cast(coalesce(sum(amount), 0) as decimal(38, 4))
       from (select any_value(amount) as amount from staged group by row_key)
       having ${total.from === undefined}
     )
     select cast(said.amount as varchar) as said, cast(whole.amount as varchar) as read_sum,
       cast(said.amount - whole.amount as varchar) as difference,
       exists (select 1 from sums where abs(sums.amount - said.amount) <= ${total.isExact ? "0.005" : tolerance(text)}) as is_met
     from said, (select amount from sums where start = ${starts[0] ?? 0} limit 1) as whole
     where said.amount is not null`,
  );
  if (row === undefined) return undefined;
  return {
    line: total.line,
    what: listColumns(entities[feed.entity]).find(({ name }) => name === mapping.column.name)?.name ?? "amount",
    said: plainDecimal(String(row.said)),
    read: plainDecimal(String(row.read_sum)),
    difference: plainDecimal(String(row.difference)),
    isMet: row.is_met === true,
    ...(total.mayBeRow === true ? { mayBeRow: true } : {}),
  };
}

/** The cell in the column of the amount; in a line with other fields, its only number. */
function findText({ cells }: ControlLine, { origin }: Mapping, names: readonly string[]): string | undefined {
  if (origin.kind === "value") return undefined;
  if (cells.length === names.length) {
    const index = origin.names.map((name) => findName(names, name)).find((found) => found !== undefined);
    const text = index === undefined ? "" : (cells[index] ?? "").trim();
    return text === "" ? undefined : text;
  }
  const numbers = cells
    .map((cell) => cell.trim())
    .filter((cell) => /^[\p{Nd}\s.,'’+\-−()]*\p{Nd}[\p{Nd}\s.,'’+\-−()]*$/u.test(cell));
  return numbers.length === 1 ? numbers[0] : undefined;
}

/** Half of the last decimal written: totals are often shown with fewer decimals than rows have. */
function tolerance(text: string): string {
  const decimals = /[.,٫]([\p{Nd}]{1,4})\D*$/u.exec(text)?.[1]?.length ?? 0;
  return `0.${"0".repeat(decimals)}5`;
}

function plainDecimal(text: string): string {
  return text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text;
}
