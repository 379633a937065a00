import { Command } from "commander";
import { exitCodes } from "../../errors.ts";
import { perform } from "../context.ts";
import { examples } from "../options.ts";

export function publishCommand(): Command {
  return new Command("publish")
    .description("make a new release of the site from the finished warehouse, or go back to an older one")
    .option("--rollback [release]", "point the site at the release before the current one, or at the one named")
    .option("--force", "publish even when nothing changed")
    .option("--json", "one JSON document on stdout, the log on stderr")
    .addHelpText(
      "after",
      examples("karavan publish", "karavan publish --rollback", "karavan publish --rollback 000007-1a2b3c4d"),
    )
    .action((options: { rollback?: string | true; force?: true }, command: Command) =>
      perform(command, async (context) => {
        const { settings, answer } = context;
        const { publishOnly, rollbackOnly } = await import("../../run.ts");
        if (options.rollback !== undefined) {
          const to = options.rollback === true ? {} : { to: options.rollback };
          const release = await rollbackOnly(settings, to, context.effects);
          answer({ release: release.id, path: release.path }, `the site shows release ${release.id} again`);
          return exitCodes.done;
        }
        const { report } = await publishOnly(settings, { force: options.force === true }, context.effects);
        answer(report, describePublish(report));
        return exitCodes.done;
      }),
    );
}

/** Says what a publish did in one line. */
export function describePublish(report: {
  readonly state: string;
  readonly release: string;
  readonly pages: number;
}): string {
  return report.state === "unchanged"
    ? `release ${report.release} is current already: nothing changed`
    : `release ${report.release} is current: ${report.pages} pages`;
}
