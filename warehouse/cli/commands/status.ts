import { Command } from "commander";
import { exitCodes } from "../../errors.ts";
import { perform } from "../context.ts";
import { examples } from "../options.ts";

/** Builds `karavan status`: how things are, without waiting for a run that is under way. Exit 0 whatever it tells. */
export function statusCommand(): Command {
  return new Command("status")
    .description("last run, freshness, rejected rows, failed checks, releases, lock, next run")
    .option("--json", "one JSON document on stdout")
    .addHelpText("after", examples("karavan status", "karavan status --json"))
    .action((_options: unknown, command: Command) =>
      perform(command, async ({ settings, effects, answer }) => {
        const { readStatus } = await import("../../status.ts");
        const { formatStatus } = await import("../status-text.ts");
        const status = await readStatus(settings, effects);
        answer(status, formatStatus(status));
        return exitCodes.done;
      }),
    );
}
