import { isInsideText, mayGoOn } from "./early-close.ts";
import { edgeClasses, mayBePadded } from "./padding.ts";
import type { Diverted, OtherLine } from "./reader.ts";
import {
  contexts,
  type LineFault,
  longestRecord,
  type Mending,
  type RunSink,
  type Scan,
  type ScanOptions,
  type Strangers,
} from "./scan.ts";

const longestText = 10_000;
const mark = [0xef, 0xbb, 0xbf] as const;
const endOfFile = 0x1a;
/** Regular records after which a line is no longer taken for the rest of a broken record. */
const recordsToTrust = 3;
/** Lines of one quoted text after which its end is looked for before it is read on: a stray quote has none near. */
const linesToDoubt = 4;

const ordinary = 0;
const delimiterClass = 1;
const quoteClass = 2;
const lineFeed = 3;
const carriageReturn = 4;
const nul = 5;
const escapeClass = 6;

/** The state of a walk between two chunks. */
export class Walk {
  line: number;
  readonly #delimiter: number;
  readonly #quote: number | undefined;
  readonly #fields: number;
  readonly #longest: number;
  readonly #sink: RunSink | undefined;
  readonly #inspect: ScanOptions["inspect"];
  readonly #escape: number | undefined;
  readonly #tell: ScanOptions["tell"];
  readonly #mend: ScanOptions["mend"];
  readonly #classes = new Uint8Array(256);
  readonly #padded: Uint8Array;
  readonly #diverted: Diverted[] = [];
  readonly #others: OtherLine[] = [];
  readonly #mended: Mending[] = [];
  #blankSpan: [first: number, last: number] | undefined;
  #hasStrayBytes = false;
  #context: number = contexts.record;
  #strangers: Strangers | undefined;
  #streak: Strangers | undefined;
  readonly #doubted: number[] = [];
  /** The last record, while lines below it may be the rest of its text: where it stands in the bytes at hand, or its own. */
  #aboveFrom = -1;
  #aboveTo = -1;
  #above: Buffer | undefined;
  /** Behind a broken line with quotes: the next ones may be the inside of its text, and are not mended. */
  #doubtful = 0;
  readonly #mapRecords: number[] = [];
  readonly #mapLines: number[] = [];
  #shift = Number.NaN;
  /** Where in the file the bytes at hand begin. */
  #base: number;
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
  #fault: Fault;
  /** The fault lies below the first line of what was read. */
  #brokeBelow = false;
  #hasNewline = false;
  #isBlank = false;
  readonly #seen = { lf: 0, crlf: 0, cr: 0 };
  /** Handed to `tell`, one object for all lines: it is called for each. */
  readonly #placed = { isRegular: true, line: 0, context: 0 };

  constructor(options: ScanOptions, sink: RunSink | undefined) {
    this.line = options.from.line;
    this.#base = options.from.offset;
    this.#delimiter = options.delimiter;
    this.#quote = options.quote;
    this.#fields = options.fields;
    this.#longest = options.longest ?? longestRecord.bytes;
    this.#padded = new Uint8Array(options.fields);
    this.#sink = sink;
    this.#inspect = options.inspect;
    this.#escape = options.escape;
    this.#tell = options.tell;
    this.#mend = options.mend;
    this.#classes[10] = lineFeed;
    this.#classes[13] = carriageReturn;
    this.#classes[0] = nul;
    this.#classes[options.delimiter] = delimiterClass;
    if (options.quote !== undefined) this.#classes[options.quote] = quoteClass;
    if (options.escape !== undefined) this.#classes[options.escape] = escapeClass;
  }

  /** Takes whole records from the first `held` bytes; returns how many bytes were used. */
  take(bytes: Buffer, held: number, isLast: boolean): number {
    const until = isLast ? this.#cutEnd(bytes, held) : held;
    let at = 0;
    let run = 0;
    while (at < until) {
      let start = at;
      if (bytes[at] === mark[0]) {
        if (until - at < mark.length && !isLast) break;
        if (bytes[at + 1] === mark[1] && bytes[at + 2] === mark[2]) start = at + mark.length;
      }
      if (!this.#readPlain(bytes, start, until) && !this.#readRecord(bytes, start, until, isLast)) break;
      if (start > at) {
        this.#flush(bytes, run, at);
        this.#hasStrayBytes = true;
        run = start;
      }
      run = this.#place(bytes, { run, start, held: until, isLast });
      this.line += this.#lines;
      this.#lf += this.#seen.lf;
      this.#crlf += this.#seen.crlf;
      this.#cr += this.#seen.cr;
      at = this.#next;
    }
    this.#flush(bytes, run, at);
    this.#keepAbove(bytes);
    if (at > 0) this.#endsOpen = bytes[at - 1] !== 10 && bytes[at - 1] !== 13;
    if (until < held) this.#endMarked(bytes[until - 1], until > 0);
    const used = until < held ? held : at;
    this.#base += used;
    return used;
  }

  /** Puts what was read at `start` into its bucket; returns where the run of regular bytes begins from now on. */
  #place(bytes: Buffer, { run, start, held, isLast }: { run: number; start: number; held: number; isLast: boolean }) {
    if (this.#isBlank) {
      this.#flush(bytes, run, start);
      this.#blank(bytes[start] ?? 0);
      return this.#next;
    }
    const verdict = this.#inspect?.(bytes, start, this.#next);
    if (this.#fault === undefined && this.#found === this.#fields && verdict === undefined) {
      const kind = this.#tell?.(bytes, start, this.#next, this.#placeNow(true));
      if (kind === undefined) {
        this.#countRecord();
        this.#aboveFrom = start;
        this.#aboveTo = this.#next;
        return run;
      }
      this.#flush(bytes, run, start);
      this.#setOther(bytes, start, kind);
      return this.#next;
    }
    this.#flush(bytes, run, start);
    this.#placeIrregular(bytes, start, held, isLast, verdict);
    return this.#next;
  }

  /** A line that is no record is one without data, or can be mended, or is set aside. */
  #placeIrregular(bytes: Buffer, at: number, held: number, isLast: boolean, verdict: LineFault | undefined): void {
    const found = { spans: this.#lines, fields: this.#found, fault: this.#fault };
    if (this.#fault === undefined) this.#endLine(bytes, at, held, isLast);
    const kind = this.#fault === "nul" ? undefined : this.#tell?.(bytes, at, this.#next, this.#placeNow(false));
    if (kind !== undefined) {
      this.#endsTorn = false;
      this.#setOther(bytes, at, kind);
      return;
    }
    const isOneLine = !this.#brokeBelow && (found.fault !== undefined || found.spans === 1);
    const mended =
      verdict === undefined && isOneLine && this.#doubtful === 0
        ? this.#mend?.(bytes.subarray(at, this.#textEnd(bytes, at)))
        : undefined;
    if (mended === undefined || (mended.rule === "padded" && this.#endsTorn)) {
      this.#divert(bytes, at, held, isLast, verdict, found);
      return;
    }
    this.#forgetAbove();
    this.#above = mended.bytes;
    this.#endsTorn = false;
    this.#hasNewline = false;
    this.#sink?.(mended.bytes, undefined);
    this.#countRecord();
    this.#mended.push({
      record: this.#records,
      line: this.line,
      rule: mended.rule,
      text: this.#textOf(bytes, at),
    });
  }

  #placeNow(isRegular: boolean) {
    const place = this.#placed;
    place.isRegular = isRegular;
    place.line = this.line;
    place.context = this.#context;
    return place;
  }

  #blank(first: number): void {
    this.#blankLines += 1;
    this.#blankSpan ??= [this.line, this.line];
    this.#blankSpan[1] = this.line;
    this.#context = Math.max(this.#context, contexts.gap);
    if (this.#fields === 1 || (first !== 10 && first !== 13)) this.#hasOddBlank = true;
  }

  #setOther(bytes: Buffer, at: number, kind: OtherLine["kind"]): void {
    this.#context = kind === "footer" ? contexts.total : Math.max(this.#context, contexts.gap);
    this.#others.push({
      kind,
      line: this.line,
      lines: this.#lines,
      text: this.#textOf(bytes, at),
      afterRecord: this.#records,
    });
  }

  /** Leaves out the end-of-file characters that DOS programs write. */
  #cutEnd(bytes: Buffer, held: number): number {
    let end = held;
    while (end > 0 && bytes[end - 1] === endOfFile) end -= 1;
    return end;
  }

  #endMarked(before: number | undefined, hasBytes: boolean): void {
    this.#hasStrayBytes = true;
    if (hasBytes && before !== 10 && before !== 13) return;
    if (!hasBytes && this.#endsOpen) return;
    this.#endsOpen = true;
    this.#others.push({ kind: "end_mark", line: this.line, lines: 1, text: "", afterRecord: this.#records });
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
      others: this.#others,
      blankSpan: this.#blankSpan,
      mended: this.#mended,
      doubted: this.#doubted,
      hasStrayBytes: this.#hasStrayBytes,
      strangers: this.#strangers,
    };
  }

  #flush(bytes: Buffer, from: number, until: number): void {
    if (until > from) this.#sink?.(bytes.subarray(from, until), this.#base + from);
  }

  #countRecord(): void {
    this.#records += 1;
    this.#recordLines += this.#lines;
    this.#context = contexts.record;
    this.#streak = undefined;
    if (this.#doubtful > 0) this.#doubtful -= 1;
    if (this.#hasNewline) this.#hasQuotedNewline = true;
    const shift = this.line - this.#records;
    if (shift !== this.#shift) {
      this.#shift = shift;
      this.#mapRecords.push(this.#records);
      this.#mapLines.push(this.line);
    }
  }

  /**
   * Reads a record without quotes and escapes, the usual one, in the shortest way; false for any other, which
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
    if (at >= held || !hasText || at - start >= this.#longest) return false;
    const seen = this.#seen;
    const isDouble = bytes[at] === 13;
    seen.lf = isDouble ? 0 : 1;
    seen.crlf = isDouble ? 1 : 0;
    seen.cr = 0;
    this.#fault = undefined;
    this.#brokeBelow = false;
    this.#hasNewline = false;
    return this.#end(start, isDouble ? at + 2 : at + 1, field + 1, 1, true);
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
    this.#brokeBelow = false;
    this.#hasNewline = false;
    this.#isBlank = false;
    let at = start;
    for (; at < held; at += 1) {
      const kind = classes[bytes[at] ?? 0];
      if (kind === ordinary) {
        if (afterQuote && bytes[at] !== 32) {
          this.#fault = "quote";
          this.#brokeBelow = newlines > 0;
          return this.#endLine(bytes, start, held, isLast);
        }
        if (!hasText && bytes[at] !== 32 && bytes[at] !== 9) hasText = true;
        continue;
      }
      if (kind === nul) {
        this.#fault = "nul";
        this.#brokeBelow = newlines > 0;
        return this.#endLine(bytes, start, held, isLast);
      }
      if (kind === escapeClass) {
        hasText = true;
        if (at + 1 >= held && !isLast) return this.#tooLong(bytes, start, held, isLast);
        const next = bytes[at + 1] ?? 0;
        const isMeant = next === this.#quote || next === this.#escape;
        if (isQuoted ? !isMeant : isMeant || (this.#classes[next] ?? 0) !== ordinary || afterQuote) {
          this.#fault = "escape";
          this.#brokeBelow = newlines > 0;
          return this.#endLine(bytes, start, held, isLast);
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
          this.#fault = "quote";
          this.#brokeBelow = newlines > 0;
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
      const isEndless = newlines === linesToDoubt && this.#staysOpen(bytes, at, held);
      if (isEndless || newlines >= longestRecord.lines || at - start > this.#longest) {
        this.#fault = "quote";
        this.#brokeBelow = newlines > 0;
        return this.#endLine(bytes, start, held, isLast);
      }
    }
    if (!isLast) return this.#tooLong(bytes, start, held, isLast);
    if (isQuoted) {
      this.#fault = "quote";
      this.#brokeBelow = newlines > 0;
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
    if (next - start > this.#longest) this.#fault = "too_long";
    return this.#fault === undefined;
  }

  /** The record goes on beyond the bytes held: wait for more, unless it is too long already. */
  #tooLong(bytes: Buffer, start: number, held: number, isLast: boolean): boolean {
    if (held - start <= this.#longest) return false;
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

  #divert(
    bytes: Buffer,
    at: number,
    held: number,
    isLast: boolean,
    verdict: LineFault | undefined,
    { spans, fields, fault }: { spans: number; fields: number; fault: Fault },
  ): void {
    if (verdict?.isOpen && isLast && this.#next === held && bytes[held - 1] !== 10) this.#endsTorn = true;
    if (fault === undefined && verdict === undefined) this.#continueStreak(bytes, at, fields);
    if (this.#quote !== undefined && bytes.subarray(at, this.#next).includes(this.#quote)) {
      this.#doubtful = recordsToTrust;
      this.#doubtAbove(bytes, at, this.#quote);
    }
    this.#diverted.push({
      line: this.line,
      rule: fault ?? verdict?.rule ?? "field_count",
      message:
        fault === undefined && verdict !== undefined
          ? verdict.message
          : describe(fault, { found: fields, expected: this.#fields, spans, longest: this.#longest }),
      text: this.#textOf(bytes, at),
    });
  }

  /** The record above is in doubt where this line reads as the rest of it; a line that closes no text decides nothing. */
  #doubtAbove(bytes: Buffer, at: number, quote: number): void {
    const above = this.#aboveFrom < 0 ? this.#above : bytes.subarray(this.#aboveFrom, this.#aboveTo);
    const marks = { delimiter: this.#delimiter, quote, escape: this.#escape };
    const line = bytes.toString("utf8", at, this.#next);
    if (above === undefined || isInsideText(line, marks)) return;
    if (mayGoOn(above.toString("utf8"), line, marks, this.#fields)) this.#doubted.push(this.#records);
    this.#forgetAbove();
  }

  #forgetAbove(): void {
    this.#aboveFrom = -1;
    this.#above = undefined;
  }

  /** The bytes at hand are about to go. */
  #keepAbove(bytes: Buffer): void {
    if (this.#aboveFrom >= 0) this.#above = Buffer.from(bytes.subarray(this.#aboveFrom, this.#aboveTo));
    this.#aboveFrom = -1;
  }

  /** Follows lines of another number of fields; a gap before them and a record before that make them a table. */
  #continueStreak(bytes: Buffer, at: number, fields: number): void {
    const streak = this.#streak;
    if (streak?.fields === fields) this.#streak = { ...streak, lines: streak.lines + 1 };
    else {
      const isBehindGap = this.#context !== contexts.record && this.#records > 0;
      const beginsLikeHeader = !/\d/.test(this.#textOf(bytes, at));
      this.#streak = isBehindGap ? { line: this.line, lines: 1, fields, beginsLikeHeader } : undefined;
      this.#context = contexts.record;
    }
    if (this.#streak !== undefined && this.#streak.lines > (this.#strangers?.lines ?? 0))
      this.#strangers = this.#streak;
  }

  /** Where the text of the line at `at` ends, before its line break. */
  #textEnd(bytes: Buffer, at: number): number {
    let end = this.#next;
    while (end > at && (bytes[end - 1] === 10 || bytes[end - 1] === 13)) end -= 1;
    return end;
  }

  #textOf(bytes: Buffer, at: number): string {
    const text = bytes.toString("utf8", at, Math.min(this.#next, at + longestText * 4));
    return text.replace(/[\r\n]+$/, "").slice(0, longestText);
  }
}

type Fault = "quote" | "too_long" | "nul" | "escape" | undefined;

function isSpaces(bytes: Buffer, from: number, until: number): boolean {
  for (let at = from; at < until; at += 1) if (bytes[at] !== 32) return false;
  return true;
}

interface Measured {
  readonly found: number;
  readonly expected: number;
  readonly spans: number;
  readonly longest: number;
}

function describe(fault: Fault, { found, expected, spans, longest }: Measured): string {
  if (fault === "too_long") return `the line is longer than ${longest} bytes (limits.record_size)`;
  if (fault === "quote")
    return "a quote is opened or closed inside a field, or never closed; only this line was set aside";
  if (fault === "nul") return "a NUL byte stands in the text";
  if (fault === "escape") return "the escape mark stands before a character it has no meaning for";
  const across = spans > 1 ? ` in a record of ${spans} lines` : "";
  return `${found} fields${across}, ${expected} expected`;
}
