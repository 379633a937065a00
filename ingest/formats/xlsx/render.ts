import { findColumn } from "../../header.ts";
import type { Feed, Locale, Mapping } from "../../source.ts";
import { findAmbiguous } from "../../values/date-format.ts";
import { FileFault, type InputColumn } from "../reader.ts";
import { brokenXml } from "./broken.ts";
import { plainNumber } from "./number.ts";
import { persianText, serialText } from "./serial.ts";
import type { Cell } from "./sheet.ts";
import type { Workbook } from "./workbook.ts";

/** How the cells of a column are written, so that the feed reads them back as what they are. */
export interface Writing {
  readonly decimal: string;
  readonly true: string;
  readonly false: string;
  /** Days of the column are read by the Persian calendar; those of cells are Gregorian by nature. */
  readonly isPersian: boolean;
  /** The feed takes 15 for 0.15; cells in a format of percent hold 0.15 and show 15%. */
  readonly isPercent: boolean;
  /** The column holds ids: a number of sixteen digits has lost some. */
  readonly isId: boolean;
  /** The feed reads the column. */
  readonly isMapped: boolean;
}

/** How cells of a column nobody described are written. */
export const plainWriting: Writing = {
  decimal: ".",
  true: "true",
  false: "false",
  isPersian: false,
  isPercent: false,
  isId: false,
  isMapped: false,
};

const isoDays = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.SSS"];
const isoZoned = ["yyyy-MM-dd'T'HH:mm:ssXXX", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX"];

/**
 * Writes the value of a cell as text; empty for none. Numbers are plain, with the decimal mark of their column; days and
 * times are ISO text; errors such as `#N/A` stand as they are.
 */
export function cellText(cell: Cell, book: Workbook, writing: Writing): string {
  const { type, stored } = cell;
  if (type === "s") return sharedString(book, stored);
  if (type === "n") return numberText(cell, book, writing);
  if (type === "b") return stored === "1" || stored === "true" ? writing.true : writing.false;
  if (type === "d") {
    const day = stored.replace(/(T[0-9]{2}:[0-9]{2})$/, "$1:00").replace(/T00:00:00(?:\.0+)?$/, "");
    return writing.isPersian ? persianText(day) : day;
  }
  return stored;
}

/** Tells whether a cell is a number longer than the fifteen digits that a spreadsheet keeps. */
export function isTooPrecise({ type, stored }: Cell): boolean {
  return type === "n" && Math.abs(Number(stored)) >= 1e15;
}

/** Plans how each column is written, from what the feed makes of it. */
export function planWriting(feed: Feed, columns: readonly InputColumn[]): readonly Writing[] {
  return columns.map((column) => {
    const mappings = feed.mappings.filter(({ origin }) => {
      return origin.kind !== "value" && origin.names.some((name) => findColumn(columns, name) === column);
    });
    const numeric = mappings.find(({ column: { sqlType } }) => /^(?:decimal|bigint|double)/.test(sqlType));
    const flag = mappings.find(({ column: { sqlType }, values }) => sqlType === "boolean" && values === undefined);
    const day = mappings.find(({ column: { sqlType } }) => sqlType === "date" || sqlType === "timestamp");
    const isVersion = feed.version !== undefined && findColumn(columns, feed.version.name) === column;
    const days = day?.locale ?? (isVersion ? feed.locale : undefined);
    return {
      decimal: numeric?.locale.decimal ?? (isVersion ? feed.locale.decimal : "."),
      true: flag?.locale.true[0] ?? plainWriting.true,
      false: flag?.locale.false[0] ?? plainWriting.false,
      isPersian: days !== undefined && days.calendar === "persian",
      isPercent: numeric !== undefined && numeric.shift > 0,
      isId: mappings.some(({ column: { kind } }) => kind === "id"),
      isMapped: mappings.length > 0 || isVersion || feed.only.some((one) => findColumn(columns, one.column) === column),
    };
  });
}

/**
 * Lets a feed read, beside the formats it lists, the ISO text that days and times of a workbook are written as.
 * @throws FileFault when a listed format would read that text as another day.
 */
export function withIsoDates(feed: Feed): Feed {
  const mappings = feed.mappings.map((mapping: Mapping) => ({ ...mapping, locale: isoLocale(mapping.locale) }));
  return { ...feed, locale: isoLocale(feed.locale), mappings };
}

function isoLocale(locale: Locale): Locale {
  const add = (formats: readonly string[]) => [...new Set([...formats, ...isoDays, ...isoZoned])];
  const extended = { ...locale, dates: add(locale.dates), timestamps: add(locale.timestamps) };
  const pair = findAmbiguous(extended.dates) ?? findAmbiguous(extended.timestamps);
  if (pair === undefined) return extended;
  throw new FileFault(
    "dialect",
    `days of a workbook are read as yyyy-MM-dd, which the listed format ${pair[0]} takes for another day`,
    "Take that format out of the source file.",
  );
}

function sharedString({ strings }: Workbook, index: string): string {
  const text = /^[0-9]+$/.test(index) ? strings[Number(index)] : undefined;
  if (text === undefined) throw brokenXml("a sheet", `there is no shared string ${index.slice(0, 20)}`);
  return text;
}

function numberText({ stored, style }: Cell, book: Workbook, { decimal, isPersian, isPercent }: Writing): string {
  const kind = book.numberKinds[style] ?? "number";
  const trimmed = stored.trim();
  if (kind !== "number" && kind !== "percent") {
    const day = serialText(trimmed, kind, book.is1904);
    if (day !== undefined) return isPersian ? persianText(day) : day;
  }
  const text = plainNumber(trimmed) ?? trimmed;
  const plain = kind === "percent" && isPercent ? (plainNumber(`${text}e2`) ?? text) : text;
  return decimal === "." ? plain : plain.replace(".", decimal);
}
