import { describe, expect, it } from "vitest";
import { pearson, spearman } from "../../transforms/fits/correlation.ts";
import { fitSpending, spendingLogLikelihood } from "../../transforms/fits/spending.ts";
import { cutLog, hasCdnow, readCdnow } from "./cdnow.ts";
import { nelderMead } from "./nelder-mead.ts";
import { expectedSpend } from "./purchase-references.ts";
import { drawGamma, seededRandom } from "./simulate.ts";

describe.skipIf(!hasCdnow)("fitSpending(spendings) on the CDNOW sample", () => {
  const clients = hasCdnow ? cutLog(readCdnow("CDNOW_sample.txt"), "1997-09-30") : [];
  const spendings = clients.filter(({ x, z }) => x > 0 && z > 0).map(({ x, z }) => ({ x, z, weight: 1 }));

  it("finds the published parameters and expected spends", () => {
    expect(spendings).toHaveLength(946);
    const means = spendings.map(({ z }) => z).sort((left, right) => left - right);
    const mean = means.reduce((sum, z) => sum + z, 0) / 946;
    const deviation = Math.sqrt(means.reduce((sum, z) => sum + (z - mean) ** 2, 0) / 945);
    const median = ((means[472] ?? 0) + (means[473] ?? 0)) / 2;
    expect([mean, deviation, means[0], median, means[945]].map((value) => Math.round(value ?? 0))).toEqual([
      35, 30, 3, 27, 300,
    ]);
    const fit = fitSpending(spendings);
    expect(fit?.logLikelihood).toBeCloseTo(-4055.9177, 3);
    expect(fit?.p).toBeCloseTo(6.24957, 3);
    expect(fit?.q).toBeCloseTo(3.74422, 3);
    expect(fit?.gamma).toBeCloseTo(15.44352, 2);
    if (fit === null) return;
    const published = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17];
    for (const [at, amount] of published.entries()) {
      const { x = 0, z = 0 } = clients[at] ?? {};
      expect(Math.abs(expectedSpend(fit, x, z) - amount)).toBeLessThan(0.02);
    }
  });

  it("equals Nelder–Mead, and checks that spend does not hang on frequency", () => {
    const fit = fitSpending(spendings);
    const found = nelderMead(
      ([p = 0, u = 0, g = 0]) =>
        -spendingLogLikelihood({ p: Math.exp(p), q: 1 + Math.exp(u), gamma: Math.exp(g) }, spendings),
      [1, 1, 2],
    );
    expect(Math.exp(found[0] ?? 0)).toBeCloseTo(fit?.p ?? 0, 2);
    expect(1 + Math.exp(found[1] ?? 0)).toBeCloseTo(fit?.q ?? 0, 2);
    expect(pearson(spendings.map(({ x, z }) => [x, z]))).toBeCloseTo(0.114, 3);
  });
});

describe("fitSpending(spendings)", () => {
  it("finds what made the spendings", () => {
    const random = seededRandom(11);
    const spendings = Array.from({ length: 20_000 }, (_, index) => {
      const x = 1 + (index % 6);
      const rate = drawGamma(4, random) / 16;
      return { x, z: drawGamma(6 * x, random) / rate / x, weight: 1 };
    });
    const fit = fitSpending(spendings);
    expect(fit?.p).toBeCloseTo(6, 0);
    expect(fit?.q).toBeCloseTo(4, 0);
    expect(fit?.isAtBound).toBe(false);
  });

  it("flags the bound where all amounts are equal, and says null without clients", () => {
    const fit = fitSpending(Array.from({ length: 50 }, () => ({ x: 2, z: 10, weight: 1 })));
    expect(fit?.isAtBound).toBe(true);
    expect(Number.isFinite(fit?.logLikelihood)).toBe(true);
    expect(fitSpending([])).toBeNull();
  });

  it("expects the spend of the formula, and that of all for who never bought again", () => {
    expect(expectedSpend({ p: 6, q: 4, gamma: 16 }, 3, 35)).toBeCloseTo(34.5714, 4);
    expect(expectedSpend({ p: 6, q: 4, gamma: 16 }, 0, 0)).toBeCloseTo(32, 10);
  });
});

describe("pearson(pairs), spearman(pairs)", () => {
  it("are 1 on a line, and ranks see only the order; ties share their rank", () => {
    expect(
      pearson([
        [1, 2],
        [2, 4],
        [3, 6],
      ]),
    ).toBeCloseTo(1, 12);
    expect(
      spearman([
        [1, 1],
        [2, 100],
        [3, 101],
      ]),
    ).toBeCloseTo(1, 12);
    expect(
      spearman([
        [1, 1],
        [1, 2],
        [2, 3],
        [3, 3],
      ]),
    ).toBeCloseTo(8 / 9, 12);
  });

  it("are null where a side does not vary", () => {
    expect(
      pearson([
        [1, 5],
        [2, 5],
        [3, 5],
      ]),
    ).toBeNull();
    expect(pearson([[1, 5]])).toBeNull();
  });
});
