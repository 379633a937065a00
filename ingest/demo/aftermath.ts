import { writeComplaint } from "./callcentre.ts";
import type { Classes } from "./classes.ts";
import { badProduct, type Company, inReportingCurrency } from "./company.ts";
import { lastDay } from "./days.ts";
import {
  type Invoice,
  orderNumber,
  type Payment,
  type Return,
  writeInvoice,
  writePayment,
  writeReturn,
  writeShipment,
} from "./erp.ts";
import type { Plans } from "./plans.ts";
import { itemAt, Random } from "./random.ts";
import type { Line, Order } from "./sales.ts";
import { Counts } from "./sums.ts";
import type { Tables } from "./tables.ts";
import { type Books, isValid } from "./truth.ts";

const returnReasons = ["Брак", "Не подошло", "Ошибка в заказе", "Повреждено при доставке"] as const;

/** What follows from an order: deliveries, an invoice and its payments, returns, complaints; each up to the last day. */
export class Aftermath {
  readonly #tables: Tables;
  readonly #company: Company;
  readonly #books: Books;
  readonly #classes: Classes;
  readonly #plans: Plans;
  readonly #random: Random;
  readonly complaints = new Counts();

  constructor(seed: number, world: { tables: Tables; company: Company; books: Books; classes: Classes; plans: Plans }) {
    this.#tables = world.tables;
    this.#company = world.company;
    this.#books = world.books;
    this.#classes = world.classes;
    this.#plans = world.plans;
    this.#random = new Random(seed, "aftermath");
  }

  /** Settles an order of the ERP. What the shop sells is paid at once and booked by the shop. */
  settle(order: Order): void {
    for (const line of order.lines) {
      line.deliveries.forEach((delivery, part) => {
        writeShipment(this.#tables, order, line, delivery, part + 1);
      });
    }
    const random = this.#random.at(order.number);
    this.#complain(order, random);
    this.#invoice(order, random);
    if (!order.isPlanted) for (const line of order.lines) this.#takeBack(order, line, random);
  }

  #invoice(order: Order, random: Random): void {
    const delivery = order.lines[0]?.deliveries[0];
    if (!isValid(order) || delivery === undefined) return;
    const issued = delivery.shipped;
    const invoice: Invoice = { number: `С-${orderNumber(order)}`, order, issued, due: issued + order.profile.termDays };
    writeInvoice(this.#tables, invoice);
    this.#books.addInvoice(order);
    this.#pay(invoice, random);
  }

  #pay({ number, order, issued, due }: Invoice, random: Random): void {
    const isNever = random.chance(0.012);
    const day = Math.max(issued, due + order.profile.payDelay + Math.round(4 * random.normal()));
    const isInTwo = random.chance(0.08);
    const rest = day + random.between(8, 25);
    const isAdvance = random.chance(0.0015);
    if (isNever) return;
    const whole = order.currency === "KZT" ? 100 : 1;
    const first = isInTwo ? Math.round((order.amount * 0.6) / whole) * whole : order.amount;
    this.#book({ number: `П-${orderNumber(order)}-1`, invoice: number, order, day, amount: first });
    if (isInTwo) {
      this.#book({
        number: `П-${orderNumber(order)}-2`,
        invoice: number,
        order,
        day: rest,
        amount: order.amount - first,
      });
    }
    if (isAdvance)
      this.#book({
        number: `П-${orderNumber(order)}-А`,
        invoice: "",
        order,
        day,
        amount: Math.max(1, Math.floor(order.amount / 300)) * 100,
      });
  }

  #book(payment: Payment): void {
    if (payment.day > lastDay || payment.amount === 0) return;
    writePayment(this.#tables, payment);
    this.#books.addPayment(payment);
  }

  #takeBack(order: Order, line: Line, random: Random): void {
    const isBad = line.product === badProduct;
    const isReturned = random.chance(isBad ? 0.14 : 0.011);
    const wait = random.between(3, 25);
    const share = 0.1 + 0.4 * random.unit();
    const reason = isBad ? returnReasons[0] : random.pick(returnReasons);
    const delivered = line.deliveries[0]?.delivered;
    if (!isReturned || delivered === undefined || delivered + wait > lastDay || line.tenths < 20) return;
    const whole = order.currency === "KZT" ? 100 : 1;
    const tenths = Math.max(10, Math.floor((line.tenths * share) / 10) * 10);
    const amount = Math.floor((line.amount * tenths) / (line.tenths * whole)) * whole;
    const goods: Return = {
      number: `В-${orderNumber(order)}-${line.number}`,
      order,
      line,
      day: delivered + wait,
      tenths,
      amount,
      reason,
    };
    writeReturn(this.#tables, this.#company, goods);
    this.#books.addReturn(goods);
    const worth = inReportingCurrency(this.#company.rates, amount, order.currency, order.day);
    this.#classes.addReturn(order, worth);
    this.#plans.addReturn(order, line, worth);
  }

  #complain(order: Order, random: Random): void {
    const late = order.lines.some(({ deliveries }) => deliveries.some(({ delivered }) => (delivered ?? 0) > order.due));
    const bad = order.lines.find(({ product }) => product === badProduct);
    const roll = random.unit();
    const kind = random.unit();
    const isAbout =
      late && roll < 0.11
        ? "delivery"
        : bad !== undefined && roll < 0.2
          ? "quality"
          : roll > 0.9925
            ? "other"
            : undefined;
    if (isAbout === undefined || order.status === "cancelled") return;
    const type =
      isAbout === "other"
        ? itemAt(["documents", "price", "service", "quality", "delivery"], Math.floor(kind * 5))
        : isAbout;
    const line = isAbout === "quality" && bad !== undefined ? bad : itemAt(order.lines, 0);
    const arrived = line.deliveries[0]?.delivered ?? order.due;
    const isWritten = writeComplaint(
      this.#tables,
      this.#company,
      { order, line, type, day: arrived + random.between(0, 5) },
      random,
    );
    if (!isWritten) return;
    this.complaints.add(type);
    if (line.product === badProduct && type === "quality") this.#books.badProduct.add("quality_complaints");
  }
}
