import type { Mended } from "../formats/scan.ts";
import { type CellDialect, cutRecord } from "./cells.ts";
import { type CellType, planShape } from "./types.ts";

/** What a line is mended by: the dialect, the fields of a record, and what its columns may hold. */
export interface MendPlan {
  readonly dialect: CellDialect;
  readonly fields: number;
  readonly types: readonly (CellType | undefined)[];
  /** Lines may end before the last column, where what they lack may be empty. */
  readonly pads?: boolean;
}

/**
 * Plans the mendings that have one reading (ingest.md §8.4): a quote left as it is inside a quoted field, quotes in pairs or
 * apostrophes inside a field that is not quoted, and empty fields too many at the end; where the source says so, also empty
 * fields missing at the end. A mended line must be possible in every column of the feed, one of which must have a form of
 * its own; otherwise the line stays set aside.
 */
export function planMend(plan: MendPlan): ((line: Buffer) => Mended | undefined) | undefined {
  const isJudged = plan.types.some((type) => type?.isTyped);
  const hasEscape = plan.dialect.escape !== undefined;
  if (!isJudged || hasEscape || plan.dialect.delimiter === " ") return undefined;
  return (line) => {
    const text = line.toString("utf8");
    if (text.includes("\0")) return undefined;
    const cells = cutTail(text, plan) ?? cutInner(text, plan) ?? (plan.pads ? cutShort(text, plan) : undefined);
    if (cells === undefined || !isPossible(cells.cells, plan)) return undefined;
    return {
      rule: cells.rule,
      bytes: Buffer.from(`${cells.cells.map((cell) => write(cell, plan)).join(plan.dialect.delimiter)}\n`),
    };
  };
}

interface MendedCells {
  readonly rule: Mended["rule"];
  readonly cells: readonly string[];
}

/** Empty fields too many: no other delimiter of the line could be the one too many. */
function cutTail(text: string, plan: MendPlan): MendedCells | undefined {
  const { dialect, fields } = plan;
  if (dialect.quote !== "" && text.includes(dialect.quote)) return undefined;
  const cells = text.split(dialect.delimiter);
  if (cells.length <= fields || cells.slice(fields).some((cell) => cell.trim() !== "")) return undefined;
  const kept = cells.slice(0, fields);
  for (let at = 0; at < fields - 1; at += 1) {
    if (kept[at]?.trim() === "" && kept[at + 1]?.trim() === "") continue;
    const other = [...kept.slice(0, at), `${kept[at]}${dialect.delimiter}${kept[at + 1]}`, ...kept.slice(at + 2), ""];
    if (isPossible(other, plan)) return undefined;
  }
  return { rule: "empty_tail", cells: kept };
}

/** A line that ends early: what is there reads as it should, columns with a form of their own all filled. */
function cutShort(text: string, { dialect, fields, types }: MendPlan): MendedCells | undefined {
  const { cells, isRegular } = cutRecord(text, 0, dialect);
  const isShort = isRegular && cells.length > 1 && cells.length < fields;
  const isFilled = types.slice(0, cells.length).every((type, index) => !type?.isTyped || cells[index]?.trim() !== "");
  if (!isShort || !isFilled) return undefined;
  return { rule: "padded", cells: [...cells, ...Array.from({ length: fields - cells.length }, () => "")] };
}

/** A quote inside a quoted field, which a delimiter neither follows nor precedes. */
function cutInner(text: string, { dialect, fields }: MendPlan): MendedCells | undefined {
  const { quote } = dialect;
  if (quote === "" || !text.includes(quote)) return undefined;
  const cells: string[] = [];
  let rule: Mended["rule"] = "inner_quote";
  let at = 0;
  while (at <= text.length) {
    const isQuoted = text.charAt(at) === quote;
    const quoted = isQuoted ? readLoose(text, at + 1, dialect) : undefined;
    const field = quoted ?? readPlain(text, at, dialect);
    if (field === undefined) return undefined;
    if (quoted === undefined && field.value.includes(quote)) rule = "plain_quote";
    cells.push(field.value);
    at = field.end + 1;
  }
  return cells.length === fields ? { rule, cells } : undefined;
}

/** Reads a quoted field whose inner quotes may stand as they are; undefined where one could also open or close a field. */
function readLoose(text: string, start: number, { delimiter, quote }: CellDialect) {
  const isEnd = (at: number) => at >= text.length || text.charAt(at) === delimiter;
  let value = "";
  for (let at = start; at < text.length; at += 1) {
    if (text.charAt(at) !== quote) {
      value += text.charAt(at);
      continue;
    }
    if (isEnd(at + 1)) return { value, end: at + 1 };
    value += quote;
    const isPair = text.charAt(at + 1) === quote;
    if (isPair && isEnd(at + 2)) return { value, end: at + 2 };
    if (isPair) at += 1;
    else if (text.charAt(at - 1) === delimiter || text.charAt(at - 1) === "\\") return undefined;
  }
  return undefined;
}

function readPlain(text: string, start: number, { delimiter, quote }: CellDialect) {
  const found = text.indexOf(delimiter, start);
  const end = found < 0 ? text.length : found;
  const value = text.slice(start, end);
  const isWhole = value.startsWith(quote) && (value.trimEnd().endsWith(quote) || value.includes("\\"));
  return isWhole || hasOddQuotes(value, quote) ? undefined : { value, end };
}

/** Quotes of a plain field that may have opened or closed another one: all but apostrophes, and pairs around words. */
function hasOddQuotes(value: string, quote: string): boolean {
  const rest = quote === "'" ? value.replaceAll(/(?<=\p{L})'(?=\p{L})/gu, "") : value;
  const [first = "", ...pieces] = rest.split(quote);
  let depth = 0;
  let before = first;
  for (const after of pieces) {
    const isWordBehind = /^[\p{L}\p{N}]/u.test(after);
    const opens = /^\S/u.test(after) && (depth === 0 || !/[\p{L}\p{N}]$/u.test(before));
    const closes = depth > 0 && !/\s$/u.test(before) && !isWordBehind;
    if (!opens && !closes) return true;
    depth += closes ? -1 : 1;
    before = after;
  }
  return depth !== 0;
}

function isPossible(cells: readonly string[], { types }: MendPlan): boolean {
  return planShape(types)(cells) && types.some((type, index) => type?.isTyped && (cells[index] ?? "").trim() !== "");
}

function write(cell: string, { dialect }: MendPlan): string {
  const { delimiter, quote } = dialect;
  if (quote === "" || !(cell.includes(quote) || cell.includes(delimiter))) return cell;
  return `${quote}${cell.replaceAll(quote, quote + quote)}${quote}`;
}
