import { askOfAmounts } from "./ask-amounts.ts";
import { askOfClients } from "./ask-clients.ts";
import { type Column, isTemporal, listColumns } from "./contracts/contract.ts";
import { type EntityName, entities } from "./contracts/entities.ts";
import { type Fit, guessOf, listUnmet, originsOf, ownRows, type Table, valuesOf } from "./fit.ts";
import { namesDay } from "./guess.ts";
import { spaceWords } from "./match-columns.ts";
import { inWord, outWord } from "./statement-names.ts";
import { plainName } from "./synonyms.ts";
import { hasSign } from "./values/sign.ts";

/** Days that figures are told by, though a row may lack them. */
const tellingDays: Partial<Readonly<Record<EntityName, readonly string[]>>> = {
  interactions: ["done_at"],
  complaints: ["closed_at"],
  surveys: ["answered_date"],
  shipments: ["delivered_date"],
  deals: ["created_date"],
  invoices: ["due_date"],
};

/** Names that money stands under. */
export const moneyName =
  /(?<!\p{L})(?:prices?|cost|amount|total|sum|value|revenue|gross|net|turnover|цена|цене|стоимость|стоимости|сумма|сумме|выручка|итого|ціна|вартість|сума|бағасы|сомасы|құны|narxi|summasi|qiymati|قیمت|مبلغ|betrag|preis|prix|montant|precio|importe|fiyat|tutar|kwota|cena|wartość)(?!\p{L})/u;
const mostNamed = 6;
const supplierName =
  /(?<!\p{L})(?:suppliers?|vendors?|поставщика?|постачальника?|жеткізуші|yetkazib beruvchi|ta minotchi|تامین کننده|تأمین کننده|proveedor|fornecedor|fournisseur|fornitore|lieferant|dostawca|tedarikçi)(?!\p{L})/u;

/** What is bought from suppliers is written like what is sold to clients. */
function askOfSuppliers(fits: readonly Fit[], { columns }: Table): readonly string[] {
  const papers = fits.filter(({ entity }) => ["orders", "order_lines", "invoices", "payments"].includes(entity));
  const isSold = papers.some((fit) => originsOf(fit, "client_id").length > 0);
  const supplier = columns.find(({ name }) => supplierName.test(plainName(name)));
  const [first] = papers;
  if (first === undefined || isSold || supplier === undefined) return [];
  return [
    `Are these purchases? ${supplier.name} names a supplier and no column a client: what is bought is none of ${first.entity.replace("_", " ")}, which are sales here. If so, leave the file out.`,
  ];
}

/**
 * Asks of what a table tells and no feed of it takes, though figures would silently be wrong or none without it: days, money, and
 * the column that says which amounts came and which went.
 */
export function askOfUntaken(fits: readonly Fit[], table: Table): readonly string[] {
  const taken = new Set(
    fits.flatMap(({ matches, joined, told }) => [
      ...matches.keys(),
      ...[...joined.values()].flat(),
      ...[...told.values()].map(({ from }) => from),
    ]),
  );
  const free = { ...table, columns: table.columns.filter(({ name }) => !taken.has(name)) };
  return [
    ...fits.flatMap((fit) => askOfDays(fit, free)),
    ...askOfOrders(fits, free),
    ...askOfMoney(fits, table, free),
    ...askOfClients(fits, table),
    ...askOfSuppliers(fits, free),
    ...fits.flatMap((fit) => [...askOfSides(fit, table, free), ...askOfAmounts(fit, table)]),
  ];
}

/** Names the columns of days that a required day may be: ` Days stand in Sale Date, Date Shipped.` */
function daysFor(column: Column, fit: Fit, { columns }: Table): string {
  if (!isTemporal(column)) return "";
  const days = columns.filter(({ name, type }) => (type === "date" || type === "timestamp") && !fit.matches.has(name));
  const counted = columns.filter(isCountedDay);
  if (days.length === 0 && counted.length > 0)
    return ` ${shown(counted)} holds days as spreadsheets count them (${counted[0]?.examples[0]}): export it as days, or as a workbook.`;
  return days.length === 0 ? "" : ` Days stand in ${shown(days)}.`;
}

/** What is said where no column of money was taken and one looks like it. */
export const moneyStands = "money seems to stand";

/** Numbers from 1990 to 2050 as days since 1900, under a name of days. */
function isCountedDay({ name, type, examples }: Table["columns"][number]): boolean {
  return (
    type === "number" && namesDay(name) && examples.every((text) => Number(text) > 32_874 && Number(text) < 54_790)
  );
}

function askOfDays(fit: Fit, free: Table): readonly string[] {
  const days = free.columns.filter(({ type }) => type === "date" || type === "timestamp");
  const lacking = (tellingDays[fit.entity] ?? []).filter((to) => originsOf(fit, to).length === 0);
  const isPlanned = fit.entity === "interactions" && originsOf(fit, "planned_at").length > 0;
  if (days.length === 0 || isPlanned || listUnmet(fit).some(isTemporal)) return [];
  return lacking.flatMap((to) =>
    listColumns(entities[fit.entity])
      .filter(({ name }) => name === to)
      .map(
        ({ name, description }) =>
          `Which column is ${fit.entity}.${name}? ${description} None is mapped to it, and days stand in ${shown(days)}.`,
      ),
  );
}

/** Lines without orders have no day; where rows tell days, one of them may be that of the order. */
function askOfOrders(fits: readonly Fit[], { columns }: Table): readonly string[] {
  const lines = fits.find(({ entity }) => entity === "order_lines");
  const days = columns.filter(({ type }) => type === "date" || type === "timestamp");
  if (lines === undefined || fits.some(({ entity }) => entity === "orders") || days.length === 0) return [];
  const [order = "the order"] = originsOf(lines, "order_id");
  return [
    `Which column is the day of the order? Lines name ${order}, no feed of this file tells of orders, and days stand in ${shown(days)}: add a feed of orders, unless another file tells them.`,
  ];
}

/** Sales without money count as nought. */
function askOfMoney(fits: readonly Fit[], table: Table, { columns }: Table): readonly string[] {
  const sales = fits.filter(({ entity }) => entity === "orders" || entity === "order_lines");
  const money = ["amount", "unit_price_amount"];
  const isTold = sales.some((fit) => money.some((to) => originsOf(fit, to).length > 0));
  const numbers = columns.filter(({ type }) => type === "number");
  const costs = sales.flatMap((fit) => guessOf(fit, table, "cost_amount") ?? []);
  const named = [...numbers.filter(({ name }) => moneyName.test(plainName(spaceWords(name)))), ...costs];
  const found = named.length > 0 ? named : numbers.filter(({ decimals }) => decimals?.count === 2);
  const main = sales.find(({ entity }) => entity === "order_lines") ?? sales[0];
  if (main === undefined || isTold || found.length === 0) return [];
  const to = main.entity === "orders" ? "orders.amount" : "order_lines.amount or order_lines.unit_price_amount";
  return [`Which column is ${to}? None is mapped to it, and ${moneyStands} in ${shown(found)}.`];
}

/** Statements may write amounts without a sign, and beside them whether the money came or went. */
function askOfSides(fit: Fit, table: Table, free: Table): readonly string[] {
  const amount = guessOf(fit, table, "amount");
  if (amount === undefined || amount.type !== "number" || fit.direction !== undefined) return [];
  const own = ownRows(fit, table);
  if (valuesOf(own, [amount.name]).some(([text = ""]) => hasSign(text, "negative"))) return [];
  return free.columns.flatMap(({ name, type }) => {
    const words = [...new Set(valuesOf(own, [name]).flat())].filter((text) => text !== "");
    const isSide =
      type === "text" &&
      words.length <= 3 &&
      words.some((text) => words.length > 1 || /\p{L}/u.test(text)) &&
      words.every((text) => inWord.test(text) || outWord.test(text));
    return isSide
      ? [
          `Does ${name} (${words.join(", ")}) say whether ${amount.name} came or went? No amount is below zero: rows of the one kind would count like those of the other. Leave one out: only: [{ column: "${name}", in: […] }].`,
        ]
      : [];
  });
}

function shown(columns: readonly { readonly name: string }[]): string {
  const names = columns.map(({ name }) => name);
  return names.length > mostNamed ? `${names.slice(0, mostNamed).join(", ")}, …` : names.join(", ");
}

/** Asks for each column an entity requires and the table does not give, and names days that may be it. */
export function askOfUnmet(fit: Fit, table: Table): readonly string[] {
  return listUnmet(fit).map(
    (column) => `Which column is ${column.name}? ${column.description}${daysFor(column, fit, table)}`,
  );
}
