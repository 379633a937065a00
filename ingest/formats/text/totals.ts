import { findColumn } from "../../header.ts";
import type { Feed, Locale } from "../../source.ts";
import { type NumberLocale, readNumberText } from "../../values/number.ts";
import type { InputColumn } from "../reader.ts";

/** Decimals that sums are kept with; numbers of an export have fewer. */
const scale = 10;

/** Reads a number as a whole count of 1e-10, so that sums are exact; undefined for what is none in this locale. */
export function parseUnits(text: string, locale: NumberLocale): bigint | undefined {
  const found = /^([+-]?)([0-9]*)(?:\.([0-9]{0,10}))?$/.exec(readNumberText(text, locale) ?? "");
  if (found === null || `${found[2]}${found[3] ?? ""}` === "") return undefined;
  const units = BigInt(`${found[2]}${(found[3] ?? "").padEnd(scale, "0")}`);
  return found[1] === "-" ? -units : units;
}

/** Writes a sum for a message: a point, and no needless zeros. */
export function showUnits(units: bigint): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, "0");
  const fraction = digits.slice(-scale).replace(/0+$/, "").padEnd(2, "0");
  return `${units < 0n ? "-" : ""}${digits.slice(0, -scale)}.${fraction}`;
}

/** Finds the columns that feeds of a file read numbers from, and how they are written there. */
export function findNumbers(feeds: readonly Feed[], columns: readonly InputColumn[]): ReadonlyMap<number, Locale> {
  const mappings = feeds.flatMap((feed) => feed.mappings);
  const numeric = mappings.filter(({ column: { sqlType } }) => /^(?:decimal|bigint|double)/.test(sqlType));
  return new Map(
    numeric.flatMap(({ origin, locale }) => {
      const names = origin.kind === "value" ? [] : origin.names;
      return names.flatMap((name) => {
        const column = findColumn(columns, name);
        return column === undefined ? [] : [[columns.indexOf(column), locale] as const];
      });
    }),
  );
}
