import type { Mapping } from "../source.ts";

/** One way a value can be wrong. */
export interface Fault {
  readonly rule: string;
  /** SQL condition over the text, which is not null. */
  readonly when: string;
  /** SQL text: what is wrong with the value, after the column's name. */
  readonly message: string;
}

/**
 * How text becomes a value. Conversions never round, clip or guess: text that is not exactly a value of the type
 * gives null, and a text that is not null with a value that is null is a fault.
 */
export interface Conversion {
  /** SQL expression over the text: the value, or null. */
  readonly value: string;
  /** The faults, most telling first; the last one holds always. */
  readonly faults: readonly Fault[];
}

/** Writes the conversion of one SQL type. `text` is an SQL name whose value is trimmed, and not null where it counts. */
export type ValueParser = (text: string, mapping: Mapping) => Conversion;
