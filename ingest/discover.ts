import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import type { Feed, Source } from "./source.ts";

/** A file of an inbox, as one look saw it. */
export interface InboxFile {
  readonly path: string;
  /** Path below data/inbox/<source>/, with forward slashes. */
  readonly name: string;
  readonly bytes: number;
  readonly modified: Date;
}

/** A file and the feeds of its source that it feeds. */
export interface Candidate {
  readonly source: Source;
  readonly file: InboxFile;
  readonly feeds: readonly Feed[];
}

/** Lists the files of a folder at any depth, in order of their names; numbers in names count as numbers. */
export function listFiles(folder: string): readonly InboxFile[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !isUnfinished(entry.name))
    .flatMap((entry) => lookAt(folder, join(entry.parentPath, entry.name)) ?? [])
    .sort((one, other) => compareNames(one.name, other.name));
}

/** Looks at one file; undefined when it is gone. */
export function lookAt(folder: string, path: string): InboxFile | undefined {
  const seen = statSync(path, { throwIfNoEntry: false });
  if (seen === undefined) return undefined;
  return { path, name: relative(folder, path).split("\\").join("/"), bytes: seen.size, modified: seen.mtime };
}

/** Tells whether two looks saw the same state of a file. */
export function isSame(one: InboxFile, other: InboxFile | undefined): boolean {
  return other !== undefined && one.bytes === other.bytes && one.modified.getTime() === other.modified.getTime();
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

/** Files that tools write under another name until they are whole, and files of the system. */
function isUnfinished(name: string): boolean {
  return /^(?:\.|~\$)|\.(?:part|partial|tmp|temp|crdownload|filepart)$/i.test(name);
}

const byNumber = new Intl.Collator("en", { numeric: true });

function compareNames(one: string, other: string): number {
  return byNumber.compare(one, other) || (one < other ? -1 : 1);
}
