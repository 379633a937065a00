import type { Cell } from "../data.ts";
import { type Download, fileName, saveBlob } from "./download.ts";

/** What stands in a cell of a workbook: the value and its type, or nothing. */
export type SheetCell =
  | { readonly value: string; readonly type: StringConstructor; readonly fontWeight?: "bold" }
  | { readonly value: number; readonly type: NumberConstructor }
  | { readonly value: boolean; readonly type: BooleanConstructor }
  | { readonly value: Date; readonly type: DateConstructor; readonly format: string }
  | null;

/** The most characters a cell of a workbook holds. */
const longestText = 32_767;

/**
 * Saves rows as a workbook of two sheets: the figures, and what they are (page, day, filters). The library is fetched
 * when it is first needed.
 */
export async function saveXlsx(
  download: Download,
  about: { readonly title: string; readonly lines: readonly (readonly [name: string, value: string])[] },
  sheetName: string,
): Promise<void> {
  const { default: writeWorkbook } = await import("write-excel-file/browser");
  const isMirrored = document.documentElement.dir === "rtl";
  const blob = await writeWorkbook([
    { data: toSheet(download), sheet: sheetName, stickyRowsCount: 1, rightToLeft: isMirrored },
    {
      data: about.lines.map((line) => line.map((text) => toCell(text))),
      sheet: about.title,
      rightToLeft: isMirrored,
      columns: [{ width: 24 }, { width: 60 }],
    },
  ]).toBlob();
  saveBlob(blob, fileName(download.name, "xlsx"));
}

/** Lays a download out in cells: a bold head, numbers as numbers, days as days, texts never as formulas. */
export function toSheet(download: Download): SheetCell[][] {
  const head = download.columns.map((title): SheetCell => ({ value: toText(title), type: String, fontWeight: "bold" }));
  return [head, ...download.rows.map((row) => row.map((value) => toCell(value)))];
}

function toCell(value: Cell): SheetCell {
  if (value === null || value === "") return null;
  if (typeof value === "number") return Number.isFinite(value) ? { value, type: Number } : null;
  if (typeof value === "boolean") return { value, type: Boolean };
  const day = readDay(value);
  return day === undefined ? { value: toText(value), type: String } : { value: day, type: Date, format: "yyyy-mm-dd" };
}

/** Workbooks count days from 1900. */
function readDay(text: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < "1900-03-01") return undefined;
  const day = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text ? undefined : day;
}

/**
 * A workbook is XML: what XML cannot hold becomes a mark, and a text longer than a cell ends in one. The library looks texts
 * up in a plain object, where `constructor` and a dozen other names stand for something already: a space without width
 * sets them apart, or the workbook would not open.
 */
function toText(text: string): string {
  if (Object.hasOwn(Object.prototype, text)) return `${text}\u200b`;
  const clean = text.replaceAll(/(?![\t\n\r])[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu, "\ufffd");
  return clean.length <= longestText ? clean : `${clean.slice(0, longestText - 1)}…`;
}
