/** Exit codes of the command line (reliability.md §5). 5, "published, some sources stale", and 7, "published, a critical alert is past its limit", are no errors. */
export const exitCodes = {
  done: 0,
  unexpected: 1,
  usage: 2,
  checkFailed: 3,
  locked: 4,
  stale: 5,
  storage: 6,
  alert: 7,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Where an operator should look: a file, and the line or the setting in it. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly path?: string;
}

/**
 * An error an operator can mend. The message says what is wrong, `place` says where, `remedy` what to do;
 * the command line prints the three and never a stack.
 */
export class OperatorError extends Error {
  readonly exitCode: ExitCode;
  readonly place: Place;
  readonly remedy: string;

  constructor(message: string, options: { exitCode: ExitCode; remedy: string; place?: Place; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.name = "OperatorError";
    this.exitCode = options.exitCode;
    this.place = options.place ?? {};
    this.remedy = options.remedy;
  }
}

/** Formats an operator error as `where: what. remedy`. */
export function formatError(error: OperatorError): string {
  const { file, line, path } = error.place;
  const where = [file, line === undefined ? undefined : `line ${line}`, path].filter((part) => part !== undefined);
  const prefix = where.length > 0 ? `${where.join(", ")}: ` : "";
  return `${prefix}${error.message}\n  ${error.remedy}`;
}

/** Reads the message of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
