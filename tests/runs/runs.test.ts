import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { withConnection } from "../../warehouse/connection.ts";
import { exitCodes, OperatorError } from "../../warehouse/errors.ts";
import { nameRun, type RunRequest, readLedger, withRun } from "../../warehouse/runs.ts";
import { home, type Settings } from "../../warehouse/settings.ts";
import { keepEffects, makeSettings } from "./settings.ts";

const request: RunRequest = { command: "run", trigger: "cli", mayCreate: true };

async function runsOf(settings: Settings): Promise<readonly Record<string, unknown>[]> {
  const rows = await readLedger(settings, (connection) =>
    connection.rows(
      `select command, trigger, cast(slot_at as varchar) as slot_at, state, exit_code, error,
         cast(as_of_date as varchar) as as_of_date, ended_at is not null as has_ended
       from meta.runs order by run_id`,
    ),
  );
  return (rows ?? []).map((row) => ({ ...row }));
}

describe("withRun(settings, request, effects, job)", () => {
  it("records a run that ends well, with its slot and its day", async () => {
    const settings = makeSettings();
    const slot = { schedule: "every-morning", at: new Date("2026-10-31T03:00:00Z") };
    await withRun(settings, { ...request, trigger: "schedule", slot }, keepEffects(), async () => {
      return { exitCode: exitCodes.stale, asOfDate: "2026-10-31" };
    });
    expect(await runsOf(settings)).toEqual([
      {
        command: "run (every-morning)",
        trigger: "schedule",
        slot_at: "2026-10-31 03:00:00",
        state: "done",
        exit_code: 5,
        error: null,
        as_of_date: "2026-10-31",
        has_ended: true,
      },
    ]);
  });

  it("records what an operator can mend with its exit code, and throws it on", async () => {
    const settings = makeSettings();
    const failed = withRun(settings, request, keepEffects(), async () => {
      throw new OperatorError("checks failed", { exitCode: exitCodes.checkFailed, remedy: "Mend the data." });
    });
    await expect(failed).rejects.toThrow("checks failed");
    expect(await runsOf(settings)).toMatchObject([{ state: "failed", exit_code: 3, error: "checks failed" }]);
  });

  it("records a run that was stopped as aborted", async () => {
    const settings = makeSettings();
    const controller = new AbortController();
    const effects = { ...keepEffects(), signal: controller.signal };
    const stopped = withRun(settings, request, effects, async () => {
      controller.abort(new Error("stopped by SIGTERM"));
      throw new Error("interrupted");
    });
    await expect(stopped).rejects.toThrow("interrupted");
    expect(await runsOf(settings)).toMatchObject([{ state: "aborted", exit_code: 143, error: "stopped by SIGTERM" }]);
  });

  it("shows a run as running while it runs, and nobody else may start one", async () => {
    const settings = makeSettings();
    await withRun(settings, request, keepEffects(), async () => {
      await expect(
        withRun(settings, request, keepEffects(), async () => ({ exitCode: exitCodes.done })),
      ).rejects.toThrow("karavan run (pid");
      return { exitCode: exitCodes.done };
    });
    expect(await runsOf(settings)).toHaveLength(1);
  });

  it("marks a run whose process was killed as aborted when the next one starts, and says so", async () => {
    const settings = makeSettings();
    const child = spawn(process.execPath, ["--import", "tsx", resolve(home, "tests/runs/run-holder.ts")], {
      cwd: home,
      env: { ...process.env, KARAVAN_DATA: settings.paths.data },
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise((heard) => child.stdout.once("data", heard));
    const closed = new Promise((done) => child.once("close", done));
    child.kill("SIGKILL");
    await closed;
    const effects = keepEffects();
    await withRun(settings, request, effects, async () => ({ exitCode: exitCodes.done }));
    expect(effects.warnings).toEqual(["the last run ended without closing: it is marked aborted"]);
    expect((await runsOf(settings)).map(({ state, exit_code }) => [state, exit_code]).sort()).toEqual([
      ["aborted", null],
      ["done", 0],
    ]);
  });

  it("makes no database for a command that only reads one", async () => {
    const settings = makeSettings();
    await withRun(settings, { ...request, mayCreate: false }, keepEffects(), async () => ({
      exitCode: exitCodes.done,
    }));
    expect(await runsOf(settings)).toEqual([]);
  });
});

describe("readLedger(settings, job)", () => {
  it("finds nothing in a database whose making was killed, and the next run makes its tables", async () => {
    const settings = makeSettings();
    mkdirSync(settings.paths.data, { recursive: true });
    const attach = [{ path: settings.paths.raw, as: "store", mode: "create" }] as const;
    await withConnection({ attach }, (connection) => connection.run("create schema meta"));
    expect(await readLedger(settings, async () => "read")).toBeUndefined();
    await withRun(settings, request, keepEffects(), async () => ({ exitCode: exitCodes.done }));
    expect(await runsOf(settings)).toMatchObject([{ state: "done", exit_code: 0 }]);
  });
});

describe("nameRun(now)", () => {
  it("names runs so that names sort by time", () => {
    const names = ["2026-10-31T18:00:00Z", "2026-10-31T18:00:00.001Z", "2026-11-01T00:00:00Z"].map((moment) =>
      nameRun(new Date(moment)),
    );
    expect([...names].sort()).toEqual(names);
    expect(names[0]).toMatch(/^20261031T180000000Z-[0-9a-f]{8}$/);
  });
});
