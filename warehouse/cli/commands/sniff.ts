import { statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { Command } from "commander";
import { exitCodes, messageOf, OperatorError } from "../../errors.ts";
import { perform } from "../context.ts";
import { examples } from "../options.ts";

/**
 * Builds `karavan sniff`: proposes a source file on stdout and changes nothing. Exit 0; 2 for a file that cannot be
 * read.
 */
export function sniffCommand(): Command {
  return new Command("sniff")
    .description("propose a source file for an export, with the evidence; nothing is changed")
    .argument("<files...>", "exports of one system: keys mean the same only within a source")
    .option("--source <name>", "name of the system (default: that of the file, or of the folder of several)")
    .option("--json", "one JSON document on stdout")
    .addHelpText(
      "after",
      examples(
        "karavan sniff export.csv",
        "karavan sniff export.csv > ingest/sources/erp.yaml",
        "karavan sniff --source erp exports/*.csv > ingest/sources/erp.yaml",
      ),
    )
    .action((files: readonly string[], { source }: { source?: string }, command: Command) =>
      perform(command, async ({ isJson, answer }) => {
        if (source !== undefined) requireName(source);
        for (const file of files) requireReadable(file);
        const { questions, yaml, json } = await sniffFiles(files, source);
        answer(JSON.parse(JSON.stringify(json, plainMaps)), yaml);
        // On a terminal they stand in the proposal above; in a file nobody would see them.
        const isSeen = isJson || process.stdout.isTTY;
        if (!isSeen) for (const question of questions) process.stderr.write(`${question}\n`);
        return exitCodes.done;
      }),
    );
}

function requireName(source: string): void {
  if (/^[a-z][a-z0-9_]*$/.test(source)) return;
  throw new OperatorError(`"${source}" cannot be the name of a source`, {
    exitCode: exitCodes.usage,
    place: {},
    remedy: "Use small Latin letters, digits and underscores, a letter first, such as --source erp.",
  });
}

function requireReadable(file: string): void {
  const seen = statSync(file, { throwIfNoEntry: false });
  if (seen?.isFile()) return;
  throw new OperatorError(seen === undefined ? "this file does not exist" : "this is not a file", {
    exitCode: exitCodes.usage,
    place: { file },
    remedy: "Name an export file, such as data/inbox/erp/orders.csv.",
  });
}

interface Answer {
  readonly questions: readonly string[];
  readonly yaml: string;
  readonly json: unknown;
}

/** One file is told of as such, several as a system. */
async function sniffFiles(files: readonly string[], source: string | undefined): Promise<Answer> {
  const { sniff, sniffSystem, sourceName } = await import("../../../ingest/sniff.ts");
  const { FileFault } = await import("../../../ingest/formats/reader.ts");
  const [first = "", ...others] = files;
  try {
    const found =
      others.length === 0
        ? await sniff(first, source)
        : await sniffSystem(files, source ?? sourceName(basename(dirname(resolve(first)))));
    return { ...found, json: found };
  } catch (error) {
    const isUnreadable = error instanceof Error && "code" in error && error.code === "EACCES";
    if (!(error instanceof FileFault) && !isUnreadable) throw error;
    throw new OperatorError(messageOf(error), {
      exitCode: exitCodes.usage,
      place: {
        ...(others.length === 0 ? { file: first } : {}),
        ...(error instanceof FileFault && error.line !== undefined ? { line: error.line } : {}),
      },
      remedy: error instanceof FileFault ? error.remedy : "Check the permissions of the file.",
      cause: error,
    });
  }
}

/** Maps as objects, so that JSON shows them. */
function plainMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value;
}
