import { openReader } from "../encoding/codec.ts";
import { detectEncoding } from "../encoding/detect.ts";
import { EncodingDoubt } from "../encoding/doubts.ts";
import { type Head, parseHead, readBytes } from "../formats/head.ts";
import { FileFault } from "../formats/reader.ts";
import { contexts } from "../formats/scan.ts";
import { foldName, joinHeaders } from "../header.ts";
import type { Dialect } from "../source.ts";
import { cutRecord } from "./cells.ts";
import { guessDialects } from "./dialect.ts";
import { fillRight } from "./layout.ts";
import { foldCells, type Signs, tellText } from "./tell.ts";
import type { CellType } from "./types.ts";
import { balanceWords, totalWords } from "./words.ts";

const sampleRecords = 5_000;
const linesShown = 8;
const usuallyFilled = 0.6;
/** Share of lines with as many fields below which the dialect is asked about. */
const leastShare = 0.5;
/** Share of lines that must have as many words for spaces to part fields. */
const usuallySpaced = 0.9;
/** Share of fields that are numbers and days, where a delimiter is preferred for them. */
const leastTyped = 0.2;
/** Share of values below that make a column one of numbers and days. */
const usuallyTyped = 0.8;
const requiredText: CellType = { mayHold: () => true, isTyped: false, isKey: false, isRequired: true, column: "" };

/** The head of a delimited file: its table, what stands beside it, and what a person has to decide. */
export interface TableSample {
  readonly encoding: string;
  /** The encoding is a guess that nobody may load by. */
  readonly isUnread: boolean;
  /** The text it was read from. */
  readonly head: Head;
  readonly dialect: Dialect;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Lines of data begin at once: columns are named by their places. */
  readonly isHeadless: boolean;
  /** Physical lines whose count of fields is not the header's. */
  readonly irregular: readonly number[];
  /** What was found, line by line: titles, header, totals. */
  readonly evidence: readonly string[];
  readonly questions: readonly string[];
}

/**
 * Reads the head of a delimited file without a source: the encoding by its letters, the dialect under which most records
 * have the same number of fields, the first line of names for the header.
 * @throws FileFault for an empty file, and for bytes no encoding explains.
 */
export async function sampleTable(path: string, signal: AbortSignal): Promise<TableSample> {
  const { encoding, isUnread, evidence, questions } = await guessEncoding(path, signal);
  const { bytes, isWhole } = readBytes(path);
  const head = encoding === "utf-8" ? parseHead(bytes, isWhole) : decodeHead(bytes, isWhole, encoding);
  if (head.text.trim() === "") throw new FileFault("empty", "the file holds no text", "Export it again.");
  const { best, rival, told } = chooseDialect(head);
  const records = cutLines(head, best.dialect);
  const header = findHeader(records, best.width);
  const table = sortLines(records, header, best.dialect);
  const doubt =
    rival === undefined
      ? []
      : [
          `Is the delimiter ${JSON.stringify(best.dialect.delimiter)} or ${JSON.stringify(rival.dialect.delimiter)}? Lines have as many fields either way.`,
        ];
  const few =
    best.share >= leastShare
      ? []
      : [
          `Only ${Math.round(best.share * 100)} % of lines have as many fields as that: what parts fields, and what stands around them? The other lines will be set aside.`,
        ];
  const share = `${Math.round(best.share * 100)} % of lines have ${best.width} fields with ${JSON.stringify(best.dialect.delimiter)}`;
  return {
    encoding,
    isUnread,
    head,
    dialect: best.dialect,
    header: header.names,
    isHeadless: header.rows.length === 0,
    rows: table.rows,
    irregular: table.irregular,
    evidence: [evidence, share, ...told, ...table.evidence],
    questions: [...questions, ...doubt, ...few, ...header.questions, ...table.questions],
  };
}

async function guessEncoding(path: string, signal: AbortSignal) {
  try {
    const contract = { encoding: "auto", languages: undefined, names: [] };
    const { encoding, method, confidence } = await detectEncoding(path, contract, signal);
    const question = `The file is not UTF-8. Is it ${encoding}? Look at the names below before you say so.`;
    const isSure = method !== "letters" && method !== "header";
    const evidence = `encoding ${encoding} by ${method}, confidence ${confidence.toFixed(2)}`;
    return { encoding, isUnread: false, evidence, questions: isSure ? [] : [question] };
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    if (!(error instanceof EncodingDoubt)) {
      const { message, remedy } = error;
      return { encoding: "utf-8", isUnread: false, evidence: message, questions: [`${message}. ${remedy}`] };
    }
    const { isUnread, message, readings } = error;
    const [encoding = "windows-1251"] = readings;
    const question = isUnread
      ? `Which encoding is the file in? ${message}.`
      : `The file is not UTF-8. Is it ${encoding}? ${message}.`;
    return { encoding, isUnread, evidence: `encoding in doubt: ${message}`, questions: [question] };
  }
}

function decodeHead(bytes: Buffer, isWhole: boolean, encoding: string): Head {
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return parseHead(Buffer.from(openReader(encoding).decode(isWhole ? bytes : whole)), isWhole);
}

interface RatedDialect {
  readonly dialect: Dialect;
  readonly width: number;
  readonly share: number;
  readonly quoted: number;
  /** Share of fields of such lines that are numbers and days. */
  readonly typed: number;
}

interface ChosenDialect {
  readonly best: RatedDialect;
  readonly rival: RatedDialect | undefined;
  readonly told: readonly string[];
}

function chooseDialect(head: Head): ChosenDialect {
  const { best, rival } = chooseMarks(head);
  if (best.width === 1) {
    const spaced = rateDialect(head, { delimiter: " ", quote: '"' });
    const isTable = spaced.width > 1 && spaced.share >= usuallySpaced;
    if (isTable) return { best: spaced, rival: undefined, told: ["fields are parted by single spaces"] };
  }
  const bare = rateDialect(head, { delimiter: best.dialect.delimiter, quote: "" });
  const isBare = best.width > 1 && best.quoted === 0 && bare.width === best.width && bare.share > best.share;
  if (!isBare) return { best, rival, told: [] };
  return { best: bare, rival, told: ["no field stands in quotes: quotes are part of values"] };
}

function chooseMarks(head: Head): Omit<ChosenDialect, "told"> {
  const rated = guessDialects(head).map((dialect) => rateDialect(head, dialect));
  const weight = ({ width, share }: RatedDialect) => (width > 1 ? share : share / 10);
  const commonest = rated.reduce((one, other) =>
    weight(other) > weight(one) || (weight(other) === weight(one) && other.quoted > one.quoted) ? other : one,
  );
  const best = rated.find((one) => isTruer(one, commonest)) ?? commonest;
  const rival = rated.find(
    (one) => one.dialect.delimiter !== best.dialect.delimiter && one.width > 1 && weight(one) === weight(best),
  );
  return { best, rival };
}

/** Decimal commas part lines into as many fields, too, none of which is a number or a day; what parts them into such is truer. */
function isTruer({ width, share, typed }: RatedDialect, commonest: RatedDialect): boolean {
  return commonest.typed === 0 && typed >= leastTyped && share >= leastShare && width > commonest.width;
}

function rateDialect(head: Head, dialect: Dialect): RatedDialect {
  const lines = cutLines(head, dialect).filter(({ isBlank }) => !isBlank);
  const counts = new Map<number, number>();
  for (const { cells, isRegular } of lines)
    if (isRegular) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [width, times] = [...counts].reduce(
    (one, other) => (other[1] > one[1] || (other[1] === one[1] && other[0] > one[0]) ? other : one),
    [1, 0],
  );
  const quoted = lines.reduce((sum, line) => sum + line.quoted, 0);
  const fields = lines.filter(({ cells }) => cells.length === width).flatMap(({ cells }) => cells);
  const typed = fields.filter((cell) => isTypedText(cell.trim())).length / Math.max(fields.length, 1);
  return { dialect, width, share: lines.length === 0 ? 0 : times / lines.length, quoted, typed };
}

interface CutLine {
  readonly cells: readonly string[];
  readonly text: string;
  readonly line: number;
  readonly isRegular: boolean;
  readonly isBlank: boolean;
  readonly quoted: number;
}

/** Cuts the head into records; one that the head cuts off is left out. */
function cutLines({ text, isWhole, skippedLines }: Head, dialect: Dialect): readonly CutLine[] {
  const lines: CutLine[] = [];
  let line = skippedLines + 1;
  for (let at = 0; at < text.length && lines.length < sampleRecords + 50; ) {
    const record = cutRecord(text, at, dialect);
    if (!isWhole && record.end >= text.length) break;
    const own = text.slice(at, record.end).replace(/(?:\r\n|\n|\r)$/, "");
    const isBlank = record.cells.every((cell) => cell.trim() === "");
    lines.push({ ...record, text: own, line, isBlank });
    line += 1 + (own.match(/\r\n|\n|\r/g)?.length ?? 0);
    at = record.end;
  }
  return lines;
}

interface FoundHeader {
  readonly names: readonly string[];
  readonly rows: readonly CutLine[];
  readonly questions: readonly string[];
}

/** The first line as wide as the table whose cells are words; with the line below it where that one is words too. */
function findHeader(lines: readonly CutLine[], width: number): FoundHeader {
  const wide = lines.filter(({ cells, isBlank }) => !isBlank && Math.abs(cells.length - width) <= 1);
  const named = wide.filter((line) => isNames(line) && filled(line).length >= Math.max(1, Math.ceil(width / 2)));
  const [near] = named;
  const exact = named.find(({ cells }) => cells.length === width);
  const isTitle = near !== undefined && exact !== undefined && lines.indexOf(exact) === lines.indexOf(near) + 1;
  const first = isTitle ? exact : near;
  const [fallback] = wide.length > 0 ? wide : lines.filter(({ isBlank }) => !isBlank);
  if (first === undefined && isHeadless(lines, width)) {
    const question = "No line looks like a header: columns are named by their places. Is there none?";
    return {
      names: Array.from({ length: width }, (_, column) => `column ${column + 1}`),
      rows: [],
      questions: [question],
    };
  }
  if (first === undefined) {
    const rows = fallback === undefined ? [] : [fallback];
    return { names: fallback?.cells ?? [], rows, questions: [askOfHeader(fallback)] };
  }
  const below = lines[lines.indexOf(first) + 1];
  const isGroup = below !== undefined && hasGaps(first) && isNames(below) && first.cells.length === below.cells.length;
  if (!isGroup) return { names: namesOf(first), rows: [first], questions: [] };
  const upper = fillRight(
    first.cells.map((cell) => cell.trim()),
    [below.cells],
  );
  const lower = below.cells.map((cell) => cell.trim());
  return { names: joinHeaders(upper, lower), rows: [first, below], questions: [] };
}

/** Asks whether the first line as wide as the table is its header, though not all in it looks like names. */
function askOfHeader(line: CutLine | undefined): string {
  const cells = line === undefined ? [] : filled(line);
  const none = "If there is none, say header: none and from: column 1, column 2, …";
  const odd = cells.find((cell) => !isName(cell));
  const isAlmost = odd !== undefined && cells.filter(isName).length * 2 > cells.length;
  if (!isAlmost) return `No line looks like a header. ${none}`;
  return `Is line ${line?.line} the header? It is taken for one, though "${odd.slice(0, 40)}" does not look like a name. ${none}`;
}

/** Names as the loader reads them: where the quotes of a header do not close, it is read without them. */
function namesOf({ cells, isRegular }: CutLine): readonly string[] {
  return isRegular ? cells : cells.map((cell) => cell.replaceAll('"', ""));
}

/** The first line is like those below it: where they hold numbers and days, so does it. A line alone with such is a row. */
function isHeadless(lines: readonly CutLine[], width: number): boolean {
  const rows = lines.filter(({ cells, isBlank }) => !isBlank && cells.length === width);
  const [first, ...others] = rows;
  const above = lines.slice(0, first === undefined ? 0 : lines.indexOf(first)).filter(({ isBlank }) => !isBlank);
  if (first === undefined || above.some(({ cells }) => cells.length > 1)) return false;
  if (others.length === 0) return lines.length === 1 && first.cells.some((cell) => isTypedText(cell.trim()));
  const typed = first.cells.flatMap((_, column) => {
    const values = others.map(({ cells }) => (cells[column] ?? "").trim()).filter((text) => text !== "");
    return values.length > 0 && values.filter(isTypedText).length >= values.length * usuallyTyped ? [column] : [];
  });
  const isLike = (text: string) => /^(?:nan|null|n\/a|-)?$/i.test(text) || isTypedText(text);
  return typed.length > 0 && typed.every((column) => isLike((first.cells[column] ?? "").trim()));
}

/** A number, a day or a time, as far as letters tell. */
function isTypedText(text: string): boolean {
  return (
    /\p{Nd}/u.test(text) &&
    /^[\p{Nd}\s.,:/+\-−()%$€£₽]*(?:[TZ]|[Ee][+-]?\d+|[AaPp]\.?[Mm]\.?)?[\p{Nd}:.+Z]*$/u.test(text)
  );
}

function filled({ cells }: CutLine): readonly string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
}

function isNames(line: CutLine): boolean {
  const cells = filled(line);
  return cells.length > 0 && cells.every(isName);
}

function isName(cell: string): boolean {
  return /[\p{L}№]/u.test(cell) && !/^\p{N}|\S@\S+\.|:\/\//u.test(cell) && cell.length <= 80;
}

function hasGaps({ cells }: CutLine): boolean {
  return cells.some((cell, index) => cell.trim() === "" && index > 0 && index < cells.length);
}

/** What is open where lines end with one empty field more than the header has names. */
export const tailQuestion = "Does the header lack a delimiter?";

/** Puts every line into its place: rows, and what is told of the others. */
function sortLines(lines: readonly CutLine[], header: FoundHeader, dialect: Dialect) {
  const last = header.rows.at(-1)?.line ?? 0;
  const first = header.rows[0]?.line ?? 0;
  const titles = lines.filter(({ line, isBlank }) => line < first && !isBlank);
  const signs: Signs = {
    dialect,
    types: guessRequired(lines, last, header.names.length),
    repeated: new Set([...header.rows, ...titles].map(({ cells }) => foldCells(cells))),
    known: new Set(header.rows.flatMap(({ cells }) => cells.map(foldName)).filter((name) => name !== "")),
    words: [...totalWords, ...balanceWords],
    fields: header.names.length,
  };
  const rows: (readonly string[])[] = [];
  const irregular: number[] = [];
  const evidence = [
    ...titles.map(({ line, text }) => `line ${line}: title "${shorten(text)}"`),
    ...header.rows.map(({ line, text }) => `line ${line}: header "${shorten(text)}"`),
  ];
  const questions: string[] = [];
  const told: string[] = [];
  const isTailed = hasEmptyTail(lines, last, header.names.length);
  for (const record of lines.filter(({ line, isBlank }) => line > last && !isBlank).slice(0, sampleRecords)) {
    const kind = tellLine(signs, record, questions);
    if (kind !== undefined)
      told.push(`line ${record.line}: ${kind.replace("_", " ").replace("footer", "total")} "${shorten(record.text)}"`);
    else if (record.isRegular && record.cells.length === header.names.length) rows.push(record.cells);
    else if (record.isRegular && isTailed && record.cells.length === header.names.length + 1)
      rows.push(record.cells.slice(0, -1));
    else irregular.push(record.line);
  }
  if (isTailed) questions.push(tailQuestion);
  const more = told.length > linesShown ? [`… and ${told.length - linesShown} more lines without data`] : [];
  const odd = irregular.length === 0 ? [] : [`lines that are no records: ${irregular.slice(0, 10).join(", ")}`];
  return { rows, irregular, questions, evidence: [...evidence, ...told.slice(0, linesShown), ...more, ...odd] };
}

/** Nearly every line ends with a delimiter that the header lacks. */
function hasEmptyTail(lines: readonly CutLine[], last: number, width: number): boolean {
  const rows = lines.filter(({ line, isBlank }) => line > last && !isBlank);
  const tailed = rows.filter(({ cells }) => cells.length === width + 1 && cells[width]?.trim() === "");
  return rows.length > 0 && tailed.length >= rows.length * usuallySpaced;
}

/** Columns that nearly every line fills: a line of totals lacks some of them. */
function guessRequired(lines: readonly CutLine[], last: number, width: number): readonly (CellType | undefined)[] {
  const rows = lines.filter((one) => one.line > last && one.cells.length === width && filled(one).length > width / 2);
  return Array.from({ length: width }, (_, column) => {
    const share = rows.filter(({ cells }) => (cells[column] ?? "").trim() !== "").length / rows.length;
    return share < usuallyFilled ? undefined : requiredText;
  });
}

function tellLine(signs: Signs, { text, line, isRegular, cells }: CutLine, questions: string[]) {
  try {
    const place = { isRegular: isRegular && cells.length === signs.fields, line, context: contexts.record };
    return tellText(signs, text, place);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    questions.push(`Line ${line}: ${error.message}. ${error.remedy}`);
    return undefined;
  }
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}
