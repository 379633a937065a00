import { FileFault, type OtherLine } from "../formats/reader.ts";
import { contexts, type Tell } from "../formats/scan.ts";
import { foldName, knownNames } from "../header.ts";
import type { Feed } from "../source.ts";
import { cutRecord } from "./cells.ts";
import type { Layout } from "./layout.ts";
import { buildTrie, startsWord } from "./trie.ts";
import type { CellType } from "./types.ts";
import { balanceWords, beginsWith, drawnLine, pageNumber, rowsBelow, tellsBalance, totalWords } from "./words.ts";

const pageWords = ["стр", "лист", "сторінка", "бет", "sahifa", "صفحه", "page"];
const longestAside = 65_536;

/** What lines without data are told by. */
export interface Signs {
  readonly dialect: Layout["dialect"];
  readonly types: readonly (CellType | undefined)[];
  /** Rows of the header and lines above it, folded. */
  readonly repeated: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
  readonly words: readonly string[];
  readonly fields: number;
}

/**
 * Plans what tells totals, repeated headers, page titles and drawn lines from records. Most records are let through after a
 * look at their first letters; the others are cut into cells.
 *
 * What it plans throws FileFault where another table begins.
 */
export function planTell(feed: Feed, layout: Layout, types: readonly (CellType | undefined)[]): Tell {
  const signs = planSigns(feed, layout, types);
  const trie = buildTrie(openings(signs, layout, feed));
  const { delimiter, quote } = layout.dialect;
  const padding = new Uint8Array(256);
  for (const letter of ` \t${delimiter}${quote}`) padding[letter.charCodeAt(0)] = 1;
  return (bytes, start, end, place) => {
    if (place.isRegular && place.context === contexts.record && !startsWord(trie, padding, bytes, start, end))
      return undefined;
    if (end - start > longestAside) return undefined;
    const text = bytes.toString("utf8", start, end).replace(/[\r\n]+$/, "");
    return tellText(signs, text, place);
  };
}

/** Plans what lines without data are told by, from a header and the lines above it. */
export function planSigns(
  feed: Feed,
  layout: Pick<Layout, "above" | "dialect" | "headerRows" | "names">,
  types: readonly (CellType | undefined)[],
): Signs {
  const titles = layout.above.filter(({ kind, text }) => kind === "preamble" && /\p{L}{2}/u.test(text));
  const rows = layout.headerRows.filter((cells) => cells.filter((cell) => cell.trim() !== "").length > 0);
  const header = rows.flat().concat(knownNames(feed));
  return {
    dialect: layout.dialect,
    types,
    repeated: new Set([
      ...rows.map(foldCells),
      ...titles.map(({ text }) => foldCells(cutRecord(text, 0, layout.dialect).cells)),
    ]),
    known: new Set(header.map(foldName).filter((name) => name !== "")),
    words: feed.footer?.words?.map(foldName) ?? [...totalWords, ...balanceWords],
    fields: layout.names.length,
  };
}

/** Texts that lines without data begin with, as they may stand in the file. */
function openings({ words }: Signs, layout: Layout, feed: Feed): readonly string[] {
  const titles = layout.above.flatMap(({ kind, text }) => {
    if (kind !== "preamble") return [];
    return cutRecord(text, 0, layout.dialect).cells.find((cell) => cell.trim() !== "") ?? [];
  });
  const names = [...layout.headerRows.flat(), ...knownNames(feed), ...titles].map((name) => name.trim());
  const inCases = [...words, ...pageWords].flatMap((word) => [
    word,
    word.toUpperCase(),
    word.charAt(0).toUpperCase() + word.slice(1),
  ]);
  return [...names, ...inCases, "--", "==", "__", "**", "──", "━━", "══"].filter((text) => text !== "");
}

/** Brings a row to the form rows are compared in. */
export function foldCells(cells: readonly string[]): string {
  return cells.map(foldName).join("\n").trimEnd();
}

/** Says what a line is when it is no data. @throws FileFault where another table begins. */
export function tellText(
  signs: Signs,
  text: string,
  place: { readonly isRegular: boolean; readonly line: number; readonly context: number },
): OtherLine["kind"] | undefined {
  if (drawnLine.test(text)) return "separator";
  return tellCells(signs, cutRecord(text, 0, signs.dialect).cells, place);
}

/** Says what a row of cells is when it is no data. @throws FileFault where another table begins. */
export function tellCells(
  signs: Signs,
  cells: readonly string[],
  place: { readonly isRegular: boolean; readonly line: number; readonly context: number },
): OtherLine["kind"] | undefined {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const [first = ""] = filled;
  if (signs.repeated.has(foldCells(cells))) return "repeated_header";
  if (filled.length === 1 && pageNumber.test(first)) return "repeated_header";
  if (filled.length === 1 && rowsBelow.test(first)) return "footer";
  if (isTotal(signs, cells, first)) return "footer";
  refuseOtherTable(signs, cells, filled, place);
  return isClosing(signs, cells, filled, place) ? "footer" : undefined;
}

/** A line of totals, or of a balance, begins with its word and lacks what every record has. */
function isTotal({ words, types, fields }: Signs, cells: readonly string[], first: string): boolean {
  const word = beginsWith(first, words);
  if (word === undefined) return false;
  if (cells.length !== fields) return cells.filter((cell) => cell.trim() !== "").length <= 3;
  const at = cells.findIndex((cell) => cell.trim() !== "");
  const isEmpty = (cell: string | undefined) => /^[\s\-–—]*$/u.test(cell ?? "");
  const own = types[at];
  if (own?.isTyped === true && !own.mayHold(first) && cells.some(isEmpty)) return true;
  const others = types.flatMap((type, index) => (type === undefined || index === at ? [] : [{ type, index }]));
  const required = others.filter(({ type }) => type.isRequired);
  if (required.length > 0) return required.some(({ index }) => isEmpty(cells[index]));
  if (tellsBalance(cells)) return false;
  const isTitled = /^\s*:/u.test(foldName(first).slice(word.length)) && cells.filter(isEmpty).length > 1;
  return isTitled || cells.filter((cell) => !isEmpty(cell)).length <= Math.max(2, fields / 2);
}

/** Below a total: a line of one text, such as who signs, is no record cut off. */
function isClosing(
  { types, fields }: Signs,
  cells: readonly string[],
  filled: readonly string[],
  { context }: { readonly context: number },
): boolean {
  if (context !== contexts.total || filled.length !== 1) return false;
  const isRecord = cells.length === fields && types.every((type, index) => type?.mayHold(cells[index] ?? "") ?? true);
  return !isRecord && /\p{L}{2}[^\d]*[\s_:]/u.test(filled[0] ?? "");
}

function refuseOtherTable(
  { known, types, fields }: Signs,
  cells: readonly string[],
  filled: readonly string[],
  { isRegular, line, context }: { readonly isRegular: boolean; readonly line: number; readonly context: number },
): void {
  if (filled.length < 2) return;
  const named = filled.filter((cell) => known.has(foldName(cell))).length;
  const isHeader = named >= 2 && named > filled.length / 2;
  const isBehindGap = isRegular && context !== contexts.record && cells.length === fields;
  const typed = types.flatMap((type, index) => (type?.isTyped ? [index] : []));
  const isLikeHeader =
    isBehindGap &&
    typed.length > 0 &&
    filled.length === fields &&
    filled.every((cell) => /\p{L}/u.test(cell) && !/\p{N}/u.test(cell)) &&
    typed.every((index) => types[index]?.mayHold(cells[index] ?? "") === false);
  if (isHeader || isLikeHeader) throw secondTable(line, filled.slice(0, 6).join(", "));
}

/** Tells that a file holds another table, whose rows are not those of the first. */
export function secondTable(line: number, what: string): FileFault {
  return new FileFault(
    "second_table",
    `another table begins here: ${what}`,
    "Put it into a file of its own; nothing of this file was loaded.",
    line,
  );
}
