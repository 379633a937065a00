import { z } from "zod";
import type { EntityCheck } from "../checks/check.ts";

/** Who may see a column: `personal` never leaves the warehouse unless an audience is allowed it (reliability.md R27). */
export type PiiClass = "public" | "internal" | "personal" | "secret";

/** What a column knows about itself beside its type. `unit` is free text for readers: `days`, `share 0..1`, `reporting currency`. */
export interface ColumnMeta {
  readonly sqlType: string;
  readonly description: string;
  readonly unit?: string;
  readonly pii: PiiClass;
  readonly references?: string;
  /** Present on `id(…)` columns. */
  readonly kind?: "id";
}

/** One relation's promise: one truth for types, checks, Kysely's tables and the glossary (design.md §3). */
export interface Contract<Columns extends z.ZodRawShape = z.ZodRawShape> {
  /** Schema-qualified name, `metrics.rfm`. */
  readonly relation: string;
  /** What one row is, as a sentence for readers. */
  readonly description: string;
  /** Columns that together are unique and never null. */
  readonly key: readonly string[];
  /** The questions a reader brings to this relation; marts of plain entities may have none. */
  readonly answers?: string;
  readonly columns: z.ZodObject<Columns>;
  /** What every row of an entity must meet, whatever feed it comes from: rows that do not are set aside. */
  readonly checks?: readonly EntityCheck[];
}

type Options = { unit?: string; pii?: PiiClass; references?: string; kind?: "id" };

function column<Schema extends z.ZodType>(schema: Schema, sqlType: string, description: string, options: Options = {}) {
  return schema.meta({ pii: "internal", ...options, sqlType, description } satisfies ColumnMeta) as Schema;
}

/** Describes a text column. Nullable columns are written `text("…").nullable()`. */
export const text = (description: string, options?: Options) => column(z.string(), "varchar", description, options);

/** Describes a key or a reference: text that carries its source (`erp:000123`), leading zeros kept. */
export const id = (description: string, options?: Options) =>
  column(z.string(), "varchar", description, { ...options, kind: "id" });

/** Describes a calendar day, read as `YYYY-MM-DD`. */
export const date = (description: string, options?: Options) => column(z.iso.date(), "date", description, options);

/** Describes an instant in UTC, read as ISO text without a zone. */
export const timestamp = (description: string, options?: Options) =>
  column(z.string(), "timestamp", description, options);

/** Describes a yes/no column. */
export const flag = (description: string, options?: Options) => column(z.boolean(), "boolean", description, options);

/** Describes a whole number that fits a JavaScript number. */
export const count = (description: string, options?: Options) => column(z.int(), "bigint", description, options);

/** Describes a floating-point number: ratios, scores, statistics. Never money. */
export const double = (description: string, options?: Options) => column(z.number(), "double", description, options);

/** Describes money with four decimals, as text in JavaScript: money is never added up there. */
export const money = (description: string, options?: Options) =>
  column(z.string(), "decimal(18, 4)", description, options);

/** Describes a sum of money: same scale, more room. */
export const moneySum = (description: string, options?: Options) =>
  column(z.string(), "decimal(38, 4)", description, { unit: "reporting currency", ...options });

/** Describes a quantity with three decimals, as text in JavaScript. */
export const quantity = (description: string, options?: Options) =>
  column(z.string(), "decimal(18, 3)", description, options);

/** Describes a decimal of the scale given, as text in JavaScript: rates, shares as the source states them. */
export const decimal = (precision: number, scale: number, description: string, options?: Options) =>
  column(z.string(), `decimal(${precision}, ${scale})`, description, options);

/** Names a relation and its promise. Throws a programmer error when a key column is missing or nullable. */
export function contract<Columns extends z.ZodRawShape>(
  relation: string,
  promise: {
    description: string;
    key: readonly (keyof Columns & string)[];
    answers?: string;
    checks?: readonly EntityCheck[];
    columns: Columns;
  },
): Contract<Columns> {
  for (const name of promise.key) {
    const keyColumn = promise.columns[name];
    if (keyColumn === undefined || isNullable(keyColumn))
      throw new Error(`${relation}: key ${name} is missing or nullable`);
  }
  return { ...promise, relation, columns: z.object(promise.columns) };
}

/** One column of a contract, flattened for code that generates SQL, checks or a glossary. */
export interface Column extends ColumnMeta {
  readonly name: string;
  readonly nullable: boolean;
}

/** Lists the columns of a contract in the order they are written. */
export function listColumns(of: Contract): readonly Column[] {
  return Object.entries(of.columns.shape).map(([name, schema]) => ({
    name,
    nullable: isNullable(schema),
    ...readMeta(of.relation, name, schema),
  }));
}

/** Tells whether a column holds numbers. */
export function isNumeric({ sqlType }: Pick<Column, "sqlType">): boolean {
  return /^(?:decimal|double|bigint|integer)/.test(sqlType);
}

/** Tells whether a column holds days or instants. */
export function isTemporal({ sqlType }: Pick<Column, "sqlType">): boolean {
  return sqlType === "date" || sqlType === "timestamp";
}

function isNullable(schema: unknown): boolean {
  return schema instanceof z.ZodNullable;
}

function readMeta(relation: string, name: string, schema: unknown): ColumnMeta {
  const inner = schema instanceof z.ZodNullable ? schema.unwrap() : schema;
  const meta = inner instanceof z.ZodType ? inner.meta() : undefined;
  if (meta === undefined) throw new Error(`${relation}.${name} has no column metadata`);
  return meta as unknown as ColumnMeta;
}
