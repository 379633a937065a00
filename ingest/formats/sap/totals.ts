import { findColumn, foldName } from "../../header.ts";
import type { Feed, Locale } from "../../source.ts";
import { totalWords } from "../../structure/words.ts";
import { FileFault, type InputColumn } from "../reader.ts";
import type { TextCopy } from "../text/copy.ts";
import type { TextLine } from "../text/lines.ts";
import { findNumbers, parseUnits, showUnits } from "../text/totals.ts";
import { cutCells } from "./borders.ts";
import type { ListHeader } from "./header.ts";

/** What a line of totals says. */
interface Total {
  readonly line: number;
  /** How many stars it is marked with: the most are the grand total. */
  readonly level: number;
  readonly cells: readonly string[] | undefined;
}

/** The first cell of a line that holds something. */
const firstFilled = /^[\s|│]*([^|│]*)/;

/** Finds the lines of totals of a list, and holds them against the rows. */
export class ListTotals {
  readonly #header: ListHeader;
  readonly #names: readonly string[];
  /** Columns of rows that are always filled, and are empty in totals. */
  readonly #required: readonly number[];
  readonly #sums = new Map<number, { readonly locale: Locale; sum: bigint | undefined }>();
  readonly #found: Total[] = [];
  readonly #words: readonly string[];
  #hasRowsBehind = false;

  /** Numbers of all feeds of the file count, so that none of them takes a list whose totals do not agree. */
  constructor(feed: Feed, siblings: readonly Feed[], header: ListHeader) {
    this.#words = feed.footer?.words?.map(foldName) ?? totalWords;
    this.#header = header;
    this.#names = header.names;
    const columns = header.names.map((name): InputColumn => ({ name, sql: "", isPadded: true }));
    for (const [column, locale] of findNumbers([feed, ...siblings], columns))
      this.#sums.set(column, { locale, sum: 0n });
    this.#required = feed.mappings.flatMap(({ column, origin }) => {
      const names = column.nullable || origin.kind === "value" ? [] : origin.names;
      const found = names.flatMap((name) => findColumn(columns, name) ?? []);
      return found.map((one) => columns.indexOf(one)).filter((index) => !this.#sums.has(index));
    });
  }

  /**
   * Takes a line if it is one of totals: its first filled cell begins with stars or a word of totals, and a cell that rows
   * need is empty.
   */
  take({ number, text }: TextLine): boolean {
    const first = firstFilled.exec(text)?.[1]?.trim() ?? "";
    const marks = /^\*+(?=\s|$)/.exec(first)?.[0] ?? (this.#beginsTotal(first) ? "" : undefined);
    if (marks === undefined || (marks === "" && this.#required.length < 2)) return false;
    const places = this.#header.borders.length === 1 ? this.#header.borders[0] : undefined;
    const cells = places === undefined ? undefined : cutCells(text, places);
    if (cells !== undefined && !this.#lacksKeys(cells)) return false;
    this.#found.push({ line: number, level: Math.max(1, marks.length), cells });
    this.#hasRowsBehind = false;
    return true;
  }

  /** Adds the numbers of a row. */
  add(cells: readonly string[]): void {
    this.#hasRowsBehind = true;
    for (const [column, entry] of this.#sums) {
      const text = cells[column] ?? "";
      const units = text === "" ? 0n : parseUnits(text, entry.locale);
      entry.sum = units === undefined || entry.sum === undefined ? undefined : entry.sum + units;
    }
  }

  /**
   * Holds the totals of the highest level against the sum of the rows: they part the rows between them, or the last one
   * is of all.
   * @returns what is to be told.
   * @throws FileFault where they do not agree and no line was set aside that could explain it.
   */
  finish(copy: TextCopy, holds: boolean): readonly string[] {
    const most = Math.max(0, ...this.#found.map(({ level }) => level));
    const top = this.#found.filter(({ level }) => level === most);
    const last = top.at(-1);
    if (last === undefined) return [];
    const told = [`${this.#found.length} line${this.#found.length === 1 ? "" : "s"} of totals`];
    if (this.#hasRowsBehind) return [...told, "rows stand below the last: totals were not compared"];
    const compared = [...this.#sums].flatMap(([column, { locale, sum }]) => {
      const stated = sumStated(top, column, locale);
      if (stated === undefined || sum === undefined) return [];
      return [{ name: this.#names[column] ?? "", stated, sum, last: sumStated([last], column, locale) }];
    });
    const wrong = compared.filter(({ stated, last, sum }) => stated !== sum && last !== sum).map(describe);
    if (wrong.length > 0 && holds && copy.diverted.length === 0) throw mismatch(wrong, last.line);
    if (wrong.length > 0) return [...told, ...wrong];
    return compared.length === 0 ? told : [...told, `they agree in ${compared.map(({ name }) => name).join(", ")}`];
  }

  #beginsTotal(first: string): boolean {
    const folded = foldName(first);
    return this.#words.some((word) => folded.startsWith(word) && !/^[\p{L}\p{N}]/u.test(folded.slice(word.length)));
  }

  #lacksKeys(cells: readonly string[]): boolean {
    const first = cells.findIndex((cell) => cell !== "");
    const rest = this.#required.filter((column) => column !== first);
    return rest.length === 0 || rest.some((column) => (cells[column] ?? "") === "");
  }
}

/** Adds up what the totals state of a column; undefined where one states nothing that can be read. */
function sumStated(totals: readonly Total[], column: number, locale: Locale): bigint | undefined {
  let sum: bigint | undefined;
  for (const { cells } of totals) {
    const text = cells?.[column] ?? "";
    if (text === "") continue;
    const units = parseUnits(text.replace(/^\*+\s*/, ""), locale);
    if (units === undefined) return undefined;
    sum = (sum ?? 0n) + units;
  }
  return sum;
}

function describe({ name, stated, sum }: { readonly name: string; readonly stated: bigint; readonly sum: bigint }) {
  return `the total of ${name} is ${showUnits(stated)}, its rows add up to ${showUnits(sum)}, a difference of ${showUnits(stated - sum)}`;
}

function mismatch(wrong: readonly string[], line: number): FileFault {
  return new FileFault(
    "total_mismatch",
    wrong.join("; "),
    "Export it again; if the list is right as it is, set footer: { on_mismatch: warn } for the feed.",
    line,
  );
}
