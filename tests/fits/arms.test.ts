import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  adjustByHolm,
  chiSquareOf,
  clientsPerArm,
  compareAverages,
  compareShares,
  relativeAverage,
  relativeShare,
} from "../../transforms/fits/arms.ts";
import { chiSquareTail, normalTail, studentQuantile, studentTail } from "../../transforms/fits/tails.ts";
import { seededRandom } from "./simulate.ts";

describe("compareShares(treated, control)", () => {
  it("gives Newcombe's published limits, and those of Hillstrom's test with its p values", () => {
    const near = (treated: readonly [number, number], control: readonly [number, number], digits: number) => {
      const { value, low, high } = compareShares(
        { count: treated[0], of: treated[1] },
        { count: control[0], of: control[1] },
      );
      return [value, low ?? 9, high ?? 9].map((number) => number.toFixed(digits));
    };
    expect(near([56, 70], [48, 80], 4)).toEqual(["0.2000", "0.0524", "0.3339"]);
    expect(near([9, 10], [3, 10], 4)).toEqual(["0.6000", "0.1705", "0.8090"]);
    expect(near([0, 10], [0, 20], 4)).toEqual(["0.0000", "-0.1611", "0.2775"]);
    expect(near([267, 21307], [122, 21306], 5)).toEqual(["0.00681", "0.00501", "0.00864"]);
    const control = { count: 122, of: 21306 };
    expect(compareShares({ count: 267, of: 21307 }, control).p).toBeCloseTo(1.5e-13, 14);
    expect(compareShares({ count: 189, of: 21387 }, control).p).toBeCloseTo(1.6e-4, 5);
  });

  it("finds nothing where nobody, or everybody, bought", () => {
    expect(compareShares({ count: 0, of: 10 }, { count: 0, of: 20 }).p).toBe(1);
    expect(compareShares({ count: 10, of: 10 }, { count: 20, of: 20 }).p).toBe(1);
  });
});

describe("clientsPerArm(treatedRate, controlRate)", () => {
  it("is the formula of the plan, and finds the difference in four of five campaigns", () => {
    // (1.96 + 0.8416)² (p₁q₁ + p₂q₂) / (p₁ − p₂)².
    expect(clientsPerArm(0.12, 0.1)).toBe(3839);
    expect(clientsPerArm(0.1, 0.12)).toBe(3839);
    expect(clientsPerArm(0.3, 0.3)).toBeNull();
    const random = seededRandom(5);
    const of = clientsPerArm(0.3, 0.2) ?? 0;
    const buyers = (rate: number) => Array.from({ length: of }, () => (random() < rate ? 1 : 0)).filter(Boolean).length;
    const found = Array.from({ length: 1000 }, () => {
      const { p } = compareShares({ count: buyers(0.3), of }, { count: buyers(0.2), of });
      return p < 0.05;
    }).filter(Boolean).length;
    expect(found / 1000).toBeGreaterThan(0.77);
    expect(found / 1000).toBeLessThan(0.83);
  });
});

describe("compareAverages(treated, control)", () => {
  it("gives Welch's limits with the exact quantile", () => {
    // The data of tests/models/campaigns.test.ts; computed apart.
    const found = compareAverages({ mean: 11.5, variance: 880 / 7, of: 8 }, { mean: 4, variance: 18, of: 6 });
    expect(found.value).toBeCloseTo(7.5, 12);
    expect((found.high ?? 0) * 8).toBeCloseTo(137.729, 2);
    expect((found.low ?? 0) * 8).toBeCloseTo(-17.729, 2);
  });

  it("finds the incremental revenue of Hillstrom's test", () => {
    const control = { mean: 13_908.33 / 21_306, variance: 1, of: 21_306 };
    const gain = (spend: number, of: number) => compareAverages({ mean: spend / of, variance: 1, of }, control).value;
    expect(gain(30_311.69, 21_307)).toBeCloseTo(0.7698, 4);
    expect(gain(30_311.69, 21_307) * 21_307).toBeCloseTo(16_402.71, 2);
    expect(gain(23_038.11, 21_387)).toBeCloseTo(0.4244, 4);
    expect(gain(23_038.11, 21_387) * 21_387).toBeCloseTo(9076.9, 2);
  });

  it("knows nothing of a single client, or of amounts that are all the same", () => {
    expect(compareAverages({ mean: 5, variance: null, of: 1 }, { mean: 4, variance: 2, of: 9 })).toMatchObject({
      low: null,
      p: null,
    });
    expect(compareAverages({ mean: 5, variance: 0, of: 4 }, { mean: 4, variance: 0, of: 9 }).p).toBeNull();
  });
});

describe("relativeShare(treated, control), relativeAverage(treated, control)", () => {
  it("is the ratio less one, its limits on the logarithm", () => {
    const found = relativeShare({ count: 60, of: 100 }, { count: 40, of: 100 });
    const error = Math.sqrt(0.4 / 60 + 0.6 / 40);
    expect(found?.value).toBeCloseTo(0.5, 12);
    expect(found?.low).toBeCloseTo(1.5 * Math.exp(-1.959964 * error) - 1, 12);
    expect(found?.high).toBeCloseTo(1.5 * Math.exp(1.959964 * error) - 1, 12);
  });

  it("is not told where control may be nothing", () => {
    expect(relativeShare({ count: 3, of: 100 }, { count: 0, of: 100 })).toBeNull();
    const treated = { mean: 10, variance: 4, of: 100 };
    expect(relativeAverage(treated, { mean: 1, variance: 400, of: 50 })).toBeNull();
    expect(relativeAverage(treated, { mean: 5, variance: 4, of: 50 })?.value).toBeCloseTo(1, 12);
  });
});

describe("adjustByHolm(values)", () => {
  it("multiplies the smallest by their number, the next by one less, and never falls", () => {
    expect(adjustByHolm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
    expect(adjustByHolm([0.9, null, 0.6])).toEqual([1, null, 1]);
  });

  it("never makes a finding surer, and leaves one alone as it is", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 }), (values) => {
        const adjusted = adjustByHolm(values);
        return values.every((p, index) => (adjusted[index] ?? -1) >= p && (values.length > 1 || adjusted[index] === p));
      }),
    );
  });
});

describe("tails of chi-square, normal and Student's t", () => {
  it("agree with published values", () => {
    expect(chiSquareTail(chiSquareOf([600, 400], [0.5, 0.5]), 1)).toBeCloseTo(2.54e-10, 12);
    expect(chiSquareTail(chiSquareOf([44_000, 45_000], [0.5, 0.5]), 1)).toBeCloseTo(0.0008, 4);
    const thirds = [1 / 3, 1 / 3, 1 / 3];
    expect(chiSquareOf([21_307, 21_387, 21_306], thirds)).toBeCloseTo(0.2025, 4);
    expect(chiSquareTail(chiSquareOf([21_307, 21_387, 21_306], thirds), 2)).toBeCloseTo(0.904, 3);
    expect(normalTail(1.959964)).toBeCloseTo(0.05, 8);
    expect(studentQuantile(0.05, 9.445_877_3)).toBeCloseTo(2.245_984, 6);
    expect(studentQuantile(0.05, 10)).toBeCloseTo(2.228_139, 6);
  });

  it("agree with each other: t of many degrees is normal, chi-square of two is an exponential", () => {
    for (const z of [0.1, 1, 2.5, 5]) expect(studentTail(z, 1e8) / normalTail(z)).toBeCloseTo(1, 5);
    for (const x of [0.01, 1, 10, 80]) expect(chiSquareTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 10);
    for (const t of [0.5, 3, 40]) expect(studentTail(t, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(t), 10);
  });
});
