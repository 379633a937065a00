import { comma, quantityText } from "./amounts.ts";
import type { Company } from "./company.ts";
import { isoDate, monthName, quarterName, russianDate, yearOf } from "./days.ts";
import { persianAmount, persianDate, persianDigits, persianYear } from "./persian.ts";
import { itemAt } from "./random.ts";
import type { Delivery, Line, Order } from "./sales.ts";
import type { Table, Tables } from "./tables.ts";
import { carriers, regions } from "./vocabulary.ts";

/** The ERP: windows-1251, titles above the header, Russian names, semicolons, decimal commas, dd.mm.yyyy, «Итого» below. */
export const erp = { source: "erp", delimiter: ";" } as const;

const orderHeader = [
  "Номер",
  "Дата",
  "Клиент",
  "Статус",
  "Отменён кем",
  "Канал",
  "Менеджер",
  "Рекламная кампания",
  "Регион",
  "Валюта",
  "Сумма",
  "Желаемая дата",
  "Обещанная дата",
  "Склад",
];
const lineHeader = ["Заказ", "Строка", "Товар", "Количество", "Цена", "Скидка %", "Сумма", "Себестоимость"];
const shipmentHeader = [
  "Номер отгрузки",
  "Заказ",
  "Строка",
  "Плановая дата",
  "Отгружено",
  "Доставлено",
  "Количество",
  "Перевозчик",
];
const invoiceHeader = ["Номер счёта", "Заказ", "Клиент", "Дата", "Срок оплаты", "Сумма", "Валюта"];
const paymentHeader = ["Номер платежа", "Счёт", "Клиент", "Дата", "Сумма", "Валюта", "Назначение"];
const returnHeader = [
  "Номер возврата",
  "Заказ",
  "Строка",
  "Клиент",
  "Товар",
  "Дата",
  "Количество",
  "Сумма",
  "Валюта",
  "Причина",
];

/** Months whose orders and lines, and quarters whose payments, carry damaged rows. */
const damagedOrders: ReadonlySet<string> = new Set(["2025-03", "2025-09", "2026-04"]);
const damagedPayments: ReadonlySet<string> = new Set(["2025-Q2", "2026-Q1"]);

const statusNames = { open: "В работе", done: "Выполнен", cancelled: "Отменён" } as const;
const cancellerNames = { client: "Клиент", supplier: "Поставщик" } as const;
const channelNames = { field: "Выезд", phone: "Телефон", email: "Почта", shop: "Сайт" } as const;

/** What the ERP prints around the rows of a report: titles above, and the sum of a column below. */
function report(title: string, period: string, column: number): Pick<Table, "preamble" | "footer"> {
  return {
    preamble: ["ООО «Торговый дом Караван»", `${title} за ${period}`, "Отбор: все организации", ""],
    footer: { word: "Итого", column, write: comma },
  };
}

/** The number of an order as the ERP writes it: `00000123`. */
export function orderNumber(order: Order): string {
  return String(order.number).padStart(8, "0");
}

/** Writes an order and its lines into the files of its month. */
export function writeOrder(tables: Tables, company: Company, order: Order): void {
  const month = monthName(order.month);
  const isWeak = damagedOrders.has(month);
  const table: Table = {
    ...erp,
    ...report("Реестр заказов покупателей", month, 10),
    file: `orders-${month}.csv`,
    entity: "orders",
    header: orderHeader,
  };
  tables.add(
    isWeak ? { ...table, weak: { key: 0, number: 10, date: 1, required: 1 } } : table,
    [
      orderNumber(order),
      russianDate(order.day),
      order.profile.code,
      statusNames[order.status],
      order.cancelledBy === undefined ? "" : cancellerNames[order.cancelledBy],
      channelNames[order.channel],
      itemAt(company.managers, order.manager).code,
      order.campaign ?? "",
      itemAt(regions, order.profile.region).name,
      order.currency,
      comma(order.amount),
      order.requested === undefined ? "" : russianDate(order.requested),
      russianDate(order.promised),
      order.profile.country === "Россия" ? "Основной склад" : "Склад экспорта",
    ],
    order.amount,
  );
  for (const line of order.lines) writeLine(tables, company, order, line, isWeak);
}

function writeLine(tables: Tables, company: Company, order: Order, line: Line, isWeak: boolean): void {
  const month = monthName(order.month);
  const place = { ...erp, file: `order-lines-${month}.csv`, entity: "order_lines" } as const;
  const table: Table = { ...place, ...report("Строки заказов покупателей", month, 6), header: lineHeader };
  tables.add(
    isWeak ? { ...table, weak: { key: 1, number: 6, required: 3 } } : table,
    [
      orderNumber(order),
      String(line.number),
      itemAt(company.products, line.product).code,
      quantityText(line.tenths),
      comma(line.price),
      String(line.discount),
      comma(line.amount),
      comma(line.cost),
    ],
    line.amount,
  );
}

/** Writes a delivery into the file of the month the goods left in. */
export function writeShipment(tables: Tables, order: Order, line: Line, delivery: Delivery, part: number): void {
  const month = isoDate(delivery.shipped).slice(0, 7);
  tables.add({ ...erp, file: `shipments-${month}.csv`, entity: "shipments", header: shipmentHeader }, [
    `${orderNumber(order)}-${line.number}-${part}`,
    orderNumber(order),
    String(line.number),
    russianDate(order.due),
    russianDate(delivery.shipped),
    delivery.delivered === undefined ? "" : russianDate(delivery.delivered),
    quantityText(delivery.tenths),
    itemAt(carriers, order.carrier).name,
  ]);
}

/** The invoice of an order. Days are counted from the first day of the demo company. */
export interface Invoice {
  readonly number: string;
  readonly order: Order;
  readonly issued: number;
  readonly due: number;
}

/** Writes an invoice, of the whole order, into the file of the quarter it was issued in. */
export function writeInvoice(tables: Tables, { number, order, issued, due }: Invoice): void {
  const quarter = quarterName(issued);
  const place = { ...erp, file: `invoices-${quarter}.csv`, entity: "invoices", header: invoiceHeader } as const;
  tables.add(
    { ...place, ...report("Счета покупателям", quarter, 5) },
    [
      number,
      orderNumber(order),
      order.profile.code,
      russianDate(issued),
      russianDate(due),
      comma(order.amount),
      order.currency,
    ],
    order.amount,
  );
}

/** Money that came in on a day. */
export interface Payment {
  readonly number: string;
  /** The invoice it names; empty where it names none. */
  readonly invoice: string;
  readonly order: Order;
  readonly day: number;
  /** In hundredths of the order's currency. */
  readonly amount: number;
}

/** Writes a payment. Dollars come in through the branch in Tehran, which has books of its own. */
export function writePayment(tables: Tables, payment: Payment): void {
  if (payment.order.currency === "USD") {
    writeBranchPayment(tables, payment);
    return;
  }
  const { number, invoice, order, day, amount } = payment;
  const quarter = quarterName(day);
  const place = { ...erp, file: `payments-${quarter}.csv`, entity: "payments", header: paymentHeader } as const;
  const table: Table = { ...place, ...report("Поступления от покупателей", quarter, 4) };
  tables.add(
    damagedPayments.has(quarter) ? { ...table, weak: { key: 0, number: 4, date: 3, required: 4 } } : table,
    [
      number,
      invoice,
      order.profile.code,
      russianDate(day),
      comma(amount),
      order.currency,
      invoice === "" ? "Аванс; без счёта" : `Оплата по счёту ${invoice}`,
    ],
    amount,
  );
}

const branchHeader = ["شماره پرداخت", "فاکتور", "مشتری", "تاریخ", "مبلغ", "ارز"];

/** The branch in Tehran: UTF-8, Persian names and digits, days of the Persian calendar, a file for each of its years. */
function writeBranchPayment(tables: Tables, { number, invoice, order, day, amount }: Payment): void {
  const year = persianYear(day);
  const table: Table = {
    ...erp,
    encoding: "utf-8",
    file: `tehran-payments-${year}.csv`,
    entity: "payments",
    header: branchHeader,
    preamble: [`دریافت‌های شعبه تهران، سال ${persianDigits(String(year))}`],
    footer: { word: "جمع کل", column: 4, write: persianAmount },
    weak: { key: 0, number: 4, date: 3, impossible: persianDigits("1404/07/31"), required: 4 },
  };
  tables.add(
    table,
    [
      persianDigits(number),
      persianDigits(invoice),
      persianDigits(order.profile.code),
      persianDate(day),
      persianAmount(amount),
      "دلار",
    ],
    amount,
  );
}

/** Goods of one line that came back. */
export interface Return {
  readonly number: string;
  readonly order: Order;
  readonly line: Line;
  readonly day: number;
  /** Quantity in tenths of a unit. */
  readonly tenths: number;
  /** Value in hundredths of the order's currency. */
  readonly amount: number;
  readonly reason: string;
}

/** Writes a return into the file of the year it came back in. */
export function writeReturn(tables: Tables, company: Company, goods: Return): void {
  const year = yearOf(goods.day);
  const place = { ...erp, file: `returns-${year}.csv`, entity: "returns", header: returnHeader } as const;
  tables.add(
    { ...place, ...report("Возвраты от покупателей", `${year} год`, 7) },
    [
      goods.number,
      orderNumber(goods.order),
      String(goods.line.number),
      goods.order.profile.code,
      itemAt(company.products, goods.line.product).code,
      russianDate(goods.day),
      quantityText(goods.tenths),
      comma(goods.amount),
      goods.order.currency,
      goods.reason,
    ],
    goods.amount,
  );
}
