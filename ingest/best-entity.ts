import { listColumns } from "./contracts/contract.ts";
import { type EntityName, entities, entityNames } from "./contracts/entities.ts";
import { type Fit, fitOf, isThinOrder } from "./fit.ts";
import type { ColumnGuess } from "./guess.ts";
import { askOfUnkept } from "./kept-nowhere.ts";
import { isSameWord, matchColumns, spaceWords, splitWords } from "./match-columns.ts";
import { plainName } from "./synonyms.ts";

/**
 * Finds the entity whose columns the header names best; its required columns count double, and its name in that of the file
 * helps. Undefined where nothing tells: neither the name nor a key nor half of what is required. Half a key is none: a rate of
 * no currency is a price.
 */
export function bestEntity(
  columns: readonly ColumnGuess[],
  tableName: string,
  known: EntityName | undefined,
): Fit | undefined {
  if (known === undefined && askOfUnkept(columns) !== undefined) return undefined;
  const words = splitWords(tableName);
  const isStatement = tellsMoneyByDay(columns);
  const otherId = findOther(words, columns);
  const hasDays = columns.some(({ type }) => type === "date" || type === "timestamp");
  const candidates = (known === undefined ? entityNames : [known]).map((entity) => {
    const matches = matchColumns(entity, columns);
    const found = new Set(matches.values());
    const required = listColumns(entities[entity]).filter(({ nullable }) => !nullable);
    const met = required.filter(({ name }) => found.has(name)).length;
    const isNamed =
      splitWords(entity).every((word) => words.some((other) => isSameWord(word, other))) ||
      aliases[entity]?.test(plainName(spaceWords(tableName))) === true;
    const keys = entities[entity].key.filter((key) => found.has(key)).length;
    const isHalf = keys > 0 && keys < entities[entity].key.length;
    const fit = fitOf(entity, matches);
    const isCard = cards.includes(entity);
    const isWhole = met === required.length && !(isStatement && isCard);
    const isKeyed = keys > 0 && !isHollow(fit, isWhole);
    const isOther =
      (isCard && !isNamed && columns.some(tellsPaper)) ||
      ofOthers(entity, plainName(spaceWords(tableName)), columns, isNamed) ||
      (otherId !== undefined && (isCard || !hasDays)) ||
      (!isNamed && isBare(fit)) ||
      (!isNamed && (isHalf || (entity === "exchange_rates" && !found.has("rate"))));
    if (isOther) return { fit, isTold: false, score: 0 };
    const isTold = isNamed || isKeyed || (met * 2 >= required.length && matches.size > 2 && keys === 0);
    const score = matches.size / Math.max(columns.length, 1) + met / required.length + (isNamed ? 0.7 : 0);
    return { fit, isTold: isTold && matches.size > 0, score };
  });
  const best = candidates.reduce((one, other) => (other.score > one.score ? other : one));
  return best.isTold || known !== undefined ? best.fit : undefined;
}

/**
 * Tells whether the rows of a table are parts or events of what an entity is, and none of it: lines are no cards, and rows with an
 * id of their own beside that of an order are no orders.
 */
function ofOthers(entity: EntityName, table: string, columns: readonly ColumnGuess[], isNamed: boolean): boolean {
  if (cards.includes(entity)) return /\b(?:line ?items?|lines)\b|строк[иа]\b|позици[ия]/u.test(table);
  const has = (name: string) => columns.some((column) => plainName(spaceWords(column.name)) === name);
  return entity === "orders" && !isNamed && has("id") && has("order id");
}

/** Names that anything may have: a list of `id` and `name` is that of branches as well as of clients. */
const anyNames =
  /^(?:id|ид|code|код|kod|name|title|nombre|nome|nom|название|наименование|назва|атауы|nomi|نام|کد|type|kind|тип|вид|status|статус|description|описание|date|дата|created at|updated at)$/u;

function isBare({ matches }: Fit): boolean {
  return [...matches.keys()].every((name) => anyNames.test(plainName(spaceWords(name))));
}

/** The id of what a table lists, where that is none of ours: a table of `countries` with a `country_id` lists countries. */
function findOther(words: readonly string[], columns: readonly ColumnGuess[]): ColumnGuess | undefined {
  const listed = words.map(singular).join(" ");
  const own = columns.find(({ name }) => {
    const parts = splitWords(name);
    const stem = parts.slice(0, -1).map(singular).join(" ");
    return parts.at(-1) === "id" && stem !== "" && ` ${listed}`.endsWith(` ${stem}`);
  });
  if (own === undefined) return undefined;
  const isKnown = entityNames.some((entity) =>
    entities[entity].key.includes(matchColumns(entity, [own]).get(own.name) ?? ""),
  );
  return isKnown ? undefined : own;
}

function singular(word: string): string {
  return word.replace(/ies$/, "y").replace(/(?:(?<=[sxz]|ch|sh)es|(?<![su])s)$/, "");
}

/** Cards, which say who or what something is: by its id and its name. */
const cards: readonly EntityName[] = ["clients", "contacts", "managers", "products"];

/** Rows that name an invoice or an order are rows of it: a list of cards has no such column. */
function tellsPaper({ name, type }: ColumnGuess): boolean {
  return type !== "empty" && paper.test(plainName(spaceWords(name)));
}

const paper =
  /^(?:(?:sales )?(?:invoice|order|waybill|receipt)(?: (?:no|number|id|code))?|(?:номер |№ )?(?:заказа?|счета|накладной|чека|замовлення|рахунку|тапсырыс)|buyurtma(?: raqami)?|(?:شماره )?(?:سفارش|فاکتور))$/u;

/** Rows of days and amounts are events: no card has an amount of its own. */
function tellsMoneyByDay(columns: readonly ColumnGuess[]): boolean {
  const isDay = ({ type }: ColumnGuess) => type === "date" || type === "timestamp";
  return (
    columns.some(isDay) && columns.some(({ name, type }) => type === "number" && plainAmount.test(plainName(name)))
  );
}

const plainAmount =
  /^(?:(?:transaction )?amount|sum|сумма(?: операции| платежа)?|сума|сома|summa|مبلغ|betrag|bedrag|montant|importe|tutar|kwota)(?: [a-z]{3})?$/u;

/** A key alone tells nothing: neither a card without a name, nor an order whose number is but an id and that tells no money. */
function isHollow(fit: Fit, isMet: boolean): boolean {
  return (cards.includes(fit.entity) && !isMet) || isThinOrder(fit) || isThinShipment(fit);
}

/** An id beside that of an order may be that of anything: what tells of a delivery is a day, a carrier or how much of what. */
function isThinShipment({ entity, matches }: Fit): boolean {
  const told = ["planned_date", "shipped_date", "delivered_date", "carrier", "quantity", "order_line_id"];
  return entity === "shipments" && ![...matches.values()].some((column) => told.includes(column));
}

/** What files are called that hold an entity, where its own name does not tell. */
const aliases: Partial<Readonly<Record<EntityName, RegExp>>> = {
  sales_plans: /\b(?:plans?|targets?|quotas?)\b|план|жоспар|\breja|برنامه/,
  interactions:
    /\b(?:calls?|visits?|meetings?|activit\w+|tasks?|events?)\b|звон|дзвін|дзвон|визит|візит|встреч|зустріч|қоңырау|ngiroq|تماس/,
  complaints: /\b(?:complaints?|tickets?|cases?|claims?)\b|жалоб|претензи|рекламац|обращени|скарг|шағым|shikoyat|شکایت/,
  returns: /\b(?:returns?|refunds?)\b|возврат|повернен|қайтар|qaytar|مرجوع/,
  campaigns: /\bcampaigns?$|кампани[ия]$|кампанії$|науқан|kampaniya|کمپین/,
  campaign_members: /campaigns? (?:members?|responses?|recipients?|contacts)|рассылк|розсилк/,
  surveys: /\b(?:surveys?|nps|csat|feedback)\b|опрос|анкет|опитув|сауалнама|so rov|نظرسنجی/,
  shipments: /\b(?:fulfill?ments?|deliver(?:y|ies)|dispatch(?:es)?)\b|отгруз|доставк|відвантаж|жеткіз|yetkazib|ارسال/,
  managers:
    /\b(?:employees?|staff|managers?|sales ?(?:reps?|people|team))\b|сотрудник|менеджер|співробітник|қызметкер|xodim|کارمند/,
};
