import { rmSync } from "node:fs";
import { quoteText } from "../../warehouse/sql.ts";
import { foldName, knownNames, neededNames, pseudoColumns, requireColumns } from "../header.ts";
import type { Feed } from "../source.ts";
import { readHead } from "./head.ts";
import { deepest, inspectJsonLines } from "./json-line.ts";
import type { Draft, FormatReader, InputColumn, ReadOptions, Records } from "./reader.ts";
import { copyRegular, needsCopy, requireWhole } from "./regular.ts";
import { longestOf, longestRecord, type Scan, scanRecords } from "./scan.ts";
import { readAsUtf8 } from "./transcode.ts";

const mostKeys = 500;
/** A control character, which JSON text cannot hold: lines are read as one column. */
const noDelimiter = 1;

/**
 * Reads one JSON object a line. Our scanner bounds depth and length before any JSON function of DuckDB sees a line, and
 * values are taken as text by path, so long numbers stay exact. A key that no line has counts as a missing column.
 * @throws FileFault when the file is refused whole.
 */
export const readNdjson: FormatReader = (path, options) => readAsUtf8(path, options, readUtf8);

async function readUtf8(path: string, options: ReadOptions): Promise<Records> {
  const { feed, work, signal } = options;
  const head = readHead(path);
  const { depth, columns } = jsonLimits(feed);
  const lines = inspectJsonLines(depth, columns);
  const from = { offset: head.skipped, line: head.skippedLines + 1 };
  const longest = longestOf(feed);
  const scanned = { delimiter: noDelimiter, quote: undefined, fields: 1, longest, from, signal };
  const scan = await scanRecords(path, { ...scanned, inspect: lines.inspect });
  requireWhole(scan);
  const keys = [...lines.keys];
  requireKeys(feed, keys);
  const copy =
    needsCopy(scan) || head.skipped > 0
      ? await copyRegular(path, { ...scanned, inspect: inspectJsonLines(depth, columns).inspect }, scan, work)
      : undefined;
  return {
    ...draftLines(copy ?? path, feed, keys, longest),
    ...account(scan, head.skippedLines),
    close() {
      if (copy !== undefined) rmSync(copy, { force: true });
    },
  };
}

/** What a JSON file of a feed may ask for. */
export function jsonLimits({ limits }: Feed): NonNullable<Feed["limits"]> {
  const { bytes } = longestRecord;
  return limits ?? { record_size: bytes, value_size: bytes, columns: mostKeys, depth: deepest };
}

/** Plans how staging reads a file of one JSON object a line, none longer than `longest` bytes. */
export function draftLines(path: string, feed: Feed, keys: readonly string[], longest: number): Draft {
  return {
    relation: relationSql(path, longest),
    columns: planColumns(feed, keys),
    gate: { sql: "json_type(j) = 'OBJECT'", rule: "json", message: "the line is not one JSON object" },
    rawText: "left(line, 10000)",
  };
}

/**
 * Holds the keys of all records against what a feed needs; a path needs its first key.
 * @throws FileFault for a key that no record has.
 */
export function requireKeys(feed: Feed, keys: readonly string[]): void {
  if (keys.length === 0) return;
  const nested = neededNames(feed)
    .flat()
    .filter((name) => keys.includes(name.split(".")[0] ?? name));
  requireColumns(feed, [...keys, ...nested.filter((name) => !keys.includes(name))], undefined);
}

/** Names the keys found, and paths into them that the feed maps. */
function planColumns(feed: Feed, keys: readonly string[]): readonly InputColumn[] {
  const folded = new Set(keys.map(foldName));
  const wanted = knownNames(feed).filter(
    (name) => !folded.has(foldName(name)) && !pseudoColumns.some((pseudo) => pseudo === name) && name.includes("."),
  );
  return [
    ...keys.map((key) => ({ name: key, sql: pointerSql([key]), isPadded: true })),
    ...[...new Set(wanted)].map((name) => ({ name, sql: pointerSql(name.split(".")), isPadded: true })),
  ];
}

function pointerSql(parts: readonly string[]): string {
  const pointer = parts.map((part) => `/${part.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
  return `(j ->> ${quoteText(pointer)})`;
}

function relationSql(path: string, longest: number): string {
  return `(
    select line, case when json_valid(line) then cast(line as json) end as j
    from read_csv(${quoteText(path)}, auto_detect = false, header = false, delim = chr(${noDelimiter}), quote = '', escape = '',
        columns = {line: 'varchar'}, strict_mode = true, max_line_size = ${longest * 2}, buffer_size = ${longest * 16})
)`;
}

function account(scan: Scan, skippedLines: number) {
  return {
    count: scan.records,
    diverted: scan.diverted,
    lineMap: scan.lineMap,
    recordLines: scan.recordLines,
    otherLines: skippedLines + scan.blankLines,
    physicalLines: skippedLines + scan.lines,
    headerLine: undefined,
    dialect: "one JSON object a line",
  };
}
