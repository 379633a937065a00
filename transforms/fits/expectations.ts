import { hypergeometric } from "./hypergeometric.ts";
import type { PurchaseHistory, PurchaseModel, PurchaseParameters } from "./purchases.ts";

/** A client's past, in the unit of time of the parameters. */
export interface Past {
  readonly x: number;
  readonly tx: number;
  readonly age: number;
}

/** Computes the probability that a client has not left by the end of its history (models.md §3b). */
export function probabilityAlive(
  model: PurchaseModel,
  { r, alpha, a, b }: PurchaseParameters,
  { x, tx, age }: Past,
): number {
  if (model === "bg" && x === 0) return 1;
  const divisor = model === "bg" ? b + x - 1 : b + x;
  const odds = (r + x) * Math.log((alpha + age) / (alpha + tx)) + Math.log(a / divisor);
  return 1 / (1 + Math.exp(odds));
}

/** Where the formula has a removable singularity, the mean of its two sides is taken. */
const singularNear = 1e-5;

/**
 * Computes the expected number of orders in the next `horizon`, by the Euler-transformed series that never overflows
 * (models.md §3b, annex A). Null where the series does not converge.
 */
export function expectedOrders(
  model: PurchaseModel,
  parameters: PurchaseParameters,
  past: Past,
  horizon: number,
): number | null {
  const { r, alpha, a, b } = parameters;
  const end = alpha + past.age + horizon;
  const shift = model === "bg" ? -1 : 0;
  return aroundSingularity(a, (near) => {
    const c = near + b + past.x + shift;
    const quiet = (near - 1) * Math.log((alpha + past.age) / end);
    const quietly = hypergeometric(near + b - r + shift, near - 1, c, horizon / end, quiet);
    if (quietly === null) return null;
    return probabilityAlive(model, { r, alpha, a: near, b }, past) * (c / (near - 1)) * (1 - quietly);
  });
}

/** Sums expected orders in the next `horizon` over all clients of grouped histories; null where a series does not converge. */
export function expectAllOrders(
  model: PurchaseModel,
  parameters: PurchaseParameters,
  histories: readonly PurchaseHistory[],
  horizon: number,
): number | null {
  let total = 0;
  for (const { weight, ...past } of histories) {
    const orders = expectedOrders(model, parameters, past, horizon);
    if (orders === null) return null;
    total += weight * orders;
  }
  return total;
}

function aroundSingularity(a: number, formula: (near: number) => number | null): number | null {
  if (Math.abs(a - 1) >= singularNear) return formula(a);
  const [below, above] = [formula(1 - singularNear), formula(1 + singularNear)];
  return below === null || above === null ? null : (below + above) / 2;
}
