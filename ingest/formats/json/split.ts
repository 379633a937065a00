import { messageOf } from "../../../warehouse/errors.ts";
import type { JsonLines } from "../json-line.ts";
import { type Diverted, FileFault } from "../reader.ts";
import type { Span } from "../text/copy.ts";
import { Around, type Frame } from "./around.ts";
import {
  closeArray,
  closeObject,
  colon,
  comma,
  isScalarStart,
  openArray,
  openObject,
  type Progress,
  quote,
  type ValueFault,
  ValueTaker,
} from "./value.ts";

/** What is read from a JSON file. */
export interface SplitPlan {
  /** Keys from the root to the records; arrays on the way are walked through. */
  readonly rows: readonly string[];
  /** Keys wanted of the objects around a record: how many objects up, from 1, and the key. */
  readonly around: readonly { readonly up: number; readonly key: string }[];
  /** Records are given their place in their array. */
  readonly hasPosition: boolean;
  readonly limits: { readonly recordSize: number; readonly depth: number };
}

/** Receives records as one line of JSON each, in order, and what is set aside; before either, the lines it stands on. */
export interface LineSink {
  claim(span: Span, isRecord: boolean): void;
  record(span: Span, line: Buffer): void;
  divert(span: Span, rule: Diverted["rule"], message: string, text: Buffer): void;
}

const longestKey = 65_536;
const shownBytes = 10_000;

type Expected = "value" | "first" | "key" | "colon" | "next";

/**
 * Splits JSON into its records as the bytes stream by: nothing but one record is held in memory. What stands between
 * records is held to the grammar; inside them, brackets and texts are, and `lines` looks at the rest.
 */
export class JsonSplitter {
  readonly #plan: SplitPlan;
  readonly #lines: JsonLines;
  readonly #sink: LineSink;
  readonly #frames: Frame[] = [];
  readonly #around: Around;
  #expected: Expected = "value";
  #isDone = false;
  #hasRows = false;
  /** Keys of the outermost object, for a path that leads nowhere. */
  readonly outerKeys = new Set<string>();
  line = 1;
  #wasReturn = false;
  /** The last byte ended a line. */
  #isFresh = true;
  /** A value being taken whole: a record, a wanted member, one to skip, or a key. */
  #taking: "record" | "member" | "skip" | "key" | undefined;
  readonly #value = new ValueTaker();
  /** Where the next line feed and carriage return of the chunk stand, as far as they were looked for. */
  #nextFeed = -1;
  #nextReturn = -1;
  #firstLine = 1;

  constructor(plan: SplitPlan, lines: JsonLines, sink: LineSink) {
    this.#plan = plan;
    this.#lines = lines;
    this.#sink = sink;
    this.#around = new Around(plan, sink);
  }

  /** Names wanted of objects around that some record was given. */
  get seen(): ReadonlySet<string> {
    return this.#around.seen;
  }

  /** Physical lines so far; the last one may lack its break. */
  get lines(): number {
    return this.#isFresh ? this.line - 1 : this.line;
  }

  /** Whether anything stood where records are expected. */
  get hasRows(): boolean {
    return this.#hasRows;
  }

  push(chunk: Buffer): void {
    this.#nextFeed = -1;
    this.#nextReturn = -1;
    for (let at = 0; at < chunk.length; ) {
      if (this.#taking !== undefined) {
        at = this.#takeRun(chunk, at);
        continue;
      }
      const byte = chunk[at] ?? 0;
      at += 1;
      if (byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d) this.#countLine(byte);
      else {
        this.#wasReturn = false;
        this.#isFresh = false;
        this.#structure(byte);
      }
    }
  }

  /** Call it when all was pushed. */
  finish(): void {
    if (this.#taking !== undefined && this.#value.mayEnd) this.#finishValue();
    const frame = this.#frames.at(-1);
    if (this.#taking === "record")
      throw torn(`the file ends inside the record that begins on line ${this.#firstLine}`, this.line);
    if (frame !== undefined || this.#taking !== undefined) {
      throw torn(
        `the file ends inside the ${frame?.isArray === false ? "object" : "array"} that begins on line ${frame?.line ?? 1}`,
        this.line,
      );
    }
    if (!this.#isDone) throw new FileFault("empty", "the file holds no JSON", "Export it again.");
  }

  /** Counts the lines that end in a part of a chunk; most parts have none. */
  #countLines(chunk: Buffer, from: number, to: number): void {
    if (from === to) return;
    if (this.#nextFeed < from) this.#nextFeed = findByte(chunk, 0x0a, from);
    if (this.#nextReturn < from) this.#nextReturn = findByte(chunk, 0x0d, from);
    if (this.#nextFeed >= to && this.#nextReturn >= to) {
      this.#wasReturn = false;
      this.#isFresh = false;
      return;
    }
    for (let at = from; at < to; at += 1) this.#countLine(chunk[at] ?? 0);
  }

  #countLine(byte: number): void {
    if (byte === 0x0d || (byte === 0x0a && !this.#wasReturn)) this.line += 1;
    this.#wasReturn = byte === 0x0d;
    this.#isFresh = byte === 0x0d || byte === 0x0a;
  }

  /** Takes a byte between values. */
  #structure(byte: number): void {
    const frame = this.#frames.at(-1);
    const isFirst = this.#expected === "first";
    if (frame === undefined) this.#outermost(byte);
    else if (byte === (frame.isArray ? closeArray : closeObject) && (isFirst || this.#expected === "next"))
      this.#closeFrame();
    else if (this.#expected === "next" && byte === comma) this.#expected = frame.isArray ? "value" : "key";
    else if (this.#expected === "colon" && byte === colon) this.#expected = "value";
    else if (!frame.isArray && (isFirst || this.#expected === "key") && byte === quote) this.#begin("key", byte);
    else if (this.#expected === "value" || (frame.isArray && isFirst)) this.#beginValue(byte, frame);
    else throw this.#unexpected(byte);
  }

  /** Outside of everything: one value, or objects one after another where the file itself is the records. */
  #outermost(byte: number): void {
    const isRow = this.#plan.rows.length === 0;
    if (this.#isDone && !(isRow && byte === openObject && this.#hasRows)) throw this.#unexpected(byte);
    this.#isDone = true;
    this.#beginValue(byte, undefined);
  }

  #beginValue(byte: number, frame: Frame | undefined): void {
    if (frame?.isArray) frame.position += 1;
    const depth = frame === undefined ? 0 : frame.isArray ? frame.depth : this.#stepDepth(frame);
    const isRow = depth === this.#plan.rows.length;
    if (isRow) this.#hasRows = true;
    if (depth < 0) this.#begin(this.#isWanted(frame) ? "member" : "skip", byte);
    else if (byte === openArray) this.#openFrame(true, depth);
    else if (isRow) this.#begin("record", byte);
    else if (byte === openObject) this.#openFrame(false, depth);
    else this.#begin("skip", byte);
  }

  /** How far along the path the member of this object is; -1 beside it. */
  #stepDepth(frame: Frame): number {
    return this.#plan.rows[frame.depth] === frame.key ? frame.depth + 1 : -1;
  }

  #isWanted(frame: Frame | undefined): boolean {
    return frame !== undefined && this.#plan.around.some(({ key }) => key === frame.key);
  }

  #openFrame(isArray: boolean, depth: number): void {
    if (this.#frames.length > this.#plan.limits.depth)
      throw this.#broken(`nested deeper than ${this.#plan.limits.depth} levels`);
    this.#frames.push({ isArray, depth, values: new Map(), keys: new Set(), line: this.line, key: "", position: 0 });
    this.#expected = "first";
  }

  #closeFrame(): void {
    const frame = this.#frames.pop();
    this.#expected = "next";
    if (frame !== undefined && !frame.isArray) this.#around.settle(frame);
  }

  #begin(what: "record" | "member" | "skip" | "key", byte: number): void {
    const isScalar = byte !== openArray && byte !== openObject && byte !== quote;
    if (isScalar && !isScalarStart(byte)) throw this.#unexpected(byte);
    const { recordSize, depth } = this.#plan.limits;
    this.#taking = what;
    this.#firstLine = this.line;
    this.#value.begin(byte, what === "record" ? recordSize : what === "skip" ? 0 : longestKey, depth);
  }

  /** Takes what a chunk holds of a value; returns what comes next. */
  #takeRun(chunk: Buffer, from: number): number {
    let progress: Progress;
    try {
      progress = this.#value.run(chunk, from);
    } catch (error) {
      this.#countLines(chunk, from, this.#value.position);
      throw this.#broken(`${messageOf(error)} inside what begins on line ${this.#firstLine}`);
    }
    const next = this.#value.position;
    this.#countLines(chunk, from, next);
    if (progress !== "more") this.#finishValue();
    return next;
  }

  #finishValue(): void {
    const what = this.#taking;
    if (this.#value.isTooLong && (what === "key" || what === "member"))
      throw this.#broken(`a key or value around the records is longer than ${longestKey} bytes`);
    this.#taking = undefined;
    this.#expected = what === "key" ? "colon" : "next";
    const frame = this.#frames.at(-1);
    if (what === "key" && frame !== undefined) this.#takeKey(frame);
    else if (what === "member" && frame !== undefined) this.#takeMember(frame);
    else if (what === "record") this.#takeRecord();
  }

  #takeKey(frame: Frame): void {
    frame.key = this.#readText();
    if (this.#frames.length === 1) this.outerKeys.add(frame.key);
    if (frame.keys.has(frame.key)) throw this.#broken(`the key ${frame.key.slice(0, 100)} stands twice in one object`);
    if (frame.keys.size >= 5_000) throw this.#broken("an object around the records has more than 5000 keys");
    frame.keys.add(frame.key);
  }

  #takeMember(frame: Frame): void {
    const { bytes, fault } = this.#value;
    if (fault !== undefined) throw this.#broken(`${frame.key}: ${fault.message}`);
    frame.values.set(frame.key, Buffer.from(bytes));
  }

  #takeRecord(): void {
    const span = { first: this.#firstLine, last: this.line };
    const line = this.#value.bytes;
    const fault = this.#findFault(line);
    this.#sink.claim(span, fault === undefined);
    if (fault !== undefined)
      this.#sink.divert(span, fault.rule, fault.message, Buffer.from(line.subarray(0, shownBytes)));
    else if (this.#plan.around.length === 0 && !this.#plan.hasPosition) this.#sink.record(span, line);
    else if (!this.#around.wait(span, line, this.#frames)) throw this.#broken(this.#around.complaint);
  }

  #findFault(line: Buffer): ValueFault | undefined {
    const { fault, isTooLong } = this.#value;
    if (fault !== undefined) return fault;
    const most = this.#plan.limits.recordSize;
    if (isTooLong) return { rule: "too_long", message: `the record is longer than ${most} bytes (limits.record_size)` };
    if (line[0] !== openObject) return { rule: "json", message: "it is not one JSON object" };
    return this.#lines.inspect(line, 0, line.length);
  }

  #readText(): string {
    try {
      const parsed: unknown = JSON.parse(this.#value.bytes.toString());
      return String(parsed);
    } catch {
      throw this.#broken("a key is no JSON text");
    }
  }

  #unexpected(byte: number): FileFault {
    const shown = byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `byte 0x${byte.toString(16).toUpperCase()}`;
    return this.#broken(
      this.#isDone && this.#frames.length === 0
        ? `${shown} stands after the end of the JSON`
        : `${shown} cannot stand here`,
    );
  }

  #broken(what: string): FileFault {
    return new FileFault(
      "json",
      `the JSON cannot be read: ${what}`,
      "Nothing of it was loaded. Export it again.",
      this.line,
    );
  }
}

function findByte(chunk: Buffer, byte: number, from: number): number {
  const at = chunk.indexOf(byte, from);
  return at < 0 ? chunk.length : at;
}

function torn(what: string, line: number): FileFault {
  return new FileFault("torn", what, "It was cut off while being written or copied; export it again.", line);
}
