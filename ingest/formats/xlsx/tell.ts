import { entities } from "../../contracts/entities.ts";
import { foldName } from "../../header.ts";
import type { Feed } from "../../source.ts";
import { planSigns, tellCells } from "../../structure/tell.ts";
import { planTypes } from "../../structure/types.ts";
import type { ControlLine, OtherLine } from "../reader.ts";
import { contexts } from "../scan.ts";

const longestText = 10_000;

/** Rows of a sheet that are no data: what they are, and totals among them. */
export class RowTeller {
  readonly others: OtherLine[] = [];
  readonly totals: ControlLine[] = [];
  /** Rows below the header that are no data. */
  below = 0;
  readonly #signs: ReturnType<typeof planSigns>;
  readonly #header: string;
  #context: number = contexts.record;

  constructor(feed: Feed, names: readonly string[]) {
    const types = planTypes(feed, names, entities[feed.entity].key);
    const dialect = { delimiter: "\t", quote: "" };
    this.#signs = planSigns(feed, { dialect, names, headerRows: [names], above: [] }, types);
    this.#header = foldName(names[0] ?? "");
  }

  /** Keeps a row above the header, or the header. */
  keepAbove(row: number, texts: readonly string[], headerRow: number): void {
    const kind = row === headerRow ? "header" : "preamble";
    const text = showRow(texts);
    if (text !== "") this.others.push({ kind, line: row, lines: 1, text, afterRecord: 0 });
  }

  /**
   * Tells whether a row is no data, and keeps it then: the header again, a page number, a total, words below totals.
   * @throws FileFault where another table begins.
   */
  isOther(row: number, texts: readonly string[], afterRecord: number): boolean {
    const first = texts.find((text) => text.trim() !== "") ?? "";
    if (this.#context === contexts.record && !this.#mayBeOther(first)) return false;
    const kind = tellCells(this.#signs, texts, { isRegular: true, line: row, context: this.#context });
    if (kind === undefined) return false;
    const text = texts
      .join("\t")
      .trimEnd()
      .replace(/\s*[\r\n]+/g, " ")
      .slice(0, longestText);
    this.others.push({ kind, line: row, lines: 1, text, afterRecord });
    this.below += 1;
    if (kind === "footer") this.totals.push({ line: row, afterRecord, cells: texts, isExact: true });
    this.#context = kind === "footer" ? contexts.total : Math.max(this.#context, contexts.gap);
    return true;
  }

  /** Keeps a row that heads a group of the report. */
  keepHead(row: number, texts: readonly string[], afterRecord: number): void {
    this.others.push({ kind: "footer", line: row, lines: 1, text: showRow(texts), afterRecord });
    this.below += 1;
    this.#context = contexts.record;
  }

  /** Tells of a record: rows behind it are data until something else stands between. */
  passRecord(): void {
    this.#context = contexts.record;
  }

  /** Tells of a blank row. */
  passBlank(): void {
    this.#context = Math.max(this.#context, contexts.gap);
  }

  /** Most rows are let through after a look at their first cell. */
  #mayBeOther(first: string): boolean {
    const folded = foldName(first);
    const { words, known } = this.#signs;
    return (
      folded === this.#header ||
      known.has(folded) ||
      pageOrRows.test(folded) ||
      words.some((word) => folded.startsWith(word))
    );
  }
}

const pageOrRows = /^(?:стр|лист|сторінка|бет|sahifa|صفحه|page|\()/u;

/** Cells with tabs between them, as one line. */
function showRow(texts: readonly string[]): string {
  return texts
    .join("\t")
    .trimEnd()
    .replace(/\s*[\r\n]+/g, " ")
    .slice(0, longestText);
}
