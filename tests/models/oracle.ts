import type { Odd } from "./odd-details.ts";

export type Figure = string | number | null;
export type Figures = readonly Figure[];

/** A figure told by the warehouse and recomputed plainly: what is asked (`key` and values), and the same values by key. */
export interface Oracle {
  readonly says: string;
  readonly relations: readonly string[];
  readonly sql: string;
  readonly plain: (company: Odd, asOf: string, zone: string) => Readonly<Record<string, Figures | Figure>>;
}
