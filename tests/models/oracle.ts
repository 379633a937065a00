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

/** A row of an answer: its key, and the values asked for. */
export type Answer = Readonly<Record<string, Figure>>;

/** Names each key whose figures differ by more than two cents, which is what adding up in another order may leave. */
export function listDifferences(
  answers: readonly Answer[],
  expected: Readonly<Record<string, Figures | Figure>>,
): readonly string[] {
  const found = new Map(answers.map(({ key, ...values }) => [String(key), Object.values(values)]));
  const plain = new Map(Object.entries(expected).map(([key, values]) => [key, [values].flat()]));
  return [...new Set([...found.keys(), ...plain.keys()])].flatMap((key) => {
    const [told, own] = [found.get(key) ?? [], plain.get(key) ?? []];
    const isEqual = own.every((value, index) => {
      const other = told[index];
      return typeof value === "number" && typeof other === "number"
        ? Math.abs(value - other) < (Number.isInteger(value) || Math.abs(value) > 20 ? 0.02 : 0.002)
        : value === other;
    });
    return isEqual && told.length === own.length ? [] : [`${key}: told ${told.join(", ")}, plainly ${own.join(", ")}`];
  });
}
