import { type ReplayedFile, type ReplayOptions, replay } from "../ingest/replay.ts";
import type { Effects } from "./effects.ts";
import { exitCodes } from "./errors.ts";
import { recoverJournal } from "./recover.ts";
import { withRun } from "./runs.ts";
import type { Settings } from "./settings.ts";
import { openJournal, requireWhole } from "./witness.ts";

/**
 * Runs what is set aside again, as a recorded run; every commit is written to the journal.
 * @returns exit code 5 when a file could not be run again, or was refused again.
 * @throws OperatorError exit 2, 4 or 6.
 */
export async function replayOnly(
  settings: Settings,
  options: Pick<ReplayOptions, "sources" | "force">,
  effects: Effects,
): Promise<{ readonly exitCode: number; readonly files: readonly ReplayedFile[] }> {
  return withRun(settings, { command: "replay", trigger: "cli", mayCreate: true }, effects, async (runId) => {
    requireWhole(settings, await recoverJournal(settings, effects));
    const files = await replay(settings, { ...options, runId, onCommit: openJournal(settings) }, effects);
    const failed = files.filter(({ state }) => state === "failed");
    for (const { error } of failed) effects.log.warn(error ?? "a file could not be run again");
    return { exitCode: failed.length > 0 ? exitCodes.stale : exitCodes.done, files };
  });
}
