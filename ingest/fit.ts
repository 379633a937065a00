import { type Column, listColumns } from "./contracts/contract.ts";
import { type EntityName, entities } from "./contracts/entities.ts";
import type { ColumnGuess } from "./guess.ts";
import { hasSign } from "./values/sign.ts";

/** A table of a sample: what its columns look like, and its rows. */
export interface Table {
  readonly columns: readonly ColumnGuess[];
  readonly rows: readonly (readonly string[])[];
}

/** How the columns of a table give those of an entity: by name, put together, or told by values. */
export interface Fit {
  readonly entity: EntityName;
  /** Names of the contract columns found, by the export's column. */
  readonly matches: ReadonlyMap<string, string>;
  /** Contract columns put together from several of the export. */
  readonly joined: ReadonlyMap<string, readonly string[]>;
  /** Contract columns that values of another column tell. */
  readonly told: ReadonlyMap<string, ToldColumn>;
  /** Contract columns that the export leaves unsaid, and what they are. */
  readonly constants?: ReadonlyMap<string, string>;
  /** Columns that all rows of this entity fill, and others may not. */
  readonly only?: readonly string[];
  /** Of a statement of an account: the rows that came in. */
  readonly direction?: Direction;
}

/** How the rows of a statement that came in are told: by the sign of an amount, or by words of a column beside it. */
export type Direction =
  | { readonly column: string; readonly sign: "positive"; readonly in?: undefined }
  | { readonly column: string; readonly in: readonly string[]; readonly sign?: undefined };

/** A column that values of another tell. */
export interface ToldColumn {
  readonly from: string;
  readonly values: ReadonlyMap<string, string>;
}

/** Makes a fit of columns found by their names, and of those put together. */
export function fitOf(
  entity: EntityName,
  matches: ReadonlyMap<string, string>,
  joined: Fit["joined"] = new Map(),
): Fit {
  return { entity, matches, joined, told: new Map() };
}

/** Lists the required columns of the contract that a fit does not give. */
export function listUnmet({ entity, matches, joined, told, constants }: Fit): readonly Column[] {
  const found = new Set([...matches.values(), ...joined.keys(), ...told.keys(), ...(constants?.keys() ?? [])]);
  return listColumns(entities[entity]).filter(({ name, nullable }) => !nullable && !found.has(name));
}

/** Tells whether a column is a share of one, which exports write in per cent too. */
export function isShare({ name }: Pick<Column, "name">): boolean {
  return name.endsWith("_share");
}

/** Tells whether numbers have more decimals than a column keeps: per cent move by two. */
export function isTooFine({ type, decimals, percent }: ColumnGuess, column: Column): boolean {
  const scale = /^decimal\(\d+, (\d+)\)$/.exec(column.sqlType)?.[1];
  const shift = isShare(column) && percent !== undefined ? 2 : 0;
  return type === "number" && scale !== undefined && (decimals?.count ?? 0) > Number(scale) - shift;
}

/** Tells whether all an entity requires is there. */
export function isWhole(fit: Fit): boolean {
  return listUnmet(fit).length === 0;
}

/** What is called just id is that of anything: users have one, and a day they were created. */
const bareId = /^(?:id|ид|code|код|name)$/i;

/** Tells whether a column is called an id, or a name, and not of what. */
export function isBareId(name: string): boolean {
  return bareId.test(name.trim());
}

/** Tells whether rows are orders by nothing but an id, a day and somebody: no money, nothing of what orders have. */
export function isThinOrder({ entity, matches }: Fit): boolean {
  const has = (to: string) => [...matches.values()].includes(to);
  const isBare = [...matches].some(([from, to]) => to === "order_id" && isBareId(from));
  return entity === "orders" && isBare && !["amount", "campaign_id", "promised_date", "requested_date"].some(has);
}

/** Lists the columns of the export that give one of the contract, by their names or put together; none where nothing does. */
export function originsOf({ matches, joined }: Fit, column: string): readonly string[] {
  return joined.get(column) ?? [...matches].flatMap(([from, to]) => (to === column ? [from] : []));
}

/** Lists the columns of the export that give the key of the entity. */
export function keyOf(fit: Fit): readonly string[] {
  return entities[fit.entity].key.flatMap((name) => originsOf(fit, name));
}

/** Finds the column of the table that a column of the contract is named by. */
export function guessOf(
  { matches }: Fit,
  { columns }: Pick<Table, "columns">,
  column: string,
): ColumnGuess | undefined {
  return columns.find(({ name }) => matches.get(name) === column);
}

/** Reads the values of columns in each row, trimmed. */
export function valuesOf({ columns, rows }: Table, names: readonly string[]): readonly (readonly string[])[] {
  const places = names.map((name) => columns.findIndex((column) => column.name === name));
  return rows.map((row) => places.map((place) => (row[place] ?? "").trim()));
}

/** Leaves the rows that are of this entity: those that fill its markers, and of a statement those that came in. */
export function ownRows({ only = [], direction }: Pick<Fit, "only" | "direction">, table: Table): Table {
  if (only.length === 0 && direction === undefined) return table;
  const marks = valuesOf(table, only);
  const sides = direction === undefined ? undefined : valuesOf(table, [direction.column]).flat();
  const isIn = (text: string) => direction?.in?.includes(text) ?? hasSign(text, "positive");
  return {
    ...table,
    rows: table.rows.filter(
      (_, row) => marks[row]?.every((mark) => mark !== "") && (sides === undefined || isIn(sides[row] ?? "")),
    ),
  };
}

/** Tells whether some rows of the table are not of this entity, so that gaps in them say nothing. */
export function isPartOfRows({ only = [], direction }: Fit): boolean {
  return only.length > 0 || direction !== undefined;
}

/** Reads values as a column of the contract keeps them: hours do not count for what is a day. */
export function valuesAs(to: string, values: readonly string[]): readonly string[] {
  return to.endsWith("_date") ? values.map((text) => text.replace(/[T ]+\d{1,2}:\d{2}.*$/, "")) : values;
}
