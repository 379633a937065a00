import { Command } from "commander";
import { exitCodes } from "../../errors.ts";
import { perform } from "../context.ts";
import { examples, given, parseCount } from "../options.ts";

interface Options {
  readonly seed?: number;
  readonly clients?: number;
  readonly orders?: number;
  readonly scale?: number;
}

/**
 * Builds `karavan demo`: writes the export files of the demo company into the inbox. Exit 0; 2 where the settings have
 * no demo, or the inbox holds files of others.
 */
export function demoCommand(): Command {
  return new Command("demo")
    .description("make the export files of the demo company in the inbox; the same seed gives the same bytes")
    .option("--seed <number>", "seed (default: demo.seed of the settings)", parseCount)
    .option("--clients <number>", "clients (default: demo.clients)", parseCount)
    .option("--orders <number>", "orders (default: demo.orders)", parseCount)
    .option("--scale <factor>", "so many times the clients and orders, for benchmarks", parseCount)
    .option("--json", "one JSON document on stdout, the log on stderr")
    .addHelpText(
      "after",
      examples("karavan demo", "karavan demo --clients 300 --orders 5000", "karavan demo --scale 20"),
    )
    .action((options: Options, command: Command) =>
      perform(command, async ({ settings, effects, answer }) => {
        const { makeDemo } = await import("../../demo.ts");
        const report = await makeDemo(settings, given({ ...options }), effects);
        answer(report, `the truth about it is in ${report.truth}`);
        return exitCodes.done;
      }),
    );
}
