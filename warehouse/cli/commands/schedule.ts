import { Command } from "commander";
import { exitCodes } from "../../errors.ts";
import { perform } from "../context.ts";
import { examples } from "../options.ts";

/**
 * Builds `karavan schedule`: stays and runs on the cron lines of the settings. Ends by Ctrl-C or SIGTERM; exit 2
 * without any line.
 */
export function scheduleCommand(): Command {
  return new Command("schedule")
    .description("stay and run on the cron lines of the settings, one run at a time, until Ctrl-C or SIGTERM")
    .addHelpText("after", examples("karavan schedule"))
    .action((_options: unknown, command: Command) =>
      perform(command, async ({ settings, effects }) => {
        const { keepSchedule } = await import("../../scheduler.ts");
        await keepSchedule(settings, effects);
        effects.signal.throwIfAborted();
        return exitCodes.done;
      }),
    );
}
