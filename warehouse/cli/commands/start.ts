import { Command } from "commander";
import type { Effects } from "../../effects.ts";
import { type ExitCode, exitCodes, formatError, OperatorError } from "../../errors.ts";
import type { Settings } from "../../settings.ts";
import { perform } from "../context.ts";
import { examples, given, parsePort } from "../options.ts";
import { untilStopped } from "./serve.ts";

/** Builds `karavan start`, which is `npm start`: the demo company if the settings have one, the whole road, then serve. */
export function startCommand(): Command {
  return new Command("start")
    .description("what `npm start` does: the demo company if the settings have one, the whole road, then serve")
    .option("--port <number>", "port, 0 for any free one (default: site.port of the settings)", parsePort)
    .option("--audience <name>", "whose site is served, where the settings name audiences")
    .addHelpText("after", examples("karavan start", "npm start -- --port 8080"))
    .action((options: { port?: number; audience?: string }, command: Command) =>
      perform(command, async ({ settings, effects }) => {
        const { serve } = await import("../../serve/serve.ts");
        const { makeDemo } = await import("../../demo.ts");
        // First of all: a port in use is told at once, not after minutes of work.
        const server = await serve(settings, given({ port: options.port, audience: options.audience }), effects);
        try {
          if (settings.demo !== undefined) await makeDemo(settings, {}, effects);
          await takeRoad(settings, effects);
          effects.log.info(`Karavan is ready: ${server.url} (Ctrl-C ends it)`);
          await untilStopped(effects.signal);
        } finally {
          await server.close();
        }
        effects.signal.throwIfAborted();
        return exitCodes.done;
      }),
    );
}

/** Runs the whole road; where that fails but a release stands, the release is served and the failure told. */
async function takeRoad(settings: Settings, effects: Effects): Promise<ExitCode> {
  const { run } = await import("../../run.ts");
  const { findCurrentId } = await import("../../publish/release.ts");
  try {
    return (await run(settings, {}, effects, { trigger: "start" })).exitCode;
  } catch (error) {
    const isTold = error instanceof OperatorError && !effects.signal.aborted;
    if (!isTold || (await findCurrentId(settings.paths.site)) === undefined) throw error;
    effects.log.warn(formatError(error));
    effects.log.warn("the last good release is shown instead");
    return error.exitCode;
  }
}
