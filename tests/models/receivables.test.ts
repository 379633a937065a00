import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Row } from "../../warehouse/connection.ts";
import { type Recipe, withWarehouse } from "./warehouse.ts";

const asOf = "2026-06-30";
const relations = [
  "metrics.receivables_by_month",
  "metrics.receivables_ageing",
  "metrics.client_receivables",
  "metrics.payment_delays",
];
const checks = ["receivables_are_one_number", "payments_are_allocated_whole"];

type Invoice = readonly [
  id: string,
  client: string | null,
  issued: string,
  due: string | null,
  amount: number,
  currency?: string,
];
type Payment = readonly [
  id: string,
  invoice: string | null,
  client: string | null,
  paid: string,
  amount: number,
  currency?: string,
];

describe("metrics.receivables_by_month", () => {
  it("holds the published simple DSO: 200,000 open of 2,000,000 sold in 365 days are 36.5 days", async () => {
    const months = ["07", "08", "09", "10", "11", "12"].map((month) => `2025-${month}-10`);
    const rest = ["01", "02", "03", "04", "05"].map((month) => `2026-${month}-10`);
    const invoices: Invoice[] = [...months, ...rest].map((day, index) => [`i${index}`, "a", day, day, 100_000]);
    const payments = invoices.map(([id, , day, , amount]): Payment => [`p${id}`, id, "a", day, amount]);
    const open: Invoice = ["open", "a", "2026-06-10", "2026-07-10", 900_000];
    const part: Payment = ["part", "open", "a", "2026-06-20", 700_000];
    const rows = await lastMonth([...invoices, open], [...payments, part]);
    expect(rows).toMatchObject([{ balance_amount: "200000.0000", sales_days: 365, overdue_amount: "0.0000" }]);
    expect(rows[0]?.dso_days).toBeCloseTo(36.5, 9);
    expect(rows[0]?.best_possible_dso_days).toBeCloseTo(36.5, 9);
    expect(rows[0]?.delinquent_days).toBeCloseTo(0, 9);
  });

  it("holds the published count-back: 212 against 100, 80, 70 is 73.714 in months of 30 days; May has one more", async () => {
    const invoices: Invoice[] = [
      ["1", "a", "2026-04-05", null, 70],
      ["2", "a", "2026-05-05", null, 80],
      ["3", "a", "2026-06-05", null, 100],
    ];
    const rows = await lastMonth(invoices, [["p", "1", "a", "2026-06-01", 38]]);
    expect(rows).toMatchObject([{ balance_amount: "212.0000", quality_flag: "insufficient_history" }]);
    expect(rows[0]?.dso_count_back_days).toBeCloseTo(73.714 + 1, 3);
  });

  it("is empty with a reason when clients are owed, or nothing was sold in the year", async () => {
    const before: Invoice = ["old", "a", "2024-01-10", "2024-02-10", 50];
    expect(await lastMonth([before], [["part", "old", "a", "2024-03-10", 10]])).toMatchObject([
      { dso_days: null, quality_flag: "no_sales", overdue_amount: "40.0000" },
    ]);
    expect(await lastMonth([before], [])).toEqual([]);
    expect(await lastMonth([], [["p", null, "a", "2026-06-02", 5]])).toMatchObject([
      { balance_amount: "-5.0000", dso_days: null, dso_count_back_days: null, quality_flag: "credit_balance" },
    ]);
    expect(await lastMonth([], [])).toEqual([]);
  });
});

describe("metrics.payment_delays", () => {
  it("counts unpaid money with the days so far: half of it came 10 days late, not 5", async () => {
    const invoices: Invoice[] = [
      ["1", "a", "2026-05-01", "2026-05-31", 100],
      ["2", "a", "2026-05-01", "2026-05-31", 100],
      ["3", "a", "2026-05-01", "2026-05-31", 200],
    ];
    const payments: Payment[] = [
      ["p1", "1", "a", "2026-05-31", 100],
      ["p2", "2", "a", "2026-06-10", 100],
    ];
    await withWarehouse(recipe(invoices, payments), async ({ connection }) => {
      const rows = await connection.rows("select * from metrics.payment_delays where dimension = 'all'");
      expect(rows).toMatchObject([
        {
          delay_days_p50: 10,
          delay_days_p90: null,
          delay_days_weighted: 5,
          open_overdue_amount: "200.0000",
          paid_by_due_day_share: 0.25,
        },
      ]);
    });
  });

  it("holds the published median of the treated arm of Freireich's trial: 23, with 12 of 21 censored", async () => {
    // Freireich et al. 1963, weeks in remission; the textbook example of Kaplan and Meier's estimate.
    const times = [6, 6, 6, 7, 10, 13, 16, 22, 23];
    const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
    const day = (back: number) => new Date(Date.UTC(2026, 5, 30 - back)).toISOString().slice(0, 10);
    const paid = times.map((time, index): [Invoice, Payment] => [
      [`p${index}`, "a", day(60), day(50), 1],
      [`p${index}`, `p${index}`, "a", day(50 - time), 1],
    ]);
    const open = censored.map((time, index): Invoice => [`o${index}`, "a", day(60), day(time), 1]);
    const given = recipe(
      [...paid.map(([invoice]) => invoice), ...open],
      paid.map(([, payment]) => payment),
    );
    await withWarehouse(given, async ({ connection }) => {
      const rows = await connection.rows(
        "select delay_days_p50, invoice_count from metrics.payment_delays where dimension = 'all'",
      );
      expect(rows).toEqual([{ delay_days_p50: 23, invoice_count: 21 }]);
    });
  });
});

describe("metrics.receivables_ageing", () => {
  it("puts an invoice into its bucket by the day: the 30th, 60th and 90th still count to the younger one", async () => {
    const dues = ["06-30", "05-31", "05-30", "05-01", "04-30", "04-01", "03-31"];
    const invoices = dues.map((due, index): Invoice => [due, "a", "2026-01-10", `2026-${due}`, 2 ** index]);
    const paid: Invoice = ["paid", "a", "2026-01-10", "2026-02-10", 5];
    const payments: Payment[] = [["p", "paid", "a", "2026-02-10", 5]];
    const rows = await withWarehouse(recipe([...invoices, paid], payments), ({ connection }) =>
      connection.rows(
        `select not_due_amount, days_1_30_amount, days_31_60_amount, days_61_90_amount, days_over_90_amount
         from metrics.receivables_ageing`,
      ),
    );
    expect(rows.flatMap((row) => Object.values(row).map(Number))).toEqual([1, 2, 4 + 8, 16 + 32, 64]);
  });
});

describe("marts.payment_allocations", () => {
  it("settles no more than the invoice; what is given back of an overpayment was never on it", async () => {
    const payments: Payment[] = [
      ["paid", "1", "a", "2026-05-20", 130],
      ["back", "1", "a", "2026-05-25", -30],
    ];
    const rows = await withWarehouse(
      recipe([["1", "a", "2026-05-01", "2026-05-31", 100]], payments),
      ({ connection }) =>
        connection.table("select payment_id, basis, amount_in_currency from marts.payment_allocations order by all"),
    );
    expect(rows.rows).toEqual([
      ["back", "unallocated", "-30.0000"],
      ["paid", "named", "100.0000"],
      ["paid", "unallocated", "30.0000"],
    ]);
  });
});

const clients = ["a", "b", null];
const currencies = ["EUR", "USD", "XXX"];
const dayOf = (offset: number) => new Date(Date.UTC(2025, 0, 1 + offset)).toISOString().slice(0, 10);
const invoiceArbitrary = fc.record({
  client: fc.constantFrom(...clients),
  issued: fc.integer({ min: 0, max: 500 }),
  term: fc.option(fc.integer({ min: -5, max: 90 }), { nil: null }),
  cents: fc.integer({ min: -5_000, max: 20_000 }),
  currency: fc.constantFrom(...currencies),
});
const paymentArbitrary = fc.record({
  invoice: fc.option(fc.integer({ min: 0, max: 12 }), { nil: null }),
  client: fc.constantFrom(...clients),
  paid: fc.integer({ min: 0, max: 560 }),
  cents: fc.integer({ min: -3_000, max: 15_000 }),
  currency: fc.constantFrom(...currencies),
});

describe("receivables", { timeout: 300_000 }, () => {
  it("are one number to the cent whatever was paid, in any currency and in any order of rows", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(invoiceArbitrary, { maxLength: 12 }),
        fc.array(paymentArbitrary, { maxLength: 14 }),
        async (claims, money) => {
          const invoices = claims.map(
            ({ client, issued, term, cents, currency }, index): Invoice => [
              `i${index}`,
              client,
              dayOf(issued),
              term === null ? null : dayOf(issued + term),
              cents / 100,
              currency,
            ],
          );
          const payments = money.map(
            ({ invoice, client, paid, cents, currency }, index): Payment => [
              `p${index}`,
              invoice === null ? null : `i${invoice}`,
              client,
              dayOf(paid),
              cents / 100,
              currency,
            ],
          );
          const forward = await read(invoices, payments);
          const backward = await read([...invoices].reverse(), [...payments].reverse());
          expect(backward).toEqual(forward);
        },
      ),
      { numRuns: 6, seed: 36 },
    );
  });

  it("do not change when the future is deleted", async () => {
    const invoices: Invoice[] = [
      ["1", "a", "2026-06-01", "2026-06-10", 100],
      ["later", "a", "2026-07-01", "2026-07-10", 999],
    ];
    const payments: Payment[] = [
      ["p1", "1", "a", "2026-06-15", 30],
      ["p2", "1", "a", "2026-07-15", 70],
      ["p3", "later", "a", "2026-06-20", 5],
    ];
    const kept: readonly Payment[] = payments.filter(([id]) => id !== "p2");
    expect(await read(invoices.slice(0, 1), kept)).toEqual(await read(invoices, payments));
  });
});

async function read(invoices: readonly Invoice[], payments: readonly Payment[]): Promise<readonly (readonly Row[])[]> {
  return withWarehouse({ ...recipe(invoices, payments), checks }, async ({ connection, countFaults }) => {
    for (const check of checks) expect({ check, faults: await countFaults(check) }).toEqual({ check, faults: 0 });
    const tables: (readonly Row[])[] = [];
    for (const relation of relations) {
      const odd = await connection.rows(`select * from ${relation}`);
      for (const row of odd)
        for (const value of Object.values(row)) expect(typeof value !== "number" || Number.isFinite(value)).toBe(true);
      tables.push(await connection.rows(`select * from ${relation} order by all`));
    }
    tables.push(await connection.rows("select * from marts.payment_allocations order by payment_id, allocated_to"));
    return tables;
  });
}

async function lastMonth(invoices: readonly Invoice[], payments: readonly Payment[]): Promise<readonly Row[]> {
  return withWarehouse(recipe(invoices, payments), ({ connection }) =>
    connection.rows("select * from metrics.receivables_by_month where dimension = 'all' and month = date '2026-06-01'"),
  );
}

function recipe(invoices: readonly Invoice[], payments: readonly Payment[]): Recipe {
  return {
    asOf,
    relations,
    raw: {
      invoices: valuesOf(
        "invoice_id, client_id, issued_date, due_date, amount, currency",
        invoices.map(([id, client, issued, due, amount, currency]) => [
          id,
          client,
          issued,
          due,
          String(amount),
          currency ?? null,
        ]),
      ),
      payments: valuesOf(
        "payment_id, invoice_id, client_id, paid_date, amount, currency",
        payments.map(([id, invoice, client, paid, amount, currency]) => [
          id,
          invoice,
          client,
          paid,
          String(amount),
          currency ?? null,
        ]),
      ),
      exchange_rates: `select 'USD' as currency, date '2025-01-01' as rate_date, 0.87654321 as rate
        union all select 'USD', date '2026-01-01', 0.91234567`,
    },
  };
}

function valuesOf(columns: string, rows: readonly (readonly (string | null)[])[]): string {
  const list = rows.map((row) => `(${row.map((value) => (value === null ? "null" : `'${value}'`)).join(", ")})`);
  const none = `(${columns.replace(/\w+/g, "null")})`;
  const first = columns.split(",")[0];
  return `select * from (values ${[...list, none].join(", ")}) as given(${columns}) where ${first} is not null`;
}
