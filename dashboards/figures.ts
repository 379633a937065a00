/** Adds up a column; unknown values are left out. */
export function sumOf<Row>(rows: readonly Row[], value: (row: Row) => number | null): number {
  return rows.reduce((sum, row) => sum + (value(row) ?? 0), 0);
}

/** Adds up a column; unknown where no row knows it: what nobody knows is not zero. */
export function sumKnown<Row>(rows: readonly Row[], value: (row: Row) => number | null): number | null {
  return rows.some((row) => value(row) !== null) ? sumOf(rows, value) : null;
}

/** Divides; nothing over zero is unknown, not infinite. */
export function divide(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** Divides the sum of one column by the sum of another: ratios come from sums, never from averages of ratios. */
export function ratioOf<Row>(
  rows: readonly Row[],
  part: (row: Row) => number | null,
  whole: (row: Row) => number | null,
): number | null {
  return divide(sumOf(rows, part), sumOf(rows, whole));
}

/** The ratio of two columns, from their sums. */
export function shareOf<Key extends string>(
  rows: readonly Readonly<Record<Key, number | null>>[],
  part: Key,
  whole: Key,
): number | null {
  return ratioOf(
    rows,
    (row) => row[part],
    (row) => row[whole],
  );
}

/** Groups rows by a key, in order of first appearance. */
export function groupBy<Row>(rows: readonly Row[], key: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = key(row);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return groups;
}

/** Groups rows by a key, in the order of the keys. */
export function groupInOrder<Row>(
  rows: readonly Row[],
  key: (row: Row) => string,
): readonly (readonly [string, readonly Row[]])[] {
  const groups = groupBy(rows, key);
  return [...groups.keys()].sort().map((name) => [name, groups.get(name) ?? []] as const);
}

/** Keeps the rows of the values chosen; an empty choice keeps all. */
export function filterRows<Name extends string, Row extends Readonly<Record<Name, string>>>(
  rows: readonly Row[],
  filter: Readonly<Record<Name, string>>,
): readonly Row[] {
  const names = (Object.keys(filter) as Name[]).filter((name) => filter[name] !== "");
  return rows.filter((row) => names.every((name) => row[name] === filter[name]));
}

/** A row that stands alone, or several that stand together. */
export interface Fold<Row> {
  /** The row that stands alone. */
  readonly only: Row | undefined;
  readonly rows: readonly Row[];
}

/** Leaves rows at the start, and at the end, alone; those between stand together, so that all still sum to the whole. */
export function foldBetween<Row>(rows: readonly Row[], first: number, last = 0): readonly Fold<Row>[] {
  const alone = (row: Row): Fold<Row> => ({ only: row, rows: [row] });
  const between = rows.slice(first, Math.max(first, rows.length - last));
  if (between.length <= 1) return rows.map(alone);
  return [
    ...rows.slice(0, first).map(alone),
    { only: undefined, rows: between },
    ...rows.slice(rows.length - last).map(alone),
  ];
}
