import { entities } from "../../contracts/entities.ts";
import { findName } from "../../header.ts";
import type { Feed } from "../../source.ts";
import { outlineFault } from "../../structure/totals.ts";
import { planTypes } from "../../structure/types.ts";
import type { ControlLine } from "../reader.ts";
import type { SheetRow } from "./sheet.ts";

/** A row that stands for the rows of its group: its level, its line, and the records before its group. */
interface Head {
  readonly level: number;
  readonly line: number;
  readonly from: number;
  readonly cells: readonly string[];
  readonly mayBeRow: boolean;
}

/**
 * Tells rows that head groups of a report from its data by the levels of its outline: such a row has rows of a deeper level
 * right below it, or above it where the sheet says so. It is a title or the total of its group, never a row of its own:
 * a total is held against the records of the group.
 */
export class Outline {
  readonly totals: ControlLine[] = [];
  readonly #feed: Feed;
  readonly #types: ReturnType<typeof planTypes>;
  readonly #amounts: readonly number[];
  /** Heads whose group is still open, and records before each row of groups that end in one. */
  #open: Head[] = [];
  #starts: { readonly level: number; readonly from: number }[] = [];
  /** Heads stand below their groups; undefined until a row tells. */
  #isBelow: boolean | undefined;
  #last = 0;

  constructor(feed: Feed, names: readonly string[]) {
    this.#feed = feed;
    this.#types = planTypes(feed, names, entities[feed.entity].key);
    const checked = feed.footer?.check ?? ["amount"];
    this.#amounts = feed.mappings.flatMap(({ column, origin }) =>
      checked.includes(column.name) && origin.kind !== "value"
        ? origin.names.flatMap((name) => findName(names, name) ?? [])
        : [],
    );
  }

  /**
   * Tells whether a row heads a group. Call it for each row in turn.
   * @param next level of the row below; undefined at the end.
   * @throws FileFault, held, for a head that could be a row just as well: all columns filled, and no amount to check.
   */
  isHead(row: SheetRow, next: number | undefined, texts: readonly string[], records: number): boolean {
    const level = row.level ?? 0;
    if (level === 0 && this.#last === 0 && (next ?? 0) === 0) return false;
    this.#isBelow ??= row.isSummaryBelow ?? (next ?? 0) <= level;
    const isHead = this.#isBelow ? this.#last > level : (next ?? 0) > level;
    this.close(level, records);
    const from = this.#startOf(level, records);
    this.#last = level;
    if (!isHead) return false;
    const head = { level, line: row.number, from, cells: texts, mayBeRow: this.#mayBeRow(row.number, texts) };
    if (this.#isBelow) this.#total(head, records);
    else this.#open.push(head);
    return true;
  }

  /** Ends the groups of heads at this level and below. */
  close(level: number, records: number): void {
    for (const head of this.#open.filter((one) => one.level >= level)) this.#total(head, records);
    this.#open = this.#open.filter((one) => one.level < level);
  }

  /** Where the group that ends above a row of this level began: behind the last row of its level or a lower one. */
  #startOf(level: number, records: number): number {
    const from = this.#starts.findLast((one) => one.level <= level)?.from ?? 0;
    this.#starts = [...this.#starts.filter((one) => one.level < level), { level, from: records }];
    return this.#isBelow ? from : records;
  }

  #total({ line, from, cells, mayBeRow }: Head, until: number): void {
    this.totals.push({ line, afterRecord: until, from, cells, isExact: true, ...(mayBeRow ? { mayBeRow } : {}) });
  }

  /** A head that lacks what rows must have is none of them; one that has it must be the sum of its group. */
  #mayBeRow(line: number, cells: readonly string[]): boolean {
    if (this.#feed.outline === "totals") return false;
    const isWhole = this.#types.every((type, index) => type?.mayHold(cells[index] ?? "") ?? true);
    const hasAmount = this.#amounts.some((index) => (cells[index] ?? "").trim() !== "");
    if (isWhole && !hasAmount) throw outlineFault(line, cells.filter((cell) => cell !== "").join(", "));
    return isWhole;
  }
}
