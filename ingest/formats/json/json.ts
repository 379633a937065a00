import { isUtf8 } from "node:buffer";
import { closeSync, createReadStream, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { knownNames } from "../../header.ts";
import type { Feed } from "../../source.ts";
import { Growth } from "../growth.ts";
import { readHead } from "../head.ts";
import { inspectJsonLines, type JsonLines } from "../json-line.ts";
import { LineBuckets } from "../line-buckets.ts";
import { draftLines, jsonLimits, requireKeys } from "../ndjson.ts";
import {
  type BesideRecords,
  type Diverted,
  FileFault,
  type FormatReader,
  type ReadOptions,
  type Records,
} from "../reader.ts";
import { parseJsonRows } from "../row-paths.ts";
import type { Span } from "../text/copy.ts";
import { withUtf8 } from "../transcode.ts";
import { parentName, placeName } from "./around.ts";
import { isDocument } from "./detect.ts";
import { JsonSplitter, type LineSink, type SplitPlan } from "./split.ts";

const chunkBytes = 1_048_576;

/**
 * Reads the objects of a JSON array, or of an array at a path, as they stream by: each becomes a line of a plain copy, and is
 * read from there like a line of NDJSON. Values keep their text, so long numbers stay exact.
 * @throws FileFault for JSON that is broken between records or cut off; nothing is loaded of it.
 */
export const readJson: FormatReader = async (path, options) => {
  const { text, encoding, close } = await withUtf8(path, options);
  try {
    const { beside, ...records } = await readUtf8(text, options);
    const withEncoding = <T extends { readonly dialect: string }>(read: T) => {
      return { ...read, dialect: `${read.dialect}, ${encoding}` };
    };
    const others = beside.map(({ feed, records: read }) => ({ feed, records: withEncoding(read) }));
    return { ...withEncoding(records), beside: others };
  } finally {
    close();
  }
};

/** Reads the rows of a feed, and in the same pass those of feeds that read the file next. */
async function readUtf8(
  path: string,
  { feed, siblings = [feed], together = [], work, signal }: ReadOptions,
): Promise<Records & { readonly beside: readonly BesideRecords[] }> {
  const { skipped, skippedLines } = readHead(path);
  const others = together.filter((other) => isAlike(feed, other) && isDocument(path, other));
  const parts = [feed, ...others].map((one) => new Part(path, one, siblings, work, skippedLines));
  const [first, ...rest] = parts;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes, start: skipped })) {
      signal.throwIfAborted();
      first?.splitter.push(chunk as Buffer);
      for (const part of rest) part.attempt(() => part.splitter.push(chunk as Buffer));
    }
    if (first === undefined) throw new Error("a feed is read");
    const records = first.finish();
    const beside = rest.flatMap((part) => part.attempt(() => [{ feed: part.feed.name, records: part.finish() }]) ?? []);
    return { ...records, beside };
  } catch (error) {
    for (const { copy } of parts) copy.discard();
    throw error;
  }
}

/** Feeds whose files are decoded alike and are no lines of JSON. */
function isAlike(feed: Feed, other: Feed): boolean {
  const howOf = ({ encoding, format }: Feed) => JSON.stringify([encoding, format]);
  return howOf(feed) === howOf(other);
}

/** What one feed reads from a pass. */
class Part {
  readonly feed: Feed;
  readonly splitter: JsonSplitter;
  readonly copy: LineCopy;
  readonly #siblings: readonly Feed[];
  readonly #lines: JsonLines;
  #isOver = false;

  constructor(path: string, feed: Feed, siblings: readonly Feed[], work: string, skippedLines: number) {
    const limits = jsonLimits(feed);
    this.feed = feed;
    this.#siblings = siblings;
    this.#lines = inspectJsonLines(limits.depth, limits.columns);
    this.copy = new LineCopy(join(work, `json-${crypto.randomUUID()}.txt`), new Growth(path));
    this.splitter = new JsonSplitter(planSplit(feed), this.#lines, this.copy);
    this.splitter.line += skippedLines;
  }

  /** Ends this part where it fails: its feed will tell the fault when it is read by itself. */
  attempt<T>(job: () => T): T | undefined {
    if (this.#isOver) return undefined;
    try {
      return job();
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      this.#isOver = true;
      this.copy.discard();
      return undefined;
    }
  }

  finish(): Records {
    const { feed, splitter, copy } = this;
    splitter.finish();
    copy.finish();
    requireRows(feed, splitter, copy);
    const keys = [...this.#lines.keys].filter((key) => !isForeign(feed, this.#siblings, key));
    const place = knownNames(feed).includes(placeName) ? [placeName] : [];
    if (copy.count > 0) requireKeys(feed, [...keys, ...place, ...splitter.seen]);
    return {
      ...draftLines(copy.path, feed, [...keys, ...place], jsonLimits(feed).record_size + longestAround),
      ...copy.account(splitter.lines),
      headerLine: undefined,
      dialect: `JSON, rows ${feed.rows ?? "$"}`,
      close: () => rmSync(copy.path, { force: true }),
    };
  }
}

/** Room for what a record is given of the objects around it. */
const longestAround = 262_144;

function planSplit(feed: Feed): SplitPlan {
  const names = knownNames(feed);
  const around = names.flatMap((name) => {
    const parts = name.split(".");
    const up = parts.findIndex((part) => part !== parentName);
    const key = parts[up];
    return up > 0 && key !== undefined ? [{ up, key }] : [];
  });
  const { record_size: recordSize, depth } = jsonLimits(feed);
  return {
    rows: parseJsonRows(feed.rows ?? "$") ?? [],
    around: around.filter(
      (one, index) => around.findIndex(({ up, key }) => up === one.up && key === one.key) === index,
    ),
    hasPosition: names.includes(placeName),
    limits: { recordSize, depth },
  };
}

/** A key under which another feed finds its own rows is no part of what this one keeps. */
function isForeign(feed: Feed, siblings: readonly Feed[], key: string): boolean {
  const path = `${feed.rows ?? "$"}.${key}`;
  const isOthers = siblings.some(({ rows }) => rows === path || rows?.startsWith(`${path}.`));
  return isOthers && !knownNames(feed).some((name) => name.split(".")[0] === key);
}

function requireRows(feed: Feed, splitter: JsonSplitter, copy: LineCopy): void {
  if (splitter.hasRows) {
    const mayBeEmpty = feed.expect.empty || feed.expect.min_rows === 0;
    if (mayBeEmpty || copy.lines > 0) return;
    throw new FileFault(
      "empty",
      `the file holds no rows at ${feed.rows ?? "$"}`,
      `Export it again; if that is how it should be, set expect: { empty: true } for feed ${feed.name}.`,
    );
  }
  const keys = [...splitter.outerKeys].slice(0, 20).join(", ");
  throw new FileFault(
    "header",
    `${feed.rows ?? "$"} is not in the file${keys === "" ? "" : `; its outermost keys are ${keys}`}`,
    `Check \`rows\` of feed ${feed.name}; karavan sniff lists the arrays of a file.`,
  );
}

const writeAtOnce = 1_048_576;
const newline = Buffer.from("\n");

/** Writes records to a plain copy, one a line, and accounts for each. */
class LineCopy implements LineSink {
  readonly path: string;
  count = 0;
  /** Records and what was set aside. */
  lines = 0;
  readonly #descriptor: number;
  readonly #diverted: Diverted[] = [];
  readonly #lineMap = { records: [] as number[], lines: [] as number[] };
  readonly #buckets = new LineBuckets();
  readonly #growth: Growth;
  #isOpen = true;
  #held: Buffer[] = [];
  #bytes = 0;

  constructor(path: string, growth: Growth) {
    this.path = path;
    this.#growth = growth;
    this.#descriptor = openSync(path, "wx");
  }

  claim(span: Span, isRecord: boolean): void {
    this.lines += 1;
    this.#buckets.claim(span, isRecord);
  }

  record(span: Span, line: Buffer): void {
    requireUtf8(line, span.first);
    this.#growth.take(line.length);
    this.count += 1;
    const { records, lines } = this.#lineMap;
    const shift = (lines.at(-1) ?? 0) - (records.at(-1) ?? 0);
    if (records.length === 0 || span.first - this.count !== shift) {
      records.push(this.count);
      lines.push(span.first);
    }
    this.#held.push(Buffer.from(line), newline);
    this.#bytes += line.length + 1;
    if (this.#bytes > writeAtOnce) this.#flush();
  }

  divert({ first, last }: Span, rule: Diverted["rule"], message: string, text: Buffer): void {
    const place = last === first ? { line: first } : { line: first, lineTo: last };
    this.#diverted.push({ ...place, rule, message, text: text.toString() });
  }

  finish(): void {
    this.#flush();
    this.#close();
  }

  discard(): void {
    this.#close();
    rmSync(this.path, { force: true });
  }

  account(physicalLines: number) {
    const { count } = this;
    return { count, diverted: this.#diverted, lineMap: this.#lineMap, ...this.#buckets.account(physicalLines) };
  }

  /** Once: a number that was given back may be another file's by now. */
  #close(): void {
    if (this.#isOpen) closeSync(this.#descriptor);
    this.#isOpen = false;
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#held);
    this.#held = [];
    this.#bytes = 0;
    for (let written = 0; written < bytes.length; ) written += writeSync(this.#descriptor, bytes, written);
  }
}

function requireUtf8(line: Buffer, first: number): void {
  if (isUtf8(line)) return;
  throw new FileFault(
    "encoding",
    "the record that begins here is not UTF-8",
    "Declare the file's encoding in the source (encoding: windows-1251, windows-1252, …), or export it as UTF-8.",
    first,
  );
}
