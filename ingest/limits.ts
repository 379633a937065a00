import { type Draft, FileFault, type Records } from "./formats/reader.ts";
import type { Feed } from "./source.ts";

/** Most columns of a table whose feed says nothing. */
export const usualColumns = 500;

/** Holds the size of a file against what its feed allows, before it is read. @throws FileFault */
export function requireSize({ limits }: Feed, bytes: number): void {
  if (limits?.bytes === undefined || bytes <= limits.bytes) return;
  throw tooMuch(`the file has ${bytes} bytes, at most ${limits.bytes} are read (limits.bytes)`);
}

/** Holds what was read against what the feed allows, before any of it is loaded. @throws FileFault */
export function requireCounts({ limits }: Feed, { columns, count, diverted }: Records): void {
  if (limits === undefined) return;
  const rows = count + diverted.length;
  if (limits.rows !== undefined && rows > limits.rows)
    throw tooMuch(`the file has ${rows} rows, at most ${limits.rows} are loaded (limits.rows)`);
  const own = columns.filter(({ isDerived }) => isDerived === undefined).length;
  if (own > limits.columns)
    throw tooMuch(`the file has ${own} columns, at most ${limits.columns} are read (limits.columns)`);
}

/** Plans what a record must meet to be read at all: of the reader, or that no value is longer than the feed allows. */
export function planGate({ format, limits }: Feed, { columns, gate }: Draft): Draft["gate"] {
  if (gate !== undefined || limits === undefined || format === "xml") return gate;
  const most = limits.value_size;
  const lengths = columns.map(({ sql }) => `coalesce(strlen(${sql}), 0)`);
  if (lengths.length === 0) return undefined;
  const longest = lengths.length === 1 ? lengths[0] : `greatest(${lengths.join(", ")})`;
  return {
    sql: `${longest} <= ${most}`,
    rule: "too_long",
    message: `a value is longer than ${most} bytes (limits.value_size)`,
  };
}

function tooMuch(message: string): FileFault {
  return new FileFault(
    "too_much",
    message,
    "Split the export into smaller files, or raise the limit of the feed in its source file.",
  );
}
