import type { Seen } from "../../warehouse/ledger/seen.ts";
import { findFeeds, type InboxFile, isSettled, type Member } from "../discover.ts";
import { findLanded } from "../landing.ts";
import type { Feed, Source } from "../source.ts";

/** A file, and the feeds of its source that it feeds. */
export interface FilePlan {
  readonly file: InboxFile;
  readonly feeds: readonly Feed[];
}

/** What earlier runs know of archives: their state, and where the bytes they held are landed. */
export interface ArchiveMemory {
  readonly seen: Pick<Seen, "membersOf">;
  readonly landing: string;
  readonly now: () => Date;
}

/** Where a file stands in its container. */
interface Place {
  /** The container's name, a slash, and its own. */
  readonly inner: string;
  readonly isNamed: boolean;
  readonly isOnly: boolean;
}

/** Names a file out of a container: as itself, or as the container where only that fits a feed and it stands alone. */
export function chooseName(source: Source, { name }: InboxFile, { inner, isNamed, isOnly }: Place): string {
  const names = !isNamed ? [name, inner] : isOnly ? [inner, name] : [inner];
  return names.find((one) => findFeeds(source, one).length > 0) ?? inner;
}

/** Describes a file out of an archive for later runs; undefined where the state of the archive is not known. */
export function describeMember(
  archive: InboxFile,
  { inner, isNamed, index, count, bytes }: Place & { index: number; count: number; bytes: number },
  readAt: Date,
): Member | undefined {
  if (archive.stamp === undefined) return undefined;
  const stamp = [archive.stamp, index, count, bytes, isNamed ? "named" : "unnamed"].join("/");
  return { name: inner, stamp, isSettled: isSettled(archive, readAt) };
}

/**
 * Plans the files of an archive without taking it apart; undefined where that cannot be: it is in another state, a file of it
 * fits a feed now and did not before, or landed bytes are gone.
 */
export function recallMembers(
  source: Source,
  archive: InboxFile,
  { seen, landing }: ArchiveMemory,
): readonly FilePlan[] | undefined {
  if (archive.stamp === undefined) return undefined;
  const rows = seen.membersOf({ source: source.name, name: archive.name, stamp: archive.stamp });
  const plans = rows
    .map((row) => ({ row, ...readStamp(row.stamp) }))
    .sort((one, other) => one.index - other.index)
    .map(({ row: { name: inner, stamp, sha256 }, count, bytes, isNamed }): FilePlan | undefined => {
      const name = chooseName(source, archive, { inner, isNamed, isOnly: count === 1 });
      const feeds = findFeeds(source, name);
      const landed = sha256 === "" ? undefined : findLanded(landing, sha256, bytes);
      if (count !== rows.length || (landed === undefined && (feeds.length > 0 || sha256 !== ""))) return undefined;
      const member: Member = { name: inner, stamp, isSettled: true, sha256 };
      return { file: { path: landed?.path ?? archive.path, name, bytes, modified: archive.modified, member }, feeds };
    });
  const known = plans.filter((plan) => plan !== undefined);
  return rows.length > 0 && known.length === rows.length ? known : undefined;
}

function readStamp(stamp: string) {
  const [, index, count, bytes, named] = stamp.split("/");
  return { index: Number(index), count: Number(count), bytes: Number(bytes), isNamed: named === "named" };
}
