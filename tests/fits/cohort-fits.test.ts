import { describe, expect, it } from "vitest";
import { fitCohorts } from "../../transforms/fits/cohort-fits.ts";
import { fitPurchases, type PurchaseHistory, type PurchaseParameters } from "../../transforms/fits/purchases.ts";
import { seededRandom, simulateClients } from "./simulate.ts";

/** Clients that buy every third week and stay, and clients that buy seldom and leave soon. */
const lively = { r: 2, alpha: 6, a: 0.6, b: 4 };
const fleeting = { r: 0.6, alpha: 10, a: 1.2, b: 1.5 };

function simulate(parameters: PurchaseParameters, count: number, age: number, seed: number) {
  return simulateClients("mbg", parameters, count, { age, horizon: 0 }, seededRandom(seed)).map(
    ({ x, tx }): PurchaseHistory => ({ x, tx, age, weight: 1 }),
  );
}

function fitBoth(cohorts: ReadonlyMap<number, readonly PurchaseHistory[]>, medianGapDays: number | undefined = 30) {
  const pooled = fitPurchases("mbg", [...cohorts.values()].flat());
  if (pooled === null) throw new Error("no pooled fit");
  return { pooled, found: fitCohorts("mbg", cohorts, pooled, medianGapDays) };
}

describe("fitCohorts(model, cohorts, pooled, medianGapDays)", () => {
  it("finds two planted populations, which one fit of all mixes", () => {
    const cohorts = new Map([
      [2024, simulate(fleeting, 2000, 100, 1)],
      [2025, simulate(lively, 2000, 50, 2)],
    ]);
    const { pooled, found } = fitBoth(cohorts);
    expect(found.map(({ cohort, reason }) => [cohort, reason])).toEqual([
      [2024, "better"],
      [2025, "better"],
    ]);
    const [old, young] = found;
    for (const [own, truth] of [[old?.own, fleeting] as const, [young?.own, lively] as const]) {
      // What the two pairs of parameters mean: purchases a week while staying, and the chance to leave at a purchase.
      expect(ratioOf(own?.r, own?.alpha) / ratioOf(truth.r, truth.alpha)).toBeCloseTo(1, 0);
      expect(Math.abs(ratioOf(own?.r, own?.alpha) / ratioOf(truth.r, truth.alpha) - 1)).toBeLessThan(0.2);
      expect(Math.abs(leaving(own) - leaving(truth))).toBeLessThan(0.08);
    }
    const mixed = ratioOf(pooled.r, pooled.alpha);
    expect(mixed).toBeGreaterThan(1.3 * ratioOf(fleeting.r, fleeting.alpha));
    expect(mixed).toBeLessThan(ratioOf(lively.r, lively.alpha) / 1.3);
    expect(found.every(({ aicGain }) => (aicGain ?? 0) > 20)).toBe(true);
  });

  it("seldom parts what is one population: 4 parameters must earn more than they cost", () => {
    const reasons = Array.from({ length: 20 }, (_, seed) => {
      const cohorts = new Map([
        [2024, simulate(fleeting, 700, 100, 100 + seed)],
        [2025, simulate(fleeting, 700, 60, 200 + seed)],
      ]);
      return fitBoth(cohorts).found.map(({ reason }) => reason);
    }).flat();
    expect(reasons.filter((reason) => reason === "better").length).toBeLessThanOrEqual(6);
    expect(reasons).toContain("not_better");
  });

  it("leaves to the fit of all who are too few, too young or alone, and says so", () => {
    const cohorts = new Map([
      [2023, simulate(lively, 499, 100, 3)],
      [2024, simulate(lively, 1500, 100, 4)],
      [2025, simulate(fleeting, 600, 4, 5)],
    ]);
    const { found } = fitBoth(cohorts, 45);
    expect(found.map(({ reason }) => reason)).toEqual(["low_n", expect.any(String), "low_n"]);
    expect(found[0]).toMatchObject({ own: null, aicGain: null });
    const young = new Map([
      [2024, simulate(lively, 1500, 100, 4)],
      [2025, simulate(lively, 3000, 15, 5)],
    ]);
    expect(fitBoth(young, 45).found[1]?.reason).toBe("insufficient_history");
    expect(fitBoth(new Map([[2025, simulate(lively, 1500, 100, 4)]])).found[0]?.reason).toBe("only_cohort");
  });
});

const ratioOf = (above = Number.NaN, below = Number.NaN) => above / below;
const leaving = (own: PurchaseParameters | null | undefined) => ratioOf(own?.a, (own?.a ?? 0) + (own?.b ?? 0));
