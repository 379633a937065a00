import { rmSync } from "node:fs";
import { dirname } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { sniff } from "../../ingest/sniff.ts";
import { makeInbox } from "./inbox.ts";
import { documents, expectRow, type Hand, hands, type KnownOrder, orderLists, writeOrders } from "./round-trip.ts";

/** UTF-16 whose first bytes are no text in UTF-8. */
const inUtf16: [readonly KnownOrder[], Hand] = [
  [0, 1, 2].map((id) => ({
    id,
    day: new Date(Date.UTC(2025, id, 28)),
    client: id,
    cents: 12_345 * (id + 1),
    note: "",
  })),
  {
    ...{ language: "en", delimiter: ";", newline: "\r\n", isQuoted: false, encoding: 2, hasMark: true },
    ...{ day: "yyyy-MM-dd", amount: "1234.50", id: "prefixed", hasTitle: false, endsOpen: false },
  },
];
const runs = Number(process.env.CASES ?? 12);

const seed = Number(process.env.SEED ?? 20261123);

it("orders come back as they were known however a system writes them, or sniff asks", async () => {
  await comeBack("orders.csv", writeOrders, { numRuns: runs, examples: [inUtf16] });
});

it.each(["xlsx", "json", "xml"] as const)(
  "orders come back from %s as they were known, or sniff asks",
  async (kind) => {
    await comeBack(`orders.${kind}`, documents[kind], { numRuns: Math.ceil(runs / 4) });
  },
);

type Write = (orders: readonly KnownOrder[], hand: Hand) => Buffer;

async function comeBack(name: string, write: Write, given: fc.Parameters<[readonly KnownOrder[], Hand]>) {
  const told = { right: 0, asked: 0 };
  process.stdout.write(`${name}: SEED=${seed}\n`);
  await fc.assert(
    fc.asyncProperty(orderLists, hands, async (orders, hand) => {
      const { found, questions, aside, lacking } = await bringIn(name, write(orders, hand), orders);
      const known = new Set(orders.map((order) => expectRow(order, hand).join("|")));
      const wrong = found.filter((row) => !known.has(row));
      if (questions.length === 0) expect({ wrong, aside, lacking }).toEqual({ wrong: [], aside: 0, lacking: 0 });
      told[questions.length === 0 ? "right" : "asked"] += 1;
    }),
    { seed, ...given },
  );
  expect(told.right).toBeGreaterThan(told.asked);
}

/** Sniffs a file of orders and loads it as proposed: rows of raw, what is asked, and how many rows are set aside or in no bucket. */
async function bringIn(name: string, bytes: Buffer, orders: readonly KnownOrder[]) {
  const sample = makeInbox("source: sample");
  const { entity, yaml, questions } = await sniff(sample.put(name, bytes));
  rmSync(dirname(sample.settings.paths.raw), { recursive: true, force: true });
  if (questions.length > 0) return { found: [], questions, aside: 0, lacking: 0 };
  expect(entity).toBe("orders");
  const inbox = makeInbox(yaml);
  const { file, error } = await inbox.load(name, bytes);
  if (file === undefined) throw new Error(error);
  const rows = await inbox.rows(
    "select order_id, cast(order_date as varchar), client_id, cast(amount as varchar) from raw.orders",
  );
  rmSync(dirname(inbox.settings.paths.raw), { recursive: true, force: true });
  const bare = (value: unknown) => String(value).replace(/^\w+:/, "");
  const found = rows.map((row) => row.map(bare).join("|"));
  const { rows_accepted, rows_rejected: aside } = file;
  return { found, questions, aside, lacking: orders.length - rows_accepted - aside };
}
