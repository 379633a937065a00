import { describe, expect, it } from "vitest";
import { pearson } from "../../transforms/fits/correlation.ts";
import { expectedOrders } from "../../transforms/fits/expectations.ts";
import { fitPurchases, type PurchaseModel } from "../../transforms/fits/purchases.ts";
import { cutLog, groupHistories, hasCdnow, readCdnow } from "./cdnow.ts";
import {
  fitPareto,
  type ParetoParameters,
  paretoAlive,
  paretoDiscountedOrders,
  paretoLogLikelihood,
  paretoOrders,
  paretoOrdersOfNewClient,
} from "./pareto-nbd.ts";
import { drawGamma, seededRandom } from "./simulate.ts";

const near = (value: number, wanted: number, relative: number) =>
  expect(Math.abs(value / wanted - 1)).toBeLessThan(relative);

/** The optimum on the CDNOW sample (models.md §3d gives three decimals; these are ours, of the same likelihood). */
const optimum = { r: 0.553277, alpha: 10.577683, s: 0.60624, beta: 11.668736 };
/** Inputs of BTYD's vignette for discounted transactions. */
const vignette = { r: 0.5629966, alpha: 12.559037, s: 0.4081095, beta: 10.5148048 };
const regular = { x: 7, tx: 35, age: 77.86 };

describe.skipIf(!hasCdnow)("fitPareto(histories) on the CDNOW sample", () => {
  const clients = hasCdnow ? cutLog(readCdnow("CDNOW_sample.txt"), "1997-09-30") : [];
  const histories = groupHistories(clients);
  const fit = fitPareto(histories);

  it("finds the published optimum and standard errors", () => {
    expect([fit?.r, fit?.alpha, fit?.s, fit?.beta].map((value) => value?.toFixed(3))).toEqual([
      "0.553",
      "10.578",
      "0.606",
      "11.669",
    ]);
    expect(fit?.logLikelihood).toBeCloseTo(-9594.976, 3);
    for (const [at, error] of [0.0476264, 0.8427222, 0.1872594, 6.2105448].entries())
      near(fit?.errors?.[at] ?? Number.NaN, error, 1e-4);
    for (const name of ["r", "alpha", "s", "beta"] as const) near(fit?.[name] ?? Number.NaN, optimum[name], 1e-5);
  });

  it("goes with the hold-out, with BG/NBD and with what came as published, and MBG/NBD goes with it", () => {
    const pareto = clients.map((client) => paretoOrders(optimum, client, 39));
    const came = clients.map(({ later }) => later.length);
    const go = (left: readonly number[], right: readonly number[]) =>
      pearson(left.map((one, at) => [one, right[at] ?? 0] as const));
    expect(go(pareto, came)).toBeCloseTo(0.63, 3);
    const expectedBy = (model: PurchaseModel) => {
      const found = fitPurchases(model, histories);
      return clients.map((client) => (found === null ? 0 : (expectedOrders(model, found, client, 39) ?? 0)));
    };
    expect(go(pareto, expectedBy("bg"))).toBeCloseTo(0.996, 3);
    expect(go(pareto, expectedBy("mbg"))).toBeGreaterThan(0.996);
    const actual = 2457 + came.reduce((sum, count) => sum + count, 0);
    const byWeek78 = clients.reduce((sum, { age }) => sum + paretoOrdersOfNewClient(optimum, age + 39), 0);
    // The reference run counts whole weeks; days give a thousandth less.
    expect(Math.abs(byWeek78 / actual - 1 + 0.0147)).toBeLessThan(0.002);
  });
});

describe("expectations of Pareto/NBD", () => {
  it("are the published ones, to what the vignette's optimiser left", () => {
    near(paretoOrdersOfNewClient(optimum, 52), 1.473434, 1e-5);
    const often = { x: 26, tx: 30.857, age: 31 };
    near(paretoOrders(optimum, often, 52), 25.45647, 1e-3);
    near(paretoOrders(optimum, often, 52), 25.45518, 1e-5);
    near(paretoAlive(optimum, often), 0.997874, 1e-3);
    const paradox = [0.7062289, 0.1442396, 0.02250658, 0.00309267];
    for (const [at, x] of [10, 15, 20, 25].entries())
      near(paretoOrders(optimum, { x, tx: 20, age: 39 }, 52), paradox[at] ?? 0, 1e-3);
  });

  it("stay finite where powers do not", () => {
    const hard = { r: 0.5143, alpha: 2.8845, s: 0.2856, beta: 14.1087 };
    const alive = paretoAlive(hard, { x: 221, tx: 103.42857, age: 103.57143 });
    expect(alive).toBeGreaterThan(0.99);
    expect(alive).toBeLessThan(1);
    expect(paretoAlive(hard, { x: 0, tx: 0, age: 0 })).toBe(1);
    expect(Number.isFinite(paretoLogLikelihood(hard, [{ x: 2000, tx: 100, age: 104, weight: 1 }]))).toBe(true);
  });

  it("pass s = 1 smoothly", () => {
    const at = (s: number) => paretoOrders({ ...optimum, s }, { x: 3, tx: 20, age: 39 }, 52);
    near(at(1), (at(1 - 1e-6) + at(1 + 1e-6)) / 2, 1e-9);
  });

  it("agree with a simulation of the model", () => {
    const random = seededRandom(20);
    const truth = { r: 0.6, alpha: 11, s: 0.7, beta: 12 };
    const clients = Array.from({ length: 40_000 }, () => liveOnce(truth, { age: 39, horizon: 39 }, random));
    const mean = (value: (client: (typeof clients)[number]) => number) =>
      clients.reduce((sum, client) => sum + value(client), 0) / clients.length;
    expect(mean((client) => paretoAlive(truth, client))).toBeCloseTo(
      mean(({ isAlive }) => (isAlive ? 1 : 0)),
      1.9,
    );
    near(
      mean((client) => paretoOrders(truth, client, 39)),
      mean(({ later }) => later),
      0.03,
    );
  });
});

describe("paretoLogLikelihood(parameters, histories)", () => {
  it("equals the integral it stands for, whichever of alpha and beta is larger", () => {
    for (const parameters of [vignette, { ...vignette, alpha: 4, beta: 30 }, { ...vignette, alpha: 7, beta: 7 }])
      for (const past of [regular, { x: 0, tx: 0, age: 30 }, { x: 40, tx: 29, age: 30 }])
        near(paretoLogLikelihood(parameters, [{ ...past, weight: 1 }]), byIntegral(parameters, past), 1e-9);
  });
});

describe("paretoDiscountedOrders(parameters, past, rate)", () => {
  it("is the published value, and what fine and monthly sums come to", () => {
    expect(Math.log(1.15) / 52).toBeCloseTo(0.0026877, 7);
    const rate = 0.0027;
    expect(paretoDiscountedOrders(vignette, regular, rate)).toBeCloseTo(1.8641833, 7);
    const sumBy = (step: number, periods: number, place: number) => {
      let [sum, before] = [0, 0];
      for (let period = 1; period <= periods; period += 1) {
        const upTo = paretoOrders(vignette, regular, period * step);
        sum += (upTo - before) * Math.exp(-rate * step * (period - place));
        before = upTo;
      }
      return sum;
    };
    near(sumBy(0.25, 40_000, 0.5), 1.8641833, 1e-7);
    // Sixty years of months of 52/12 weeks.
    expect(sumBy(52 / 12, 720, 0.5)).toBeCloseTo(1.86401, 5);
    expect(sumBy(52 / 12, 720, 0)).toBeCloseTo(1.85313, 5);
  });
});

describe("fitPareto(histories) at the edges", () => {
  it("refuses what cannot be fitted", () => {
    expect(fitPareto([])).toBeNull();
    expect(fitPareto([{ x: 0, tx: 0, age: 10, weight: 500 }])).toBeNull();
    expect(fitPareto([{ x: 0, tx: 0, age: 0, weight: 1 }])).toBeNull();
  });

  it("flags the bound, without standard errors, where nobody ever leaves", () => {
    const steady = Array.from({ length: 7 }, (_, index) => ({ x: 50 + index, tx: 99, age: 100, weight: 40 }));
    const fit = fitPareto(steady);
    expect(fit).toMatchObject({ isAtBound: true, errors: null });
    expect(Number.isFinite(fit?.logLikelihood)).toBe(true);
  });
});

/** A client of the model's own story: Poisson purchases until a moment drawn from an exponential. */
function liveOnce(
  { r, alpha, s, beta }: ParetoParameters,
  { age, horizon }: { age: number; horizon: number },
  random: () => number,
) {
  const rate = drawGamma(r, random) / alpha;
  const leaves = (-Math.log(1 - random()) * beta) / drawGamma(s, random);
  let [x, tx, later] = [0, 0, 0];
  for (let time = -Math.log(1 - random()) / rate; time <= Math.min(leaves, age + horizon); ) {
    if (time <= age) [x, tx] = [x + 1, time];
    else later += 1;
    time += -Math.log(1 - random()) / rate;
  }
  return { x, tx, age, later, isAlive: leaves > age };
}

/** The likelihood as an integral over the moment of leaving, by the midpoint rule: the second implementation. */
function byIntegral({ r, alpha, s, beta }: ParetoParameters, { x, tx, age }: { x: number; tx: number; age: number }) {
  const steps = 200_000;
  const weight = (left: number) => (r + x) * Math.log((alpha + age) / (alpha + left)) - (s + 1) * Math.log(beta + left);
  let sum = 0;
  for (let step = 0; step < steps; step += 1) sum += Math.exp(weight(tx + ((step + 0.5) * (age - tx)) / steps));
  const either = (beta + age) ** -s + (s * sum * (age - tx)) / steps;
  let front = r * Math.log(alpha) + s * Math.log(beta) - (r + x) * Math.log(alpha + age);
  for (let count = 0; count < x; count += 1) front += Math.log(r + count);
  return front + Math.log(either);
}
