/** How fields are written; all of one byte. */
export interface CellDialect {
  readonly delimiter: string;
  /** Empty when the export never quotes. */
  readonly quote: string;
  /** Takes the meaning off a quote inside quotes; undefined: quotes are doubled. */
  readonly escape?: string | undefined;
}

/** One record of text: its cells, and where it ends. */
export interface CutRecord {
  readonly cells: readonly string[];
  /** Position after the record and its line break. */
  readonly end: number;
  /** Its quotes open and close at field borders. */
  readonly isRegular: boolean;
  readonly quoted: number;
}

const longest = 65_536;

/** Cuts the record that begins at `start` of a text into cells, as the scanner does in bytes; an irregular one ends with its line. */
export function cutRecord(text: string, start: number, dialect: CellDialect): CutRecord {
  const cells: string[] = [];
  const limit = Math.min(text.length, start + longest);
  let quoted = 0;
  let at = start;
  for (;;) {
    const field = cutField(text, at, limit, dialect);
    if (field === undefined) return cutPlain(text, start, dialect);
    cells.push(field.value);
    if (field.isQuoted) quoted += 1;
    at = field.end;
    if (text.charAt(at) !== dialect.delimiter) return { cells, end: afterBreak(text, at), isRegular: true, quoted };
    at += 1;
  }
}

/** Position after the line break at `at`, or `at` itself where none stands. */
export function afterBreak(text: string, at: number): number {
  if (text.startsWith("\r\n", at)) return at + 2;
  return text.charAt(at) === "\n" || text.charAt(at) === "\r" ? at + 1 : at;
}

/** Position of the end of the line that `at` stands in. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && text.charAt(end) !== "\n" && text.charAt(end) !== "\r") end += 1;
  return end;
}

function cutField(text: string, start: number, limit: number, dialect: CellDialect) {
  let at = start;
  while (dialect.delimiter !== " " && text.charAt(at) === " ") at += 1;
  if (dialect.quote !== "" && text.charAt(at) === dialect.quote) return cutQuoted(text, at + 1, limit, dialect);
  while (at < limit && text.charAt(at) !== dialect.delimiter && text.charAt(at) !== "\n" && text.charAt(at) !== "\r") {
    if (dialect.quote !== "" && text.charAt(at) === dialect.quote) return undefined;
    at += 1;
  }
  return { value: text.slice(start, at), end: at, isQuoted: false };
}

function cutQuoted(text: string, start: number, limit: number, { delimiter, quote, escape: mark }: CellDialect) {
  let value = "";
  let at = start;
  for (; at < limit; at += 1) {
    const letter = text.charAt(at);
    const next = text.charAt(at + 1);
    const isMeant = mark === undefined ? letter === quote && next === quote : letter === mark;
    if (isMeant) {
      value += next;
      at += 1;
    } else if (letter === quote) break;
    else value += letter;
  }
  if (at >= limit) return undefined;
  at += 1;
  while (delimiter !== " " && text.charAt(at) === " ") at += 1;
  const isEnd = at >= text.length || [delimiter, "\n", "\r"].includes(text.charAt(at));
  return isEnd ? { value, end: at, isQuoted: true } : undefined;
}

function cutPlain(text: string, start: number, { delimiter }: CellDialect): CutRecord {
  const end = lineEnd(text, start);
  return { cells: text.slice(start, end).split(delimiter), end: afterBreak(text, end), isRegular: false, quoted: 0 };
}
