import { parseRowPath, parseValuePath, positionName, type RowPath, type ValuePath } from "./paths.ts";

/** What is read from an XML file: plain data, so that it can be sent to another process. */
export interface XmlPlan {
  /** Path of the element that is a record. */
  readonly rows: string;
  /** Paths of values, as the source names them. */
  readonly names: readonly string[];
  /** Names mapped whole by feeds of the same records: not extra. */
  readonly mapped: readonly string[];
  /** Paths of other feeds' records inside these. */
  readonly foreign: readonly string[];
  readonly limits: XmlLimits;
}

/** Limits of one XML file: bytes of a record and of a value, elements inside each other. */
export interface XmlLimits {
  readonly recordSize: number;
  readonly valueSize: number;
  readonly depth: number;
}

/** A value wanted of each record; without a path, its place among its like. */
export interface Column {
  readonly name: string;
  readonly path: ValuePath | undefined;
}

/** Where another feed's records stand inside these, and whether a column reads in there all the same. */
export interface Foreign {
  readonly path: RowPath;
  readonly isRead: boolean;
}

/** Plans the columns of records. @throws Error for paths that are none. */
export function planColumns(names: readonly string[]): readonly Column[] {
  return names.map((name) => ({ name, path: name === positionName ? undefined : parseValuePath(name) }));
}

/** Plans where rows of another feed stand inside the records. */
export function planForeign(rows: string, plan: XmlPlan, columns: readonly Column[]): Foreign {
  const path = parseRowPath(rows);
  const below = path.names.slice(parseRowPath(plan.rows).names.length);
  const isRead = columns.some(
    (column) => column.path?.up === 0 && below.every((name, index) => column.path?.steps[index]?.name === name),
  );
  return { path, isRead };
}

/** Lists the first elements that columns ask for around records, by how far up. */
export function listAsked(columns: readonly Column[]): ReadonlyMap<number, ReadonlySet<string>> {
  const asked = new Map<number, Set<string>>();
  for (const { path } of columns) {
    if (path === undefined || path.up === 0) continue;
    const [first] = path.steps;
    const names = asked.get(path.up) ?? new Set();
    if (first?.kind === "element") names.add(first.name);
    asked.set(path.up, names);
  }
  return asked;
}
