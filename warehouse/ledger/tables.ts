/** One command of Karavan: a row of `meta.runs`. Instants are UTC text, days `YYYY-MM-DD`. */
export interface RunsTable {
  run_id: string;
  command: string;
  trigger: string;
  slot_at: string | null;
  state: string;
  started_at: string;
  ended_at: string | null;
  exit_code: number | null;
  as_of_date: string | null;
  error: string | null;
}

/** `committed`: rows and ledger row stand together. `held`: waits for a person. `rejected`: nothing of it was loaded. */
export type FileState = "committed" | "held" | "rejected";

/**
 * `load`: a file as it came. `replay`: rows of an earlier load that were set aside, run again under another contract.
 * `correction`: rows of an earlier load that a person mended, out of `karavan rejects --export`.
 */
export type FileKind = "load" | "replay" | "correction";

/** One load of one file by one feed: a row of `meta.files` (DECISIONS.md #5). Amounts are decimal text. */
export interface FilesTable {
  file_id: number;
  run_id: string | null;
  source: string;
  feed: string;
  entity: string;
  name: string;
  sha256: string;
  bytes: number;
  modified_at: string;
  mode: string;
  contract_hash: string;
  state: FileState;
  loaded_at: string;
  dialect: string | null;
  header_line: number | null;
  rows_read: number;
  rows_accepted: number;
  rows_rejected: number;
  rows_skipped: number;
  rows_inserted: number;
  rows_updated: number;
  rows_unchanged: number;
  rows_collapsed: number;
  rows_stale: number;
  rows_closed: number;
  physical_lines: number;
  other_lines: number;
  control_column: string | null;
  control_amount: string | null;
  control_amount_accepted: string | null;
  control_amount_rejected: string | null;
  control_amount_loaded: string | null;
  error: string | null;
  kind: FileKind;
  /** The load whose rows a replay or correction takes up. */
  of_file_id: number | null;
  /** The moment whose truth the rows tell: that of the first load of these bytes. Never later than `loaded_at`. */
  ordered_at: string;
  /** Key of `meta.readings`: the contract the file was read under, word for word. */
  reading_hash: string | null;
  /** Physical lines by what they are; with `other_lines` they make `physical_lines`. */
  record_lines: number;
  diverted_lines: number;
  /** What `other_lines` are, where the reader tells. */
  preamble_lines: number | null;
  header_lines: number | null;
  repeated_header_lines: number | null;
  blank_lines: number | null;
  footer_lines: number | null;
  /** What a person should look at though the file was loaded, such as a total that is not met. */
  warning: string | null;
}

/** One fault of one row or line that was set aside: a row of `meta.rejects`. */
export interface RejectsTable {
  file_id: number;
  /** Ordinal of the record in the file, from 1; null for a line that is no record. */
  record: number | null;
  /** Faults of one record are numbered from 1. */
  error_number: number;
  line_from: number;
  line_to: number;
  rule: string;
  column_name: string | null;
  value: string | null;
  message: string;
  raw_text: string | null;
  /** `replayed`: run again, see `resolved_by`. `corrected`: a person mended the row and dropped it in again. */
  state: "open" | "replayed" | "corrected";
  /** The load that took the row up again; its own rejects tell what is still wrong. */
  resolved_by: number | null;
}

/** What a file was read under: the feed and its siblings as JSON, so that the past can be played again. */
export interface ReadingsTable {
  reading_hash: string;
  source: string;
  feed: string;
  contract_hash: string;
  text: string;
}

/** Rebuilds of raw.duckdb; the newest tells which journal belongs to it. */
export interface RebuildsTable {
  rebuild_id: string;
  rebuilt_at: string;
}

/** What a file holds beside its rows, and how rows were mended: a row of `meta.remarks`. */
export interface RemarksTable {
  file_id: number;
  /** A kind of line without data (`preamble`, `header`, `repeated_header`, `separator`, `footer`, `blank`, …) or of mending (`inner_quote`, `empty_tail`). */
  kind: string;
  /** The record that was mended; null for lines without data. */
  record: number | null;
  line_from: number;
  line_count: number;
  message: string | null;
  raw_text: string | null;
}

/** Where records begin: the line of record r is `r + line - record` of the last entry with `record <= r`. */
export interface LinesTable {
  file_id: number;
  record: number;
  line: number;
}

/** What a file of the inbox held when it was last read; `stamp` is the state of its directory entry then. */
export interface SeenTable {
  source: string;
  name: string;
  stamp: string;
  sha256: string;
}

/** The ledger's tables as Kysely types them. */
export interface LedgerTables {
  "meta.runs": RunsTable;
  "meta.files": FilesTable;
  "meta.rejects": RejectsTable;
  "meta.lines": LinesTable;
  "meta.remarks": RemarksTable;
  "meta.seen": SeenTable;
  "meta.readings": ReadingsTable;
  "meta.rebuilds": RebuildsTable;
}
