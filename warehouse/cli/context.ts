import type { Command } from "commander";
import type { Effects } from "../effects.ts";
import type { Settings } from "../settings.ts";
import { type Failure, reportFailure } from "./failure.ts";
import { type ClosableLog, openLog } from "./log.ts";
import { listenForStop, type StopListener } from "./stop.ts";

/** What a command gets to work with. */
export interface Context {
  readonly settings: Settings;
  readonly effects: Effects;
  /** True with `--json`: stdout carries one JSON document and nothing else. */
  readonly isJson: boolean;
  /** Writes the answer of the command to stdout: its text, or with `--json` the value. */
  answer(value: unknown, text: string): void;
}

/** The work of a command; returns the exit code. */
export type Job = (context: Context) => Promise<number>;

interface CommonOptions {
  readonly settings?: string;
  readonly data?: string;
  readonly json?: boolean;
}

/** Runs a command's job: settings read, log open, Ctrl-C heard, every error told; sets the exit code. */
export async function perform(command: Command, job: Job): Promise<void> {
  const options = command.optsWithGlobals<CommonOptions>();
  const isJson = options.json === true;
  const log = openLog({
    target: isJson ? process.stderr : process.stdout,
    now: () => new Date(),
    environment: process.env,
  });
  const stop = listenForStop(log);
  try {
    process.exitCode = await job(await openContext(options, isJson, log, stop));
  } catch (error) {
    log.close();
    process.exitCode = reportFailure(describe(command, error, stop), process.stderr, process.env);
  } finally {
    log.close();
    stop.close();
  }
}

async function openContext(
  options: CommonOptions,
  isJson: boolean,
  log: ClosableLog,
  stop: StopListener,
): Promise<Context> {
  // Here, so that help does not wait for the schema of the settings.
  const { readSettings } = await import("../settings.ts");
  const settings = readSettings({
    ...process.env,
    ...(options.settings === undefined ? {} : { KARAVAN_SETTINGS: options.settings }),
    ...(options.data === undefined ? {} : { KARAVAN_DATA: options.data }),
  });
  return {
    settings,
    effects: { log: log, now: () => new Date(), signal: stop.signal },
    isJson,
    answer(value, text) {
      log.close();
      const answer = isJson ? JSON.stringify(value, null, 2) : text;
      if (answer !== "") process.stdout.write(answer.endsWith("\n") ? answer : `${answer}\n`);
    },
  };
}

function describe(command: Command, error: unknown, stop: StopListener): Failure {
  return { command: command.name(), error, stoppedBy: stop.stoppedBy() };
}
