import { Command } from "commander";
import { perform } from "../context.ts";
import { examples } from "../options.ts";

/**
 * Builds `karavan ingest`: loads what is new in the inbox. Exit 0, 2 for an unknown source or a faulty source file, 4
 * under another run, 5 where a file was refused or a feed is stale.
 */
export function ingestCommand(): Command {
  return new Command("ingest")
    .description("load new and changed files of the inbox into raw.duckdb")
    .argument("[source...]", "sources to load (default: all)")
    .option("--json", "one JSON document on stdout, the log on stderr")
    .addHelpText("after", examples("karavan ingest", "karavan ingest erp webshop"))
    .action((sources: readonly string[], _options: unknown, command: Command) =>
      perform(command, async ({ settings, effects, answer }) => {
        const { ingestOnly } = await import("../../run.ts");
        const { report, exitCode } = await ingestOnly(settings, sources.length > 0 ? { sources } : {}, effects);
        answer(report, "");
        return exitCode;
      }),
    );
}
