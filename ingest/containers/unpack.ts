import { mkdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename, join } from "node:path";
import { FileFault } from "../formats/reader.ts";
import type { Sandbox } from "../formats/sandbox.ts";
import { type Content, detectContent } from "./detect.ts";
import { gunzip } from "./gunzip.ts";
import { defaultLimits, type Limits, Meter } from "./limits.ts";
import { readZipDirectory, type ZipMember } from "./zip-directory.ts";
import { readMember } from "./zip-member.ts";

/** A file that came out of a container. */
export interface Unpacked {
  /** Its name inside; undefined where the container names none. */
  readonly member: string | undefined;
  /** A temporary file under a name of ours. */
  readonly path: string;
}

/** How an archive is taken apart. */
export interface UnpackOptions {
  /** Folder for what is unpacked. */
  readonly work: string;
  readonly signal: AbortSignal;
  readonly limits?: Limits;
  /** The process to do it in; default this one. */
  readonly sandbox?: Sandbox;
}

/** Tells whether a file holds other files that have to be taken out first. A workbook does not. */
export async function isContainer(path: string): Promise<boolean> {
  if (!(await mayBeContainer(path))) return false;
  const content = await contentOrFault(path);
  return content === "gzip" || content === "zip";
}

/** Looks at the first bytes alone, since every file of an inbox comes by here. */
async function mayBeContainer(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return (buffer[0] === 0x1f && buffer[1] === 0x8b) || (buffer[0] === 0x50 && buffer[1] === 0x4b);
  } finally {
    await file.close();
  }
}

/**
 * Takes everything out of a gzip file or zip archive. All of it is checked before the first file is handed out: a fault
 * in one member refuses the archive.
 * @throws FileFault for archives that are damaged, encrypted, nested, a bomb, or hold links or names that lead elsewhere.
 */
export async function unpack(path: string, options: UnpackOptions): Promise<readonly Unpacked[]> {
  if (options.sandbox !== undefined) return options.sandbox.unpack(path, options);
  const limits = options.limits ?? defaultLimits;
  const meter = new Meter(limits);
  mkdirSync(options.work, { recursive: true });
  const taken: Unpacked[] = [];
  const take = async (member: string | undefined, bytes: AsyncIterable<Buffer>) => {
    const target = join(options.work, `unpacked-${crypto.randomUUID()}`);
    taken.push({ member, path: target });
    await write(target, bytes);
    await refuseNested(target, member);
    keepTime(path, target);
  };
  try {
    if ((await detectContent(path)) === "gzip") await take(undefined, gunzip(path, meter, options.signal));
    else {
      for (const member of chooseMembers(await readZipDirectory(path, limits)))
        await take(member.name, readMember(path, member, meter, options.signal));
    }
    return taken;
  } catch (error) {
    for (const { path: target } of taken) rmSync(target, { force: true });
    throw error;
  }
}

/** Takes the files of an archive, without folders and what macOS adds. @throws FileFault for what no archive of exports holds. */
function chooseMembers(members: readonly ZipMember[]): readonly ZipMember[] {
  const encrypted = members.find(({ isEncrypted }) => isEncrypted);
  if (encrypted !== undefined) {
    throw new FileFault(
      "encrypted",
      `the archive's member ${JSON.stringify(encrypted.name)} is encrypted`,
      "Pack it again without a password.",
    );
  }
  const files = members.filter(({ isFolder, name }) => !isFolder && !isFurniture(name));
  const seen = new Set<string>();
  for (const { name, isLink } of files) {
    if (isLink) throw unsafe(name, "is a link");
    if (isUnsafe(name)) throw unsafe(name, "has a name that leads out of the archive");
    if (seen.has(name.toLowerCase())) throw unsafe(name, "stands twice in it");
    seen.add(name.toLowerCase());
  }
  if (files.length === 0) {
    throw new FileFault("empty", "the archive holds no file", "Pack the export again.");
  }
  return files;
}

function isFurniture(name: string): boolean {
  return name.startsWith("__MACOSX/") || /^(?:\.|thumbs\.db$|desktop\.ini$)/i.test(basename(name));
}

function isUnsafe(name: string): boolean {
  return /^(?:\/|[a-z]:)|(?:^|\/)\.\.(?:\/|$)|\p{Cc}/iu.test(name) || name === "";
}

function unsafe(name: string, what: string): FileFault {
  return new FileFault(
    "archive",
    `the archive's member ${JSON.stringify(name)} ${what}`,
    "Pack the exported files again, plainly, into a new archive.",
  );
}

async function refuseNested(path: string, member: string | undefined): Promise<void> {
  if (!(await isContainer(path))) return;
  throw new FileFault(
    "archive",
    member === undefined
      ? "the file is packed twice"
      : `the archive's member ${JSON.stringify(member)} is an archive too`,
    "Pack the exported files themselves, once.",
  );
}

/** What a file is; a refusal of its content comes later, when a feed reads it. */
async function contentOrFault(path: string): Promise<Content | undefined> {
  try {
    return await detectContent(path);
  } catch (error) {
    if (error instanceof FileFault) return error.rule === "damaged" || error.rule === "bomb" ? "zip" : undefined;
    throw error;
  }
}

async function write(path: string, bytes: AsyncIterable<Buffer>): Promise<void> {
  const target = await open(path, "wx");
  try {
    for await (const chunk of bytes) await target.writeFile(chunk);
  } finally {
    await target.close();
  }
}

/** What comes out is as old as the file it came from. */
function keepTime(from: string, to: string): void {
  const { atime, mtime } = statSync(from);
  utimesSync(to, atime, mtime);
}

/**
 * Holds a container that is read where only one table can be: what is wrong with it, if anything, is told as such.
 * @throws FileFault always.
 */
export async function refuseContainer(path: string, options: UnpackOptions): Promise<never> {
  const taken = await unpack(path, options);
  for (const { path: target } of taken) rmSync(target, { force: true });
  throw new FileFault(
    "archive",
    "the file is an archive",
    "Drop it into the inbox, where what it holds is taken out, or unpack it.",
  );
}
