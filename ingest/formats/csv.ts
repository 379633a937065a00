import { rmSync } from "node:fs";
import { quoteText } from "../../warehouse/sql.ts";
import { entities } from "../contracts/entities.ts";
import { usualColumns } from "../limits.ts";
import type { Dialect, Feed } from "../source.ts";
import { cutRecord } from "../structure/cells.ts";
import { describeDialect, planLayout } from "../structure/dialect.ts";
import type { Layout } from "../structure/layout.ts";
import { planMend } from "../structure/mend.ts";
import { planTell } from "../structure/tell.ts";
import { planShape, planTypes } from "../structure/types.ts";
import { type Head, readHead } from "./head.ts";
import {
  type ControlLine,
  type Draft,
  FileFault,
  type FormatReader,
  type LineKinds,
  type OtherLine,
  type ReadOptions,
  type Records,
} from "./reader.ts";
import { copyRegular, needsCopy, RegularCopy, requireWhole } from "./regular.ts";
import { longestOf, type Scan, type ScanOptions, scanRecords, scanStart } from "./scan.ts";
import { readAsUtf8 } from "./transcode.ts";

/** What DuckDB reads at a time, in longest records; its default of 32 MB costs memory and gains nothing. */
const bufferRecords = 8;

/**
 * Reads a delimited text file: papaparse proposes the dialect, the header is compared by name, our scanner accounts for
 * every line, and DuckDB reads strictly what is regular.
 * @throws FileFault when the file is refused whole.
 */
export const readCsv: FormatReader = (path, options) => readAsUtf8(path, options, readUtf8);

async function readUtf8(path: string, options: ReadOptions): Promise<Records> {
  const { feed } = options;
  const head = readHead(path);
  const layout = planLayout(feed, head);
  const longest = longestOf(feed);
  requireShape(head, layout, feed.limits?.columns ?? usualColumns);
  const scanOptions = planScan(layout, head, feed, options.signal);
  const skip = countSkipped(head, layout);
  const promised = skip === undefined || head.isWhole ? undefined : scanHead(head, scanOptions);
  if (promised !== undefined)
    await options.stageAhead?.(draftRecords({ path, skip: skip ?? 0, longest }, layout, promised));
  const { scan, copy } = await scanAndCopy(
    path,
    scanOptions,
    skip === undefined,
    head.text.slice(0, layout.start),
    options,
  );
  const source = { path: copy ?? path, skip: copy === undefined ? (skip ?? 0) : 0, longest };
  const others = listOthers(layout, scan);
  return {
    ...draftRecords(source, layout, scan),
    count: scan.records,
    diverted: scan.diverted,
    lineMap: scan.lineMap,
    recordLines: scan.recordLines,
    otherLines: others.reduce((sum, { lines }) => sum + lines, 0),
    physicalLines: layout.startLine - 1 + scan.lines,
    headerLine: layout.headerLine,
    dialect: `${describeDialect(layout.dialect)}${layout.isTailed ? ", lines end with a delimiter the header lacks" : ""}`,
    lineKinds: countKinds(others),
    others,
    totals: readTotals(layout, scan),
    repairs: scan.mended,
    doubted: scan.doubted,
    close() {
      if (copy !== undefined) rmSync(copy, { force: true });
    },
  };
}

/** Walks the file, and writes its regular records on the way from where DuckDB could not read it as it stands. */
async function scanAndCopy(
  path: string,
  scanOptions: ScanOptions,
  isNeeded: boolean,
  lead: string,
  options: ReadOptions,
) {
  const begun = new RegularCopy(path, scanOptions.from.offset, options.work, options.dropAhead);
  if (isNeeded) begun.start();
  try {
    const scan = await scanRecords(path, scanOptions, (run, position) => begun.take(run, position));
    requireWhole(scan);
    if (!isNeeded && !needsCopy({ ...scan, newlines: addBreaks(scan.newlines, lead) })) {
      begun.remove();
      return { scan, copy: undefined };
    }
    return { scan, copy: begun.finish() ?? (await copyRegular(path, scanOptions, scan, options.work)) };
  } catch (error) {
    begun.remove();
    throw error;
  }
}

/** Adds the line breaks above the records: DuckDB skips those lines, and wants them alike too. */
function addBreaks({ lf, crlf, cr }: Scan["newlines"], lead: string): Scan["newlines"] {
  const breaks = lead.match(/\r\n|\n|\r/g) ?? [];
  const count = (kind: string) => breaks.filter((one) => one === kind).length;
  return { lf: lf + count("\n"), crlf: crlf + count("\r\n"), cr: cr + count("\r") };
}

/** Lists the lines without data; blank ones as a single entry. */
function listOthers({ above }: Layout, { others, blankLines, blankSpan }: Scan): readonly OtherLine[] {
  const blanks = above.filter(({ kind }) => kind === "blank");
  const lines = blanks.length + blankLines;
  const line = blanks[0]?.line ?? blankSpan?.[0] ?? 0;
  const blank = lines === 0 ? [] : [{ kind: "blank" as const, line, lines, text: "", afterRecord: 0 }];
  return [...above.filter(({ kind }) => kind !== "blank"), ...others, ...blank];
}

function countKinds(others: readonly OtherLine[]): LineKinds {
  const count = (...kinds: readonly OtherLine["kind"][]) =>
    others.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { lines }) => sum + lines, 0);
  return {
    preamble: count("preamble"),
    header: count("header"),
    repeatedHeader: count("repeated_header"),
    blank: count("blank", "separator", "end_mark"),
    footer: count("footer"),
  };
}

function readTotals({ dialect }: Layout, { others }: Scan): readonly ControlLine[] {
  return others
    .filter(({ kind }) => kind === "footer")
    .map(({ line, afterRecord, text }) => ({ line, afterRecord, cells: cutRecord(text, 0, dialect).cells }));
}

/** Lines DuckDB skips before the records; undefined where they hold quotes, or bytes it would stumble over. */
function countSkipped({ bytes, skipped, text }: Head, { start, startLine }: Layout): number | undefined {
  const lead = text.slice(0, start);
  if (/["'\0\ufeff]/.test(lead)) return undefined;
  const breaks = bytes.toString("utf8", 0, skipped) + lead;
  return (breaks.match(/\r\n|\n|\r/g)?.length ?? 0) === startLine - 1 ? startLine - 1 : undefined;
}

/** Walks the head; undefined when something in it is irregular, so that the file needs a copy or a single reader. */
function scanHead({ bytes }: Head, options: ScanOptions): Scan | undefined {
  try {
    const scan = scanStart(bytes, options);
    return needsCopy(scan) || scan.hasQuotedNewline ? undefined : scan;
  } catch (error) {
    if (error instanceof FileFault) return undefined;
    throw error;
  }
}

function draftRecords(source: CsvSource, { dialect, names }: Layout, scan: Scan): Draft {
  return {
    relation: readCsvSql(source, dialect, names.length, scan),
    texts: names.map((_, index) => `c${index}`),
    columns: names.map((name, index) => ({ name, sql: `c${index}`, isPadded: scan.padded[index] ?? true })),
    gate: undefined,
    rawText: rawTextSql(dialect, names.length),
  };
}

function requireShape({ skippedLines }: Head, { names, headerLine }: Layout, mostColumns: number): void {
  const line = headerLine ?? skippedLines + 1;
  if (names.length > mostColumns) {
    throw new FileFault(
      "header",
      `${names.length} columns, at most ${mostColumns} are read`,
      "Export fewer columns, check the delimiter, or raise limits.columns of the feed.",
      line,
    );
  }
  if (names.includes("__proto__"))
    throw new FileFault("header", "a column is named __proto__", "Rename it in the export.", line);
}

function planScan(layout: Layout, head: Head, feed: Feed, signal: AbortSignal): ScanOptions {
  const { dialect, names } = layout;
  const types = planTypes(feed, names, entities[feed.entity].key);
  return {
    delimiter: dialect.delimiter.charCodeAt(0),
    quote: dialect.quote === "" ? undefined : dialect.quote.charCodeAt(0),
    escape: dialect.escape?.charCodeAt(0),
    fields: names.length,
    longest: longestOf(feed),
    from: { offset: head.skipped + Buffer.byteLength(head.text.slice(0, layout.start)), line: layout.startLine },
    tell: planTell(feed, layout, types),
    mayBe: planShape(types),
    mend: planMend({ dialect, fields: names.length, types, pads: feed.padMissingTrailing === true }),
    signal,
  };
}

/** The file DuckDB reads, and how many lines before the records it skips. */
interface CsvSource {
  readonly path: string;
  readonly skip: number;
  /** Longest record, in bytes. */
  readonly longest: number;
}

function readCsvSql(source: CsvSource, dialect: Dialect, fields: number, scan: Scan): string {
  const columns = Array.from({ length: fields }, (_, index) => `c${index}: 'varchar'`);
  const quote = quoteText(dialect.quote);
  const mark = quoteText(dialect.escape ?? dialect.quote);
  return `read_csv(${quoteText(source.path)}, auto_detect = false, header = false, skip = ${source.skip},
    delim = ${quoteText(dialect.delimiter)}, quote = ${quote}, escape = ${mark}, columns = {${columns.join(", ")}},
    strict_mode = true, max_line_size = ${source.longest * 2}, buffer_size = ${source.longest * bufferRecords}${scan.hasQuotedNewline ? ", parallel = false" : ""})`;
}

function rawTextSql(dialect: Dialect, fields: number): string {
  const quote = dialect.quote === "" ? undefined : quoteText(dialect.quote);
  const cells = `[${Array.from({ length: fields }, (_, index) => `coalesce(c${index}, '')`).join(", ")}]`;
  const delimiter = quoteText(dialect.delimiter);
  return `left(array_to_string(${quote === undefined ? cells : quoteCells(cells, quote, delimiter)}, ${delimiter}), 10000)`;
}

function quoteCells(cells: string, quote: string, delimiter: string): string {
  const special = [quote, delimiter, "chr(10)"].map((text) => `contains(cell, ${text})`).join(" or ");
  const quoted = `${quote} || replace(cell, ${quote}, ${quote} || ${quote}) || ${quote}`;
  return `list_transform(${cells}, lambda cell: case when ${special} then ${quoted} else cell end)`;
}
