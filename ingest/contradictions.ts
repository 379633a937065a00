import type { Column } from "./contracts/contract.ts";
import type { EntityName } from "./contracts/entities.ts";
import type { ColumnGuess } from "./guess.ts";

/** Names of things in the plural: over numbers they tell how many there were. */
const counted =
  /^(?:calls|visits|meetings|orders|clients|customers|contacts|deals|leads|items|products|invoices|payments|returns|shipments|deliveries|tickets|complaints|звонки|заказы|клиенты|контакты|сделки|товары|платежи|визиты|встречи|отгрузки|возвраты|обращения|дзвінки|замовлення|клієнти)$/;

/** What one unit costs, which is not the cost of a line of several. */
const ofOneUnit =
  /^(?:unit cost(?: price)?|cost per unit|cost price|standard cost|average cost|buy price|buying price|purchase price|(?:себестоимость|собівартість) (?:за )?(?:единиц[уы]|ед|шт|одиниц[юі]|од)|закупочная цена|цена закупки|закупівельна ціна|бірлік құны|birlik tannarxi|بهای واحد)$/;

/** What a shop says of the account of a client, under `state`. */
const ofAccount = /^(?:enabled|disabled|invited|declined|active|inactive)$/i;

/**
 * Tells whether the values of a column, or what its name says of them, contradict a meaning that the name alone allows: yes and no
 * are no id, a count of calls is no call, the name of a shop is no order number, the cost of one unit is not that of a line.
 * @param plain the name of the column in plain words.
 */
export function isContradicted(
  entity: EntityName,
  { type, examples }: ColumnGuess,
  column: Column,
  plain: string,
): boolean {
  if (column.kind === "id" && type === "flag") return true;
  if (column.kind === "id" && type === "number" && counted.test(plain)) return true;
  if (column.name === "order_id" && plain === "name" && !hasNumbers(examples)) return true;
  if (column.name === "region" && examples.some((text) => ofAccount.test(text.trim()))) return true;
  return entity === "order_lines" && column.name === "cost_amount" && ofOneUnit.test(plain);
}

function hasNumbers(examples: readonly string[]): boolean {
  return examples.filter((text) => /\p{Nd}/u.test(text)).length * 2 > examples.length;
}
