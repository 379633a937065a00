import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A file whose bytes are kept for good, under the name of their hash. */
export interface LandedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

const incoming = ".incoming-";
const chunkBytes = 1_048_576;
/** Chunks after which what was written is brought to the disk, beside the copying: the end has little left to wait for. */
const chunksPerFlush = 16;

/** Names the place of bytes in the landing folder: two letters of the hash, then all of it. */
export function landingPath(landing: string, sha256: string): string {
  return join(landing, sha256.slice(0, 2), sha256);
}

/** Finds bytes that are landed already, by their hash and length. */
export function findLanded(landing: string, sha256: string, bytes: number): LandedFile | undefined {
  const path = landingPath(landing, sha256);
  return statSync(path, { throwIfNoEntry: false })?.size === bytes ? { path, sha256, bytes } : undefined;
}

/**
 * Copies a file into the landing folder, hashing on the way; bytes that are there already are not written again.
 * When it returns, the bytes are on the disk: the ledger may point to them.
 */
export async function landFile(landing: string, path: string, signal: AbortSignal): Promise<LandedFile> {
  mkdirSync(landing, { recursive: true });
  const source = await open(path, "r");
  try {
    const buffer = Buffer.allocUnsafeSlow(Math.min((await source.stat()).size + 1, chunkBytes));
    const { bytesRead } = await source.read(buffer, 0, buffer.length, null);
    const first = buffer.subarray(0, bytesRead);
    return bytesRead < buffer.length
      ? await landBytes(landing, first)
      : await landStream(landing, source, first, signal);
  } finally {
    await source.close();
  }
}

/** Lands a file that fits a buffer: nothing is written for bytes that are there. */
async function landBytes(landing: string, bytes: Buffer): Promise<LandedFile> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const known = findLanded(landing, sha256, bytes.length);
  if (known !== undefined) return known;
  return withTemporary(landing, async (temporary, target) => {
    await target.writeFile(bytes);
    return keep(landing, temporary, target, { sha256, bytes: bytes.length });
  });
}

async function landStream(
  landing: string,
  source: FileHandle,
  first: Buffer,
  signal: AbortSignal,
): Promise<LandedFile> {
  return withTemporary(landing, async (temporary, target) => {
    const hash = createHash("sha256");
    let chunk = first;
    const buffers = [first, Buffer.allocUnsafeSlow(chunkBytes)] as const;
    let bytes = 0;
    let flushed: Promise<void> | undefined;
    for (let turn = 1; chunk.length > 0; turn += 1) {
      signal.throwIfAborted();
      const next = buffers[turn % 2 === 0 ? 0 : 1];
      const both = Promise.all([source.read(next, 0, next.length, null), writeAll(target, chunk)]);
      hash.update(chunk);
      const [{ bytesRead }] = await both;
      bytes += chunk.length;
      if (turn % chunksPerFlush === 0) {
        await flushed;
        flushed = target.datasync();
        flushed.catch(() => undefined);
      }
      chunk = next.subarray(0, bytesRead);
    }
    await flushed;
    return keep(landing, temporary, target, { sha256: hash.digest("hex"), bytes });
  });
}

/** Makes a temporary file in the landing folder; it is gone when the job fails. */
async function withTemporary<T>(landing: string, job: (path: string, target: FileHandle) => Promise<T>): Promise<T> {
  const temporary = join(landing, `${incoming}${crypto.randomUUID()}`);
  const target = await open(temporary, "wx");
  try {
    return await job(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    await target.close();
  }
}

/** Gives a temporary file its final name, once its bytes are on the disk; drops it when they were there before. */
async function keep(
  landing: string,
  temporary: string,
  target: FileHandle,
  { sha256, bytes }: Omit<LandedFile, "path">,
): Promise<LandedFile> {
  const known = findLanded(landing, sha256, bytes);
  if (known !== undefined) {
    await rm(temporary);
    return known;
  }
  const path = landingPath(landing, sha256);
  const isNewFolder = mkdirSync(dirname(path), { recursive: true }) !== undefined;
  await target.sync();
  await rename(temporary, path);
  await sync(dirname(path));
  if (isNewFolder) await sync(landing);
  return { path, sha256, bytes };
}

async function writeAll(target: FileHandle, chunk: Buffer): Promise<void> {
  for (let written = 0; written < chunk.length; ) written += (await target.write(chunk, written)).bytesWritten;
}

/** Removes copies that a killed process left half-written. Call it as the only writer. */
export function sweepLanding(landing: string): void {
  if (!existsSync(landing)) return;
  for (const name of readdirSync(landing)) if (name.startsWith(incoming)) rmSync(join(landing, name), { force: true });
}

/** Waits until a file or a folder is on the disk. */
async function sync(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
