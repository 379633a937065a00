import { isUtf8 } from "node:buffer";
import { FileFault } from "./reader.ts";

/**
 * Proves bytes from `from` on to be UTF-8; returns up to where, leaving a character cut at the end for the next look.
 * @throws FileFault naming the line of the first byte that is not.
 */
export function requireUtf8(bytes: Buffer, from: number, isLast: boolean, firstLine: number): number {
  const until = isLast ? bytes.length : wholeCharacters(bytes);
  if (until <= from || isUtf8(bytes.subarray(from, until))) return Math.max(from, until);
  const bad = findInvalid(bytes, from);
  const line = firstLine + countNewlines(bytes.subarray(0, bad));
  throw new FileFault(
    "encoding",
    `byte 0x${(bytes[bad] ?? 0).toString(16).toUpperCase().padStart(2, "0")} is not UTF-8`,
    "Declare the file's encoding in the source (encoding: windows-1251, windows-1252, …), or export it as UTF-8.",
    line,
  );
}

/** Finds the first byte that begins no UTF-8 character; lines that are fine are stepped over whole. */
function findInvalid(bytes: Buffer, from: number): number {
  let at = from;
  for (let end = bytes.indexOf(10, at); end >= 0 && isUtf8(bytes.subarray(at, end)); end = bytes.indexOf(10, at))
    at = end + 1;
  while (at < bytes.length) {
    const length = characterLength(bytes[at] ?? 0);
    if (!isUtf8(bytes.subarray(at, at + length))) return at;
    at += length;
  }
  return at;
}

function characterLength(lead: number): number {
  if (lead < 0xc0) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

function wholeCharacters(bytes: Buffer): number {
  let end = bytes.length;
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      if (characterLength(byte) > back) end = bytes.length - back;
      break;
    }
  }
  return end;
}

function countNewlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}
