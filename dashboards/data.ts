/** A value of a cell, as exported: dates are ISO texts, amounts numbers for display. */
export type Cell = string | number | boolean | null;

/** A column as it lies in a file: plain, or a dictionary with indexes. */
export type PackedColumn =
  | { readonly values: readonly Cell[] }
  | { readonly dictionary: readonly Cell[]; readonly indexes: readonly number[] };

/** A table as a data file holds it: columns, packed one by one. */
export interface PackedTable {
  readonly count: number;
  readonly columns: Readonly<Record<string, PackedColumn>>;
}

/** A file that came with the page: anything that reads JSON. */
export interface DataFile {
  readonly name?: string;
  /** False where it is too long to come with the page. */
  readonly isAtOnce?: boolean;
  json(): Promise<unknown>;
}

/** Where a file of a page is, and whether the page is drawn from it at once. */
export interface FileAddress {
  readonly address: string;
  readonly isAtOnce: boolean;
}

/** The files of a page, by dataset. */
export type DataFiles<Name extends string = string> = Readonly<Record<Name, DataFile>>;

/** Reads a dataset into rows. The caller names the row's type: the export checked it against the contract. */
export async function readRows<Row>(file: DataFile | undefined): Promise<readonly Row[]> {
  return unpack(parsePacked(await readJson(file))) as readonly Row[];
}

/** Opens the files of a page. Those it is drawn from are asked for now, all together, and the others when they are read. */
export function openFiles<Name extends string>(addresses: Readonly<Record<Name, FileAddress>>): DataFiles<Name> {
  const files = Object.entries<FileAddress>(addresses).map(([name, { address, isAtOnce }]) => {
    let asked = isAtOnce ? fetchJson(address) : undefined;
    asked?.catch(() => undefined);
    const json = () => {
      const answer = asked ?? fetchJson(address);
      asked = undefined;
      return answer;
    };
    return [name, { name: `${name}.json`, isAtOnce, json }];
  });
  return Object.fromEntries(files);
}

async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

/** A data file that could not be fetched: the connection, the server or a release that is gone. */
export class UnreachableFile extends Error {
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super(`${file} could not be fetched`, { cause });
    this.file = file;
  }
}

/**
 * Reads a file that came with the page.
 * @throws UnreachableFile when it cannot be fetched or is not JSON.
 */
export async function readJson(file: DataFile | undefined): Promise<unknown> {
  if (file === undefined) throw new Error("a data file is missing in the list of the page (dashboards/site.ts)");
  try {
    return await file.json();
  } catch (error) {
    throw new UnreachableFile(file.name ?? "data", error);
  }
}

/** Lays a packed table out in rows. */
export function unpack(table: PackedTable): readonly Readonly<Record<string, Cell>>[] {
  const columns = Object.entries(table.columns).map(([name, column]) => [name, valuesOf(column)] as const);
  return Array.from({ length: table.count }, (_, index) => {
    const row = new Row();
    for (const [name, values] of columns) row[name] = values[index] ?? null;
    return row;
  });
}

/** A row has no name of its own but its columns. Rows of one class are made and copied several times as fast as those without one. */
class Row {
  [column: string]: Cell;
}
Reflect.deleteProperty(Row.prototype, "constructor");
Object.setPrototypeOf(Row.prototype, null);

function valuesOf(column: PackedColumn): readonly Cell[] {
  if ("values" in column) return column.values;
  return column.indexes.map((index) => column.dictionary[index] ?? null);
}

function parsePacked(value: unknown): PackedTable {
  if (typeof value !== "object" || value === null || !("count" in value) || !("columns" in value))
    throw new Error("a data file of this page is damaged");
  return value as PackedTable;
}
