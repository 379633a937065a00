import { Command } from "commander";
import { perform } from "../context.ts";
import { examples } from "../options.ts";

/**
 * Builds `karavan check`: contracts and checks once more, on the finished crm.duckdb. Exit 0, 3 where one failed, 6
 * without a warehouse, 7 where a critical alert is past its limit.
 */
export function checkCommand(): Command {
  return new Command("check")
    .description("run contracts and checks again on the finished crm.duckdb")
    .option("--json", "one JSON document on stdout, the log on stderr")
    .addHelpText("after", examples("karavan check", "karavan check --json"))
    .action((_options: unknown, command: Command) =>
      perform(command, async ({ settings, effects, answer }) => {
        const { checkOnly } = await import("../../run.ts");
        const { report, exitCode } = await checkOnly(settings, effects);
        answer(report, "");
        return exitCode;
      }),
    );
}
