import { type Past, probabilityAlive } from "../../transforms/fits/expectations.ts";
import { hypergeometric } from "../../transforms/fits/hypergeometric.ts";
import type { PurchaseModel, PurchaseParameters } from "../../transforms/fits/purchases.ts";
import type { SpendingFit } from "../../transforms/fits/spending.ts";

// Formulas of models.md that models have in SQL or not at all, by which what is fitted is held against published figures.

/** Computes the probability of at least one order in the next `horizon`: exact, because one leaves only at a purchase. */
export function probabilityOfOrder(
  model: PurchaseModel,
  parameters: PurchaseParameters,
  past: Past,
  horizon: number,
): number {
  const { r, alpha } = parameters;
  const quiet = Math.exp(-(r + past.x) * Math.log1p(horizon / (alpha + past.age)));
  return probabilityAlive(model, parameters, past) * (1 - quiet);
}

/** Computes the expected number of orders of a new client in the time `horizon` after its first purchase; a is not 1. */
export function expectedOrdersOfNewClient(
  model: PurchaseModel,
  { r, alpha, a, b }: PurchaseParameters,
  horizon: number,
): number | null {
  const z = horizon / (alpha + horizon);
  const quiet = Math.exp(r * Math.log(alpha / (alpha + horizon)));
  const series = model === "bg" ? hypergeometric(r, b, a + b - 1, z) : hypergeometric(r, b + 1, a + b, z);
  return series === null ? null : ((model === "bg" ? a + b - 1 : b) / (a - 1)) * (1 - quiet * series);
}

/** Computes the expected worth of a purchase of a client: its own mean, drawn to that of all; for x = 0 that of all. */
export function expectedSpend({ p, q, gamma }: Pick<SpendingFit, "p" | "q" | "gamma">, x: number, z: number): number {
  return (p * (gamma + x * z)) / (p * x + q - 1);
}
