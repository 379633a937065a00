import type { Head } from "../formats/head.ts";
import { FileFault } from "../formats/reader.ts";

const sampleLines = 500;
const leastLines = 3;
const linesTold = 5;

/** Where columns of fixed width stand, as a source file says it: places count from 1. */
export interface FixedColumns {
  /** Lines above the first record. */
  readonly skipLines: number;
  readonly columns: readonly { readonly name: string; readonly at: number; readonly width: number }[];
}

/** The head of a file whose columns stand below each other. */
export interface FixedSample {
  readonly fixed: FixedColumns;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly evidence: readonly string[];
  readonly questions: readonly string[];
}

/**
 * Finds columns that are parted by places which are blank in every line; undefined where there are none. Where there is a
 * header, each column has a name in it.
 * @throws FileFault for values that runs of spaces part and that do not stand below each other.
 */
export function sampleFixed({ text, isWhole }: Head): FixedSample | undefined {
  const all = text.split(/\r\n|\n|\r/);
  const lines = (isWhole ? all : all.slice(0, -1)).slice(0, sampleLines);
  const filled = lines.filter((line) => line.trim() !== "");
  const isAligned = filled.filter((line) => /\S {2,}\S/.test(line)).length > filled.length / 2;
  if (filled.length < leastLines || !isAligned || text.includes("\t")) return undefined;
  const found = findSpans(filled);
  const [first = ""] = filled;
  const isHeader = cutLine(first, found).every((cell) => cell === "" || (/\p{L}/u.test(cell) && !/^\p{N}/u.test(cell)));
  const spans = isHeader ? joinUnnamed(first, found) : found;
  requireAligned(isHeader ? filled.slice(1) : filled, found, lines);
  if (spans.length < 2) return undefined;
  const cut = (line: string) => cutLine(line, spans);
  const names = cut(first).map((cell, index) => (isHeader && cell !== "" ? cell : `column ${index + 1}`));
  const skipLines = isHeader ? lines.indexOf(first) + 1 : 0;
  return {
    fixed: {
      skipLines,
      columns: spans.map(({ start, end }, index) => ({ name: names[index] ?? "", at: start + 1, width: end - start })),
    },
    header: names,
    rows: lines
      .slice(skipLines)
      .filter((line) => line.trim() !== "")
      .map(cut),
    evidence: [
      `${spans.length} columns stand below each other, parted by places that are blank in all ${filled.length} lines`,
    ],
    questions: ["Columns were cut where all lines are blank: may a value be longer than those seen? Widen its column."],
  };
}

/** From its first place up to, not with, its end. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** Share of lines whose runs of spaces may stand inside values. */
const mostRagged = 0.1;

function requireAligned(records: readonly string[], spans: readonly Span[], lines: readonly string[]): void {
  const isRagged = (line: string) =>
    cutLine(line, spans).some((cell) => / {2,}/.test(cell)) || line.trim().split(/ {2,}/).length > spans.length;
  const ragged = records.filter(isRagged);
  if (ragged.length <= records.length * mostRagged) return;
  const places = ragged.slice(0, linesTold).map((line) => lines.indexOf(line) + 1);
  const more = ragged.length > places.length ? ", …" : "";
  throw new FileFault(
    "misaligned",
    `runs of spaces part the values, and these do not stand below each other: ${ragged.length} of ${records.length} lines (${places.join(", ")}${more}) hold more than the ${spans.length} ${spans.length === 1 ? "column" : "columns"} that all lines have in common`,
    "Export it with a delimiter (semicolon or tab), or with columns of fixed width.",
    places[0],
  );
}

function cutLine(line: string, spans: readonly Span[]): readonly string[] {
  return spans.map(({ start, end }) => line.slice(start, end).trim());
}

/** What stands under no name of its own is the rest of the column before it. */
function joinUnnamed(header: string, spans: readonly Span[]): readonly Span[] {
  const named = spans.filter(({ start, end }, index) => index === 0 || header.slice(start, end).trim() !== "");
  return named.map(({ start, end }, index) => ({ start, end: named[index + 1]?.start ?? spans.at(-1)?.end ?? end }));
}

/** Runs of places that some line fills; each goes on up to the next. */
function findSpans(lines: readonly string[]): readonly Span[] {
  const width = Math.max(...lines.map((line) => line.length));
  const isFilled = Array.from({ length: width }, (_, at) => lines.some((line) => /\S/.test(line.charAt(at))));
  const starts = isFilled.flatMap((filled, at) => (filled && !isFilled[at - 1] ? [at] : []));
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? width }));
}
