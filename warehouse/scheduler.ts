import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { sql } from "kysely";
import cron from "node-cron";
import type { Effects } from "./effects.ts";
import { exitCodes, messageOf, OperatorError } from "./errors.ts";
import { createLedger } from "./kysely.ts";
import { withWriterLock } from "./lock.ts";
import { insertRun, nameRun, readLedger, scheduledCommand, withLedger } from "./runs.ts";
import { findNextSlot, type PlannedSlot, planSlots, requireSchedules } from "./schedule.ts";
import type { Settings } from "./settings.ts";
import { formatSlot, type Slot } from "./slot.ts";

/** What the scheduler needs of the world besides the effects of a job. */
export interface World {
  /** Calls back about once a minute until told to stop; how often does not matter, what is due comes from the ledger. */
  startAlarm(ring: () => void): () => void;
  /** Runs the whole road for a slot; returns its exit code. */
  runSlot(settings: Settings, slot: Slot, effects: Effects): Promise<number>;
}

/** A slot whose run ended by a crash is tried again, at most so many times in all. */
const triesAfterCrash = 3;

/**
 * Keeps the schedule of the settings until the signal aborts: one run at a time, every slot recorded once, in the
 * ledger, as a run or as skipped with the reason. The alarm only wakes it; what is due is worked out from the ledger.
 * @throws OperatorError exit 2 when there is no schedule or a cron line is wrong.
 */
export async function keepSchedule(settings: Settings, effects: Effects, world: World = realWorld): Promise<void> {
  requireSchedules(settings);
  if (settings.schedule.length === 0) {
    throw new OperatorError("there is nothing to keep", {
      exitCode: exitCodes.usage,
      place: { file: settings.file, path: "schedule" },
      remedy: 'Add a line such as `- { name: every-morning, cron: "0 6 * * *" }`.',
    });
  }
  announce(settings, effects);
  const memory: Memory = { failures: new Map() };
  let working: Promise<void> | undefined;
  const ring = () => {
    working ??= workOff(settings, effects, world, memory)
      .catch((error: unknown) => effects.log.warn(`schedule: ${messageOf(error)}`))
      .finally(() => {
        working = undefined;
      });
  };
  const stopAlarm = world.startAlarm(ring);
  ring();
  await new Promise<void>((stopped) => {
    if (effects.signal.aborted) stopped();
    effects.signal.addEventListener("abort", () => stopped(), { once: true });
  });
  stopAlarm();
  await working;
}

/** What a scheduler remembers between alarms; only reasons come from it, never what is due. */
export interface Memory {
  /** When the ledger could last be read. */
  freeAt?: Date;
  /** Who held the lock since then. */
  holder?: string;
  /** Runs that ended before they could record their slot, by slot. */
  readonly failures: Map<string, number>;
}

/** Runs and records everything that is due now; where another run holds the lock, it stays due. */
export async function workOff(
  settings: Settings,
  effects: Effects,
  world: Pick<World, "runSlot">,
  memory: Memory,
): Promise<void> {
  try {
    const plan = planSlots(settings.schedule, settings.time_zone, await readRecorded(settings), effects.now());
    await recordSkips(settings, effects, explainSkips(plan, memory));
    memory.freeAt = effects.now();
    for (const slot of plan.filter(({ action }) => action === "run")) {
      if (effects.signal.aborted) return;
      effects.log.info(`schedule ${slot.schedule}: the slot of ${slot.at.toISOString()} is due`);
      const exitCode = await world.runSlot(settings, slot, effects);
      if (exitCode === exitCodes.locked) throw lockedByAnother(settings);
      await giveUpUnrecorded(settings, effects, slot, exitCode, memory);
      effects.log.info(`schedule ${slot.schedule}: the slot of ${slot.at.toISOString()} ended with ${exitCode}`);
    }
    delete memory.holder;
  } catch (error) {
    if (!(error instanceof OperatorError && error.exitCode === exitCodes.locked)) throw error;
    if (memory.holder !== error.message) effects.log.warn(`schedule: ${error.message}; due slots wait`);
    memory.holder = error.message;
  }
}

/** A run that cannot even record itself (broken settings, say) is tried three times, then recorded as skipped. */
async function giveUpUnrecorded(
  settings: Settings,
  effects: Effects,
  slot: Slot,
  exitCode: number,
  { failures }: Memory,
): Promise<void> {
  const recorded = (await readRecorded(settings)).get(slot.schedule);
  if (exitCode === exitCodes.terminated || (recorded !== undefined && recorded >= slot.at)) return;
  const tries = (failures.get(formatSlot(slot)) ?? 0) + 1;
  failures.set(formatSlot(slot), tries);
  if (tries < triesAfterCrash) return;
  const reason = `the run ended ${tries} times before it was done, last with exit code ${exitCode}`;
  await recordSkips(settings, effects, [{ ...slot, action: "skip", reason }]);
}

/** Picks the slots to skip; one that came due while another run held the lock is skipped because of it. */
function explainSkips(plan: readonly PlannedSlot[], { freeAt, holder }: Memory): readonly PlannedSlot[] {
  return plan
    .filter(({ action }) => action === "skip")
    .map((slot) => {
      const isHeldUp = holder !== undefined && freeAt !== undefined && slot.at > freeAt;
      return isHeldUp ? { ...slot, reason: `another run held the lock: ${holder}` } : slot;
    });
}

/**
 * Reads the newest recorded slot of each schedule; a crashed try does not count until there were three. Nobody holds the
 * lock while the ledger can be read, so that a run still called `running` has crashed.
 */
async function readRecorded(settings: Settings): Promise<ReadonlyMap<string, Date>> {
  const rows = await readLedger(settings, (connection) =>
    createLedger(connection)
      .with("tries", (ledger) =>
        ledger
          .selectFrom("meta.runs")
          .select(["command", "slot_at"])
          .select(({ fn }) => [
            fn.countAll<number>().as("tried"),
            fn.countAll<number>().filterWhere("state", "not in", ["aborted", "running"]).as("ended"),
          ])
          .where("slot_at", "is not", null)
          .groupBy(["command", "slot_at"]),
      )
      .selectFrom("tries")
      .select(["command", sql<string>`cast(max(slot_at) as varchar)`.as("slot")])
      .where((tries) => tries.or([tries("ended", ">", 0), tries("tried", ">=", triesAfterCrash)]))
      .groupBy("command")
      .execute(),
  );
  const slots = new Map((rows ?? []).map((row) => [row.command, new Date(`${row.slot.replace(" ", "T")}Z`)]));
  return new Map(
    settings.schedule.flatMap(({ name }) => {
      const slot = slots.get(scheduledCommand(name));
      return slot === undefined ? [] : [[name, slot] as const];
    }),
  );
}

async function recordSkips(settings: Settings, effects: Effects, skips: readonly PlannedSlot[]): Promise<void> {
  if (skips.length === 0) return;
  await withWriterLock(settings, { command: "schedule" }, effects, () =>
    withLedger(settings, "create", (connection) =>
      connection.transaction(async () => {
        for (const slot of skips) {
          await insertRun(connection, {
            runId: nameRun(effects.now()),
            request: { command: "run", trigger: "schedule", slot },
            started: effects.now(),
            state: "skipped",
            error: slot.reason ?? "skipped",
          });
        }
      }),
    ),
  );
}

function lockedByAnother(settings: Settings): OperatorError {
  return new OperatorError("another run holds the lock", {
    exitCode: exitCodes.locked,
    place: { file: settings.paths.data },
    remedy: "The slot runs when it is free.",
  });
}

function announce(settings: Settings, effects: Effects): void {
  for (const schedule of settings.schedule) {
    const next = findNextSlot(schedule, settings.time_zone, effects.now());
    effects.log.info(
      `schedule ${schedule.name}: ${schedule.cron} in ${settings.time_zone}, next ${next?.toISOString() ?? "never"}`,
    );
  }
}

const realWorld: World = { startAlarm, runSlot };

/**
 * node-cron rings every minute in UTC, where it is right (reliability.md, fact 12); a plain timer rings too, because
 * node-cron falls silent when the clock is set back.
 */
function startAlarm(ring: () => void): () => void {
  const task = cron.schedule("* * * * *", ring, { timezone: "UTC" });
  const timer = setInterval(ring, 30_000);
  return () => {
    clearInterval(timer);
    void task.destroy();
  };
}

/** Each run is a process of its own: whatever happens to it, the scheduler stays, and no memory is kept between runs. */
async function runSlot(settings: Settings, slot: Slot, effects: Effects): Promise<number> {
  const launcher = resolve(settings.home, "warehouse/karavan.cjs");
  const places = ["--settings", settings.file, "--data", settings.paths.data];
  const child = spawn(process.execPath, [launcher, ...places, "run", "--slot", formatSlot(slot)], {
    stdio: ["ignore", "inherit", "inherit"],
    // A group of its own: Ctrl-C in the terminal reaches it once, through us.
    detached: true,
  });
  const stop = () => child.kill("SIGTERM");
  effects.signal.addEventListener("abort", stop, { once: true });
  try {
    return await new Promise<number>((ended, failed) => {
      child.on("error", failed);
      child.on("exit", (code, signal) =>
        ended(code ?? (signal === "SIGTERM" ? exitCodes.terminated : exitCodes.unexpected)),
      );
    });
  } finally {
    effects.signal.removeEventListener("abort", stop);
  }
}
