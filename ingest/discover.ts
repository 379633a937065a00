import { existsSync, lstatSync, readdirSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import type { Feed, Source } from "./source.ts";

/** A file of an inbox, as one look saw it. */
export interface InboxFile {
  readonly path: string;
  /** Path below data/inbox/<source>/, with forward slashes. */
  readonly name: string;
  readonly bytes: number;
  readonly modified: Date;
  /**
   * State of the directory entry: file number, size, and times of the last change of content and of the entry, in
   * nanoseconds. Absent for what was taken out of an archive.
   */
  readonly stamp?: string;
  /** Set for what was taken out of an archive whose state is known. */
  readonly member?: Member;
}

/** Which file of which state of an archive one is. */
export interface Member {
  /** `archive.zip/member.csv`, whatever name its feed knows it by. */
  readonly name: string;
  /** State of the archive's entry, the file's number, how many there are, its bytes, and whether it has a name inside. */
  readonly stamp: string;
  /** A change of the archive since it was taken apart would show in its state. */
  readonly isSettled: boolean;
  /** Hash of its bytes, where an earlier run landed them: the archive was not taken apart again. */
  readonly sha256?: string;
}

/** A file and the feeds of its source that it feeds. */
export interface Candidate {
  readonly source: Source;
  readonly file: InboxFile;
  readonly feeds: readonly Feed[];
}

/** Lists the files of a folder at any depth, links too, in order of their names; numbers in names count as numbers. */
export function listFiles(folder: string): readonly InboxFile[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && !isUnfinished(entry.name))
    .flatMap((entry) => lookAt(folder, join(entry.parentPath, entry.name)) ?? [])
    .sort((one, other) => compareNames(one.name, other.name));
}

/** Looks at one file; undefined when it is gone. A link that leads nowhere is seen as itself: its load says so. */
export function lookAt(folder: string, path: string): InboxFile | undefined {
  const options = { throwIfNoEntry: false, bigint: true } as const;
  const seen = statSync(path, options) ?? lstatSync(path, options);
  if (seen === undefined || seen.isDirectory()) return undefined;
  const stamp = [seen.dev, seen.ino, seen.size, seen.mtimeNs, seen.ctimeNs].join(":");
  const name = relative(folder, path).split("\\").join("/");
  return { path, name, bytes: Number(seen.size), modified: readTime(seen.mtimeNs), stamp };
}

/** Rounds to milliseconds, as `Stats.mtime` does. */
function readTime(nanoseconds: bigint): Date {
  const second = 1_000_000_000n;
  return new Date(Math.round(Number(nanoseconds / second) * 1000 + Number(nanoseconds % second) / 1e6));
}

/** Clocks of file systems tick as coarsely as this: within it, a file may change and keep its times. */
const coarsestTick = 2000;

/** Tells whether a look at this moment would show any later change: times in the stamp lie further back than a tick. */
export function isSettled({ stamp }: InboxFile, now: Date): boolean {
  const times = stamp?.split(":").slice(-2) ?? [];
  return times.length === 2 && times.every((time) => Number(time) / 1e6 + coarsestTick < now.getTime());
}

/** Tells whether two looks saw the same state of a file. */
export function isSame(one: InboxFile, other: InboxFile | undefined): boolean {
  if (other === undefined) return false;
  if (one.stamp !== undefined && other.stamp !== undefined) return one.stamp === other.stamp;
  return one.bytes === other.bytes && one.modified.getTime() === other.modified.getTime();
}

/** Names the feeds of a source that a file feeds; none when no feed matches. */
export function findFeeds(source: Source, name: string): readonly Feed[] {
  return source.feeds.filter(({ match }) => matchesGlob(match, match.includes("/") ? name : basename(name)));
}

/** Tells whether a name fits a glob: `*` any letters but `/`, `**` any folders, `?` one letter. Case does not count. */
export function matchesGlob(glob: string, name: string): boolean {
  const pattern = glob.normalize("NFC").replace(/\*\*\/?|\*|\?|[\\^$.|+()[\]{}]/g, (part) => {
    if (part === "**/") return "(?:.*/)?";
    if (part === "**") return ".*";
    if (part === "*") return "[^/]*";
    return part === "?" ? "[^/]" : `\\${part}`;
  });
  return new RegExp(`^${pattern}$`, "isu").test(name.normalize("NFC"));
}

/** Files that tools write under another name until they are whole, files of the system, and reasons of rejects we exported. */
function isUnfinished(name: string): boolean {
  return /^(?:\.|~\$)|\.(?:part|partial|tmp|temp|crdownload|filepart)$|\.reasons\.csv$/i.test(name);
}

const byNumber = new Intl.Collator("en", { numeric: true });

function compareNames(one: string, other: string): number {
  return byNumber.compare(one, other) || (one < other ? -1 : 1);
}
