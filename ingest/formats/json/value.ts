import type { Diverted } from "../reader.ts";

export const quote = 0x22;
export const comma = 0x2c;
export const colon = 0x3a;
export const openArray = 0x5b;
export const closeArray = 0x5d;
export const openObject = 0x7b;
export const closeObject = 0x7d;
const backslash = 0x5c;

const mostNesting = 100_000;
/** A run no longer than this is sooner copied byte by byte. */
const shortRun = 24;

/** Why a value cannot be a record, though the file can be read on. */
export interface ValueFault {
  readonly rule: Diverted["rule"];
  readonly message: string;
}

/** What becomes of a value while its bytes come: more is needed, it ended with this byte, or it ended before it. */
export type Progress = "more" | "ended" | "ended before";

/** Takes one JSON value whole, byte by byte: brackets and texts are held to the grammar, the rest is for others to see. */
export class ValueTaker {
  #stack = new Uint8Array(64);
  #depth = 0;
  #isText = false;
  #isEscaped = false;
  #isScalar = false;
  #bytes = Buffer.allocUnsafe(65_536);
  #length = 0;
  #most = 0;
  #deepest = 0;
  #isTooLong = false;
  #fault: ValueFault | undefined;

  /** The value so far, line breaks between its parts as spaces; overwritten by the next. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  get fault(): ValueFault | undefined {
    return this.#fault;
  }

  /** More came than may be kept. */
  get isTooLong(): boolean {
    return this.#isTooLong;
  }

  /** At the end of the file, a number or word is whole; all else would have closed. */
  get mayEnd(): boolean {
    return this.#isScalar;
  }

  /** Begins a value; of more than `most` bytes the rest is dropped, and with `most` 0 nothing is kept. */
  begin(byte: number, most: number, deepest: number): void {
    this.#depth = 0;
    this.#length = 0;
    this.#isText = false;
    this.#isEscaped = false;
    this.#isScalar = byte !== openArray && byte !== openObject && byte !== quote;
    this.#isTooLong = false;
    this.#fault = undefined;
    this.#most = most;
    this.#deepest = deepest;
    this.take(byte);
  }

  /** The byte of a run that was not taken yet. */
  position = 0;

  /**
   * Takes bytes of a chunk until the value ends or the chunk does; `position` is what comes next. Bytes that decide nothing
   * are taken in one go.
   * @throws Error that says which bracket closes another.
   */
  run(chunk: Buffer, from: number): Progress {
    this.position = from;
    while (this.position < chunk.length) {
      const stop = this.#isEscaped || this.#isScalar ? this.position : endOfPlain(chunk, this.position, this.#isText);
      if (stop > this.position) {
        this.#keepRun(chunk, this.position, stop);
        this.position = stop;
        continue;
      }
      const progress = this.take(chunk[this.position] ?? 0);
      if (progress !== "ended before") this.position += 1;
      if (progress !== "more") return progress;
    }
    return "more";
  }

  /** @throws Error that says which bracket closes another. */
  take(byte: number): Progress {
    if (this.#isText) return this.#takeText(byte);
    if (this.#isScalar && isScalarEnd(byte)) return "ended before";
    this.#keep(byte === 0x0a || byte === 0x0d ? 0x20 : byte);
    if (this.#isScalar) return "more";
    if (byte === quote) this.#isText = true;
    else if (byte === openArray || byte === openObject) this.#nest(byte);
    else if (byte === closeArray || byte === closeObject) return this.#unnest(byte);
    return "more";
  }

  #takeText(byte: number): Progress {
    this.#keep(byte);
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === backslash) this.#isEscaped = true;
    else if (byte === quote) {
      this.#isText = false;
      return this.#depth === 0 ? "ended" : "more";
    }
    if (byte < 0x20) this.#set("json", "a line break or control character stands inside a text");
    return "more";
  }

  #nest(byte: number): void {
    if (this.#depth >= mostNesting) throw new Error(`nested deeper than ${mostNesting} levels`);
    if (this.#depth === this.#stack.length) {
      const longer = new Uint8Array(this.#stack.length * 2);
      longer.set(this.#stack);
      this.#stack = longer;
    }
    this.#stack[this.#depth] = byte;
    this.#depth += 1;
    if (this.#depth > this.#deepest) this.#set("depth", `nested deeper than ${this.#deepest} levels (limits.depth)`);
  }

  #unnest(byte: number): Progress {
    this.#depth -= 1;
    const opened = this.#stack[this.#depth] ?? 0;
    if ((opened === openArray) !== (byte === closeArray))
      throw new Error(`${String.fromCharCode(byte)} closes ${String.fromCharCode(opened)}`);
    return this.#depth === 0 ? "ended" : "more";
  }

  #keep(byte: number): void {
    if (this.#most === 0) return;
    if (this.#length >= this.#most) {
      this.#isTooLong = true;
      return;
    }
    if (this.#length === this.#bytes.length) this.#grow();
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  #keepRun(chunk: Buffer, from: number, to: number): void {
    if (this.#most === 0) return;
    const kept = Math.min(to - from, this.#most - this.#length);
    if (kept < to - from) this.#isTooLong = true;
    while (this.#length + kept > this.#bytes.length) this.#grow();
    if (kept > shortRun) chunk.copy(this.#bytes, this.#length, from, from + kept);
    else for (let index = 0; index < kept; index += 1) this.#bytes[this.#length + index] = chunk[from + index] ?? 0;
    this.#length += kept;
  }

  #grow(): void {
    this.#bytes = Buffer.concat([this.#bytes, Buffer.allocUnsafe(this.#bytes.length)]);
  }

  #set(rule: Diverted["rule"], message: string): void {
    this.#fault ??= { rule, message };
  }
}

/** Bytes that decide something: 1 inside a text, 2 outside of one. */
const deciding = Uint8Array.from({ length: 256 }, (_, byte) => {
  const inText = byte < 0x20 || byte === quote || byte === backslash ? 1 : 0;
  const isBracket = byte === openArray || byte === closeArray || byte === openObject || byte === closeObject;
  return inText | (isBracket || byte === quote || byte === 0x0a || byte === 0x0d ? 2 : 0);
});

function endOfPlain(chunk: Buffer, from: number, isText: boolean): number {
  const mask = isText ? 1 : 2;
  let at = from;
  while (at < chunk.length && ((deciding[chunk[at] ?? 0] ?? 0) & mask) === 0) at += 1;
  return at;
}

/** Tells whether a byte can begin a number or word; whether it is one, DuckDB says. */
export function isScalarStart(byte: number): boolean {
  const isDigit = byte >= 0x30 && byte <= 0x39;
  return isDigit || byte === 0x2d || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

function isScalarEnd(byte: number): boolean {
  return byte === comma || byte === closeArray || byte === closeObject || byte <= 0x20;
}
