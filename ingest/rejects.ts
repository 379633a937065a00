import type { Connection, Value } from "../warehouse/connection.ts";

export interface RejectFilter {
  /** Number of a file in the ledger. */
  readonly file?: number;
  readonly source?: string;
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
  const { conditions, values } = conditionsOf(filter);
  return connection.rows<Reject>(
    `select
       files.file_id, files.source, files.feed, files.name,
       rejects.record, rejects.line_from, rejects.line_to, rejects.rule, rejects.column_name, rejects.value,
       files.name || ', line ' || rejects.line_from || ': ' || rejects.message as text,
       rejects.raw_text
     from meta.rejects as rejects
     inner join meta.files as files on files.file_id = rejects.file_id
     where ${["rejects.state = 'open'", ...conditions].join(" and ")}
     order by files.file_id desc, rejects.line_from, rejects.error_number
     limit ${Math.max(0, Math.trunc(filter.limit))}`,
    values,
  );
}

/** Lists files that are refused or held, newest first. */
export async function listRefused(connection: Connection, filter: RejectFilter): Promise<readonly RefusedFile[]> {
  const { conditions, values } = conditionsOf(filter);
  return connection.rows<RefusedFile>(
    `select file_id, source, feed, name, state, error
     from meta.files as files
     where ${["state <> 'committed'", ...conditions].join(" and ")}
     order by file_id desc
     limit ${Math.max(0, Math.trunc(filter.limit))}`,
    values,
  );
}

function conditionsOf({ file, source }: RejectFilter) {
  const conditions: string[] = [];
  const values: Value[] = [];
  if (file !== undefined) conditions.push(`files.file_id = $${values.push(file)}`);
  if (source !== undefined) conditions.push(`files.source = $${values.push(source)}`);
  return { conditions, values };
}
