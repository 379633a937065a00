import { closeSync, openSync, readSync } from "node:fs";
import type { Feed } from "../../source.ts";

const headBytes = 65_536;

/**
 * Tells JSON of one document from one object a line: an array at the outermost, a path to the rows, or an object that does not
 * end on its first line.
 */
export function isDocument(path: string, { format, rows }: Pick<Feed, "format" | "rows">): boolean {
  const text = readText(path);
  const start = /[^\s\ufeff]/.exec(text)?.index ?? 0;
  if (text[start] === "[") return true;
  if (text[start] !== "{" || format !== "json") return false;
  if (rows !== undefined && rows !== "$") return true;
  return !isWhole(text.slice(start).split(/[\r\n]/, 1)[0] ?? "");
}

function isWhole(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** The beginning of a file, letters of UTF-16 without their zero bytes. */
function readText(path: string): string {
  const descriptor = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(headBytes);
    const bytes = buffer.subarray(0, readSync(descriptor, buffer, 0, headBytes, 0));
    const isWide = bytes.includes(0);
    return isWide
      ? Buffer.from(bytes.filter((byte) => byte !== 0 && byte < 0x80)).toString("latin1")
      : bytes.toString();
  } finally {
    closeSync(descriptor);
  }
}
