import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { FileFault } from "../formats/reader.ts";
import type { Meter } from "./limits.ts";
import { isZlib } from "./zip-member.ts";

const chunkBytes = 262_144;

/**
 * Streams what a gzip file holds, members one after another. When all of it was taken, every checksum has been checked.
 * @throws FileFault for a file that is cut off, damaged or a bomb.
 */
export async function* gunzip(path: string, meter: Meter, signal: AbortSignal): AsyncGenerator<Buffer> {
  const raw = createReadStream(path, { highWaterMark: chunkBytes });
  const unzip = createGunzip({ chunkSize: chunkBytes });
  raw.on("error", (error) => unzip.destroy(error));
  let bytes = 0;
  try {
    for await (const chunk of raw.pipe(unzip)) {
      signal.throwIfAborted();
      bytes += chunk.length;
      meter.take(chunk.length, { out: bytes, in: raw.bytesRead });
      yield chunk;
    }
    await requireNothingAfter(path, unzip.bytesWritten);
  } catch (error) {
    throw isZlib(error) ? broken(error.message) : error;
  } finally {
    raw.destroy();
    unzip.destroy();
  }
}

/** Padding with zeros is common on tapes and tars; other bytes after the end would be lost without a word. */
async function requireNothingAfter(path: string, from: number): Promise<void> {
  const { size } = await stat(path);
  if (size <= from) return;
  const file = await open(path, "r");
  try {
    const buffer = Buffer.alloc(chunkBytes);
    for (let at = from; at < size; ) {
      const { bytesRead } = await file.read(buffer, 0, chunkBytes, at);
      if (bytesRead === 0 || buffer.subarray(0, bytesRead).some((byte) => byte !== 0))
        throw broken("bytes after its end");
      at += bytesRead;
    }
  } finally {
    await file.close();
  }
}

function broken(what: string): FileFault {
  return new FileFault(
    "damaged",
    `the file is gzip-compressed, but cut off or damaged (${what})`,
    "Nothing of it was loaded. Copy or export it again.",
  );
}
