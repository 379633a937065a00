import { entities } from "../contracts/entities.ts";
import type { Head } from "../formats/head.ts";
import { FileFault, type OtherLine } from "../formats/reader.ts";
import { countMatches, foldName, joinHeaders, knownNames, nameCells, neededNames, requireColumns } from "../header.ts";
import type { Dialect, Feed } from "../source.ts";
import { afterBreak, type CutRecord, cutRecord, lineEnd } from "./cells.ts";
import { planTypes } from "./types.ts";

/** Lines with text among which a header is looked for, and all lines. */
export const headerLines = 50;
const mostLines = 300;
/** Records behind the header that tell how many fields records have. */
const sampleRecords = 200;
/** Share of records that must have a delimiter at their end for it to be the way the file is written. */
const usualShare = 0.9;

/** Where the table of a text file stands, and how it is written. */
export interface Layout {
  readonly dialect: Dialect;
  readonly names: readonly string[];
  /** The rows of the header, as cells; none where the source says there is no header. */
  readonly headerRows: readonly (readonly string[])[];
  /** Physical line of the last row of the header. */
  readonly headerLine: number | undefined;
  /** Where records begin: position in the text of the head, and physical line. */
  readonly start: number;
  readonly startLine: number;
  /** Records end with an empty field more than the header has names, which is left out. */
  readonly isTailed?: boolean;
  /** Lines above the records. */
  readonly above: readonly OtherLine[];
}

/** A physical line of the head. */
interface HeadLine {
  readonly start: number;
  readonly end: number;
  readonly number: number;
  readonly isBlank: boolean;
}

/** A row, with those above it, that may be the header. */
interface Candidate {
  readonly names: readonly string[];
  readonly rows: readonly CutRecord[];
  readonly lines: readonly HeadLine[];
  readonly needed: number;
  readonly known: number;
}

/**
 * Finds dialect and header of a text file: the first lines under which the names a feed needs stand. Where no line has
 * them all, lines are joined with the group headers above them: `Plan Amount`.
 * @throws FileFault naming the nearest line, or the delimiter that the file has instead of the one declared.
 */
export function findLayout(head: Head, feed: Feed, dialects: readonly Dialect[]): Layout {
  const lines = readLines(head);
  const found = dialects.map((dialect) => ({ dialect, header: findHeader(head, lines, feed, dialect) }));
  const wanted = neededNames(feed).length;
  const rated = found.map((one) => ({ ...one, rating: rate(head, one.header, one.dialect) }));
  const best = rated.reduce((one, other) => (isBetter(other, one) ? other : one));
  if (best.header.needed < wanted) throw missing(feed, best.header, lines);
  return layOut(head, feed, lines, best.dialect, best.header);
}

/** Finds where records begin in a file whose source says there is no header: columns are named by their places. */
export function layoutWithoutHeader(head: Head, feed: Feed, dialects: readonly Dialect[]): Layout {
  const rated = dialects.map((dialect) => ({ dialect, sample: sampleFields(head, 0, dialect) }));
  const best = rated.reduce((one, other) => (other.sample.share > one.sample.share ? other : one));
  const names = nameCells(Array.from({ length: best.sample.fields }, () => ""));
  requireColumns(feed, names, undefined);
  return {
    dialect: best.dialect,
    names,
    headerRows: [],
    headerLine: undefined,
    start: 0,
    startLine: head.skippedLines + 1,
    above: skippedLines(head),
  };
}

function readLines({ text, skippedLines: before }: Head): readonly HeadLine[] {
  const lines: HeadLine[] = [];
  let filled = 0;
  for (let start = 0; start < text.length && lines.length < mostLines && filled < headerLines; ) {
    const end = lineEnd(text, start);
    const isBlank = /^[\s;,|]*$/u.test(text.slice(start, end));
    lines.push({ start, end, number: before + lines.length + 1, isBlank });
    if (!isBlank) filled += 1;
    start = afterBreak(text, end);
  }
  return lines;
}

/** The line that matches best; a match of joined lines only where no line alone matches. */
function findHeader(head: Head, lines: readonly HeadLine[], feed: Feed, dialect: Dialect): Candidate {
  const only = feed.headerRow === undefined ? lines : lines.filter(({ number }) => number === feed.headerRow);
  const filled = only.filter(({ isBlank }) => !isBlank);
  const wanted = neededNames(feed).length;
  const plain = filled.map((line) => judge(feed, [line], [cutRecord(head.text, line.start, dialect)], dialect));
  const best = bestOf(plain);
  if (best === undefined && feed.headerRow !== undefined) throw blankHeader(feed, feed.headerRow);
  if (best === undefined) throw new FileFault("empty", "the file holds no text", "Export it again.");
  if (best.needed === wanted) return best;
  const joined = filled.flatMap((line) => joinAbove(head, lines, feed, dialect, line));
  const other = bestOf(joined);
  return other !== undefined && other.needed > best.needed ? other : best;
}

function blankHeader({ source }: Feed, line: number): FileFault {
  return new FileFault(
    "header",
    "the line that header_row names is blank or beyond the first lines of the file",
    `Change \`header_row\` in the source file of ${source}.`,
    line,
  );
}

/** The line under one and under two group headers. */
function joinAbove(
  head: Head,
  lines: readonly HeadLine[],
  feed: Feed,
  dialect: Dialect,
  line: HeadLine,
): readonly Candidate[] {
  const index = lines.indexOf(line);
  return [1, 2].flatMap((depth) => {
    const stack = lines.slice(index - depth, index + 1);
    if (index < depth || stack.some(({ isBlank }) => isBlank)) return [];
    const rows = stack.map(({ start }) => cutRecord(head.text, start, dialect));
    return [judge(feed, stack, rows, dialect)];
  });
}

function judge(feed: Feed, lines: readonly HeadLine[], cut: readonly CutRecord[], dialect: Dialect): Candidate {
  const known = new Set(knownNames(feed).map((name) => foldName(name).replace(/#1$/, "")));
  const rows = cut.map((row) => (row.isRegular ? row : withoutQuotes(row, dialect)));
  const names = nameCells(nameColumns(rows, known));
  const folded = new Set(names.map(foldName));
  return {
    names,
    rows,
    lines,
    needed: countMatches(feed, names),
    known: [...known].filter((name) => folded.has(name)).length,
  };
}

/** Names of a line whose quotes do not close: those around them go, what is left has to be what the feed needs. */
function withoutQuotes(row: CutRecord, { quote }: Dialect): CutRecord {
  if (quote === "") return row;
  const strip = (cell: string) => {
    const letters = cell.trim();
    let [from, until] = [0, letters.length];
    while (letters.charAt(from) === quote) from += 1;
    while (until > from && letters.charAt(until - 1) === quote) until -= 1;
    return letters.slice(from, until);
  };
  return { ...row, cells: row.cells.map(strip) };
}

/** Columns under a group are named with it, or without it where the feed knows the name and no other column has it. */
function nameColumns(rows: readonly CutRecord[], known: ReadonlySet<string>): readonly string[] {
  const texts = rows.map(({ cells }) => cells.map((cell) => cell.trim()));
  const own = texts.at(-1) ?? [];
  if (texts.length < 2) return own;
  const filled = texts.map((cells, index) => {
    return index === texts.length - 1 ? cells : fillRight(cells, texts.slice(index + 1));
  });
  const joined = filled.reduce((upper, lower) => joinHeaders(upper, lower));
  const isAlone = (name: string) => own.filter((other) => foldName(other) === foldName(name)).length === 1;
  return joined.map((name, column) => {
    const below = own[column] ?? "";
    return !known.has(foldName(name)) && known.has(foldName(below)) && isAlone(below) ? below : name;
  });
}

/** A group header stands over the names to its right, up to the next one, as merged cells do. */
export function fillRight(upper: readonly string[], below: readonly (readonly string[])[]): readonly string[] {
  let group = "";
  return upper.map((cell, column) => {
    if (cell !== "") group = cell;
    else if (below.every((row) => (row[column] ?? "") === "")) return "";
    return group;
  });
}

function bestOf(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>((one, other) => {
    if (one === undefined || other.needed > one.needed) return other;
    return other.needed === one.needed && other.known > one.known ? other : one;
  }, undefined);
}

/** How well a dialect reads the records behind a header. */
interface Rating {
  readonly share: number;
  readonly quoted: number;
}

function rate(head: Head, header: Candidate, dialect: Dialect): Rating {
  const last = header.rows.at(-1);
  const { share, quoted } = sampleFields(head, last?.end ?? 0, dialect, header.names.length);
  return { share, quoted: quoted + header.rows.reduce((sum, row) => sum + row.quoted, 0) };
}

type Rated = { readonly header: Candidate; readonly rating: Rating };

function isBetter(one: Rated, other: Rated): boolean {
  const pairs = [
    [one.header.needed, other.header.needed],
    [one.header.known, other.header.known],
    [one.rating.share, other.rating.share],
    [one.rating.quoted, other.rating.quoted],
  ] as const;
  const decisive = pairs.find(([left, right]) => left !== right);
  return decisive !== undefined && decisive[0] > decisive[1];
}

/** The most frequent number of fields behind a position, the share of lines that have it, and how many fields are quoted. */
function sampleFields({ text, isWhole }: Head, start: number, dialect: Dialect, wanted?: number) {
  const counts = new Map<number, number>();
  let records = 0;
  let quoted = 0;
  let emptyLast = true;
  for (let at = start; at < text.length && records < sampleRecords; ) {
    const record = cutRecord(text, at, dialect);
    const isCut = !isWhole && record.end >= text.length;
    at = record.end === at ? text.length : record.end;
    if (isCut || record.cells.every((cell) => cell.trim() === "")) continue;
    records += 1;
    quoted += record.quoted;
    if (!record.isRegular) continue;
    counts.set(record.cells.length, (counts.get(record.cells.length) ?? 0) + 1);
    if (wanted !== undefined && record.cells.length === wanted + 1 && record.cells.at(-1)?.trim() !== "")
      emptyLast = false;
  }
  const [fields, times] = [...counts].reduce((one, other) => (other[1] > one[1] ? other : one), [1, 0]);
  const fitting = wanted === undefined ? times : (counts.get(wanted) ?? 0);
  return { fields, times, share: records === 0 ? 0 : fitting / records, quoted, emptyLast, records };
}

function layOut(head: Head, feed: Feed, lines: readonly HeadLine[], dialect: Dialect, header: Candidate): Layout {
  const last = header.rows.at(-1);
  const [first] = header.lines;
  const final = header.lines.at(-1);
  if (last === undefined || first === undefined || final === undefined) throw new Error("a header without a row");
  const fitted = fitTrailing(head, dialect, header.names, last.end);
  const names = fitGap(head, feed, dialect, fitted, last.end);
  requireColumns(feed, names, final.number);
  const span = (from: number, until: number) => Math.max(1, countBreaks(head.text.slice(from, until)));
  const own = span(first.start, last.end);
  const title = {
    kind: "header" as const,
    line: first.number,
    lines: own,
    text: head.text.slice(first.start, last.end),
  };
  return {
    dialect,
    names,
    headerRows: header.rows.map(({ cells }) => cells),
    headerLine: final.number,
    start: last.end,
    startLine: first.number + own,
    ...(fitted.length > header.names.length ? { isTailed: true } : {}),
    above: [
      ...skippedLines(head),
      ...lines.filter(({ number }) => number < first.number).map((line) => describeAbove(head, line)),
      { ...title, text: title.text.replace(/[\r\n]+$/, "").slice(0, 10_000), afterRecord: 0 },
    ],
  };
}

/** A delimiter behind the last column, in the header or in the records alone, makes no column of its own. */
function fitTrailing(head: Head, dialect: Dialect, names: readonly string[], start: number): readonly string[] {
  const { fields, times, records, emptyLast } = sampleFields(head, start, dialect, names.length);
  const isUsual = times >= records * usualShare;
  if (isUsual && fields === names.length + 1 && emptyLast) return [...names, `column ${names.length + 1}`];
  const isUnnamed = names.slice(fields).every((name) => /^column \d+$/.test(name));
  return isUsual && fields < names.length && fields > 0 && isUnnamed ? names.slice(0, fields) : names;
}

/**
 * A header with one empty cell, over records of one field less: the cell is one too many where all records that follow read
 * as the feed says without it, and without no other column.
 */
function fitGap(head: Head, feed: Feed, dialect: Dialect, names: readonly string[], start: number): readonly string[] {
  const gaps = names.flatMap((name, index) => (name === `column ${index + 1}` ? [index] : []));
  const [gap] = gaps;
  if (gap === undefined || gaps.length > 1) return names;
  const { fields, times, records } = sampleFields(head, start, dialect, names.length);
  if (fields !== names.length - 1 || times < records * usualShare) return names;
  const types = planTypes(feed, names, entities[feed.entity].key);
  const rows = sampleCells(head, start, dialect, fields);
  const mayLack = (lost: number) => {
    const others = types.toSpliced(lost, 1);
    return rows.every((cells) => others.every((type, index) => type?.mayHold(cells[index] ?? "") ?? true));
  };
  const candidates = names.flatMap((_, index) => (types[index]?.isRequired || !mayLack(index) ? [] : [index]));
  return candidates.length === 1 && candidates[0] === gap ? names.toSpliced(gap, 1) : names;
}

/** Regular records of so many fields among the first. */
function sampleCells({ text, isWhole }: Head, start: number, dialect: Dialect, fields: number) {
  const rows: (readonly string[])[] = [];
  for (let at = start; at < text.length && rows.length < sampleRecords; ) {
    const record = cutRecord(text, at, dialect);
    const isCut = !isWhole && record.end >= text.length;
    at = record.end === at ? text.length : record.end;
    if (!isCut && record.isRegular && record.cells.length === fields) rows.push(record.cells);
  }
  return rows;
}

function describeAbove({ text }: Head, { start, end, number, isBlank }: HeadLine): OtherLine {
  const line = text.slice(start, end);
  return { kind: isBlank ? "blank" : "preamble", line: number, lines: 1, text: line.slice(0, 10_000), afterRecord: 0 };
}

function skippedLines({ skippedLines: count, separator }: Head): readonly OtherLine[] {
  return count === 0 ? [] : [{ kind: "preamble", line: 1, lines: count, text: `sep=${separator}`, afterRecord: 0 }];
}

function countBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

function missing(feed: Feed, near: Candidate, lines: readonly HeadLine[]): FileFault {
  const line = near.lines.at(-1)?.number;
  const isFirst = lines.find(({ isBlank }) => !isBlank)?.number === line;
  try {
    requireColumns(feed, near.names, line);
  } catch (error) {
    if (!(error instanceof FileFault) || isFirst) throw error;
    const where =
      feed.headerRow === undefined
        ? `no line among the first ${headerLines} is the header; the nearest is line ${line}: `
        : "";
    return new FileFault(error.rule, `${where}${error.message}`, error.remedy, line);
  }
  throw new Error("a header that matches is not the nearest one");
}
