import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { crc32, createInflateRaw } from "node:zlib";
import { FileFault } from "../formats/reader.ts";
import type { Meter } from "./limits.ts";
import { damaged, readAt, type ZipMember } from "./zip-directory.ts";

const chunkBytes = 262_144;
const stored = 0;
const deflated = 8;

/**
 * Streams the bytes of a member. When all of them were taken, size and checksum have been held against the directory; a
 * consumer that stops early knows only what it has read.
 * @throws FileFault for members that are encrypted, packed in an unusual way, damaged, or a bomb.
 */
export async function* readMember(
  path: string,
  member: ZipMember,
  meter: Meter,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  requireReadable(member);
  const start = await findBytes(path, member);
  if (member.packedBytes === 0 && member.bytes === 0) return;
  const raw = createReadStream(path, {
    start,
    end: Math.max(start, start + member.packedBytes - 1),
    highWaterMark: chunkBytes,
  });
  const inflate = createInflateRaw({ chunkSize: chunkBytes });
  const stream = member.method === stored ? raw : raw.on("error", (error) => inflate.destroy(error)).pipe(inflate);
  let bytes = 0;
  let crc = 0;
  try {
    for await (const chunk of stream) {
      signal.throwIfAborted();
      bytes += chunk.length;
      meter.take(chunk.length, { out: bytes, in: raw.bytesRead });
      if (bytes > member.bytes) break;
      crc = crc32(chunk, crc);
      yield chunk;
    }
  } catch (error) {
    throw isZlib(error) ? broken(member) : error;
  } finally {
    raw.destroy();
    inflate.destroy();
  }
  if (bytes !== member.bytes || crc !== member.crc) throw broken(member);
}

function requireReadable({ name, isEncrypted, method }: ZipMember): void {
  if (isEncrypted) {
    throw new FileFault(
      "encrypted",
      `the archive's member ${JSON.stringify(name)} is encrypted`,
      "Pack it again without a password.",
    );
  }
  if (method === stored || method === deflated) return;
  throw new FileFault(
    "format",
    `the archive's member ${JSON.stringify(name)} is packed by method ${method}, which is not read`,
    "Pack it again as an ordinary zip (deflate).",
  );
}

/** Finds where the packed bytes begin, and holds the local header against the directory. */
async function findBytes(path: string, { offset, rawName, name }: ZipMember): Promise<number> {
  const file = await open(path, "r");
  try {
    const header = await readAt(file, offset, 30);
    if (header.readUInt32LE(0) !== 0x0403_4b50)
      throw damaged(`its member ${JSON.stringify(name)} is not where it says`);
    const nameBytes = header.readUInt16LE(26);
    const local = await readAt(file, offset + 30, nameBytes);
    if (!local.equals(rawName)) throw damaged(`its member ${JSON.stringify(name)} has another name inside`);
    return offset + 30 + nameBytes + header.readUInt16LE(28);
  } finally {
    await file.close();
  }
}

function broken({ name }: ZipMember): FileFault {
  return damaged(`its member ${JSON.stringify(name)} is not what its checksum says`);
}

/** Tells whether an error is zlib's own. */
export function isZlib(error: unknown): error is Error {
  return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}
