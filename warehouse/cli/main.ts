import { Command, CommanderError } from "commander";
import { exitCodes } from "../errors.ts";
import { buildCommand } from "./commands/build.ts";
import { checkCommand } from "./commands/check.ts";
import { demoCommand } from "./commands/demo.ts";
import { ingestCommand } from "./commands/ingest.ts";
import { lineageCommand } from "./commands/lineage.ts";
import { publishCommand } from "./commands/publish.ts";
import { queryCommand } from "./commands/query.ts";
import { rebuildCommand } from "./commands/rebuild.ts";
import { rejectsCommand } from "./commands/rejects.ts";
import { reloadCommand } from "./commands/reload.ts";
import { replayCommand } from "./commands/replay.ts";
import { reportCommand } from "./commands/report.ts";
import { runCommand } from "./commands/run.ts";
import { scheduleCommand } from "./commands/schedule.ts";
import { schemaCommand } from "./commands/schema.ts";
import { serveCommand } from "./commands/serve.ts";
import { sniffCommand } from "./commands/sniff.ts";
import { startCommand } from "./commands/start.ts";
import { statusCommand } from "./commands/status.ts";

/** Parses the command line, runs the command and ends the process with its exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  endQuietlyOnBrokenPipe();
  try {
    await buildProgram().parseAsync([...argv]);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  }
  process.exit();
}

/** Builds the tree of commands; the part a command needs is loaded only when it runs. */
export function buildProgram(): Command {
  const program = new Command("karavan")
    .description("From export files to a tested warehouse and a site of dashboards.")
    .option("--settings <file>", "settings file (default: KARAVAN_SETTINGS, else karavan.yaml)")
    .option("--data <folder>", "data folder (default: KARAVAN_DATA, else data)")
    .showSuggestionAfterError()
    .showHelpAfterError("Run `karavan --help` for the commands.")
    .addHelpText("after", epilogue);
  for (const command of commands()) program.addCommand(command);
  for (const command of [program, ...program.commands]) command.exitOverride();
  return program;
}

function commands(): readonly Command[] {
  return [
    runCommand(),
    ingestCommand(),
    buildCommand(),
    checkCommand(),
    publishCommand(),
    serveCommand(),
    startCommand(),
    scheduleCommand(),
    statusCommand(),
    reportCommand(),
    rejectsCommand(),
    replayCommand(),
    reloadCommand(),
    rebuildCommand(),
    sniffCommand(),
    queryCommand(),
    lineageCommand(),
    demoCommand(),
    schemaCommand(),
  ].map((command) => command.showHelpAfterError(`Run \`karavan ${command.name()} --help\` for its options.`));
}

const epilogue = `
Exit codes:
    0  done; rows that were set aside, and totals a feed only warns of, are a warning, not a failure
    1  unexpected error: a fault of Karavan
    2  wrong usage or settings
    3  a check failed: nothing was published, the last good release stays
    4  another run holds the lock
    5  published, but some sources are stale or had files refused
    6  storage full, damaged or unreadable
  130  stopped by Ctrl-C, 143 by SIGTERM: the step under way was rolled back

Environment: KARAVAN_SETTINGS, KARAVAN_DATA, KARAVAN_DEBUG=1 (stacks of errors), NO_COLOR.`;

/** \`karavan query … | head\` closes our output early; that is no error. */
function endQuietlyOnBrokenPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit();
      throw error;
    });
  }
}
