import { Command } from "commander";
import type { RefusedFile, Reject } from "../../../ingest/rejects.ts";
import { exitCodes } from "../../errors.ts";
import { perform } from "../context.ts";
import { clean } from "../log.ts";
import { examples, given, parseCount } from "../options.ts";

interface Options {
  readonly file?: number;
  readonly source?: string;
  readonly limit: number;
}

export function rejectsCommand(): Command {
  return new Command("rejects")
    .description("rows that were set aside: file, line, column, value, reason")
    .option("--file <number>", "of one load (`karavan status` and the log name its number)", parseCount)
    .option("--source <name>", "of one source")
    .option("--limit <number>", "at most so many", parseCount, 50)
    .option("--json", "one JSON document on stdout")
    .addHelpText("after", examples("karavan rejects", "karavan rejects --file 7 --limit 1000 --json"))
    .action((options: Options, command: Command) =>
      perform(command, async ({ settings, answer }) => {
        const { listRefused, listRejects } = await import("../../../ingest/rejects.ts");
        const { readLedger } = await import("../../runs.ts");
        const filter = { limit: options.limit, ...given({ file: options.file, source: options.source }) };
        const found = await readLedger(settings, async (connection) => ({
          rejects: await listRejects(connection, filter),
          refused: await listRefused(connection, filter),
        }));
        const { rejects, refused } = found ?? { rejects: [], refused: [] };
        answer({ rejects, refused }, formatRejects(rejects, refused));
        return exitCodes.done;
      }),
    );
}

/** Formats rejects as lines that say where and what; files refused whole come first. */
function formatRejects(rejects: readonly Reject[], refused: readonly RefusedFile[]): string {
  const whole = refused.map((file) => `file ${file.file_id}, ${file.source} (${file.state}): ${file.error}`);
  const rows = rejects.map((reject) => `file ${reject.file_id}, ${reject.source}/${reject.text}`);
  const lines = [...whole, ...rows].flatMap((line) => line.split("\n")).map(clean);
  return lines.length > 0 ? lines.join("\n") : "nothing is set aside";
}
