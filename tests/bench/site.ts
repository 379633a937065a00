import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { silentLog } from "../../warehouse/effects.ts";
import { publish } from "../../warehouse/publish/publish.ts";
import { home, readSettings } from "../../warehouse/settings.ts";
import { reportTask } from "./measure.ts";

const [data = ""] = process.argv.slice(2);
mkdirSync(data, { recursive: true });
const file = join(data, "karavan.yaml");
writeFileSync(
  file,
  `company: { name: Bench }\ncurrency: RUB\ntime_zone: Europe/Moscow\nas_of: 2026-10-31\nsources: ${join(home, "ingest/sources")}\n`,
);
const settings = readSettings({ KARAVAN_SETTINGS: file, KARAVAN_DATA: data });

/** One publish of the warehouse that the build bench left in the folder. */
await reportTask(async () => {
  const report = await publish(
    settings,
    { force: true },
    { log: silentLog, now: () => new Date(), signal: new AbortController().signal },
  );
  return { pages: report.pages, files: report.files, bytes: report.bytes, overviewBytes: report.overviewBytes };
});
