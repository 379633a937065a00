import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { OperatorError } from "../warehouse/errors.ts";
import { home, parseSettings } from "../warehouse/settings.ts";

const minimal = "company: { name: Aral }\ncurrency: KZT\ntime_zone: Asia/Almaty\n";

describe("parseSettings(yaml, file)", () => {
  it("accepts the settings the repository ships", () => {
    const shipped = parseSettings(readFileSync(resolve(home, "karavan.yaml"), "utf8"), "karavan.yaml");
    expect(shipped.as_of).toBe("2026-10-31");
  });

  it("fills what is not said with defaults", () => {
    const settings = parseSettings(minimal, "karavan.yaml");
    expect(settings).toMatchObject({
      as_of: "today",
      fiscal_year_start_month: 1,
      classes: { mode: "quantile", window_periods: 12 },
    });
    expect(settings.demo).toBeUndefined();
  });

  it.each([
    [
      "an unknown key",
      `${minimal}classes:\n  mod: share\n`,
      5,
      "classes.mod",
      "unknown key mod",
      "Allowed here: measure, period",
    ],
    [
      "a value outside its list",
      `${minimal}classes:\n  mode: median\n`,
      5,
      "classes.mode",
      'expected one of "absolute"|"quantile"|"share"',
      "Change",
    ],
    [
      "cut points that fall",
      `${minimal}rfm:\n  cut_points:\n    recency: [30, 90, 60, 180]\n`,
      6,
      "rfm.cut_points.recency",
      "the four cut points must rise",
      "Change",
    ],
    [
      "an impossible time zone",
      "company: { name: A }\ncurrency: KZT\ntime_zone: Asia/Atlantis\n",
      3,
      "time_zone",
      "not a time zone",
      "Change",
    ],
    ["a missing key", "currency: KZT\ntime_zone: Asia/Almaty\n", 1, "company", "this is missing", "Add it"],
    ["YAML that cannot be read", "company: { name: A\ncurrency: KZT\n", 2, undefined, "not valid YAML", "Mend"],
  ])("refuses %s and says where", (_, yaml, line, path, message, remedy) => {
    const error = catchError(() => parseSettings(yaml, "karavan.yaml"));
    expect(error.exitCode).toBe(2);
    expect(error.place).toMatchObject({ file: "karavan.yaml", line, ...(path === undefined ? {} : { path }) });
    expect(error.message).toContain(message);
    expect(error.remedy).toContain(remedy);
  });
});

function catchError(job: () => unknown): OperatorError {
  try {
    job();
  } catch (error) {
    if (error instanceof OperatorError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
