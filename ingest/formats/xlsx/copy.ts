import { closeSync, openSync, writeSync } from "node:fs";
import { findColumn } from "../../header.ts";
import type { Condition, Feed } from "../../source.ts";
import { hasSign } from "../../values/sign.ts";
import type { Diverted, InputColumn } from "../reader.ts";
import { longestRecord } from "../scan.ts";
import { Outline } from "./outline.ts";
import { cellText, isTooPrecise, plainWriting, planWriting, type Writing } from "./render.ts";
import { columnLetters, type SheetRow } from "./sheet.ts";
import { RowTeller } from "./tell.ts";
import type { Workbook } from "./workbook.ts";

/** Between fields of a copy: a character that XML has no way to write. */
export const unit = String.fromCharCode(31);

const longestText = 10_000;
const writeAtOnce = 1_048_576;
const special = new RegExp(`["\\n\\r\\ufeff${unit}]`);

/** Writes rows to a plain copy, and accounts for each: a record, a blank row, or one set aside. */
export class RowCopy {
  readonly diverted: Diverted[] = [];
  readonly lineMap = { records: [] as number[], lines: [] as number[] };
  readonly padded: Uint8Array;
  /** What stands between the rows, and totals. */
  readonly teller: RowTeller;
  /** What heads groups; undefined where the feed says that every row is data. */
  readonly outline: Outline | undefined;
  records = 0;
  blankRows = 0;
  hiddenRows = 0;
  firstHidden = 0;
  /** Formulas without their result in columns that the feed does not read. */
  uncomputed = 0;
  lastRow: number;
  hasNewline = false;
  readonly #book: Workbook;
  readonly #columns: readonly InputColumn[];
  readonly #writings: readonly Writing[];
  readonly #conditions: readonly (readonly [column: number, condition: Condition])[];
  readonly #descriptor: number;
  #held = "";

  /** Opens the copy; rows are counted from the one after the header. */
  constructor(path: string, book: Workbook, feed: Feed, columns: readonly InputColumn[], headerRow: number) {
    this.#book = book;
    this.#columns = columns;
    this.#writings = planWriting(feed, columns);
    this.#conditions = feed.only.map((condition) => [indexOfName(columns, condition.column), condition]);
    this.padded = new Uint8Array(columns.length);
    this.teller = new RowTeller(
      feed,
      columns.map(({ name }) => name),
    );
    const names = columns.map(({ name }) => name);
    this.outline = feed.outline === "rows" ? undefined : new Outline(feed, names);
    this.lastRow = headerRow;
    this.#descriptor = openSync(path, "wx");
  }

  /** @param next level of the row below. */
  take(row: SheetRow, next: number | undefined): void {
    const gap = row.number - this.lastRow - 1;
    this.blankRows += gap;
    if (gap > 0) this.teller.passBlank();
    this.lastRow = row.number;
    if (row.isHidden) {
      this.hiddenRows += 1;
      this.firstHidden ||= row.number;
    }
    const texts = this.#read(row);
    const isBlank = row.cells.every((cell) => cell.column < texts.length && !cell.isUncomputed);
    if (isBlank && texts.every((text) => text.trim() === "")) {
      this.blankRows += 1;
      this.teller.passBlank();
    } else if (this.outline?.isHead(row, next, texts, this.records))
      this.teller.keepHead(row.number, texts, this.records);
    else if (!this.teller.isOther(row.number, texts, this.records)) this.#judge(row, texts);
  }

  /** Ends the groups of the report at the end of the sheet. */
  endGroups(): void {
    this.outline?.close(0, this.records);
  }

  /** Writes what is held back. */
  finish(): void {
    const bytes = Buffer.from(this.#held);
    this.#held = "";
    for (let written = 0; written < bytes.length; ) written += writeSync(this.#descriptor, bytes, written);
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #read(row: SheetRow): string[] {
    const texts = new Array<string>(this.#columns.length).fill("");
    for (const cell of row.cells) {
      const writing = this.#writings[cell.column];
      if (writing !== undefined) texts[cell.column] = cellText(cell, this.#book, writing);
    }
    return texts;
  }

  #judge(row: SheetRow, texts: string[]): void {
    const fault = this.#findFault(row, texts);
    if (fault !== undefined) {
      const text = texts.map((one) => one.slice(0, longestText)).join("\t");
      const line = text.replace(/\s*[\r\n]+/g, " ").slice(0, longestText);
      this.diverted.push({ line: row.number, ...fault, text: line });
      return;
    }
    this.#count(row.number);
    this.teller.passRecord();
    this.#held += `${texts.map((text, column) => this.#field(text, column)).join(unit)}\n`;
    if (this.#held.length > writeAtOnce) this.finish();
  }

  #findFault(row: SheetRow, texts: readonly string[]): Pick<Diverted, "rule" | "message"> | undefined {
    for (const cell of row.cells) {
      const writing = this.#writings[cell.column];
      const name = this.#columns[cell.column]?.name;
      const place = `${columnLetters(cell.column)}${row.number}`;
      if (writing === undefined || name === undefined) {
        if (cellText(cell, this.#book, plainWriting).trim() === "" && !cell.isUncomputed) continue;
        const last = columnLetters(this.#columns.length - 1);
        return {
          rule: "field_count",
          message: `the cell ${place} holds a value, and the header ends in column ${last}`,
        };
      }
      if (cell.isUncomputed && !writing.isMapped) this.uncomputed += 1;
      if (!writing.isMapped || !this.#isWanted(texts)) continue;
      if (cell.isUncomputed) {
        return {
          rule: "formula",
          message: `${name}: the cell ${place} holds a formula without its result; open the workbook in Excel or LibreOffice and save it`,
        };
      }
      if (writing.isId && isTooPrecise(cell)) {
        return {
          rule: "id_precision",
          message: `${name}: the cell ${place} holds the number ${texts[cell.column]}, and a spreadsheet keeps only 15 digits of it; export the column as text`,
        };
      }
    }
    if (texts.reduce((sum, text) => sum + text.length, 0) * 3 > longestRecord.bytes) {
      return { rule: "too_long", message: `the row is longer than ${longestRecord.bytes} bytes` };
    }
    return undefined;
  }

  /** Rows that a feed leaves to others are not set aside. */
  #isWanted(texts: readonly string[]): boolean {
    return this.#conditions.every(([column, condition]) => {
      const text = (texts[column] ?? "").trim();
      if (condition.in !== undefined) return condition.in.includes(text);
      if (condition.not_in !== undefined) return !condition.not_in.includes(text);
      if (condition.sign !== undefined) return hasSign(text, condition.sign);
      return condition.empty ? text === "" : text !== "";
    });
  }

  #count(row: number): void {
    this.records += 1;
    const { records, lines } = this.lineMap;
    const shift = (lines.at(-1) ?? 0) - (records.at(-1) ?? 0);
    if (records.length > 0 && row - this.records === shift) return;
    records.push(this.records);
    lines.push(row);
  }

  #field(text: string, column: number): string {
    if (text === "") return "";
    if (this.padded[column] === 0 && text.trim().length !== text.length) this.padded[column] = 1;
    if (!special.test(text)) return text;
    if (text.includes("\n") || text.includes("\r")) this.hasNewline = true;
    return `"${text.replace(/\r\n?/g, "\n").replaceAll('"', '""')}"`;
  }
}

function indexOfName(columns: readonly InputColumn[], name: string): number {
  const found = findColumn(columns, name);
  return found === undefined ? -1 : columns.indexOf(found);
}
