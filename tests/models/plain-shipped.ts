import type { Odd } from "./odd-details.ts";
import type { Oracle } from "./oracle.ts";
import { listSold, type Sold, sum } from "./plain-lines.ts";
import { judgeReturn, monthOf, ownerOn, valueOrders } from "./plain-sales.ts";

/** Units of a line that left on a day. */
interface Leaving {
  readonly sold: Sold;
  readonly day: string;
  readonly quantity: number;
}

/** Lists what left of each line: what a shipment without a quantity holds is all that others do not state. */
function listLeaving(company: Odd, asOf: string): readonly Leaving[] {
  return listSold(company, asOf).flatMap((sold) => {
    const { line, order } = sold;
    if (line === null) return [];
    const own = company.shipments
      .filter(({ order_id, order_line_id }) =>
        order_line_id === null ? order_id === order.order_id : order_line_id === line.order_line_id,
      )
      .map((shipment) => ({ ...shipment, day: shipment.shipped_date ?? shipment.delivered_date ?? "9999" }))
      .filter(({ day }) => day <= asOf);
    const stated = sum(own, ({ quantity }) => quantity);
    return own.map(({ day, quantity }) => ({ sold, day, quantity: quantity ?? line.quantity - stated }));
  });
}

/** Where goods that came back belong: month their line first left (else that they came back in), and its cell. */
function placeReturns(company: Odd, asOf: string, leaving: readonly Leaving[]) {
  const orders = valueOrders(company, asOf);
  return company.returns
    .filter(({ return_date }) => return_date <= asOf)
    .flatMap((one) => {
      const { order, line, returned } = judgeReturn(company, orders, one);
      if (order?.isCancelled === true) return [];
      const days = leaving.filter(({ sold }) => sold.line?.order_line_id === line?.order_line_id).map(({ day }) => day);
      const first = line === null ? undefined : days.sort()[0];
      const client = company.clients.find(({ client_id }) => client_id === one.client_id);
      const owner = ownerOn(company, one.client_id, one.return_date) ?? client?.manager_id ?? null;
      const seller = company.managers.find(({ manager_id }) => manager_id === owner);
      return {
        ...one,
        month: monthOf(first ?? one.return_date),
        isMatched: first !== undefined,
        region: order?.place ?? client?.region ?? seller?.region ?? "unknown",
        manager: order?.owner ?? owner ?? "unknown",
        product: one.product_id ?? line?.product_id ?? "unknown",
        returned: returned ?? 0,
        reason: one.reason ?? "unknown",
      };
    });
}

/** What left by month, region, manager and product, and what came back of it (DECISIONS 51). */
function returnLines(company: Odd, asOf: string): Record<string, readonly number[]> {
  const leaving = listLeaving(company, asOf);
  const result: Record<string, readonly number[]> = {};
  const add = (key: string, more: readonly number[]) => {
    result[key] = (result[key] ?? more.map(() => 0)).map((held, index) => held + (more[index] ?? 0));
  };
  for (const { sold, day, quantity } of leaving) {
    const { order, line, net } = sold;
    const worth = ((net ?? 0) * quantity) / (line?.quantity ?? 1);
    add(`${monthOf(day)} ${order.place} ${order.owner} ${line?.product_id}`, [1, quantity, worth, 0, 0, 0, 0]);
  }
  for (const { month, region, manager, product, isMatched, quantity, returned } of placeReturns(company, asOf, leaving))
    add(`${month} ${region} ${manager} ${product}`, [0, 0, 0, 1, Number(isMatched), quantity, returned]);
  return result;
}

/** The same returns by month, region, manager and reason. */
function returnReasons(company: Odd, asOf: string): Record<string, readonly number[]> {
  const leaving = listLeaving(company, asOf);
  const result: Record<string, readonly number[]> = {};
  for (const one of placeReturns(company, asOf, leaving)) {
    const key = `${one.month} ${one.region} ${one.manager} ${one.reason}`;
    const [count = 0, quantity = 0, amount = 0] = result[key] ?? [];
    result[key] = [count + 1, quantity + one.quantity, amount + one.returned];
  }
  return result;
}

export const shippedOracles: readonly Oracle[] = [
  {
    says: "what left by product, and what came back of it",
    relations: ["metrics.line_returns"],
    sql: `select month || ' ' || region || ' ' || manager_id || ' ' || product_id as key, shipment_count as a,
      cast(shipped_quantity as double) as b, cast(shipped_amount as double) as c, return_count as d, matched_return_count as e,
      cast(returned_quantity as double) as f, cast(returned_amount as double) as g from metrics.line_returns`,
    plain: returnLines,
  },
  {
    says: "what came back by reason",
    relations: ["metrics.line_returns_by_reason"],
    sql: `select month || ' ' || region || ' ' || manager_id || ' ' || reason as key, return_count as a,
      cast(returned_quantity as double) as b, cast(returned_amount as double) as c from metrics.line_returns_by_reason
      where return_count > 0`,
    plain: returnReasons,
  },
];
