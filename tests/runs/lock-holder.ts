import { withWriterLock } from "../../warehouse/lock.ts";
import { readSettings } from "../../warehouse/settings.ts";

/** Holds the lock until it is told to end, or says why it may not: run as a process of its own by lock.test.ts. */
try {
  await withWriterLock(readSettings(), { command: "run" }, { now: () => new Date() }, async () => {
    process.stdout.write("held\n");
    await new Promise((end) => process.stdin.once("data", end));
  });
  process.exit(0);
} catch (error) {
  process.stdout.write(`refused: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(4);
}
