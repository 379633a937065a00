import { type Fit, fitOf, isBareId, originsOf, type Table } from "./fit.ts";
import type { ColumnGuess } from "./guess.ts";
import { matchColumns, spaceWords } from "./match-columns.ts";
import { plainName } from "./synonyms.ts";

/** Numbers of papers that sell goods line by line: where no order is named, such a paper is the order. */
const saleNumbers =
  /^(?:(?:sales? )?(?:invoice|transaction|trans|receipt|bill|check|cheque|voucher|document|basket)(?: (?:id|no|number|key|code))?|(?:номер |№ )?(?:чека|накладной|накладної|реализации|реалізації|документа)|(?:чек|(?:расходная |видаткова )?накладная?|реализация|реалізація|документ)(?: (?:№|номер))?|чек нөмірі|жүкқұжат(?: нөмірі)?|құжат нөмірі|chek raqami|yuk xati(?: raqami)?|hujjat raqami|hisob faktura(?: raqami)?|(?:شماره )?(?:فاکتور|سند|رسید))$/;

/** Days of such papers. */
const saleDays =
  /^(?:(?:sales?|invoice|transaction|trans|receipt|bill|purchase|document|posting|order) )?(?:date|day)(?: ?time)?(?: key)?$|^(?:date ?time|timestamp)$|^дата(?: (?:чека|накладной|накладної|реализации|реалізації|документа|продажи|продажу|время))?$|^(?:чек |жүкқұжат |құжат |сату )?күні$|^(?:chek |hujjat |sotuv )?sanasi?$|^تاریخ(?: (?:فاکتور|سند|رسید|فروش))?$/;

/** Sales told line by line: the fit of their orders, and whether another paper's number stands for that of an order. */
export interface Sales {
  readonly orders: Fit;
  readonly number: string;
  readonly isOrder: boolean;
  /** Column that stands for the region, where no column is called so. */
  readonly place: string | undefined;
}

/**
 * Finds sales in a table whose rows tell a quantity and a price or an amount: under the number and day of an order, else of an
 * invoice, a receipt or another paper. Undefined where rows tell no number.
 */
export function findSales({ columns }: Pick<Table, "columns">): Sales | undefined {
  const line = new Set(matchColumns("order_lines", columns).values());
  if (!line.has("quantity") || !(line.has("unit_price_amount") || line.has("amount"))) return undefined;
  const orders = fitOf("orders", matchColumns("orders", columns));
  const [named] = originsOf(orders, "order_id");
  const paper = columns.find((column) => isNumbering(column, orders))?.name;
  const own = named !== undefined && isBareId(named) && paper !== undefined ? undefined : named;
  const number = own ?? paper;
  if (number === undefined) return undefined;
  const matches = new Map([...orders.matches].filter(([, to]) => to !== "order_id")).set(number, "order_id");
  const day = originsOf(orders, "order_date")[0] ?? columns.find(isDay)?.name;
  if (day !== undefined) matches.set(day, "order_date");
  const place = [...matches.values()].includes("region") ? undefined : findPlace(columns, matches);
  if (place !== undefined) matches.set(place, "region");
  return { orders: fitOf("orders", matches), number, isOrder: own !== undefined, place };
}

/**
 * Finds payments in the rows of invoices: where an invoice and the day it was paid stand in one row, the payment is that of the
 * invoice, and rows without the day tell of none.
 */
export function findPayments(invoices: Fit, { columns }: Pick<Table, "columns">): Fit | undefined {
  const [[id], [amount]] = [originsOf(invoices, "invoice_id"), originsOf(invoices, "amount")];
  const taken = new Set(invoices.matches.keys());
  const named = matchColumns(
    "payments",
    columns.filter(({ name }) => !taken.has(name)),
  );
  const day = [...named].find(([, to]) => to === "paid_date")?.[0];
  if (id === undefined || amount === undefined || day === undefined) return undefined;
  const shared = [...invoices.matches].filter(([, to]) => ["client_id", "amount", "currency"].includes(to));
  const matches = new Map([...shared, [id, "invoice_id"], [day, "paid_date"]] as const);
  return { ...fitOf("payments", matches, new Map([["payment_id", [id]]])), only: [day] };
}

/** Orders that invoices stand for, where lines of a system name invoices and nothing in it names orders. */
export function ordersOfInvoices(invoices: Fit): Fit | undefined {
  const renamed: Readonly<Record<string, string>> = { invoice_id: "order_id", issued_date: "order_date" };
  const kept = ["client_id", "amount", "currency"];
  if ([...invoices.matches.values()].includes("order_id")) return undefined;
  const matches = [...invoices.matches].flatMap(([from, to]): readonly (readonly [string, string])[] => {
    const own = renamed[to];
    return own !== undefined ? [[from, own]] : kept.includes(to) ? [[from, to]] : [];
  });
  return fitOf("orders", new Map(matches));
}

/** Tells whether a column is called like the number of a paper that sells. */
export function isSaleNumber(name: string): boolean {
  return saleNumbers.test(plainName(spaceWords(name)));
}

/** Where sales are told apart by, the widest first, when no column is a region. */
const places = [
  /^(?:(?:billing |shipping |ship |customer )?country|страна|країна|ел|davlat|mamlakat|کشور)$/,
  /^(?:market|branch|филиал|філія|filial|شعبه)$/,
  /^(?:store|shop|outlet|магазин|крамниця|дүкен|do kon|فروشگاه)$/,
  /^(?:(?:billing |shipping |ship |customer )?city|город|місто|қала|shahar|شهر)$/,
];

/** Finds the column that stands for the region of a sale, of those that nothing has taken. */
export function findPlace(columns: readonly ColumnGuess[], taken: ReadonlyMap<string, string>): string | undefined {
  const named = (shape: RegExp) =>
    columns.find(
      ({ name, type, examples }) =>
        type === "text" && examples.length > 1 && !taken.has(name) && shape.test(plainName(spaceWords(name))),
    )?.name;
  return places.map(named).find((name) => name !== undefined);
}

function isNumbering({ name, type, emptyShare }: ColumnGuess, { matches }: Fit): boolean {
  const isPlain = type === "text" || type === "number";
  return isPlain && emptyShare <= 0.5 && !matches.has(name) && isSaleNumber(name);
}

function isDay({ name, type }: ColumnGuess): boolean {
  return (type === "date" || type === "timestamp") && saleDays.test(plainName(spaceWords(name)));
}
