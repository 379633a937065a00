import { isNumeric, isTemporal } from "../contracts/contract.ts";
import { findName } from "../header.ts";
import type { Feed, Mapping } from "../source.ts";
import { shapeOf } from "../values/date.ts";

/** What a cell of one column can be told by, without reading its value. */
export interface CellType {
  /** False for text that the column can never take. */
  readonly mayHold: (cell: string) => boolean;
  /** The column has a form of its own: a number, a day. */
  readonly isTyped: boolean;
  readonly isKey: boolean;
  readonly isRequired: boolean;
  readonly column: string;
}

const numeric = /^[\p{Nd}\s.,'’+\-−()٫٬%]*\p{Nd}[\p{Nd}\s.,'’+\-−()٫٬%]*$/u;

/** Plans what each column of a header may hold, as far as the feed maps it. It is lenient: SQL reads the values. */
export function planTypes(
  feed: Feed,
  names: readonly string[],
  key: readonly string[],
): readonly (CellType | undefined)[] {
  const types = Array.from<CellType | undefined>({ length: names.length });
  for (const mapping of feed.mappings) {
    const { origin } = mapping;
    if (origin.kind === "value") continue;
    for (const name of origin.names) {
      const index = findName(names, name);
      if (index === undefined) continue;
      types[index] = origin.kind === "columns" && origin.names.length > 1 ? joinedType(mapping) : typeOf(mapping, key);
    }
  }
  return types;
}

/** Plans whether the columns of a header may hold the fields of a line, a type for each. */
export function planShape(types: readonly (CellType | undefined)[]): (cells: readonly string[]) => boolean {
  return (cells) => types.every((type, index) => type === undefined || type.mayHold(cells[index] ?? ""));
}

function joinedType({ column }: Mapping): CellType {
  return { mayHold: () => true, isTyped: false, isKey: false, isRequired: false, column: column.name };
}

function typeOf(mapping: Mapping, key: readonly string[]): CellType {
  const { column, fallback, locale, matches, required, strip, values } = mapping;
  const pattern = values === undefined ? patternOf(mapping) : undefined;
  const whole = matches === undefined ? undefined : new RegExp(`^(?:${matches})$`, "u");
  const isRequired = (!column.nullable || required === true) && fallback === undefined;
  const isNothing = (text: string) => text === "" || locale.nulls.some((word) => word.trim() === text);
  return {
    isTyped: pattern !== undefined || whole !== undefined,
    isKey: key.includes(column.name),
    isRequired,
    column: column.name,
    mayHold(cell) {
      const text = cell.trim();
      if (isNothing(text)) return !isRequired;
      if (whole !== undefined && !whole.test(strip.reduce((rest, word) => rest.replaceAll(word, ""), text).trim()))
        return false;
      return pattern === undefined || pattern.test(plainDigits(plainText(text, mapping)));
    },
  };
}

function patternOf({ column, locale }: Mapping): RegExp | undefined {
  if (isNumeric(column)) return numeric;
  if (!isTemporal(column)) return undefined;
  const formats = column.sqlType === "date" ? locale.dates : locale.timestamps;
  return new RegExp(`^(?:${formats.map((format) => shapeOf(format)).join("|")})$`, "u");
}

function plainText(text: string, { strip, locale }: Mapping): string {
  return [...strip, ...(locale.currencies ?? [])].reduce(
    (rest, word) => rest.replaceAll(new RegExp(escapePattern(word), "giu"), ""),
    text,
  );
}

/** Digits of any script as those of ASCII, without invisible marks, as SQL reads them. */
function plainDigits(text: string): string {
  return text
    .replaceAll(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, "")
    .replaceAll("\u2212", "-")
    .replaceAll(/[\u06f0-\u06f9\u0660-\u0669\uff10-\uff19]/gu, (digit) => String(digit.charCodeAt(0) % 16))
    .trim();
}

function escapePattern(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
