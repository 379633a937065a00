import { Command } from "commander";
import { exitCodes } from "../../errors.ts";
import { perform } from "../context.ts";
import { examples } from "../options.ts";

export function sniffCommand(): Command {
  return new Command("sniff")
    .description("propose a source file for an export, with the evidence; nothing is changed")
    .argument("<file>", "an export file")
    .option("--json", "one JSON document on stdout")
    .addHelpText("after", examples("karavan sniff export.csv", "karavan sniff export.csv > ingest/sources/erp.yaml"))
    .action((file: string, _options: unknown, command: Command) =>
      perform(command, async ({ answer }) => {
        const { sniff } = await import("../../../ingest/sniff.ts");
        const found = await sniff(file);
        answer(found, JSON.stringify(found, null, 2));
        return exitCodes.done;
      }),
    );
}
