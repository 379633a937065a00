import { addDays, daysBetween } from "./odd-company.ts";
import type { Deal, Odd } from "./odd-details.ts";
import type { Oracle } from "./oracle.ts";
import { classifyClients } from "./plain-classes.ts";
import { knowDeals, longCycle } from "./plain-deals.ts";
import { judgeDueLines } from "./plain-figures.ts";
import { placeOf } from "./plain-goods.ts";
import { knownSum, type Sold, sellYear, sum } from "./plain-lines.ts";
import { settle } from "./plain-money.ts";
import { judgeReturn, monthOf, ownerOn, rateOn, valueOrders } from "./plain-sales.ts";
import { listAnswers } from "./plain-surveys.ts";

/** Discount by manager, class and category, what is usual for the class and category, and what was given beyond it. */
function leakMargin(company: Odd, asOf: string): Record<string, readonly (number | null)[]> {
  const classes = new Map(classifyClients(company, asOf).map(({ client, published }) => [client, published]));
  const lines = sellYear(company, asOf).filter(
    ({ line, quantity, net }) => line !== null && (quantity ?? 0) > 0 && (net ?? -1) >= 0,
  );
  const cellOf = ({ order, category }: Sold) => `${classes.get(order.client_id) ?? "unknown"} ${category}`;
  const rateOf = (those: readonly Sold[]) => {
    const stated = those.flatMap(({ line, net }) => {
      const share = line?.discount_share ?? null;
      return share === null || share >= 1 ? [] : [{ list: (net ?? 0) / (1 - share), net: net ?? 0 }];
    });
    const [list, net] = [knownSum(stated, (one) => one.list), sum(stated, (one) => one.net)];
    return { list, rate: list === null || list <= 0 ? null : (list - net) / list };
  };
  return Object.fromEntries(
    [...new Set(lines.map((line) => `${line.order.owner} ${cellOf(line)}`))].map((key) => {
      const own = rateOf(lines.filter((line) => `${line.order.owner} ${cellOf(line)}` === key));
      const usual = rateOf(lines.filter((line) => `${cellOf(line)}` === key.slice(key.indexOf(" ") + 1))).rate;
      const leak = own.rate === null || usual === null ? null : (own.list ?? 0) * Math.max(0, own.rate - usual);
      return [key, [own.rate, usual, leak]];
    }),
  );
}

const quarterOf = (day: string) => {
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${String(first).padStart(2, "0")}-01`;
};

/** Deals won and lost by the quarter they were closed in, and by that they were opened in, once old enough (models.md §10.2). */
function winByQuarter(company: Odd, asOf: string): Record<string, readonly (number | null)[]> {
  const deals = knowDeals(company, asOf);
  const closed = deals.filter(({ status }) => status !== "open");
  const cycle = longCycle(closed) ?? 0;
  const tell = (own: typeof deals, isMature: boolean) => {
    const won = own.filter(({ status }) => status === "won");
    const lost = own.filter(({ status }) => status === "lost");
    const [wonWorth, lostWorth] = [knownSum(won, ({ worth }) => worth), knownSum(lost, ({ worth }) => worth)];
    const decided = won.length + lost.length;
    return [
      own.length,
      won.length,
      lost.length,
      wonWorth,
      lostWorth,
      isMature && decided > 0 ? won.length / decided : null,
    ];
  };
  const result: Record<string, readonly (number | null)[]> = {};
  for (const quarter of new Set(closed.map(({ closed_date }) => quarterOf(closed_date ?? ""))))
    result[`closed ${quarter}`] = tell(
      closed.filter(({ closed_date }) => quarterOf(closed_date ?? "") === quarter),
      true,
    );
  for (const quarter of new Set(deals.map(({ created_date }) => quarterOf(created_date)))) {
    const end = addDays(quarterOf(addDays(quarter, 95)), -1);
    const own = deals.filter(({ created_date }) => quarterOf(created_date) === quarter);
    result[`opened ${quarter}`] = tell(own, daysBetween(end, asOf) >= cycle);
  }
  return result;
}

/** Deals lost in a year by reason and competitor, and their shares. */
function loseDeals(company: Odd, asOf: string): Record<string, readonly (number | null)[]> {
  const from = `${Number(asOf.slice(0, 4)) - 1}${asOf.slice(4)}`;
  const lost = knowDeals(company, asOf).filter((one) => one.status === "lost" && (one.closed_date ?? "") > from);
  const keyOf = ({ lost_reason, competitor }: Deal) => `${lost_reason ?? "unknown"} ${competitor ?? "unknown"}`;
  return Object.fromEntries(
    [...new Set(lost.map(keyOf))].map((key) => {
      const own = lost.filter((deal) => keyOf(deal) === key);
      return [key, [own.length, knownSum(own, ({ worth }) => worth), own.length / lost.length]];
    }),
  );
}

/** Orders due by month: all their lines on time, and all on time and in full (models.md §8.1). */
function judgeOrders(company: Odd, asOf: string): Record<string, readonly number[]> {
  const lines = judgeDueLines(company, asOf, { early_days: 2, late_days: 1 });
  const result: Record<string, readonly number[]> = {};
  for (const order of new Set(lines.map(({ order_id }) => order_id))) {
    const own = lines.filter(({ order_id }) => order_id === order);
    const month = own[0]?.month ?? "";
    const [orders = 0, onTime = 0, both = 0] = result[month] ?? [];
    const isOnTime = own.every((line) => line.isOnTime);
    const isOtif = own.every((line) => line.isOnTime && line.isInFull);
    result[month] = [orders + 1, onTime + Number(isOnTime), both + Number(isOtif)];
  }
  return result;
}

/** What each client owes, how much of it past due and how long, and how late it pays (models.md §8.2). */
function remindClients(company: Odd, asOf: string): Record<string, readonly (number | string | null)[]> {
  const { invoices, parts } = settle(company, asOf);
  return Object.fromEntries(
    company.clients.flatMap(({ client_id, manager_id }) => {
      const own = invoices.filter((one) => one.client_id === client_id);
      const paid = parts.filter((one) => one.client_id === client_id);
      if (own.length + paid.length === 0) return [];
      const rateOf = ({ currency, issued_date }: (typeof own)[number]) => rateOn(company, currency, issued_date) ?? 0;
      const worth = (one: (typeof own)[number]) => one.amount * rateOf(one);
      const open = own.map((one) => ({
        ...one,
        left:
          worth(one) -
          sum(
            paid.filter(({ invoice_id }) => invoice_id === one.invoice_id),
            ({ amount }) => amount,
          ),
      }));
      const claims = open.filter((one) => one.amount >= 0 && one.left > 0.0049 * rateOf(one));
      const overdue = claims.filter(({ due_date }) => due_date !== null && due_date < asOf);
      const year = own.filter(({ issued_date }) => monthOf(issued_date) > addDays(asOf, -365));
      const sales = sum(year, worth);
      const balance =
        sum(open, ({ left }) => left) - sum(paid, ({ invoice_id, amount }) => (invoice_id === null ? amount : 0));
      const start = year.map(({ issued_date }) => monthOf(issued_date)).sort()[0] ?? asOf;
      const settled = paid.flatMap(({ invoice_id, paid_date, amount }) => {
        const claim = own.find((one) => one.invoice_id === invoice_id);
        return claim === undefined || claim.due_date === null || claim.amount < 0
          ? []
          : [{ amount, days: daysBetween(claim.due_date, paid_date) }];
      });
      return [
        [
          client_id,
          [
            ownerOn(company, client_id, asOf) ?? manager_id ?? "unknown",
            placeOf(company, client_id, asOf),
            own.length,
            claims.length,
            overdue.length,
            Math.max(0, ...overdue.map(({ due_date }) => daysBetween(due_date ?? "", asOf))),
            sum(overdue, ({ left }) => left),
            balance,
            sales,
            balance >= 0 && sales > 0 ? (balance / sales) * (daysBetween(start, asOf) + 1) : null,
            settled.length === 0
              ? null
              : sum(settled, ({ amount, days }) => amount * days) / sum(settled, ({ amount }) => amount),
          ],
        ] as const,
      ];
    }),
  );
}

/** Mean scores of clients whose goods came later than tolerated within 90 days before they answered, and of the others. */
function scoreDeliveries(company: Odd, asOf: string): Record<string, readonly number[]> {
  const late = judgeDueLines(company, asOf, { early_days: 2, late_days: 1 }).filter(({ isLate }) => isLate);
  const result: Record<string, readonly number[]> = {};
  for (const { wave, question, score, client_id, answered_date } of listAnswers(company, asOf)) {
    const isBefore = (due: string) => due < answered_date && due >= addDays(answered_date, -90);
    const isLate = late.some((line) => line.client_id === client_id && isBefore(line.due));
    for (const key of [`${wave} ${question} ${isLate}`, `all ${question} ${isLate}`]) {
      const [count = 0, mean = 0] = result[key] ?? [];
      result[key] = [count + 1, (mean * count + score) / (count + 1)];
    }
  }
  return result;
}

/** Lines due in twelve months and those later than tolerated, of clients who ever bought. */
function countLateLines(company: Odd, asOf: string): Record<string, readonly number[]> {
  const from = `${Number(asOf.slice(0, 4)) - 1}${asOf.slice(4)}`;
  const lines = judgeDueLines(company, asOf, { early_days: 2, late_days: 1 }).filter(({ due }) => due > from);
  const buyers = new Set(
    valueOrders(company, asOf)
      .filter(({ isValid }) => isValid)
      .map(({ client_id }) => client_id),
  );
  return Object.fromEntries(
    [...buyers].map((client) => {
      const own = lines.filter(({ client_id }) => client_id === client);
      return [client, [own.length, own.filter(({ isLate }) => isLate).length]];
    }),
  );
}

/** What came back by the month it came back in, reason and direction. */
function tellReasons(company: Odd, asOf: string): Record<string, readonly number[]> {
  const orders = valueOrders(company, asOf);
  const result: Record<string, readonly number[]> = {};
  for (const one of company.returns.filter(({ return_date }) => return_date <= asOf)) {
    const { line, returned } = judgeReturn(company, orders, one);
    const product = one.product_id ?? line?.product_id;
    const direction = company.products.find(({ product_id }) => product_id === product)?.direction ?? "unknown";
    const key = `${monthOf(one.return_date)} ${one.reason ?? "unknown"} ${direction}`;
    const [count = 0, quantity = 0, amount = 0, unvalued = 0] = result[key] ?? [];
    result[key] = [count + 1, quantity + one.quantity, amount + (returned ?? 0), unvalued + Number(returned === null)];
  }
  return result;
}

export const termOracles: readonly Oracle[] = [
  {
    says: "discounts against what is usual for a class and category, and what leaks",
    relations: ["metrics.discounts"],
    sql: `select manager_id || ' ' || class || ' ' || category as key, discount_rate as a, usual_rate as b,
      cast(leak_amount as double) as c from metrics.discounts`,
    plain: leakMargin,
  },
  {
    says: "deals won and lost by quarter of closing and of opening",
    relations: ["metrics.win_rates"],
    sql: `select basis || ' ' || quarter_start_date as key, deal_count as a, won_count as b, lost_count as c,
      cast(won_amount as double) as d, cast(lost_amount as double) as e, win_rate_count as f from metrics.win_rates`,
    plain: winByQuarter,
  },
  {
    says: "deals lost by reason and competitor",
    relations: ["metrics.lost_deals"],
    sql: `select lost_reason || ' ' || competitor as key, lost_count as a, cast(lost_amount as double) as b, lost_count_share as c
      from metrics.lost_deals`,
    plain: loseDeals,
  },
  {
    says: "orders all of whose lines came on time, and in full",
    relations: ["metrics.order_otif_by_month"],
    sql: `select cast(due_month as varchar) as key, cast(sum(orders_due_count) as bigint) as a,
      cast(sum(on_time_order_count) as bigint) as b, cast(sum(otif_order_count) as bigint) as c
      from metrics.order_otif_by_month group by 1`,
    plain: judgeOrders,
  },
  {
    says: "scores of clients whose goods came late before, and of the others",
    relations: ["metrics.satisfaction_by_delivery"],
    sql: `select wave || ' ' || question || ' ' || has_late_line as key, responded_count as a, score_mean as b
      from metrics.satisfaction_by_delivery`,
    plain: scoreDeliveries,
  },
  {
    says: "lines due and late beside churn",
    relations: ["metrics.churn"],
    sql: "select client_id as key, due_line_count as a, late_line_count as b from metrics.churn",
    plain: countLateLines,
  },
  {
    says: "whom to remind to pay",
    relations: ["metrics.client_receivables"],
    sql: `select client_id as key, manager_id as a, region as b, invoice_count as c, open_count as d, overdue_count as e,
      overdue_days_max as f, cast(overdue_amount as double) as g, cast(balance_amount as double) as h,
      cast(sales_amount as double) as i, dso_days as j, delay_days_weighted as k from metrics.client_receivables`,
    plain: remindClients,
  },
  {
    says: "why goods came back",
    relations: ["metrics.returns_by_reason"],
    sql: `select month || ' ' || reason || ' ' || direction as key, return_count as a, cast(returned_quantity as double) as b,
      cast(returned_amount as double) as c, unvalued_count as d from metrics.returns_by_reason`,
    plain: tellReasons,
  },
];
