import { Command } from "commander";
import { perform } from "../context.ts";
import { examples } from "../options.ts";

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
