import { addDays } from "./odd-company.ts";
import type { Odd } from "./odd-details.ts";
import type { Oracle } from "./oracle.ts";
import { listSold, monthsBefore, yearBefore } from "./plain-lines.ts";
import { monthOf, rateOn, takeSales } from "./plain-sales.ts";

interface Cell {
  readonly month: string;
  readonly region: string;
  readonly manager_id: string;
  readonly direction: string;
  readonly amount: number;
}

/** Is a day worked: by the week, unless the calendar says otherwise? */
export function isWorked(company: Odd, day: string): boolean {
  const weekday = new Date(day).getUTCDay();
  return company.calendar.find((one) => one.day === day)?.is_working_day ?? (weekday > 0 && weekday < 6);
}

/** Days from one to another that are worked. */
export function countWorked(company: Odd, from: string, to: string): number {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) count += Number(isWorked(company, day));
  return count;
}

/** Net sales by month, region, owner and direction: orders by their lines, less what came back. */
function sellCells(company: Odd, asOf: string): readonly Cell[] {
  const lines = listSold(company, asOf).map(({ order, direction, net }) => ({
    month: monthOf(order.order_date),
    region: order.place,
    manager_id: order.owner,
    direction,
    amount: net ?? 0,
  }));
  const back = takeSales(company, asOf)
    .filter(({ returned }) => returned !== 0)
    .map(({ month, region, manager_id, product_id, returned }) => ({
      month,
      region,
      manager_id,
      direction: company.products.find((product) => product.product_id === product_id)?.direction ?? "unknown",
      amount: -returned,
    }));
  return [...lines, ...back];
}

/** Targets of the version in force on the first day of each month (models.md §10.1), at the rate of that day. */
function planCells(company: Odd, asOf: string): readonly Cell[] {
  return company.sales_plans
    .filter(({ plan_month, version }) => version === versionInForce(company, plan_month, asOf))
    .map((plan) => ({
      month: plan.plan_month,
      region: plan.region ?? "all",
      manager_id: plan.manager_id ?? "all",
      direction: plan.direction ?? "all",
      amount: plan.amount * (rateOn(company, plan.currency, plan.plan_month) ?? Number.NaN),
    }));
}

function versionInForce(company: Odd, month: string, asOf: string): string | undefined {
  const approved = company.sales_plans.filter(
    (one) => one.plan_month === month && (one.approved_date ?? "") <= (month < asOf ? month : asOf),
  );
  return approved
    .map(({ version }) => version)
    .sort()
    .at(-1);
}

/** Plan, sales, gap, attainment, plan to date, run rate and sales of the year before of each cell with a plan or sales. */
export function compareWithPlan(company: Odd, asOf: string): Record<string, readonly (number | null)[]> {
  const [plans, sales] = [planCells(company, asOf), sellCells(company, asOf)];
  const months = [...new Set([...plans, ...sales].map(({ month }) => month))];
  const result: Record<string, readonly (number | null)[]> = {};
  for (const month of months) {
    const own = plans.filter((plan) => plan.month === month);
    const isSplit = (dimension: "region" | "manager_id" | "direction") =>
      own.length === 0 || own.some((plan) => plan[dimension] !== "all");
    const nameOf = (cell: Cell) =>
      (["region", "manager_id", "direction"] as const)
        .map((dimension) => (isSplit(dimension) ? cell[dimension] : "all"))
        .join(" ");
    const sumOf = (cells: readonly Cell[], name: string) =>
      cells.filter((cell) => nameOf(cell) === name).reduce((sum, { amount }) => sum + amount, 0);
    const now = sales.filter((cell) => cell.month === month);
    const before = sales.filter((cell) => cell.month === yearBefore(month));
    const last = addDays(monthOf(addDays(month, 31)), -1);
    const worked = countWorked(company, month, last);
    const gone = month > asOf ? 0 : countWorked(company, month, last < asOf ? last : asOf);
    for (const name of new Set([...own, ...now].map(nameOf))) {
      const isPlanned = own.some((cell) => nameOf(cell) === name);
      const [plan, actual] = [isPlanned ? sumOf(own, name) : null, sumOf(now, name)];
      if (plan === null && Math.abs(actual) < 0.00005) continue;
      const toDate = plan === null ? null : (plan * gone) / worked;
      result[`${month} ${name}`] = [
        plan,
        actual,
        plan === null ? null : actual - plan,
        plan === null || plan <= 0 || month > asOf ? null : actual / plan,
        toDate,
        gone === 0 ? null : (actual / gone) * worked,
        sumOf(before, name),
      ];
    }
  }
  return result;
}

const parts = ["price", "volume", "mix", "new", "lost", "other", "return"] as const;

/** Why net sales of some complete months differ from those a year before, in total and by region (models.md §10.1). */
export function bridgeSales(company: Odd, asOf: string): Record<string, readonly number[]> {
  const result: Record<string, readonly number[]> = {};
  const [sold, takings] = [listSold(company, asOf), takeSales(company, asOf)];
  const regions = [...new Set(takings.map(({ region }) => region))];
  for (const count of [1, 3, 12])
    for (const region of ["all", ...regions]) {
      const now = monthsBefore(monthOf(asOf), count);
      const then = now.map(yearBefore);
      if (takings.every(({ month }) => month > (then[0] ?? ""))) continue;
      const isOf = (months: readonly string[], place: string, month: string) =>
        months.includes(month) && (region === "all" || place === region);
      const linesOf = (months: readonly string[]) =>
        sold.filter(({ order, net }) => net !== null && isOf(months, order.place, monthOf(order.order_date)));
      const backOf = (months: readonly string[]) =>
        takings.filter((one) => isOf(months, one.region, one.month)).reduce((sum, { returned }) => sum + returned, 0);
      const [own, old] = [linesOf(now), linesOf(then)];
      const products = [...new Set([...own, ...old].map(({ product }) => product?.product_id ?? "unknown"))];
      const sum = (rows: typeof own, product: string, value: (row: (typeof own)[number]) => number) =>
        rows
          .filter((row) => (row.product?.product_id ?? "unknown") === product)
          .reduce((all, row) => all + value(row), 0);
      const figures = products.map((product) => ({
        product,
        p1q1: sum(own, product, ({ net }) => net ?? 0),
        p0q0: sum(old, product, ({ net }) => net ?? 0),
        q1: sum(own, product, ({ quantity }) => quantity ?? 0),
        q0: sum(old, product, ({ quantity }) => quantity ?? 0),
        isNow: own.some((row) => row.product?.product_id === product),
        isOld: old.some((row) => row.product?.product_id === product),
      }));
      const isPriced = (one: (typeof figures)[number]) =>
        one.product !== "unknown" && !(one.isNow && one.q1 <= 0) && !(one.isOld && one.q0 <= 0);
      const both = figures.filter((one) => isPriced(one) && one.isNow && one.isOld);
      const total = (rows: typeof figures, value: (row: (typeof figures)[number]) => number) =>
        rows.reduce((all, row) => all + value(row), 0);
      const [oldUnits, oldWorth] = [total(both, ({ q0 }) => q0), total(both, ({ p0q0 }) => p0q0)];
      const price = total(both, (one) => one.p1q1 - (one.p0q0 / one.q0) * one.q1);
      const quantity = total(both, (one) => (one.p0q0 / one.q0) * (one.q1 - one.q0));
      const volume = oldUnits === 0 ? 0 : ((total(both, ({ q1 }) => q1) - oldUnits) * oldWorth) / oldUnits;
      const fresh = total(
        figures.filter((one) => isPriced(one) && !one.isOld),
        ({ p1q1 }) => p1q1,
      );
      const lost = -total(
        figures.filter((one) => isPriced(one) && !one.isNow),
        ({ p0q0 }) => p0q0,
      );
      const other = total(
        figures.filter((one) => !isPriced(one)),
        (one) => one.p1q1 - one.p0q0,
      );
      const values = {
        price,
        volume,
        mix: quantity - volume,
        new: fresh,
        lost,
        other,
        return: backOf(then) - backOf(now),
      };
      const gap = parts.reduce((all, part) => all + values[part], 0);
      if (own.length + old.length > 0) result[`${region} ${count}`] = [...parts.map((part) => values[part]), gap];
    }
  return result;
}

export const planOracles: readonly Oracle[] = [
  {
    says: "plan and sales by the plan's own grain: gap, attainment, plan to date, run rate, the year before",
    relations: ["metrics.plan_vs_actual"],
    sql: `select month || ' ' || region || ' ' || manager_id || ' ' || direction as key, cast(plan_amount as double) as a,
      cast(actual_amount as double) as b, cast(gap_amount as double) as c, attainment_rate as d,
      cast(plan_to_date_amount as double) as e, cast(run_rate_amount as double) as f, cast(previous_year_amount as double) as g
      from metrics.plan_vs_actual where plan_amount is not null or actual_amount <> 0`,
    plain: compareWithPlan,
  },
  {
    says: "why sales differ from the year before: price, volume, mix, new, lost, other, returns",
    relations: ["metrics.sales_bridge"],
    sql: `select entity_id || ' ' || date_diff('month', from_month, to_month) + 1 as key,
      ${parts.map((part) => `cast(${part === "new" || part === "lost" ? `${part}_product` : part}_amount as double) as ${part}_`).join(", ")},
      cast(gap_amount as double) as gap from metrics.sales_bridge where dimension in ('total', 'region')`,
    plain: bridgeSales,
  },
];
