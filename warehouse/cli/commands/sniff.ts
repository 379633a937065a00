import { statSync } from "node:fs";
import { Command } from "commander";
import type { Proposal } from "../../../ingest/sniff.ts";
import { exitCodes, messageOf, OperatorError } from "../../errors.ts";
import { perform } from "../context.ts";
import { examples } from "../options.ts";

export function sniffCommand(): Command {
  return new Command("sniff")
    .description("propose a source file for an export, with the evidence; nothing is changed")
    .argument("<file>", "an export file")
    .option("--json", "one JSON document on stdout")
    .addHelpText("after", examples("karavan sniff export.csv", "karavan sniff export.csv > ingest/sources/erp.yaml"))
    .action((file: string, _options: unknown, command: Command) =>
      perform(command, async ({ isJson, answer }) => {
        requireReadable(file);
        const found = await sniffFile(file);
        answer({ ...found, matches: Object.fromEntries(found.matches) }, found.yaml);
        if (!isJson) for (const question of found.questions) process.stderr.write(`${question}\n`);
        return exitCodes.done;
      }),
    );
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

async function sniffFile(file: string): Promise<Proposal> {
  const { sniff } = await import("../../../ingest/sniff.ts");
  const { FileFault } = await import("../../../ingest/formats/reader.ts");
  try {
    return await sniff(file);
  } catch (error) {
    const isUnreadable = error instanceof Error && "code" in error && error.code === "EACCES";
    if (!(error instanceof FileFault) && !isUnreadable) throw error;
    throw new OperatorError(messageOf(error), {
      exitCode: exitCodes.usage,
      place: { file, ...(error instanceof FileFault && error.line !== undefined ? { line: error.line } : {}) },
      remedy: error instanceof FileFault ? error.remedy : "Check the permissions of the file.",
      cause: error,
    });
  }
}
