import { Command } from "commander";
import { exitCodes, OperatorError } from "../../errors.ts";
import { type Context, perform } from "../context.ts";
import { examples } from "../options.ts";

/**
 * Builds `karavan publish`: a new release of the site, or with `--rollback` the one before, or with `--pdf` printed
 * pages. Exit 0 also where nothing changed; 2 for a page, audience or release that is not there, 6 without a
 * warehouse.
 */
export function publishCommand(): Command {
  return new Command("publish")
    .description("make a new release of the site from the finished warehouse, or go back to an older one")
    .option("--rollback [release]", "point the site at the release before the current one, or at the one named")
    .option("--force", "publish even when nothing changed")
    .option("--pdf <page>", "print a page of the current release as PDF; may be given again", collect, [])
    .option("--audience <name>", "with --pdf: whose site, where the settings name audiences")
    .option("--language <code>", "with --pdf: language of the page (default: the first of the settings)")
    .option("--filters <query>", "with --pdf: filters as in the address, such as region=Казань&period=quarter")
    .option("--out <file>", "with --pdf: the file (default: site/pdf in the data folder)")
    .option("--json", "one JSON document on stdout, the log on stderr")
    .addHelpText(
      "after",
      examples(
        "karavan publish",
        "karavan publish --rollback",
        "karavan publish --rollback 000007-1a2b3c4d",
        "karavan publish --pdf overview --language ru --out overview.pdf",
      ),
    )
    .action((options: PublishOptions, command: Command) =>
      perform(command, async (context) => {
        const { settings, answer } = context;
        if (options.pdf.length > 0) return printOnly(context, options);
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

interface PublishOptions {
  readonly rollback?: string | true;
  readonly force?: true;
  readonly pdf: readonly string[];
  readonly audience?: string;
  readonly language?: string;
  readonly filters?: string;
  readonly out?: string;
}

async function printOnly({ settings, effects, answer }: Context, options: PublishOptions): Promise<number> {
  if (options.out !== undefined && options.pdf.length > 1) {
    throw new OperatorError("one file cannot hold several pages", {
      exitCode: exitCodes.usage,
      remedy: "Give --pdf once with --out, or leave --out away.",
    });
  }
  const { printPages } = await import("../../print/print.ts");
  const { audience, language: locale, filters: query, out: file } = options;
  const requests = options.pdf.map((page) => ({ page, audience, locale, query, file }));
  const reports = await printPages(settings, requests, effects);
  answer(reports, reports.map((report) => report.file).join("\n"));
  return exitCodes.done;
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** Says what a publish did in one line. */
export function describePublish(report: {
  readonly state: string;
  readonly release: string;
  readonly pages: number;
  readonly audiences: readonly string[];
}): string {
  return report.state === "unchanged"
    ? `release ${report.release} is current already: nothing changed`
    : `release ${report.release} is current: ${report.pages} pages${report.audiences.length === 0 ? "" : ` for ${report.audiences.join(", ")}`}`;
}
