import { Command } from "commander";
import { perform } from "../context.ts";
import { examples } from "../options.ts";

/**
 * Builds `karavan reload`: reads one loaded file again as its source file says now. Exit 0; 2 for a file nobody
 * loaded.
 */
export function reloadCommand(): Command {
  return new Command("reload")
    .description("read one loaded file again as its source file says now, in its place in the history")
    .argument("<file>", "its number, or its name as the log writes it")
    .option("--json", "one JSON document on stdout, the log on stderr")
    .addHelpText("after", examples("karavan reload 7", "karavan reload erp/orders-2026-01.csv"))
    .action((file: string, _options: unknown, command: Command) =>
      perform(command, async ({ settings, effects, answer }) => {
        const { reloadOnly } = await import("../../rebuild.ts");
        const { report, exitCode } = await reloadOnly(settings, file, effects);
        answer(report, "");
        return exitCode;
      }),
    );
}
