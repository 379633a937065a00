import { statSync } from "node:fs";
import { basename } from "node:path";
import { findFeeds, type InboxFile } from "../discover.ts";
import { FileFault } from "../formats/reader.ts";
import type { Feed, Source } from "../source.ts";
import { type ArchiveMemory, chooseName, describeMember, type FilePlan, recallMembers } from "./members.ts";
import { isContainer, type UnpackOptions, unpack } from "./unpack.ts";
import { readZipDirectory } from "./zip-directory.ts";

/**
 * Finds the feeds of each file of an inbox. A gzip file or zip archive is taken apart first: a member stands in the plan
 * as `archive.zip/member.csv`, and globs see the member's base name. What a gzip file holds, and the only member of an
 * archive that fits no feed, stands under the container's own name, if that fits one.
 *
 * An archive that is refused stands in the plan as itself, so that its load says why. One that is as it was when `memory` was
 * written is not taken apart: its files stand in the plan as their landed bytes.
 */
export async function planFiles(
  source: Source,
  files: readonly InboxFile[],
  options: UnpackOptions,
  memory?: ArchiveMemory,
): Promise<readonly FilePlan[]> {
  const plans: FilePlan[] = [];
  for (const file of files) plans.push(...(await planFile(source, file, options, memory)));
  return plans;
}

async function planFile(
  source: Source,
  file: InboxFile,
  options: UnpackOptions,
  memory: ArchiveMemory | undefined,
): Promise<readonly FilePlan[]> {
  try {
    const known = memory === undefined ? undefined : recallMembers(source, file, memory);
    if (known !== undefined) return known;
    if (!(await isContainer(file.path))) return [{ file, feeds: findFeeds(source, file.name) }];
    return await planMembers(source, file, options, memory?.now());
  } catch (error) {
    options.signal.throwIfAborted();
    if (!(error instanceof FileFault) && !isFileError(error)) throw error;
    return [{ file, feeds: await findRefusedFeeds(source, file) }];
  }
}

/** @param readAt when the archive is taken apart, where its state is to be remembered. */
async function planMembers(
  source: Source,
  archive: InboxFile,
  options: UnpackOptions,
  readAt: Date | undefined,
): Promise<readonly FilePlan[]> {
  const taken = await unpack(archive.path, options);
  return taken.map(({ member, path }, index) => {
    const { size, mtime } = statSync(path);
    const inner = `${archive.name}/${member ?? basename(archive.name).replace(/\.gz$/i, "")}`;
    const place = { inner, isNamed: member !== undefined, isOnly: taken.length === 1 };
    const name = chooseName(source, archive, place);
    const kept = readAt && describeMember(archive, { ...place, index, count: taken.length, bytes: size }, readAt);
    const file = { path, name, bytes: size, modified: mtime, ...(kept === undefined ? {} : { member: kept }) };
    return { file, feeds: findFeeds(source, name) };
  });
}

/** A refused archive is told with the feeds its name or its members fit; with the source's first feed where none does. */
async function findRefusedFeeds(source: Source, file: InboxFile): Promise<readonly Feed[]> {
  const names = [file.name, file.name.replace(/\.(?:gz|zip)$/i, ""), ...(await listMembers(file))];
  const feeds = names.map((name) => findFeeds(source, name)).find((found) => found.length > 0);
  return feeds ?? source.feeds.slice(0, 1);
}

async function listMembers(file: InboxFile): Promise<readonly string[]> {
  try {
    return (await readZipDirectory(file.path)).map(({ name }) => `${file.name}/${name}`);
  } catch {
    return [];
  }
}

/** The file cannot be read, or is gone: its load says so. */
function isFileError(error: unknown): boolean {
  return error instanceof Error && "code" in error && ["ENOENT", "EACCES", "EPERM"].includes(String(error.code));
}
