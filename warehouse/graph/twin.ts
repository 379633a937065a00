import type { Contract } from "../../ingest/contracts/contract.ts";
import type { Row, Value } from "../connection.ts";

/** What a twin may look at: the relations it declared, as they stand in this build. */
export interface TwinInput {
  /**
   * Reads all rows of a declared relation. Decimals, dates and timestamps come as text; cast to double in the SQL model
   * that prepares the rows. The order is that of the columns named in `orderBy`; without it, it is not fixed.
   */
  rows<T = Row>(relation: string, orderBy?: readonly string[]): Promise<readonly T[]>;
}

/** One row a twin returns: values by column name, or in the contract's column order. */
export type TwinRow = Readonly<Record<string, Value>> | readonly Value[];

/**
 * A model that SQL cannot compute: `transforms/<schema>/<name>.ts` exports one as `model`.
 *
 * SQL prepares and scores; TypeScript only fits. A twin reads the relations in `reads` and nothing else, uses no clock
 * and no randomness, and returns its rows. The engine makes the table with the columns and types of the contract, which
 * is `contract` here or the export of `<name>.contract.ts`. A number that is not finite is an error: write null.
 */
export interface Twin {
  /** Schema-qualified relations, under the same layer law as SQL models. */
  readonly reads: readonly string[];
  readonly contract?: Contract;
  compute(input: TwinInput): Promise<readonly TwinRow[]> | readonly TwinRow[];
}
