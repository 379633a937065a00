import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Effects, silentLog } from "../../warehouse/effects.ts";
import { readSettings, type Settings } from "../../warehouse/settings.ts";

/** The checkout's settings over an empty data folder of their own. */
export function makeSettings(): Settings {
  return readSettings({ KARAVAN_DATA: mkdtempSync(join(tmpdir(), "karavan-runs-")) });
}

/** Effects whose log is kept and whose clock stands still. */
export function keepEffects(moment = "2026-10-31T18:00:00Z"): Effects & { readonly warnings: readonly string[] } {
  const warnings: string[] = [];
  return {
    log: { ...silentLog, warn: (message) => warnings.push(message) },
    now: () => new Date(moment),
    signal: new AbortController().signal,
    warnings,
  };
}
