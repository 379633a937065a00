import type { Log, Progress, Step } from "../effects.ts";

/** What a log writes to: a terminal, a pipe, or a test's array. */
export interface Target {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Where a log goes, and what tells it the time and the terminal. */
export interface LogOptions {
  readonly target: Target;
  readonly now: () => Date;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A log that must be closed, so that no live line stays on the terminal. */
export interface ClosableLog extends Log {
  close(): void;
}

/**
 * Opens a log. A terminal gets one line per step and a live line beneath that is erased before anything else is
 * written; anything else gets one plain line per step with the time (UTC), without escape codes or carriage returns.
 * `NO_COLOR` and `TERM=dumb` are respected.
 */
export function openLog(options: LogOptions): ClosableLog {
  const { target, environment } = options;
  const isLive = target.isTTY === true && environment.TERM !== "dumb";
  const paint = isLive && !environment.NO_COLOR ? colour : plain;
  return gatherUnchanged(isLive ? liveLog(options, paint) : plainLog(options));
}

/** So many unchanged steps in a row are told one by one; more become one line. */
const toldOneByOne = 3;

/** Tells a row of unchanged steps of one room as one line: a second run must not hide what changed among them. */
function gatherUnchanged(log: ClosableLog): ClosableLog {
  let row: Step[] = [];
  const flush = () => {
    const [first] = row;
    if (first !== undefined && row.length > toldOneByOne)
      log.step({ room: first.room, name: `${whole(row.length)} steps`, state: "unchanged" });
    else for (const step of row) log.step(step);
    row = [];
  };
  const afterFlush =
    <T>(tell: (message: T) => void) =>
    (message: T) => {
      flush();
      tell(message);
    };
  return {
    step(step) {
      if (step.state !== "unchanged" || step.room !== row[0]?.room) flush();
      if (step.state === "unchanged") row.push(step);
      else log.step(step);
    },
    progress: log.progress,
    info: afterFlush(log.info),
    warn: afterFlush(log.warn),
    close() {
      flush();
      log.close();
    },
  };
}

function plainLog({ target, now }: LogOptions): ClosableLog {
  const line = (text: string) =>
    target.write(`${now().toISOString().slice(0, 19)}Z ${text.replaceAll("\n", "\n    ")}\n`);
  return {
    step: (step) => line(describeStep(step)),
    progress() {},
    info: (message) => line(clean(message)),
    warn: (message) => line(`warning: ${clean(message)}`),
    close() {},
  };
}

function liveLog({ target, now }: LogOptions, paint: Paint): ClosableLog {
  let live: Live | undefined;
  const erase = () => {
    if (live?.isShown) target.write("\r\u001b[2K");
    if (live !== undefined) live = { ...live, isShown: false };
  };
  const line = (text: string) => {
    erase();
    target.write(`${text}\n`);
  };
  return {
    step(step) {
      line(paint(step.state, describeStep(step)));
      live = undefined;
    },
    progress(progress) {
      const time = now().getTime();
      const key = `${progress.room} ${progress.name}`;
      const same = live?.key === key ? live : undefined;
      if (same !== undefined && time - same.writtenAt < refreshMilliseconds) return;
      erase();
      live = { key, since: same?.since ?? time, from: same?.from ?? progress.done, writtenAt: time, isShown: true };
      target.write(describeProgress(progress, live).slice(0, (target.columns ?? 80) - 1));
    },
    info: (message) => line(clean(message)),
    warn: (message) => line(paint("warning", `warning: ${clean(message)}`)),
    close: erase,
  };
}

const refreshMilliseconds = 100;

interface Live {
  readonly key: string;
  readonly since: number;
  readonly from: number;
  readonly writtenAt: number;
  readonly isShown: boolean;
}

type Paint = (state: Step["state"], text: string) => string;

const codes = { done: "", unchanged: "\u001b[2m", warning: "\u001b[33m", failed: "\u001b[31m" } as const;

function colour(state: Step["state"], text: string): string {
  return codes[state] === "" ? text : `${codes[state]}${text}\u001b[0m`;
}

function plain(_state: Step["state"], text: string): string {
  return text;
}

/** Says a step in one line: `ingest orders.csv: 1,234 rows, 0.4 s`. */
function describeStep(step: Step): string {
  const facts = [
    step.state === "done" ? undefined : step.state,
    step.rows === undefined ? undefined : `${whole(step.rows)} ${step.rows === 1 ? "row" : "rows"}`,
    step.milliseconds === undefined || step.milliseconds < 50 ? undefined : duration(step.milliseconds),
    step.note === undefined ? undefined : clean(step.note),
  ].filter((fact) => fact !== undefined);
  return `${step.room} ${clean(step.name)}${facts.length > 0 ? `: ${facts.join(", ")}` : ": done"}`;
}

/** Says how far the work is, how fast it goes and how long it will take, from its first report to this one. */
function describeProgress(progress: Progress, live: Live): string {
  const { room, name, done, total, unit } = progress;
  const seconds = (live.writtenAt - live.since) / 1000;
  const rate = seconds > 0 ? (done - live.from) / seconds : undefined;
  const parts = [
    `${room} ${clean(name)}`,
    total === undefined ? amount(done, unit) : `${amount(done, unit)} of ${amount(total, unit)}`,
    rate === undefined || rate <= 0 ? undefined : `${amount(rate, unit)}/s`,
    rate === undefined || rate <= 0 || total === undefined
      ? undefined
      : `${duration((Math.max(0, total - done) / rate) * 1000)} left`,
  ];
  return parts.filter((part) => part !== undefined).join("  ");
}

function amount(count: number, unit: Progress["unit"]): string {
  return unit === "bytes" ? `${(count / 1_000_000).toFixed(1)} MB` : `${whole(count)} ${unit}`;
}

function whole(count: number): string {
  return Math.round(count).toLocaleString("en-US");
}

/** Says a duration as a person would: `0.4 s`, `12 s`, `3 min 5 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 9_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Keeps names from outside from writing escape codes or extra lines into a terminal or a log. */
export function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, (found) => {
    return `\\x${found.charCodeAt(0).toString(16).padStart(2, "0")}`;
  });
}
