import { Command } from "commander";
import type { ExportedFile } from "../../../ingest/export-rejects.ts";
import type { RefusedFile, Reject } from "../../../ingest/rejects.ts";
import { exitCodes, OperatorError } from "../../errors.ts";
import { type Context, perform } from "../context.ts";
import { clean } from "../log.ts";
import { examples, given, parseCount, parseDate } from "../options.ts";

interface Options {
  readonly file?: number;
  readonly source?: string;
  readonly rule?: string;
  readonly since?: string;
  readonly limit: number;
  readonly export?: string;
}

/** Builds `karavan rejects`: lists rows that were set aside, or with `--export` writes them to be mended. Exit 0. */
export function rejectsCommand(): Command {
  return new Command("rejects")
    .description("rows that were set aside: file, line, column, value, reason, what to do")
    .option("--file <number>", "of one load (`karavan status` and the log name its number)", parseCount)
    .option("--source <name>", "of one source")
    .option("--rule <name>", "of one rule, such as number or field_count")
    .option("--since <date>", "of loads of that day and later", parseDate)
    .option("--limit <number>", "at most so many", parseCount, 50)
    .option("--export <folder>", "write them to files in their own dialect and encoding, to be mended and dropped in")
    .option("--json", "one JSON document on stdout")
    .addHelpText(
      "after",
      examples(
        "karavan rejects",
        "karavan rejects --file 7 --limit 1000 --json",
        "karavan rejects --source erp --export mend   # mend the files in mend/erp, move them to data/inbox/erp",
      ),
    )
    .action((options: Options, command: Command) =>
      perform(command, (context) => (options.export === undefined ? list(options, context) : write(options, context))),
    );
}

async function list(options: Options, { settings, answer }: Context): Promise<number> {
  const { listRefused, listRejects } = await import("../../../ingest/rejects.ts");
  const { readLedger } = await import("../../runs.ts");
  const { file, source, rule, since } = options;
  const filter = { limit: options.limit, ...given({ file, source, rule, since }) };
  const found = await readLedger(settings, async (connection) => ({
    rejects: await listRejects(connection, filter),
    refused: rule === undefined ? await listRefused(connection, filter) : [],
  }));
  const { rejects, refused } = found ?? { rejects: [], refused: [] };
  answer({ rejects, refused }, formatRejects(rejects, refused));
  return exitCodes.done;
}

async function write(options: Options, { settings, answer }: Context): Promise<number> {
  if (options.rule !== undefined) {
    throw new OperatorError("--rule and --export do not go together", {
      exitCode: exitCodes.usage,
      place: { path: "rejects" },
      remedy: "A mended file answers for all that is set aside of its export; leave --rule out.",
    });
  }
  const { exportRejects } = await import("../../../ingest/export-rejects.ts");
  const { readLedger } = await import("../../runs.ts");
  const { file, source, since, export: folder = "" } = options;
  const filter = given({ file, source, since });
  const files = (await readLedger(settings, (c) => exportRejects(settings, c, filter, folder))) ?? [];
  answer(files, formatExported(files));
  return exitCodes.done;
}

function formatExported(files: readonly ExportedFile[]): string {
  if (files.length === 0) return "nothing is set aside";
  return files
    .map(({ source, name, rows, path, reasons, note }) => {
      const what = `${source}/${name}: ${rows} ${rows === 1 ? "row" : "rows"}`;
      if (path === undefined) return `${what} not written: ${note}\n  reasons: ${reasons}`;
      return `${what} in ${path}\n  reasons: ${reasons}\n  Mend them, then move the file to data/inbox/${source}/ under its name.`;
    })
    .map((text) => text.split("\n").map(clean).join("\n"))
    .join("\n");
}

/** Formats rejects as lines that say where and what; files refused whole come first. */
function formatRejects(rejects: readonly Reject[], refused: readonly RefusedFile[]): string {
  const whole = refused.map((file) => `file ${file.file_id}, ${file.source} (${file.state}): ${file.error}`);
  const rows = rejects.map((reject) => `file ${reject.file_id}, ${reject.source}/${reject.text}\n    ${reject.remedy}`);
  const lines = [...whole, ...rows].flatMap((line) => line.split("\n")).map(clean);
  return lines.length > 0 ? lines.join("\n") : "nothing is set aside";
}
