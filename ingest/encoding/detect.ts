import { FileFault } from "../formats/reader.ts";
import { foldName, knownNames } from "../header.ts";
import type { Feed } from "../source.ts";
import { candidates, findEncoding, upperHalf } from "./codec.ts";
import { ambiguous, notListed, type Reading, severalBytes, shorten, unreadable } from "./doubts.ts";
import { languages } from "./letter-pairs.ts";
import { findMojibake } from "./mojibake.ts";
import { findMultiByte, isMultiByte } from "./multi-byte.ts";
import { countNoise, countPriced, priceText } from "./score.ts";
import { checkUtf8, readStart, type Survey, surveyBytes } from "./survey.ts";

/** How sure a verdict by letters must be, in bits of evidence between the best two. */
const margin = 6;
/** Letters of a word depend on each other: a bit of price is worth less than a bit of evidence. */
const worth = 0.5;

/** Bits a page must make up for that is seldom written, and reads an accent or two like a common one: `Zoë` as `Zoė`. */
const seldom: Readonly<Record<string, number>> = { "windows-1257": 10, macintosh: 8 };

/** Bits a letter above which no text of a known language lies; the dearest found were 6.2. */
const mostPerLetter = 6.8;
/** Letters from which on that can be told. */
const leastJudged = 12;

/** The encoding of a file, and how it is known. */
export interface Verdict {
  readonly encoding: string;
  readonly method: "declared" | "byte order mark" | "zero bytes" | "valid UTF-8" | "header" | "letters";
  /** 0 to 1. */
  readonly confidence: number;
}

/** What decides: the encodings a feed allows, the languages it is written in, and the names of its columns. */
export type EncodingContract = Pick<Feed, "encoding" | "languages"> & { readonly names: readonly string[] };

/** Reads what decides about the encoding of a feed's files. */
export function encodingContract(feed: Feed): EncodingContract {
  return { encoding: feed.encoding, languages: feed.languages, names: knownNames(feed) };
}

/** Writes a verdict for the ledger. */
export function describeVerdict({ encoding, method, confidence }: Verdict): string {
  const how = method === "declared" ? method : `by ${method}, confidence ${confidence.toFixed(2)}`;
  return `encoding ${encoding} (${how})`;
}

/**
 * Decides the encoding of a file (ingest.md §5): a byte order mark, the parity of zero bytes, valid UTF-8 throughout, the
 * names of the contract's columns in the header, the letters of its languages.
 * @throws FileFault where two encodings fit alike (the file is held), where the file contradicts what is declared, and
 *   for text encoded twice and UTF-32.
 */
export async function detectEncoding(path: string, contract: EncodingContract, signal: AbortSignal): Promise<Verdict> {
  const allowed = allowedEncodings(contract.encoding);
  const head = await readStart(path);
  refuseUtf32(head);
  const marked = findMark(head);
  const [declared] = allowed;
  if (declared === "utf-8" && allowed.length === 1) return { encoding: declared, method: "declared", confidence: 1 };
  if (marked !== undefined)
    return { encoding: requireAllowed(marked, allowed), method: "byte order mark", confidence: 1 };
  if (declared !== undefined && allowed.length === 1) return { encoding: declared, method: "declared", confidence: 1 };
  const wide = findWide(head);
  if (wide !== undefined && allowed.includes(wide)) return { encoding: wide, method: "zero bytes", confidence: 0.99 };
  const utf8 = await checkUtf8(path, signal);
  if (utf8 !== "neither") return takeUtf8(allowed, utf8 === "ascii");
  return judge(await surveyBytes(path, signal), allowed, contract);
}

/**
 * Looks at the beginning of a file, as UTF-8, whether its text was encoded twice.
 * @throws FileFault naming the line.
 */
export function refuseMojibake(head: Uint8Array, encoding: string): void {
  const lines = new TextDecoder().decode(head).split("\n");
  const found = findMojibake(lines);
  if (found === undefined) return;
  throw new FileFault(
    "mojibake",
    `the text looks like UTF-8 read as ${found.as}${encoding === "utf-8" ? " and saved again" : ""}: "${shorten(lines[found.index] ?? "")}" may have been "${shorten(found.meant)}"`,
    encoding === "utf-8"
      ? "Export it again from the system it comes from; a program on the way has spoiled it."
      : "Say encoding: utf-8 in the source file, or export the encoding it names.",
    found.index + 1,
  );
}

/** Refuses what no tool reads as a table: two zero bytes in each four, on the same side, which UTF-16 would take for letters. */
function refuseUtf32(head: Uint8Array): void {
  const groups = Array.from({ length: Math.min(head.length >> 2, 64) }, (_, index) =>
    head.subarray(index * 4, index * 4 + 4),
  );
  const isZero = (one: number, other: number) => groups.every((bytes) => bytes[one] === 0 && bytes[other] === 0);
  const isWide = groups.length > 1 && groups.every((bytes) => bytes.some((byte) => byte !== 0));
  if (!isWide || !(isZero(0, 1) || isZero(2, 3))) return;
  throw new FileFault("format", "the file is UTF-32 text", "Export it as UTF-8, or run: iconv -f utf-32 -t utf-8.", 1);
}

function allowedEncodings(encoding: Feed["encoding"]): readonly string[] {
  const names = typeof encoding === "string" ? [encoding] : encoding;
  const found = names.flatMap((name) => (name === "auto" ? candidates : (findEncoding(name) ?? [])));
  return [...new Set(found)];
}

function findMark(head: Uint8Array): string | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  return head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : undefined;
}

function requireAllowed(marked: string, allowed: readonly string[]): string {
  if (allowed.includes(marked)) return marked;
  throw new FileFault(
    "encoding",
    `the file begins with the mark of ${marked.toUpperCase()}, the source says ${allowed.join(", ")}`,
    `Say encoding: ${marked} in the source file, or list it there.`,
    1,
  );
}

/** Finds UTF-16 without a mark: the ASCII of any table has a zero byte in each letter, always on the same side. */
function findWide(head: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  let even = 0;
  let odd = 0;
  for (let index = 0; index < head.length; index += 1) {
    if (head[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  if (Math.max(even, odd) * 50 < head.length || Math.max(even, odd) === 0) return undefined;
  if (Math.min(even, odd) * 50 > Math.max(even, odd)) return undefined;
  return odd > even ? "utf-16le" : "utf-16be";
}

function takeUtf8(allowed: readonly string[], isAscii: boolean): Verdict {
  const first = allowed.find((encoding) => !encoding.startsWith("utf-16")) ?? "utf-8";
  if (allowed.includes("utf-8")) return { encoding: "utf-8", method: "valid UTF-8", confidence: 1 };
  if (isAscii) return { encoding: first, method: "declared", confidence: 1 };
  throw new FileFault(
    "encoding",
    `the whole file is valid UTF-8, the source says ${allowed.join(", ")}`,
    "List utf-8 under `encoding` in the source file.",
  );
}

function judge(survey: Survey, allowed: readonly string[], contract: EncodingContract): Verdict {
  const single = allowed.filter((encoding) => !encoding.startsWith("utf-") && !isMultiByte(encoding));
  const isOpen = [contract.encoding].flat().includes("auto");
  const pages = distinctPages(single, survey.counts);
  refuseBrokenUtf8(survey);
  const readings = [...pages].map(([encoding, page]) => readAs(encoding, page, survey, contract));
  const most = Math.max(...readings.map(({ names }) => names), 0);
  const named = readings.filter(({ names }) => names === most).sort((one, other) => one.bits - other.bits);
  const [best, second] = named;
  const wide = most > 0 ? undefined : judgeWide(survey, allowed, contract);
  if (wide !== undefined) return wide;
  if (best === undefined) throw notListed(allowed);
  if (isOpen && most === 0 && isNoise(best)) throw unreadable(best);
  const evidence = second === undefined ? Number.POSITIVE_INFINITY : (second.bits - best.bits) * worth;
  if (evidence < margin && second !== undefined) throw ambiguous(best, second, evidence);
  const confidence = second === undefined && readings.length > 1 ? 0.99 : 1 / (1 + 2 ** -evidence);
  return { encoding: best.encoding, method: most > 0 ? "header" : "letters", confidence: Math.min(confidence, 0.999) };
}

/** Tells whether even the best reading is no text of words. */
function isNoise({ bits, length, lines }: Reading): boolean {
  if (length < leastJudged / 2) return false;
  const isDear = length >= leastJudged && bits > mostPerLetter * length;
  return isDear || lines.reduce((sum, line) => sum + countNoise(line), 0) * 2 > length;
}

/**
 * Decides whether a file is in an encoding of several bytes a letter: by the names of the contract, or as the only one that is
 * listed and fits. `auto` does not choose among them; undefined where none fits.
 * @throws FileFault, held, where one may be meant and the source does not say which.
 */
function judgeWide(survey: Survey, allowed: readonly string[], contract: EncodingContract): Verdict | undefined {
  const listed = allowed.filter(isMultiByte);
  const hasSingle = allowed.some((encoding) => !encoding.startsWith("utf-") && !isMultiByte(encoding));
  const fitting = findMultiByte(survey.lines, hasSingle || listed.length === 0 ? undefined : listed);
  const readings = fitting.map((encoding) => readWide(encoding, survey, contract));
  const most = Math.max(...readings.map(({ names }) => names), 0);
  const named = readings.filter(({ names }) => names === most);
  const [only] = named;
  if (only === undefined) return undefined;
  if (named.length === 1 && most > 0) return { encoding: only.encoding, method: "header", confidence: 0.99 };
  if (named.length === 1 && !hasSingle) return { encoding: only.encoding, method: "letters", confidence: 0.99 };
  throw severalBytes(named);
}

function readWide(encoding: string, { head }: Survey, contract: EncodingContract) {
  const text = new TextDecoder(encoding).decode(head);
  return { encoding, header: headerOf(text), names: countNames(text, contract) };
}

function countNames(text: string, { names }: EncodingContract): number {
  const folded = foldName(text);
  const wanted = new Set(names.map(foldName).filter((name) => /[^\0-\x7f]/.test(name)));
  return [...wanted].filter((name) => folded.includes(name)).length;
}

function headerOf(text: string): string {
  return text.split(/\r\n|\n|\r/).find((line) => /[^\0-\x7f]/.test(line)) ?? "";
}

/** Leaves out pages that read every byte of this file as an earlier one does: between them there is nothing to decide. */
function distinctPages(encodings: readonly string[], counts: Float64Array): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  const seen = new Set<string>();
  for (const encoding of encodings) {
    const page = upperHalf(encoding);
    const used = [...page].filter((_, index) => (counts[index + 128] ?? 0) > 0).join("");
    if (seen.has(used)) continue;
    seen.add(used);
    pages.set(encoding, page);
  }
  return pages;
}

function readAs(encoding: string, page: string, survey: Survey, contract: EncodingContract): Reading {
  const read = (bytes: Uint8Array) =>
    Buffer.from(bytes)
      .toString("latin1")
      .replace(/[\x80-\xff]/g, (byte) => page.charAt(byte.charCodeAt(0) - 128));
  const head = read(survey.head);
  const lines = survey.lines.map(({ bytes }) => read(bytes));
  return {
    encoding,
    header: headerOf(head),
    names: countNames(head, contract),
    bits: lines.reduce((sum, line) => sum + priceText(line, contract.languages ?? languages), seldom[encoding] ?? 0),
    length: lines.reduce((sum, line) => sum + countPriced(line), 0),
    lines,
  };
}

/** UTF-8 with a damaged line is no single-byte encoding, though each of them would read it as something. */
function refuseBrokenUtf8({ lines }: Survey): void {
  const decoded = lines.map(({ bytes }) => new TextDecoder().decode(bytes));
  const right = decoded.reduce((sum, text) => sum + (text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0), 0);
  const wrong = decoded.reduce((sum, text) => sum + (text.match(/\ufffd/g)?.length ?? 0), 0);
  if (right < 3 || right < 4 * wrong) return;
  const index = decoded.findIndex((text) => text.includes("\ufffd"));
  throw new FileFault(
    "encoding",
    `the file is UTF-8, but this line has bytes that are not: "${shorten(decoded[index] ?? "")}"`,
    "Files in two encodings were put together, or bytes were lost; export it again.",
    lines[index]?.line,
  );
}
