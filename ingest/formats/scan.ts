import { open } from "node:fs/promises";
import type { Feed } from "../source.ts";
import { type Diverted, FileFault, type LineMap, type OtherLine } from "./reader.ts";
import { requireUtf8 } from "./utf8.ts";
import { Walk } from "./walk.ts";

/**
 * Longest record, in bytes where a feed says nothing (`limits.record_size`), and in physical lines; a longer one is a quote
 * that was never closed.
 */
export const longestRecord = { bytes: 1_048_576, lines: 1000 } as const;

/** A line longer than this is not waited for: a file without line breaks is no table, and would fill the memory. */
const longestLine = 64 * 1_048_576;

const defaultChunk = 4 * 1_048_576;

/** Longest record of a feed, in bytes. */
export function longestOf({ limits }: Pick<Feed, "limits">): number {
  return limits?.record_size ?? longestRecord.bytes;
}

/** How a CSV file is cut into records. */
export interface ScanOptions {
  /** Byte between fields. */
  readonly delimiter: number;
  /** Byte around fields; undefined when the export never quotes. */
  readonly quote: number | undefined;
  /** Fields of a regular record. */
  readonly fields: number;
  /** Longest record, in bytes; default `longestRecord.bytes`. */
  readonly longest?: number | undefined;
  /** Where records begin: the byte and the physical line after the header. */
  readonly from: { readonly offset: number; readonly line: number };
  /** Byte that takes the meaning of a quote, or of itself, off the next one inside quotes; undefined: quotes are doubled. */
  readonly escape?: number | undefined;
  /** Tells lines that are no data, such as totals and repeated headers, from records. @throws FileFault */
  readonly tell?: Tell | undefined;
  /** Reads an irregular line in the one way it can be read; undefined where there is none, or more than one. */
  readonly mend?: ((line: Buffer) => Mended | undefined) | undefined;
  /** Tells whether the columns may hold these fields; default they may. */
  readonly mayBe?: ((cells: readonly string[]) => boolean) | undefined;
  /** Looks into a record that is regular so far; what it finds sets the line aside. */
  readonly inspect?: (bytes: Buffer, start: number, end: number) => LineFault | undefined;
  readonly signal: AbortSignal;
  /** Bytes read at a time; records may be longer. */
  readonly chunkBytes?: number;
}

/** What stood before a line: a record; a blank line or one without data; a total. */
export const contexts = { record: 0, gap: 1, total: 2 } as const;

/** Says what the bytes from `start` up to `end` are when they are no data; `isRegular`: they read as a record. */
export type Tell = (
  bytes: Buffer,
  start: number,
  end: number,
  place: { readonly isRegular: boolean; readonly line: number; readonly context: number },
) => OtherLine["kind"] | undefined;

/** A record made of an irregular line, as the canonical copy holds it. */
export interface Mended {
  readonly rule: "inner_quote" | "plain_quote" | "empty_tail" | "padded";
  readonly bytes: Buffer;
}

/** A mended record: its ordinal, its line, and the text as it stood. */
export interface Mending {
  readonly record: number;
  readonly line: number;
  readonly rule: Mended["rule"];
  readonly text: string;
}

/** Why a line was set aside by a closer look. `isOpen`: it could be the beginning of a longer one. */
export interface LineFault {
  readonly rule: Diverted["rule"];
  readonly message: string;
  readonly isOpen: boolean;
}

/** The account of one pass over a file. */
export interface Scan {
  readonly records: number;
  readonly recordLines: number;
  readonly blankLines: number;
  readonly diverted: readonly Diverted[];
  readonly lineMap: LineMap;
  readonly newlines: { readonly lf: number; readonly crlf: number; readonly cr: number };
  /** Physical lines, counted by their ends. */
  readonly lines: number;
  readonly hasQuotedNewline: boolean;
  /** For each field: does a value of it begin or end with a space, or with bytes that may be one? */
  readonly padded: readonly boolean[];
  /** Blank lines that DuckDB would not skip. */
  readonly hasOddBlank: boolean;
  /** The file ends without a newline, in a line that is no regular record. */
  readonly endsTorn: boolean;
  /** Lines that are no data, but for blank ones. */
  readonly others: readonly OtherLine[];
  /** First and last of the blank lines. */
  readonly blankSpan: readonly [first: number, last: number] | undefined;
  readonly mended: readonly Mending[];
  /** Records whose text may go on in a line below that was set aside. */
  readonly doubted: readonly number[];
  /** Bytes beside the records that DuckDB would take for data: marks between them, an end-of-file character. */
  readonly hasStrayBytes: boolean;
  /** Lines after a gap that are no records and are all alike. */
  readonly strangers: Strangers | undefined;
}

/** Consecutive irregular lines of the same number of fields, from `line` on, behind a gap and at least one record. */
export interface Strangers {
  readonly line: number;
  readonly lines: number;
  readonly fields: number;
  /** The first of them has no digit, as a header. */
  readonly beginsLikeHeader: boolean;
}

/**
 * Receives runs of regular records: bytes as they stand in the file, with the position they begin at, and mended ones,
 * which stand nowhere in it. The bytes are reused after the call.
 */
export type RunSink = (run: Buffer, position: number | undefined) => void;

/**
 * Walks a delimited text file once: proves it to be UTF-8, counts records and physical lines, and sets irregular
 * lines aside.
 *
 * A record is regular when its quotes open and close at field borders and it has the fields expected. An irregular one
 * blames its first physical line only, and reading resumes with the next (ingest.md §7).
 * @throws FileFault for bytes that are not UTF-8 and for a line without end, and what `tell` throws.
 */
export async function scanRecords(path: string, options: ScanOptions, sink?: RunSink): Promise<Scan> {
  const walk = new Walk(options, sink);
  const file = await open(path, "r");
  try {
    const chunkBytes = Math.min(options.chunkBytes ?? defaultChunk, (await file.stat()).size + 1);
    let buffer = Buffer.allocUnsafeSlow(chunkBytes * 2);
    let held = 0;
    let position = options.from.offset;
    let isLast = false;
    let checked = 0;
    while (!isLast) {
      options.signal.throwIfAborted();
      if (buffer.length - held < chunkBytes)
        buffer = Buffer.concat([buffer.subarray(0, held), Buffer.allocUnsafeSlow(chunkBytes * 2)]);
      const { bytesRead } = await file.read(buffer, held, chunkBytes, position);
      position += bytesRead;
      held += bytesRead;
      isLast = bytesRead === 0;
      checked = requireUtf8(buffer.subarray(0, held), checked, isLast, walk.line);
      const used = walk.take(buffer, held, isLast);
      buffer.copyWithin(0, used, held);
      held -= used;
      checked -= used;
      if (held > longestLine) throw endlessLine(walk.line);
    }
    return walk.finish();
  } finally {
    await file.close();
  }
}

function endlessLine(line: number): FileFault {
  return new FileFault(
    "too_long",
    `the line has no end within ${longestLine / 1_048_576} MB: the file has no line breaks, or other ones than CR and LF`,
    "Check how the export ends its lines and whether it is a text at all; nothing of it was loaded.",
    line,
  );
}

/** Walks the records that lie whole in the beginning of a file. It proves nothing about the rest, nor about UTF-8. */
export function scanStart(bytes: Buffer, options: ScanOptions): Scan {
  const walk = new Walk(options, undefined);
  const records = bytes.subarray(options.from.offset);
  walk.take(records, records.length, false);
  return walk.finish();
}
