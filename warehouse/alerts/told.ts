import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { exitCodes, OperatorError } from "../errors.ts";
import { syncFolder, writeSynced } from "../synced.ts";

const reader = z.object({
  /** State last mailed, by alert. */
  alerts: z.record(z.string(), z.enum(["raised", "ok", "unknown"])),
  /** PDF files that could not be mailed yet. */
  unsent: z.array(z.string()).default([]),
});

const toldSchema = z.object({
  /** By mailbox. */
  readers: z.record(z.string(), reader).default({}),
  /** Why mails are waiting; null when none are. */
  failure: z.object({ at: z.string(), message: z.string(), mails: z.int() }).nullable().default(null),
});

/** What was mailed to whom; it outlasts crm.duckdb, so that a state is told once. */
export type Told = z.infer<typeof toldSchema>;
/** What one reader was last told, alert by alert. */
export type Reader = z.infer<typeof reader>;

/** Reads what was mailed. @throws OperatorError exit 6 for a file that is not of this form. */
export function readMailed(path: string): Told {
  if (!existsSync(path)) return { readers: {}, failure: null };
  try {
    return toldSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    throw new OperatorError("it is not what Karavan wrote about mails", {
      exitCode: exitCodes.storage,
      place: { file: path },
      remedy: "Delete the file: every alert that is past its limit is then mailed once more.",
      cause: error,
    });
  }
}

/** Writes what was mailed, whole or not at all. */
export function writeMailed(path: string, told: Told): void {
  const next = `${path}.next`;
  writeFileSync(next, "");
  writeSynced(next, (descriptor) => writeFileSync(descriptor, `${JSON.stringify(told, null, 2)}\n`));
  renameSync(next, path);
  syncFolder(dirname(path));
}
