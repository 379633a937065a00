import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  daysOf,
  firstOfMonth,
  firstOfQuarter,
  firstOfWeek,
  isoWeekOf,
  quarterOf,
} from "../../dashboards/components/calendar.ts";
import { endForecast, forecastOf } from "../../dashboards/components/end-forecast.ts";
import { endOf, type Grain, grains, startOf } from "../../dashboards/components/grain.ts";
import { type Coverage, comparisons, isOfDays, planPeriod } from "../../dashboards/components/period.ts";
import { formats } from "../../dashboards/formats.ts";
import { dictionaries } from "../../dashboards/i18n/dictionaries.ts";
import { attainmentOf, planToDate } from "../../dashboards/plan.ts";
import { findLastFullDay } from "../../warehouse/publish/export.ts";

const day = fc
  .date({ min: new Date("2019-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const fiscal = fc.integer({ min: 1, max: 12 });

/** What is known on a day: three years of months, fourteen months of days. */
const coverageOn = (last: string): Coverage => ({
  first: "2010-01-01",
  lastComplete: firstOfMonth(addDays(firstOfMonth(last), -1)),
  fiscalYearStartMonth: 1,
  days: { from: addDays(last, -425), to: last },
  hasPlan: true,
});

const plan = (preset: string, comparison: string, coverage: Coverage) =>
  planPeriod({ preset, from: "", to: "", comparison }, coverage);

describe("planPeriod(chosen, coverage) of months", () => {
  const coverage = { first: "2024-11-01", lastComplete: "2026-09-01", fiscalYearStartMonth: 1 };
  const chosen = { preset: "ytd", from: "", to: "", comparison: "year" };

  it.each([
    ["month", "2026-09-01", "2026-09-01", "2025-09-01"],
    ["quarter", "2026-07-01", "2026-09-01", "2025-07-01"],
    ["ytd", "2026-01-01", "2026-09-01", "2025-01-01"],
    ["12m", "2025-10-01", "2026-09-01", undefined],
    ["all", "2024-11-01", "2026-09-01", undefined],
    ["nonsense", "2026-01-01", "2026-09-01", "2025-01-01"],
  ])("makes %s of complete months, compared where the data reach back", (preset, from, to, compareFrom) => {
    const period = planPeriod({ ...chosen, preset }, coverage);
    expect([period.from, period.to, period.compare?.from]).toEqual([from, to, compareFrom]);
  });

  it("begins the year where the settings do", () => {
    expect(planPeriod(chosen, { ...coverage, fiscalYearStartMonth: 4 }).from).toBe("2026-04-01");
    expect(planPeriod(chosen, { ...coverage, fiscalYearStartMonth: 10 }).from).toBe("2025-10-01");
  });

  it("keeps a free range within the data, whichever way round it is given", () => {
    const period = planPeriod({ ...chosen, preset: "custom", from: "2030-01", to: "2025-02" }, coverage);
    expect([period.from, period.to]).toEqual(["2025-02-01", "2026-09-01"]);
  });

  it("compares with as many months just before", () => {
    const period = planPeriod({ ...chosen, preset: "quarter", comparison: "previous" }, coverage);
    expect(period.compare).toEqual({ from: "2026-04-01", to: "2026-06-01" });
  });
});

describe("planPeriod(chosen, coverage) of days", () => {
  it("ends with the last day that is over, and compares as many days of the same kind", () => {
    fc.assert(
      fc.property(day, fc.constantFrom("year", "previous"), (last, comparison) => {
        const week = plan("7d", comparison, coverageOn(last));
        expect([week.unit, week.to, daysOf(week).length]).toEqual(["day", last, 7]);
        const compare = week.compare ?? week;
        expect(daysOf(compare).length).toBe(7);
        expect(new Date(compare.from).getUTCDay()).toBe(new Date(week.from).getUTCDay());
        expect(compare.to < week.from).toBe(true);
      }),
    );
  });

  it("begins the month to date on its first day, compared with as many days or a whole shorter month", () => {
    fc.assert(
      fc.property(day, fc.constantFrom("year", "previous"), (last, comparison) => {
        const month = plan("mtd", comparison, coverageOn(last));
        expect([month.from, month.to]).toEqual([firstOfMonth(last), last]);
        const compare = month.compare ?? month;
        expect(compare.from).toBe(firstOfMonth(compare.to));
        expect(compare.to < month.from).toBe(true);
        const isWhole = firstOfMonth(addDays(compare.to, 1)) !== compare.from;
        const [shown, before] = [daysOf(month).length, daysOf(compare).length];
        expect(before === shown || (before < shown && isWhole)).toBe(true);
        if (comparison === "year") expect(compare.from.slice(4)).toBe(month.from.slice(4));
      }),
    );
  });

  it.each([
    ["7d", "previous", "2026-10-04", "2026-10-10", "2026-09-27", "2026-10-03"],
    ["7d", "year", "2026-10-04", "2026-10-10", "2025-10-05", "2025-10-11"],
    ["mtd", "previous", "2026-10-01", "2026-10-10", "2026-09-01", "2026-09-10"],
    ["mtd", "year", "2026-10-01", "2026-10-10", "2025-10-01", "2025-10-10"],
  ])("%s against %s: %s to %s, before %s to %s", (preset, comparison, from, to, compareFrom, compareTo) => {
    const period = plan(preset, comparison, coverageOn("2026-10-10"));
    expect(period).toMatchObject({ from, to, compare: { from: compareFrom, to: compareTo } });
  });

  it("takes February whole beside thirty days of March", () => {
    const period = plan("mtd", "previous", coverageOn("2026-03-30"));
    expect(period.compare).toEqual({ from: "2026-02-01", to: "2026-02-28" });
  });

  it("compares nothing where the days do not reach back", () => {
    const coverage = { ...coverageOn("2026-10-10"), days: { from: "2026-09-20", to: "2026-10-10" } };
    expect(plan("mtd", "year", coverage).compare).toBeUndefined();
    expect(plan("mtd", "previous", coverage).compare).toBeUndefined();
    expect(plan("7d", "previous", coverage).compare).toBeDefined();
  });

  it("shows the last complete month where days are not known, and says so", () => {
    const months = { ...coverageOn("2026-10-10"), days: undefined };
    for (const preset of ["7d", "mtd"]) {
      const period = plan(preset, "year", months);
      expect(period).toMatchObject({ unit: "month", from: "2026-09-01", to: "2026-09-01", instead: preset });
      expect(period.compare).toEqual({ from: "2025-09-01", to: "2025-09-01" });
    }
    expect(plan("month", "year", months).instead).toBeUndefined();
  });

  it("says which plan there is, and compares with no other period then", () => {
    const coverage = coverageOn("2026-10-10");
    const found = (preset: string, known: Coverage) => plan(preset, "plan", known);
    expect(["ytd", "mtd", "7d"].map((preset) => found(preset, coverage).plan)).toEqual([
      "known",
      "toDate",
      "notOfDays",
    ]);
    expect(found("ytd", { ...coverage, hasPlan: false }).plan).toBe("none");
    expect(["ytd", "mtd", "7d"].map((preset) => found(preset, coverage).compare)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(plan("ytd", "year", coverage).plan).toBeUndefined();
  });

  it("compares months with as many months, whatever is chosen", () => {
    const months = fc.tuple(day, day).map((days) => days.map((each) => each.slice(0, 7)));
    fc.assert(
      fc.property(months, fc.constantFrom(...comparisons), ([from = "", to = ""], comparison) => {
        const period = planPeriod({ preset: "custom", from, to, comparison }, coverageOn("2030-12-31"));
        if (period.compare === undefined) return;
        const length = (range: { from: string; to: string }) =>
          Number(range.to.slice(0, 4)) * 12 +
          Number(range.to.slice(5, 7)) -
          Number(range.from.slice(0, 4)) * 12 -
          Number(range.from.slice(5, 7));
        expect(length(period.compare)).toBe(length(period));
        expect(period.compare.to < period.from).toBe(true);
      }),
    );
  });
});

describe("firstOfWeek(day, startsOn), isoWeekOf(monday)", () => {
  it("begins on the day of the week, at most six days before", () => {
    fc.assert(
      fc.property(day, fc.constantFrom<1 | 6 | 7>(1, 6, 7), (each, startsOn) => {
        const first = firstOfWeek(each, startsOn);
        expect(((new Date(first).getUTCDay() + 6) % 7) + 1).toBe(startsOn);
        expect(first <= each && each <= addDays(first, 6)).toBe(true);
      }),
    );
  });

  it.each([
    ["2025-12-29", 2026, 1],
    ["2026-12-28", 2026, 53],
    ["2027-01-04", 2027, 1],
    ["2024-12-30", 2025, 1],
    ["2021-01-04", 2021, 1],
    ["2020-12-28", 2020, 53],
  ])("%s begins week %i-%i", (monday, year, week) => {
    expect(isoWeekOf(monday)).toEqual({ year, week });
  });
});

describe("firstOfQuarter(day, fiscalYearStartMonth), quarterOf(month, fiscalYearStartMonth)", () => {
  it("follows the fiscal year", () => {
    expect(firstOfQuarter("2026-02-10", 1)).toBe("2026-01-01");
    expect(firstOfQuarter("2026-02-10", 2)).toBe("2026-02-01");
    expect(firstOfQuarter("2026-01-31", 2)).toBe("2025-11-01");
    expect(firstOfQuarter("2026-05-31", 4)).toBe("2026-04-01");
    expect(quarterOf("2026-04-01", 4)).toEqual({ year: 2026, quarter: 1 });
    expect(quarterOf("2026-01-01", 4)).toEqual({ year: 2025, quarter: 4 });
    expect(quarterOf("2026-10-01", 1)).toEqual({ year: 2026, quarter: 4 });
  });
});

describe("startOf(day, grain, cycle), endOf(start, grain)", () => {
  it("puts each day into one point, and the points next to one another", () => {
    fc.assert(
      fc.property(day, fc.constantFrom<Grain>(...grains), fiscal, (each, grain, fiscalYearStartMonth) => {
        const cycle = { weekStartsOn: 6, fiscalYearStartMonth } as const;
        const start = startOf(each, grain, cycle);
        const end = endOf(start, grain);
        expect(start <= each && each <= end).toBe(true);
        expect([startOf(start, grain, cycle), startOf(end, grain, cycle)]).toEqual([start, start]);
        expect(startOf(addDays(end, 1), grain, cycle)).toBe(addDays(end, 1));
      }),
    );
  });
});

describe("findLastFullDay(asOf, builtOn, newestOrder)", () => {
  it("is the as-of day once it is over, and never after the newest order", () => {
    expect(findLastFullDay("2026-10-31", "2026-11-01", "2026-10-31")).toBe("2026-10-31");
    expect(findLastFullDay("2026-10-31", "2026-10-31", "2026-10-31")).toBe("2026-10-30");
    expect(findLastFullDay("2026-10-31", "2026-11-05", "2026-10-28")).toBe("2026-10-28");
    expect(findLastFullDay("2026-10-31", "2026-11-05", null)).toBeNull();
  });
});

describe("planToDate(plan, share, sales, asPlan)", () => {
  it("takes the share of each plan that is over, and the sales of these days; no plan stays none", () => {
    const row = { month: "2026-10-01", plan_amount: 200 as number | null, actual_amount: 999 };
    const asPlan = (sale: { net: number }) => ({ month: row.month, plan_amount: null, actual_amount: sale.net });
    const rows = planToDate([row], 0.25, [{ net: 30 }, { net: 15 }], asPlan);
    expect(attainmentOf(rows)).toMatchObject({ plan: 50, actual: 45, gap: -5, rate: 0.9 });
    expect(attainmentOf(planToDate([{ ...row, plan_amount: null }], 0.25, [{ net: 30 }], asPlan))).toBeUndefined();
  });
});

describe("endForecast(context, rows, period, coverage, net)", () => {
  const context = { words: dictionaries.en, formats: formats("en", "USD") } as Parameters<typeof endForecast>[0];
  const coverage = coverageOn("2026-10-10");
  const month = (start: string, forecast_amount: number) => ({
    dimension: "total",
    entity_id: "all",
    period_start_date: start,
    forecast_amount,
  });
  const rows = [month("2026-10-01", 10), month("2026-11-01", 20), month("2026-12-01", 30), month("2027-01-01", 40)];
  const told = (preset: string, known = rows) =>
    endForecast(context, known, plan(preset, "none", coverage), coverage, 100);

  it("adds to what is over the months to come of the year, and tells the running month alone", () => {
    expect(told("ytd")).toBe("forecast to the end of Dec 2026: $160");
    expect(told("mtd")).toBe("forecast to the end of Oct 2026: $10");
  });

  it("says nothing of a period that is over, or that the forecast does not reach", () => {
    expect(["quarter", "month", "12m", "all", "7d"].map((preset) => told(preset))).toEqual(Array(5).fill(undefined));
    expect(told("ytd", rows.slice(0, 2))).toBeUndefined();
    expect(isOfDays("mtd")).toBe(true);
  });

  it("knows a region, a direction or all, never both at once", () => {
    const all = [...rows, { ...month("2026-10-01", 4), dimension: "region", entity_id: "North" }];
    const filter = { region: "", manager_id: "", direction: "" };
    expect(forecastOf(all, filter)).toEqual(rows);
    expect(forecastOf(all, { ...filter, region: "North" })).toHaveLength(1);
    expect(forecastOf(all, { ...filter, region: "North", direction: "Tools" })).toEqual([]);
    expect(forecastOf(all, { ...filter, manager_id: "m1" })).toEqual([]);
  });
});
