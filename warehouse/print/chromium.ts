import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import places from "./chromium-places.json" with { type: "json" };

/** Finds a Chromium: `KARAVAN_CHROMIUM`, else the usual places. */
export function findChromium(): string | undefined {
  const named = process.env.KARAVAN_CHROMIUM;
  return named !== undefined && named !== "" ? named : places.find((place) => existsSync(place));
}

/** A page in a browser without a window. */
export interface Tab {
  /** Calls a method of the DevTools protocol on the page and gives back its result. @throws Error as the browser says. */
  call(method: string, parameters?: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>;
}

/** Events after which a page answers no more. */
const endings: ReadonlySet<string> = new Set([
  "Inspector.targetCrashed",
  "Target.targetCrashed",
  "Target.detachedFromTarget",
]);

/** Most a browser may take from start to end. */
const mostSeconds = 120;

/**
 * Starts a browser, opens an empty page, and ends the browser when the job is done, fails, is aborted or takes too long.
 * It is spoken to through pipes: no port is opened, and its profile is thrown away.
 * @throws Error when the browser does not start or ends early.
 */
export async function withTab<T>(program: string, signal: AbortSignal, job: (tab: Tab) => Promise<T>): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), "karavan-print-"));
  const isRoot = process.getuid?.() === 0;
  const child = spawn(
    program,
    [
      "--headless=new",
      "--remote-debugging-pipe",
      `--user-data-dir=${profile}`,
      "--disable-extensions",
      "--disable-background-networking",
      "--disable-dev-shm-usage",
      "--password-store=basic",
      "--use-mock-keychain",
      "--no-first-run",
      ...(isRoot ? ["--no-sandbox"] : []),
    ],
    { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] },
  );
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => resolve());
    child.once("error", () => resolve());
  });
  const stop = () => child.kill("SIGKILL");
  const limit = setTimeout(stop, mostSeconds * 1000);
  signal.addEventListener("abort", stop, { once: true });
  try {
    const early = ended.then(() => {
      throw new Error(`${program} did not start, ended early or took more than ${mostSeconds} seconds`);
    });
    early.catch(() => undefined);
    const work = openTab(child.stdio[3] as Writable, child.stdio[4] as Readable).then(job);
    return await Promise.race([work, early]);
  } finally {
    clearTimeout(limit);
    signal.removeEventListener("abort", stop);
    stop();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** The protocol: JSON documents ended by a zero byte, answers told by their number. */
async function openTab(input: Writable, output: Readable): Promise<Tab> {
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  let rest = "";
  const failAll = (reason: string) => {
    for (const settle of waiting.values()) settle({ error: { message: reason } });
    waiting.clear();
  };
  input.on("error", () => undefined);
  output.on("error", () => undefined);
  output.setEncoding("utf8").on("data", (text: string) => {
    const documents = (rest + text).split("\0");
    rest = documents.pop() ?? "";
    for (const document of documents) {
      const answer = JSON.parse(document) as Answer;
      if (answer.method !== undefined && endings.has(answer.method)) failAll(answer.method);
      if (answer.id === undefined) continue;
      waiting.get(answer.id)?.(answer);
      waiting.delete(answer.id);
    }
  });
  const call = (method: string, params: Readonly<Record<string, unknown>>, sessionId?: unknown) =>
    new Promise<Readonly<Record<string, unknown>>>((resolve, reject) => {
      last += 1;
      waiting.set(last, ({ error, result }) =>
        error === undefined ? resolve(result ?? {}) : reject(new Error(`${method}: ${error.message}`)),
      );
      input.write(
        `${JSON.stringify({ id: last, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`,
      );
    });
  const { targetId } = await call("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await call("Target.attachToTarget", { targetId, flatten: true });
  return { call: (method, parameters = {}) => call(method, parameters, sessionId) };
}

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}
