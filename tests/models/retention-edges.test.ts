import { describe, expect, it } from "vitest";
import { listColumns } from "../../ingest/contracts/contract.ts";
import { contracts } from "../../transforms/contracts.ts";
import type { Connection } from "../../warehouse/connection.ts";
import { seededRandom, simulateClients } from "../fits/simulate.ts";
import { type Built, type Recipe, withWarehouse } from "./warehouse.ts";

const relations = Object.keys(contracts).filter((name) =>
  /^metrics\.(churn|purchase_|class_rhythms|client_class_at|client_lifetime|client_seasons|client_troubles|cohort_|expectation_|expected_spends|lifetime_|order_expectations|retention_curve|second_order|spend_)/.test(
    name,
  ),
) as (keyof typeof contracts)[];

const checks = ["churn_holds_every_buyer", "cohorts_hold_every_buyer"];
const asOf = "2025-12-15";

type Sale = readonly [client: string, day: string, amount: number];

const regular = (client: string, amount: number): readonly Sale[] =>
  Array.from(
    { length: 20 },
    (_, month): Sale => [
      client,
      `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-05`,
      amount,
    ],
  );

const worlds: Readonly<Record<string, readonly Sale[]>> = {
  "no order at all": [],
  "one client with one order": [["a", "2025-06-01", 10]],
  "one client with one order on the as-of day": [["a", "2025-12-15", 10]],
  "one day of history": ["a", "b", "c"].map((client): Sale => [client, "2025-12-14", 5]),
  "all amounts equal": ["a", "b", "c", "d"].flatMap((client) => regular(client, 5)),
  "only orders of zero or less": [
    ["a", "2025-03-01", 0],
    ["b", "2025-04-01", -7],
  ],
  "orders below zero beside purchases": [
    ["a", "2025-03-01", 10],
    ["a", "2025-04-01", -50],
    ["a", "2025-05-01", 10],
  ],
  "orders of the future": [
    ["a", "2025-03-01", 10],
    ["a", "2027-03-01", 10],
    ["b", "2026-01-01", 10],
  ],
  "amounts of a cent and of a billion": [
    ["a", "2025-03-01", 0.01],
    ["b", "2025-03-01", 1e9],
    ["b", "2025-09-01", 1e9],
  ],
};

describe("churn, cohorts and lifetime value at the edges", () => {
  for (const [world, sales] of Object.entries(worlds)) {
    it(`hold contracts and checks, and have no number that is none: ${world}`, async () => {
      await withWarehouse({ asOf, raw: rawOf(sales), relations, checks }, async (built) => {
        await expectSound(built);
        const gate = await built.connection.row("select shown, reason, quality_flag from metrics.churn_gate");
        expect({ ...gate }).toEqual({ shown: "rule", reason: "no_fit", quality_flag: "fallback" });
        const made = await built.connection.row<Record<string, number>>(
          `select count(order_probability) + count(alive_probability) + count(expected_order_count) as invented
           from metrics.churn`,
        );
        expect(made?.invented).toBe(0);
        const valued = await built.connection.rows(
          "select client_id from metrics.client_lifetime_value where value_amount is not null or quality_flag = 'ok'",
        );
        expect(valued).toEqual([]);
      });
    });
  }

  it("take a currency without a rate for no purchase", async () => {
    const raw = {
      orders: `select 'o1' as order_id, 'a' as client_id, date '2025-05-01' as order_date, 10 as amount, 'XXX' as currency`,
    };
    await withWarehouse({ asOf, raw, relations, checks }, expectSound);
  });
});

describe("metrics of churn on simulated clients", { timeout: 120_000 }, () => {
  const truth = { r: 0.8, alpha: 40, a: 0.9, b: 2.5 };
  const sales = simulateSales(truth, 900);

  it("give the same, to the last digit, for shuffled rows", async () => {
    const [plain, shuffled] = [await readAll(sales), await readAll([...sales].reverse())];
    expect(shuffled).toEqual(plain);
  });

  it("do not see what came after the as-of day", async () => {
    const known = sales.filter(([, day]) => day <= asOf);
    expect(known.length).toBeLessThan(sales.length);
    expect(await readAll(known)).toEqual(await readAll(sales));
  });

  it("stand at a cut-off as a warehouse of that day would, whose files hold no later sale and no later return", async () => {
    const cutDay = "2025-09-15";
    const { orders } = rawOf(sales);
    const returns = `select 'r' || order_id as return_id, order_id, client_id, 1 as quantity, amount,
        order_date + cast(hash(order_id) % 120 as integer) as return_date
      from (${orders}) where hash(order_id, 'back') % 3 = 0`;
    const query = (cut: number) =>
      `select client_id, repeat_count, recency_days, age_days, days_since_last, net_amount, gap_count, median_gap_days,
         gap_source, volume_class from metrics.churn_base where cut_number = ${cut} order by client_id`;
    const of = (day: string, cut: number, raw: Recipe["raw"]) =>
      withWarehouse({ asOf: day, raw, relations: ["metrics.churn_base"] }, ({ connection }) =>
        connection.rows(query(cut)),
      );
    const known = {
      orders: `select * from (${orders}) where order_date <= date '${cutDay}'`,
      returns: `select * from (${returns}) where return_date <= date '${cutDay}'`,
    };
    expect(await of(asOf, 1, { orders, returns })).toEqual(await of(cutDay, 0, known));
  });

  it("find the truth they were made of, and show a probability that passed the gate", async () => {
    await withWarehouse({ asOf, raw: rawOf(simulateSales(truth, 3000)), relations, checks }, async (built) => {
      await expectSound(built);
      const fit = await built.connection.row<Record<string, number>>(
        "select * from metrics.churn_fits where cut_number = 0 and is_chosen",
      );
      expect(fit).toMatchObject({ model: "mbg", quality_flag: "ok" });
      const wanted = { r: truth.r, alpha_weeks: truth.alpha / 7, a: truth.a, b: truth.b };
      for (const [name, value] of Object.entries(wanted)) {
        const error = fit?.[`${name}_error`] ?? 0;
        expect(error).toBeGreaterThan(0);
        expect(Math.abs((fit?.[name] ?? 0) - value)).toBeLessThan(3.5 * error);
      }
      const gate = await built.connection.row("select shown, cut_off_count from metrics.churn_gate");
      expect({ ...gate }).toEqual({ shown: "model", cut_off_count: 3 });
    });
  });

  it("value undiscounted orders as they are expected, and discounted ones less, by the model of the settings", async () => {
    const valueWith = (discount: number) =>
      withWarehouse(
        {
          asOf,
          raw: rawOf(sales),
          relations: ["metrics.client_lifetime_value", "metrics.churn"],
          settings: {
            churn: { horizon_days: 365, model: "bg" },
            lifetime_value: { horizon_months: 12, annual_discount: discount },
          },
        },
        ({ connection }) =>
          connection.rows<Record<string, number | string>>(
            `select client_id, discounted_order_count as orders, expected_order_count as expected, basis,
               cast(expected_order_amount as double) as amount, cast(value_amount as double) as value
             from metrics.client_lifetime_value order by client_id`,
          ),
      );
    const [plain, discounted] = [await valueWith(0), await valueWith(0.15)];
    for (const [index, row] of plain.entries()) {
      const [orders, expected, amount, value] = [row.orders, row.expected, row.amount, row.value].map(Number);
      expect(row.basis).toBe("revenue");
      expect(Math.abs((orders ?? 0) - (expected ?? 0))).toBeLessThan(1e-9 * (1 + (expected ?? 0)));
      expect(Math.abs((value ?? 0) - (orders ?? 0) * (amount ?? 0))).toBeLessThan(0.001 * (1 + (orders ?? 0)));
      const ratio = Number(discounted[index]?.orders) / (orders ?? 0);
      if ((orders ?? 0) > 1e-6) {
        expect(ratio).toBeGreaterThan(1 / 1.15);
        expect(ratio).toBeLessThan(1);
      }
    }
  });
});

async function expectSound({ connection, countFaults }: Built): Promise<void> {
  for (const relation of relations) expect(await findOddNumbers(connection, relation)).toEqual([]);
  for (const check of checks) expect({ check, faults: await countFaults(check) }).toEqual({ check, faults: 0 });
}

async function readAll(sales: readonly Sale[]): Promise<unknown> {
  const shown = ["churn", "churn_backtest", "churn_fits", "client_lifetime_value", "cohort_retention"].map(
    (name) => `metrics.${name}` as keyof typeof contracts,
  );
  return withWarehouse({ asOf, raw: rawOf(sales), relations: shown }, async ({ connection }) => {
    const tables: unknown[] = [];
    for (const relation of shown)
      tables.push(await connection.rows(`select * from ${relation} order by ${contracts[relation].key.join(", ")}`));
    return tables;
  });
}

async function findOddNumbers(connection: Connection, relation: keyof typeof contracts): Promise<readonly string[]> {
  const doubles = listColumns(contracts[relation]).filter(({ sqlType }) => sqlType === "double");
  const odd: string[] = [];
  for (const { name } of doubles) {
    const found = await connection.rows(`select ${name} from ${relation} where not isfinite(${name}) limit 1`);
    if (found.length > 0) odd.push(`${relation}.${name}`);
  }
  return odd;
}

/** Clients that live by MBG/NBD over three years to half a year after the as-of day; amounts are round. */
function simulateSales(truth: { r: number; alpha: number; a: number; b: number }, count: number): readonly Sale[] {
  const random = seededRandom(20);
  const day = (number: number) => new Date(Date.UTC(2023, 0, 1 + number)).toISOString().slice(0, 10);
  return Array.from({ length: count }, (_, index) => {
    const first = Math.floor(random() * 900);
    const [client] = simulateClients("mbg", truth, 1, { age: 1260 - first, horizon: 0 }, random);
    const days = [...new Set([0, ...(client?.times ?? []).map(Math.floor)])];
    return days.map((at): Sale => [`c${index}`, day(first + at), 50 + Math.floor(random() * 100)]);
  }).flat();
}

function rawOf(sales: readonly Sale[]): { orders: string } {
  const rows = sales.map(
    ([client, day, amount]) => `('${client}/${day}', '${client}', date '${day}', cast(${amount} as decimal(18, 4)))`,
  );
  const values = rows.length > 0 ? rows.join(", ") : "(null, null, null, null)";
  const where = rows.length > 0 ? "" : "where false";
  return {
    orders: `select cast(order_id as varchar) as order_id, cast(client_id as varchar) as client_id,
        cast(order_date as date) as order_date, cast(amount as decimal(18, 4)) as amount
      from (values ${values}) as given(order_id, client_id, order_date, amount) ${where}`,
  };
}
