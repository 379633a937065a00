import type { Column } from "./contracts/contract.ts";
import type { EntityName } from "./contracts/entities.ts";
import type { ColumnGuess } from "./guess.ts";

/** Names of things in the plural: over numbers they tell how many there were. */
const counted =
  /^(?:calls|visits|meetings|orders|clients|customers|contacts|deals|leads|items|products|invoices|payments|returns|shipments|deliveries|tickets|complaints|звонки|заказы|клиенты|контакты|сделки|товары|платежи|визиты|встречи|отгрузки|возвраты|обращения|дзвінки|замовлення|клієнти)$/;

/** A number of things over a time, or of all of them, is the id of none: `monthly_sales`, `total orders`. */
const countedOver = /^(?:daily|weekly|monthly|yearly|annual|total|average|avg|number of|count of|num) .+|.+ count$/;

/** A line of an order is no product, whatever it is called: `order_item_id` in a table of returns. */
const ofOrderLine = /^(?:order|sales|invoice|transaction) (?:item|line|detail)s?(?: item)?(?: (?:id|no|number|code))?$/;

/** Tax numbers have more digits than taxes have: `order_tax`. */
const leastTaxNumber = 1_000_000;

/** What the whole paper comes to, which is the amount of none of its lines. */
const ofWholePaper = /^(?:order|invoice|cart|basket|receipt) (?:grand )?(?:total|amount|sum|value)(?: amount)?$/;

/** What lies in stock, which nobody bought. */
const inStock =
  /(?<!\p{L})(?:inventory|stock|in stock|on hand|available|остат(?:ок|ки)|наличии|залишок|қалдық|qoldiq|موجودی|estoque|existencias|bestand|stok)(?!\p{L})/u;

/** What one unit costs, which is not the cost of a line of several. */
const ofOneUnit =
  /^(?:unit cost(?: price)?|cost per unit|cost price|standard cost|average cost|buy price|buying price|purchase price|(?:себестоимость|собівартість) (?:за )?(?:единиц[уы]|ед|шт|одиниц[юі]|од)|закупочная цена|цена закупки|закупівельна ціна|бірлік құны|birlik tannarxi|بهای واحد)$/;

/** `Estado` is a region of a country, and what became of an order: `Estado de la orden`. */
const ofPaper = /^region (?:order|payment|invoice|envío|envio)$/;

/** What a shop says of the account of a client, under `state`. */
const ofAccount = /^(?:enabled|disabled|invited|declined|active|inactive)$/i;

/**
 * Tells whether the values of a column, or what its name says of them, contradict a meaning that the name alone allows: yes and no
 * are no id, a count of calls is no call, the name of a shop is no order number, the cost of one unit is not that of a line, what lies in stock was not bought.
 * @param plain the name of the column in plain words.
 */
export function isContradicted(
  entity: EntityName,
  { type, examples, greatest = 0 }: ColumnGuess,
  column: Column,
  plain: string,
): boolean {
  if (column.kind === "id" && type === "flag") return true;
  if (column.kind === "id" && type === "number" && (counted.test(plain) || countedOver.test(plain))) return true;
  if (column.name === "tax_id" && type === "number" && greatest < leastTaxNumber) return true;
  if (column.name === "product_id" && ofOrderLine.test(plain)) return true;
  if (column.name === "phone" && (type === "text" || type === "flag") && !examples.some((text) => /\p{Nd}/u.test(text)))
    return true;
  if (column.name === "email" && (type === "text" || type === "flag") && !examples.some((text) => text.includes("@")))
    return true;
  if (column.name === "order_id" && plain === "name" && !hasNumbers(examples)) return true;
  if (column.name === "region" && ofPaper.test(plain)) return true;
  if (column.name === "region" && examples.some((text) => ofAccount.test(text.trim()))) return true;
  if (entity !== "order_lines") return false;
  if (column.name === "quantity") return inStock.test(plain);
  if (column.name === "amount") return ofWholePaper.test(plain);
  return column.name === "cost_amount" && ofOneUnit.test(plain);
}

/** Numbers of papers are one word, or two: `SO 1001`; names of things have digits too. */
function hasNumbers(examples: readonly string[]): boolean {
  return examples.filter((text) => /^(?:\S+ )?\S*\p{Nd}\S*$/u.test(text.trim())).length * 2 > examples.length;
}
