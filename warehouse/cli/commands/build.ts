import { Command } from "commander";
import { perform } from "../context.ts";
import { examples, given, parseDate } from "../options.ts";

interface Options {
  readonly asOf?: string;
  readonly knownBy?: string;
  readonly select?: readonly string[];
  readonly force?: true;
}

/**
 * Builds `karavan build`: a new crm.duckdb of the models, contracts and checks. Exit 0 also where nothing changed, 2
 * for a faulty model or day, 3 where a check failed and nothing was swapped in, 7 where a critical alert is past its
 * limit.
 */
export function buildCommand(): Command {
  return new Command("build")
    .description("make a new crm.duckdb: models, contracts and checks, then the swap")
    .option("--as-of <date>", "rebuild the state of a day: events up to it, as known then", parseDate)
    .option("--known-by <date>", "leave out what was loaded after this day", parseDate)
    .option("--select <relation...>", "make these relations and what they need only; nothing is swapped in")
    .option("--force", "build even when nothing changed")
    .option("--json", "one JSON document on stdout, the log on stderr")
    .addHelpText(
      "after",
      examples("karavan build", "karavan build --as-of 2026-09-30", "karavan build --select metrics.rfm"),
    )
    .action((options: Options, command: Command) =>
      perform(command, async ({ settings, effects, answer }) => {
        const { buildOnly } = await import("../../run.ts");
        const { report, exitCode } = await buildOnly(settings, given({ ...options }), effects);
        answer(report, "");
        return exitCode;
      }),
    );
}
