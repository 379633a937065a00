/** How quotes and fields are written: as bytes. */
interface Marks {
  readonly delimiter: number;
  readonly quote: number;
  /** Undefined: quotes are doubled. */
  readonly escape: number | undefined;
}

/** What a record has: so many fields, and what its columns may hold. */
export interface Shape {
  readonly fields: number;
  readonly mayBe: (cells: readonly string[]) => boolean;
}

/**
 * Tells whether a record may end too early: whether its last quoted text, closed by a quote that was meant as a letter, would
 * go on in a line below that cannot be read, and close there, with as many fields behind it as the record lacks then. A line
 * that has the fields of a record, quotes apart, which its columns may hold is sooner one of its own.
 */
export function mayGoOn(record: string, line: string, marks: Marks, { fields, mayBe }: Shape): boolean {
  const cells = line.replaceAll(String.fromCharCode(marks.quote), "").split(String.fromCharCode(marks.delimiter));
  if (cells.length === fields && mayBe(cells)) return false;
  const { lastQuoted } = walkFields(record, marks);
  const behind = fieldsBehindText(line, marks);
  return lastQuoted !== undefined && behind !== undefined && lastQuoted + 1 + behind === fields;
}

/** Tells whether text that goes on in a line goes on below it: no quote of the line closes anything. */
export function isInsideText(line: string, marks: Marks): boolean {
  return findQuote(line, 0, marks) === undefined;
}

/** Counts the fields behind the text that a line begins in; undefined where its first quote cannot end a text. */
function fieldsBehindText(line: string, marks: Marks): number | undefined {
  const end = findQuote(line, 0, marks);
  const rest = end === undefined ? undefined : line.slice(end + 1).replace(/^ +| *[\r\n]*$/g, "");
  if (rest === undefined || rest === "") return rest === "" ? 0 : undefined;
  return rest.charCodeAt(0) === marks.delimiter ? walkFields(rest, marks).last : undefined;
}

/** Numbers the fields from 0. */
function walkFields(text: string, marks: Marks): { readonly last: number; readonly lastQuoted: number | undefined } {
  let last = 0;
  let lastQuoted: number | undefined;
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) === marks.delimiter) last += 1;
    else if (text.charCodeAt(at) === marks.quote) {
      lastQuoted = last;
      at = findQuote(text, at + 1, marks) ?? text.length;
    }
  }
  return { last, lastQuoted };
}

/** Finds the quote that closes a text, from a place inside it. */
function findQuote(text: string, from: number, { quote, escape: mark }: Marks): number | undefined {
  for (let at = from; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    const isPair = mark === undefined && letter === quote && text.charCodeAt(at + 1) === quote;
    if (isPair || letter === mark) at += 1;
    else if (letter === quote) return at;
  }
  return undefined;
}
