import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catchUpLimit, findNextSlot, planSlots, type Schedule } from "../../warehouse/schedule.ts";

const daily = (cron: string, catch_up: Schedule["catch_up"] = "all"): Schedule => ({ name: "s", cron, catch_up });
const at = (text: string) => new Date(text);
const minute = 60_000;

/** Lets a minute alarm ring from one moment to another; what it plans is recorded at once. */
function live(schedule: Schedule, zone: string, from: string, to: string, everyMinutes = 1) {
  const recorded = new Map<string, Date>([["s", at(from)]]);
  const runs: string[] = [];
  const skips: string[] = [];
  for (let now = at(from).getTime(); now <= at(to).getTime(); now += everyMinutes * minute) {
    for (const slot of planSlots([schedule], zone, recorded, new Date(now))) {
      (slot.action === "run" ? runs : skips).push(slot.at.toISOString().slice(0, 16));
      recorded.set("s", slot.at);
    }
  }
  return { runs, skips };
}

const zones = [
  // zone, spring change (UTC), autumn change (UTC), a cron line inside the hour that spring skips and one inside the hour that autumn repeats
  { zone: "Europe/Berlin", spring: "2026-03-29", autumn: "2026-10-25", missing: "30 2 * * *", repeated: "30 2 * * *" },
  {
    zone: "America/New_York",
    spring: "2026-03-08",
    autumn: "2026-11-01",
    missing: "30 2 * * *",
    repeated: "30 1 * * *",
  },
  // Half an hour only: 02:00 becomes 02:30 in October and 02:00 becomes 01:30 in April.
  {
    zone: "Australia/Lord_Howe",
    spring: "2026-10-04",
    autumn: "2026-04-05",
    missing: "15 2 * * *",
    repeated: "45 1 * * *",
  },
];

const days = (date: string, from: number, to: number) => ({
  from: new Date(at(`${date}T00:00:00Z`).getTime() + from * 1440 * minute).toISOString(),
  to: new Date(at(`${date}T00:00:00Z`).getTime() + to * 1440 * minute).toISOString(),
});

describe.each(zones)(
  "planSlots(schedules, zone, recorded, now) in $zone",
  ({ zone, spring, autumn, missing, repeated }) => {
    it("runs a daily slot inside the hour that spring skips once a day", () => {
      const { from, to } = days(spring, -3, 3);
      const { runs, skips } = live(daily(missing), zone, from, to);
      expect(new Set(runs.map((run) => localDay(run, zone))).size).toBe(runs.length);
      expect(runs).toHaveLength(6);
      expect(skips).toEqual([]);
    });

    it("runs a daily slot inside the hour that autumn repeats once a day", () => {
      const { from, to } = days(autumn, -3, 3);
      const { runs, skips } = live(daily(repeated), zone, from, to);
      expect(new Set(runs.map((run) => localDay(run, zone))).size).toBe(runs.length);
      expect(runs).toHaveLength(6);
      expect(skips).toEqual([]);
    });

    it.each(["spring", "autumn"])("runs a ten-minute interval every ten minutes through the change in %s", (season) => {
      const { from, to } = days(season === "spring" ? spring : autumn, -1, 1);
      const { runs } = live(daily("*/10 * * * *"), zone, from, to);
      const gaps = runs
        .slice(1)
        .map((run, index) => (at(`${run}Z`).getTime() - at(`${runs[index]}Z`).getTime()) / minute);
      expect(new Set(gaps)).toEqual(new Set([10]));
      expect(runs).toHaveLength(288);
    });
  },
);

describe("planSlots(schedules, zone, recorded, now)", () => {
  const recorded = new Map([["s", at("2026-10-01T03:00:00Z")]]);

  it("plans nothing before the next slot is due, and runs it from the minute it is", () => {
    expect(planSlots([daily("0 6 * * *")], "Europe/Moscow", recorded, at("2026-10-02T02:59:59.999Z"))).toEqual([]);
    expect(planSlots([daily("0 6 * * *")], "Europe/Moscow", recorded, at("2026-10-02T03:00:00Z"))).toEqual([
      { schedule: "s", at: at("2026-10-02T03:00:00Z"), action: "run" },
    ]);
  });

  it("plans nothing when the clock is set back", () => {
    expect(planSlots([daily("0 6 * * *")], "Europe/Moscow", recorded, at("2026-09-01T00:00:00Z"))).toEqual([]);
  });

  it("after downtime runs the newest slot and records the others as skipped (latest)", () => {
    const plan = planSlots([daily("0 6 * * *", "latest")], "Europe/Moscow", recorded, at("2026-10-04T12:00:00Z"));
    expect(plan.map(({ at: slot, action, reason }) => [slot.toISOString().slice(0, 10), action, reason])).toEqual([
      ["2026-10-02", "skip", "a later slot was due (catch_up: latest)"],
      ["2026-10-03", "skip", "a later slot was due (catch_up: latest)"],
      ["2026-10-04", "run", undefined],
    ]);
  });

  it("after downtime runs all slots up to the limit and records the older ones as skipped (all)", () => {
    const plan = planSlots([daily("0 6 * * *")], "Europe/Moscow", recorded, at("2026-11-10T12:00:00Z"));
    expect(plan).toHaveLength(40);
    expect(plan.filter(({ action }) => action === "run")).toHaveLength(catchUpLimit);
    expect(plan.slice(0, 16).every(({ action, reason }) => action === "skip" && reason !== undefined)).toBe(true);
  });

  it("begins a new schedule with its latest past slot, recorded as skipped", () => {
    const plan = planSlots([daily("0 6 * * *")], "Europe/Moscow", new Map(), at("2026-10-04T12:00:00Z"));
    expect(plan).toEqual([
      { schedule: "s", at: at("2026-10-04T03:00:00Z"), action: "skip", reason: "the schedule is new" },
    ]);
  });

  it("orders the slots of several schedules by time", () => {
    const evening: Schedule = { name: "evening", cron: "0 20 * * *", catch_up: "all" };
    const both = new Map([...recorded, ["evening", at("2026-10-01T17:00:00Z")]]);
    const plan = planSlots([evening, daily("0 6 * * *")], "Europe/Moscow", both, at("2026-10-03T04:00:00Z"));
    expect(plan.map(({ schedule }) => schedule)).toEqual(["s", "evening", "s"]);
  });

  it("accounts for every slot exactly once, however irregularly the alarm rings", () => {
    const lines = ["*/10 * * * *", "0 * * * *", "30 2 * * *", "15,45 1-3 * * *", "0 6 * * mon-fri", "0 3 1 * *"];
    fc.assert(
      fc.property(
        fc.constantFrom(...lines),
        fc.constantFrom("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Tehran", "UTC"),
        fc.constantFrom("latest" as const, "all" as const),
        fc.constantFrom("2026-03-06T00:00:00Z", "2026-03-27T00:00:00Z", "2026-10-23T00:00:00Z", "2026-10-31T00:00:00Z"),
        fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 20 }),
        (cron, zone, catchUp, start, pauses) => {
          const schedule = daily(cron, catchUp);
          const seen: Date[] = [];
          const ledger = new Map([["s", at(start)]]);
          let now = at(start).getTime();
          for (const pause of pauses) {
            now += pause * minute;
            for (const slot of planSlots([schedule], zone, ledger, new Date(now))) {
              seen.push(slot.at);
              ledger.set("s", slot.at);
            }
          }
          expect(seen.map(String)).toEqual(listSlots(schedule, zone, at(start), new Date(now)).map(String));
        },
      ),
      { numRuns: 60 },
    );
  });
});

function listSlots(schedule: Schedule, zone: string, after: Date, until: Date): readonly Date[] {
  const slots: Date[] = [];
  let next = findNextSlot(schedule, zone, after);
  while (next !== undefined && next <= until) {
    slots.push(next);
    next = findNextSlot(schedule, zone, next);
  }
  return slots;
}

function localDay(run: string, zone: string): string {
  return new Intl.DateTimeFormat("sv", { timeZone: zone, dateStyle: "short" }).format(at(`${run}Z`));
}
