import { describe, expect, it } from "vitest";
import type { Effects } from "../../warehouse/effects.ts";
import { exitCodes } from "../../warehouse/errors.ts";
import { withWriterLock } from "../../warehouse/lock.ts";
import { readLedger, withRun } from "../../warehouse/runs.ts";
import { keepSchedule, type Memory, type World, workOff } from "../../warehouse/scheduler.ts";
import type { Settings } from "../../warehouse/settings.ts";
import type { Slot } from "../../warehouse/slot.ts";
import { keepEffects, makeSettings } from "./settings.ts";

function scheduled(schedule: Settings["schedule"]): Settings {
  return { ...makeSettings(), time_zone: "Europe/Moscow", schedule };
}

const morning = { name: "morning", cron: "0 6 * * *", catch_up: "latest" } as const;

/** Records the slot as the child process does, and remembers it. */
function makeWorld(ends: (slot: Slot) => "done" | "crash" = () => "done") {
  const runs: string[] = [];
  const runSlot: World["runSlot"] = async (settings, slot, effects) => {
    runs.push(slot.at.toISOString().slice(0, 16));
    const asked = { command: "run", trigger: "schedule", slot, mayCreate: true } as const;
    const controller = new AbortController();
    const outcome = withRun(settings, asked, { ...effects, signal: controller.signal }, async () => {
      if (ends(slot) === "done") return { exitCode: exitCodes.done };
      controller.abort(new Error("crash"));
      throw new Error("crash");
    });
    return outcome.then(
      () => exitCodes.done,
      () => exitCodes.unexpected,
    );
  };
  return { runs, runSlot };
}

/** Lets the alarm ring at each of the moments. */
async function ring(settings: Settings, world: Pick<World, "runSlot">, moments: readonly string[]): Promise<void> {
  const memory: Memory = { failures: new Map() };
  for (const moment of moments) await workOff(settings, keepEffects(moment), world, memory);
}

async function ledger(settings: Settings) {
  const rows = await readLedger(settings, (connection) =>
    connection.table("select cast(slot_at as varchar), state, error from meta.runs order by slot_at, run_id"),
  );
  return rows?.rows ?? [];
}

describe("workOff(settings, effects, world, memory)", () => {
  it("begins with a recorded skip, then runs every slot once, however often it rings", async () => {
    const settings = scheduled([morning]);
    const world = makeWorld();
    await ring(settings, world, [
      "2026-10-30T12:00:00Z",
      "2026-10-30T12:01:00Z",
      "2026-10-31T02:59:00Z",
      "2026-10-31T03:00:10Z",
      "2026-10-31T03:00:40Z",
      "2026-11-01T03:05:00Z",
    ]);
    expect(world.runs).toEqual(["2026-10-31T03:00", "2026-11-01T03:00"]);
    expect(await ledger(settings)).toEqual([
      ["2026-10-30 03:00:00", "skipped", "the schedule is new"],
      ["2026-10-31 03:00:00", "done", null],
      ["2026-11-01 03:00:00", "done", null],
    ]);
  });

  it("records what downtime missed, and runs the newest", async () => {
    const settings = scheduled([morning]);
    const world = makeWorld();
    await ring(settings, world, ["2026-10-28T12:00:00Z", "2026-10-31T12:00:00Z"]);
    expect(world.runs).toEqual(["2026-10-31T03:00"]);
    expect((await ledger(settings)).map(([slot, state]) => [slot, state])).toEqual([
      ["2026-10-28 03:00:00", "skipped"],
      ["2026-10-29 03:00:00", "skipped"],
      ["2026-10-30 03:00:00", "skipped"],
      ["2026-10-31 03:00:00", "done"],
    ]);
  });

  it("waits while another run holds the lock, and runs the slot when it is free", async () => {
    const settings = scheduled([morning]);
    const world = makeWorld();
    await ring(settings, world, ["2026-10-30T12:00:00Z"]);
    await withWriterLock(settings, { command: "run" }, { now: () => new Date() }, async () => {
      await ring(settings, world, ["2026-10-31T03:00:00Z", "2026-10-31T03:01:00Z"]);
    });
    expect(world.runs).toEqual([]);
    await ring(settings, world, ["2026-10-31T03:02:00Z"]);
    expect(world.runs).toEqual(["2026-10-31T03:00"]);
  });

  it("gives the other run as the reason when a later slot came due meanwhile", async () => {
    const settings = scheduled([{ ...morning, cron: "0 * * * *" }]);
    const world = makeWorld();
    const memory: Memory = { failures: new Map() };
    const at = (moment: string) => workOff(settings, keepEffects(moment), world, memory);
    await at("2026-10-31T02:30:00Z");
    await withWriterLock(settings, { command: "ingest" }, { now: () => new Date() }, async () => {
      await at("2026-10-31T03:00:00Z");
    });
    await at("2026-10-31T04:00:00Z");
    expect(world.runs).toEqual(["2026-10-31T04:00"]);
    const [, skipped] = await ledger(settings);
    expect(skipped?.slice(0, 2)).toEqual(["2026-10-31 03:00:00", "skipped"]);
    expect(skipped?.[2]).toContain("another run held the lock: karavan ingest (pid");
  });

  it("tries a slot again after a crash, three times in all", async () => {
    const settings = scheduled([morning]);
    const world = makeWorld(() => "crash");
    await ring(settings, world, [
      "2026-10-30T12:00:00Z",
      "2026-10-31T03:00:00Z",
      "2026-10-31T03:01:00Z",
      "2026-10-31T03:02:00Z",
      "2026-10-31T03:03:00Z",
    ]);
    expect(world.runs).toHaveLength(3);
    expect((await ledger(settings)).slice(1, 4).map(([, state]) => state)).toEqual(["aborted", "aborted", "aborted"]);
  });

  it("records a slot as skipped when its run cannot even start, after three tries", async () => {
    const settings = scheduled([morning]);
    let tries = 0;
    const runSlot = async () => {
      tries += 1;
      return exitCodes.usage;
    };
    await ring(settings, { runSlot }, [
      "2026-10-30T12:00:00Z",
      "2026-10-31T03:00:00Z",
      "2026-10-31T03:01:00Z",
      "2026-10-31T03:02:00Z",
      "2026-10-31T03:03:00Z",
    ]);
    expect(tries).toBe(3);
    expect((await ledger(settings))[1]).toEqual([
      "2026-10-31 03:00:00",
      "skipped",
      "the run ended 3 times before it was done, last with exit code 2",
    ]);
  });
});

describe("keepSchedule(settings, effects, world)", () => {
  it("runs one slot at a time and ends when it is stopped, after the run under way", async () => {
    const settings = scheduled([{ ...morning, cron: "* * * * *", catch_up: "all" }]);
    await ring(settings, makeWorld(), ["2026-10-31T02:58:30Z"]);
    const controller = new AbortController();
    let running = 0;
    let most = 0;
    const runs: string[] = [];
    const world: World = {
      startAlarm(alarm) {
        const timer = setInterval(alarm, 5);
        return () => clearInterval(timer);
      },
      async runSlot(_settings, slot) {
        running += 1;
        most = Math.max(most, running);
        runs.push(slot.at.toISOString());
        await new Promise((done) => setTimeout(done, 50));
        running -= 1;
        controller.abort(new Error("stopped by SIGTERM"));
        return exitCodes.done;
      },
    };
    const effects: Effects = { ...keepEffects("2026-10-31T03:00:30Z"), signal: controller.signal };
    await keepSchedule(settings, effects, world);
    expect(runs).toEqual(["2026-10-31T02:59:00.000Z"]);
    expect([most, running]).toEqual([1, 0]);
  });

  it("refuses to keep nothing, a cron line with seconds and a name used twice", async () => {
    const refuse = (schedule: Settings["schedule"]) => keepSchedule(scheduled(schedule), keepEffects(), makeAlarm());
    await expect(refuse([])).rejects.toMatchObject({ exitCode: 2, place: { path: "schedule" } });
    await expect(refuse([{ ...morning, cron: "*/5 * * * * *" }])).rejects.toMatchObject({
      exitCode: 2,
      place: { path: "schedule.0.cron" },
    });
    await expect(refuse([morning, morning])).rejects.toMatchObject({
      exitCode: 2,
      place: { path: "schedule.1.name" },
    });
  });
});

function makeAlarm(): World {
  return { startAlarm: () => () => undefined, runSlot: async () => exitCodes.done };
}
