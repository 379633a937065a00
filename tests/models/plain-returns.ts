import type { Odd } from "./odd-details.ts";
import type { Oracle } from "./oracle.ts";
import { judgeReturn, monthOf, valueOrders } from "./plain-sales.ts";

/** Goods that arrived and came back by the month their order had arrived whole: value and returns (DECISIONS 36). */
function returnOrders(company: Odd, asOf: string): Record<string, readonly number[]> {
  const all = valueOrders(company, asOf);
  const orders = all.filter(({ isCancelled }) => !isCancelled);
  const arrived = new Map<string, string>();
  for (const { order_id } of orders) {
    const days = company.shipments
      .filter((shipment) => shipment.order_id === order_id)
      .map(({ delivered_date }) => delivered_date ?? "9999")
      .sort();
    const last = days.at(-1);
    if (last !== undefined && last <= asOf) arrived.set(order_id, monthOf(last));
  }
  const result: Record<string, readonly number[]> = {};
  const add = (month: string, shipped: number, count: number, returned: number) => {
    const [held = 0, had = 0, back = 0] = result[month] ?? [];
    result[month] = [held + shipped, had + count, back + returned];
  };
  for (const order of orders) {
    const month = arrived.get(order.order_id);
    if (month !== undefined) add(month, order.net ?? 0, 0, 0);
  }
  for (const one of company.returns.filter(({ return_date }) => return_date <= asOf)) {
    const { order, returned } = judgeReturn(company, all, one);
    const month = arrived.get(order?.order_id ?? "") ?? monthOf(one.return_date);
    if (order?.isCancelled !== true) add(month, 0, 1, returned ?? 0);
  }
  return result;
}

export const returnOracles: readonly Oracle[] = [
  {
    says: "what came back by the month its order had arrived",
    relations: ["metrics.return_rate_by_month"],
    sql: `select cast(month as varchar) as key, cast(sum(shipped_amount) as double) as a, cast(sum(return_count) as bigint) as b,
      cast(sum(returned_amount) as double) as c from metrics.return_rate_by_month group by 1`,
    plain: returnOrders,
  },
];
