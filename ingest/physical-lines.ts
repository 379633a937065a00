import { createReadStream } from "node:fs";

/** How a text's units are read: one byte, or two with the low or the high one first. */
export type UnitOrder = "byte" | "little" | "big";

/**
 * Reads lines of a text as they stand, each with its line break, whatever its encoding. A line ends at LF, CRLF or a CR alone,
 * as our scanner counts them.
 * @returns the bytes of the lines asked for, by number from 1; lines the file lacks are absent.
 */
export async function readPhysicalLines(
  path: string,
  wanted: ReadonlySet<number>,
  order: UnitOrder,
): Promise<ReadonlyMap<number, Buffer>> {
  const walk = new LineWalk(wanted, order);
  for await (const chunk of createReadStream(path, { highWaterMark: 1_048_576 })) {
    walk.take(chunk);
    if (walk.isDone) break;
  }
  return walk.finish();
}

class LineWalk {
  readonly #wanted: ReadonlySet<number>;
  readonly #order: UnitOrder;
  readonly #last: number;
  readonly #lines = new Map<number, Buffer>();
  #parts: Buffer[] = [];
  #half: Buffer = Buffer.alloc(0);
  #line = 1;
  #isAfterCr = false;

  constructor(wanted: ReadonlySet<number>, order: UnitOrder) {
    this.#wanted = wanted;
    this.#order = order;
    this.#last = [...wanted].reduce((last, line) => Math.max(last, line), 0);
  }

  get isDone(): boolean {
    return this.#line > this.#last;
  }

  take(chunk: Buffer): void {
    const width = this.#order === "byte" ? 1 : 2;
    const all = this.#half.length === 0 ? chunk : Buffer.concat([this.#half, chunk]);
    const whole = all.length - (all.length % width);
    this.#half = all.subarray(whole);
    let start = 0;
    for (let at = 0; at < whole; at += width) {
      const code = this.#codeAt(all, at);
      if (this.#isAfterCr) {
        const end = code === 10 ? at + width : at;
        this.#end(all.subarray(start, end));
        start = end;
        this.#isAfterCr = code === 13;
      } else if (code === 10) {
        this.#end(all.subarray(start, at + width));
        start = at + width;
      } else this.#isAfterCr = code === 13;
    }
    this.#keep(all.subarray(start, whole));
  }

  finish(): ReadonlyMap<number, Buffer> {
    this.#keep(this.#half);
    if (this.#parts.length > 0) this.#end(Buffer.alloc(0));
    return this.#lines;
  }

  #codeAt(bytes: Buffer, at: number): number {
    if (this.#order === "byte") return bytes[at] ?? 0;
    return this.#order === "little" ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
  }

  #end(rest: Buffer): void {
    this.#keep(rest);
    if (this.#wanted.has(this.#line)) this.#lines.set(this.#line, Buffer.concat(this.#parts));
    this.#parts = [];
    this.#line += 1;
  }

  #keep(bytes: Buffer): void {
    if (bytes.length > 0 && this.#wanted.has(this.#line)) this.#parts.push(Buffer.from(bytes));
  }
}
