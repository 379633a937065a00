import { type Column, isNumeric, isTemporal, listColumns } from "./contracts/contract.ts";
import { type EntityName, entities } from "./contracts/entities.ts";
import { isContradicted } from "./contradictions.ts";
import { withoutCurrency } from "./currencies.ts";
import { isShare } from "./fit.ts";
import { translateWords } from "./foreign-words.ts";
import type { ColumnGuess } from "./guess.ts";
import { foldName } from "./header.ts";
import { knownName, plainName } from "./synonyms.ts";

const leastSimilarity = 0.6;
const surelyNamed = 0.95;

/** Pairs the columns of an export with those of a contract, the most similar names first, each at most once. */
export function matchColumns(entity: EntityName, columns: readonly ColumnGuess[]): ReadonlyMap<string, string> {
  const shorten = withoutPrefix(columns.map(({ name }) => name));
  const hasName = columns.some(({ name }) => isNameOf(entity, name));
  const hasStreet = columns.some(({ name }) => streetName.test(plainName(spaceWords(name))));
  const hasPlaces = columns.some(({ name }) => placeName.test(plainName(spaceWords(name))));
  const likenessOf = (guess: ColumnGuess, column: Column) => {
    const { name } = guess;
    const short = isKey(entity, column) ? name : shorten(name);
    const whole = isNumberSign(guess) ? similarity(entity, "номер", column) - 0.2 : similarity(entity, name, column);
    return short === name ? whole : Math.max(whole, similarity(entity, short, column));
  };
  const pairs = columns
    .flatMap((guess) =>
      listColumns(entities[entity]).map((column) => ({
        guess,
        column,
        similarity:
          isPossible(guess, column) &&
          isFilled(guess, column) &&
          !(hasPlaces && column.name === "status" && stateName.test(plainName(spaceWords(guess.name)))) &&
          !(hasStreet && column.kind === "id" && bareNumber.test(plainName(spaceWords(guess.name)))) &&
          !(hasName && column.name === "name" && /^name$/.test(plainName(spaceWords(guess.name)))) &&
          !isContradicted(entity, guess, column, plainName(spaceWords(withoutCurrency(guess.name))))
            ? likenessOf(guess, column)
            : 0,
      })),
    )
    .filter(
      ({ guess, column, similarity: like }) =>
        like >= (isFraction(guess, column) || column.name === "same_client_id" ? surelyNamed : leastSimilarity),
    )
    .sort(
      (one, other) =>
        Number(one.guess.type === "empty") - Number(other.guess.type === "empty") ||
        other.similarity - one.similarity ||
        Number(isIdOfWord(one)) - Number(isIdOfWord(other)) ||
        Number(isMailbox(one)) - Number(isMailbox(other)),
    );
  const matches = new Map<string, string>();
  for (const { guess, column } of pairs) {
    if (matches.has(guess.name) || [...matches.values()].includes(column.name)) continue;
    matches.set(guess.name, column.name);
  }
  return entity === "products" ? keyedByArticle(namedByName(matches, columns)) : matches;
}

/** What is called a name is the name of a product, and a description beside it is not. */
function namedByName(
  matches: ReadonlyMap<string, string>,
  columns: readonly ColumnGuess[],
): ReadonlyMap<string, string> {
  const plain = (name: string) => plainName(spaceWords(name));
  const described = [...matches].find(
    ([from, to]) => to === "name" && /(?:^| )(?:description|dscription)$/.test(plain(from)),
  );
  const named = columns.find(({ name, type }) => {
    return type === "text" && !matches.has(name) && /^(?:(?:product|item|article) )?(?:name|title)$/.test(plain(name));
  });
  if (described === undefined || named === undefined) return matches;
  return new Map([...matches].map(([from, to]) => [from === described[0] ? named.name : from, to]));
}

/** A mailbox names somebody only where no id does. */
function isMailbox({ guess, column }: { readonly guess: ColumnGuess; readonly column: Column }): boolean {
  return column.kind === "id" && /(?:^| )e ?mail$/.test(plainName(spaceWords(guess.name)));
}

/** `category_id` tells a category only where no `category_name` does. */
function isIdOfWord({ guess, column }: { readonly guess: ColumnGuess; readonly column: Column }): boolean {
  return column.kind !== "id" && splitWords(guess.name).at(-1) === "id";
}

/** Beside a city or a country, a state is a part of the country, and tells nothing of an order. */
const stateName = /(?:^| )(?:state|estado|état|etat|stato|stan)$/u;
const placeName =
  /(?:^| )(?:city|country|zip|zip code|postal code|postcode|county|ciudad|cidade|país|pais|pays|ville)$/u;

/** Beside a street, a number is that of a house. */
const streetName =
  /(?:^| )(?:street|calle|rua|rue|via|straße|strasse|ulica|улица|вулиця|көше|ko cha|خیابان|sokak|cadde|direccion|dirección|endereço|logradouro)$/u;
const bareNumber = /^(?:number|no|nr)$/;

/** Tells whether a column is called the name of what the entity is: a name beside it is that of somebody else. */
function isNameOf(entity: EntityName, name: string): boolean {
  const words = splitWords(name);
  return (
    words.length === 2 && words[1] === "name" && splitWords(entity).every((own) => isSameWord(own, words[0] ?? ""))
  );
}

/** `№` over 1, 2, 3 counts rows; over anything else it is the number of what the table is about, unless another column is called so. */
function isNumberSign({ name, examples }: ColumnGuess): boolean {
  return /^[№#]$/.test(name.trim()) && examples.some((text, place) => text !== String(place + 1));
}

/** Takes off what stands before all names of a table: `order_item_quantity` among `order_item_…` is a quantity. */
function withoutPrefix(names: readonly string[]): (name: string) => string {
  const [first = [], ...others] = names.map((name) => plainName(spaceWords(name)).split(" "));
  const shared = first.findIndex((word, place) => others.some((words) => words[place] !== word));
  const length = Math.max(shared, 0);
  if (names.length < 3 || length === 0) return (name) => name;
  return (name) => plainName(spaceWords(name)).split(" ").slice(length).join(" ") || name;
}

/** Where products have no other id, their article number is it: lines of orders name them by it. */
function keyedByArticle(matches: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  if ([...matches.values()].includes("product_id")) return matches;
  return new Map([...matches].map(([from, to]) => [from, to === "sku" ? "product_id" : to]));
}

function mostly(examples: readonly string[], shape: RegExp): boolean {
  return examples.filter((text) => shape.test(text)).length * 2 > examples.length;
}

const mostEmpty = 0.5;

/** A column that many rows leave empty is no key, and no reference that every row needs. */
function isFilled({ emptyShare }: ColumnGuess, { kind, nullable }: Column): boolean {
  return emptyShare <= mostEmpty || kind !== "id" || nullable;
}

/** Names of amounts, which no share of one is. */
const moneyWords =
  /(?<!\p{L})(?:amount|sum|value|total|сумма|сума|сома|summa|مبلغ|betrag|montant|importe|tutar)(?!\p{L})/u;

/** Numbers with decimals are no ids and no words, unless their column is called just so: `01.02` may be a code. */
function isFraction({ type, decimal }: ColumnGuess, column: Column): boolean {
  return type === "number" && decimal !== undefined && !isNumeric(column);
}

/** An empty column of such a name would hold days. */
const dayBehind = /(?:^| )(?:at|on|date|time|дата|күні|sana|تاریخ)$/u;

/** An empty column of any other name would hold none. */
const dayWithin =
  /date|day|\btime|\bat$|\bon$|moment|created|start|\bend\b|begin|from|valid|deadline|due|month|period|opened|closed|sent|shipped|delivered|дата|день|начал|оконч|срок|месяц|период|создан|закрыт|открыт|время|місяць|термін|початок|кінець|күн|мерзім|(?:^| )ай$|sana|muddat|oy\b|تاریخ|شروع|پایان|سررسید|ماه/u;

/** Days are no numbers and numbers no days, whatever their columns are called. */
function isPossible({ name, type, examples, currencies, greatest = 0 }: ColumnGuess, column: Column): boolean {
  const isDay = isTemporal(column);
  if (type === "flag" && isDay) return false;
  if (isShare(column) && greatest > 100) return false;
  if (isShare(column) && (currencies !== undefined || moneyWords.test(plainName(spaceWords(name))))) return false;
  if (type === "number" && column.name === "country") return false;
  if (column.name === "budget_amount" && /\bdaily\b/.test(plainName(spaceWords(name)))) return false;
  if (isDay && type === "empty" && !dayWithin.test(plainName(spaceWords(name)))) return false;
  if (!isDay && type === "empty" && dayBehind.test(plainName(spaceWords(name)))) return false;
  if (type === "text" && isDay) return mostly(examples, /\d{1,4}[./\- ]\d{1,2}[./\- ]|\b(?:1[349]|20)\d\d\b/);
  if (type === "text" && isNumeric(column)) return mostly(examples, /^[^\p{L}\d]{0,3}\d/u);
  if (type === "number") return !isDay && column.sqlType !== "boolean" && column.name !== "currency";
  return type === "date" || type === "timestamp" ? isDay : true;
}

/**
 * Compares names by their words, 0 to 1: `OrderDate` and `order_date` are the same, `id` is `<entity>_id`, `Product Name`
 * is the name of a product, `Unit Cost USD` a unit cost. Words that many columns share count little.
 */
function similarity(entity: EntityName, name: string, column: Column): number {
  const spoken = withoutCurrency(name);
  const known = [spoken, splitCase(spoken), spaceWords(spoken)]
    .map((text) => knownName(entity, text, column.name))
    .find((sure) => sure !== undefined);
  if (known !== undefined) return known;
  if (column.kind === "id" && ofLedger.test(plainName(spaceWords(spoken)))) return 0;
  const own = splitWords(entity);
  const words = splitWords(plainName(spaceWords(spoken)));
  const given = words.join(" ") === "id" ? [...own, "id"] : words;
  const rest = given.filter((word) => !own.some((other) => isSameWord(word, other)));
  const wanted = splitWords(column.name);
  if (column.name === "status" && given.includes("payment") && !own.includes("payment")) return 0;
  if (column.kind === "id" && given.some((word) => traits.has(word) && !wanted.includes(word))) return 0;
  if (isKey(entity, column) && namesOther(given, [...own, ...wanted])) return 0;
  return Math.max(likeness(given, wanted), rest.length === 0 ? 0 : likeness(rest, wanted) - 0.05);
}

/** Accounts of bookkeeping are nobody's: `*AccountCode` beside a contact. */
const ofLedger =
  /^(?:account code|gl account(?: code| no| number)?|ledger account|nominal (?:code|account)|счет учета)$/;

function isKey(entity: EntityName, { name }: Column): boolean {
  const { key } = entities[entity];
  return key.length === 1 && key[0] === name;
}

/** What is called neither like the key nor an id of anything is no key: `Lead Source`. */
function namesOther(given: readonly string[], known: readonly string[]): boolean {
  const others = given.filter((word) => !known.some((other) => isSameWord(word, other)));
  return others.some((word) => roles.has(word)) || (!given.includes("id") && others.length > 0);
}

/** Whose id it is, when it is that of a person beside. */
const roles: ReadonlySet<string> = new Set(["owner", "manager", "user", "rep", "creator", "author", "parent"]);

/** What is told of somebody or something is not the id of it: `Customer type`, `ship-postal-code`. */
const traits: ReadonlySet<string> = new Set(
  "condition note notes comment comments remark remarks примечание комментарий type kind gender sex age segment group class category status state country region city address postal zip phone email rating score birthday satisfaction loyalty tier level rank income value spend lifetime feedback interest points balance count удовлетворенность лояльность уровень доход баллы баланс тип вид пол возраст сегмент группа город адрес индекс".split(
    " ",
  ),
);

function likeness(all: readonly string[], wanted: readonly string[]): number {
  const given = [...new Set(all)];
  const shared = given.filter((word) => wanted.some((other) => isSameWord(word, other)));
  return (2 * weigh(shared)) / (weigh(given) + weigh(wanted));
}

function weigh(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + (common.has(word) ? 0.3 : 1), 0);
}

const common: ReadonlySet<string> = new Set(["id", "date", "at", "amount", "name"]);

/** Words are the same when they are, or when one is the beginning of the other: `close` and `closed`, `order` and `orders`. */
export function isSameWord(one: string, other: string): boolean {
  const isLong = Math.min(one.length, other.length) >= 4;
  return one === other || (isLong && (one.startsWith(other) || other.startsWith(one)));
}

/**
 * `OrderDate` as `Order Date`, `ACCOUNTID` as `ACCOUNT ID`, `ORDERLINENUMBER` as `ORDER LINE NUMBER`, and `Fecha del pedido` as
 * `order date`.
 */
export function spaceWords(name: string): string {
  const spaced = splitCase(name);
  return translateWords(plainName(spaced)) ?? spaced;
}

function splitCase(name: string): string {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replace(/\b(\p{Lu}{3,})ID\b/gu, "$1 ID")
    .replace(/[A-Za-z]{7,}/g, (word) => (glued.test(word) ? word.replace(piece, "$& ").trim() : word));
}

/** Words that old systems write together; what is made of them alone is taken apart. */
const pieces =
  "order|line|item|number|date|name|code|quantity|ordered|price|each|customer|client|product|invoice|payment|amount|total|unit|status|phone|first|last|city|deal";
const glued = new RegExp(`^(?:${pieces}){2,}$`, "i");
const piece = new RegExp(pieces, "gi");

/** Splits a name into words, those that exports use for ours as ours. */
export function splitWords(name: string): readonly string[] {
  return foldName(spaceWords(name))
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "")
    .map((word) => synonyms[word] ?? word);
}

/** Words exports use for ours. */
const synonyms: Readonly<Record<string, string>> = {
  number: "id",
  no: "id",
  key: "id",
  code: "id",
  ид: "id",
  номер: "id",
  заказа: "order",
  клиента: "client",
  товара: "product",
  сотрудника: "manager",
  размещения: "order",
  код: "id",
  customer: "client",
  account: "client",
  company: "client",
  клиент: "client",
  контрагент: "client",
  accounts: "client",
  customers: "client",
  companies: "client",
  partner: "client",
  клиенты: "client",
  контрагенты: "client",
  opportunity: "deal",
  opportunities: "deal",
  lead: "deal",
  leads: "deal",
  сделки: "deal",
  engagement: "interaction",
  call: "interaction",
  calls: "interaction",
  activity: "interaction",
  activities: "interaction",
  move: "invoice",
  delivery: "shipment",
  deliveries: "shipment",
  item: "product",
  items: "product",
  salesorder: "order",
  sales: "order",
  заказы: "order",
  платежи: "payment",
  контакты: "contact",
  товары: "product",
  employee: "manager",
  agent: "manager",
  менеджер: "manager",
  товар: "product",
  номенклатура: "product",
  заказ: "order",
  дата: "date",
  сумма: "amount",
  total: "amount",
  sum: "amount",
  qty: "quantity",
  количество: "quantity",
  цена: "price",
  статус: "status",
  валюта: "currency",
  регион: "region",
  город: "city",
  название: "name",
  наименование: "name",
  телефон: "phone",
  mail: "email",
  почта: "email",
};
