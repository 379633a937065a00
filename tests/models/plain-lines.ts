import type { Odd } from "./odd-details.ts";
import { monthOf, rateOn, type Valued, valueLine, valueOrders } from "./plain-sales.ts";

type Line = Odd["order_lines"][number];
type Product = Odd["products"][number];

/** What a line of an order that was not cancelled brought, in euros; a document without lines is one line of no product. */
export interface Sold {
  readonly order: Valued;
  readonly line: Line | null;
  readonly product: Product | null;
  readonly category: string;
  readonly direction: string;
  readonly quantity: number | null;
  readonly net: number | null;
  readonly cost: number | null;
}

/** Lists lines sold up to a day. */
export function listSold(company: Odd, asOf: string): readonly Sold[] {
  return valueOrders(company, asOf)
    .filter(({ isCancelled }) => !isCancelled)
    .flatMap((order) => {
      const lines = company.order_lines.filter(({ order_id }) => order_id === order.order_id);
      if (lines.length > 0) return lines.map((line) => sellLine(company, order, line));
      const nothing = {
        line: null,
        product: null,
        category: "unknown",
        direction: "unknown",
        quantity: null,
        cost: null,
      };
      return [{ ...nothing, order, net: order.net }];
    });
}

function sellLine(company: Odd, order: Valued, line: Line): Sold {
  const product = company.products.find(({ product_id }) => product_id === line.product_id) ?? null;
  const category = product?.category ?? "unknown";
  const direction = product?.direction ?? "unknown";
  const { quantity } = line;
  return {
    order,
    line,
    product,
    category,
    direction,
    quantity,
    net: valueLine(company, line, order),
    cost: costLine(company, order, line, product),
  };
}

function costLine(company: Odd, order: Valued, line: Line, product: Product | null): number | null {
  const rate = rateOn(
    company,
    line.cost_amount === null ? (product?.currency ?? null) : order.currency,
    order.order_date,
  );
  if (rate === null) return null;
  if (line.cost_amount !== null) return line.cost_amount * rate;
  const each = product?.cost_amount ?? null;
  return each === null ? null : line.quantity * each * rate;
}

/** Months, as their first days, from a month some before another to the one before it. */
export function monthsBefore(month: string, count: number): readonly string[] {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, index) => nameMonth(number - count + index));
}

/** The same month of the year before. */
export function yearBefore(month: string): string {
  return `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
}

function nameMonth(number: number): string {
  return monthOf(`${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}-01`);
}

/** Adds up what is known. */
export const sum = <T>(rows: readonly T[], amountOf: (row: T) => number | null) =>
  rows.reduce((all, row) => all + (amountOf(row) ?? 0), 0);
/** The same, or null where nothing is known. */
export const knownSum = <T>(rows: readonly T[], amountOf: (row: T) => number | null) =>
  rows.some((row) => amountOf(row) !== null) ? sum(rows, amountOf) : null;
export const marginOf = ({ net, cost }: Sold) => (net === null || cost === null ? null : net - cost);

/** Lines of orders of the last twelve complete months. */
export function sellYear(company: Odd, asOf: string): readonly Sold[] {
  const year = monthsBefore(monthOf(asOf), 12);
  return listSold(company, asOf).filter(({ order }) => year.includes(monthOf(order.order_date)));
}
