import { type Fit, guessOf, ownRows, type Table, valuesOf } from "./fit.ts";
import { amountOf } from "./guess.ts";

/** Share of lines of several units that tell the amount or the cost of one unit. */
const mostly = 0.8;
const leastLines = 3;

/**
 * Asks where what is mapped as the amount or the cost of a whole line looks like that of one unit: lines of several units whose
 * amount is their price, or whose cost is below the price of one unit.
 */
export function askOfAmounts(fit: Fit, table: Table): readonly string[] {
  const [quantity, price] = [guessOf(fit, table, "quantity"), guessOf(fit, table, "unit_price_amount")];
  if (fit.entity !== "order_lines" || quantity === undefined || price === undefined) return [];
  return (["amount", "cost_amount"] as const).flatMap((to) => {
    const told = guessOf(fit, table, to);
    if (told === undefined) return [];
    const lines = valuesOf(ownRows(fit, table), [quantity.name, price.name, told.name])
      .map(([count = "", one = "", whole = ""]) => [
        amountOf(quantity, count),
        amountOf(price, one),
        amountOf(told, whole),
      ])
      .filter(([count = 0, one = 0, whole = 0]) => count >= 2 && one > 0 && whole > 0);
    const ofOne = lines.filter(([, one = 0, whole = 0]) => (to === "amount" ? whole === one : whole < one));
    if (lines.length < leastLines || ofOne.length < lines.length * mostly) return [];
    const why = to === "amount" ? "it equals" : "it is below";
    return [
      `Is ${told.name} (order_lines.${to}) that of the whole line? In ${ofOne.length} of ${lines.length} lines of several units ${why} ${price.name}, so it may be that of one unit.`,
    ];
  });
}
