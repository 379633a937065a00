import type { FileHandle } from "node:fs/promises";
import { open } from "node:fs/promises";
import { FileFault } from "../formats/reader.ts";
import { defaultLimits, type Limits } from "./limits.ts";

/** One member of a zip archive, as its central directory describes it. Sizes are claims until the bytes are read. */
export interface ZipMember {
  /** Name with forward slashes; it is text, and never a path. */
  readonly name: string;
  readonly rawName: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its local header begins. */
  readonly offset: number;
  readonly isEncrypted: boolean;
  readonly isFolder: boolean;
  readonly isLink: boolean;
}

const endBytes = 22;
const longestComment = 65_535;
const mostDirectoryBytes = 64 * 1_048_576;
const unknown32 = 0xffff_ffff;

/**
 * Reads the central directory of a zip archive, zip64 or not. Local headers are not asked: a directory is what archivers
 * show, and members that overlap in the file are refused.
 * @throws FileFault for archives that are damaged, split, or hold too many members.
 */
export async function readZipDirectory(path: string, limits: Limits = defaultLimits): Promise<readonly ZipMember[]> {
  const file = await open(path, "r");
  try {
    const end = await readEnd(file);
    if (end.count > limits.members) {
      throw new FileFault(
        "bomb",
        `the archive holds ${end.count} members, at most ${limits.members} are read`,
        "Pack fewer files into it.",
      );
    }
    if (end.bytes > mostDirectoryBytes) throw damaged("its directory is too large");
    const members = parseMembers(await readAt(file, end.offset, end.bytes), end);
    refuseOverlaps(members, end.offset);
    return members;
  } finally {
    await file.close();
  }
}

/** Says that an archive cannot be trusted. */
export function damaged(what: string): FileFault {
  return new FileFault(
    "damaged",
    `the file is a zip archive or an XLSX workbook, but ${what}`,
    "It was cut off or changed on the way; export or pack it again.",
  );
}

interface End {
  readonly count: number;
  readonly bytes: number;
  readonly offset: number;
  /** Bytes before the archive, such as those of a self-extracting one. */
  readonly prefix: number;
}

async function readEnd(file: FileHandle): Promise<End> {
  const { size } = await file.stat();
  const tailAt = Math.max(0, size - endBytes - longestComment);
  const tail = await readAt(file, tailAt, size - tailAt);
  const at = findEnd(tail);
  if (at === undefined) throw damaged("it has no directory at its end");
  const disk = tail.readUInt16LE(at + 4);
  const plain = {
    count: tail.readUInt16LE(at + 10),
    bytes: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
  };
  const locator = at >= 20 && tail.readUInt32LE(at - 20) === 0x0706_4b50 ? tail.subarray(at - 20, at) : undefined;
  if (locator !== undefined) return readEnd64(file, Number(locator.readBigUInt64LE(8)), size);
  if (disk !== 0 && disk !== 0xffff) throw damaged("it is one part of a split archive");
  const prefix = tailAt + at - plain.bytes - plain.offset;
  if (prefix < 0) throw damaged("its directory does not fit into it");
  return { ...plain, offset: plain.offset + prefix, prefix };
}

/** Finds the last end record whose comment fits into the file. */
function findEnd(tail: Buffer): number | undefined {
  for (let at = tail.length - endBytes; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === 0x0605_4b50 && at + endBytes + tail.readUInt16LE(at + 20) <= tail.length) return at;
  }
  return undefined;
}

async function readEnd64(file: FileHandle, at: number, size: number): Promise<End> {
  if (at + 56 > size) throw damaged("its directory does not fit into it");
  const end = await readAt(file, at, 56);
  if (end.readUInt32LE(0) !== 0x0606_4b50) throw damaged("its zip64 directory is not where it says");
  if (end.readUInt32LE(16) !== 0) throw damaged("it is one part of a split archive");
  const found = {
    count: Number(end.readBigUInt64LE(32)),
    bytes: Number(end.readBigUInt64LE(40)),
    offset: Number(end.readBigUInt64LE(48)),
    prefix: 0,
  };
  if (found.offset + found.bytes > at) throw damaged("its directory does not fit into it");
  return found;
}

function parseMembers(directory: Buffer, end: End): readonly ZipMember[] {
  const members: ZipMember[] = [];
  let at = 0;
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === 0x0201_4b50) {
    const lengths = [28, 30, 32].map((place) => directory.readUInt16LE(at + place));
    const next = at + 46 + lengths.reduce((sum, length) => sum + length, 0);
    if (next > directory.length) break;
    members.push(parseMember(directory.subarray(at, next), end.prefix));
    at = next;
  }
  if (members.length !== end.count) throw damaged(`${members.length} of its ${end.count} members are in its directory`);
  return members;
}

function parseMember(record: Buffer, prefix: number): ZipMember {
  const flags = record.readUInt16LE(8);
  const nameEnd = 46 + record.readUInt16LE(28);
  const rawName = Buffer.from(record.subarray(46, nameEnd));
  const extra = parseExtra(record.subarray(nameEnd, nameEnd + record.readUInt16LE(30)));
  const sizes = readSizes(record, extra.get(1));
  const attributes = record.readUInt32LE(38);
  const name = decodeName(rawName, (flags & 0x800) !== 0, extra.get(0x7075)).replaceAll("\\", "/");
  return {
    name,
    rawName,
    method: record.readUInt16LE(10),
    crc: record.readUInt32LE(16),
    packedBytes: sizes.packedBytes,
    bytes: sizes.bytes,
    offset: sizes.offset + prefix,
    isEncrypted: (flags & 0x2041) !== 0,
    isFolder: name.endsWith("/"),
    isLink: ((attributes >>> 16) & 0xf000) === 0xa000,
  };
}

function parseExtra(bytes: Buffer): ReadonlyMap<number, Buffer> {
  const fields = new Map<number, Buffer>();
  for (let at = 0; at + 4 <= bytes.length; ) {
    const until = at + 4 + bytes.readUInt16LE(at + 2);
    if (until > bytes.length) break;
    fields.set(bytes.readUInt16LE(at), bytes.subarray(at + 4, until));
    at = until;
  }
  return fields;
}

/** Reads sizes and place; what does not fit 32 bits stands in the zip64 field, in this order. */
function readSizes(record: Buffer, zip64: Buffer | undefined) {
  let at = 0;
  const take = (place: number) => {
    const value = record.readUInt32LE(place);
    if (value !== unknown32) return value;
    if (zip64 === undefined || at + 8 > zip64.length) throw damaged("the size of a member is missing");
    at += 8;
    return Number(zip64.readBigUInt64LE(at - 8));
  };
  const bytes = take(24);
  const packedBytes = take(20);
  return { bytes, packedBytes, offset: take(42) };
}

/** Names are UTF-8 if flagged or if they can be, else what a second field says, else the code page of DOS in Russian. */
function decodeName(bytes: Buffer, isUtf8: boolean, unicode: Buffer | undefined): string {
  if (!isUtf8 && unicode !== undefined && unicode.length > 5) return unicode.toString("utf8", 5);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return isUtf8 ? bytes.toString("utf8") : new TextDecoder("ibm866").decode(bytes);
  }
}

function refuseOverlaps(members: readonly ZipMember[], directoryAt: number): void {
  const sorted = members.toSorted((one, other) => one.offset - other.offset);
  for (const [index, { offset, packedBytes, name }] of sorted.entries()) {
    const until = sorted[index + 1]?.offset ?? directoryAt;
    if (offset + 30 + packedBytes > until) throw damaged(`its member ${JSON.stringify(name)} lies across another`);
  }
}

/** Reads exactly this many bytes. */
export async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let held = 0;
  while (held < length) {
    const { bytesRead } = await file.read(buffer, held, length - held, position + held);
    if (bytesRead === 0) throw damaged("it ends too early");
    held += bytesRead;
  }
  return buffer;
}
