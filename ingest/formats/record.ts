import { edgeClasses, mayBePadded } from "./padding.ts";
import { longestRecord, type ScanOptions } from "./scan.ts";

/** Lines of one quoted text after which its end is looked for before it is read on: a stray quote has none near. */
const linesToDoubt = 4;

const ordinary = 0;
const delimiterClass = 1;
const quoteClass = 2;
const lineFeed = 3;
const carriageReturn = 4;
const nul = 5;
const escapeClass = 6;

/** Why a record cannot be read as one. */
export type Fault = "quote" | "too_long" | "nul" | "escape" | undefined;

/** Reads records in bytes, one at a time: where one ends, how many fields and lines it has, and what is wrong with it. */
export class RecordReader {
  /** What the last read found: where the next record begins. */
  next = 0;
  /** Fields; 0 for an irregular line. */
  fields = 0;
  /** Physical lines. */
  lines = 0;
  fault: Fault;
  /** The fault lies below the first line of what was read. */
  brokeBelow = false;
  /** A quoted text goes over a line's end. */
  hasNewline = false;
  isBlank = false;
  /** The file ends in the midst of this record. */
  endsTorn = false;
  /** Ends of lines, by kind. */
  readonly seen = { lf: 0, crlf: 0, cr: 0 };
  /** For each field, over all records read: does a value begin or end with a space, or with bytes that may be one? */
  readonly padded: Uint8Array;
  readonly longest: number;
  readonly #quote: number | undefined;
  readonly #escape: number | undefined;
  readonly #expected: number;
  readonly #classes = new Uint8Array(256);

  constructor({ delimiter, quote, escape: mark, fields, longest }: ScanOptions) {
    this.padded = new Uint8Array(fields);
    this.longest = longest ?? longestRecord.bytes;
    this.#quote = quote;
    this.#escape = mark;
    this.#expected = fields;
    this.#classes[10] = lineFeed;
    this.#classes[13] = carriageReturn;
    this.#classes[0] = nul;
    this.#classes[delimiter] = delimiterClass;
    if (quote !== undefined) this.#classes[quote] = quoteClass;
    if (mark !== undefined) this.#classes[mark] = escapeClass;
  }

  /**
   * Reads the record at `start`; false when it may go on in bytes not read yet. A line feed, a carriage return and the
   * two together each end a line.
   */
  read(bytes: Buffer, start: number, held: number, isLast: boolean): boolean {
    return this.#readPlain(bytes, start, held) || this.#readRecord(bytes, start, held, isLast);
  }

  /**
   * Reads a record without quotes and escapes, the usual one, in the shortest way; false for any other, which
   * is then read from its start again. Says of a record what `#readRecord` would say.
   */
  #readPlain(bytes: Buffer, start: number, held: number): boolean {
    const classes = this.#classes;
    const edges = edgeClasses;
    const padded = this.padded;
    let field = 0;
    let fieldStart = start;
    let hasText = false;
    let at = start;
    for (; at < held; at += 1) {
      const kind = classes[bytes[at] ?? 0];
      if (kind === ordinary) continue;
      if (
        kind === carriageReturn ? at + 1 >= held || bytes[at + 1] !== 10 : kind !== delimiterClass && kind !== lineFeed
      )
        return false;
      if ((edges[bytes[fieldStart] ?? 0] ?? 0) + (edges[bytes[at - 1] ?? 0] ?? 0) > 0) {
        if (padded[field] === 0 && mayBePadded(bytes, fieldStart, at)) padded[field] = 1;
      } else if (at > fieldStart) hasText = true;
      if (kind !== delimiterClass) break;
      field += 1;
      fieldStart = at + 1;
    }
    if (at >= held || !hasText || at - start >= this.longest) return false;
    const seen = this.seen;
    const isDouble = bytes[at] === 13;
    seen.lf = isDouble ? 0 : 1;
    seen.crlf = isDouble ? 1 : 0;
    seen.cr = 0;
    this.fault = undefined;
    this.brokeBelow = false;
    this.hasNewline = false;
    return this.#end(start, isDouble ? at + 2 : at + 1, field + 1, 1, true);
  }

  #readRecord(bytes: Buffer, start: number, held: number, isLast: boolean): boolean {
    const classes = this.#classes;
    const seen = this.seen;
    seen.lf = 0;
    seen.crlf = 0;
    seen.cr = 0;
    let fields = 1;
    let fieldStart = start;
    let isQuoted = false;
    let afterQuote = false;
    let hasText = false;
    let newlines = 0;
    this.fault = undefined;
    this.brokeBelow = false;
    this.hasNewline = false;
    this.isBlank = false;
    let at = start;
    for (; at < held; at += 1) {
      const kind = classes[bytes[at] ?? 0];
      if (kind === ordinary) {
        if (afterQuote && bytes[at] !== 32) {
          this.fault = "quote";
          this.brokeBelow = newlines > 0;
          return this.endLine(bytes, start, held, isLast);
        }
        if (!hasText && bytes[at] !== 32 && bytes[at] !== 9) hasText = true;
        continue;
      }
      if (kind === nul) {
        this.fault = "nul";
        this.brokeBelow = newlines > 0;
        return this.endLine(bytes, start, held, isLast);
      }
      if (kind === escapeClass) {
        hasText = true;
        if (at + 1 >= held && !isLast) return this.#tooLong(bytes, start, held, isLast);
        const next = bytes[at + 1] ?? 0;
        const isMeant = next === this.#quote || next === this.#escape;
        if (isQuoted ? !isMeant : isMeant || (this.#classes[next] ?? 0) !== ordinary || afterQuote) {
          this.fault = "escape";
          this.brokeBelow = newlines > 0;
          return this.endLine(bytes, start, held, isLast);
        }
        if (isQuoted) at += 1;
        continue;
      }
      if (kind === quoteClass) {
        hasText = true;
        if (isQuoted) {
          if (at + 1 >= held && !isLast) return this.#tooLong(bytes, start, held, isLast);
          if (at + 1 < held && bytes[at + 1] === this.#quote && this.#escape === undefined) at += 1;
          else {
            isQuoted = false;
            afterQuote = true;
          }
        } else if (!afterQuote && (at === fieldStart || isSpaces(bytes, fieldStart, at))) isQuoted = true;
        else {
          this.fault = "quote";
          this.brokeBelow = newlines > 0;
          return this.endLine(bytes, start, held, isLast);
        }
        continue;
      }
      if (kind === delimiterClass) {
        if (isQuoted) continue;
        if (mayBePadded(bytes, fieldStart, at)) this.padded[fields - 1] = 1;
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
        if (mayBePadded(bytes, fieldStart, at)) this.padded[fields - 1] = 1;
        return this.#end(start, at, fields, newlines, hasText) || this.endLine(bytes, start, held, isLast);
      }
      this.hasNewline = true;
      const isEndless = newlines === linesToDoubt && this.#staysOpen(bytes, at, held);
      if (isEndless || newlines >= longestRecord.lines || at - start > this.longest) {
        this.fault = "quote";
        this.brokeBelow = newlines > 0;
        return this.endLine(bytes, start, held, isLast);
      }
    }
    if (!isLast) return this.#tooLong(bytes, start, held, isLast);
    if (isQuoted) {
      this.fault = "quote";
      this.brokeBelow = newlines > 0;
      this.endsTorn = newlines === 0;
      return this.endLine(bytes, start, held, isLast);
    }
    this.endsTorn = hasText && newlines === 0 && fields < this.#expected;
    if (mayBePadded(bytes, fieldStart, at)) this.padded[fields - 1] = 1;
    return this.#end(start, at, fields, newlines + 1, hasText) || this.endLine(bytes, start, held, isLast);
  }

  /** Tells whether quoted text goes on for more lines than a record may have. In doubt, it is read on. */
  #staysOpen(bytes: Buffer, at: number, held: number): boolean {
    if (this.#escape !== undefined) return false;
    const close = bytes.indexOf(this.#quote ?? 0, at);
    const until = close === -1 ? held : Math.min(close, held);
    let feed = at;
    for (let lines = linesToDoubt; lines < longestRecord.lines; lines += 1) {
      feed = bytes.indexOf(10, feed + 1);
      if (feed === -1 || feed >= until) return false;
    }
    const zero = bytes.indexOf(0, at);
    return zero === -1 || zero > feed;
  }

  /** Ends a record whose quotes are closed; false when it is too long. */
  #end(start: number, next: number, fields: number, lines: number, hasText: boolean): boolean {
    this.next = next;
    this.fields = fields;
    this.lines = lines;
    this.isBlank = !hasText;
    if (next - start > this.longest) this.fault = "too_long";
    return this.fault === undefined;
  }

  /** The record goes on beyond the bytes held: wait for more, unless it is too long already. */
  #tooLong(bytes: Buffer, start: number, held: number, isLast: boolean): boolean {
    if (held - start <= this.longest) return false;
    this.fault = this.seen.lf + this.seen.crlf + this.seen.cr > 0 ? "quote" : "too_long";
    return this.endLine(bytes, start, held, isLast);
  }

  /** Ends an irregular record with its first physical line; false when that line may go on in bytes not read yet. */
  endLine(bytes: Buffer, start: number, held: number, isLast: boolean): boolean {
    let at = start;
    while (at < held && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
    if (at >= held && !isLast) return false;
    if (at + 1 >= held && bytes[at] === 13 && !isLast) return false;
    this.seen.lf = 0;
    this.seen.crlf = 0;
    this.seen.cr = 0;
    if (bytes[at] === 10 && at < held) this.seen.lf = 1;
    else if (at + 1 < held && bytes[at + 1] === 10) {
      this.seen.crlf = 1;
      at += 1;
    } else if (at < held) this.seen.cr = 1;
    this.next = Math.min(at + 1, held);
    this.lines = 1;
    this.fields = 0;
    this.isBlank = false;
    return true;
  }
}

function isSpaces(bytes: Buffer, from: number, until: number): boolean {
  for (let at = from; at < until; at += 1) if (bytes[at] !== 32) return false;
  return true;
}
