import { Command } from "commander";
import type { ReplayedFile } from "../../../ingest/replay.ts";
import { perform } from "../context.ts";
import { examples, given } from "../options.ts";

/** Builds `karavan replay`: runs again what is set aside. Exit 0, or 5 where a file was refused once more. */
export function replayCommand(): Command {
  return new Command("replay")
    .description("run again what is set aside, after a source file was changed; later loads are not overwritten")
    .argument("[source...]", "sources whose rows and files to run again (default: all)")
    .option("--force", "also where the source file says what it said then")
    .option("--json", "one JSON document on stdout, the log on stderr")
    .addHelpText("after", examples("karavan replay", "karavan replay erp", "karavan replay --force"))
    .action((sources: readonly string[], options: { readonly force?: true }, command: Command) =>
      perform(command, async ({ settings, effects, answer }) => {
        const { replayOnly } = await import("../../replay.ts");
        const wanted = given({ sources: sources.length > 0 ? sources : undefined, force: options.force });
        const { files, exitCode } = await replayOnly(settings, wanted, effects);
        answer(files, describeReplay(files));
        return exitCode;
      }),
    );
}

function describeReplay(files: readonly ReplayedFile[]): string {
  if (files.length === 0) return "nothing is set aside";
  const replayed = files.filter(({ state }) => state === "replayed");
  const sum = (count: "rows_accepted" | "rows_rejected") =>
    replayed.reduce((all, { file }) => all + (file?.[count] ?? 0), 0);
  if (replayed.length === 0) return "nothing was run again: change the source file first, or say --force";
  const left = sum("rows_rejected");
  return `rows taken up: ${sum("rows_accepted")}, still set aside: ${left}${left > 0 ? " (`karavan rejects` says why)" : ""}`;
}
