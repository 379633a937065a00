import { Command, Option } from "commander";
import type { RebuildOptions } from "../../rebuild.ts";
import { perform } from "../context.ts";
import { examples, given } from "../options.ts";

interface Options {
  readonly contracts: RebuildOptions["contracts"];
  readonly accept?: true;
  readonly without?: readonly string[];
}

/**
 * Builds `karavan rebuild`: plays all loads again from `data/landing` into a new raw.duckdb. Exit 0 where it was
 * swapped in, 3 where its tables came out other than they are and nobody said `--accept`.
 */
export function rebuildCommand(): Command {
  return new Command("rebuild")
    .description("make raw.duckdb anew from data/landing: every load in its order, with its moment; then swap it in")
    .addOption(
      new Option(
        "--contracts <which>",
        "stored: read every file as it was read, and swap only when all tables come out the same; present: as the source files say now",
      )
        .choices(["stored", "present"])
        .default("stored"),
    )
    .option("--accept", "swap it in even when tables come out other than they are")
    .option(
      "--without <source...>",
      "leave out all that a source, or one feed of it (source/feed), ever loaded; its bytes stay in data/landing",
    )
    .option("--json", "one JSON document on stdout, the log on stderr")
    .addHelpText(
      "after",
      examples("karavan rebuild", "karavan rebuild --contracts present", "karavan rebuild --without old_shop"),
    )
    .action((options: Options, command: Command) =>
      perform(command, async ({ settings, effects, answer }) => {
        const { rebuildOnly } = await import("../../rebuild.ts");
        const wanted = { contracts: options.contracts, ...given({ accept: options.accept, without: options.without }) };
        const { report, exitCode } = await rebuildOnly(settings, wanted, effects);
        answer(
          report,
          report.isReplaced ? "" : "To put the new tables in place all the same: karavan rebuild --accept",
        );
        return exitCode;
      }),
    );
}
