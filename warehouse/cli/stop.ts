import { setTimeout as startTimer } from "node:timers";
import type { Log } from "../effects.ts";

/** Signals that ask for an end, and the exit codes a shell expects for them. */
export const stopCodes = { SIGINT: 130, SIGTERM: 143 } as const;

export type StopSignal = keyof typeof stopCodes;

/** Hears Ctrl-C and SIGTERM until it is closed. */
export interface StopListener {
  /** Aborted by the first Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
  stoppedBy(): StopSignal | undefined;
  close(): void;
}

/** Time a job has to roll back and close before the process ends without it (reliability.md R17 promises 10 s). */
const patienceMilliseconds = 9_000;

/**
 * Listens for Ctrl-C and SIGTERM. The first asks the job to roll back and stop; a second one, or 9 seconds, ends the
 * process at once, which is safe too: every file is complete at every moment.
 */
export function listenForStop(log: Log): StopListener {
  const controller = new AbortController();
  let by: StopSignal | undefined;
  const onSignal = (name: StopSignal) => {
    if (by !== undefined) process.exit(stopCodes[name]);
    by = name;
    log.warn(
      name === "SIGINT" ? "stopping; press Ctrl-C again to stop at once" : "stopping, as SIGTERM asks (exit code 143)",
    );
    startTimer(() => process.exit(stopCodes[name]), patienceMilliseconds).unref();
    controller.abort(new Error(`stopped by ${name}`));
  };
  const listeners = (["SIGINT", "SIGTERM"] as const).map((name) => {
    const listener = () => onSignal(name);
    process.on(name, listener);
    return { name, listener };
  });
  return {
    signal: controller.signal,
    stoppedBy: () => by,
    close() {
      for (const { name, listener } of listeners) process.off(name, listener);
    },
  };
}
