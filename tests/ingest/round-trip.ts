import fc from "fast-check";
import { encode } from "./samples.ts";
import { book } from "./xlsx-book.ts";

/** An order as its company knows it; the amount in hundredths. */
export interface KnownOrder {
  readonly id: number;
  readonly day: Date;
  readonly client: number;
  readonly cents: number;
  readonly note: string;
}

/** How a system writes its orders: language, dialect, encoding, numbers, days and ids. */
export interface Hand {
  readonly language: keyof typeof languages;
  readonly delimiter: string;
  readonly newline: string;
  readonly isQuoted: boolean;
  readonly encoding: number;
  readonly hasMark: boolean;
  readonly day: keyof typeof days;
  readonly amount: keyof typeof amounts;
  readonly id: keyof typeof ids;
  readonly hasTitle: boolean;
  readonly endsOpen: boolean;
}

const languages = {
  en: {
    header: ["Order No", "Order Date", "Customer", "Amount", "Note"],
    clients: ["Rose & Co", "Müller GmbH", 'O\'Neil "X"', "Iris, Ltd", "Zoë"],
    encodings: ["utf-8", "windows-1252", "utf-16le"],
  },
  ru: {
    header: ["Номер заказа", "Дата заказа", "Клиент", "Сумма", "Комментарий"],
    clients: ['ООО "Роза"', "ИП Иванов; А.", "Ёлкин", "АО Лилия", "Дом быта"],
    encodings: ["utf-8", "windows-1251", "ibm866", "koi8-r"],
  },
  uk: {
    header: ["Номер замовлення", "Дата замовлення", "Клієнт", "Сума", "Коментар"],
    clients: ['ТОВ "Ґанок"', "ФОП Їжак", "Єва", "Київ, ТОВ", "Дім"],
    encodings: ["utf-8", "windows-1251"],
  },
  tr: {
    header: ["Sipariş No", "Sipariş Tarihi", "Müşteri", "Tutar", "Not"],
    clients: ["Şeker A.Ş.", "İğne Ltd", "Gül", "Öz; Ltd", "Çiçek"],
    encodings: ["utf-8", "windows-1254"],
  },
  fa: {
    header: ["شماره سفارش", "تاریخ سفارش", "مشتری", "مبلغ", "شرح"],
    clients: ["شرکت پارس", "گل رز", "رضایی", "علی, نوری", "خانه"],
    encodings: ["utf-8"],
  },
} as const;

const iso = (day: Date) => day.toISOString().slice(0, 10);
const partsOf = (day: Date) => iso(day).split("-") as [string, string, string];

const days = {
  "dd.MM.yyyy": (day: Date) => partsOf(day).reverse().join("."),
  "yyyy-MM-dd": iso,
  "dd/MM/yyyy": (day: Date) => partsOf(day).reverse().join("/"),
  "M/d/yyyy": (day: Date) => `${day.getUTCMonth() + 1}/${day.getUTCDate()}/${day.getUTCFullYear()}`,
  "dd.MM.yy": (day: Date) =>
    partsOf(day)
      .reverse()
      .join(".")
      .replace(/20(\d\d)$/, "$1"),
  yyyyMMdd: (day: Date) => iso(day).replaceAll("-", ""),
  "yyyy-MM-dd HH:mm:ss": (day: Date) => `${iso(day)} 00:00:00`,
};

const amounts = {
  "1234.50": (cents: number) => (cents / 100).toFixed(2),
  "1234,50": (cents: number) => (cents / 100).toFixed(2).replace(".", ","),
  "1 234,50": (cents: number) => grouped(cents, " ", ","),
  "1,234.50": (cents: number) => grouped(cents, ",", "."),
  "1.234,50": (cents: number) => grouped(cents, ".", ","),
  "1'234.50": (cents: number) => grouped(cents, "'", "."),
  "1234.5": (cents: number) => String(cents / 100),
  "1234.50-": (cents: number) => `${(Math.abs(cents) / 100).toFixed(2)}${cents < 0 ? "-" : ""}`,
  "(1234.50)": (cents: number) => (cents < 0 ? `(${(-cents / 100).toFixed(2)})` : (cents / 100).toFixed(2)),
};

const ids = {
  plain: (id: number) => String(id + 1),
  padded: (id: number) => String(id + 1).padStart(8, "0"),
  prefixed: (id: number) => `A-${1000 + id}`,
  long: (id: number) => String(900_000_000_000_000 + id * 7),
  exponent: (id: number) => `${id + 1}E5`,
};

function grouped(cents: number, group: string, decimal: string): string {
  const [whole = "", rest = ""] = (Math.abs(cents) / 100).toFixed(2).split(".");
  return `${cents < 0 ? "-" : ""}${whole.replace(/\B(?=(\d{3})+$)/g, group)}${decimal}${rest}`;
}

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>) =>
  fc.constantFrom(...(Object.keys(table) as Key[]));

export const hands: fc.Arbitrary<Hand> = fc.record({
  language: keysOf(languages),
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  newline: fc.constantFrom("\n", "\r\n", "\r"),
  isQuoted: fc.boolean(),
  encoding: fc.nat({ max: 3 }),
  hasMark: fc.boolean(),
  day: keysOf(days),
  amount: keysOf(amounts),
  id: keysOf(ids),
  hasTitle: fc.boolean(),
  endsOpen: fc.boolean(),
});

export const orderLists: fc.Arbitrary<readonly KnownOrder[]> = fc
  .array(
    fc.record({
      day: fc.date({ min: new Date("2015-01-01"), max: new Date("2025-12-31"), noInvalidDate: true }),
      client: fc.nat({ max: 4 }),
      cents: fc.oneof(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 99_999_999 })),
      note: fc.constantFrom("", "", "x", "line\nbreak", "semi;colon", "a,b", ' "q" ', "1,5"),
    }),
    { minLength: 3, maxLength: 40 },
  )
  .map((orders) => orders.map((order, id) => ({ ...order, id })));

/** Writes orders as a system of that hand does. */
export function writeOrders(orders: readonly KnownOrder[], hand: Hand): Buffer {
  const { header, encodings } = languages[hand.language];
  const quote = (text: string) =>
    hand.isQuoted || text.includes(hand.delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const records = orders.map((order) => [...tellOrder(order, hand), order.note]);
  const lines = [header, ...records].map((cells) => cells.map(quote).join(hand.delimiter));
  const text = [...(hand.hasTitle ? ["Report", ""] : []), ...lines].join(hand.newline);
  const encoding = encodings[hand.encoding % encodings.length] ?? "utf-8";
  const isMarked = encoding === "utf-16le" || (encoding === "utf-8" && hand.hasMark);
  return encode(`${isMarked ? "\ufeff" : ""}${text}${hand.endsOpen ? "" : hand.newline}`, encoding);
}

/** Writes orders as a workbook, a JSON document or XML by that hand; where it quotes nothing, amounts are numbers. */
export const documents = {
  xlsx: (orders: readonly KnownOrder[], hand: Hand): Buffer => {
    const { header } = languages[hand.language];
    return book({ sheets: [{ name: "Orders", rows: [header, ...orders.map((order) => cellsOf(order, hand))] }] });
  },
  json: (orders: readonly KnownOrder[], hand: Hand): Buffer => {
    const { header } = languages[hand.language];
    const rows = orders.map((order) =>
      Object.fromEntries(cellsOf(order, hand).map((cell, place) => [header[place] ?? "", cell])),
    );
    return Buffer.from(JSON.stringify(rows, undefined, hand.endsOpen ? 2 : 0));
  },
  xml: (orders: readonly KnownOrder[], hand: Hand): Buffer => {
    const names = languages[hand.language].header.map((name) => name.replaceAll(" ", "_"));
    const rows = orders.map((order) =>
      cellsOf(order, hand).map((cell, place) => `<${names[place]}>${escapeXml(String(cell))}</${names[place]}>`),
    );
    const elements = rows.map((cells) => `<order>${cells.join(hand.newline)}</order>`).join("\n");
    return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<orders>\n${elements}\n</orders>\n`);
  },
};

function cellsOf(order: KnownOrder, hand: Hand): readonly (string | number)[] {
  const [id = "", day = "", client = "", amount = ""] = tellOrder(order, hand);
  return [id, day, client, hand.isQuoted ? amount : order.cents / 100, order.note];
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** Number, day, client and amount of an order as the system writes them. */
function tellOrder({ id, day, client, cents }: KnownOrder, hand: Hand): readonly string[] {
  const { clients } = languages[hand.language];
  return [ids[hand.id](id), days[hand.day](day), clients[client] ?? "", amounts[hand.amount](cents)];
}

/** The row of raw an order is to become: number, day, client, amount. */
export function expectRow({ id, day, client, cents }: KnownOrder, hand: Hand): readonly string[] {
  return [ids[hand.id](id), iso(day), languages[hand.language].clients[client] ?? "", (cents / 100).toFixed(4)];
}
