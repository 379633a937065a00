import { Command } from "commander";
import { exitCodes } from "../../errors.ts";
import { perform } from "../context.ts";
import { examples } from "../options.ts";

/** Builds `karavan lineage`: what a relation is made of. Exit 0; 2 for an unknown relation, with near names. */
export function lineageCommand(): Command {
  return new Command("lineage")
    .description("what a number is made of, down to the files")
    .argument("<relation>", "a relation, such as metrics.rfm")
    .option("--json", "one JSON document on stdout")
    .addHelpText("after", examples("karavan lineage metrics.rfm", "karavan lineage marts.orders --json"))
    .action((relation: string, _options: unknown, command: Command) =>
      perform(command, async ({ settings, answer }) => {
        const { lineage } = await import("../../lineage.ts");
        const found = await lineage(settings, relation);
        answer(found, JSON.stringify(found, null, 2));
        return exitCodes.done;
      }),
    );
}
