import { moneyStands } from "./ask-untaken.ts";
import { type Fit, isWhole, keyOf, originsOf } from "./fit.ts";
import { isRetold } from "./flat-table.ts";
import { matchColumns, spaceWords } from "./match-columns.ts";
import { findPlace, isSaleNumber, ordersOfInvoices } from "./sale-lines.ts";
import type { TableProposal } from "./sniff.ts";
import { askOfUsers, whatIsIt, withBuyers, withStatuses } from "./sniff-beside.ts";
import { plainName } from "./synonyms.ts";

/** Finds what the tables of one system tell of each other, and no table by itself. */
export function joinTables(tables: readonly TableProposal[]): readonly TableProposal[] {
  return withoutRetold(askOfUsers(askOfWorth(withBuyers(withStatuses(withProducts(withOrders(tables)))))));
}

/** Cards that have a list of their own are not read from rows of sales as well: the list knows better. */
function withoutRetold(tables: readonly TableProposal[]): readonly TableProposal[] {
  const listed = new Set(tables.filter(isList).map(({ entity }) => entity));
  return tables.map((table) => {
    const beside = table.beside.filter((fit) => !(isRetold(fit) && listed.has(fit.entity)));
    return beside.length === table.beside.length ? table : { ...table, beside };
  });
}

function isList(table: TableProposal): boolean {
  const { entity } = table;
  return entity !== undefined && isWhole({ ...table, entity });
}

/** Where lines name invoices, and nothing in the system names orders, invoices are its orders as well. */
function withOrders(tables: readonly TableProposal[]): readonly TableProposal[] {
  const fits = tables.flatMap((table) => [table, ...table.beside]);
  const names = fits.flatMap(({ entity, matches }) =>
    entity === "order_lines" ? [...matches].flatMap(([from, to]) => (to === "order_id" ? [from] : [])) : [],
  );
  const [number] = names.filter(isSaleNumber);
  if (number === undefined || fits.some(({ entity }) => entity === "orders")) return tables;
  return tables.map((table) => {
    const invoices = fitOfEntity(table, "invoices");
    const orders = invoices === undefined ? undefined : ordersOfInvoices(invoices);
    if (invoices === undefined || orders === undefined || !isWhole(orders)) return table;
    const place = findPlace(table.columns, invoices.matches);
    const placed = {
      ...orders,
      matches: new Map([...orders.matches, ...(place ? ([[place, "region"]] as const) : [])]),
    };
    return {
      ...table,
      joined: new Map([...table.joined, ["order_id", originsOf(invoices, "invoice_id")]]),
      beside: [...table.beside, placed],
      evidence: [
        ...table.evidence,
        `${table.file}: lines name ${number}, so invoices are the orders too: a feed for each`,
        ...(place === undefined ? [] : [`${table.file}: ${place} is taken for the region of an order`]),
      ],
    };
  });
}

const idName = /(?:id|key|code|no)$/i;

/**
 * Where lines name what was sold by an id that is no known name of a product, the table with that id and a name is the
 * list of products: `pizza_id` of a table of pizzas.
 */
function withProducts(tables: readonly TableProposal[]): readonly TableProposal[] {
  if (tables.some((table) => [table, ...table.beside].some(({ entity }) => entity === "products"))) return tables;
  const holder = tables.find((table) => table.entity === "order_lines");
  const lines = holder === undefined ? undefined : fitOfEntity(holder, "order_lines");
  if (lines === undefined || holder === undefined) return tables;
  const taken = new Set([...lines.matches.keys(), ...keyOf(lines)]);
  const free = holder.columns.map(({ name }) => name).filter((name) => !taken.has(name) && idName.test(name));
  const named = originsOf(lines, "product_id");
  const ids = named.length > 0 ? named : free;
  for (const id of ids) {
    const cards = tables.find((table) => table !== holder && isWhole(cardsOf(table, id)));
    if (cards === undefined) continue;
    return tables.map((table) => {
      if (table === holder) return { ...table, matches: new Map([...table.matches, [id, "product_id"]]) };
      if (table !== cards) return table;
      return {
        ...table,
        ...cardsOf(table, id),
        questions: table.questions.filter((one) => !one.endsWith(whatIsIt)),
        evidence: [...table.evidence, `${table.file}: lines name ${id}, so these are the products`],
      };
    });
  }
  return tables;
}

/** A table as the products that an id names: nothing fits where it has no such column, or no name. */
function cardsOf({ columns, entity, header }: TableProposal, id: string): Fit {
  const none: Fit = { entity: "products", matches: new Map(), joined: new Map(), told: new Map() };
  const [first] = header;
  const own = columns.find(({ name }) => name === first);
  const plain = own === undefined ? "" : plainName(spaceWords(own.name));
  const isNamedSo = ` ${plainName(spaceWords(id))}`.endsWith(` ${plain}`) && plain.includes(" ");
  if (entity !== undefined || own === undefined || !isNamedSo) return none;
  const matches = new Map(matchColumns("products", columns));
  for (const [from, to] of matches) if (to === "product_id") matches.delete(from);
  matches.set(own.name, "product_id");
  const stem = plain.replace(/ (?:id|key|code|no)$/, "");
  const isNamed = [...matches.values()].includes("name");
  const name = columns.find((column) => [`${stem} name`, "name", "title"].includes(plainName(spaceWords(column.name))));
  if (!isNamed && name !== undefined) matches.set(name.name, "name");
  const isNameless = !isNamed && name === undefined && matches.size > 1;
  return { ...none, matches, joined: isNameless ? new Map([["name", [own.name]]]) : new Map() };
}

/** Orders whose lines tell neither a price nor an amount, and that tell none themselves, would be worth nothing. */
function askOfWorth(tables: readonly TableProposal[]): readonly TableProposal[] {
  const fits = tables.flatMap((table) => [table, ...table.beside]);
  const isWorth = fits.some(
    (fit) =>
      (fit.entity === "orders" || fit.entity === "order_lines") &&
      [...fit.matches.values(), ...fit.joined.keys()].some(
        (column) => column === "amount" || column === "unit_price_amount",
      ),
  );
  const lines =
    tables.find(({ entity }) => entity === "order_lines") ?? tables.find(({ entity }) => entity === "orders");
  if (isWorth || lines === undefined || lines.questions.some((one) => one.includes(moneyStands))) return tables;
  const priced = tables.find(
    (table) => table.entity === "products" && [...table.matches.values()].includes("list_price_amount"),
  );
  const hint =
    priced === undefined
      ? ""
      : ` The prices of ${priced.file} are those of today's list: write the price paid into each line of the export.`;
  const what = lines.entity === "orders" ? "an order" : "a line";
  const question = `${lines.file}: What is ${what} worth? No column of lines or orders tells a price or an amount: sales would not be known.${hint}`;
  return tables.map((table) => (table === lines ? { ...table, questions: [...table.questions, question] } : table));
}

function fitOfEntity(table: TableProposal, entity: Fit["entity"]): Fit | undefined {
  return table.entity === entity ? { ...table, entity } : undefined;
}
