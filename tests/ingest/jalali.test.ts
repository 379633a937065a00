import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAll } from "./values.ts";

const persianDay = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  timeZone: "UTC",
});

/** Every day from 1300-01-01 through 1500-12-29 as Intl names it, and the day of ours. */
function listDays(): readonly { readonly persian: string; readonly day: string }[] {
  const days = [];
  for (let at = Date.UTC(1921, 2, 21); ; at += 86_400_000) {
    const parts = Object.fromEntries(
      persianDay.formatToParts(at).map(({ type, value }) => [type, Number.parseInt(value, 10)]),
    );
    if (parts.year === 1501) return days;
    const persian = [parts.year, parts.month, parts.day].map((part) => String(part).padStart(2, "0")).join("/");
    days.push({ persian, day: new Date(at).toISOString().slice(0, 10) });
  }
}

const days = listDays();
const format = "calendar: persian, dates: [yyyy/MM/dd]";
const toPersianDigits = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)));

describe("dates with calendar: persian", () => {
  it("equal Intl's on every day from 1300 to 1500", async () => {
    expect(days).toHaveLength(73_414);
    const read = await readAll(
      "day",
      format,
      days.map(({ persian }) => persian),
    );
    expect(read.findIndex(({ value }, index) => value !== days[index]?.day)).toBe(-1);
  });

  it("exist on no other day of any month", async () => {
    const known = new Set(days.map(({ persian }) => persian));
    const all = Array.from({ length: 201 }, (_, year) => Array.from({ length: 14 }, (_, month) => [1300 + year, month]))
      .flat()
      .flatMap(([year, month]) =>
        [0, 29, 30, 31, 32].map((day) => [year, month, day].map((part) => String(part).padStart(2, "0")).join("/")),
      );
    const impossible = all.filter((text) => !known.has(text));
    const read = await readAll("day", format, impossible);
    expect(read.filter(({ value }) => value !== null)).toEqual([]);
    expect(new Set(read.map(({ rule }) => rule))).toEqual(new Set(["calendar"]));
  });

  it.each([
    ["1402/12/30", "calendar", /not a leap year/],
    ["1402/13/01", "calendar", /does not exist in the Persian calendar/],
    ["2024/01/01", "calendar", /year that is not Persian/],
    ["1299/12/29", "calendar", /year that is not Persian/],
    ["2536/01/01", "calendar", /year that is not Persian/],
    ["1402-01-01", "date", /not in the format yyyy\/MM\/dd/],
    ["1402/1/1", "date", /not in the format/],
    ["", "date", /not in the format/],
  ])("sets %s aside", async (text, rule, message) => {
    const [read] = await readAll("day", `${format}, nulls: []`, [text]);
    expect(read).toEqual({ value: null, rule, message: expect.stringMatching(message) });
  });

  it.each([
    ["day", "dates: [yyyy/M/d]", "1403/12/30", "2025-03-20"],
    ["day", "dates: [yyyyMMdd]", "14040101", "2025-03-21"],
    ["day", "dates: [yyyy-MM-dd]", "1404-01-01", "2025-03-21"],
    ["day", "dates: [yyyy-MM]", "1404-02", "2025-04-21"],
    ["day", "dates: [yy/MM/dd]", "04/01/01", "2025-03-21"],
    ["day", "dates: [yy/MM/dd]", "62/10/11", "1984-01-01"],
    ["day", "dates: ['yyyy/MM/dd HH:mm']", "1404/01/01 23:59", "2025-03-21"],
    ["day", "dates: [yyyy/MM/dd, yyyy-MM-dd]", "1404-01-02", "2025-03-22"],
    ["instant", "timestamps: ['yyyy/MM/dd H:mm:ss']", "1404/01/01 7:05:09", "2025-03-21 07:05:09"],
    ["instant", "timestamps: ['yyyy/MM/dd HH:mm'], time_zone: Asia/Tehran", "1404/01/01 00:30", "2025-03-20 21:00:00"],
    ["instant", "timestamps: ['yyyy/MM/dd HH:mm:ssXXX']", "1404/01/01 00:30:00+03:30", "2025-03-20 21:00:00"],
    ["instant", "timestamps: ['yyyy/MM/dd HH:mm']", "1404/01/01 24:30", null],
  ] as const)("read a %s { %s } %s as %s", async (sort, options, text, value) => {
    const read = await readAll(sort, `calendar: persian, ${options}`, [text, toPersianDigits(text)]);
    expect(read.map((one) => one.value)).toEqual([value, value]);
  });

  it("read Persian digits and hidden marks as ASCII", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...days), { minLength: 50, maxLength: 50 }), async (sample) => {
        const texts = sample.map(({ persian }) => `\u200f${toPersianDigits(persian)}\u200e`);
        const read = await readAll("day", format, texts);
        expect(read.map(({ value }) => value)).toEqual(sample.map(({ day }) => day));
      }),
      { numRuns: 5 },
    );
  });
});

describe("empty dates", () => {
  it.each([
    ["day", "dates: [dd.MM.yyyy], empty_dates: [01.01.0001, 00.00.0000]"],
    ["instant", "timestamps: ['dd.MM.yyyy H:mm:ss'], empty_dates: ['01.01.0001', '00.00.0000']"],
  ] as const)("are no %s where they are listed", async (sort, options) => {
    const read = await readAll(sort, options, ["01.01.0001", "00.00.0000"]);
    expect(read.map(({ value, rule }) => [value, rule])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it("are faults where they are not", async () => {
    const read = await readAll("day", "dates: [dd.MM.yyyy]", ["01.01.0001", "00.00.0000"]);
    expect(read.map(({ rule }) => rule)).toEqual(["range", "date"]);
  });
});
