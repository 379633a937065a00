import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A file whose bytes are kept for good, under the name of their hash. */
export interface LandedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

const incoming = ".incoming-";

/** Names the place of bytes in the landing folder: two letters of the hash, then all of it. */
export function landingPath(landing: string, sha256: string): string {
  return join(landing, sha256.slice(0, 2), sha256);
}

/**
 * Copies a file into the landing folder, hashing on the way; bytes that are there already are not written again.
 * When it returns, the bytes are on the disk: the ledger may point to them.
 */
export async function landFile(landing: string, path: string, signal: AbortSignal): Promise<LandedFile> {
  mkdirSync(landing, { recursive: true });
  const temporary = join(landing, `${incoming}${crypto.randomUUID()}`);
  try {
    const { sha256, bytes } = await copyHashing(path, temporary, signal);
    const final = landingPath(landing, sha256);
    if (existsSync(final) && (await stat(final)).size === bytes) await rm(temporary);
    else {
      mkdirSync(dirname(final), { recursive: true });
      await sync(temporary);
      await rename(temporary, final);
      await sync(dirname(final));
      await sync(landing);
    }
    return { path: final, sha256, bytes };
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Removes copies that a killed process left half-written. Call it as the only writer. */
export function sweepLanding(landing: string): void {
  if (!existsSync(landing)) return;
  for (const name of readdirSync(landing)) if (name.startsWith(incoming)) rmSync(join(landing, name), { force: true });
}

async function copyHashing(from: string, to: string, signal: AbortSignal): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash("sha256");
  const target = await open(to, "wx");
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(from, { highWaterMark: 1_048_576 })) {
      signal.throwIfAborted();
      hash.update(chunk);
      for (let written = 0; written < chunk.length; ) {
        written += (await target.write(chunk, written)).bytesWritten;
      }
      bytes += chunk.length;
    }
  } finally {
    await target.close();
  }
  return { sha256: hash.digest("hex"), bytes };
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
