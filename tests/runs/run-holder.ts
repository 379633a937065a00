import { setTimeout as sleep } from "node:timers/promises";
import { silentLog } from "../../warehouse/effects.ts";
import { exitCodes } from "../../warehouse/errors.ts";
import { withRun } from "../../warehouse/runs.ts";
import { readSettings } from "../../warehouse/settings.ts";

/** Begins a run and never ends it: killed by runs.test.ts. */
const effects = { log: silentLog, now: () => new Date(), signal: new AbortController().signal };
await withRun(readSettings(), { command: "run", trigger: "cli", mayCreate: true }, effects, async () => {
  process.stdout.write("running\n");
  await sleep(60_000);
  return { exitCode: exitCodes.done };
});
