import { dayIn } from "../warehouse/build/as-of.ts";
import type { Connection } from "../warehouse/connection.ts";
import { clearSlot, insertFile } from "../warehouse/ledger/files.ts";
import type { Loads, Slot, Standing, Witnessed } from "../warehouse/ledger/loads.ts";
import { keepReading, type Reading } from "../warehouse/ledger/readings.ts";
import { resolveRejects } from "../warehouse/ledger/resolve.ts";
import type { FilesTable } from "../warehouse/ledger/tables.ts";
import { feedOnDay } from "./checks/at-day.ts";
import { runChecks } from "./checks/file.ts";
import { type Contract, listColumns } from "./contracts/contract.ts";
import { entities } from "./contracts/entities.ts";
import { readRecords } from "./formats/formats.ts";
import { FileFault, type Records } from "./formats/reader.ts";
import type { Sandbox } from "./formats/sandbox.ts";
import { requireAllLines, requireIdentities, requireSameCount } from "./identities.ts";
import { conflictList, type Late } from "./judge.ts";
import type { LandedFile } from "./landing.ts";
import { describe, emptyRow, loadKey } from "./ledger-row.ts";
import { requireCounts, requireSize } from "./limits.ts";
import { countStaged, type Merged, type MergeInput, mergeStaged, type Staged } from "./merge.ts";
import { recordRejects } from "./record-rejects.ts";
import { type ChosenLines, chooseRecords, markReplayed } from "./rerun.ts";
import { type Room, withRoom } from "./room.ts";
import type { SharedReadings } from "./shared.ts";
import type { Feed } from "./source.ts";
import { planStage } from "./stage.ts";
import { type StagingAhead, stagingAhead } from "./stage-ahead.ts";
import type { SmallStage } from "./stage-small.ts";
import { decideDayOrder, hasOpenDayOrder } from "./structure/day-order.ts";
import { insertRemarks, recordRemarks } from "./structure/remarks.ts";

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
  /** What the load is to earlier ones. */
  readonly standing: Standing;
  /** Only what was set aside of a load; default all of the file. */
  readonly chosen?: ChosenLines;
  /** The place a load had in the ledger: of a lost load that is loaded again, or in a history that is played again. */
  readonly slot?: Slot;
  readonly witnessed?: Witnessed | undefined;
  readonly runId: string | null;
  readonly work: string;
  /** Where files that may be hostile are taken apart; default this process. */
  readonly sandbox?: Sandbox;
  /** What was read of files before, in one pass with other feeds. */
  readonly shared?: SharedReadings;
  /** Staging of small files, one after another; default: each is planned anew. */
  readonly small?: SmallStage;
  /** Feeds that take the same file next: they are read in the same pass where that is possible. */
  readonly together?: readonly Feed[];
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

/**
 * Loads one landed file: reads, converts, takes up and accounts for it in one transaction. A file that is refused whole
 * leaves a ledger row that says why, and nothing else.
 * @returns the ledger row as committed.
 * @throws FileFault when rows that were chosen, or a load at a given place of the ledger, cannot be read any more.
 */
export function loadFile(connection: Connection, request: LoadRequest): Promise<FilesTable> {
  return withRoom(connection, (room) => tryLoad(connection, request, room));
}

async function tryLoad(connection: Connection, given: LoadRequest, room: Room): Promise<FilesTable> {
  const moment = given.now();
  const request = { ...given, now: () => moment };
  const ahead = stagingAhead(connection, { ...request, feed: settleFeed(request) }, planSlot(request), room);
  try {
    requireSize(request.feed, request.landed.bytes);
    const records = request.shared?.take(request.landed.sha256, request.feed) ?? (await readAnew(request, ahead));
    try {
      const feed = await decideDayOrder(connection, records.feed ?? request.feed, records);
      return await loadRecords(connection, { ...request, feed }, records, ahead);
    } finally {
      records.close();
    }
  } catch (error) {
    await ahead.stop();
    // A replay or a history that is played again takes place as it did or not at all; its caller tells the fault.
    if (!(error instanceof FileFault) || request.chosen !== undefined || request.slot !== undefined) throw error;
    return refuseFile(connection, request, error);
  }
}

async function readAnew(request: LoadRequest, ahead: StagingAhead): Promise<Records> {
  const { landed, feed, shared, together = [] } = request;
  const records = await readRecords(landed.path, { ...request, ...(hasOpenDayOrder(feed) ? {} : ahead) });
  shared?.keep(landed, together, records.beside ?? []);
  return records;
}

async function loadRecords(
  connection: Connection,
  request: LoadRequest,
  records: Records,
  ahead: StagingAhead,
): Promise<FilesTable> {
  requireAllLines(request, records);
  requireCounts(request.feed, records);
  if (request.standing.kind === "load") requireRows(request.feed, records);
  const stage = { ...request, feed: settleFeed(request), records, fileName: request.name };
  const plan = planStage(stage);
  const inserted = await ahead.stage(plan, records);
  request.signal.throwIfAborted();
  return takeSlot(connection, request, ahead.transaction, async (slot) => {
    const { fileId, loadedAt } = slot;
    const contract = entities[request.feed.entity];
    const all = inserted ?? (await countStaged(connection, contract));
    requireSameCount(request, records, all.rows);
    const isWhole = request.chosen === undefined && request.standing.kind === "load";
    const remarked = isWhole ? await recordRemarks(connection, fileId, request.feed, records, all.bad) : undefined;
    const taken = await chooseRecords(connection, records, request.chosen);
    const checked = await tellChecks(connection, fileId, stage.feed, records);
    const merge: MergeInput = {
      feed: request.feed,
      contract,
      fileId,
      loadedAt,
      divertedLines: taken.diverted.length,
      isInserted: inserted !== undefined,
      late: planLate(request),
    };
    const staged = request.chosen === undefined ? all : await countChosen(connection, contract, taken);
    const merged = await mergeStaged(connection, merge, staged);
    const { counts } = merged;
    await recordRejects(connection, fileId, { ...stage, records: taken }, plan.values, merged);
    if (request.chosen !== undefined) await markReplayed(connection, fileId, request.chosen);
    const control = await sumControl(connection, request.feed, fileId, merged);
    const file = {
      ...emptyRow(request, slot),
      ...counts,
      ...control,
      ...describe(records, request),
      warning: [...(remarked === undefined ? [] : [remarked]), ...checked].join("; ") || null,
    };
    await requireIdentities(connection, file, taken);
    return file;
  });
}

/** Runs checks that do not set single rows aside, and keeps what they warn of. @returns their words. */
async function tellChecks(
  connection: Connection,
  fileId: number,
  feed: Feed,
  { lineMap, headerLine }: Records,
): Promise<readonly string[]> {
  const broken = await runChecks(connection, feed, lineMap);
  const remarks = broken.map(({ message, line, rows }) => {
    return { kind: "check", record: null, line: line ?? headerLine ?? 1, lines: rows, message, text: "" };
  });
  await insertRemarks(connection, fileId, remarks);
  return broken.map(({ message }) => message);
}

/** The day a load counts from decides what `today` and distances from it mean, however often it is played again. */
function settleFeed(request: LoadRequest): Feed {
  const { feed, standing, chosen } = request;
  const { loadedAt } = planSlot(request);
  const moment = new Date(`${(standing.orderedAt ?? loadedAt).replace(" ", "T")}Z`);
  const isPart = chosen !== undefined || standing.kind !== "load";
  return feedOnDay(feed, { today: dayIn(feed.timeZone ?? "UTC", moment), isPart });
}

/** The place of a load in the ledger: the one it has, or the next. */
function planSlot(request: LoadRequest): Slot {
  const { loads, name, now, slot, witnessed } = request;
  return slot ?? loads.planSlot(loadKey(request), name, now(), witnessed);
}

/** Counts what was chosen of a file; records that were not are no rows of the replay. */
async function countChosen(connection: Connection, contract: Contract, { count }: Records): Promise<Staged> {
  const staged = await countStaged(connection, contract);
  return { ...staged, rows: count, skipped: staged.skipped - (staged.rows - count) };
}

/** Says how rows that tell of an earlier moment stand to what was loaded since; undefined for news. */
function planLate({ feed, loads, standing, chosen }: LoadRequest): Late | undefined {
  const { kind, orderedAt } = standing;
  if (orderedAt === undefined) return undefined;
  return {
    orderedAt,
    tie: chosen === undefined ? "wins" : "conflict",
    hasLaterState: feed.mode === "snapshot" && loads.hasLater({ source: feed.source, feed: feed.name }, orderedAt),
    hasLaterRepeats: loads.hasLaterRepeats(feed.entity, orderedAt),
    hasLaterOfFeed: loads.hasLater({ source: feed.source, feed: feed.name }, orderedAt),
    isPart: kind !== "load",
  };
}

/** Runs one load in one transaction, with its place in the ledger, and writes the row it gives. */
async function takeSlot(
  connection: Connection,
  request: LoadRequest,
  transaction: Connection["transaction"],
  job: (slot: Slot) => Promise<FilesTable>,
): Promise<FilesTable> {
  const file = await transaction(async () => {
    const slot = planSlot(request);
    await clearSlot(connection, slot);
    const reading = await keepReading(connection, readingOf(request), request.loads.hasReading);
    const row = { ...(await job(slot)), reading_hash: reading };
    await insertFile(connection, row);
    if (row.state === "committed") await resolveRejects(connection, row, request.standing);
    return row;
  });
  request.loads.add(file);
  return file;
}

function readingOf({ feed, siblings, contractHash }: LoadRequest): Reading {
  return { feed, siblings, contractHash };
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
      `${lines} ${lines === 1 ? "row" : "rows"}, at least ${expect.min_rows} expected`,
      "Export it again, or lower expect.min_rows.",
    );
  }
}

/** Sums the amount column: of all rows read, of those accepted, of those rejected, and of those now in raw by this file. */
async function sumControl(connection: Connection, feed: Feed, fileId: number, { conflicts }: Merged) {
  const amount = listColumns(entities[feed.entity]).find(({ name }) => name === "amount");
  const isMapped = feed.mappings.some(({ column }) => column.name === "amount");
  if (amount === undefined || !isMapped) return {};
  const isConflict = `rowid + 1 in (select record from temp.fates where fate in (${conflictList}))`;
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

/** Faults that a person can settle without another file. */
const heldRules: ReadonlySet<string> = new Set([
  "shrunk",
  "encoding_ambiguous",
  "total_mismatch",
  "second_table",
  "date_ambiguous",
  "check",
  "misaligned",
  "outline",
]);

/** Writes the ledger row of a file that is refused whole. */
async function refuseFile(connection: Connection, request: LoadRequest, fault: FileFault): Promise<FilesTable> {
  const { line, message, remedy, rule } = fault;
  return takeSlot(connection, request, connection.transaction, async (slot) => ({
    ...emptyRow(request, slot),
    state: heldRules.has(rule) ? "held" : "rejected",
    error: `${request.name}${line === undefined ? "" : `, line ${line}`}: ${message}. ${remedy}`,
  }));
}
