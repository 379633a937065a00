import { statSync } from "node:fs";
import { basename } from "node:path";
import { findFeeds, type InboxFile } from "../discover.ts";
import { FileFault } from "../formats/reader.ts";
import type { Feed, Source } from "../source.ts";
import { isContainer, type UnpackOptions, unpack } from "./unpack.ts";
import { readZipDirectory } from "./zip-directory.ts";

/** A file, and the feeds of its source that it feeds. */
export interface FilePlan {
  readonly file: InboxFile;
  readonly feeds: readonly Feed[];
}

/**
 * Finds the feeds of each file of an inbox. A gzip file or zip archive is taken apart first: a member stands in the plan
 * as `archive.zip/member.csv`, and globs see the member's base name. What a gzip file holds, and the only member of an
 * archive that fits no feed, stands under the container's own name, if that fits one.
 *
 * An archive that is refused stands in the plan as itself, so that its load says why.
 */
export async function planFiles(
  source: Source,
  files: readonly InboxFile[],
  options: UnpackOptions,
): Promise<readonly FilePlan[]> {
  const plans: FilePlan[] = [];
  for (const file of files) plans.push(...(await planFile(source, file, options)));
  return plans;
}

async function planFile(source: Source, file: InboxFile, options: UnpackOptions): Promise<readonly FilePlan[]> {
  try {
    if (!(await isContainer(file.path))) return [{ file, feeds: findFeeds(source, file.name) }];
    return await planMembers(source, file, options);
  } catch (error) {
    options.signal.throwIfAborted();
    if (!(error instanceof FileFault) && !isFileError(error)) throw error;
    return [{ file, feeds: await findRefusedFeeds(source, file) }];
  }
}

async function planMembers(source: Source, archive: InboxFile, options: UnpackOptions): Promise<readonly FilePlan[]> {
  const taken = await unpack(archive.path, options);
  return taken.map(({ member, path }) => {
    const { size, mtime } = statSync(path);
    const inner = `${archive.name}/${member ?? basename(archive.name).replace(/\.gz$/i, "")}`;
    const names = member === undefined ? [archive.name, inner] : taken.length === 1 ? [inner, archive.name] : [inner];
    const name = names.find((one) => findFeeds(source, one).length > 0) ?? inner;
    return { file: { path, name, bytes: size, modified: mtime }, feeds: findFeeds(source, name) };
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
