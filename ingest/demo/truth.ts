import { badProduct, type Company, inReportingCurrency, pairs } from "./company.ts";
import { lastDay, monthName } from "./days.ts";
import type { Payment, Return } from "./erp.ts";
import { itemAt } from "./random.ts";
import { deliveredTenths, type Line, type Order } from "./sales.ts";
import { Counts, decimalText, Sum } from "./sums.ts";
import { carriers, categories, directions, regions } from "./vocabulary.ts";

/** Sums of valid orders (not cancelled, amount above zero), in ten-thousandths of a rouble. */
class Revenue {
  orders = 0;
  readonly gross = new Sum();
  readonly cost = new Sum();
  readonly returnedAtReturn = new Sum();
  readonly returnedAtOrder = new Sum();

  toJSON() {
    return {
      order_count: this.orders,
      gross_amount: decimalText(this.gross.value, 4),
      cost_amount: decimalText(this.cost.value, 4),
      returned_amount_at_return_date: decimalText(this.returnedAtReturn.value, 4),
      returned_amount_at_order_date: decimalText(this.returnedAtOrder.value, 4),
    };
  }
}

class Revenues {
  readonly #by = new Map<string, Revenue>();

  of(name: string): Revenue {
    const known = this.#by.get(name);
    if (known !== undefined) return known;
    const made = new Revenue();
    this.#by.set(name, made);
    return made;
  }

  toJSON() {
    return Object.fromEntries([...this.#by].sort(([left], [right]) => (left < right ? -1 : 1)));
  }
}

/** Keeps the books of the demo beside the writing of its files: the oracle that models are held against. */
export class Books {
  readonly #company: Company;
  readonly orders = new Counts();
  readonly total = new Revenue();
  readonly byMonth = new Revenues();
  readonly byRegion = new Revenues();
  readonly byChannel = new Revenues();
  /** Owner of the client on the order date. */
  readonly byOwner = new Revenues();
  /** Manager named on the order. */
  readonly byManager = new Revenues();
  /** Lines, not orders, are counted here. */
  readonly byDirection = new Revenues();
  readonly byCategory = new Revenues();
  readonly delivery = { erp: new Counts(), shop: new Counts() };
  readonly carriers = new Map<string, Counts>(carriers.map(({ name }) => [name, new Counts()]));
  readonly money = new Map<string, { invoiced: Sum; paid: Sum; unallocated: Sum }>();
  readonly badProduct = new Counts();
  /** Orders not cancelled that cost the client nothing: no sales, but goods that left. */
  readonly samples = { orders: 0, cost: new Sum() };
  readonly pairs: Counts[] = pairs.map(() => new Counts());

  constructor(company: Company) {
    this.#company = company;
  }

  addOrder(order: Order): void {
    this.orders.add("all");
    this.orders.add(order.status);
    this.orders.add(order.isShop ? "shop" : "erp");
    for (const line of order.lines) this.#addDelivery(order, line);
    if (order.status !== "cancelled" && order.amount === 0) this.#addSample(order);
    if (!isValid(order)) return;
    this.orders.add("valid");
    for (const revenue of this.#revenuesOf(order)) this.#addRevenue(revenue, order);
    for (const line of order.lines) this.#addLine(order, line);
    this.#addPairs(order);
  }

  addReturn(goods: Return): void {
    if (goods.line.product === badProduct) this.badProduct.add("returns");
    if (!isValid(goods.order)) return;
    for (const revenue of [...this.#revenuesOf(goods.order), ...this.#lineRevenues(goods.line)]) {
      revenue.returnedAtReturn.add(this.#worth(goods.amount, goods.order, goods.day));
      revenue.returnedAtOrder.add(this.#worth(goods.amount, goods.order, goods.order.day));
    }
  }

  addInvoice(order: Order): void {
    this.#moneyIn(order.currency).invoiced.add(order.amount);
  }

  addPayment(payment: Payment): void {
    const money = this.#moneyIn(payment.order.currency);
    (payment.invoice === "" ? money.unallocated : money.paid).add(payment.amount);
  }

  moneyTruth() {
    return Object.fromEntries(
      [...this.money]
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([currency, { invoiced, paid, unallocated }]) => [
          currency,
          {
            invoiced_amount: decimalText(invoiced.value, 2),
            paid_amount: decimalText(paid.value, 2),
            unallocated_amount: decimalText(unallocated.value, 2),
            open_amount: decimalText(invoiced.value - paid.value, 2),
          },
        ]),
    );
  }

  #addSample(order: Order): void {
    this.samples.orders += 1;
    for (const line of order.lines) this.samples.cost.add(this.#worth(line.cost, order, order.day));
  }

  #revenuesOf(order: Order): Revenue[] {
    const { managers } = this.#company;
    return [
      this.total,
      this.byMonth.of(monthName(order.month)),
      this.byRegion.of(itemAt(regions, order.profile.region).name),
      this.byChannel.of(order.channel),
      this.byOwner.of(`erp:${itemAt(managers, order.owner).code}`),
      this.byManager.of(`erp:${itemAt(managers, order.manager).code}`),
    ];
  }

  #lineRevenues(line: Line): Revenue[] {
    const { direction, category } = itemAt(this.#company.products, line.product);
    return [this.byDirection.of(itemAt(directions, direction)), this.byCategory.of(itemAt(categories, category).name)];
  }

  #addRevenue(revenue: Revenue, order: Order): void {
    revenue.orders += 1;
    revenue.gross.add(this.#worth(order.amount, order, order.day));
    for (const line of order.lines) revenue.cost.add(this.#worth(line.cost, order, order.day));
  }

  #addLine(order: Order, line: Line): void {
    if (line.product === badProduct) this.badProduct.add("lines");
    for (const revenue of this.#lineRevenues(line)) {
      revenue.orders += 1;
      revenue.gross.add(this.#worth(line.amount, order, order.day));
      revenue.cost.add(this.#worth(line.cost, order, order.day));
    }
  }

  #addPairs(order: Order): void {
    pairs.forEach(({ first, second }, index) => {
      const products = order.lines.map(({ product }) => product);
      if (!products.includes(first)) return;
      itemAt(this.pairs, index).add("orders_with_first");
      if (products.includes(second)) itemAt(this.pairs, index).add("orders_with_both");
    });
  }

  #addDelivery(order: Order, line: Line): void {
    const carrier = this.carriers.get(itemAt(carriers, order.carrier).name);
    for (const { delivered } of order.isShop && line.number > 1 ? [] : line.deliveries) {
      if (delivered === undefined) continue;
      carrier?.add("deliveries");
      if (delivered > order.due) carrier?.add("late");
    }
    const counts = order.isShop ? this.delivery.shop : this.delivery.erp;
    counts.add("lines");
    if (order.due <= lastDay && order.cancelledBy !== "client") counts.add("lines_due");
    counts.add(deliveryState(order, line));
  }

  #worth(amount: number, order: Order, day: number): number {
    return inReportingCurrency(this.#company.rates, amount, order.currency, day);
  }

  #moneyIn(currency: string) {
    const known = this.money.get(currency);
    if (known !== undefined) return known;
    const made = { invoiced: new Sum(), paid: new Sum(), unallocated: new Sum() };
    this.money.set(currency, made);
    return made;
  }
}

/** models.md §0.2: not cancelled, amount above zero. */
export function isValid(order: Order): boolean {
  return order.status !== "cancelled" && order.amount > 0;
}

/** Exactly one of these for each line. Late counts a single delivery after its day; a split one counts as split. */
function deliveryState(order: Order, line: Line): string {
  if (order.due > lastDay) return "not_due_yet";
  if (order.cancelledBy === "client") return "excluded_cancelled_by_client";
  if (order.cancelledBy === "supplier") return "failed_cancelled_by_supplier";
  if (deliveredTenths(line) < line.tenths) return "failed_not_all_delivered";
  if (line.deliveries.length > 1) return isAllBy(line, order.due) ? "split_in_time" : "failed_split";
  const delivered = line.deliveries[0]?.delivered ?? lastDay;
  return delivered > order.due ? "failed_late" : delivered < order.due ? "delivered_early" : "delivered_on_the_day";
}

function isAllBy(line: Line, day: number): boolean {
  return line.deliveries.every(({ delivered }) => delivered !== undefined && delivered <= day);
}
