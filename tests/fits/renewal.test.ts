import { describe, expect, it } from "vitest";
import { fitLogistic } from "../../transforms/fits/logistic.ts";
import { fitRenewals, retentionAt, survivalAt } from "../../transforms/fits/renewal.ts";
import { seededRandom } from "./simulate.ts";

/** Shares still held after each renewal, of a cohort that was followed through the last one (Fader, Hardie 2007). */
function cohort(shares: readonly number[]) {
  return {
    lost: shares.slice(1).map((share, at) => 1000 * ((shares[at] ?? 0) - share)),
    held: shares.slice(1).map((share, at) => (at === shares.length - 2 ? 1000 * share : 0)),
  };
}

describe("fitRenewals(renewals)", () => {
  it("finds the published parameters of the High End and the Regular cohort", () => {
    const high = fitRenewals(cohort([1, 0.869, 0.743, 0.653, 0.593, 0.551, 0.517, 0.491]));
    expect(high?.a).toBeCloseTo(0.668, 3);
    expect(high?.b).toBeCloseTo(3.806, 3);
    expect((high?.logLikelihood ?? 0) / 1000).toBeCloseTo(-1.611, 3);
    const regular = fitRenewals(cohort([1, 0.631, 0.468, 0.382, 0.326, 0.289, 0.262, 0.241]));
    expect(regular?.a).toBeCloseTo(0.704, 3);
    expect(regular?.b).toBeCloseTo(1.182, 3);
  });

  it("projects a survival that is the product of its retentions", () => {
    const fit = { a: 0.668, b: 3.806 };
    expect(survivalAt(fit, 1)).toBeCloseTo(retentionAt(fit, 1), 12);
    expect(survivalAt(fit, 3)).toBeCloseTo(retentionAt(fit, 1) * retentionAt(fit, 2) * retentionAt(fit, 3), 12);
    expect(retentionAt(fit, 9)).toBeGreaterThan(retentionAt(fit, 1));
  });

  it("says null where nobody or everybody left", () => {
    expect(fitRenewals({ lost: [0, 0], held: [0, 5] })).toBeNull();
    expect(fitRenewals({ lost: [3, 2], held: [0, 0] })).toBeNull();
  });
});

describe("fitLogistic(cases)", () => {
  it("finds the log-odds of a two-by-two table", () => {
    const fit = fitLogistic([
      { features: [0], count: 400, hits: 100 },
      { features: [1], count: 300, hits: 200 },
    ]);
    expect(fit?.intercept).toBeCloseTo(Math.log(100 / 300), 2);
    expect(fit?.coefficients[0]).toBeCloseTo(Math.log(2) - Math.log(1 / 3), 2);
  });

  it("finds what made the cases, and stays finite where they can be parted", () => {
    const random = seededRandom(5);
    const cases = Array.from({ length: 20_000 }, () => {
      const features = [random() * 4, random() * 10];
      const p = 1 / (1 + Math.exp(-(-1 + 0.8 * (features[0] ?? 0) - 0.2 * (features[1] ?? 0))));
      return { features, count: 1, hits: random() < p ? 1 : 0 };
    });
    const fit = fitLogistic(cases);
    expect(fit?.coefficients[0]).toBeCloseTo(0.8, 1);
    expect(fit?.coefficients[1]).toBeCloseTo(-0.2, 1);
    const parted = fitLogistic([
      { features: [0], count: 50, hits: 0 },
      { features: [1], count: 50, hits: 50 },
    ]);
    expect(Number.isFinite(parted?.coefficients[0])).toBe(true);
    expect(fitLogistic([{ features: [1], count: 3, hits: 3 }])).toBeNull();
  });
});
