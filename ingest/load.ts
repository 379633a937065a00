import type { Connection } from "../warehouse/connection.ts";
import { clearSlot, insertFile } from "../warehouse/ledger/files.ts";
import type { Loads, Slot } from "../warehouse/ledger/loads.ts";
import type { FilesTable } from "../warehouse/ledger/tables.ts";
import { listColumns } from "./contracts/contract.ts";
import { entities } from "./contracts/entities.ts";
import { readRecords } from "./formats/formats.ts";
import { FileFault, type Records } from "./formats/reader.ts";
import type { LandedFile } from "./landing.ts";
import { type Counts, countStaged, type Merged, type MergeInput, mergeStaged } from "./merge.ts";
import { recordRejects } from "./record-rejects.ts";
import type { Feed } from "./source.ts";
import { planStage } from "./stage.ts";
import { type StagingAhead, stagingAhead } from "./stage-ahead.ts";

/** One file on its way into one feed. */
export interface LoadRequest {
  readonly loads: Loads;
  readonly feed: Feed;
  /** Feeds that read the same file. */
  readonly siblings: readonly Feed[];
  readonly landed: LandedFile;
  /** Path below the source's inbox. */
  readonly name: string;
  readonly modified: Date;
  readonly contractHash: string;
  readonly runId: string | null;
  readonly work: string;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

/**
 * Loads one landed file: reads, converts, takes up and accounts for it in one transaction. A file that is refused whole
 * leaves a ledger row that says why, and nothing else.
 * @returns the ledger row as committed.
 */
export async function loadFile(connection: Connection, request: LoadRequest): Promise<FilesTable> {
  const ahead = stagingAhead(connection, request);
  try {
    const records = await readRecords(request.landed.path, { ...request, ...ahead });
    try {
      return await loadRecords(connection, { ...request, feed: records.feed ?? request.feed }, records, ahead);
    } finally {
      records.close();
    }
  } catch (error) {
    await ahead.stop();
    if (!(error instanceof FileFault)) throw error;
    return refuseFile(connection, request, error);
  }
}

async function loadRecords(
  connection: Connection,
  request: LoadRequest,
  records: Records,
  ahead: StagingAhead,
): Promise<FilesTable> {
  requireAllLines(request, records);
  requireRows(request.feed, records);
  const stage = { ...request, records, fileName: request.name };
  const { sql, values } = planStage(stage);
  await ahead.stage(sql);
  request.signal.throwIfAborted();
  return takeSlot(connection, request, async (slot) => {
    const { fileId, loadedAt } = slot;
    const merge: MergeInput = {
      feed: request.feed,
      contract: entities[request.feed.entity],
      fileId,
      loadedAt,
      divertedLines: records.diverted.length,
    };
    const staged = await countStaged(connection, merge.contract);
    requireSameCount(request, records, staged.rows);
    const merged = await mergeStaged(connection, merge, staged);
    const { counts } = merged;
    await recordRejects(connection, fileId, stage, values, merged);
    const control = await sumControl(connection, request.feed, fileId, merged);
    const file = { ...emptyRow(request, slot), ...counts, ...control, ...describe(records) };
    await requireIdentities(connection, file, records);
    return file;
  });
}

/** Runs one load in one transaction, with its place in the ledger, and writes the row it gives. */
async function takeSlot(
  connection: Connection,
  request: LoadRequest,
  job: (slot: Slot) => Promise<FilesTable>,
): Promise<FilesTable> {
  const file = await connection.transaction(async () => {
    const slot = request.loads.planSlot(loadKey(request), request.name, request.now());
    await clearSlot(connection, slot);
    const row = await job(slot);
    await insertFile(connection, row);
    return row;
  });
  request.loads.add(file);
  return file;
}

/** Our scanner and DuckDB read the same records, or nothing is loaded. */
function requireSameCount({ name }: LoadRequest, { count }: Records, staged: number): void {
  if (staged !== count) throw new Error(`${name}: our scanner counts ${count} records, DuckDB ${staged}`);
}

/** Every physical line is in exactly one bucket. */
function requireAllLines(request: LoadRequest, records: Records): void {
  const sum = records.recordLines + records.otherLines + records.diverted.length;
  if (sum === records.physicalLines) return;
  throw new Error(`${request.name}: ${records.physicalLines} lines, but ${sum} are accounted for`);
}

function requireRows({ expect, name }: Feed, { count, diverted }: Records): void {
  const lines = count + diverted.length;
  if (lines === 0 && !expect.empty && expect.min_rows > 0) {
    throw new FileFault(
      "empty",
      "the file has a header and no rows",
      `Export it again; if that is how it should be, set expect: { empty: true } for feed ${name}.`,
    );
  }
  if (lines > 0 && lines < expect.min_rows) {
    throw new FileFault(
      "short",
      `${lines} rows, at least ${expect.min_rows} expected`,
      "Export it again, or lower expect.min_rows.",
    );
  }
}

/** Sums the amount column: of all rows read, of those accepted, of those rejected, and of those now in raw by this file. */
async function sumControl(connection: Connection, feed: Feed, fileId: number, { conflicts }: Merged) {
  const amount = listColumns(entities[feed.entity]).find(({ name }) => name === "amount");
  const isMapped = feed.mappings.some(({ column }) => column.name === "amount");
  if (amount === undefined || !isMapped) return {};
  const isConflict = "rowid + 1 in (select record from temp.fates where fate in ('conflict', 'changed_event'))";
  const isRejected = conflicts === 0 ? "_bad" : `_bad or ${isConflict}`;
  const row = await connection.row<Record<"all_rows" | "rejected" | "accepted" | "loaded", string | null>>(
    `select *, all_rows - rejected as accepted
     from (
         select
             cast(coalesce(sum(amount), 0) as decimal(38, 4)) as all_rows,
             cast(coalesce(sum(amount) filter (${isRejected}), 0) as decimal(38, 4)) as rejected,
             (select cast(coalesce(sum(amount), 0) as decimal(38, 4)) from ${entities[feed.entity].relation} where _file_id = $1) as loaded
         from temp.staged where not _skipped
     )`,
    [fileId],
  );
  return {
    control_column: "amount",
    control_amount: row?.all_rows ?? null,
    control_amount_accepted: row?.accepted ?? null,
    control_amount_rejected: row?.rejected ?? null,
    control_amount_loaded: row?.loaded ?? null,
  };
}

/** The accounting identities of DECISIONS.md #5; a load that breaks one is rolled back. */
async function requireIdentities(connection: Connection, file: FilesTable, records: Records): Promise<void> {
  const rejected =
    file.rows_rejected === 0 && records.diverted.length === 0
      ? undefined
      : await connection.row<{ rows: number }>(
          "select count(*) filter (error_number = 1) as rows from meta.rejects where file_id = $1",
          [file.file_id],
        );
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

/** Writes the ledger row of a file that is refused whole. */
async function refuseFile(connection: Connection, request: LoadRequest, fault: FileFault): Promise<FilesTable> {
  const { line, message, remedy, rule } = fault;
  return takeSlot(connection, request, async (slot) => ({
    ...emptyRow(request, slot),
    state: rule === "shrunk" || rule === "encoding_ambiguous" ? "held" : "rejected",
    error: `${request.name}${line === undefined ? "" : `, line ${line}`}: ${message}. ${remedy}`,
  }));
}

function loadKey(request: LoadRequest) {
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

function emptyRow(request: LoadRequest, { fileId, loadedAt }: Slot): FilesTable {
  const { feed, landed } = request;
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
  };
}

function describe(records: Records) {
  return {
    dialect: records.dialect,
    header_line: records.headerLine ?? null,
    physical_lines: records.physicalLines,
    other_lines: records.otherLines,
  };
}
