import { spawn } from "node:child_process";

/** Says whether a process of this machine runs; one that belongs to somebody else runs too. */
export function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** How a child process ended, with the end of what it said. */
export interface Ending {
  readonly code: number | null;
  readonly output: string;
}

const outputKept = 20_000;

/**
 * Runs Node on a script to its end; an aborted signal kills it. The child sees only the environment given, and stands in
 * a process group of its own: Ctrl-C reaches us alone, and we stop it.
 */
export async function runNode(
  args: readonly string[],
  options: { cwd: string; environment: Readonly<Record<string, string>>; signal: AbortSignal },
): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], {
      cwd: options.cwd,
      env: { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", ...options.environment },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    let output = "";
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString("utf8")).slice(-outputKept);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    const stop = () => child.kill("SIGKILL");
    if (options.signal.aborted) stop();
    options.signal.addEventListener("abort", stop, { once: true });
    child.on("error", reject);
    child.on("close", (code) => {
      options.signal.removeEventListener("abort", stop);
      resolve({ code, output });
    });
  });
}
