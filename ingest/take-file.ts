import { join } from "node:path";
import type { Effects } from "../warehouse/effects.ts";
import { messageOf } from "../warehouse/errors.ts";
import type { Standing, Witnessed } from "../warehouse/ledger/loads.ts";
import type { Seen } from "../warehouse/ledger/seen.ts";
import type { Settings } from "../warehouse/settings.ts";
import { detectContent } from "./containers/detect.ts";
import { type InboxFile, isSame, isSettled, lookAt, type Member } from "./discover.ts";
import { withIsoDates } from "./formats/xlsx/render.ts";
import type { FileReport, IngestOptions } from "./ingest.ts";
import { findLanded, type LandedFile, landFile, landingPath } from "./landing.ts";
import { loadFile } from "./load.ts";
import { hashContract, withTimeZone } from "./reading.ts";
import type { Feed, Source } from "./source.ts";
import type { Workshop } from "./workshop.ts";

/** What every step of one ingest works with. */
export interface Road extends Workshop {
  readonly seen: Seen;
  readonly settings: Settings;
  readonly options: IngestOptions;
  readonly effects: Effects;
}

/** Names the inbox of a source. */
export function inboxOf({ settings }: Road, { name }: Source): string {
  return join(settings.paths.inbox, name);
}

/** Takes one file by one feed: lands it, loads it if it is news, and tells what came of it. */
export async function ingestFile(
  road: Road,
  source: Source,
  feed: Feed,
  siblings: readonly Feed[],
  file: InboxFile,
  witnessed?: Witnessed,
): Promise<FileReport> {
  const started = performance.now();
  const outcome = await takeFile(road, source, feed, siblings, file, witnessed);
  const report: FileReport = {
    source: source.name,
    feed: feed.name,
    entity: feed.entity,
    name: file.name,
    ...outcome,
    milliseconds: Math.round(performance.now() - started),
  };
  tell(road, report);
  return report;
}

type Outcome = Pick<FileReport, "state" | "file" | "error">;

async function takeFile(
  road: Road,
  source: Source,
  feed: Feed,
  siblings: readonly Feed[],
  file: InboxFile,
  witnessed: Witnessed | undefined,
): Promise<Outcome> {
  const { connection, loads, settings, options, effects, work } = road;
  const landed = await takeIn(road, source, file);
  if ("state" in landed) return landed;
  const effective = withTimeZone(feed, settings.time_zone);
  const contractHash = hashContract(effective);
  const load = { source: source.name, feed: feed.name, sha256: landed.sha256, contract_hash: contractHash };
  if (loads.isLoaded(load, { name: file.name, mode: feed.mode }))
    return { state: "unchanged", file: undefined, error: undefined };
  const standing = loads.standingOf(load, { name: file.name, mode: feed.mode });
  const committed = await loadFile(connection, {
    loads,
    feed: await feedOfCorrection(road, effective, standing),
    siblings,
    landed,
    name: file.name,
    modified: file.modified,
    contractHash,
    standing,
    witnessed,
    runId: options.runId ?? null,
    work,
    sandbox: road.sandbox,
    shared: road.shared,
    small: road.small,
    together: standing.kind === "load" ? listTogether(road, feed, siblings, { name: file.name, landed }) : [],
    now: effects.now,
    signal: effects.signal,
  });
  if (committed.state === "committed") options.onCommit?.(committed);
  return { state: committed.state, file: committed, error: committed.error ?? undefined };
}

/** Lands a file that stays the same from before it is read until after; else says why it cannot be taken now. */
async function takeIn(road: Road, source: Source, file: InboxFile): Promise<LandedFile | Outcome> {
  const { options, effects } = road;
  const isLanded = file.member?.sha256 !== undefined;
  const mayChange = options.files === undefined && !isLanded;
  const hasChanged = () => mayChange && !isSame(file, lookAt(inboxOf(road, source), file.path));
  if (hasChanged()) return changing(file);
  const readAt = effects.now();
  let landed: LandedFile;
  try {
    landed = await landOnce(road, source, file);
  } catch (error) {
    if (effects.signal.aborted) throw error;
    return {
      state: "rejected",
      file: undefined,
      error: `${file.name}: the file cannot be read (${messageOf(error)}). Check that it is there and may be read.`,
    };
  }
  if (hasChanged()) return changing(file);
  rememberLanded(road, source, file, landed, readAt);
  return landed;
}

/** Lists the feeds after this one that will take the same file in this run. */
function listTogether(
  { loads, settings }: Road,
  feed: Feed,
  siblings: readonly Feed[],
  { name, landed }: { readonly name: string; readonly landed: LandedFile },
): readonly Feed[] {
  const later = siblings.slice(siblings.indexOf(feed) + 1).map((one) => withTimeZone(one, settings.time_zone));
  return later.filter((one) => {
    const load = { source: one.source, feed: one.name, sha256: landed.sha256, contract_hash: hashContract(one) };
    return !loads.isLoaded(load, { name, mode: one.mode });
  });
}

/** Mended rows of a workbook come as CSV with days in ISO text. */
async function feedOfCorrection({ settings }: Road, feed: Feed, { kind, of }: Standing): Promise<Feed> {
  if (kind !== "correction" || of === undefined) return feed;
  const content = await detectContent(landingPath(settings.paths.landing, of.sha256));
  return content === "text" ? feed : withIsoDates(feed);
}

/** Lands a file, or finds it landed: one whose state is the one it was last read in is not read again. */
async function landOnce({ settings, seen, effects }: Road, source: Source, file: InboxFile): Promise<LandedFile> {
  const { landing } = settings.paths;
  const { stamp, name, bytes, member } = file;
  const sha256 = stamp === undefined ? member?.sha256 : seen.find({ source: source.name, name, stamp });
  const known = sha256 === undefined ? undefined : findLanded(landing, sha256, bytes);
  return known ?? landFile(landing, file.path, effects.signal);
}

/** Remembers what a file holds; for later runs only where its times would betray any change since it was read. */
function rememberLanded(road: Road, source: Source, file: InboxFile, { sha256 }: LandedFile, readAt: Date): void {
  const { stamp, name, member } = file;
  if (member !== undefined) rememberMember(road, source, member, sha256);
  if (stamp === undefined) return;
  road.seen.remember({ source: source.name, name, stamp, sha256 }, isSettled(file, readAt));
}

/** Remembers what a file of an archive holds; nothing where no feed takes it. */
export function rememberMember(
  { seen }: Road,
  source: Source,
  { name, stamp, isSettled: lasts }: Member,
  sha256: string,
): void {
  seen.remember({ source: source.name, name, stamp, sha256 }, lasts);
}

function changing(file: InboxFile): Outcome {
  return {
    state: "changing",
    file: undefined,
    error: `${file.name}: the file is still being written; the next run takes it.`,
  };
}

function tell({ effects }: Road, report: FileReport): void {
  const { state, file, error } = report;
  const rejected = file?.rows_rejected ?? 0;
  const warning = file?.warning ?? undefined;
  const hasNotes = rejected > 0 || warning !== undefined;
  const states = { committed: hasNotes ? "warning" : "done", unchanged: "unchanged" } as const;
  const notes = [
    ...(rejected > 0 ? [`${rejected} ${rejected === 1 ? "row" : "rows"} set aside`] : []),
    ...(warning === undefined ? [] : [warning]),
  ];
  effects.log.step({
    room: "ingest",
    name: `${report.source}/${report.name} → ${report.feed}`,
    state: state === "committed" || state === "unchanged" ? states[state] : state === "changing" ? "warning" : "failed",
    milliseconds: report.milliseconds,
    ...(file === undefined ? {} : { rows: file.rows_accepted }),
    ...(error !== undefined ? { note: error } : hasNotes ? { note: notes.join("; ") } : {}),
  });
}
