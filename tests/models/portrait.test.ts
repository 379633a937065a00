import { beforeAll, describe, expect, it } from "vitest";
import { asOf } from "./odd-company.ts";
import { makeOdderCompany, type Odd } from "./odd-details.ts";
import { rawOf } from "./odd-raw.ts";
import { type Answer, listDifferences, type Oracle } from "./oracle.ts";
import { portraitOracles } from "./plain-portrait.ts";
import { withWarehouse } from "./warehouse.ts";

/** A portrait takes more clients than one odd company has: several of them, as one. */
const seeds = [201, 202, 203, 204, 205, 206, 207, 208, 209, 210] as const;
const zone = "Asia/Almaty";

describe("portraits of a crowd, recomputed by a plain reading of its files", () => {
  const crowd = leanCrowd(joinCompanies(seeds.map(makeOdderCompany)));
  const told = new Map<Oracle, readonly Answer[]>();

  beforeAll(async () => {
    const relations = portraitOracles.flatMap((oracle) => oracle.relations);
    const settings = { clients: { matching: false }, time_zone: zone };
    await withWarehouse({ asOf, settings, raw: rawOf(crowd, zone), relations }, async ({ connection }) => {
      for (const oracle of portraitOracles) told.set(oracle, await connection.rows<Answer>(oracle.sql));
    });
  }, 120_000);

  it.each(portraitOracles)("$says", { timeout: 60_000 }, (oracle) => {
    const found = told.get(oracle) ?? [];
    expect(listDifferences(found, oracle.plain(crowd, asOf, zone))).toEqual([]);
    expect(found.length).toBeGreaterThan(50);
  });

  it("hold values that lean to either side and some of too few clients", () => {
    const [portraits] = portraitOracles.map((oracle) => told.get(oracle) ?? []);
    expect([...new Set(portraits?.map(({ i }) => i))].sort()).toEqual(["none", "over", "under"]);
    expect([...new Set(portraits?.map(({ j }) => j))].sort()).toEqual(["low_n", "ok"]);
  });
});

/** Joins companies, each with clients, products and documents of its own; managers and rates are those of the first. */
function joinCompanies(companies: readonly Odd[]): Odd {
  const isOwn = /^(client|product|order|order_line|return)_id$/;
  const named = companies.map((company, number) => {
    const rename = (row: object) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          isOwn.test(name) && value !== null ? `${number}-${value}` : value,
        ]),
      );
    const entities = ["clients", "client_owners", "products", "orders", "order_lines", "returns"] as const;
    return Object.fromEntries(entities.map((entity) => [entity, company[entity].map(rename)]));
  });
  const [first] = companies;
  const joined = Object.keys(named[0] ?? {}).map((entity) => [
    entity,
    named.flatMap((company) => company[entity] ?? []),
  ]);
  return { managers: first?.managers, exchange_rates: first?.exchange_rates, ...Object.fromEntries(joined) } as Odd;
}

/** Makes those who order often mostly large and builders, as in a company whose portrait says something. */
function leanCrowd(crowd: Odd): Odd {
  const counts = new Map<string, number>();
  for (const { client_id } of crowd.orders) counts.set(client_id, (counts.get(client_id) ?? 0) + 1);
  const clients = crowd.clients.map((client, index) =>
    (counts.get(client.client_id) ?? 0) >= 8 && index % 8 !== 0
      ? { ...client, industry: "building", size: "large" }
      : client,
  );
  return { ...crowd, clients };
}
