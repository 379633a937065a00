/** One finished piece of work: a file loaded, a model built, a check run, a page written. */
export interface Step {
  /** The room: `ingest`, `build`, `check`, `publish`, … */
  readonly room: string;
  /** What was worked on: a file, a relation, a check. */
  readonly name: string;
  readonly state: "done" | "unchanged" | "warning" | "failed";
  readonly rows?: number;
  readonly milliseconds?: number;
  readonly note?: string;
}

/** How far the current work is; shown on a terminal only. */
export interface Progress {
  readonly room: string;
  readonly name: string;
  readonly done: number;
  readonly total?: number;
  readonly unit: "rows" | "bytes" | "models" | "pages" | "files";
}

/** Where steps and progress are told: a terminal, a log of plain lines, JSON, or nothing. */
export interface Log {
  step(step: Step): void;
  progress(progress: Progress): void;
  info(message: string): void;
  warn(message: string): void;
}

/** What touches the world, handed to every job: tests pass their own. */
export interface Effects {
  readonly log: Log;
  readonly now: () => Date;
  /** Aborted on Ctrl-C or SIGTERM; jobs roll back and stop. */
  readonly signal: AbortSignal;
}

/** A log that says nothing. */
export const silentLog: Log = { step() {}, progress() {}, info() {}, warn() {} };
