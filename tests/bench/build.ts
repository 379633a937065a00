import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateDemo } from "../../ingest/demo/demo.ts";
import { ingest } from "../../ingest/ingest.ts";
import { build } from "../../warehouse/build/build.ts";
import { type Effects, silentLog } from "../../warehouse/effects.ts";
import { home, readSettings } from "../../warehouse/settings.ts";
import { reportTask } from "./measure.ts";

const [orders = "100000", clients = "5000", kept = ""] = process.argv.slice(2);
const data = kept === "" ? mkdtempSync(join(tmpdir(), "karavan-bench-")) : kept;
const effects: Effects = { log: silentLog, now: () => new Date(), signal: new AbortController().signal };
const settings = prepare();
const started = performance.now();
await generateDemo(
  { seed: 20260101, clients: Number(clients), orders: Number(orders), folder: settings.paths.inbox },
  effects,
);
const generated = performance.now();
await ingest(settings, {}, effects);
const ingested = performance.now();

/** All models, contracts and checks of the demo company at the size asked for. */
await reportTask(async () => {
  const report = await build(settings, { force: true }, effects);
  const slowest = [...report.models].sort((left, right) => right.milliseconds - left.milliseconds).slice(0, 5);
  return {
    generateSeconds: (generated - started) / 1000,
    ingestSeconds: (ingested - generated) / 1000,
    slowest: slowest.map((model) => `${model.relation} ${Math.round(model.milliseconds)} ms`),
  };
});
if (kept === "") rmSync(data, { recursive: true });

function prepare() {
  mkdirSync(data, { recursive: true });
  const file = join(data, "karavan.yaml");
  writeFileSync(
    file,
    `company: { name: Bench }\ncurrency: RUB\ntime_zone: Europe/Moscow\nas_of: 2026-10-31\nsources: ${join(home, "ingest/sources")}\n`,
  );
  return readSettings({ KARAVAN_SETTINGS: file, KARAVAN_DATA: data });
}
