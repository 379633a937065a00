import type { PurchaseModel, PurchaseParameters } from "../../transforms/fits/purchases.ts";

/** Makes a generator of numbers in [0, 1) that repeats for a seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface SimulatedClient {
  readonly x: number;
  readonly tx: number;
  readonly age: number;
  readonly isAlive: boolean;
  /** Orders in the horizon after its history. */
  readonly later: number;
  /** When it bought again, from its first purchase on, horizon included. */
  readonly times: readonly number[];
}

/** Lets clients live by the story of the model: Poisson purchases at a rate of their own, a coin at each of them. */
export function simulateClients(
  model: PurchaseModel,
  { r, alpha, a, b }: PurchaseParameters,
  count: number,
  { age, horizon }: { age: number; horizon: number },
  random: () => number,
): readonly SimulatedClient[] {
  return Array.from({ length: count }, () => {
    const rate = drawGamma(r, random) / alpha;
    const [left, right] = [drawGamma(a, random), drawGamma(b, random)];
    const leaving = left / (left + right);
    let [x, tx, later, time, isAlive] = [0, 0, 0, 0, !(model === "mbg" && random() < leaving)];
    const times: number[] = [];
    let isAliveAtCut = isAlive;
    while (isAlive) {
      time += -Math.log(1 - random()) / rate;
      if (!(time <= age + horizon)) break;
      times.push(time);
      if (time <= age) [x, tx] = [x + 1, time];
      else later += 1;
      isAlive = random() >= leaving;
      if (time <= age) isAliveAtCut = isAlive;
    }
    return { x, tx, age, isAlive: isAliveAtCut, later, times };
  });
}

/** Draws from Gamma(shape, 1) by Marsaglia and Tsang; shapes below one by the boost of a uniform. */
export function drawGamma(shape: number, random: () => number): number {
  if (shape < 1) return drawGamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) return d * v;
  }
}
