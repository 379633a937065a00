import { describe, expect, it } from "vitest";
import { guessDays } from "../../ingest/guess-days.ts";
import { foldMonth, monthNames } from "../../ingest/values/months.ts";
import { readAll } from "./values.ts";

/** Days as exports of eleven countries write them, by format. */
const written: readonly (readonly [format: string, text: string, day: string])[] = [
  ["d MMMM yyyy 'г.'", "5 марта 2024 г.", "2024-03-05"],
  ["d MMMM yyyy", "31 ДЕКАБРЯ 2024", "2024-12-31"],
  ["d MMM yyyy", "7 нояб. 2024", "2024-11-07"],
  ["d MMM yyyy", "7 мая 2024", "2024-05-07"],
  ["d MMMM yyyy 'р.'", "5 листопада 2024 р.", "2024-11-05"],
  ["yyyy 'ж.' d MMMM", "2024 ж. 5 қараша", "2024-11-05"],
  ["d-MMMM, yyyy", "5-oktabr, 2024", "2024-10-05"],
  ["d MMMM yyyy", "29 Şubat 2024", "2024-02-29"],
  ["d MMM yyyy", "1 Ağu 2024", "2024-08-01"],
  ["d MMMM yyyy", "1 HAZİRAN 2024", "2024-06-01"],
  ["d. MMMM yyyy", "5. März 2024", "2024-03-05"],
  ["d MMM yyyy", "14 juil. 2024", "2024-07-14"],
  ["d 'de' MMMM 'de' yyyy", "5 de septiembre de 2024", "2024-09-05"],
  ["d MMM yyyy", "5 مارس 2024", "2024-03-05"],
  ["MMMM yyyy", "Июнь 2024", "2024-06-01"],
];

describe("monthNames(token, calendar)", () => {
  it("gives no name to two months, and every month a name that is folded as it stands", () => {
    for (const calendar of ["gregorian", "persian"] as const)
      for (const token of ["MMM", "MMMM"] as const) {
        const all = monthNames(token, calendar).flat();
        expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
        expect(all.map(foldMonth)).toEqual(all);
        expect(monthNames(token, calendar).every((names) => names.length > 0)).toBe(true);
      }
  });
});

describe("a column of days whose months have names", () => {
  it("is proposed in its format, and read as what it says", async () => {
    for (const [format, text] of written) expect([text, guessDays([text])?.formats]).toEqual([text, [format]]);
    const formats = [...new Set(written.map(([format]) => format))];
    const texts = written.map(([, text]) => text);
    const read = await readAll("day", `dates: ${JSON.stringify(formats)}`, texts);
    expect(read.map(({ value }) => String(value).slice(0, 10))).toEqual(written.map(([, , day]) => day));
  });

  it("refuses names of no month, and days that month has not", async () => {
    const read = await readAll("day", `dates: ["d MMMM yyyy"]`, ["5 мартобря 2024", "31 июня 2024", "5 мар 2024"]);
    expect(read.map(({ value, rule }) => [value, rule])).toEqual([
      [null, "date"],
      [null, "date"],
      [null, "date"],
    ]);
  });

  it("reads the months of the Persian calendar, in either spelling of their letters", async () => {
    expect(guessDays(["۵ فروردین ۱۴۰۳".replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) % 16))])).toMatchObject({
      formats: ["d MMM yyyy"],
      calendar: "persian",
    });
    const texts = ["1 فروردین 1403", "۲۹ اسفند ۱۴۰۲", "5 دي 1402", "30 اسفند 1402", "5 مارس 1402"];
    const read = await readAll("day", `dates: ["d MMMM yyyy"], calendar: persian`, texts);
    expect(read.map(({ value }) => (value === null ? null : String(value).slice(0, 10)))).toEqual([
      "2024-03-20",
      "2024-03-19",
      "2023-12-26",
      null,
      null,
    ]);
  });
});
