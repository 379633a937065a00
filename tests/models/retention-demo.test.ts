import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { demoSources, generateDemo } from "../../ingest/demo/demo.ts";
import { ingest } from "../../ingest/ingest.ts";
import { build } from "../../warehouse/build/build.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { type Effects, silentLog } from "../../warehouse/effects.ts";
import { home, readSettings } from "../../warehouse/settings.ts";
import { readTruth } from "../demo/truth.ts";

const effects: Effects = {
  log: silentLog,
  now: () => new Date("2026-11-01T03:00:00Z"),
  signal: new AbortController().signal,
};

interface Row {
  readonly client_id: string;
  readonly status: string;
  readonly last_purchase_date: string;
}

it("metrics.churn finds the leavers planted in the demo company, and not those who buy on", async () => {
  const data = mkdtempSync(join(tmpdir(), "karavan-leavers-"));
  try {
    const file = join(data, "karavan.yaml");
    const sources = join(home, "ingest", "sources");
    writeFileSync(file, `company: { name: Demo }\ncurrency: RUB\ntime_zone: Europe/Moscow\nsources: ${sources}\n`);
    const settings = readSettings({ KARAVAN_SETTINGS: file, KARAVAN_DATA: data });
    const company = { seed: 5, clients: 450, orders: 6000, folder: settings.paths.inbox };
    const truth = readTruth((await generateDemo(company, effects)).truth);
    await ingest(settings, { sources: demoSources }, effects);
    await build(settings, { asOf: "2026-10-31" }, effects);
    const rows = await withConnection(
      { attach: [{ path: settings.paths.crm, as: "crm", mode: "read" }] },
      (connection) => connection.rows<Row>("select client_id, status, last_purchase_date from crm.metrics.churn"),
    );
    const churn = new Map(rows.map((row) => [row.client_id, row]));
    expect(truth.leavers.length).toBeGreaterThanOrEqual(8);
    const found = truth.leavers.map(({ client_id, last_order_date }) => {
      expect(churn.get(client_id)?.last_purchase_date).toBe(last_order_date);
      return churn.get(client_id)?.status;
    });
    expect(found).toEqual(found.map(() => "lapsed"));
    const steady = truth.classes.planted.filter(({ meant }) => meant === "key");
    expect(steady.length).toBeGreaterThan(0);
    const lost = steady.filter(({ client_id }) => churn.get(client_id)?.status === "lapsed");
    expect(lost.length / steady.length).toBeLessThan(0.1);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}, 240_000);
