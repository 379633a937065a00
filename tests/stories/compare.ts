import type { Table, Value } from "../../warehouse/connection.ts";
import type { StoryTable } from "./story.ts";

/** Numbers closer than this, absolutely or relative to their size, are the same. */
const tolerance = 1e-9;

/**
 * Compares the rows of a relation with those a story expects, in any order; rows are matched by key, or by their exact
 * columns where the story does not show the whole key. Returns one text per difference.
 */
export function compareRows(expected: StoryTable, actual: Table, key: readonly string[]): readonly string[] {
  const exact = expected.columns.filter((_, index) => !isNumber(actual.types[index]));
  const hasKey = key.length > 0 && key.every((name) => expected.columns.includes(name));
  const matchBy = (hasKey ? key : exact).map((name) => expected.columns.indexOf(name));
  const wanted = groupRows(expected.rows, matchBy, actual.types);
  const found = groupRows(actual.rows, matchBy, actual.types);
  const differences = [...new Set([...wanted.keys(), ...found.keys()])]
    .sort()
    .flatMap((name) =>
      compareGroup(expected.columns, actual.types, matchBy, wanted.get(name) ?? [], found.get(name) ?? []),
    );
  return differences.map((difference) => `${expected.relation}  ${difference}`);
}

type CellRow = readonly Value[];

function groupRows(
  rows: readonly CellRow[],
  by: readonly number[],
  types: readonly string[],
): ReadonlyMap<string, readonly CellRow[]> {
  const groups = new Map<string, CellRow[]>();
  for (const row of rows) {
    const name = JSON.stringify(by.map((index) => canonical(row[index] ?? null, types[index])));
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return groups;
}

function compareGroup(
  columns: readonly string[],
  types: readonly string[],
  matchBy: readonly number[],
  wanted: readonly CellRow[],
  found: readonly CellRow[],
): readonly string[] {
  const rest = columns.map((_, index) => index).filter((index) => !matchBy.includes(index));
  const inOrder = (rows: readonly CellRow[]) =>
    [...rows].sort(
      (a, b) => rest.map((index) => order(a[index] ?? null, b[index] ?? null)).find((sign) => sign !== 0) ?? 0,
    );
  const [left, right] = [inOrder(wanted), inOrder(found)];
  const describe = (row: CellRow, indexes: readonly number[]) =>
    indexes.map((index) => `${columns[index]} ${show(row[index] ?? null)}`).join(", ");
  const all = columns.map((_, index) => index);
  const differences: string[] = [];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const [want, have] = [left[at], right[at]];
    if (have === undefined && want !== undefined) differences.push(`is missing     ${describe(want, all)}`);
    else if (want === undefined && have !== undefined) differences.push(`is unexpected  ${describe(have, all)}`);
    else if (want !== undefined && have !== undefined) {
      for (const index of rest) {
        const [a, b] = [want[index] ?? null, have[index] ?? null];
        if (!isSame(a, b, types[index])) {
          const row = matchBy.length === 0 ? "" : `${describe(want, matchBy)}: `;
          differences.push(`is different   ${row}${columns[index]} is ${show(b)}, expected ${show(a)}`);
        }
      }
    }
  }
  return differences;
}

function isSame(expected: Value, actual: Value, type: string | undefined): boolean {
  if (expected === null || actual === null) return expected === actual;
  if (!isNumber(type)) return canonical(expected, type) === canonical(actual, type);
  const [a, b] = [toNumber(expected), toNumber(actual)];
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
}

/** Reads a number; a story may write a fraction such as `1/3`. */
function toNumber(value: Value): number {
  const [, above, below] = /^(-?[\d.]+)\/([\d.]+)$/.exec(String(value)) ?? [];
  return above === undefined ? Number(value) : Number(above) / Number(below);
}

/** Writes a value so that the same values have the same text: the number `12.50` is `12.5`, a midnight is its day. */
function canonical(value: Value, type: string | undefined): string | null {
  if (value === null) return null;
  const text = String(value);
  if (isNumber(type)) return String(toNumber(text));
  return type === "TIMESTAMP" ? text.replace(" 00:00:00", "") : text;
}

function order(a: Value, b: Value): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  const [x, y] = [toNumber(a), toNumber(b)];
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}

function isNumber(type: string | undefined): boolean {
  return /^(DOUBLE|FLOAT|DECIMAL|U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?)/.test(type ?? "");
}

function show(value: Value): string {
  return value === null ? "(nothing)" : String(value);
}
