import { describe, expect, it } from "vitest";
import { guessColumn } from "../../ingest/guess.ts";
import { guessDays } from "../../ingest/guess-days.ts";
import { readAll } from "./values.ts";

const days = [
  ...["2024-12-31", "2024/12/31", "2024.12.31", "31.12.2024", "31/12/2024", "12/31/2024", "31-12-2024", "12-31-2024"],
  ...["31/12/24", "12/31/24", "31.12.24", "31-12-24", "12-31-24"],
  ...[
    "31 Dec 2024",
    "31 DEC, 2024",
    "Dec 31, 2024",
    "31-dec-2024",
    "31-Dec-24",
    "31 December 2024",
    "december 31, 2024",
  ],
];
const clocks = ["13:05", "13:05:07", "13:05:07.5", "13:05:07.123456789"];
const zones = ["", "Z", "UTC", "+00", "+0000", "-00:00"].flatMap((zone) => (zone === "" ? [""] : [zone, ` ${zone}`]));
const halves = ["01:05 PM", "1:05pm", "1:05:07\u202fP.M.", "01:05:07p.m.", "1:05 ب.ظ"];
const times = [
  ...[" ", "T"].flatMap((gap) => clocks.flatMap((clock) => zones.map((zone) => gap + clock + zone))),
  ...halves.map((half) => ` ${half}`),
];

describe("guessDays(values)", () => {
  it("finds formats by which every value is read as what it says", async () => {
    const texts = [...days, ...days.map((day) => `${day} 9:05`), ...times.map((time) => `2024-12-31${time}`)];
    const byFormat = new Map<string, string[]>();
    for (const text of texts) {
      const [format, ...others] = guessDays([text])?.formats ?? [];
      expect([text, format, others]).toEqual([text, expect.any(String), []]);
      byFormat.set(format ?? "", [...(byFormat.get(format ?? "") ?? []), text]);
    }
    for (const [format, written] of byFormat)
      for (const [index, { value }] of (
        await readAll("instant", `timestamps: [${JSON.stringify(format)}]`, written)
      ).entries()) {
        const [, clock] = /[ T](\d+:\d\d(?::\d\d(?:\.\d{1,6})?)?)/.exec(written[index] ?? "") ?? [];
        const hour = /[p\u0628]\.?[m\u0638]/iu.test(written[index] ?? "")
          ? clock?.replace(/^0?1/, "13")
          : clock?.padStart(5, "0");
        expect([format, written[index], value]).toEqual([
          format,
          written[index],
          expect.stringMatching(new RegExp(`^2024-12-31 ${hour ?? "00:00"}`)),
        ]);
      }
  });

  it("takes nothing for a day or a time that cannot be one", () => {
    for (const text of [
      ...["2024-13-01", "00.12.2024", "31 Foo 2024", "31-Dece-2024", "2024-12-31 24:00", "2024-12-31 13:60"],
      ...["2024-12-31 13:05 PM", "2024-12-31 0:05 am", "2024-12-31 13:05:07.", "2024-12-31 13:05 CET", "13:05"],
    ])
      expect([text, guessDays([text])]).toEqual([text, undefined]);
  });

  it("tells fractions and zones of every spelling as one format", () => {
    const { formats } = guessColumn("at", [
      ...["2024-12-31 13:05:07.1 UTC", "2024-12-31 13:05:07.123456 Z", "2024-12-31 13:05:07.12 +03"],
      ...["2024-12-31 13:05:07.12 +0300", "2024-12-31 13:05:07.12 -03:00"],
    ]);
    expect(formats).toEqual(["yyyy-MM-dd HH:mm:ss.SSS XXX"]);
  });
});
