import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ingest } from "../../ingest/ingest.ts";
import { silentLog } from "../../warehouse/effects.ts";
import { readSettings } from "../../warehouse/settings.ts";
import { reportTask } from "./measure.ts";

const [file = ""] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "karavan-bench-"));
const settings = prepare(folder, file);

/** The whole contract path: hash, landing copy, scan, strict load, conversion, upsert, ledger, one transaction. */
await reportTask(async () => {
  const report = await ingest(
    settings,
    {},
    { log: silentLog, now: () => new Date(), signal: new AbortController().signal },
  );
  return { files: report.files };
});
rmSync(folder, { recursive: true });

function prepare(data: string, orders: string) {
  mkdirSync(join(data, "inbox/bench"), { recursive: true });
  mkdirSync(join(data, "sources"));
  cpSync(orders, join(data, "inbox/bench/orders.csv"));
  writeFileSync(
    join(data, "karavan.yaml"),
    "company: { name: Bench }\ncurrency: RUB\ntime_zone: UTC\nsources: sources\n",
  );
  writeFileSync(
    join(data, "sources/bench.yaml"),
    `source: bench
title: Bench
dialect: { delimiter: ";" }
locale: { decimal: ".", dates: [yyyy-MM-dd] }
feeds:
  - entity: orders
    match: orders.csv
    mode: upsert
    columns:
      order_id: { from: number }
      client_id: { from: client }
      order_date: { from: date }
      status: { from: status }
      channel: { from: channel }
      manager_id: { from: manager }
      campaign_id: { from: campaign }
      region: { from: region }
      currency: { from: currency }
      amount: { from: amount }
      requested_date: { from: requested }
      promised_date: { from: promised }
`,
  );
  return readSettings({ KARAVAN_SETTINGS: join(data, "karavan.yaml"), KARAVAN_DATA: data });
}
