import { describe, expect, it } from "vitest";
import { type Average, compareAverages, compareShares } from "../../transforms/fits/arms.ts";
import { fitHoltWinters, smoothHoltWinters } from "../../transforms/fits/holt-winters.ts";
import { co2 } from "./co2.ts";

/** What R and the literature print of data that models.md does not name. */
describe("fits and intervals of other people's data", () => {
  it("smooth 39 years of carbon dioxide as R's HoltWinters does, and find no worse weights", () => {
    const weights = { alpha: 0.5126484, beta: 0.009497669, gamma: 0.4728868 };
    const end = smoothHoltWinters(co2, "additive", weights);
    expect([end?.level.toFixed(5), end?.slope.toFixed(5)]).toEqual(["364.76162", "0.12474"]);
    expect(end?.seasonals.map((season) => season.toFixed(5))).toEqual([
      ...["0.22153", "0.95528", "1.59847", "2.87580", "3.28201", "2.44070"],
      ...["0.89694", "-1.37964", "-3.41124", "-3.25702", "-1.91349", "-0.58442"],
    ]);
    const fit = fitHoltWinters(co2, "additive");
    for (const name of ["alpha", "beta", "gamma"] as const)
      expect(Math.abs((fit?.[name] ?? 0) - weights[name])).toBeLessThan(1e-4);
    expect(fit?.sumOfSquares).toBeLessThanOrEqual(end?.sumOfSquares ?? 0);
  });

  it("compare Student's sleep data as R's t.test does: -3.3654832 to 0.2054832, p 0.07939", () => {
    const first = averageOf([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]);
    const second = averageOf([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
    const found = compareAverages(first, second);
    expect([found.low?.toFixed(7), found.high?.toFixed(7), found.p?.toFixed(5)]).toEqual([
      "-3.3654832",
      "0.2054832",
      "0.07939",
    ]);
  });

  it("give Newcombe's limits of 7 of 34 against 1 of 34 as Fagerland et al. (2015) do: 0.019 to 0.34", () => {
    const found = compareShares({ count: 7, of: 34 }, { count: 1, of: 34 });
    expect([found.low?.toFixed(3), found.high?.toFixed(2)]).toEqual(["0.019", "0.34"]);
  });
});

function averageOf(values: readonly number[]): Average {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / (values.length - 1), of: values.length };
}
