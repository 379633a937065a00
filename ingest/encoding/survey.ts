import { isAscii, isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";

const chunkBytes = 1_048_576;
const headBytes = 65_536;
/** Lines with letters beyond ASCII are kept up to here; beyond it only those with a byte seldom seen so far. */
const sampleBytes = 16_384;
const mostSampleBytes = 4 * sampleBytes;
const seldom = 8;
const longestLine = 4096;
const lineFeed = 10;
const carriageReturn = 13;

/** A line with bytes beyond ASCII. */
export interface SampleLine {
  readonly line: number;
  readonly bytes: Uint8Array;
}

/** What single bytes of a whole file say about its encoding. */
export interface Survey {
  /** The beginning of the file. */
  readonly head: Uint8Array;
  readonly lines: readonly SampleLine[];
  /** How often each byte stands in the file. */
  readonly counts: Float64Array;
}

/** Reads the first 64 kB of a file. */
export async function readStart(path: string): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Holds every byte of a file against UTF-8; `ascii` is both. */
export async function checkUtf8(path: string, signal: AbortSignal): Promise<"ascii" | "utf-8" | "neither"> {
  let isPlain = true;
  let tail: Uint8Array = new Uint8Array();
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    signal.throwIfAborted();
    const bytes = tail.length === 0 ? (chunk as Buffer) : Buffer.concat([tail, chunk]);
    const end = bytes.length - cutBytes(bytes);
    isPlain = isPlain && isAscii(bytes);
    if (!isUtf8(bytes.subarray(0, end))) return "neither";
    tail = bytes.subarray(end);
  }
  if (tail.length > 0) return "neither";
  return isPlain ? "ascii" : "utf-8";
}

/** Counts the bytes at the end that begin a letter and do not finish it. */
function cutBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? back : 0;
  }
  return 0;
}

/** Walks a whole file: counts its bytes and keeps lines that tell encodings apart. */
export async function surveyBytes(path: string, signal: AbortSignal): Promise<Survey> {
  const counts = new Float64Array(256);
  const sampler = new LineSampler();
  const head = await readStart(path);
  const lineEnd = head.includes(lineFeed) ? lineFeed : carriageReturn;
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    signal.throwIfAborted();
    const bytes = chunk as Buffer;
    let start = 0;
    for (let at = bytes.indexOf(lineEnd); at >= 0; at = bytes.indexOf(lineEnd, start)) {
      sampler.take(bytes.subarray(start, at), counts);
      sampler.endLine(counts);
      start = at + 1;
    }
    sampler.take(bytes.subarray(start), counts);
  }
  sampler.endLine(counts);
  return { head, lines: sampler.lines, counts };
}

/** Puts lines together from pieces and decides which to keep. */
class LineSampler {
  readonly lines: SampleLine[] = [];
  readonly #kept = new Float64Array(256);
  #size = 0;
  #line = 1;
  #pieces: Uint8Array[] = [];
  #length = 0;
  #isWanted = false;

  take(piece: Uint8Array, counts: Float64Array): void {
    for (let index = 0; index < piece.length; index += 1) {
      const byte = piece[index] ?? 0;
      counts[byte] = (counts[byte] ?? 0) + 1;
      if (byte < 0x80 || this.#isWanted) continue;
      this.#isWanted = this.#size < sampleBytes || (this.#kept[byte] ?? 0) < seldom;
    }
    if (this.#length >= longestLine) return;
    this.#pieces.push(Uint8Array.from(piece.subarray(0, longestLine - this.#length)));
    this.#length += piece.length;
  }

  endLine(counts: Float64Array): void {
    counts[10] = (counts[10] ?? 0) + 1;
    if (this.#isWanted && this.#size < mostSampleBytes) {
      const bytes = Buffer.concat(this.#pieces);
      this.lines.push({ line: this.#line, bytes });
      this.#size += bytes.length;
      for (const byte of bytes) this.#kept[byte] = (this.#kept[byte] ?? 0) + 1;
    }
    this.#line += 1;
    this.#pieces = [];
    this.#length = 0;
    this.#isWanted = false;
  }
}
