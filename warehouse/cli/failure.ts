import { exitCodes, formatError, messageOf, OperatorError } from "../errors.ts";
import { clean, type Target } from "./log.ts";
import { type StopSignal, stopCodes } from "./stop.ts";

/** A command that did not reach its end. */
export interface Failure {
  readonly command: string;
  readonly error: unknown;
  /** Set when the operator asked for the end: then the error is only its echo. */
  readonly stoppedBy: StopSignal | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Tells a failure: where, what, what to do; a stack only with `KARAVAN_DEBUG=1`.
 * @returns the exit code.
 */
export function reportFailure(failure: Failure, target: Target, environment: Environment): number {
  const { error } = failure;
  target.write(`${formatFailure(failure)}\n`);
  if (environment.KARAVAN_DEBUG === "1" && error instanceof Error) target.write(`${formatStack(error)}\n`);
  if (failure.stoppedBy !== undefined) return stopCodes[failure.stoppedBy];
  return error instanceof OperatorError ? error.exitCode : exitCodes.unexpected;
}

function formatFailure({ command, error, stoppedBy }: Failure): string {
  if (stoppedBy !== undefined) return formatStop(command, stoppedBy);
  if (error instanceof OperatorError) return `karavan: ${cleanLines(formatError(error))}`;
  return [
    `karavan: unexpected error in \`karavan ${command}\`: ${cleanLines(messageOf(error))}`,
    "  This is a fault of Karavan, not of your data; what was finished before it is kept.",
    "  Please file an issue with the output of the same command under KARAVAN_DEBUG=1.",
  ].join("\n");
}

/** Commands that stay until they are stopped: being stopped is their end, not an interruption. */
const residents = new Set(["serve", "schedule", "start"]);

/** Says that a command was stopped on purpose, and how to go on. */
function formatStop(command: string, by: StopSignal): string {
  const who = by === "SIGINT" ? "Ctrl-C" : by;
  const line = `karavan: ${command} was stopped by ${who} (exit code ${stopCodes[by]})`;
  return residents.has(command)
    ? line
    : `${line}\n  The step under way was rolled back, finished ones are kept. Run it again to go on.`;
}

function formatStack(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${formatStack(error.cause)}` : "";
  return `${error.stack ?? error.message}${cause}`;
}

function cleanLines(text: string): string {
  return text.split("\n").map(clean).join("\n");
}
