import { describe, expect, it } from "vitest";
import { expectedOrders, probabilityAlive } from "../../transforms/fits/expectations.ts";
import { fitPurchases, type PurchaseFit, type PurchaseModel } from "../../transforms/fits/purchases.ts";
import { type Client, cutLog, groupHistories, hasCdnow, readCdnow } from "./cdnow.ts";
import { probabilityOfOrder } from "./purchase-references.ts";
import { seededRandom } from "./simulate.ts";

/** 91 days, in weeks. */
const horizon = 13;
const cutDays = ["1997-09-30", "1997-12-31", "1998-03-31"] as const;

/** AUC and Brier of models.md §3c, one pair a cut-off: how each score parts who ordered within 91 days from who did not. */
const reference = {
  bg: {
    alive: [
      [0.333, 0.656],
      [0.332, 0.652],
      [0.344, 0.654],
    ],
    order: [
      [0.765, 0.1177],
      [0.793, 0.1057],
      [0.83, 0.0898],
    ],
  },
  mbg: {
    alive: [
      [0.715, 0.178],
      [0.738, 0.2],
      [0.789, 0.198],
    ],
    order: [
      [0.768, 0.1178],
      [0.796, 0.1056],
      [0.834, 0.0897],
    ],
  },
} as const;

describe.skipIf(!hasCdnow)("scores of churn on all of CDNOW", () => {
  const log = hasCdnow ? readCdnow("CDNOW_master.txt") : new Map();
  const cuts = (hasCdnow ? cutDays : []).map((day) => {
    const clients = cutLog(log, day);
    const histories = groupHistories(clients);
    const has = Uint8Array.from(clients, ({ later }) => (later.some((week) => week <= horizon) ? 1 : 0));
    return { clients, has, bg: fitOf("bg", histories), mbg: fitOf("mbg", histories) };
  });

  it("have the reference AUC and Brier: who is alive is no churn score, an order in the horizon is one", () => {
    for (const [at, cut] of cuts.entries())
      for (const model of ["bg", "mbg"] as const)
        for (const [name, score] of Object.entries({ alive: probabilityAlive, order: orderSoon })) {
          const scores = Float64Array.from(cut.clients, (client) => score(model, cut[model], client));
          const [auc = 0, brier = 0] = reference[model][name as "alive" | "order"][at] ?? [];
          expect(Math.abs(areaUnder(sortScores(scores), cut.has) - auc)).toBeLessThan(0.0006);
          expect(Math.abs(brierOf(scores, cut.has) - brier)).toBeLessThan(name === "order" ? 0.00006 : 0.0006);
        }
  });

  it("expect 6,370 orders at the first cut-off and 6,263 at the last, where 7,364 and 5,664 came", () => {
    const totals = [cuts.at(0), cuts.at(-1)].map((cut) => {
      const came = cut?.clients.reduce((sum, { later }) => sum + later.filter((week) => week <= horizon).length, 0);
      return [Math.round(sumOf(ordersOf(cut))), came];
    });
    expect(totals).toEqual([
      [6370, 7364],
      [6263, 5664],
    ]);
  });

  it("gain nothing on recency by probability, and a little by expected orders: limits of the difference of AUC", () => {
    const [cut] = cuts;
    if (cut === undefined) throw new Error("no cut-off");
    const recency = sortScores(Float64Array.from(cut.clients, ({ tx, age }) => tx - age));
    const near = (limits: readonly number[], wanted: readonly number[]) => {
      for (const [at, limit] of wanted.entries()) expect(Math.abs((limits[at] ?? 0) - limit)).toBeLessThan(0.0012);
    };
    const order = Float64Array.from(cut.clients, (client) => orderSoon("bg", cut.bg, client));
    near(limitsOfGain(sortScores(order), recency, cut.has), [-0.002, 0.004]);
    near(limitsOfGain(sortScores(ordersOf(cut)), recency, cut.has), [0.003, 0.009]);
  });

  it("stray in a tenth of the sample over 39 weeks, which is what the gate is for", () => {
    const clients = cutLog(readCdnow("CDNOW_sample.txt"), cutDays[0]);
    const fit = fitOf("bg", groupHistories(clients));
    const rows = clients
      .map((client) => ({ p: probabilityOfOrder("bg", fit, client, 39), has: client.later.length > 0 ? 1 : 0 }))
      .sort((left, right) => left.p - right.p)
      .slice(1650, 1886);
    expect(rows).toHaveLength(236);
    expect(Math.abs(sumOf(rows.map(({ p }) => p)) / 236 - 0.304)).toBeLessThan(0.001);
    // Ties at the edge of the tenth fall either way.
    expect(Math.abs(sumOf(rows.map(({ has }) => has)) / 236 - 0.441)).toBeLessThan(0.006);
  });
});

interface Cut {
  readonly clients: readonly Client[];
  readonly has: Uint8Array;
  readonly bg: PurchaseFit;
}

function orderSoon(model: PurchaseModel, fit: PurchaseFit, client: Client): number {
  return probabilityOfOrder(model, fit, client, horizon);
}

function ordersOf(cut: Cut | undefined): Float64Array {
  if (cut === undefined) throw new Error("no cut-off");
  return Float64Array.from(cut.clients, (client) => expectedOrders("bg", cut.bg, client, horizon) ?? 0);
}

function fitOf(model: PurchaseModel, histories: Parameters<typeof fitPurchases>[1]): PurchaseFit {
  const fit = fitPurchases(model, histories);
  if (fit === null) throw new Error("no fit");
  return fit;
}

function sumOf(values: readonly number[] | Float64Array): number {
  return (values as readonly number[]).reduce((sum, value) => sum + value, 0);
}

function brierOf(scores: Float64Array, has: Uint8Array): number {
  return sumOf(scores.map((p, at) => (p - (has[at] ?? 0)) ** 2)) / scores.length;
}

/** Clients in order of their score, and where each run of equal scores ends. */
interface Sorted {
  readonly order: Int32Array;
  readonly ends: Uint8Array;
}

function sortScores(scores: Float64Array): Sorted {
  const order = Int32Array.from(scores.keys()).sort((left, right) => (scores[left] ?? 0) - (scores[right] ?? 0));
  const ends = Uint8Array.from(order, (client, place) => (scores[client] === scores[order[place + 1] ?? -1] ? 0 : 1));
  return { order, ends };
}

/** The area under the curve; equal scores count half (models.md §3c). Clients may count more than once. */
function areaUnder({ order, ends }: Sorted, has: Uint8Array, times?: Uint8Array): number {
  let [area, hits, misses, hitsHere, missesHere] = [0, 0, 0, 0, 0];
  for (let place = 0; place < order.length; place += 1) {
    const client = order[place] ?? 0;
    const count = times?.[client] ?? 1;
    if (has[client] === 1) hitsHere += count;
    else missesHere += count;
    if (ends[place] === 0) continue;
    area += hitsHere * (misses + missesHere / 2);
    [hits, misses, hitsHere, missesHere] = [hits + hitsHere, misses + missesHere, 0, 0];
  }
  return area / (hits * misses);
}

/** 95 % of the differences of AUC over 400 paired resamples of clients. */
function limitsOfGain(left: Sorted, right: Sorted, has: Uint8Array): readonly number[] {
  const random = seededRandom(91);
  const gains = Array.from({ length: 400 }, () => {
    const times = new Uint8Array(has.length);
    for (let draw = 0; draw < has.length; draw += 1) {
      const client = Math.floor(random() * has.length);
      times[client] = (times[client] ?? 0) + 1;
    }
    return areaUnder(left, has, times) - areaUnder(right, has, times);
  }).sort((one, other) => one - other);
  return [gains[9] ?? 0, gains[389] ?? 0];
}
