import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Unpacked, UnpackOptions } from "../containers/unpack.ts";
import type { Feed } from "../source.ts";
import { FileFault, type ReadOptions, type Records } from "./reader.ts";

/** What taking apart one file may cost. */
export interface Caps {
  readonly memoryMegabytes: number;
  readonly seconds: number;
}

/**
 * A process of its own that takes apart files which may be hostile. It is started for the first such file, serves one after
 * another, and is killed when a file costs more than the caps; the next file gets a new one.
 */
export interface Sandbox {
  /** Reads a file by the reader of this format. @throws FileFault as the reader does, and when a cap is hit. */
  read(format: Feed["format"], path: string, options: ReadOptions): Promise<Records>;
  /** Takes an archive apart. @throws FileFault as `unpack` does, and when a cap is hit. */
  unpack(path: string, options: UnpackOptions): Promise<readonly Unpacked[]>;
  /** Ends the process. */
  close(): void;
}

/** What the process is asked to do: plain data. */
export type Task =
  | {
      readonly kind: "read";
      readonly format: Feed["format"];
      readonly path: string;
      readonly feed: Feed;
      readonly siblings: readonly Feed[] | undefined;
      readonly together: readonly Feed[] | undefined;
      readonly work: string;
    }
  | { readonly kind: "unpack"; readonly path: string; readonly work: string; readonly limits: UnpackOptions["limits"] };

/** What the process answers. */
export type Answer =
  | { readonly kind: "done"; readonly result: unknown }
  | {
      readonly kind: "fault";
      readonly rule: string;
      readonly message: string;
      readonly remedy: string;
      readonly line: number | undefined;
    }
  | { readonly kind: "error"; readonly message: string; readonly code: string | undefined };

const watchMilliseconds = 100;
const megabyte = 1_048_576;

/** Makes a sandbox; nothing is started yet. */
export function openSandbox(caps: Caps): Sandbox {
  let child: Worker | undefined;
  const run = async (task: Task, signal: AbortSignal): Promise<unknown> => {
    signal.throwIfAborted();
    child = child?.isAlive ? child : startWorker(caps);
    return child.run(task, signal);
  };
  return {
    async read(format, path, { feed, siblings, together, work, signal }) {
      const folder = join(work, `sandbox-${crypto.randomUUID()}`);
      mkdirSync(folder);
      const remove = () => rmSync(folder, { recursive: true, force: true });
      try {
        const answer = await run({ kind: "read", format, path, feed, siblings, together, work: folder }, signal);
        return closingLast(answer as Told, remove);
      } catch (error) {
        remove();
        throw error;
      }
    },
    async unpack(path, { work, limits, signal }) {
      mkdirSync(work, { recursive: true });
      return (await run({ kind: "unpack", path, work, limits }, signal)) as readonly Unpacked[];
    },
    close() {
      child?.kill();
    },
  };
}

/** Records as another process tells them. */
type Told = Omit<Records, "close" | "beside"> & {
  readonly beside?: readonly { readonly feed: string; readonly records: Omit<Records, "close"> }[];
};

/** The copies of all feeds stand in one folder, which goes with the last of them. */
function closingLast({ beside = [], ...records }: Told, remove: () => void): Records {
  let open = 1 + beside.length;
  const closing = () => {
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      open -= 1;
      if (open === 0) remove();
    };
  };
  const others = beside.map(({ feed, records: other }) => ({ feed, records: { ...other, close: closing() } }));
  return { ...records, ...(others.length === 0 ? {} : { beside: others }), close: closing() };
}

interface Worker {
  readonly isAlive: boolean;
  run(task: Task, signal: AbortSignal): Promise<unknown>;
  kill(): void;
}

function startWorker(caps: Caps): Worker {
  const child = fork(join(import.meta.dirname, "sandbox-child.ts"), {
    execArgv: [
      "--import",
      import.meta.resolve("tsx"),
      `--max-old-space-size=${Math.ceil(caps.memoryMegabytes * 0.75)}`,
    ],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let complaint = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    complaint = (complaint + text).slice(-4000);
  });
  child.unref();
  child.channel?.unref();
  let isAlive = true;
  const kill = () => {
    isAlive = false;
    child.kill("SIGKILL");
  };
  child.once("exit", () => {
    isAlive = false;
  });
  return {
    get isAlive() {
      return isAlive;
    },
    kill,
    run: (task, signal) => ask(child, task, { caps, signal, kill, complaint: () => complaint }),
  };
}

interface Guard {
  readonly caps: Caps;
  readonly signal: AbortSignal;
  readonly kill: () => void;
  /** What the process wrote before it ended. */
  readonly complaint: () => string;
}

/** Sends a task and waits for its answer, for a cap, or for the end of the process. */
function ask(child: ChildProcess, task: Task, { caps, signal, kill, complaint }: Guard): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.ref();
    const stop = (error: unknown) => {
      kill();
      settle(() => reject(error));
    };
    const watch = setInterval(() => {
      if (readMegabytes(child.pid) > caps.memoryMegabytes) stop(tooMuchMemory(caps));
    }, watchMilliseconds);
    const alarm = setTimeout(() => stop(tooLong(caps)), caps.seconds * 1000);
    const abort = () => stop(signal.reason);
    const answered = (message: unknown) => {
      const answer = message as Answer;
      settle(() => (answer.kind === "done" ? resolve(answer.result) : reject(readFault(answer))));
    };
    const ended = (code: number | null, how: string | null) =>
      settle(() => reject(explainEnd(code, how, complaint(), caps)));
    const failed = (error: Error) => stop(error);
    const settle = (end: () => void) => {
      clearInterval(watch);
      clearTimeout(alarm);
      signal.removeEventListener("abort", abort);
      child.off("message", answered).off("exit", ended).off("error", failed);
      child.unref();
      end();
    };
    signal.addEventListener("abort", abort);
    child.once("message", answered).once("exit", ended).once("error", failed);
    child.send(task);
  });
}

function readFault(answer: Exclude<Answer, { kind: "done" }>): Error {
  if (answer.kind === "fault") return new FileFault(answer.rule, answer.message, answer.remedy, answer.line);
  return Object.assign(new Error(answer.message), answer.code === undefined ? {} : { code: answer.code });
}

/** Memory a process has in use; 0 where the system does not tell, and only the heap is capped. */
function readMegabytes(pid: number | undefined): number {
  try {
    const text = readFileSync(`/proc/${pid}/status`, "utf8");
    return (Number(/^VmRSS:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) * 1024) / megabyte;
  } catch {
    return 0;
  }
}

function explainEnd(code: number | null, how: string | null, complaint: string, caps: Caps): Error {
  if (/heap out of memory|Allocation failed|Array buffer allocation/i.test(complaint) || how === "SIGABRT")
    return tooMuchMemory(caps);
  if (how === "SIGKILL") return tooMuchMemory(caps);
  const reason = complaint.trim().split("\n").at(-1) ?? "";
  return new FileFault(
    "sandbox",
    `the process that takes the file apart ended (${how ?? `exit code ${code}`})${reason === "" ? "" : `: ${reason.slice(0, 200)}`}`,
    "The file may be damaged; export it again.",
  );
}

function tooMuchMemory({ memoryMegabytes }: Caps): FileFault {
  return new FileFault(
    "memory",
    `taking the file apart needs more than ${memoryMegabytes} MB of memory`,
    "Split the export, or raise parsing.memory_mb in karavan.yaml if the file can be trusted.",
  );
}

function tooLong({ seconds }: Caps): FileFault {
  return new FileFault(
    "time",
    `taking the file apart takes longer than ${seconds} s`,
    "Split the export, or raise parsing.seconds in karavan.yaml if the file can be trusted.",
  );
}
