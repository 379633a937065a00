import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listColumns } from "../../ingest/contracts/contract.ts";
import { contracts } from "../../transforms/contracts.ts";
import { makeInbox } from "../ingest/inbox.ts";
import { withRaw } from "./warehouse.ts";

const source = `source: shop
title: Shop
dialect: { delimiter: ";" }
locale: { decimal: ",", dates: [dd.MM.yyyy] }
feeds:
  - entity: orders
    match: "sales*.csv"
    mode: upsert
    columns:
      order_id: { from: Number }
      client_id: { from: Client }
      order_date: { from: Date }
  - entity: order_lines
    match: "sales*.csv"
    mode: upsert
    columns:
      order_line_id: { from: [Number, Position], join: "-" }
      order_id: { from: Number }
      product_id: { from: Product }
      quantity: { from: Units }
      amount: { from: Sum }
`;

const shown = [
  "marts.orders",
  "marts.order_lines",
  "marts.clients",
  "marts.products",
  "marts.client_months",
  "metrics.sales_by_month",
  "metrics.kpi_by_month",
  "metrics.rfm",
] as const;

/** How rows of a list are put into files: the file of each, those told twice, and whether files come one after another. */
interface Split {
  readonly files: readonly number[];
  readonly again: readonly (readonly [number, number])[];
  readonly isReversed: boolean;
  readonly isTogether: boolean;
}

const orders = fc.array(
  fc.record({
    client: fc.integer({ min: 1, max: 6 }),
    day: fc.integer({ min: 0, max: 400 }),
    lines: fc.array(
      fc.record({
        product: fc.integer({ min: 1, max: 4 }),
        units: fc.integer({ min: 1, max: 9 }),
        cents: fc.nat(99_999),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { minLength: 2, maxLength: 25 },
);

const split: fc.Arbitrary<Split> = fc.record({
  files: fc.array(fc.nat(3), { minLength: 75, maxLength: 75 }),
  again: fc.array(fc.tuple(fc.nat(74), fc.nat(3)), { maxLength: 10 }),
  isReversed: fc.boolean(),
  isTogether: fc.boolean(),
});

describe("orders in one file or in several, in any order, some told twice", () => {
  it("make the same marts", { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(orders, split, async (company, way) => {
        const rows = company.flatMap(({ client, day, lines }, number) =>
          lines.map(
            ({ product, units, cents }, place) =>
              `A${number};C${client};${writeDay(day)};${place + 1};P${product};${units};${(cents / 100).toFixed(2).replace(".", ",")}`,
          ),
        );
        const whole = await readMarts([rows], true);
        expect(whole.get("marts.order_lines")).toHaveLength(rows.length);
        expect(await readMarts(divide(rows, way), way.isTogether)).toEqual(whole);
      }),
      { numRuns: 4, seed: 4 },
    );
  });
});

function writeDay(day: number): string {
  const [year, month, date] = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10).split("-");
  return `${date}.${month}.${year}`;
}

function divide(rows: readonly string[], { files, again, isReversed }: Split): readonly (readonly string[])[] {
  const parts = [0, 1, 2, 3].map((file) => [
    ...rows.filter((_, index) => files[index] === file),
    ...again.flatMap(([index, into]) => (into === file ? (rows[index] ?? []) : [])),
  ]);
  const held = parts.filter((part) => part.length > 0);
  return isReversed ? held.map((part) => part.toReversed()).reverse() : held;
}

/** Ingests files, all at once or one after another, builds, and reads what is shown without the lineage of its rows. */
async function readMarts(files: readonly (readonly string[])[], isTogether: boolean) {
  const inbox = makeInbox(source);
  for (const [index, rows] of files.entries()) {
    inbox.put(`sales-${index}.csv`, `${["Number;Client;Date;Position;Product;Units;Sum", ...rows].join("\n")}\n`);
    if (!isTogether) await inbox.ingest();
  }
  if (isTogether) await inbox.ingest();
  return withRaw(inbox.settings, { asOf: "2026-03-31", relations: shown }, async ({ connection }) => {
    const marts = new Map<string, readonly unknown[]>();
    for (const relation of shown) {
      const columns = listColumns(contracts[relation]).filter(({ name }) => !name.startsWith("_"));
      const list = columns.map(({ name }) => `cast(${name} as varchar) as ${name}`).join(", ");
      marts.set(relation, await connection.rows(`select ${list} from ${relation} order by all`));
    }
    return marts;
  });
}
