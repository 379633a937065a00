import { Command } from "commander";
import { exitCodes } from "../../errors.ts";
import { perform } from "../context.ts";
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
        const { listRejects } = await import("../../../ingest/rejects.ts");
        const rows = await listRejects(settings, given({ ...options }));
        answer(rows, JSON.stringify(rows, null, 2));
        return exitCodes.done;
      }),
    );
}
