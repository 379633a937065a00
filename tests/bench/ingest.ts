import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ingest } from "../../ingest/ingest.ts";
import { silentLog } from "../../warehouse/effects.ts";
import { readSettings } from "../../warehouse/settings.ts";
import { reportTask } from "./measure.ts";

const [encoding = "utf-8", ...files] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "karavan-bench-"));
const settings = prepare(folder);
const [first = "", ...later] = files;
await drop(first);

/** The whole contract path: hash, landing copy, scan, strict load, conversion, upsert, ledger, one transaction. */
await reportTask(() => ingestDropped());
for (const file of later) {
  await drop(file);
  await reportTask(() => ingestDropped());
}
rmSync(folder, { recursive: true });

async function ingestDropped() {
  const report = await ingest(
    settings,
    {},
    { log: silentLog, now: () => new Date(), signal: new AbortController().signal },
  );
  const loads = report.files.flatMap(({ file }) => file ?? []);
  const failed = report.files.find(({ state }) => state !== "committed" && state !== "unchanged");
  if (failed !== undefined || loads.length === 0) throw new Error(failed?.error ?? "nothing was loaded");
  return { accepted: loads[0]?.rows_accepted ?? 0, rejected: loads[0]?.rows_rejected ?? 0 };
}

/** Puts a file into the inbox and lets it rest, as files do before a run comes: one touched a moment ago is looked at twice. */
async function drop(file: string): Promise<void> {
  cpSync(file, join(folder, "inbox/bench", basename(file)));
  await wait(2_500);
}

function prepare(data: string) {
  mkdirSync(join(data, "inbox/bench"), { recursive: true });
  mkdirSync(join(data, "sources"));
  writeFileSync(
    join(data, "karavan.yaml"),
    "company: { name: Bench }\ncurrency: RUB\ntime_zone: UTC\nsources: sources\n",
  );
  writeFileSync(
    join(data, "sources/bench.yaml"),
    `source: bench
title: Bench
encoding: ${encoding}
dialect: { delimiter: ";" }
locale: { decimal: ".", dates: [yyyy-MM-dd] }
feeds:
  - entity: orders
    match: "orders*"
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
