import type { Head } from "../formats/head.ts";
import type { Dialect } from "../source.ts";
import { cutRecord } from "./cells.ts";

/** Records looked at, at most. */
export const sampleRecords = 5_000;

/** A record of the head, cut into its cells. */
export interface CutLine {
  readonly cells: readonly string[];
  readonly text: string;
  readonly line: number;
  readonly isRegular: boolean;
  readonly isBlank: boolean;
  readonly quoted: number;
}

/** Cuts the head into records; one that the head cuts off is left out. */
export function cutLines({ text, isWhole, skippedLines }: Head, dialect: Dialect): readonly CutLine[] {
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

/** The cells of a line that hold anything, without the space around them. */
export function filled({ cells }: CutLine): readonly string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
}

/** A number, a day or a time, as far as letters tell. */
export function isTypedText(text: string): boolean {
  return (
    /\p{Nd}/u.test(text) &&
    /^[\p{Nd}\p{Zs}.,:/+\-−()%$€£₽]*(?:[TZ]|[Ee][+-]?\d+|[AaPp]\.?[Mm]\.?)?[\p{Nd}:.+Z]*$/u.test(text)
  );
}
