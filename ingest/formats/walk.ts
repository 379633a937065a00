import { Doubts } from "./doubts.ts";
import type { Diverted, OtherLine } from "./reader.ts";
import { type Fault, RecordReader } from "./record.ts";
import {
  contexts,
  type LineFault,
  type Mending,
  type RunSink,
  type Scan,
  type ScanOptions,
  type Strangers,
} from "./scan.ts";

const longestText = 10_000;
const mark = [0xef, 0xbb, 0xbf] as const;
const endOfFile = 0x1a;

/** Puts the records of a file, and the lines that are none, into their buckets: the state of that between two chunks. */
export class Walk {
  line: number;
  readonly #reader: RecordReader;
  readonly #doubts: Doubts;
  readonly #fields: number;
  readonly #sink: RunSink | undefined;
  readonly #inspect: ScanOptions["inspect"];
  readonly #tell: ScanOptions["tell"];
  readonly #mend: ScanOptions["mend"];
  readonly #diverted: Diverted[] = [];
  readonly #others: OtherLine[] = [];
  readonly #mended: Mending[] = [];
  #blankSpan: [first: number, last: number] | undefined;
  #hasStrayBytes = false;
  #context: number = contexts.record;
  #strangers: Strangers | undefined;
  #streak: Strangers | undefined;
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
  #endsOpen = false;
  /** Handed to `tell`, one object for all lines: it is called for each. */
  readonly #placed = { isRegular: true, line: 0, context: 0 };

  constructor(options: ScanOptions, sink: RunSink | undefined) {
    this.line = options.from.line;
    this.#base = options.from.offset;
    this.#reader = new RecordReader(options);
    this.#doubts = new Doubts(options);
    this.#fields = options.fields;
    this.#sink = sink;
    this.#inspect = options.inspect;
    this.#tell = options.tell;
    this.#mend = options.mend;
  }

  /** Takes whole records from the first `held` bytes; returns how many bytes were used. */
  take(bytes: Buffer, held: number, isLast: boolean): number {
    const reader = this.#reader;
    const until = isLast ? cutEnd(bytes, held) : held;
    let at = 0;
    let run = 0;
    while (at < until) {
      let start = at;
      if (bytes[at] === mark[0]) {
        if (until - at < mark.length && !isLast) break;
        if (bytes[at + 1] === mark[1] && bytes[at + 2] === mark[2]) start = at + mark.length;
      }
      if (!reader.read(bytes, start, until, isLast)) break;
      if (start > at) {
        this.#flush(bytes, run, at);
        this.#hasStrayBytes = true;
        run = start;
      }
      run = this.#place(bytes, { run, start, held: until, isLast });
      this.line += reader.lines;
      this.#lf += reader.seen.lf;
      this.#crlf += reader.seen.crlf;
      this.#cr += reader.seen.cr;
      at = reader.next;
    }
    this.#flush(bytes, run, at);
    this.#doubts.keepAll(bytes);
    if (at > 0) this.#endsOpen = bytes[at - 1] !== 10 && bytes[at - 1] !== 13;
    if (until < held) this.#endMarked(bytes[until - 1], until > 0);
    const used = until < held ? held : at;
    this.#base += used;
    return used;
  }

  /** Gives the account of all that was taken. */
  finish(): Scan {
    return {
      records: this.#records,
      recordLines: this.#recordLines,
      blankLines: this.#blankLines,
      diverted: this.#diverted,
      lineMap: { records: this.#mapRecords, lines: this.#mapLines },
      newlines: { lf: this.#lf, crlf: this.#crlf, cr: this.#cr },
      lines: this.#lf + this.#crlf + this.#cr + (this.#endsOpen ? 1 : 0),
      padded: Array.from(this.#reader.padded, (flag) => flag === 1),
      hasQuotedNewline: this.#hasQuotedNewline,
      hasOddBlank: this.#hasOddBlank,
      endsTorn: this.#reader.endsTorn,
      others: this.#others,
      blankSpan: this.#blankSpan,
      mended: this.#mended,
      doubted: this.#doubts.records,
      hasStrayBytes: this.#hasStrayBytes,
      strangers: this.#strangers,
    };
  }

  /** Puts what was read at `start` into its bucket; returns where the run of regular bytes begins from now on. */
  #place(bytes: Buffer, { run, start, held, isLast }: { run: number; start: number; held: number; isLast: boolean }) {
    const { next, fault, fields, isBlank } = this.#reader;
    if (isBlank) {
      this.#flush(bytes, run, start);
      this.#blank(bytes[start] ?? 0);
      return next;
    }
    const verdict = this.#inspect?.(bytes, start, next);
    if (fault === undefined && fields === this.#fields && verdict === undefined) {
      const kind = this.#tell?.(bytes, start, next, this.#placeNow(true));
      if (kind === undefined) {
        this.#countRecord();
        this.#doubts.place(start, next);
        return run;
      }
      this.#flush(bytes, run, start);
      this.#setOther(bytes, start, kind);
      return next;
    }
    this.#flush(bytes, run, start);
    this.#placeIrregular(bytes, start, held, isLast, verdict);
    return this.#reader.next;
  }

  /** A line that is no record is one without data, or can be mended, or is set aside. */
  #placeIrregular(bytes: Buffer, at: number, held: number, isLast: boolean, verdict: LineFault | undefined): void {
    const reader = this.#reader;
    const found = { spans: reader.lines, fields: reader.fields, fault: reader.fault };
    if (found.fault === undefined) reader.endLine(bytes, at, held, isLast);
    const kind = found.fault === "nul" ? undefined : this.#tell?.(bytes, at, reader.next, this.#placeNow(false));
    if (kind !== undefined) {
      reader.endsTorn = false;
      this.#setOther(bytes, at, kind);
      return;
    }
    const isOneLine = !reader.brokeBelow && (found.fault !== undefined || found.spans === 1);
    const mended =
      verdict === undefined && isOneLine && !this.#doubts.isInText
        ? this.#mend?.(bytes.subarray(at, this.#textEnd(bytes, at)))
        : undefined;
    if (mended === undefined || (mended.rule === "padded" && reader.endsTorn)) {
      this.#divert(bytes, at, held, isLast, verdict, found);
      return;
    }
    this.#doubts.keep(mended.bytes);
    reader.endsTorn = false;
    reader.hasNewline = false;
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
      lines: this.#reader.lines,
      text: this.#textOf(bytes, at),
      afterRecord: this.#records,
    });
  }

  #endMarked(before: number | undefined, hasBytes: boolean): void {
    this.#hasStrayBytes = true;
    if (hasBytes && before !== 10 && before !== 13) return;
    if (!hasBytes && this.#endsOpen) return;
    this.#endsOpen = true;
    this.#others.push({ kind: "end_mark", line: this.line, lines: 1, text: "", afterRecord: this.#records });
  }

  #flush(bytes: Buffer, from: number, until: number): void {
    if (until > from) this.#sink?.(bytes.subarray(from, until), this.#base + from);
  }

  #countRecord(): void {
    this.#records += 1;
    this.#recordLines += this.#reader.lines;
    this.#context = contexts.record;
    this.#streak = undefined;
    this.#doubts.trust();
    if (this.#reader.hasNewline) this.#hasQuotedNewline = true;
    const shift = this.line - this.#records;
    if (shift !== this.#shift) {
      this.#shift = shift;
      this.#mapRecords.push(this.#records);
      this.#mapLines.push(this.line);
    }
  }

  #divert(
    bytes: Buffer,
    at: number,
    held: number,
    isLast: boolean,
    verdict: LineFault | undefined,
    { spans, fields, fault }: { spans: number; fields: number; fault: Fault },
  ): void {
    const { next, longest } = this.#reader;
    if (verdict?.isOpen && isLast && next === held && bytes[held - 1] !== 10) this.#reader.endsTorn = true;
    if (fault === undefined && verdict === undefined) this.#continueStreak(bytes, at, fields);
    this.#doubts.judge(bytes, at, next, this.#records);
    this.#diverted.push({
      line: this.line,
      rule: fault ?? verdict?.rule ?? "field_count",
      message:
        fault === undefined && verdict !== undefined
          ? verdict.message
          : describe(fault, { found: fields, expected: this.#fields, spans, longest }),
      text: this.#textOf(bytes, at),
    });
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
    let end = this.#reader.next;
    while (end > at && (bytes[end - 1] === 10 || bytes[end - 1] === 13)) end -= 1;
    return end;
  }

  #textOf(bytes: Buffer, at: number): string {
    const text = bytes.toString("utf8", at, Math.min(this.#reader.next, at + longestText * 4));
    return text.replace(/[\r\n]+$/, "").slice(0, longestText);
  }
}

/** Leaves out the end-of-file characters that DOS programs write. */
function cutEnd(bytes: Buffer, held: number): number {
  let end = held;
  while (end > 0 && bytes[end - 1] === endOfFile) end -= 1;
  return end;
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
