import { describe, expect, it } from "vitest";
import { bandByRank, coverageOf, findBands } from "../../transforms/fits/error-bands.ts";
import { chooseMethod, scoreMethods } from "../../transforms/fits/forecast-choice.ts";
import { bias, mase, type Pair, seasonalScale, smape, wape } from "../../transforms/fits/forecast-errors.ts";
import { monthsToInterval, repeatErrors, sumBlocks } from "../../transforms/fits/forecast-history.ts";
import { tryMethods } from "../../transforms/fits/forecast-trials.ts";
import {
  createForecaster,
  forecastSeasonalNaive,
  listMethods,
  type Method,
  planOrigins,
} from "../../transforms/fits/forecasting.ts";
import { fitHoltWinters, forecastHoltWinters, smoothHoltWinters } from "../../transforms/fits/holt-winters.ts";
import { forecastTheta } from "../../transforms/fits/theta.ts";
import { airPassengers } from "./air-passengers.ts";
import { forecastNaive2, owa, runStandardTheta } from "./forecast-references.ts";
import { seededRandom } from "./simulate.ts";

/** Values of models.md §10.3, of R's HoltWinters, statsforecast and own runs. */
describe("fitHoltWinters(series, form)", () => {
  it("finds the weights, level, slope and seasons R finds for AirPassengers", () => {
    const fit = fitHoltWinters(airPassengers, "multiplicative");
    expect(fit?.alpha).toBeCloseTo(0.2755925, 4);
    expect(fit?.beta).toBeCloseTo(0.03269295, 4);
    expect(fit?.gamma).toBeCloseTo(0.8707292, 3);
    expect(fit?.sumOfSquares).toBeCloseTo(16570.77775, 3);
    const additive = fitHoltWinters(airPassengers, "additive");
    expect(additive?.alpha).toBeCloseTo(0.2479595, 4);
    expect(additive?.beta).toBeCloseTo(0.03453373, 4);
    expect(additive?.gamma).toBeCloseTo(1, 6);
    expect(additive?.sumOfSquares).toBeCloseTo(21860.1845, 3);
  });

  it("ends where R ends with R's weights", () => {
    const weights = { alpha: 0.2755925, beta: 0.03269295, gamma: 0.8707292 };
    const end = smoothHoltWinters(airPassengers, "multiplicative", weights);
    expect(end?.sumOfSquares).toBeCloseTo(16570.77787, 4);
    expect(end?.level).toBeCloseTo(469.3232206, 4);
    expect(end?.slope).toBeCloseTo(3.0215391, 6);
    [0.9464611, 0.8829239, 0.9717369, 1.0304825].forEach((season, index) => {
      expect(end?.seasonals[index]).toBeCloseTo(season, 6);
    });
    const additive = { alpha: 0.2479595, beta: 0.03453373, gamma: 1 };
    expect(smoothHoltWinters(airPassengers, "additive", additive)?.sumOfSquares).toBeCloseTo(21860.18, 1);
  });

  it("gives none below two years, and none of the multiplicative form with a zero", () => {
    expect(fitHoltWinters(airPassengers.slice(0, 23), "additive")).toBeNull();
    expect(fitHoltWinters([0, ...airPassengers], "multiplicative")).toBeNull();
  });
});

describe("theta", () => {
  it("is the standard model of statsforecast and R with parameters given", () => {
    const { fitted, forecasts } = runStandardTheta(airPassengers, { level: 56, alpha: 0.5, theta: 2 }, 5);
    expect([fitted[0], fitted[1], fitted.at(-1)].map((value) => value?.toFixed(4))).toEqual([
      "101.1550",
      "107.9061",
      "449.1692",
    ]);
    expect(forecasts.map((value) => value.toFixed(4))).toEqual([
      "441.9132",
      "443.2418",
      "444.5704",
      "445.8990",
      "447.2276",
    ]);
  });

  it("is the classical method on the series without seasons", () => {
    const published = [440.93, 429.22, 490.65, 476.62, 480.59];
    forecastTheta(airPassengers, 5).forEach((value, index) => {
      expect(Math.abs(value - (published[index] ?? 0))).toBeLessThan(0.01);
    });
  });
});

describe("errors on months held out of AirPassengers", () => {
  const heldOut = (months: number) => {
    const training = airPassengers.slice(0, -months);
    const scale = seasonalScale(training);
    const errorOf = (forecast: readonly number[]) => mase(pairUp(airPassengers.slice(-months), forecast), scale);
    const smoothed = fitHoltWinters(training, "multiplicative");
    return {
      scale,
      naive: errorOf(forecastSeasonalNaive(training, months)),
      naive2: errorOf(forecastNaive2(training, months)),
      theta: errorOf(forecastTheta(training, months)),
      holtWinters: smoothed === null ? null : errorOf(forecastHoltWinters(smoothed, months)),
    };
  };

  it("are those of the table for the last 12", () => {
    const errors = heldOut(12);
    expect(errors.scale).toBeCloseTo(30.45, 10);
    expect(errors.naive).toBeCloseTo(1.5709, 4);
    expect(errors.naive2).toBeCloseTo(1.1077, 4);
    expect(errors.theta).toBeCloseTo(0.8637, 4);
    expect(errors.holtWinters).toBeCloseTo(0.3442, 4);
  });

  it("are those of the table for the last 24", () => {
    const errors = heldOut(24);
    expect(errors.naive).toBeCloseTo(2.4935, 4);
    expect(errors.theta).toBeCloseTo(2.1791, 4);
    expect(errors.holtWinters).toBeCloseTo(1.1502, 3);
  });

  it("are those of the table over 21 origins a quarter apart", () => {
    const forecaster = createForecaster();
    const methods = ["seasonal_naive", "theta", "holt_winters_multiplicative"] as const;
    const sums = new Map<Method, number>();
    for (let origin = 72; origin <= 132; origin += 3) {
      const training = airPassengers.slice(0, origin);
      for (const [method, values] of forecaster(training, methods)) {
        const error = mase(pairUp(airPassengers.slice(origin), values), seasonalScale(training));
        sums.set(method, (sums.get(method) ?? 0) + (error ?? 0) / 21);
      }
    }
    expect(methods.map((method) => sums.get(method)?.toFixed(3))).toEqual(["1.398", "0.816", "0.610"]);
  });
});

describe("measures of error", () => {
  const pairs: readonly Pair[] = [
    [100, 90],
    [0, 10],
    [200, 220],
  ];

  it("are sums over sums, and bias is above zero where the forecast was too low", () => {
    expect(wape(pairs)).toBeCloseTo(40 / 300, 12);
    expect(bias(pairs)).toBeCloseTo(-20 / 300, 12);
    expect(smape(pairs)).toBeCloseTo((200 / 3) * (10 / 190 + 1 + 20 / 420), 12);
    expect(mase(pairs, 10)).toBeCloseTo(40 / 3 / 10, 12);
  });

  it("are empty, not infinite, where nothing came or the past repeats itself exactly", () => {
    const year = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8];
    expect(seasonalScale([...year, ...year, ...year])).toBeNull();
    expect(mase(pairs, seasonalScale([...year, ...year]))).toBeNull();
    expect(wape([[0, 1]])).toBeNull();
    expect(bias([[0, 1]])).toBeNull();
    expect(smape([[0, 0]])).toBe(0);
  });

  it("weigh M4's totals as M4 did", () => {
    const naive2 = { mase: 1.912, smape: 13.564 };
    const published = [
      [14.208, 2.044, 1.058],
      [14.657, 2.057, 1.078],
      [13.087, 1.885, 0.975],
      [13.775, 1.772, 0.971],
      [12.661, 1.683, 0.907],
      [12.309, 1.696, 0.897],
      [12.555, 1.663, 0.898],
    ] as const;
    for (const [error, scaled, weighed] of published)
      expect(owa({ mase: scaled, smape: error }, naive2)).toBeCloseTo(weighed, 3);
    expect(owa(naive2, naive2)).toBe(1);
  });
});

describe("createForecaster()", () => {
  const all = listMethods(60);

  it("lets a constant series forecast itself by every method", () => {
    const made = createForecaster()(
      Array.from({ length: 60 }, () => 7),
      all,
    );
    expect([...made.keys()]).toEqual(all);
    for (const values of made.values()) for (const value of values) expect(value).toBeCloseTo(7, 6);
  });

  it("has a finite number, never below zero, for series of zeros, of one sale, and of growth from nothing", () => {
    const series = [
      Array.from({ length: 60 }, () => 0),
      Array.from({ length: 60 }, (_, index) => (index === 40 ? 1000 : 0)),
      Array.from({ length: 60 }, (_, index) => Math.max(0, index - 50) * 1e9),
      Array.from({ length: 60 }, (_, index) => Math.max(0, 50 - index)),
    ];
    for (const values of series.flatMap((one) => [...createForecaster()(one, all).values()]).flat()) {
      expect(Number.isFinite(values)).toBe(true);
      expect(values).toBeGreaterThanOrEqual(0);
    }
  });
});

describe("tryMethods(series, wider, days)", () => {
  /** Working days of 60 months, which differ from those of the same months a year before. */
  const days = Array.from({ length: 60 }, (_, index) => 18 + ((index * 7) % 5));
  const series = days.slice(0, 48).map((count, index) => count * (10 + (index % 12)));

  it("chooses sales per working day where these explain a month", () => {
    const scores = scoreMethods(tryMethods(series, null, days), series.length);
    const chosen = chooseMethod(scores, series.length);
    expect(chosen).toMatch(/_days$/);
    const of = (method: string) => scores.find((score) => score.method === method)?.mase ?? Number.NaN;
    expect(of(chosen)).toBeLessThan(0.01);
    expect(of("seasonal_naive")).toBeGreaterThan(0.5);
    const ahead = tryMethods(series, null, days).filter(({ method, steps }) => method === chosen && steps === 0);
    ahead.forEach(({ forecast, horizon }) => {
      expect(forecast).toBeCloseTo((days[47 + horizon] ?? 0) * (10 + ((47 + horizon) % 12)), 3);
    });
  });

  it("knows at an origin only what had come back by then", () => {
    const sold = Array.from({ length: 33 }, (_, index) => 1000 + index);
    const late = [
      { month: 20, returnMonth: 27, amount: 70 },
      { month: 20, returnMonth: 26, amount: 5 },
      { month: 32, returnMonth: 33, amount: 9 },
    ];
    const trials = tryMethods(sold, null, null, late).filter(({ method }) => method === "seasonal_naive");
    /** What last year's month is said to have been, seen from an origin at the end of so many months. */
    const said = (length: number, month: number) =>
      trials.find(({ steps, horizon }) => steps === 33 - length && length + horizon - 1 === month + 12)?.forecast;
    expect([26, 27, 28].map((length) => said(length, 20))).toEqual([1095, 1090, 1020]);
    expect([said(33, 21), said(33, 32)]).toEqual([1021, 1032]);
    expect(trials.every(({ steps, horizon, actual }) => steps === 0 || actual === sold[33 - steps + horizon - 1])).toBe(
      true,
    );
  });

  it("says the same as plain months where every month is worked alike, and nothing without days", () => {
    const even = Array.from({ length: 60 }, () => 20);
    const trials = tryMethods(series, null, even);
    const of = (method: string) => trials.filter((trial) => trial.method === method).map(({ forecast }) => forecast);
    of("theta_days").forEach((forecast, index) => {
      expect(forecast).toBeCloseTo(of("theta")[index] ?? 0, 6);
    });
    const methods = (list: readonly { method: string }[]) => new Set(list.map(({ method }) => method));
    for (const none of [null, even.slice(0, 48), even.map(() => 0)])
      expect([...methods(tryMethods(series, null, none))].some((method) => method.endsWith("_days"))).toBe(false);
  });
});

describe("listMethods(length)", () => {
  it("allows more methods with more history", () => {
    expect([1, 11, 12, 29, 30, 35].map(listMethods)).toEqual([
      ["mean_3"],
      ["mean_3"],
      ["seasonal_naive"],
      ["seasonal_naive"],
      ["seasonal_naive", "theta"],
      ["seasonal_naive", "theta"],
    ]);
    expect(listMethods(36)).toHaveLength(5);
  });
});

describe("planOrigins(length)", () => {
  it("has six origins or more, each with two years before it and its horizon after it", () => {
    expect(planOrigins(29)).toBeNull();
    for (const length of [30, 36, 41, 48, 144]) {
      const plan = planOrigins(length);
      expect(plan?.steps.length).toBeGreaterThanOrEqual(6);
      expect(plan?.steps.length).toBeLessThanOrEqual(21);
      expect(length - (plan?.steps[0] ?? 0)).toBeGreaterThanOrEqual(24);
      expect(plan?.steps.at(-1)).toBe(plan?.horizon);
    }
    expect(planOrigins(36)?.horizon).toBe(7);
    expect(planOrigins(41)?.horizon).toBe(12);
  });
});

describe("findBands(errors, share, horizon)", () => {
  const errors = Array.from({ length: 25 }, (_, origin) =>
    Array.from({ length: 4 }, (_, step) => ((origin * 7 + step * 3) % 25) - 12 + (step === 1 ? 30 : 0)),
  );

  it("never narrows further ahead, and holds the forecast", () => {
    const bands = findBands(errors, 0.8, 12) ?? [];
    expect(bands).toHaveLength(12);
    bands.forEach((band, step) => {
      expect(band.low).toBeLessThanOrEqual(bands[step - 1]?.low ?? 0);
      expect(band.high).toBeGreaterThanOrEqual(bands[step - 1]?.high ?? 0);
    });
  });

  it("covers the share asked for of errors like those it was made of, and has none below 20", () => {
    expect(coverageOf(errors, [0.8])[0]).toBeGreaterThan(0.7);
    expect(findBands(errors.slice(0, 4), 0.8, 12)).toBeNull();
    expect(coverageOf(errors.slice(0, 5), [0.8, 0.95])).toEqual([null, null]);
  });
});

describe("bandByRank(errors, share)", () => {
  it("is there from 9 errors for 0.8 and from 39 for 0.95, and holds the forecast", () => {
    const errors = Array.from({ length: 39 }, (_, index) => index + 1);
    expect([8, 9].map((count) => bandByRank(errors.slice(0, count), 0.8))).toEqual([null, { low: 0, high: 9 }]);
    expect([38, 39].map((count) => bandByRank(errors.slice(0, count), 0.95))).toEqual([null, { low: 0, high: 39 }]);
    expect(bandByRank(errors.slice(0, 19), 0.8)).toEqual({ low: 0, high: 18 });
    expect(bandByRank(errors.map((error) => -error).slice(0, 9), 0.8)).toEqual({ low: -9, high: 0 });
  });

  it("holds at least its share of months that last year is repeated for, in 2,000 series of two years", () => {
    const draw = seededRandom(20261123);
    let held = 0;
    for (let run = 0; run < 2000; run += 1) {
      const season = Array.from({ length: 12 }, () => 1000 * draw());
      const series = Array.from({ length: 25 }, (_, month) => (season[month % 12] ?? 0) + 200 * (draw() + draw()));
      const band = bandByRank(repeatErrors(series.slice(0, 24), null), 0.8);
      const error = (series[24] ?? 0) - (series[12] ?? 0);
      if (band !== null && error >= band.low && error <= band.high) held += 1;
    }
    expect(held / 2000).toBeGreaterThanOrEqual(0.8);
    expect(held / 2000).toBeLessThanOrEqual(0.9);
  });
});

describe("repeatErrors(series, days)", () => {
  const series = [...Array.from({ length: 12 }, (_, month) => 100 + month), 130, 99];

  it("tells each month of the second year once, by working day where days are given", () => {
    expect(repeatErrors(series, null)).toEqual([30, -2]);
    const days = [...Array.from({ length: 12 }, () => 20), 22, 10];
    expect(repeatErrors(series, days)).toEqual([130 - (100 / 20) * 22, 99 - (101 / 20) * 10]);
    expect(repeatErrors(series, [0, ...days.slice(1)])).toEqual([99 - (101 / 20) * 10]);
  });

  it("is added up by blocks that share no month, the newest whole", () => {
    expect(sumBlocks([1, 2, 3, 4, 5, 6, 7], 3)).toEqual([9, 18]);
    expect(sumBlocks([1, 2], 3)).toEqual([]);
  });
});

describe("monthsToInterval(length, months, repeated)", () => {
  const repeatedOver = (length: number) =>
    repeatErrors(
      Array.from({ length }, () => 1),
      null,
    );

  it("waits for origins, or for 9 errors a month of a forecast that repeats last year, and counts down by one a month", () => {
    expect([30, 32, 33, 60].map((length) => monthsToInterval(length, 1, null))).toEqual([3, 1, 0, 0]);
    expect([30, 34, 35].map((length) => monthsToInterval(length, 3, null))).toEqual([5, 1, 0]);
    const lengths = Array.from({ length: 50 }, (_, index) => index + 1);
    const repeated = (length: number) => (length < 12 ? null : repeatedOver(length));
    for (const [months, first] of [
      [1, 21],
      [2, 30],
      [3, 39],
    ] as const)
      expect(lengths.map((length) => monthsToInterval(length, months, repeated(length)))).toEqual(
        lengths.map((length) => Math.max(0, first - length)),
      );
  });

  it("is over when there is a band, and not before", () => {
    for (let length = 13; length <= 50; length += 1)
      for (const months of [1, 2, 3]) {
        const band = bandByRank(sumBlocks(repeatedOver(length), months), 0.8);
        expect(band !== null).toBe(monthsToInterval(length, months, repeatedOver(length)) === 0);
      }
    for (let length = 30; length <= 50; length += 1)
      for (const months of [1, 2, 3]) {
        const plan = planOrigins(length);
        const windows = (plan?.steps ?? []).map(() =>
          Array.from({ length: (plan?.horizon ?? 0) - months + 1 }, (_, index) => index),
        );
        expect(findBands(windows, 0.8, 1) !== null).toBe(monthsToInterval(length, months, null) === 0);
      }
  });
});

describe("intervals of generated series", () => {
  const count = 80;

  /** Share of the next six months inside bands found from 41 months; errors of Theta by origins, of repeats by ranks. */
  function covered(share: number, seed: number) {
    const draw = seededRandom(seed);
    const plan = planOrigins(41);
    const held = { theta: 0, repeat: 0 };
    for (let run = 0; run < count; run += 1) {
      const season = Array.from({ length: 12 }, () => 400 * draw());
      const whole = Array.from(
        { length: 47 },
        (_, at) => 1000 + (season[at % 12] ?? 0) + 100 * (draw() + draw() + draw()),
      );
      const past = whole.slice(0, 41);
      const trials = tryMethods(past, plan).filter(({ method }) => method === "theta");
      const errors = (plan?.steps ?? []).map((steps) =>
        trials.filter((trial) => trial.steps === steps).map((trial) => (trial.actual ?? 0) - trial.forecast),
      );
      const ahead = trials.filter(({ steps }) => steps === 0);
      const bands = findBands(errors, share, 6) ?? [];
      const rank = bandByRank(repeatErrors(past, null), share);
      for (let step = 0; step < 6; step += 1) {
        const came = whole[41 + step] ?? 0;
        held.theta += isIn(bands[step], came - (ahead[step]?.forecast ?? 0));
        held.repeat += isIn(rank, came - (past[29 + step] ?? 0));
      }
    }
    return { theta: held.theta / count / 6, repeat: held.repeat / count / 6 };
  }

  const isIn = (band: { readonly low: number; readonly high: number } | null | undefined, error: number) =>
    band != null && error >= band.low && error <= band.high ? 1 : 0;

  it("hold what they say: four of five months, and nineteen of twenty where past errors tell that", () => {
    const narrow = covered(0.8, 48);
    expect(narrow.theta).toBeGreaterThan(0.78);
    expect(narrow.repeat).toBeGreaterThan(0.78);
    expect(narrow.repeat).toBeLessThan(0.9);
    const wide = covered(0.95, 49);
    expect(wide.theta).toBeGreaterThan(0.92);
    expect(wide.repeat).toBe(0);
  });
});

describe("coverageOf(errors, shares)", () => {
  it("judges every month by bands found without it", () => {
    const errors = Array.from({ length: 22 }, (_, origin) =>
      Array.from({ length: 12 }, (_, step) => ((origin * 7919 + step * 104729) % 1009) - 400),
    );
    for (const list of [errors, errors.map((own) => own.slice(0, 3)), errors.slice(0, 8)]) {
      const held = list.flatMap((own, origin) =>
        own.map((error, step) => {
          const others = list.map((row, at) => row.map((one, ahead) => (at + ahead === origin + step ? null : one)));
          const band = findBands(others, 0.8, own.length)?.[step];
          return band !== undefined && error >= band.low && error <= band.high;
        }),
      );
      expect(coverageOf(list, [0.8])).toEqual([held.filter(Boolean).length / held.length]);
    }
  });

  it("does not find an error inside a band made of the same month at other origins", () => {
    // Each month is met by the same error from every origin, and no two months alike.
    const repeated = Array.from({ length: 8 }, (_, origin) =>
      Array.from({ length: 5 }, (_, step) => (origin + step) ** 2 * (-1) ** (origin + step)),
    );
    expect(coverageOf(repeated, [0.95])[0]).toBeLessThan(0.9);
  });
});

function pairUp(actuals: readonly number[], forecasts: readonly number[]): readonly Pair[] {
  return forecasts.slice(0, actuals.length).map((forecast, index) => [actuals[index] ?? 0, forecast]);
}
