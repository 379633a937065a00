import type { Slot } from "../warehouse/ledger/loads.ts";
import type { FilesTable } from "../warehouse/ledger/tables.ts";
import type { Records } from "./formats/reader.ts";
import type { LoadRequest } from "./load.ts";
import type { Counts } from "./merge.ts";

/** Names a load: the same again is not news. */
export function loadKey(request: LoadRequest) {
  const { feed, landed, contractHash } = request;
  return { source: feed.source, feed: feed.name, sha256: landed.sha256, contract_hash: contractHash };
}

const noRows: Counts = {
  rows_read: 0,
  rows_accepted: 0,
  rows_rejected: 0,
  rows_skipped: 0,
  rows_inserted: 0,
  rows_updated: 0,
  rows_unchanged: 0,
  rows_collapsed: 0,
  rows_stale: 0,
  rows_closed: 0,
};

/** Writes the ledger row of a load that took nothing up. */
export function emptyRow(request: LoadRequest, { fileId, loadedAt }: Slot): FilesTable {
  const { feed, landed, standing } = request;
  return {
    file_id: fileId,
    run_id: request.runId,
    ...loadKey(request),
    entity: feed.entity,
    name: request.name,
    bytes: landed.bytes,
    modified_at: request.modified.toISOString().slice(0, -1).replace("T", " "),
    mode: feed.mode,
    state: "committed",
    loaded_at: loadedAt,
    dialect: null,
    header_line: null,
    ...noRows,
    physical_lines: 0,
    other_lines: 0,
    control_column: null,
    control_amount: null,
    control_amount_accepted: null,
    control_amount_rejected: null,
    control_amount_loaded: null,
    error: null,
    kind: standing.kind,
    of_file_id: standing.of?.file_id ?? null,
    ordered_at: standing.orderedAt ?? loadedAt,
    reading_hash: null,
    record_lines: 0,
    diverted_lines: 0,
    preamble_lines: null,
    header_lines: null,
    repeated_header_lines: null,
    blank_lines: null,
    footer_lines: null,
    warning: null,
  };
}

/** Describes how the file was read; lines are told once, by the load of the whole file. */
export function describe(records: Records, { chosen }: LoadRequest) {
  const read = { dialect: records.dialect, header_line: records.headerLine ?? null };
  if (chosen !== undefined) return read;
  const kinds = records.lineKinds;
  return {
    ...read,
    physical_lines: records.physicalLines,
    other_lines: records.otherLines,
    record_lines: records.recordLines,
    diverted_lines: records.divertedLines ?? records.diverted.length,
    preamble_lines: kinds?.preamble ?? null,
    header_lines: kinds?.header ?? null,
    repeated_header_lines: kinds?.repeatedHeader ?? null,
    blank_lines: kinds?.blank ?? null,
    footer_lines: kinds?.footer ?? null,
  };
}
