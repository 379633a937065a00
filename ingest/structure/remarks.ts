import type { Connection } from "../../warehouse/connection.ts";
import type { OtherLine, Records } from "../formats/reader.ts";
import type { Feed } from "../source.ts";
import { compareTotals, describeFinding, requireTotals, type TotalFinding } from "./totals.ts";

const entriesAtOnce = 5_000;

/** What a file holds beside its rows, and how its rows were mended: a row of `meta.remarks`. */
export interface Remark {
  readonly kind: string;
  readonly record: number | null;
  readonly line: number;
  readonly lines: number;
  readonly message: string | null;
  readonly text: string;
}

/**
 * Compares the totals of a file with its rows in `temp.staged`, and keeps what stands beside the rows: titles, headers,
 * totals, mended lines. Call it inside the transaction of the load, before rows are taken up.
 * @returns what is to be told of a total that is not met; undefined where all are.
 * @throws FileFault, held, when a total is not met and nothing that was set aside explains it.
 */
export async function recordRemarks(
  connection: Connection,
  fileId: number,
  feed: Feed,
  records: Records,
  badRows: number,
): Promise<string | undefined> {
  const input = {
    feed,
    names: records.columns.map(({ name }) => name),
    totals: records.totals ?? [],
    divertedLines: records.diverted.map(({ line }) => line),
  };
  const findings = await compareTotals(connection, input);
  requireTotals(input, findings, badRows);
  await insertRemarks(connection, fileId, [
    ...describeOthers(records, findings),
    ...describeRepairs(records),
    ...(records.notes ?? []).map((note) => ({ ...note, record: null, text: "" })),
  ]);
  const missed = findings.filter(({ isMet }) => !isMet);
  if (missed.length === 0) return undefined;
  const aside = [...new Set(input.divertedLines)].slice(0, 5).join(", ");
  const hint =
    aside === ""
      ? badRows > 0
        ? `; ${badRows} ${badRows === 1 ? "row was" : "rows were"} set aside`
        : ""
      : `; set aside: line ${aside}`;
  return `line ${missed[0]?.line}: ${missed.map(describeFinding).join("; ")}${hint}`;
}

function describeOthers({ others }: Records, findings: readonly TotalFinding[]): readonly Remark[] {
  return (others ?? []).map(({ kind, line, lines, text }: OtherLine) => {
    const told = findings.filter((finding) => kind === "footer" && finding.line === line).map(describeFinding);
    return { kind, record: null, line, lines, message: told.length === 0 ? null : told.join("; "), text };
  });
}

const repairMessages: Readonly<Record<string, string>> = {
  inner_quote: "a quote inside quotes was taken as it stands",
  plain_quote: "quotes inside a value that is not quoted were taken as they stand",
  padded: "the line ends early; columns it lacks are empty",
  empty_tail: "empty fields too many at the end were left out",
};

function describeRepairs({ repairs }: Records): readonly Remark[] {
  return (repairs ?? []).map(({ record, line, rule, text }) => {
    return { kind: rule, record, line, lines: 1, message: repairMessages[rule] ?? rule, text };
  });
}

/** Writes remarks of a file to the ledger. Call it inside the transaction of the load. */
export async function insertRemarks(connection: Connection, fileId: number, remarks: readonly Remark[]): Promise<void> {
  for (let from = 0; from < remarks.length; from += entriesAtOnce) {
    await connection.runAgain(
      `insert into meta.remarks (file_id, kind, record, line_from, line_count, message, raw_text)
       select $1::bigint, found.kind, found.record, found.line, found.lines, found.message, found.text
       from (
           select unnest(from_json($2::varchar, '[{"kind": "varchar", "record": "bigint", "line": "bigint", "lines": "bigint", "message": "varchar", "text": "varchar"}]')) as found
       )`,
      [fileId, JSON.stringify(remarks.slice(from, from + entriesAtOnce))],
    );
  }
}
