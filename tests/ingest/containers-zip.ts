import { crc32, deflateRawSync } from "node:zlib";

/** One member to pack, and what is odd about it. */
export interface Packed {
  readonly name: string | Buffer;
  readonly content: string | Uint8Array;
  readonly isStored?: boolean;
  /** Sizes and checksum stand behind the bytes. */
  readonly hasDescriptor?: boolean;
  /** Sizes and place stand in a zip64 field. */
  readonly isZip64?: boolean;
  readonly flags?: number;
  readonly method?: number;
  /** Mode of Unix, such as 0o120777 for a link. */
  readonly mode?: number;
  readonly crc?: number;
  /** Size that the directory claims. */
  readonly bytes?: number;
}

export interface ZipOptions {
  readonly isZip64?: boolean;
  readonly prefix?: Uint8Array;
  readonly comment?: string;
}

/** Writes a zip archive, byte by byte. */
export function zip(members: readonly Packed[], options: ZipOptions = {}): Buffer {
  const prefix = Buffer.from(options.prefix ?? []);
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const facts = describe(member);
    const local = packLocal(member, facts);
    directory.push(packEntry(member, facts, offset));
    locals.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  return Buffer.concat([prefix, ...locals, entries, packEnd(members.length, entries.length, offset, options)]);
}

interface Facts {
  readonly name: Buffer;
  readonly data: Buffer;
  readonly bytes: number;
  readonly crc: number;
  readonly method: number;
  readonly flags: number;
}

function describe(member: Packed): Facts {
  const content = Buffer.from(member.content);
  return {
    name: Buffer.from(member.name),
    data: member.isStored ? content : deflateRawSync(content),
    bytes: member.bytes ?? content.length,
    crc: member.crc ?? crc32(content),
    method: member.method ?? (member.isStored ? 0 : 8),
    flags: member.flags ?? (typeof member.name === "string" ? 0x800 : 0) | (member.hasDescriptor ? 8 : 0),
  };
}

function packLocal(member: Packed, { name, data, bytes, crc, method, flags }: Facts): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(method, 8);
  const descriptor = Buffer.alloc(member.hasDescriptor ? 16 : 0);
  const at = member.hasDescriptor ? descriptor : header.subarray(10);
  if (member.hasDescriptor) descriptor.writeUInt32LE(0x08074b50, 0);
  at.writeUInt32LE(crc, 4);
  at.writeUInt32LE(data.length, 8);
  at.writeUInt32LE(bytes, 12);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(0, 28);
  return Buffer.concat([header, name, data, descriptor]);
}

function packEntry(member: Packed, { name, data, bytes, crc, method, flags }: Facts, offset: number): Buffer {
  const entry = Buffer.alloc(46);
  const zip64 = Buffer.alloc(member.isZip64 ? 28 : 0);
  if (member.isZip64) {
    zip64.writeUInt16LE(1, 0);
    zip64.writeUInt16LE(24, 2);
    [bytes, data.length, offset].forEach((value, index) => {
      zip64.writeBigUInt64LE(BigInt(value), 4 + index * 8);
    });
  }
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(0x0314, 4);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(method, 10);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(member.isZip64 ? 0xffffffff : data.length, 20);
  entry.writeUInt32LE(member.isZip64 ? 0xffffffff : bytes, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt16LE(zip64.length, 30);
  entry.writeUInt32LE(((member.mode ?? 0o100644) << 16) >>> 0, 38);
  entry.writeUInt32LE(member.isZip64 ? 0xffffffff : offset, 42);
  return Buffer.concat([entry, name, zip64]);
}

function packEnd(count: number, bytes: number, offset: number, { isZip64, comment = "", prefix }: ZipOptions): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(isZip64 ? 0xffff : count, 8);
  end.writeUInt16LE(isZip64 ? 0xffff : count, 10);
  end.writeUInt32LE(isZip64 ? 0xffffffff : bytes, 12);
  end.writeUInt32LE(isZip64 ? 0xffffffff : offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  if (!isZip64) return Buffer.concat([end, Buffer.from(comment)]);
  const big = Buffer.alloc(56);
  big.writeUInt32LE(0x06064b50, 0);
  big.writeBigUInt64LE(44n, 4);
  [count, count, bytes, offset].forEach((value, index) => {
    big.writeBigUInt64LE(BigInt(value), 24 + index * 8);
  });
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + bytes + (prefix?.length ?? 0)), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([big, locator, end, Buffer.from(comment)]);
}
