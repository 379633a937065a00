import { Command } from "commander";
import { exitCodes } from "../../errors.ts";
import { perform } from "../context.ts";
import { examples, given, parsePort } from "../options.ts";

/** Builds `karavan serve`: shows the current release until Ctrl-C. Exit 2 for a port in use or an unknown audience. */
export function serveCommand(): Command {
  return new Command("serve")
    .description("show the current release in a browser until Ctrl-C")
    .option("--port <number>", "port, 0 for any free one (default: site.port of the settings)", parsePort)
    .option("--host <address>", "address to listen on (default: this machine only)")
    .option("--audience <name>", "whose site, where the settings name audiences")
    .addHelpText(
      "after",
      examples("karavan serve", "karavan serve --port 8080 --host 0.0.0.0", "karavan serve --audience executives"),
    )
    .action((options: { port?: number; host?: string; audience?: string }, command: Command) =>
      perform(command, async ({ settings, effects }) => {
        const { serve } = await import("../../serve/serve.ts");
        const { port, host, audience } = options;
        const server = await serve(settings, given({ port, host, audience }), effects);
        effects.log.info(`serving ${settings.paths.site} on ${server.url}`);
        await untilStopped(effects.signal);
        await server.close();
        effects.signal.throwIfAborted();
        return exitCodes.done;
      }),
    );
}

/** Waits for Ctrl-C or SIGTERM. */
export async function untilStopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
}
