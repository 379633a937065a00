import { Cron } from "croner";
import { exitCodes, messageOf, OperatorError } from "./errors.ts";
import type { Settings } from "./settings.ts";

/** One line of `schedule` in the settings. */
export type Schedule = Settings["schedule"][number];

/** What is to be done about one due slot. */
export interface PlannedSlot {
  readonly schedule: string;
  /** The due moment, UTC. */
  readonly at: Date;
  readonly action: "run" | "skip";
  /** Why a slot is skipped; recorded in the ledger. */
  readonly reason?: string;
}

/** After downtime `catch_up: all` runs at most this many slots of a schedule; older ones are recorded as skipped. */
export const catchUpLimit = 24;

/** So many slots are looked at in one plan; a longer downtime is worked off over several plans. */
const planLimit = 10_000;

/**
 * Plans every slot that is due: after the newest recorded slot of its schedule, up to now, in order of time.
 *
 * A schedule without any recorded slot is new: its latest past slot is recorded as skipped, and counting begins there.
 * Slots are moments of local time in the zone, as croner computes them: a slot inside the hour that spring skips runs
 * at the end of that hour, a fixed time inside the hour that autumn repeats runs once, an interval runs every time.
 * @throws OperatorError exit 2 when a cron line is not valid.
 */
export function planSlots(
  schedules: readonly Schedule[],
  zone: string,
  recorded: ReadonlyMap<string, Date>,
  now: Date,
): readonly PlannedSlot[] {
  return schedules
    .flatMap((schedule) => planSchedule(schedule, zone, recorded.get(schedule.name), now))
    .sort((left, right) => left.at.getTime() - right.at.getTime());
}

/** Finds the next slot after a moment; undefined when the cron line never comes true again. */
export function findNextSlot(schedule: Schedule, zone: string, after: Date): Date | undefined {
  return parseCron(schedule, zone).nextRun(after) ?? undefined;
}

/**
 * Refuses settings whose cron lines cannot be kept, before anything waits for them.
 * @throws OperatorError exit 2 naming the line of the settings.
 */
export function requireSchedules(settings: Settings): void {
  settings.schedule.forEach((schedule, index) => {
    const before = settings.schedule.slice(0, index);
    if (before.some((other) => other.name === schedule.name)) {
      throw scheduleError(settings.file, `schedule.${index}.name`, `${schedule.name} is there twice`);
    }
    try {
      parseCron(schedule, settings.time_zone);
    } catch (error) {
      throw scheduleError(settings.file, `schedule.${index}.cron`, messageOf(error));
    }
  });
}

function planSchedule(schedule: Schedule, zone: string, newest: Date | undefined, now: Date): readonly PlannedSlot[] {
  const cron = parseCron(schedule, zone);
  const name = schedule.name;
  if (newest === undefined) {
    const latest = cron.previousRuns(1, new Date(now.getTime() + 1))[0];
    return latest === undefined ? [] : [{ schedule: name, at: latest, action: "skip", reason: "the schedule is new" }];
  }
  const due = listDue(cron, newest, now);
  if (due.length === planLimit)
    return due.map((at) => ({ schedule: name, at, action: "skip", reason: "the scheduler was down too long" }));
  const runs = schedule.catch_up === "latest" ? 1 : catchUpLimit;
  const reason =
    schedule.catch_up === "latest"
      ? "a later slot was due (catch_up: latest)"
      : `more than ${catchUpLimit} slots were due (catch_up: all)`;
  return due.map((at, index) =>
    index >= due.length - runs ? { schedule: name, at, action: "run" } : { schedule: name, at, action: "skip", reason },
  );
}

function listDue(cron: Cron, after: Date, now: Date): readonly Date[] {
  const due: Date[] = [];
  let at = cron.nextRun(after);
  while (at !== null && at.getTime() <= now.getTime() && due.length < planLimit) {
    due.push(at);
    at = cron.nextRun(at);
  }
  return due;
}

function parseCron(schedule: Schedule, zone: string): Cron {
  return new Cron(schedule.cron, { timezone: zone, paused: true, mode: "5-part" });
}

function scheduleError(file: string, path: string, message: string): OperatorError {
  return new OperatorError(message, {
    exitCode: exitCodes.usage,
    place: { file, path },
    remedy: "A cron line has five fields: minute hour day month weekday, such as 0 6 * * * for six every morning.",
  });
}
