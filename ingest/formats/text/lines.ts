import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { openReader, type TextReader } from "../../encoding/codec.ts";
import { FileFault } from "../reader.ts";
import { longestRecord } from "../scan.ts";

const chunkBytes = 1_048_576;
const shownLetters = 10_000;
/** What DOS ends a text file with. */
const dosEnd = String.fromCharCode(26);

/** A physical line of a text, without its break. */
export interface TextLine {
  /** Counts from 1. */
  readonly number: number;
  readonly text: string;
  /** The file ends in it without a line break. */
  readonly isOpen: boolean;
  /** Longer than a record may be: `text` is its beginning. */
  readonly isTooLong: boolean;
}

/** How a text is cut into lines. */
export interface LineOptions {
  /** Default UTF-8. */
  readonly encoding?: string;
  /** Longest line that is kept whole, in bytes; default `longestRecord.bytes`. */
  readonly longest?: number;
}

/**
 * Streams the lines of a text in bunches; a line ends with LF, CRLF or CR. A byte order mark is left out.
 * @throws FileFault naming the line, for bytes that the encoding does not know and for NUL bytes.
 */
export async function* readLines(
  path: string,
  signal: AbortSignal,
  { encoding = "utf-8", longest = longestRecord.bytes }: LineOptions = {},
): AsyncGenerator<readonly TextLine[]> {
  const splitter = new LineSplitter(longest);
  const decoder = openReader(encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    signal.throwIfAborted();
    yield splitter.push(decode(decoder, chunk, splitter.line));
  }
  yield splitter.push(decode(decoder, undefined, splitter.line));
  yield splitter.finish();
}

function decode(decoder: TextReader, chunk: Buffer | undefined, line: number): string {
  try {
    return decoder.decode(chunk);
  } catch {
    throw unreadable(decoder.encoding, chunk, line);
  }
}

function unreadable(encoding: string, chunk: Buffer | undefined, firstLine: number): FileFault {
  let line = firstLine;
  for (let at = 0; chunk !== undefined && encoding === "utf-8" && at < chunk.length; line += 1) {
    const end = chunk.indexOf(10, at);
    if (end < 0 || !isUtf8(chunk.subarray(at, end))) break;
    at = end + 1;
  }
  return new FileFault(
    "encoding",
    encoding === "utf-8" ? "the line is not UTF-8" : `bytes that are not ${encoding}, at this line or below`,
    "Declare the file's encoding in the source (encoding: windows-1251, windows-1252, …), or export it as UTF-8.",
    line,
  );
}

/** Splits text that comes in chunks into lines. */
class LineSplitter {
  /** Number of the line that is being read. */
  line = 1;
  readonly #longest: number;
  #held = "";
  #isTooLong = false;

  constructor(longest: number) {
    this.#longest = longest;
  }

  push(chunk: string): readonly TextLine[] {
    const isCut = chunk.endsWith("\r");
    const text = this.#held + (isCut ? chunk.slice(0, -1) : chunk);
    const lines: TextLine[] = [];
    let at = 0;
    const breaks = /\r\n|\n|\r/g;
    for (let found = breaks.exec(text); found !== null; found = breaks.exec(text)) {
      lines.push(this.#take(text.slice(at, found.index), false));
      at = breaks.lastIndex;
    }
    this.#hold(text.slice(at), isCut ? "\r" : "");
    return lines;
  }

  finish(): readonly TextLine[] {
    const isEnded = this.#held.endsWith("\r");
    const text = isEnded ? this.#held.slice(0, -1) : this.#held;
    return text === "" && !isEnded ? [] : [this.#take(text, !isEnded)];
  }

  #hold(rest: string, tail: string): void {
    if (rest.length > this.#longest) this.#isTooLong = true;
    this.#held = (this.#isTooLong ? rest.slice(0, shownLetters) : rest) + tail;
  }

  #take(text: string, isOpen: boolean): TextLine {
    if (text.includes("\0")) {
      throw new FileFault(
        "nul",
        "a NUL byte stands in the text",
        "Export the file as UTF-8 text. If it is UTF-16, declare it: encoding: utf-16le.",
        this.line,
      );
    }
    const isTooLong = this.#isTooLong || isLong(text, this.#longest);
    this.#isTooLong = false;
    const number = this.line;
    this.line += 1;
    return { number, text: isTooLong ? text.slice(0, shownLetters) : text, isOpen, isTooLong };
  }
}

/** Tells whether a text is longer than a record may be; a letter takes at most three bytes a unit. */
export function isLong(text: string, longest: number): boolean {
  return text.length * 3 > longest && Buffer.byteLength(text) > longest;
}

/** Tells whether a line shows nothing; an end-of-file mark of DOS is nothing. */
export function isBlank(text: string): boolean {
  return text.replaceAll(dosEnd, "").trim() === "";
}
