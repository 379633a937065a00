/** Bytes that a field without outer spaces neither begins nor ends with, and some more: 1. */
export const edgeClasses = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte <= 32 || byte >= 0x80 || byte === 34 || byte === 39 ? 1 : 0,
);

/** Tells whether a field may begin or end with a space of any kind, inside its quotes if it has some; rarely too often. */
export function mayBePadded(bytes: Buffer, from: number, until: number): boolean {
  let start = from;
  let end = until - 1;
  while (end >= start && (bytes[end] === 10 || bytes[end] === 13)) end -= 1;
  if (start >= end) return start === end && (bytes[start] ?? 0) <= 32;
  if (bytes[start] === 34 || bytes[start] === 39) start += 1;
  if (bytes[end] === 34 || bytes[end] === 39) end -= 1;
  return isSpaceLead(bytes[start] ?? 0) || isSpaceEnd(bytes, end);
}

/** ASCII blanks, or the first byte of a space beyond ASCII. */
function isSpaceLead(byte: number): boolean {
  return byte <= 32 || byte === 0xc2 || (byte >= 0xe1 && byte <= 0xe3) || byte === 0xef;
}

function isSpaceEnd(bytes: Buffer, end: number): boolean {
  const byte = bytes[end] ?? 0;
  if (byte <= 32) return true;
  if (byte < 0x80) return false;
  const lead = bytes[end - 2] ?? 0;
  return bytes[end - 1] === 0xc2 || (lead >= 0xe1 && lead <= 0xe3) || lead === 0xef;
}
