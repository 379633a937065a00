import { describe, expect, it } from "vitest";
import { expectedOrders } from "../../transforms/fits/expectations.ts";
import { digamma, lnGamma } from "../../transforms/fits/gamma.ts";
import { hypergeometric } from "../../transforms/fits/hypergeometric.ts";
import { invert, solve } from "../../transforms/fits/linear.ts";
import { withConnection } from "../../warehouse/connection.ts";

const places = [1e-8, 1e-3, 0.1, 0.5, 0.99, 1, 1.5, 2, 3.7, 9.99, 10, 11.25, 57.3, 400, 1e4, 1e7];

describe("lnGamma(z)", () => {
  it("equals DuckDB's lgamma", async () => {
    await withConnection({ attach: [] }, async (connection) => {
      for (const z of places) {
        const oracle = await connection.row<{ value: number }>("select lgamma(cast($1 as double)) as value", [z]);
        expect(Math.abs(lnGamma(z) - (oracle?.value ?? Number.NaN))).toBeLessThan(
          2e-14 * (1 + Math.abs(oracle?.value ?? 0)),
        );
      }
    });
  });
});

describe("digamma(z)", () => {
  it("has the known values and obeys its recurrence", () => {
    const euler = 0.5772156649015329;
    expect(digamma(1)).toBeCloseTo(-euler, 13);
    expect(digamma(0.5)).toBeCloseTo(-euler - 2 * Math.LN2, 13);
    expect(digamma(10)).toBeCloseTo(7129 / 2520 - euler, 13);
    for (const z of places.slice(2)) expect(digamma(z + 1) - digamma(z)).toBeCloseTo(1 / z, 11);
  });

  it("is the slope of lnGamma", () => {
    for (const z of [0.3, 1, 4.2, 25, 600])
      expect(digamma(z)).toBeCloseTo((lnGamma(z + 1e-5) - lnGamma(z - 1e-5)) / 2e-5, 6);
  });
});

describe("hypergeometric(a, b, c, z)", () => {
  it("equals elementary functions where it is one", () => {
    for (const z of [0, 0.1, 0.5, 0.9, 0.99]) {
      expect(hypergeometric(1, 1, 2, z)).toBeCloseTo(z === 0 ? 1 : -Math.log1p(-z) / z, 12);
      expect(hypergeometric(0.7, 3, 3, z)).toBeCloseTo((1 - z) ** -0.7, 10);
    }
    expect(hypergeometric(-2, 1.5, 3, 0.4)).toBeCloseTo(1 - (2 * 1.5 * 0.4) / 3 + (1.5 * 2.5 * 0.16) / (3 * 4), 14);
  });

  it("equals Euler's integral", () => {
    const [a, b, c, z] = [0.4, 2.5, 5.2, 0.6];
    const steps = 20_000;
    let sum = 0;
    for (let step = 0; step < steps; step += 1) {
      const t = (step + 0.5) / steps;
      sum += t ** (b - 1) * (1 - t) ** (c - b - 1) * (1 - z * t) ** -a;
    }
    const beta = Math.exp(lnGamma(b) + lnGamma(c - b) - lnGamma(c));
    expect(hypergeometric(a, b, c, z)).toBeCloseTo(sum / steps / beta, 7);
  });

  it("is no number too great where it is multiplied by one too small", () => {
    const value = hypergeometric(3000, 2800, 3200, 0.5, -2000);
    expect((value ?? 0) / 6.04277355736366e-81).toBeCloseTo(1, 10);
  });

  it("expects orders of clients who hardly differ in leaving, as exact arithmetic does", () => {
    const parameters = {
      r: 0.31551439552809635,
      alpha: 2.1329137021357774,
      a: 816.9922136726983,
      b: 8103.083927575384,
    };
    const past = { x: 0, tx: 0, age: 29.714285714285715 };
    expect(expectedOrders("mbg", parameters, past, 13)).toBeCloseTo(0.101661572154057, 9);
    expect(expectedOrders("mbg", parameters, past, 52)).toBeCloseTo(0.379841409717227, 9);
  });

  it("says null where the series does not end in time", () => {
    expect(hypergeometric(3, 3, 1, 0.9999999)).toBeNull();
  });
});

describe("solve(matrix, right), invert(matrix)", () => {
  it("undo a product, with pivots", () => {
    const matrix = [
      [0, 2, 1],
      [1, 1, 0],
      [3, 0, 5],
    ];
    const found = solve(matrix, [5, 3, 18]) ?? [];
    for (const [at, row] of matrix.entries())
      expect(row.reduce((sum, cell, index) => sum + cell * (found[index] ?? 0), 0)).toBeCloseTo(
        [5, 3, 18][at] ?? 0,
        12,
      );
    const inverse = invert(matrix) ?? [];
    for (const [i, row] of matrix.entries())
      for (const j of row.keys())
        expect(row.reduce((sum, cell, at) => sum + cell * (inverse[at]?.[j] ?? 0), 0)).toBeCloseTo(i === j ? 1 : 0, 12);
  });

  it("say null for a singular matrix", () => {
    expect(
      solve(
        [
          [1, 2],
          [2, 4],
        ],
        [1, 2],
      ),
    ).toBeNull();
    expect(invert([[0]])).toBeNull();
  });
});
