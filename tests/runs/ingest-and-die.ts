import { ingest } from "../../ingest/ingest.ts";
import { silentLog } from "../../warehouse/effects.ts";
import { readSettings } from "../../warehouse/settings.ts";
import { openJournal } from "../../warehouse/witness.ts";

/**
 * Ingests and is killed by itself after so many commits, before the database is closed, so that all of them stand in the
 * write-ahead log only. `before`: the last commit is not written to the journal any more.
 */
const [commits = "1", when = "after"] = process.argv.slice(2);
const settings = readSettings();
const append = openJournal(settings);
let left = Number(commits);
await ingest(
  settings,
  {
    onCommit(file) {
      left -= 1;
      if (left > 0 || when === "after") append(file);
      if (left === 0) process.kill(process.pid, "SIGKILL");
    },
  },
  { log: silentLog, now: () => new Date(), signal: new AbortController().signal },
);
