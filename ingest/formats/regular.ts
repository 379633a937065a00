import { closeSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { secondTable } from "../structure/tell.ts";
import { FileFault } from "./reader.ts";
import { type Scan, type ScanOptions, type Strangers, scanRecords } from "./scan.ts";

const mostIrregular = 100_000;
const copyBytes = 4_194_304;
const lineBreak = Buffer.from("\n");

/**
 * Refuses a file that was cut off, and one in which most lines are no records.
 * @throws FileFault
 */
export function requireWhole({ endsTorn, diverted, records, strangers }: Scan): void {
  if (endsTorn) {
    throw new FileFault(
      "torn",
      "the file ends in the middle of this line",
      "It was cut off while being written or copied; export it again.",
      diverted.at(-1)?.line,
    );
  }
  if (strangers !== undefined && isTable(strangers))
    throw secondTable(strangers.line, `${strangers.lines} lines of ${strangers.fields} fields`);
  if (diverted.length <= mostIrregular || diverted.length < records) return;
  throw new FileFault(
    "irregular",
    `${diverted.length} of ${diverted.length + records} lines are no records`,
    "Check the delimiter and the quotes of the export.",
    diverted[0]?.line,
  );
}

/** Two lines under what looks like a header are a table, and so are many lines alike. */
function isTable({ lines, fields, beginsLikeHeader }: Strangers): boolean {
  return fields > 1 && lines >= (beginsLikeHeader ? 2 : 5);
}

/** DuckDB reads a file as it stands only when nothing was set aside and all its line breaks are alike. */
export function needsCopy(scan: Scan): boolean {
  const { diverted, hasOddBlank, hasQuotedNewline, hasStrayBytes, mended, newlines, others } = scan;
  const styles = [newlines.lf, newlines.crlf, newlines.cr].filter((count) => count > 0).length;
  const isIrregular = diverted.length + others.length + mended.length > 0 || hasStrayBytes;
  return isIrregular || hasOddBlank || styles > 1 || (hasQuotedNewline && newlines.lf === 0);
}

/** Writes the regular records to a file of their own, line breaks as `\n`, and holds the second walk to the first. */
export async function copyRegular(path: string, options: ScanOptions, first: Scan, work: string): Promise<string> {
  const copy = new RegularCopy(path, options.from.offset, work);
  copy.start();
  try {
    const second = await scanRecords(path, options, (run, position) => copy.take(run, position));
    if (second.records !== first.records) throw new Error(`${path} changed while it was read`);
  } catch (error) {
    copy.remove();
    throw error;
  }
  return copy.finish() ?? path;
}

/**
 * A copy of the regular records, line breaks as `\n`, that is begun only where the file must be left: as long as records
 * follow each other without a gap, nothing is written.
 */
export class RegularCopy {
  readonly #path: string;
  readonly #from: number;
  readonly #copy: string;
  readonly #began: (() => void) | undefined;
  #until: number;
  #descriptor: number | undefined;
  #endsWithBreak = true;

  /** `began` is told once, when the first byte is left out. */
  constructor(path: string, from: number, work: string, began?: () => void) {
    this.#path = path;
    this.#from = from;
    this.#until = from;
    this.#copy = join(work, `regular-${crypto.randomUUID()}.csv`);
    this.#began = began;
  }

  /** Takes a run of records that stands at a position of the file, or nowhere in it. */
  take(run: Buffer, position: number | undefined): void {
    if (this.#descriptor === undefined && position === this.#until) {
      this.#until += run.length;
      return;
    }
    this.start();
    this.#write(run);
  }

  /** Begins to write, with what was taken so far. */
  start(): void {
    if (this.#descriptor !== undefined) return;
    this.#began?.();
    this.#descriptor = openSync(this.#copy, "wx");
    const source = openSync(this.#path, "r");
    try {
      const buffer = Buffer.allocUnsafe(copyBytes);
      for (let at = this.#from; at < this.#until; ) {
        const length = readSync(source, buffer, 0, Math.min(copyBytes, this.#until - at), at);
        if (length === 0) throw new Error(`${this.#path} changed while it was read`);
        const isCut = buffer[length - 1] === 13 && length > 1 && at + length < this.#until;
        this.#writeBytes(unifyBreaks(buffer.subarray(0, isCut ? length - 1 : length)));
        at += isCut ? length - 1 : length;
      }
    } finally {
      closeSync(source);
    }
  }

  /** Ends the copy; undefined where none was begun. */
  finish(): string | undefined {
    if (this.#descriptor === undefined) return undefined;
    closeSync(this.#descriptor);
    this.#descriptor = undefined;
    return this.#copy;
  }

  /** Ends the copy and takes it away. */
  remove(): void {
    if (this.finish() !== undefined) rmSync(this.#copy, { force: true });
  }

  #write(run: Buffer): void {
    if (!this.#endsWithBreak) this.#writeBytes(lineBreak);
    this.#writeBytes(unifyBreaks(run));
  }

  #writeBytes(bytes: Buffer): void {
    if (this.#descriptor === undefined) return;
    for (let written = 0; written < bytes.length; ) written += writeSync(this.#descriptor, bytes, written);
    if (bytes.length > 0) this.#endsWithBreak = bytes.at(-1) === 10;
  }
}

function unifyBreaks(run: Buffer): Buffer {
  if (!run.includes(13)) return run;
  return Buffer.from(run.toString("latin1").replace(/\r\n?/g, "\n"), "latin1");
}
