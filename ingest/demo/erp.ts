import { writeCatalogue } from "./catalogue.ts";
import { emailOf, ownersOf, type Population, Profiles } from "./clients.ts";
import type { Company, Manager, Rates } from "./company.ts";
import { dayCount, holidays, isoDate, lastDay, monthName, quarterName, russianDate, yearOf } from "./days.ts";
import { persianAmount, persianDate, persianDigits, persianYear } from "./persian.ts";
import { itemAt, Random } from "./random.ts";
import type { Delivery, Line, Order } from "./sales.ts";
import type { Table, Tables } from "./tables.ts";
import { carriers, regions } from "./vocabulary.ts";

/** The ERP: windows-1251, titles above the header, Russian names, semicolons, decimal commas, dd.mm.yyyy, «Итого» below. */
const erp = { source: "erp", delimiter: ";" } as const;

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

/** `00000123`. */
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

export interface Invoice {
  readonly number: string;
  readonly order: Order;
  readonly issued: number;
  readonly due: number;
}

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

export interface Payment {
  readonly number: string;
  readonly invoice: string;
  readonly order: Order;
  readonly day: number;
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

export interface Return {
  readonly number: string;
  readonly order: Order;
  readonly line: Line;
  readonly day: number;
  readonly tenths: number;
  readonly amount: number;
  readonly reason: string;
}

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

/** Writes what does not grow with orders: clients, owners, managers, products, rates, holidays. */
export function writeMasterData(tables: Tables, company: Company, population: Population): void {
  writeClients(tables, company, population);
  writeManagers(tables, company.managers);
  writeCatalogue(tables, company.products);
  writeRates(tables, company.rates);
  for (const [day, name] of holidays) {
    const table: Table = { ...erp, file: "holidays.csv", entity: "calendar", header: ["Дата", "Праздник"] };
    tables.add(table, [`${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`, name]);
  }
}

const clientHeader = [
  "Код",
  "Наименование",
  "ИНН",
  "Вид",
  "Отрасль",
  "Регион",
  "Город",
  "Страна",
  "Численность",
  "Пол",
  "Дата рождения",
  "Телефон",
  "Эл. почта",
  "Менеджер",
  "Дата регистрации",
  "Не звонить",
  "Не звонить с",
];

function writeClients(tables: Tables, company: Company, population: Population): void {
  const profiles = new Profiles(population);
  const random = new Random(population.seed, "owners");
  const wishes = new Random(population.seed, "opted out");
  const clients: Table = { ...erp, file: "clients.csv", entity: "clients", header: clientHeader };
  const owners: Table = {
    ...erp,
    file: "client-owners.csv",
    entity: "client_owners",
    header: ["Клиент", "Менеджер", "С", "По"],
  };
  for (let client = 0; client < population.companies; client += 1) {
    const profile = profiles.of(client);
    const spells = ownersOf(company, profile, random);
    const wish = wishes.at(client);
    const isOptedOut = wish.chance(0.02);
    tables.add(clients, [
      profile.code,
      profile.name,
      profile.taxId,
      profile.isPerson ? "Физлицо" : "Юрлицо",
      profile.industry,
      itemAt(regions, profile.region).name,
      profile.city,
      profile.country,
      profile.size,
      profile.gender === undefined ? "" : profile.gender === "male" ? "М" : "Ж",
      profile.birthDay === undefined ? "" : russianDate(profile.birthDay),
      profile.phone,
      emailOf(profile),
      itemAt(spells, spells.length - 1).manager.code,
      russianDate(profile.firstSeen),
      isOptedOut ? "да" : "",
      isOptedOut ? russianDate(wish.between(Math.max(0, profile.firstSeen), lastDay)) : "",
    ]);
    for (const { manager, from, to } of spells) {
      tables.add(owners, [profile.code, manager.code, russianDate(from), to === undefined ? "" : russianDate(to)]);
    }
  }
}

function writeManagers(tables: Tables, managers: readonly Manager[]): void {
  const header = ["Табельный номер", "ФИО", "Команда", "Регион", "Направление", "Принят", "Уволен"];
  const table: Table = { ...erp, file: "managers.csv", entity: "managers", header };
  for (const { code, name, team, region, direction, hired, left } of managers) {
    const last = left === undefined ? "" : russianDate(left);
    tables.add(table, [code, name, team, itemAt(regions, region).name, direction, russianDate(hired), last]);
  }
}

function writeRates(tables: Tables, rates: Rates): void {
  rates.days.forEach((day, index) => {
    if (day >= dayCount || day > lastDay) return;
    const table: Table = {
      ...erp,
      file: `exchange-rates-${yearOf(day)}.csv`,
      entity: "exchange_rates",
      header: ["Валюта", "Дата", "Курс"],
    };
    tables.add(table, ["USD", russianDate(day), comma(itemAt(rates.USD, index))]);
    tables.add(table, ["EUR", russianDate(day), comma(itemAt(rates.EUR, index))]);
    tables.add(table, ["KZT", russianDate(day), `0,${String(itemAt(rates.KZT, index)).padStart(4, "0")}`]);
  });
}

/** `12345,60` from hundredths. */
export function comma(minor: number): string {
  return decimal(minor, ",");
}

/** `12345.60` from hundredths. */
export function point(minor: number): string {
  return decimal(minor, ".");
}

function decimal(minor: number, mark: string): string {
  const size = Math.abs(minor);
  const cents = size % 100;
  return `${minor < 0 ? "-" : ""}${Math.floor(size / 100)}${mark}${cents < 10 ? "0" : ""}${cents}`;
}

/** `12,5` from tenths; whole quantities without a comma. */
function quantityText(tenths: number): string {
  return tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)},${tenths % 10}`;
}
