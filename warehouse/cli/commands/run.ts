import { Command, InvalidArgumentError, Option } from "commander";
import { parseSlot, type Slot } from "../../slot.ts";
import { perform } from "../context.ts";
import { examples, given, parseDate } from "../options.ts";
import { describePublish } from "./publish.ts";

interface Options {
  readonly source?: readonly string[];
  readonly asOf?: string;
  readonly knownBy?: string;
  readonly force?: true;
  readonly slot?: Slot;
}

/**
 * Builds `karavan run`: ingest, build, check, publish, as far as something changed. The scheduler starts the same
 * command. Exit codes as README lists them: 3 published nothing, 5 and 7 published.
 */
export function runCommand(): Command {
  return new Command("run")
    .description("the whole road: ingest, build, check, publish; only what changed")
    .option("--source <name...>", "sources to ingest (default: all)")
    .option("--as-of <date>", "publish the state of a day: events up to it, as known then", parseDate)
    .option("--known-by <date>", "leave out what was loaded after this day", parseDate)
    .option("--force", "build and publish even when nothing changed")
    .option("--json", "one JSON document on stdout, the log on stderr")
    .addOption(new Option("--slot <slot>", "the due moment a scheduled run answers to").argParser(readSlot).hideHelp())
    .addHelpText("after", examples("karavan run", "karavan run --as-of 2026-09-30", "karavan run --json > run.json"))
    .action((options: Options, command: Command) =>
      perform(command, async ({ settings, effects, answer }) => {
        const { run } = await import("../../run.ts");
        const { source: sources, slot, ...rest } = options;
        const asked = slot === undefined ? { trigger: "cli" as const } : { trigger: "schedule" as const, slot };
        const report = await run(settings, given({ sources, ...rest }), effects, asked);
        answer(report, describePublish(report.publish));
        return report.exitCode;
      }),
    );
}

function readSlot(text: string): Slot {
  const slot = parseSlot(text);
  if (slot === undefined) throw new InvalidArgumentError("A slot is written name@2026-11-01T03:00:00.000Z.");
  return slot;
}
