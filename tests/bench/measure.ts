import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

/** What one run of a task in a process of its own took. */
export interface Run {
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly result: Readonly<Record<string, unknown>>;
}

/** Runs a task file in a fresh Node process; the task prints one JSON line with `seconds`, measured inside without start-up. */
export function runTask(task: string, ...args: readonly string[]): Run {
  const file = resolve(import.meta.dirname, `${task}.ts`);
  const child = spawnSync(process.execPath, ["--import", "tsx", file, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, UV_THREADPOOL_SIZE: "16" },
  });
  const line = child.stdout?.trim().split("\n").at(-1) ?? "";
  if (child.status !== 0) throw new Error(`${task} ${args.join(" ")} ended with ${child.status}: ${line}`);
  return JSON.parse(line) as Run;
}

/** Prints what `runTask` reads: elapsed seconds of the job, this process' peak memory, and the job's own figures. */
export async function reportTask(job: () => Promise<Readonly<Record<string, unknown>>>): Promise<void> {
  const started = performance.now();
  const result = await job();
  const seconds = (performance.now() - started) / 1000;
  console.log(JSON.stringify({ seconds, peakMegabytes: process.resourceUsage().maxRSS / 1024, result }));
}

/** Takes two tasks in turn, A B A B …, and gives the medians and the median of the pairwise ratios. */
export function compare(a: () => Run, b: () => Run, pairs: number): { a: Run; b: Run; ratio: number } {
  const runs = Array.from({ length: pairs }, () => ({ a: a(), b: b() }));
  return {
    a: middle(
      runs.map((pair) => pair.a),
      (run) => run.seconds,
    ),
    b: middle(
      runs.map((pair) => pair.b),
      (run) => run.seconds,
    ),
    ratio: middle(
      runs.map((pair) => pair.a.seconds / pair.b.seconds),
      (ratio) => ratio,
    ),
  };
}

/** The middle item by a measure; the lower middle of an even count. */
export function middle<T>(items: readonly T[], measure: (item: T) => number): T {
  const sorted = [...items].sort((left, right) => measure(left) - measure(right));
  const item = sorted[Math.floor((sorted.length - 1) / 2)];
  if (item === undefined) throw new Error("nothing was measured");
  return item;
}
