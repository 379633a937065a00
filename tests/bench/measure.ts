import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

/** What one run of a task in a process of its own took. */
export interface Run {
  readonly seconds: number;
  /** Of all cores together: says more than `seconds` on a machine that others use too. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly result: Readonly<Record<string, unknown>>;
}

/** Runs a task file of one job. */
export function runTask(task: string, ...args: readonly string[]): Run {
  const [run] = runTasks(task, ...args);
  if (run === undefined) throw new Error(`${task} measured nothing`);
  return run;
}

/** Runs a task file in a fresh Node process; it prints a JSON line for each job, with `seconds` measured inside without start-up. */
export function runTasks(task: string, ...args: readonly string[]): readonly Run[] {
  const file = resolve(import.meta.dirname, `${task}.ts`);
  const child = spawnSync(process.execPath, ["--import", "tsx", file, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, UV_THREADPOOL_SIZE: "16" },
  });
  const lines = child.stdout?.trim().split("\n") ?? [];
  if (child.status !== 0) throw new Error(`${task} ${args.join(" ")} ended with ${child.status}: ${lines.at(-1)}`);
  return lines.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line) as Run);
}

/** Prints what `runTask` reads: elapsed seconds of the job, this process' peak memory, and the job's own figures. */
export async function reportTask(job: () => Promise<Readonly<Record<string, unknown>>>): Promise<void> {
  const started = performance.now();
  const before = process.cpuUsage();
  const result = await job();
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  const cpuSeconds = (user + system) / 1e6;
  console.log(JSON.stringify({ seconds, cpuSeconds, peakMegabytes: process.resourceUsage().maxRSS / 1024, result }));
}

/** Two tasks measured in turn: the medians, and the medians of the pairwise ratios, by the clock and by CPU. */
export interface Comparison {
  readonly a: Run;
  readonly b: Run;
  readonly ratio: number;
  readonly cpuRatio: number;
}

/** Takes two tasks in turn, A B A B … */
export function compare(a: () => Run, b: () => Run, pairs: number): Comparison {
  const runs = Array.from({ length: pairs }, () => ({ a: a(), b: b() }));
  const ratio = (measure: (run: Run) => number) =>
    middle(
      runs.map((pair) => measure(pair.a) / measure(pair.b)),
      (one) => one,
    );
  return {
    a: middle(
      runs.map((pair) => pair.a),
      (run) => run.seconds,
    ),
    b: middle(
      runs.map((pair) => pair.b),
      (run) => run.seconds,
    ),
    ratio: ratio(({ seconds }) => seconds),
    cpuRatio: ratio(({ cpuSeconds }) => cpuSeconds),
  };
}

/** The middle item by a measure; the lower middle of an even count. */
export function middle<T>(items: readonly T[], measure: (item: T) => number): T {
  const sorted = [...items].sort((left, right) => measure(left) - measure(right));
  const item = sorted[Math.floor((sorted.length - 1) / 2)];
  if (item === undefined) throw new Error("nothing was measured");
  return item;
}
