import { joinHeaders } from "../header.ts";
import { fillRight } from "./layout.ts";
import { type CutLine, filled, isTypedText } from "./sample-lines.ts";

/** Share of values below that make a column one of numbers and days. */
const usuallyTyped = 0.8;

/** Names of columns, the lines they stand in, and what is open about them. */
export interface FoundHeader {
  readonly names: readonly string[];
  readonly rows: readonly CutLine[];
  readonly questions: readonly string[];
}

/** Finds the first line as wide as the table whose cells are words; with the line below it where that one is words too. */
export function findHeader(lines: readonly CutLine[], width: number): FoundHeader {
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
