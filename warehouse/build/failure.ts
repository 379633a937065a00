import { exitCodes, messageOf, OperatorError } from "../errors.ts";
import type { SqlSource } from "../graph/tree.ts";

/** Throws when the run was told to stop. @throws OperatorError exit 143. */
export function stopIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw terminated();
}

/** Turns what the engine says of a model or check into an error with the line of its file. */
export function explainFailure(source: SqlSource, error: unknown, signal: AbortSignal): OperatorError {
  if (signal.aborted) return terminated(error);
  if (error instanceof OperatorError) return error;
  const message = messageOf(error);
  const line = /\bLINE (\d+):/.exec(message)?.[1];
  const said = message
    .split(/\n\s*\n?LINE \d+:/)[0]
    ?.replace(/\s*\n\s*/g, " ")
    .trim();
  if (/No space left|could not write|Out of Memory|out of memory/i.test(message)) {
    return new OperatorError(`the engine ran out of room: ${said}`, {
      exitCode: exitCodes.storage,
      place: { file: source.file },
      remedy: "Free disk space or memory and build again; the published warehouse is as it was.",
      cause: error,
    });
  }
  return new OperatorError(said ?? message, {
    exitCode: exitCodes.usage,
    place: { file: source.file, ...(line === undefined ? {} : { line: Number(line) }) },
    remedy: "Mend the model and build again; the published warehouse is as it was.",
    cause: error,
  });
}

function terminated(cause?: unknown): OperatorError {
  return new OperatorError("the build was stopped", {
    exitCode: exitCodes.terminated,
    remedy: "Nothing was changed; run it again.",
    cause,
  });
}
