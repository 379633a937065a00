import type { Cell } from "../data.ts";
import type { Formats } from "../formats.ts";
import { searchText } from "../search-text.ts";
import type { Column } from "./table.ts";

/** By which column rows stand, counted from 0; -1 is the order they came in. */
export interface Order {
  readonly column: number;
  readonly descending: boolean;
}

/** Searches and sorts the rows of a table. */
export interface RowFinder<Row> {
  /** Keeps the rows whose texts hold every word. */
  search(columns: readonly Column<Row>[], query: string): readonly Row[];
  /** Sorts by a column, what is unknown last; no column, no change. */
  sort(rows: readonly Row[], column: Column<Row> | undefined, descending: boolean): readonly Row[];
}

/** From so many rows on names get keys to be sorted by. */
const manyRows = 2000;

/** Makes what searches and sorts some rows; what it reads for one search or order serves the next. */
export function rowFinder<Row>(formats: Pick<Formats, "compare" | "sortKeys">, all: readonly Row[]): RowFinder<Row> {
  const searched = new Map<Cell, string>();
  const keys = new Map<Column<Row>, ReadonlyMap<Row, string>>();
  let [textsOf, texts]: [readonly Column<Row>[] | undefined, readonly string[]] = [undefined, []];

  const read = (value: Cell): string => {
    const known = searched.get(value);
    if (known !== undefined) return known;
    const text = searchText(String(value));
    searched.set(value, text);
    return text;
  };
  const readTexts = (columns: readonly Column<Row>[]): readonly string[] => {
    if (textsOf?.length === columns.length && textsOf.every((column, index) => column === columns[index])) return texts;
    const words = columns.filter((column) => column.isNumber !== true);
    textsOf = columns;
    texts = all.map((row) => words.map((column) => read(column.value(row) ?? "")).join(" "));
    return texts;
  };
  const readKeys = (column: Column<Row>): ReadonlyMap<Row, string> => {
    const known = keys.get(column);
    if (known !== undefined) return known;
    const made = makeKeys(formats, all, column);
    keys.set(column, made);
    return made;
  };
  return {
    search(columns, query) {
      const words = searchText(query)
        .split(/\s+/)
        .filter((word) => word !== "");
      if (words.length === 0) return all;
      const lines = readTexts(columns);
      return all.filter((_, index) => words.every((word) => lines[index]?.includes(word) === true));
    },
    sort(rows, column, descending) {
      if (column === undefined) return rows;
      const sign = descending ? -1 : 1;
      const isLong = column.isNumber !== true && column.isDay !== true && all.length >= manyRows;
      const key = isLong ? readKeys(column) : undefined;
      const order = (left: Row, right: Row): number => {
        const [a, b] = [column.value(left), column.value(right)];
        if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
        if (typeof a === "number" && typeof b === "number") return sign * (a - b);
        const [first, second] = [String(a), String(b)];
        if (column.isDay === true) return first === second ? 0 : first < second ? -sign : sign;
        return sign * formats.compare(first, second);
      };
      return key === undefined ? rows.toSorted(order) : sortByKey(rows, key, sign);
    },
  };
}

function makeKeys<Row>(
  { sortKeys }: Pick<Formats, "sortKeys">,
  rows: readonly Row[],
  column: Column<Row>,
): ReadonlyMap<Row, string> {
  const values = rows.map((row) => column.value(row));
  const names = new Set(values.filter((value) => value !== null).map(String));
  const keyOf = sortKeys(names);
  const keys = new Map([...names].map((name) => [name, keyOf(name)]));
  const found = new Map<Row, string>();
  for (const [index, row] of rows.entries()) {
    const key = keys.get(String(values[index]));
    if (values[index] !== null && key !== undefined) found.set(row, key);
  }
  return found;
}

function sortByKey<Row>(rows: readonly Row[], keys: ReadonlyMap<Row, string>, sign: 1 | -1): readonly Row[] {
  return rows
    .map((row) => ({ row, key: keys.get(row) }))
    .sort((left, right) => {
      if (left.key === right.key) return 0;
      if (left.key === undefined) return 1;
      if (right.key === undefined) return -1;
      return left.key < right.key ? -sign : sign;
    })
    .map(({ row }) => row);
}
