import { type EntityName, entities } from "./contracts/entities.ts";
import {
  type Fit,
  fitOf,
  isThinOrder,
  isWhole,
  keyOf,
  originsOf,
  ownRows,
  type Table,
  valuesAs,
  valuesOf,
} from "./fit.ts";
import { matchColumns, spaceWords, splitWords } from "./match-columns.ts";
import { findPayments, findSales, type Sales } from "./sale-lines.ts";
import { plainName } from "./synonyms.ts";

/** Names of a number that every row has for itself. */
const rowIds = /^(?:row|record|line|id|№|no)(?: id| no| number)?$/;

/** What one table holds: the entity it fits best, those that stand in it beside, and what has to be asked of them. */
export interface Found {
  readonly fit: Fit;
  readonly beside: readonly Fit[];
  readonly evidence: readonly string[];
  readonly questions: readonly string[];
}

/** Cards that a report writes out again in each row: a name may be spelled anew from some day on. */
const cards: readonly EntityName[] = ["clients", "products", "managers"];
/** Entities that reports put into one row with an order and its line, all by columns of their own. */
const family: readonly EntityName[] = ["orders", ...cards, "order_lines", "shipments"];

/** Names of the number of a line within its order. */
const lineNumbers =
  /^(?:(?:order )?line(?: item)?(?: no| number| id)?|item(?: no| number)?|pos(?:ition)?|номер строки|строка|позиция|жол нөмірі|qator|ردیف)$/;

/** Entities that a list of papers with their lines is taken for, by the names of the papers. */
const papers: readonly EntityName[] = [...family, "invoices", "payments"];

/**
 * Takes a flat file apart, such as a report of sales with client and product in each row. An entity stands in it when its
 * key and all it requires do; a column belongs to it when no key of the sample has two values of it.
 */
export function takeApart(best: Fit | undefined, table: Table): Found | undefined {
  const alone = best === undefined ? undefined : { fit: best, beside: [], evidence: [], questions: [] };
  const isPaper = best === undefined || papers.some((entity) => entity === best.entity);
  if (!isPaper || table.rows.length < 2) return alone;
  const sales = findSales(table);
  if (sales === undefined && best?.entity === "invoices") return withPayments(best, table);
  if (sales === undefined && !family.some((entity) => entity === best?.entity)) return alone;
  const lines = fitLines(table, sales);
  const orders = sales?.orders ?? fitOf("orders", matchColumns("orders", table.columns));
  const fits = [
    orders,
    ...fitCards(table, [orders, lines?.fit]),
    ...(lines === undefined ? [] : [lines.fit]),
    ...fitShipments(table, lines?.fit, orders),
  ].filter(isWhole);
  const isOrder = (fit: Fit) => fit.entity === "orders" && (lines !== undefined || !isThinOrder(fit));
  const main = fits.find(isOrder) ?? fits.find(({ entity }) => entity === "order_lines");
  const isSureOfOther = best !== undefined && isWhole(best) && main?.entity !== best.entity;
  if (main === undefined || (fits.length === 1 && isSureOfOther)) return alone;
  const parts = [main, ...fits.filter((fit) => fit !== main && !hasBareKey(fit))]
    .map((fit) => keepConstant(fit, table))
    .filter(({ fit }) => !isEmptyCard(fit));
  const total = parts.map(({ fit }) => orderTotal(fit, table)).find((name) => name !== undefined);
  const [first, ...others] = parts.map(({ fit }) => withoutTotal(fit, total)).filter(isWhole);
  if (first?.entity !== main.entity || (others.length === 0 && isSureOfOther)) return alone;
  return {
    fit: first,
    beside: others,
    evidence: [
      ...(others.length === 0
        ? []
        : [`each row tells of ${[first, ...others].map(({ entity }) => entity).join(", ")}: a feed for each`]),
      ...(sales === undefined || sales.isOrder ? [] : [`${sales.number} is taken for the number of an order`]),
      ...(sales?.place === undefined ? [] : [`${sales.place} is taken for the region of an order`]),
      ...(others.some(isRetold)
        ? ["conflict: last: cards are written out in each row, and the last row counts where they differ"]
        : []),
      ...parts.flatMap(({ evidence }) => evidence),
      ...(total === undefined ? [] : [`${total} is no order_lines.amount: it tells of whole orders`]),
    ],
    questions: lines?.questions ?? [],
  };
}

function withPayments(invoices: Fit, table: Table): Found {
  const payments = findPayments(invoices, table);
  const isPaid = payments !== undefined && isWhole(invoices) && isWhole(payments);
  return {
    fit: invoices,
    beside: isPaid ? [payments] : [],
    evidence: isPaid ? [`rows with ${payments.only?.join(" and ")} tell of a payment too: a feed for it`] : [],
    questions: [],
  };
}

/** Cards written out in each row; what names a product names nobody, and the number of an order neither. */
function fitCards(table: Table, users: readonly (Fit | undefined)[]): readonly Fit[] {
  const numbers = users.flatMap((fit) => (fit === undefined ? [] : originsOf(fit, "order_id")));
  const others = { ...table, columns: table.columns.filter(({ name }) => !numbers.includes(name)) };
  const products = fitCard("products", others, users);
  const named = isWhole(products) ? originsOf(products, "name") : [];
  const columns = others.columns.filter(({ name }) => !named.includes(name));
  const own = (entity: EntityName) =>
    entity === "products" ? products : fitCard(entity, { ...table, columns }, users);
  return cards.map(own);
}

/** A card written out in each row, under the id that orders and lines name it by; its id is its name where it has no other. */
function fitCard(entity: EntityName, table: Table, users: readonly (Fit | undefined)[]): Fit {
  const matches = new Map(matchColumns(entity, table.columns));
  const [key = ""] = entities[entity].key;
  const id = users.flatMap((fit) => (fit === undefined ? [] : originsOf(fit, key)))[0];
  if (id === undefined) return fitOf(entity, matches);
  for (const [from, to] of matches) if (to === key || isOfLine(from, users)) matches.delete(from);
  matches.set(id, key);
  const isNamed = [...matches.values()].includes("name");
  const fit = fitOf(entity, matches, new Map(isNamed ? [] : [["name", [id]]]));
  const gaps = originsOf(fit, "name").filter((name) => name !== id && hasGaps(table, name));
  return { ...fit, only: [id, ...gaps] };
}

/** A card that nothing is told of but its id. */
function isEmptyCard(fit: Fit): boolean {
  return isRetold(fit) && fit.joined.has("name") && fit.matches.size < 2;
}

/** The price, the amount and the cost of a line are those of one sale, not of a card. */
function isOfLine(name: string, users: readonly (Fit | undefined)[]): boolean {
  const money = ["unit_price_amount", "amount", "cost_amount"];
  return users.some((fit) => fit?.entity === "order_lines" && money.includes(fit.matches.get(name) ?? ""));
}

function hasGaps({ columns }: Table, name: string): boolean {
  return columns.some((column) => column.name === name && column.emptyShare > 0);
}

/** The column of orders' amounts, where an order has several rows, and all of them tell it or the first one does. */
function orderTotal(fit: Fit, table: Table): string | undefined {
  if (fit.entity !== "orders") return undefined;
  const keys = keysOf(table, keyOf(fit));
  return new Set(keys).size === keys.length ? undefined : originsOf(fit, "amount")[0];
}

/**
 * An amount of a whole order is that of none of its lines; nor is a subtotal beside it, told where the order is: where an order
 * has several rows, or where the columns of lines say so by their names and the subtotal does not.
 */
function withoutTotal(fit: Fit, total: string | undefined): Fit {
  if (fit.entity !== "order_lines") return fit;
  const isMarked = originsOf(fit, "quantity").some((name) => ofLine.test(plainName(spaceWords(name))));
  if (total === undefined && !isMarked) return fit;
  const isOfOrder = (from: string) => from === total || /^sub ?total$/.test(plainName(spaceWords(from)));
  return { ...fit, matches: new Map([...fit.matches].filter(([from, to]) => to !== "amount" || !isOfOrder(from))) };
}

/** Names that begin with what they are of: a line of an order. */
const ofLine = /^line ?items? /;

/** What is called id or number and nothing else is that of what the table is about. */
const bare = /^(?:id|code|number|no|name|ид|код|номер|название|наименование)$/;

function hasBareKey({ entity, matches }: Fit): boolean {
  return [...matches].some(
    ([from, to]) => bare.test(plainName(from)) && entities[entity].key.some((key) => key === to),
  );
}

/** Tells whether rows beside an order tell of it again and again: where they differ, the last one counts. */
export function isRetold({ entity }: Fit): boolean {
  return cards.includes(entity);
}

const mostRetold = 0.6;

/** Tells whether a table that looks like a list of cards has most of their ids again and again: it tells of something else. */
export function isNoList(fit: Fit, table: Table): boolean {
  const key = keyOf(fit);
  if (!isRetold(fit) || key.length === 0 || table.rows.length < 10) return false;
  return new Set(keysOf(table, key)).size < table.rows.length * mostRetold;
}

/** Lines of orders: with a key of their own, else with one put together that no two rows of the sample share. */
function fitLines(
  table: Table,
  sales: Sales | undefined,
): { readonly fit: Fit; readonly questions: readonly string[] } | undefined {
  const matches = withCategory(withLineIds(matchColumns("order_lines", table.columns), table), table);
  const named = new Map([...matches].map(([from, to]) => [to, from]));
  const order = named.get("order_id") ?? sales?.number ?? orderKey(table);
  if (order !== undefined) matches.set(order, "order_id");
  if (order === undefined || !named.has("quantity")) return undefined;
  const own = named.get("order_line_id");
  if (own !== undefined && isUnique(table, [own]) && !isLineNumber(own) && !bare.test(plainName(own)))
    return { fit: fitOf("order_lines", matches), questions: [] };
  if (own !== undefined) matches.delete(own);
  const number = table.columns.find(({ name }) => isLineNumber(name))?.name;
  const product = findFilled(table, named.get("product_id"));
  const row = table.columns.find(({ name }) => rowIds.test(plainName(spaceWords(name))))?.name;
  const keys = [number, product].flatMap((name) => (name === undefined ? [] : [[order, name]]));
  const key = [...keys, [order], ...(row === undefined ? [] : [[row]])].find((names) => isUnique(table, names));
  if (key === undefined) {
    const question =
      "Which columns tell the lines of one order apart? No number of a line was found, and a product stands twice in one order.";
    return {
      fit: fitOf("order_lines", matches, new Map([["order_line_id", [order, "$record"]]])),
      questions: [question],
    };
  }
  return {
    fit: fitOf("order_lines", matches, new Map([["order_line_id", key]])),
    questions: askKey(key, order, product),
  };
}

/** A column that no row fills tells nothing apart. */
function findFilled({ columns }: Table, name: string | undefined): string | undefined {
  return columns.some((column) => column.name === name && column.type !== "empty") ? name : undefined;
}

const leastLines = 5;

/** An id that no two lines share is that of the line, where another column names the product: `item_id` beside `product_code`. */
function withLineIds(found: ReadonlyMap<string, string>, table: Table): ReadonlyMap<string, string> {
  const product = [...found].find(([, to]) => to === "product_id")?.[0];
  const hasLine = [...found.values()].includes("order_line_id");
  if (product === undefined || hasLine || table.rows.length < leastLines || !isUnique(table, [product])) return found;
  const others = table.columns.filter(({ name }) => name !== product);
  if (!splitWords(product).includes("id")) return found;
  const rest = matchColumns("order_lines", others);
  return [...rest.values()].includes("product_id") ? new Map([...rest, [product, "order_line_id"]]) : found;
}

/** What is sold may be told by its kind alone. */
function withCategory(found: ReadonlyMap<string, string>, { columns }: Table): Map<string, string> {
  const matches = new Map(found);
  if ([...matches.values()].includes("product_id")) return matches;
  const category = [...matchColumns("products", columns)].find(([, to]) => to === "name" || to === "category")?.[0];
  if (category !== undefined && !matches.has(category)) matches.set(category, "product_id");
  return matches;
}

/** Lines name their order as the order itself is named. */
function orderKey({ columns }: Table): string | undefined {
  return [...matchColumns("orders", columns)].find(([, to]) => to === "order_id")?.[0];
}

function askKey(key: readonly string[], order: string, product: string | undefined): readonly string[] {
  const [first = "", second] = key;
  if (second === undefined && product === undefined)
    return [`Does each ${order} have one line? No column names a product, so ${first} names a line here.`];
  if (second === undefined)
    return [
      `Does ${first} stay with its row in the next export? It names a line here; a product stands twice in one ${order}.`,
    ];
  if (second !== product) return [];
  return [`Can ${product} stand twice in one ${order}? It does not in the sample, so both together name a line.`];
}

/**
 * Deliveries, where a day of shipping or delivery stands in the row: of the line where rows are lines, else of the order. An
 * order without the day has no delivery yet.
 */
function fitShipments({ columns }: Table, lines: Fit | undefined, orders: Fit): readonly Fit[] {
  const matches = new Map(
    [...matchColumns("shipments", columns)].filter(([, to]) =>
      ["order_id", "shipped_date", "delivered_date", "carrier"].includes(to),
    ),
  );
  const days = [...matches].filter(([, to]) => to === "shipped_date" || to === "delivered_date");
  if (days.length === 0) return [];
  if (lines !== undefined) {
    const line = originsOf(lines, "order_line_id");
    const joined = [
      ["shipment_id", line],
      ["order_line_id", line],
    ] as const;
    return [fitOf("shipments", matches, new Map(joined))];
  }
  const order = originsOf(orders, "order_id");
  const first = days.find(([, to]) => to === "shipped_date") ?? days[0];
  const fit = fitOf("shipments", matches, new Map([["shipment_id", order]]));
  return [{ ...fit, only: first === undefined ? [] : [first[0]] }];
}

function isLineNumber(name: string): boolean {
  return lineNumbers.test(plainName(spaceWords(name)));
}

/** Leaves out the columns that differ within one key: they tell of something else in the row. */
function keepConstant(fit: Fit, table: Table): { readonly fit: Fit; readonly evidence: readonly string[] } {
  const key = keyOf(fit);
  if (key.length === 0 || key.includes("$record")) return { fit, evidence: [] };
  const marker = findMarker(fit, table, key);
  const only = marker === undefined ? (fit.only ?? []) : [marker];
  const own = ownRows({ ...fit, only }, table);
  const varied = [...fit.matches].filter(
    ([from, to]) => !key.includes(from) && !(isRetold(fit) && to === "name") && !isConstant(own, key, from, to),
  );
  const gone = new Set(varied.map(([from]) => from));
  return {
    fit: { ...fit, only, matches: new Map([...fit.matches].filter(([from]) => !gone.has(from))) },
    evidence: [
      ...(marker === undefined ? [] : [`only the first row of each ${key.join(" and ")} fills ${marker}`]),
      ...varied.map(([from, to]) => `${from} is no ${fit.entity}.${to}: it differs within one ${key.join(" and ")}`),
    ],
  };
}

/**
 * Finds a column that the first row of each order fills and no other: shops tell of the order once, and of further products in
 * rows that leave it out.
 */
function findMarker(fit: Fit, table: Table, key: readonly string[]): string | undefined {
  if (fit.entity !== "orders") return undefined;
  const keys = keysOf(table, key);
  const isFirst = keys.map((one, row) => one !== keys[row - 1]);
  if (isFirst.every((first) => first)) return undefined;
  const candidates = [...fit.matches.keys(), ...table.columns.map(({ name }) => name)];
  return candidates.find((name) => {
    if (key.includes(name)) return false;
    const values = valuesOf(table, [name]);
    return isFirst.every((first, row) => (values[row]?.[0] !== "") === first);
  });
}

/** Lines of one paper may be minutes apart. */
function isConstant(table: Table, key: readonly string[], name: string, to: string): boolean {
  const values = valuesAs(to, valuesOf(table, [name]).flat());
  const seen = new Map<string, string>();
  return keysOf(table, key).every((one, row) => {
    const value = values[row] ?? "";
    const before = seen.get(one);
    seen.set(one, value);
    return before === undefined || before === value;
  });
}

function isUnique(table: Table, key: readonly string[]): boolean {
  return new Set(keysOf(table, key)).size === table.rows.length;
}

function keysOf(table: Table, key: readonly string[]): readonly string[] {
  return valuesOf(table, key).map((values) => JSON.stringify(values));
}
