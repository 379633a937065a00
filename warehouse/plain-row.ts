import type { Value } from "./connection.ts";

/** A row as it is filled: whatever its columns are called, nothing else is in it. */
export type PlainRow = Record<string, Value>;

/**
 * Makes an empty row that inherits nothing, so that a column named `__proto__` is plain data. Unlike what
 * `Object.create(null)` makes, which V8 keeps as a hash table, it is a record: read in less time, used in a tenth.
 */
export function createRow(): PlainRow {
  return new Row() as PlainRow;
}

class Row {}
Reflect.deleteProperty(Row.prototype, "constructor");
Object.setPrototypeOf(Row.prototype, null);
