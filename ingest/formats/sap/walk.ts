import type { Feed } from "../../source.ts";
import { FileFault } from "../reader.ts";
import type { TextCopy } from "../text/copy.ts";
import { isBlank, type TextLine } from "../text/lines.ts";
import { cutCells, hasBorder, isBordered, isRule } from "./borders.ts";
import type { ListHeader } from "./header.ts";
import { ListTotals } from "./totals.ts";

/** A line of a record, and its cells. */
interface Piece {
  readonly line: TextLine;
  readonly cells: readonly string[];
}

const mostHeld = 10_000;

/** Walks the lines of a list in order, and puts each into its bucket. */
export class ListWalk {
  readonly #header: ListHeader;
  readonly #copy: TextCopy;
  readonly #totals: ListTotals;
  readonly #holdsTotals: boolean;
  /** Lines of titles with borders, digits left out: they come again on every page. */
  readonly #titles = new Set<string>();
  /** Lines of records since the last rule, where a record has several. */
  #pieces: Piece[] = [];
  /** Lines without borders whose meaning the next lines tell. */
  #pending: { readonly line: TextLine; readonly isInside: boolean }[] = [];
  /** Lines of the header found so far, where it comes again. */
  #headerAt = 0;
  /** The line before was a row: what stands here without borders may be the rest of one. */
  #isInside = false;
  #lastLine: TextLine | undefined;

  constructor(header: ListHeader, copy: TextCopy, feed: Feed, siblings: readonly Feed[]) {
    this.#header = header;
    this.#copy = copy;
    this.#totals = new ListTotals(feed, siblings, header);
    this.#holdsTotals = feed.footer?.on_mismatch !== "warn";
  }

  take(line: TextLine): void {
    this.#lastLine = line;
    if (line.number < this.#header.line) this.#takeTitle(line);
    else if (this.#takeHeader(line)) return;
    else if (isBlank(line.text) || isRule(line.text)) this.#takeRule();
    else if (!isBordered(line.text)) this.#takeLoose(line);
    else this.#takeRow(line);
  }

  /** Ends the list; tells of its totals. @throws FileFault for a torn list, and for totals that do not agree. */
  finish(): readonly string[] {
    this.#refuseTorn();
    this.#settle();
    this.#settlePending(false);
    return this.#totals.finish(this.#copy, this.#holdsTotals);
  }

  #takeTitle({ text }: TextLine): void {
    this.#copy.other(isBlank(text) || isRule(text) ? "blank" : "preamble");
    if (isBordered(text)) this.#titles.add(withoutDigits(text));
  }

  /** Takes lines of the header, on the first page and on later ones. */
  #takeHeader({ number, text }: TextLine): boolean {
    const { texts } = this.#header;
    const trimmed = text.replace(/^\f/, "").trimEnd();
    if (trimmed !== texts[this.#headerAt] && trimmed !== texts[0]) {
      this.#headerAt = 0;
      return false;
    }
    if (trimmed !== texts[this.#headerAt]) this.#headerAt = 0;
    this.#settle();
    this.#settlePending(true);
    this.#copy.other(number < this.#header.line + texts.length ? "header" : "repeatedHeader");
    this.#headerAt = (this.#headerAt + 1) % texts.length;
    this.#isInside = false;
    return true;
  }

  #takeRule(): void {
    this.#settle();
    this.#copy.other("blank");
    this.#isInside = false;
  }

  #takeLoose(line: TextLine): void {
    this.#settle();
    this.#pending.push({ line, isInside: this.#isInside });
    if (this.#pending.length > mostHeld) this.#settlePending(false);
  }

  #takeRow(line: TextLine): void {
    if (this.#titles.size > 0 && this.#titles.has(withoutDigits(line.text))) {
      this.#settle();
      this.#copy.other("repeatedHeader");
      return;
    }
    this.#settlePending(false);
    if (this.#totals.take(line)) {
      this.#settle();
      this.#copy.other("footer");
      return;
    }
    this.#isInside = true;
    const { borders } = this.#header;
    if (borders.length > 1) this.#takePiece(line);
    else {
      const places = borders[0];
      const cells = places === undefined || line.isTooLong ? undefined : cutCells(line.text, places);
      if (cells === undefined) this.#setAside(line);
      else this.#record([{ line, cells }]);
    }
  }

  /** Holds lines of records of several lines until a rule shows that they came whole. */
  #takePiece(line: TextLine): void {
    const at = this.#pieces.length % this.#header.borders.length;
    const places = this.#header.borders[at];
    const cells = places === undefined || line.isTooLong ? undefined : cutCells(line.text, places);
    this.#pieces.push({ line, cells: cells ?? [] });
    if (at === this.#header.borders.length - 1 && this.#pieces.length >= mostHeld) this.#settle();
  }

  #settle(): void {
    const pieces = this.#pieces;
    if (pieces.length === 0) return;
    this.#pieces = [];
    const size = this.#header.borders.length;
    if (pieces.length % size === 0 && pieces.every(({ cells }) => cells.length > 0)) {
      for (let at = 0; at < pieces.length; at += size) this.#record(pieces.slice(at, at + size));
      return;
    }
    this.#setAsideAll(pieces.map(({ line }) => line));
  }

  #record(pieces: readonly Piece[]): void {
    const first = pieces[0]?.line.number ?? 0;
    const cells = pieces.flatMap((piece) => piece.cells);
    this.#totals.add(cells);
    const raw = pieces.map(({ line }) => line.text).join("\n");
    this.#copy.record({ first, last: first + pieces.length - 1 }, cells, raw);
  }

  #setAside(line: TextLine): void {
    const span = { first: line.number, last: line.number };
    if (line.isTooLong)
      this.#copy.divert(span, "too_long", "the line is longer than a record may be (limits.record_size)", line.text);
    else this.#copy.divert(span, "borders", this.#explain(line), line.text);
  }

  #explain({ text }: TextLine): string {
    const where = `those of the header in line ${this.#header.line}`;
    const tab = text.includes("\t") ? ": it holds a tab" : "";
    return `the borders of the line do not stand under ${where}${tab}`;
  }

  /** Lines of records that do not come in their number: which belong together is not known. */
  #setAsideAll(lines: readonly TextLine[]): void {
    const [first, last] = [lines[0], lines.at(-1)];
    if (first === undefined || last === undefined) return;
    const size = this.#header.borders.length;
    const message = `the ${lines.length} lines up to the next rule are not records of ${size} lines each, drawn as the header in line ${this.#header.line}`;
    const text = lines.map((line) => line.text).join("\n");
    this.#copy.divert({ first: first.number, last: last.number }, "borders", message, text);
  }

  /** Lines without borders are titles where a header follows, or a rule parts them from the rows; else rests of rows. */
  #settlePending(isPageEnd: boolean): void {
    for (const { line, isInside } of this.#pending) {
      const isRest = isInside ? !isPageEnd || hasBorder(line.text) : !isPageEnd && hasBorder(line.text);
      if (isRest) {
        const message = "the line stands among the rows and does not begin and end with a border";
        this.#copy.divert({ first: line.number, last: line.number }, "borders", message, line.text);
      } else this.#copy.other(isPageEnd ? "repeatedHeader" : "footer");
    }
    this.#pending = [];
  }

  #refuseTorn(): void {
    const last = this.#lastLine;
    if (last === undefined || !last.isOpen || last.number <= this.#header.line) return;
    const isWhole = isRule(last.text) || isBlank(last.text) || isBordered(last.text) || !hasBorder(last.text);
    if (isWhole && !(isBordered(last.text) && this.#isCut(last))) return;
    throw new FileFault(
      "torn",
      "the file ends in the middle of this line",
      "It was cut off while being written or copied; export it again.",
      last.number,
    );
  }

  #isCut({ text }: TextLine): boolean {
    return !this.#header.borders.some((places) => cutCells(text, places) !== undefined) && !/^\s*[|│]\s*\*/.test(text);
  }
}

function withoutDigits(text: string): string {
  return text.replace(/[0-9]+/g, "0").replace(/\s+/g, " ");
}
