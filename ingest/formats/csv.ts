import { rmSync } from "node:fs";
import { quoteText } from "../../warehouse/sql.ts";
import { countMatches, nameCells, neededNames, requireColumns } from "../header.ts";
import type { Dialect, Feed } from "../source.ts";
import { type Head, type Header, proposeDelimiter, readHead, readHeader } from "./head.ts";
import { type Draft, FileFault, type FormatReader, type ReadOptions, type Records } from "./reader.ts";
import { copyRegular, needsCopy, requireWhole } from "./regular.ts";
import { longestRecord, type Scan, type ScanOptions, scanRecords, scanStart } from "./scan.ts";
import { withUtf8 } from "./transcode.ts";

const mostColumns = 500;
/** What DuckDB reads at a time: several of the longest records; its default of 32 MB costs memory and gains nothing. */
const bufferBytes = 8 * longestRecord.bytes;
const delimiters = [";", ",", "\t", "|"];

/**
 * Reads a delimited text file: papaparse proposes the dialect, the header is compared by name, our scanner accounts for
 * every line, and DuckDB reads strictly what is regular.
 * @throws FileFault when the file is refused whole.
 */
export const readCsv: FormatReader = async (path, options) => {
  const { text, encoding, close } = await withUtf8(path, options);
  try {
    const records = await readUtf8(text, options);
    return {
      ...records,
      dialect: `${records.dialect}, ${encoding}`,
      close() {
        records.close();
        close();
      },
    };
  } catch (error) {
    close();
    throw error;
  }
};

async function readUtf8(path: string, options: ReadOptions): Promise<Records> {
  const head = readHead(path);
  const { dialect, header } = chooseDialect(options.feed, head);
  const names = nameCells(header.cells);
  const headerLine = head.skippedLines + header.linesBefore + 1;
  requireShape(head, header, headerLine);
  requireColumns(options.feed, names, headerLine);
  const scanOptions = planScan(dialect, head, header, options.signal);
  const isPlainHeader = headerLine === 1 && header.lines === 1;
  const promised = isPlainHeader && !head.isWhole ? scanHead(head, scanOptions) : undefined;
  if (promised !== undefined) options.stageAhead?.(draftRecords({ path, skip: 1 }, dialect, names, promised));
  const scan = await scanRecords(path, scanOptions);
  requireWhole(scan);
  const copy = needsCopy(scan) || !isPlainHeader ? await copyRegular(path, scanOptions, scan, options.work) : undefined;
  const source = { path: copy ?? path, skip: copy === undefined ? 1 : 0 };
  return {
    ...draftRecords(source, dialect, names, scan),
    count: scan.records,
    diverted: scan.diverted,
    lineMap: scan.lineMap,
    recordLines: scan.recordLines,
    otherLines: headerLine - 1 + header.lines + scan.blankLines,
    physicalLines: headerLine - 1 + header.lines + scan.lines,
    headerLine,
    dialect: `delimiter ${JSON.stringify(dialect.delimiter)}, quote ${JSON.stringify(dialect.quote)}`,
    close() {
      if (copy !== undefined) rmSync(copy, { force: true });
    },
  };
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

function draftRecords(source: CsvSource, dialect: Dialect, names: readonly string[], scan: Scan): Draft {
  return {
    relation: readCsvSql(source, dialect, names.length, scan),
    columns: names.map((name, index) => ({ name, sql: `c${index}`, isPadded: scan.padded[index] ?? true })),
    gate: undefined,
    rawText: rawTextSql(dialect, names.length),
  };
}

/** Takes the dialect of the source, or the first candidate under which the header holds what the feed needs. */
function chooseDialect(feed: Feed, head: Head): { readonly dialect: Dialect; readonly header: Header } {
  const wanted = neededNames(feed).length;
  const attempt = (dialect: Dialect) => {
    const header = readHeader(head, dialect.delimiter, dialect.quote);
    return { dialect, header, matches: countMatches(feed, nameCells(header.cells)) };
  };
  const proposed = proposeDelimiter(head);
  const guesses = [...(proposed === undefined ? [] : [proposed]), ...delimiters].map((delimiter) =>
    attempt({ delimiter, quote: feed.dialect?.quote ?? '"' }),
  );
  const best = guesses.reduce((one, other) => (other.matches > one.matches ? other : one));
  if (feed.dialect === undefined) return best;
  const declared = attempt(feed.dialect);
  if (declared.matches < wanted && best.matches > declared.matches) {
    throw new FileFault(
      "dialect",
      `the delimiter is ${JSON.stringify(best.dialect.delimiter)}, the source says ${JSON.stringify(feed.dialect.delimiter)}`,
      "Change `dialect` in the source file, or export with the delimiter it names.",
      head.skippedLines + 1,
    );
  }
  return declared;
}

function requireShape(head: Head, header: Header, line: number): void {
  if (header.cells.length > mostColumns) {
    throw new FileFault(
      "header",
      `${header.cells.length} columns, at most ${mostColumns} are read`,
      "Export fewer columns, or check the delimiter.",
      line,
    );
  }
  if (head.text.trim() === "") throw new FileFault("empty", "the file holds no text", "Export it again.");
  const proto = header.cells.find((cell) => cell.trim() === "__proto__");
  if (proto !== undefined)
    throw new FileFault("header", "a column is named __proto__", "Rename it in the export.", line);
}

function planScan(dialect: Dialect, head: Head, header: Header, signal: AbortSignal): ScanOptions {
  return {
    delimiter: dialect.delimiter.charCodeAt(0),
    quote: dialect.quote === "" ? undefined : dialect.quote.charCodeAt(0),
    fields: header.cells.length,
    from: {
      offset: head.skipped + header.bytes,
      line: head.skippedLines + header.linesBefore + header.lines + 1,
    },
    signal,
  };
}

/** The file DuckDB reads, and how many lines before the records it skips. */
interface CsvSource {
  readonly path: string;
  readonly skip: number;
}

function readCsvSql(source: CsvSource, dialect: Dialect, fields: number, scan: Scan): string {
  const columns = Array.from({ length: fields }, (_, index) => `c${index}: 'varchar'`);
  const quote = quoteText(dialect.quote);
  return `read_csv(${quoteText(source.path)}, auto_detect = false, header = false, skip = ${source.skip},
    delim = ${quoteText(dialect.delimiter)}, quote = ${quote}, escape = ${quote}, columns = {${columns.join(", ")}},
    strict_mode = true, max_line_size = ${longestRecord.bytes * 2}, buffer_size = ${bufferBytes}${scan.hasQuotedNewline ? ", parallel = false" : ""})`;
}

function rawTextSql(dialect: Dialect, fields: number): string {
  const quote = dialect.quote === "" ? undefined : quoteText(dialect.quote);
  const cells = Array.from({ length: fields }, (_, index) => {
    const cell = `coalesce(c${index}, '')`;
    if (quote === undefined) return cell;
    const special = [quote, quoteText(dialect.delimiter), "chr(10)"].map((text) => `contains(${cell}, ${text})`);
    return `case when ${special.join(" or ")} then ${quote} || replace(${cell}, ${quote}, ${quote} || ${quote}) || ${quote} else ${cell} end`;
  });
  return `left(concat_ws(${quoteText(dialect.delimiter)}, ${cells.join(", ")}), 10000)`;
}
