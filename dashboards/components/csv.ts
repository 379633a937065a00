import type { Cell } from "../data.ts";
import type { Locale } from "../i18n/locales.ts";
import { type Download, fileName, saveBlob } from "./download.ts";

/** Where a spreadsheet program expects semicolons and decimal commas (Persian ones too: dashboards.md §10). */
const withDecimalComma: ReadonlySet<Locale> = new Set(["ru", "uk", "kk", "uz", "fa"]);

/**
 * Writes CSV that spreadsheet programs of the language open as they should: byte order mark, their separator and
 * decimal sign, ISO dates. Text that a program would run as a formula is made plain text.
 */
export function toCsv(download: Download, locale: Locale): string {
  const comma = withDecimalComma.has(locale);
  const separator = comma ? ";" : ",";
  const line = (values: readonly Cell[]) => values.map((value) => toField(value, separator, comma)).join(separator);
  return `\uFEFF${[line(download.columns), ...download.rows.map(line)].join("\r\n")}\r\n`;
}

/** Hands a file of rows to the reader. */
export function saveCsv(download: Download, locale: Locale): void {
  saveBlob(new Blob([toCsv(download, locale)], { type: "text/csv;charset=utf-8" }), fileName(download.name, "csv"));
}

function toField(value: Cell, separator: string, comma: boolean): string {
  if (value === null) return "";
  if (typeof value === "number") return comma ? String(value).replace(".", ",") : String(value);
  if (typeof value === "boolean") return value ? "1" : "0";
  const safe = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(value) ? `'${value}` : value;
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
