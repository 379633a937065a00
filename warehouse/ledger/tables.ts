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
  state: "open" | "replayed" | "discarded";
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
  "meta.seen": SeenTable;
}
