import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { OperatorError } from "../../warehouse/errors.ts";
import { findHolder, withWriterLock } from "../../warehouse/lock.ts";
import { home, readSettings, type Settings } from "../../warehouse/settings.ts";

const now = () => new Date("2026-10-31T18:00:00Z");

function makeSettings(): Settings {
  return readSettings({ KARAVAN_DATA: mkdtempSync(join(tmpdir(), "karavan-lock-")) });
}

interface Contender {
  readonly child: ChildProcess;
  readonly said: Promise<string>;
  readonly milliseconds: Promise<number>;
}

/** Starts a process that takes the lock and holds it. */
function contend(settings: Settings): Contender {
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", resolve(home, "tests/runs/lock-holder.ts")], {
    cwd: home,
    env: { ...process.env, KARAVAN_DATA: settings.paths.data },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const said = new Promise<string>((heard) => child.stdout.once("data", (chunk: Buffer) => heard(chunk.toString())));
  return { child, said, milliseconds: said.then(() => performance.now() - started) };
}

async function end(contender: Contender, how: "politely" | "SIGKILL" = "politely"): Promise<void> {
  const closed = new Promise((done) => contender.child.once("close", done));
  if (contender.child.exitCode !== null) return;
  if (how === "politely") contender.child.stdin?.end("end\n");
  else contender.child.kill(how);
  await closed;
}

async function refusal(settings: Settings): Promise<OperatorError> {
  const error: unknown = await withWriterLock(settings, { command: "build" }, { now }, async () => undefined).catch(
    (thrown: unknown) => thrown,
  );
  if (error instanceof OperatorError) return error;
  throw new Error(`not refused: ${String(error)}`);
}

describe("withWriterLock(settings, options, effects, job)", { timeout: 300_000 }, () => {
  it("lets exactly one of two processes started together in, six times out of six", async () => {
    for (let pair = 0; pair < 6; pair += 1) {
      const settings = makeSettings();
      const both = [contend(settings), contend(settings)];
      const said = await Promise.all(both.map((each) => each.said));
      expect(said.filter((text) => text === "held\n")).toHaveLength(1);
      expect(said.filter((text) => text.startsWith("refused: "))).toHaveLength(1);
      await Promise.all(both.map((each) => end(each)));
    }
  });

  it("names command, process and time of the holder, without waiting for it, with exit code 4", async () => {
    const settings = makeSettings();
    const holder = contend(settings);
    await holder.said;
    const started = performance.now();
    const error = await refusal(settings);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(error.exitCode).toBe(4);
    expect(error.message).toMatch(
      new RegExp(`^karavan run \\(pid ${holder.child.pid} on .+\\) has held the lock since \\d{4}-\\d\\d-\\d\\dT`),
    );
    expect(error.remedy).toContain("Nothing was changed");
    await end(holder);
  });

  it("refuses while the holder is stopped by SIGSTOP, and lets in when it has gone on and ended", async () => {
    const settings = makeSettings();
    const holder = contend(settings);
    await holder.said;
    holder.child.kill("SIGSTOP");
    expect((await refusal(settings)).exitCode).toBe(4);
    holder.child.kill("SIGCONT");
    await end(holder);
    await expect(withWriterLock(settings, { command: "build" }, { now }, async () => "in")).resolves.toBe("in");
  });

  it("is free at once when the holder is killed, whatever lock.json says", async () => {
    const settings = makeSettings();
    const holder = contend(settings);
    await holder.said;
    await end(holder, "SIGKILL");
    expect(existsSync(join(settings.paths.data, "lock.json"))).toBe(true);
    expect(findHolder(settings)).toBeUndefined();
    await expect(withWriterLock(settings, { command: "build" }, { now }, async () => "in")).resolves.toBe("in");
  });

  it("refuses a second holder in the same process", async () => {
    const settings = makeSettings();
    await withWriterLock(settings, { command: "run" }, { now }, async () => {
      expect((await refusal(settings)).message).toContain(`karavan run (pid ${process.pid} `);
    });
  });

  it("is held for as long as the job runs and free afterwards, also when the job throws", async () => {
    const settings = makeSettings();
    const failing = withWriterLock(settings, { command: "run" }, { now }, async () => {
      expect(findHolder(settings)).toMatchObject({
        pid: process.pid,
        command: "run",
        started_at: "2026-10-31T18:00:00.000Z",
      });
      throw new Error("the job failed");
    });
    await expect(failing).rejects.toThrow("the job failed");
    expect(findHolder(settings)).toBeUndefined();
    expect(existsSync(join(settings.paths.data, "lock.json"))).toBe(false);
  });

  it.each(["", "not json", '{"pid":"x"}'])("is not disturbed by a lock.json that reads %j", async (text) => {
    const settings = makeSettings();
    writeFileSync(join(settings.paths.data, "lock.json"), text);
    expect(findHolder(settings)).toBeUndefined();
    await expect(withWriterLock(settings, { command: "run" }, { now }, async () => "in")).resolves.toBe("in");
  });

  it("keeps the kernel's lock while others look who holds it", async (test) => {
    if (!existsSync("/proc/locks")) test.skip("no /proc/locks on this system");
    const settings = makeSettings();
    await withWriterLock(settings, { command: "run" }, { now }, async () => {
      findHolder(settings);
      await refusal(settings);
      const locks = readFileSync("/proc/locks", "utf8").split("\n");
      expect(locks.some((line) => line.includes("WRITE") && line.includes(` ${process.pid} `))).toBe(true);
      expect(findHolder(settings)?.pid).toBe(process.pid);
    });
  });
});
