import { build } from "../../warehouse/build/build.ts";
import { silentLog } from "../../warehouse/effects.ts";
import { readSettings } from "../../warehouse/settings.ts";

/** Builds again and again, each time with another day, until it is killed: the child of kill.test.ts. */
const [file = "", data = "", transforms = ""] = process.argv.slice(2);
const settings = readSettings({ KARAVAN_SETTINGS: file, KARAVAN_DATA: data });
const effects = { log: silentLog, now: () => new Date(0), signal: new AbortController().signal };
for (let day = 10; ; day = day === 28 ? 10 : day + 1) {
  await build(settings, { transforms, sources: [], asOf: `2026-06-${day}` }, effects);
  process.stdout.write("built\n");
}
