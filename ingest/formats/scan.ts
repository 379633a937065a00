import { isUtf8 } from "node:buffer";
import { open } from "node:fs/promises";
import { type Diverted, FileFault, type LineMap } from "./reader.ts";

/** Longest record, in bytes and in physical lines; a longer one is a quote that was never closed. */
export const longestRecord = { bytes: 1_048_576, lines: 1000 } as const;

const defaultChunk = 4 * 1_048_576;
const longestText = 10_000;

export interface ScanOptions {
  /** Byte between fields. */
  readonly delimiter: number;
  /** Byte around fields; undefined when the export never quotes. */
  readonly quote: number | undefined;
  /** Fields of a regular record. */
  readonly fields: number;
  /** Where records begin: the byte and the physical line after the header. */
  readonly from: { readonly offset: number; readonly line: number };
  /** Looks into a record that is regular so far; what it finds sets the line aside. */
  readonly inspect?: (bytes: Buffer, start: number, end: number) => LineFault | undefined;
  readonly signal: AbortSignal;
  /** Bytes read at a time; records may be longer. */
  readonly chunkBytes?: number;
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
}

/** Receives runs of regular records, bytes as they stand in the file; the bytes are reused after the call. */
export type RunSink = (run: Buffer) => void;

const ordinary = 0;
const delimiterClass = 1;
const quoteClass = 2;
const lineFeed = 3;
const carriageReturn = 4;
const nul = 5;

/**
 * Walks a delimited text file once: proves it to be UTF-8, counts records and physical lines, and sets irregular
 * lines aside.
 *
 * A record is regular when its quotes open and close at field borders and it has the fields expected. An irregular one
 * blames its first physical line only, and reading resumes with the next (ingest.md §7).
 * @throws FileFault for bytes that are not UTF-8 and for NUL bytes.
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
    }
    return walk.finish();
  } finally {
    await file.close();
  }
}

/** Walks the records that lie whole in the beginning of a file. It proves nothing about the rest, nor about UTF-8. */
export function scanStart(bytes: Buffer, options: ScanOptions): Scan {
  const walk = new Walk(options, undefined);
  const records = bytes.subarray(options.from.offset);
  walk.take(records, records.length, false);
  return walk.finish();
}

/** Proves bytes from `from` on to be UTF-8; returns up to where, leaving a character cut at the end for the next look. */
function requireUtf8(bytes: Buffer, from: number, isLast: boolean, firstLine: number): number {
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

/** The state of a walk between two chunks. */
class Walk {
  line: number;
  readonly #quote: number | undefined;
  readonly #fields: number;
  readonly #sink: RunSink | undefined;
  readonly #inspect: ScanOptions["inspect"];
  readonly #classes = new Uint8Array(256);
  readonly #padded: Uint8Array;
  readonly #diverted: Diverted[] = [];
  readonly #mapRecords: number[] = [];
  readonly #mapLines: number[] = [];
  #shift = Number.NaN;
  #records = 0;
  #recordLines = 0;
  #blankLines = 0;
  #lf = 0;
  #crlf = 0;
  #cr = 0;
  #hasQuotedNewline = false;
  #hasOddBlank = false;
  #endsTorn = false;
  #endsOpen = false;

  /** What the last `#readRecord` found. */
  #next = 0;
  #found = 0;
  #lines = 0;
  #fault: "quote" | "too_long" | undefined;
  #hasNewline = false;
  #isBlank = false;
  readonly #seen = { lf: 0, crlf: 0, cr: 0 };

  constructor(options: ScanOptions, sink: RunSink | undefined) {
    this.line = options.from.line;
    this.#quote = options.quote;
    this.#fields = options.fields;
    this.#padded = new Uint8Array(options.fields);
    this.#sink = sink;
    this.#inspect = options.inspect;
    this.#classes[10] = lineFeed;
    this.#classes[13] = carriageReturn;
    this.#classes[0] = nul;
    this.#classes[options.delimiter] = delimiterClass;
    if (options.quote !== undefined) this.#classes[options.quote] = quoteClass;
  }

  /** Takes whole records from the first `held` bytes; returns how many bytes were used. */
  take(bytes: Buffer, held: number, isLast: boolean): number {
    let at = 0;
    let run = 0;
    while (at < held) {
      if (!this.#readPlain(bytes, at, held) && !this.#readRecord(bytes, at, held, isLast)) break;
      const verdict = this.#isBlank ? undefined : this.#inspect?.(bytes, at, this.#next);
      if (this.#isBlank) {
        this.#flush(bytes, run, at);
        this.#blankLines += 1;
        if (this.#fields === 1 || (bytes[at] !== 10 && bytes[at] !== 13)) this.#hasOddBlank = true;
        run = this.#next;
      } else if (this.#fault === undefined && this.#found === this.#fields && verdict === undefined) {
        this.#countRecord();
      } else {
        this.#flush(bytes, run, at);
        this.#divert(bytes, at, held, isLast, verdict);
        run = this.#next;
      }
      this.line += this.#lines;
      this.#lf += this.#seen.lf;
      this.#crlf += this.#seen.crlf;
      this.#cr += this.#seen.cr;
      at = this.#next;
    }
    this.#flush(bytes, run, at);
    if (at > 0) this.#endsOpen = bytes[at - 1] !== 10 && bytes[at - 1] !== 13;
    return at;
  }

  finish(): Scan {
    return {
      records: this.#records,
      recordLines: this.#recordLines,
      blankLines: this.#blankLines,
      diverted: this.#diverted,
      lineMap: { records: this.#mapRecords, lines: this.#mapLines },
      newlines: { lf: this.#lf, crlf: this.#crlf, cr: this.#cr },
      lines: this.#lf + this.#crlf + this.#cr + (this.#endsOpen ? 1 : 0),
      padded: Array.from(this.#padded, (flag) => flag === 1),
      hasQuotedNewline: this.#hasQuotedNewline,
      hasOddBlank: this.#hasOddBlank,
      endsTorn: this.#endsTorn,
    };
  }

  #flush(bytes: Buffer, from: number, until: number): void {
    if (until > from) this.#sink?.(bytes.subarray(from, until));
  }

  #countRecord(): void {
    this.#records += 1;
    this.#recordLines += this.#lines;
    if (this.#hasNewline) this.#hasQuotedNewline = true;
    const shift = this.line - this.#records;
    if (shift !== this.#shift) {
      this.#shift = shift;
      this.#mapRecords.push(this.#records);
      this.#mapLines.push(this.line);
    }
  }

  /**
   * Reads a record without quotes that a line feed ends, the usual one, in the shortest way; false for any other, which
   * is then read from its start again. Says of a record what `#readRecord` would say.
   */
  #readPlain(bytes: Buffer, start: number, held: number): boolean {
    const classes = this.#classes;
    const edges = edgeClasses;
    const padded = this.#padded;
    let field = 0;
    let fieldStart = start;
    let hasText = false;
    let at = start;
    for (; at < held; at += 1) {
      const kind = classes[bytes[at] ?? 0];
      if (kind === ordinary) continue;
      if (kind !== delimiterClass && kind !== lineFeed) return false;
      if ((edges[bytes[fieldStart] ?? 0] ?? 0) + (edges[bytes[at - 1] ?? 0] ?? 0) > 0) {
        if (padded[field] === 0 && mayBePadded(bytes, fieldStart, at)) padded[field] = 1;
      } else if (at > fieldStart) hasText = true;
      if (kind === lineFeed) break;
      field += 1;
      fieldStart = at + 1;
    }
    if (at >= held || !hasText || at - start >= longestRecord.bytes) return false;
    const seen = this.#seen;
    seen.lf = 1;
    seen.crlf = 0;
    seen.cr = 0;
    this.#fault = undefined;
    this.#hasNewline = false;
    return this.#end(start, at + 1, field + 1, 1, true);
  }

  /**
   * Reads the record at `start`; false when it may go on in bytes not read yet. A line feed, a carriage return and the
   * two together each end a line.
   */
  #readRecord(bytes: Buffer, start: number, held: number, isLast: boolean): boolean {
    const classes = this.#classes;
    const seen = this.#seen;
    seen.lf = 0;
    seen.crlf = 0;
    seen.cr = 0;
    let fields = 1;
    let fieldStart = start;
    let isQuoted = false;
    let afterQuote = false;
    let hasText = false;
    let newlines = 0;
    this.#fault = undefined;
    this.#hasNewline = false;
    this.#isBlank = false;
    let at = start;
    for (; at < held; at += 1) {
      const kind = classes[bytes[at] ?? 0];
      if (kind === ordinary) {
        if (afterQuote) {
          this.#fault = "quote";
          return this.#endLine(bytes, start, held, isLast);
        }
        if (!hasText && bytes[at] !== 32 && bytes[at] !== 9) hasText = true;
        continue;
      }
      if (kind === nul) {
        throw new FileFault(
          "nul",
          "a NUL byte stands in the text",
          "Export the file as UTF-8 text. If it is UTF-16, declare it: encoding: utf-16le.",
          this.line + newlines,
        );
      }
      if (kind === quoteClass) {
        hasText = true;
        if (isQuoted) {
          if (at + 1 >= held && !isLast) return this.#tooLong(bytes, start, held, isLast);
          if (at + 1 < held && bytes[at + 1] === this.#quote) at += 1;
          else {
            isQuoted = false;
            afterQuote = true;
          }
        } else if (at === fieldStart) isQuoted = true;
        else {
          this.#fault = "quote";
          return this.#endLine(bytes, start, held, isLast);
        }
        continue;
      }
      if (kind === delimiterClass) {
        if (isQuoted) continue;
        if (mayBePadded(bytes, fieldStart, at)) this.#padded[fields - 1] = 1;
        fields += 1;
        fieldStart = at + 1;
        afterQuote = false;
        continue;
      }
      if (kind === carriageReturn) {
        if (at + 1 >= held && !isLast) return this.#tooLong(bytes, start, held, isLast);
        if (at + 1 < held && bytes[at + 1] === 10) {
          at += 1;
          seen.crlf += 1;
        } else seen.cr += 1;
      } else seen.lf += 1;
      newlines += 1;
      if (!isQuoted) {
        at += 1;
        if (mayBePadded(bytes, fieldStart, at)) this.#padded[fields - 1] = 1;
        return this.#end(start, at, fields, newlines, hasText) || this.#endLine(bytes, start, held, isLast);
      }
      this.#hasNewline = true;
      if (newlines >= longestRecord.lines || at - start > longestRecord.bytes) {
        this.#fault = "quote";
        return this.#endLine(bytes, start, held, isLast);
      }
    }
    if (!isLast) return this.#tooLong(bytes, start, held, isLast);
    if (isQuoted) {
      this.#fault = "quote";
      this.#endsTorn = newlines === 0;
      return this.#endLine(bytes, start, held, isLast);
    }
    this.#endsTorn = hasText && newlines === 0 && fields < this.#fields;
    if (mayBePadded(bytes, fieldStart, at)) this.#padded[fields - 1] = 1;
    return this.#end(start, at, fields, newlines + 1, hasText) || this.#endLine(bytes, start, held, isLast);
  }

  /** Ends a record whose quotes are closed; false when it is too long. */
  #end(start: number, next: number, fields: number, lines: number, hasText: boolean): boolean {
    this.#next = next;
    this.#found = fields;
    this.#lines = lines;
    this.#isBlank = !hasText;
    if (next - start > longestRecord.bytes) this.#fault = "too_long";
    return this.#fault === undefined;
  }

  /** The record goes on beyond the bytes held: wait for more, unless it is too long already. */
  #tooLong(bytes: Buffer, start: number, held: number, isLast: boolean): boolean {
    if (held - start <= longestRecord.bytes) return false;
    this.#fault = this.#seen.lf + this.#seen.crlf + this.#seen.cr > 0 ? "quote" : "too_long";
    return this.#endLine(bytes, start, held, isLast);
  }

  /** Ends an irregular record with its first physical line; false when that line may go on in bytes not read yet. */
  #endLine(bytes: Buffer, start: number, held: number, isLast: boolean): boolean {
    let at = start;
    while (at < held && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
    if (at >= held && !isLast) return false;
    if (at + 1 >= held && bytes[at] === 13 && !isLast) return false;
    this.#seen.lf = 0;
    this.#seen.crlf = 0;
    this.#seen.cr = 0;
    if (bytes[at] === 10 && at < held) this.#seen.lf = 1;
    else if (at + 1 < held && bytes[at + 1] === 10) {
      this.#seen.crlf = 1;
      at += 1;
    } else if (at < held) this.#seen.cr = 1;
    this.#next = Math.min(at + 1, held);
    this.#lines = 1;
    this.#found = 0;
    this.#isBlank = false;
    return true;
  }

  #divert(bytes: Buffer, at: number, held: number, isLast: boolean, verdict: LineFault | undefined): void {
    const spans = this.#lines;
    const found = this.#found;
    const fault = this.#fault;
    if (fault === undefined) this.#endLine(bytes, at, held, isLast);
    const text = bytes.toString("utf8", at, Math.min(this.#next, at + longestText * 4)).replace(/[\r\n]+$/, "");
    if (verdict?.isOpen && isLast && this.#next === held && bytes[held - 1] !== 10) this.#endsTorn = true;
    this.#diverted.push({
      line: this.line,
      rule: fault ?? verdict?.rule ?? "field_count",
      message:
        fault === undefined && verdict !== undefined ? verdict.message : describe(fault, found, this.#fields, spans),
      text: text.slice(0, longestText),
    });
  }
}

/** Bytes that a field without outer spaces neither begins nor ends with, and some more: 1. */
const edgeClasses = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte <= 32 || byte >= 0x80 || byte === 34 || byte === 39 ? 1 : 0,
);

/** Tells whether a field may begin or end with a space of any kind, inside its quotes if it has some; rarely too often. */
function mayBePadded(bytes: Buffer, from: number, until: number): boolean {
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

function describe(fault: "quote" | "too_long" | undefined, found: number, expected: number, spans: number): string {
  if (fault === "too_long") return `the line is longer than ${longestRecord.bytes} bytes`;
  if (fault === "quote")
    return "a quote is opened or closed inside a field, or never closed; only this line was set aside";
  const across = spans > 1 ? ` in a record of ${spans} lines` : "";
  return `${found} fields${across}, ${expected} expected`;
}
