import { sql } from "kysely";
import type { Connection } from "../warehouse/connection.ts";
import { exitCodes, OperatorError } from "../warehouse/errors.ts";
import { createLedger } from "../warehouse/kysely.ts";
import type { FilesTable, RejectsTable, RemarksTable } from "../warehouse/ledger/tables.ts";
import { remarkRemedyOf, remedyOf } from "./remedies.ts";

const longestShown = 200;

/** What became of one file, in the shape of a Frictionless report; names of that standard are kept. */
export interface FileReportDocument {
  readonly valid: boolean;
  readonly stats: { readonly tasks: number; readonly errors: number; readonly warnings: number };
  readonly warnings: readonly string[];
  readonly errors: readonly ReportError[];
  readonly tasks: readonly ReportTask[];
}

/** The file as one feed took it. */
export interface ReportTask {
  readonly name: string;
  readonly type: "table";
  readonly valid: boolean;
  readonly place: string;
  readonly labels: readonly string[];
  readonly stats: ReportStats;
  readonly warnings: readonly string[];
  readonly errors: readonly ReportError[];
  /** What the file holds beside its rows, and rows that were mended. */
  readonly remarks: readonly ReportRemark[];
}

/** A line that is no row, or was mended: a title, the header, a total. */
export interface ReportRemark {
  readonly kind: string;
  /** Physical line of the file. */
  readonly rowNumber: number;
  /** Lines of that kind from there. */
  readonly lines: number;
  /** What was found, such as a total and the sum of the rows. */
  readonly message: string | null;
  /** What to do about it, where there is something to do. */
  readonly note: string | null;
  /** The text as it stands, cut at 200 characters. */
  readonly text: string;
}

/** Counts of the ledger beside those of the standard. Amounts are decimal text. */
export interface ReportStats {
  readonly errors: number;
  readonly warnings: number;
  readonly remarks: number;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  readonly file_id: number;
  readonly kind: string;
  readonly state: string;
  readonly loaded_at: string;
  readonly dialect: string | null;
  readonly row_fates: Readonly<Record<string, number>>;
  readonly lines: Readonly<Record<string, number>>;
  readonly control_amount: string | null;
  readonly control_amount_loaded: string | null;
}

export interface ReportError {
  /** Our rule, such as `number` or `field_count`. */
  readonly type: string;
  readonly title: string;
  readonly message: string;
  /** What to do. */
  readonly note: string;
  readonly tags: readonly string[];
  /** Physical line of the file. */
  readonly rowNumber: number | null;
  readonly fieldName: string | null;
  readonly cell: string | null;
  /** `open`, `replayed`, `corrected`. */
  readonly state: string;
  /** The load that took the row up again. */
  readonly resolvedBy: number | null;
}

/**
 * Reports on one file, named by its number or its name: a task for each feed that read the same bytes, newest load first.
 * Errors are cut at `limit` a task; the counts are not.
 * @throws OperatorError exit 2 for a file the ledger does not know.
 */
export async function reportFile(connection: Connection, wanted: string, limit: number): Promise<FileReportDocument> {
  const loads = await readTasks(connection, await findFile(connection, wanted));
  const tasks: ReportTask[] = [];
  for (const load of loads) tasks.push(await describeTask(connection, load, limit));
  const sum = (count: "errors" | "warnings") => tasks.reduce((all, { stats }) => all + stats[count], 0);
  return {
    valid: tasks.every(({ valid }) => valid),
    stats: { tasks: tasks.length, errors: sum("errors"), warnings: sum("warnings") },
    warnings: [],
    errors: [],
    tasks,
  };
}

async function findFile(connection: Connection, wanted: string): Promise<FilesTable> {
  const file = await createLedger(connection)
    .selectFrom("meta.files")
    .selectAll()
    .where((files) =>
      files.or([
        files(sql<string>`cast(file_id as varchar)`, "=", wanted),
        files("name", "=", wanted),
        files(sql<string>`source || '/' || name`, "=", wanted),
        files(sql<string>`parse_filename(name)`, "=", wanted),
      ]),
    )
    .orderBy(sql`cast(file_id as varchar) = ${wanted}`, "desc")
    .orderBy("file_id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (file !== undefined) return file;
  throw new OperatorError(`the ledger knows no file ${wanted}`, {
    exitCode: exitCodes.usage,
    place: { path: "report" },
    remedy: "Name it by its number or its name, as `karavan status` and the log write them.",
  });
}

async function readTasks(connection: Connection, { source, sha256, name }: FilesTable): Promise<readonly FilesTable[]> {
  return createLedger(connection)
    .selectFrom("meta.files")
    .selectAll()
    .where("source", "=", source)
    .where("sha256", "=", sha256)
    .where("name", "=", name)
    .orderBy("file_id", "desc")
    .execute();
}

async function describeTask(connection: Connection, file: FilesTable, limit: number): Promise<ReportTask> {
  const ledger = createLedger(connection);
  const rejects = await ledger
    .selectFrom("meta.rejects")
    .selectAll()
    .where("file_id", "=", file.file_id)
    .orderBy("line_from")
    .orderBy("error_number")
    .limit(Math.max(0, Math.trunc(limit)))
    .execute();
  const counted = await ledger
    .selectFrom("meta.rejects")
    .select(({ fn }) => fn.countAll<number>().as("errors"))
    .where("file_id", "=", file.file_id)
    .executeTakeFirst();
  const remarks = await readRemarks(connection, file.file_id, limit);
  const refusal = file.state === "committed" ? [] : [describeRefusal(file)];
  const warnings = file.warning === null ? [] : [file.warning];
  const errors = (counted?.errors ?? 0) + refusal.length;
  return {
    name: file.feed,
    type: "table",
    valid: errors === 0,
    place: `${file.source}/${file.name}`,
    labels: [],
    stats: { ...describeStats(file), errors, warnings: warnings.length, remarks: remarks.count },
    warnings,
    errors: [...refusal, ...rejects.map(describeReject)],
    remarks: remarks.first,
  };
}

/** Reads remarks in the order of the file; blank lines say nothing. */
async function readRemarks(connection: Connection, fileId: number, limit: number) {
  const remarks = createLedger(connection)
    .selectFrom("meta.remarks")
    .where("file_id", "=", fileId)
    .where("kind", "not in", ["blank", "separator", "end_mark"]);
  const rows = await remarks
    .selectAll()
    .orderBy("line_from")
    .orderBy("kind")
    .limit(Math.max(0, Math.trunc(limit)))
    .execute();
  const counted = await remarks.select(({ fn }) => fn.countAll<number>().as("remarks")).executeTakeFirst();
  return { first: rows.map(describeRemark), count: counted?.remarks ?? 0 };
}

function describeRemark({ kind, line_from, line_count, message, raw_text }: RemarksTable): ReportRemark {
  return {
    kind,
    rowNumber: line_from,
    lines: line_count,
    message,
    note: remarkRemedyOf(kind, message),
    text: (raw_text ?? "").slice(0, longestShown),
  };
}

function describeStats(file: FilesTable): Omit<ReportStats, "errors" | "warnings" | "remarks"> {
  const { sha256, bytes, file_id, state, loaded_at, dialect, control_amount, control_amount_loaded } = file;
  return {
    sha256,
    bytes,
    rows: file.rows_read,
    file_id,
    kind: file.kind ?? "load",
    state,
    loaded_at,
    dialect,
    row_fates: {
      accepted: file.rows_accepted,
      rejected: file.rows_rejected,
      skipped: file.rows_skipped,
      inserted: file.rows_inserted,
      updated: file.rows_updated,
      unchanged: file.rows_unchanged,
      collapsed: file.rows_collapsed,
      stale: file.rows_stale,
      closed: file.rows_closed,
    },
    lines: {
      physical: file.physical_lines,
      records: file.record_lines ?? 0,
      set_aside: file.diverted_lines ?? 0,
      other: file.other_lines,
      ...given({
        preamble: file.preamble_lines,
        header: file.header_lines,
        repeated_header: file.repeated_header_lines,
        blank: file.blank_lines,
        footer: file.footer_lines,
      }),
    },
    control_amount,
    control_amount_loaded,
  };
}

function given(counts: Readonly<Record<string, number | null>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(counts).flatMap(([name, count]) => (count === null ? [] : [[name, count]])));
}

function describeRefusal({ error, state }: FilesTable): ReportError {
  const what = state === "held" ? "the file waits for a person" : "the file was refused whole";
  return {
    type: state,
    title: what,
    message: error ?? what,
    note: "Mend the export or the source file as the message says, then run `karavan replay`.",
    tags: ["#file"],
    rowNumber: null,
    fieldName: null,
    cell: null,
    state: "open",
    resolvedBy: null,
  };
}

function describeReject(reject: RejectsTable): ReportError {
  return {
    type: reject.rule,
    title: reject.rule.replaceAll("_", " "),
    message: reject.message,
    note: remedyOf(reject.rule),
    tags: reject.column_name === null ? ["#table", "#row"] : ["#table", "#row", "#cell"],
    rowNumber: reject.line_from,
    fieldName: reject.column_name,
    cell: reject.value,
    state: reject.state,
    resolvedBy: reject.resolved_by ?? null,
  };
}
