import { FileFault } from "./reader.ts";
import type { LineFault } from "./scan.ts";

/** Deepest nesting of a line; far deeper ends the process inside DuckDB (reliability.md §1.10). */
export const deepest = 100;

const quote = 0x22;
const backslash = 0x5c;

/** Looks into lines of JSON one after another, and remembers the keys of their objects. */
export interface JsonLines {
  /** Keys of the outermost objects, in order of appearance. */
  readonly keys: ReadonlySet<string>;
  /** Finds what makes a line unfit for DuckDB's JSON functions. Full validity is for DuckDB to say. */
  inspect(bytes: Buffer, start: number, end: number): LineFault | undefined;
}

/** Starts a look over the lines of one file. @throws FileFault while it looks, for too many different keys. */
export function inspectJsonLines(deepestAllowed: number, mostKeys: number): JsonLines {
  const lastSeen = new Map<string, number>();
  let line = 0;
  return {
    get keys() {
      return new Set(lastSeen.keys());
    },
    inspect(bytes, start, end) {
      line += 1;
      const nested: (Set<string> | undefined)[] = [];
      let depth = 0;
      let isKey = false;
      for (let at = start; at < end; at += 1) {
        const byte = bytes[at];
        if (byte === quote) {
          const close = endOfString(bytes, at + 1, end);
          if (close < 0) return unfit("a text in the line never ends", true);
          if (isKey) {
            const key = readKey(bytes, at, close);
            if (key === "__proto__") return unfit("a key is named __proto__", false);
            const isTwice = depth === 1 ? lastSeen.get(key) === line : nested[depth]?.has(key);
            if (isTwice) return unfit(`the key ${key} stands twice`, false);
            if (depth === 1) lastSeen.set(key, line);
            if (lastSeen.size > mostKeys) throw tooManyKeys(mostKeys);
            else nested[depth]?.add(key);
            isKey = false;
          }
          at = close;
        } else if (byte === 0x7b || byte === 0x5b) {
          depth += 1;
          isKey = byte === 0x7b;
          nested[depth] = isKey ? new Set() : undefined;
          if (depth > deepestAllowed)
            return { rule: "depth", message: `nested deeper than ${deepestAllowed} levels`, isOpen: false };
        } else if (byte === 0x7d || byte === 0x5d) {
          depth -= 1;
          isKey = false;
        } else if (byte === 0x2c) isKey = nested[depth] !== undefined;
        else if (byte === 0x4e || byte === 0x49) return unfit(`${readWord(bytes, at, end)} is no value of JSON`, false);
      }
      return depth === 0 ? undefined : unfit("brackets in the line are not balanced", depth > 0);
    },
  };
}

function tooManyKeys(most: number): FileFault {
  return new FileFault(
    "header",
    `more than ${most} different keys`,
    "Export fewer keys, or raise limits.columns of the feed.",
  );
}

function unfit(message: string, isOpen: boolean): LineFault {
  return { rule: "json", message, isOpen };
}

function readWord(bytes: Buffer, from: number, end: number): string {
  return /^\w+/.exec(bytes.toString("latin1", from, Math.min(end, from + 20)))?.[0] ?? "";
}

function endOfString(bytes: Buffer, from: number, end: number): number {
  for (let at = from; at < end; at += 1) {
    if (bytes[at] === backslash) at += 1;
    else if (bytes[at] === quote) return at;
  }
  return -1;
}

/** Reads a key between its quotes. A key with an escape that is not valid stands for itself: DuckDB refuses the line. */
function readKey(bytes: Buffer, open: number, close: number): string {
  const text = bytes.toString("utf8", open + 1, close);
  if (!text.includes("\\")) return text;
  try {
    const parsed: unknown = JSON.parse(`"${text}"`);
    return String(parsed);
  } catch {
    return text;
  }
}
