import { type Expression, type SqlBool, sql } from "kysely";
import type { Connection } from "../warehouse/connection.ts";
import { createLedger } from "../warehouse/kysely.ts";
import { remedyOf } from "./remedies.ts";

/** Which rejected rows to list; together, all must hold. */
export interface RejectFilter {
  /** Number of a file in the ledger. */
  readonly file?: number;
  readonly source?: string;
  readonly rule?: string;
  /** A day, `YYYY-MM-DD` in UTC: loads of that day and later. */
  readonly since?: string;
  readonly limit: number;
}

/** One reason why a row or line was set aside. */
export interface Reject {
  readonly file_id: number;
  readonly source: string;
  readonly feed: string;
  readonly name: string;
  readonly record: number | null;
  readonly line_from: number;
  readonly line_to: number;
  readonly rule: string;
  readonly column_name: string | null;
  readonly value: string | null;
  /** Where and what, ready to print: `orders.csv, line 41: amount "12,5O0" is not a number (…)`. */
  readonly text: string;
  readonly raw_text: string | null;
  /** What to do about it. */
  readonly remedy: string;
}

/** A file that was refused whole, or waits for a person. */
export interface RefusedFile {
  readonly file_id: number;
  readonly source: string;
  readonly feed: string;
  readonly name: string;
  readonly state: "rejected" | "held";
  readonly error: string;
}

/** Lists open rejects, newest files first, in the order of their lines. */
export async function listRejects(connection: Connection, filter: RejectFilter): Promise<readonly Reject[]> {
  const found = await createLedger(connection)
    .selectFrom("meta.rejects as rejects")
    .innerJoin("meta.files as files", "files.file_id", "rejects.file_id")
    .select(["files.file_id", "files.source", "files.feed", "files.name"])
    .select(["rejects.record", "rejects.line_from", "rejects.line_to", "rejects.rule", "rejects.column_name"])
    .select(["rejects.value", "rejects.message", "rejects.raw_text"])
    .where("rejects.state", "=", "open")
    .$if(filter.rule !== undefined, (query) => query.where("rejects.rule", "=", filter.rule ?? ""))
    .where(ofFiles(filter))
    .orderBy("files.file_id", "desc")
    .orderBy("rejects.line_from")
    .orderBy("rejects.error_number")
    .limit(Math.max(0, Math.trunc(filter.limit)))
    .execute();
  return found.map(({ message, ...reject }) => ({
    ...reject,
    text: `${reject.name}, line ${reject.line_from}: ${message}`,
    remedy: remedyOf(reject.rule),
  }));
}

/** Lists files that are refused or held, newest first. */
export async function listRefused(connection: Connection, filter: RejectFilter): Promise<readonly RefusedFile[]> {
  const found = await createLedger(connection)
    .selectFrom("meta.files as files")
    .select(["files.file_id", "files.source", "files.feed", "files.name", "files.state", "files.error"])
    .where("files.state", "<>", "committed")
    .where(ofFiles(filter))
    .orderBy("files.file_id", "desc")
    .limit(Math.max(0, Math.trunc(filter.limit)))
    .execute();
  return found.flatMap(({ state, error, ...file }) =>
    state === "committed" ? [] : [{ ...file, state, error: error ?? "" }],
  );
}

/** SQL for the files a filter means; `files` is the ledger's table in it. */
function ofFiles({ file, source, since }: RejectFilter): Expression<SqlBool> {
  const conditions = [
    ...(file === undefined ? [] : [sql<SqlBool>`files.file_id = ${file}`]),
    ...(source === undefined ? [] : [sql<SqlBool>`files.source = ${source}`]),
    ...(since === undefined ? [] : [sql<SqlBool>`files.loaded_at >= cast(${since} as timestamp)`]),
  ];
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}
