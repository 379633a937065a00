import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoSources, generateDemo } from "../../ingest/demo/demo.ts";
import { ingest } from "../../ingest/ingest.ts";
import { build } from "../../warehouse/build/build.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { type Effects, silentLog } from "../../warehouse/effects.ts";
import { home, readSettings, type Settings } from "../../warehouse/settings.ts";
import { readTruth, type Truth } from "./truth.ts";

const data = mkdtempSync(join(tmpdir(), "karavan-demo-matching-"));
const effects: Effects = {
  log: silentLog,
  now: () => new Date("2026-11-01T03:00:00Z"),
  signal: new AbortController().signal,
};

let settings: Settings;
let truth: Truth;

beforeAll(async () => {
  const file = join(data, "karavan.yaml");
  const sources = join(home, "ingest", "sources");
  writeFileSync(
    file,
    `company: { name: Demo }\ncurrency: RUB\ntime_zone: Europe/Moscow\nsources: ${sources}\nclients: { sources: [erp, shop, crm] }\n`,
  );
  settings = readSettings({ KARAVAN_SETTINGS: file, KARAVAN_DATA: data });
  const size = { seed: 20260101, clients: 3000, orders: 1000 };
  truth = readTruth((await generateDemo({ ...size, folder: settings.paths.inbox }, effects)).truth);
  await ingest(settings, { sources: demoSources }, effects);
  await build(settings, { asOf: "2026-10-31" }, effects);
}, 300_000);
afterAll(() => rmSync(data, { recursive: true }));

/** Thresholds are the defaults of the settings: link from 0.9, review from 0.5. */
describe("client matching of the demo company", () => {
  it("merges planted twins alone: precision 1, recall 0.94; 0.8 by certain links alone", async () => {
    const twins = planted();
    const found = await read(
      "select source_client_id, client_id, linked_by from store.marts.client_sources where source_client_id <> client_id",
    );
    const right = found.filter(([twin, client]) => twins.get(twin ?? "") === client);
    expect(twins.size).toBe(150);
    expect(found.length - right.length).toBe(0);
    expect(right.length / twins.size).toBeGreaterThanOrEqual(0.94);
    const certain = right.filter(([, , linkedBy]) => linkedBy !== "score");
    expect(certain.length / twins.size).toBeGreaterThanOrEqual(0.8);
  });

  it("asks about each twin that it does not merge: namesakes of a town", async () => {
    const merged = new Set(
      (await read("select source_client_id from store.marts.client_sources where card_count > 1")).flat(),
    );
    const asked = await read("select source_client_id, other_source_client_id from store.metrics.client_pair_review");
    const missed = [...planted()].filter(([twin]) => !merged.has(twin));
    expect(missed.length).toBeGreaterThan(0);
    for (const [twin, client] of missed) expect(asked).toContainEqual([client, twin]);
  });

  it("leaves no fact with an id that is no client's, and every card with its client", async () => {
    for (const relation of ["orders", "contacts", "interactions", "deals", "surveys", "complaints", "payments"]) {
      const lost = await read(
        `select client_id from store.marts.${relation} where client_id is not null and client_id not in (select client_id from store.marts.clients)`,
      );
      expect([relation, lost]).toEqual([relation, []]);
    }
    const [[cards, clients, merged] = []] = await read(
      "select (select count(*) from store.marts.client_sources), (select count(*) from store.marts.clients), (select count(*) from store.marts.client_sources where source_client_id <> client_id)",
    );
    expect(Number(cards) - Number(merged)).toBe(Number(clients));
  });

  it("gives the orders of an account in the shop to the client of the ERP", async () => {
    const twins = [...planted()].filter(([twin]) => twin.startsWith("shop:"));
    expect(twins.length).toBeGreaterThan(20);
    const shops = twins.map(([twin]) => `'${twin}'`).join(", ");
    expect(await read(`select order_id from store.marts.orders where client_id in (${shops})`)).toEqual([]);
    const clients = twins.map(([, client]) => `'${client}'`).join(", ");
    const taken = await read(
      `select count(*) from store.marts.orders where source = 'shop' and client_id in (${clients})`,
    );
    expect(Number(taken[0]?.[0])).toBeGreaterThan(0);
  });

  it("changes no money", async () => {
    const months = await read(
      "select month, sum(gross_amount), sum(return_amount) from store.metrics.sales_by_month group by 1",
    );
    const expected = Object.entries(truth.revenue.by_month).map(([month, row]) => [
      `${month}-01`,
      row.gross_amount,
      row.returned_amount_at_order_date,
    ]);
    expect(months.sort()).toEqual(expected.sort());
  });

  it("takes values from the ERP first, and tells the card of each", async () => {
    const origins = await read(
      "select attribute, source, count(*) from store.marts.client_attributes where attribute in ('name', 'tax_id', 'phone') and client_id like 'erp:%' group by 1, 2 order by 1, 2",
    );
    expect(new Set(origins.map(([attribute, source]) => `${attribute} ${source}`))).toEqual(
      new Set(["name erp", "phone erp", "tax_id erp"]),
    );
  });
});

/** Twins and the clients they are. */
function planted(): Map<string, string> {
  return new Map(truth.duplicates.map(({ client, twin }) => [twin, client]));
}

async function read(sql: string): Promise<(string | null)[][]> {
  const attach = [{ path: settings.paths.crm, as: "store", mode: "read" as const }];
  return withConnection({ attach }, async (connection) => {
    const { rows } = await connection.table(sql);
    return rows.map((row) => row.map((value) => (value === null ? null : String(value))));
  });
}
