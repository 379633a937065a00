import { isUtf8 } from "node:buffer";
import { closeSync, createReadStream, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { knownNames } from "../../header.ts";
import type { Feed } from "../../source.ts";
import { Growth } from "../growth.ts";
import { readHead } from "../head.ts";
import { inspectJsonLines } from "../json-line.ts";
import { LineBuckets } from "../line-buckets.ts";
import { draftLines, jsonLimits, requireKeys } from "../ndjson.ts";
import { type Diverted, FileFault, type FormatReader, type ReadOptions, type Records } from "../reader.ts";
import { parseJsonRows } from "../row-paths.ts";
import type { Span } from "../text/copy.ts";
import { withUtf8 } from "../transcode.ts";
import { parentName, placeName } from "./around.ts";
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
    const records = await readUtf8(text, options);
    return { ...records, dialect: `${records.dialect}, ${encoding}` };
  } finally {
    close();
  }
};

async function readUtf8(path: string, { feed, siblings = [feed], work, signal }: ReadOptions): Promise<Records> {
  const limits = jsonLimits(feed);
  const { skipped, skippedLines } = readHead(path);
  const plan = planSplit(feed);
  const lines = inspectJsonLines(limits.depth, limits.columns);
  const copy = new LineCopy(join(work, `json-${crypto.randomUUID()}.txt`), new Growth(path));
  try {
    const splitter = new JsonSplitter(plan, lines, copy);
    splitter.line += skippedLines;
    await pushAll(path, skipped, splitter, signal);
    copy.finish();
    requireRows(feed, splitter, copy);
    const keys = [...lines.keys].filter((key) => !isForeign(feed, siblings, key));
    const place = plan.hasPosition ? [placeName] : [];
    if (copy.count > 0) requireKeys(feed, [...keys, ...place, ...splitter.seen]);
    return {
      ...draftLines(copy.path, feed, [...keys, ...place], limits.record_size + longestAround),
      ...copy.account(splitter.lines),
      headerLine: undefined,
      dialect: `JSON, rows ${feed.rows ?? "$"}`,
      close: () => rmSync(copy.path, { force: true }),
    };
  } catch (error) {
    copy.discard();
    throw error;
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

async function pushAll(path: string, skipped: number, splitter: JsonSplitter, signal: AbortSignal): Promise<void> {
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes, start: skipped })) {
    signal.throwIfAborted();
    splitter.push(chunk as Buffer);
  }
  splitter.finish();
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
    closeSync(this.#descriptor);
  }

  discard(): void {
    try {
      closeSync(this.#descriptor);
    } catch {
      // It was closed by finish().
    }
    rmSync(this.path, { force: true });
  }

  account(physicalLines: number) {
    const { count } = this;
    return { count, diverted: this.#diverted, lineMap: this.#lineMap, ...this.#buckets.account(physicalLines) };
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
