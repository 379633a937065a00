import type { Cell } from "../data.ts";
import type { Locale } from "../i18n/locales.ts";

/** A table ready to be downloaded: raw values, not formatted ones. */
export interface Download {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Where a spreadsheet program expects semicolons and decimal commas. */
const withDecimalComma: ReadonlySet<Locale> = new Set(["ru"]);

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

/** Hands a file to the reader. */
export function saveCsv(download: Download, locale: Locale): void {
  const url = URL.createObjectURL(new Blob([toCsv(download, locale)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${download.name.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-")}.csv`;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function toField(value: Cell, separator: string, comma: boolean): string {
  if (value === null) return "";
  if (typeof value === "number") return comma ? String(value).replace(".", ",") : String(value);
  if (typeof value === "boolean") return value ? "1" : "0";
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
