import { isNumeric, isTemporal, listColumns } from "./contracts/contract.ts";
import { type EntityName, entities } from "./contracts/entities.ts";
import { tellCurrency } from "./currencies.ts";
import {
  type Fit,
  guessOf,
  isPartOfRows,
  isShare,
  isTooFine,
  keyOf,
  originsOf,
  ownRows,
  type Table,
  valuesAs,
  valuesOf,
} from "./fit.ts";
import { isRetold } from "./flat-table.ts";
import { guessColumn } from "./guess.ts";
import { guessDays } from "./guess-days.ts";
import { spaceWords } from "./match-columns.ts";
import { plainName } from "./synonyms.ts";
import { hasSign } from "./values/sign.ts";

const mostStages = 40;
const won = /won\b|выигр|успешн|реализован|виграно|жеңді|yutildi|برنده|موفق|gewonnen|gagné|ganad[oa]|kazanıldı/i;
const lost =
  /lost\b|\blose\b|проигр|провал|отказ|не реализован|програно|жеңілді|yo'qotildi|از دست|ناموفق|verloren|perdu|perdid[oa]|kaybedildi/i;

/** Names of the parts of a person's name, the first before the last. */
const firstName =
  /^(?:(?:(?:cust|customer|contact|client) )?(?:first name|fname|f name|given name)|firstname|vorname|prénom|prenom|primeiro nome|imię|имя|ім я|аты|ism|نام)$/;
const lastName =
  /^(?:(?:(?:cust|customer|contact|client) )?(?:last name|lname|l name|family name)|lastname|surname|nachname|familienname|nom de famille|sobrenome|apellidos?|cognome|nazwisko|soyadı?|фамилия|прізвище|тегі|familiya|نام خانوادگی)$/;

/** Finds what no single column of a table says: a person's name in two parts, what became of a deal in its stage. */
export function refineFit(fit: Fit, table: Table): { readonly fit: Fit; readonly questions: readonly string[] } {
  const named = joinName(fit, table);
  const priced = tellCurrency(named, table);
  const told = tellStatus(priced.fit, table);
  return {
    ...told,
    questions: [...told.questions, ...priced.questions, ...askOfMoney(named, table), ...askOfKinds(named, table)],
  };
}

/** Money that did not come, or went back, stands in exports of payments like any other. */
function askOfMoney({ entity, matches, direction }: Fit, table: Table): readonly string[] {
  if (entity !== "payments") return [];
  const free = table.columns.filter(({ name }) => !matches.has(name));
  const statuses = free.filter(({ name }) => statusName.test(plainName(spaceWords(name))));
  const lost = statuses.flatMap(({ name }) => {
    const words = [...new Set(valuesOf(table, [name]).flat())].filter((text) => text !== "");
    const failed = words.filter((text) => notPaid.test(text));
    if (failed.length === 0) return [];
    const rest = words.filter((text) => !failed.includes(text));
    const only = rest.length === 0 ? `not_in: [${failed.join(", ")}]` : `in: [${rest.join(", ")}]`;
    return [
      `Is ${failed.join(", ")} in ${name} money that did not come? Leave such rows out: only: [{ column: "${name}", ${only} }].`,
    ];
  });
  const back = free.filter(
    ({ name, type }) =>
      type === "number" &&
      refunded.test(plainName(spaceWords(name))) &&
      valuesOf(table, [name]).some(([text]) => /[1-9]/.test(text ?? "")),
  );
  const sent = back.map(
    ({ name }) => `${name} tells of money sent back: a payment keeps its whole amount. Is that meant?`,
  );
  return [...lost, ...sent, ...(direction === undefined ? askOfOutgoing({ matches }, table) : [])];
}

/** A payment below zero is a refund here; statements of accounts tell of all that was paid to others so. */
function askOfOutgoing({ matches }: Pick<Fit, "matches">, table: Table): readonly string[] {
  const [amount] = [...matches].flatMap(([from, to]) => (to === "amount" ? [from] : []));
  if (amount === undefined) return [];
  const values = valuesOf(table, [amount]).flat();
  const gone = values.filter((text) => hasSign(text, "negative"));
  if (gone.length * 3 < values.length || gone.length === 0) return [];
  return [
    `Are the ${gone.length} of ${values.length} amounts of ${amount} below zero refunds? What was paid to others is no payment of clients: if so, leave such rows out: only: [{ column: "${amount}", sign: positive }].`,
  ];
}

/** Statements of shops and banks hold refunds, fees and transfers among the sales, in rows of the same form. */
function askOfKinds(fit: Fit, table: Table): readonly string[] {
  const { entity, matches } = fit;
  const own = ownRows(fit, table);
  const others = foreignKinds[entity];
  if (others === undefined) return [];
  return table.columns.flatMap(({ name }) => {
    if (matches.has(name) || !kindName.test(plainName(spaceWords(name)))) return [];
    const kinds = [...new Set(valuesOf(own, [name]).flat())].filter((text) => text !== "");
    const found = kinds.filter((text) => others.test(text));
    if (found.length === 0 || kinds.length > mostStages) return [];
    const rest = kinds.filter((text) => !found.includes(text));
    const only = rest.length === 0 ? `not_in: [${found.join(", ")}]` : `in: [${rest.join(", ")}]`;
    return [
      `Are rows of ${name} ${found.join(", ")} ${entity.replace("_", " ")}, too? If not, leave them out: only: [{ column: "${name}", ${only} }].`,
    ];
  });
}

const kindName = /(?:^| )(?:type|kind|тип|вид|вид операции|тип операции|(?:тип|вид) документа|түрі|turi|نوع)$/u;
const noSale =
  /refund|return|\bfee\b|transfer|payout|chargeback|adjustment|dispute|возврат|комисси|перевод|выплат|удержан|сторно|повернен|комісі|переказ|қайтар|qaytar|برگشت|مرجوع/iu;
/** Kinds of rows that stand among those of an entity, and may be none of it. */
const foreignKinds: Partial<Readonly<Record<EntityName, RegExp>>> = {
  orders: noSale,
  order_lines: noSale,
  payments: noSale,
  invoices: /payment|credit|refund|deposit|journal|оплат|платеж|возврат|платіж|төлем|to lov|پرداخت/iu,
};
const statusName = /(?:^| )(?:status|state|статус|состояние|стан|күйі|holati|وضعیت)$/u;
const notPaid =
  /fail|declin|pending|unpaid|uncaptured|incomplete|cancel|void|refus|reject|expired|отклон|ошиб|отмен|ожида|не оплач|відхил|скасов|помилк|қабылданба|бас тарт|rad etil|bekor|ناموفق|لغو|رد شد/iu;
const refunded = /refund|возвращ|возврат|повернен|қайтар|qaytar|برگشت/u;

function joinName(fit: Fit, table: Table): Fit {
  const { columns } = table;
  const hasName = listColumns(entities[fit.entity]).some(({ name }) => name === "name");
  if (!hasName) return fit;
  const find = (shape: RegExp) =>
    columns.find(({ name }) => shape.test(plainName(spaceWords(name))) || shape.test(plainName(name)))?.name;
  const [given, family] = [find(firstName), find(lastName)];
  const parts = [given ?? findOtherPart(fit, family, table), family ?? findOtherPart(fit, given, table)].flatMap(
    (name) => name ?? [],
  );
  const isHeld = originsOf(fit, "name").some((name) => !parts.includes(name));
  if (parts.length < 2 || isHeld) return fit;
  const matches = new Map([...fit.matches].filter(([from, to]) => to !== "name" && !parts.includes(from)));
  return { ...fit, matches, joined: new Map([...fit.joined, ["name", parts]]) };
}

/** The name beside one part of it, where it does not hold that: then it is the other part, as `Nom` beside `Prénom`. */
function findOtherPart(fit: Fit, part: string | undefined, table: Table): string | undefined {
  const [name] = originsOf(fit, "name");
  if (name === undefined || part === undefined || !/^name$/.test(plainName(spaceWords(name)))) return undefined;
  const rows = valuesOf(table, [name, part]).filter(([one = "", other = ""]) => one !== "" && other !== "");
  const isWhole = rows.some(([whole = "", own = ""]) => whole.toLowerCase().includes(own.toLowerCase()));
  return rows.length === 0 || isWhole ? undefined : name;
}

/** What our statuses are called elsewhere, the first that fits counts; what fits none is the last one. */
const meanings = {
  deals: [
    ["lost", lost],
    ["won", won],
    ["open", /(?:)/],
  ],
  orders: [
    [
      "cancelled",
      /cancel|annul|void|storno|reject|fraud|отмен|отказ|аннулир|сторн|скасов|анульов|відмов|жойыл|бас тарт|bekor|لغو|ابطال|storniert|abgelehnt|anulad|annull|annulé|rechazad|refus|[iİ]ptal|anulowan|zrušen/i,
    ],
    [
      "open",
      /open|pending|process|progress|review|new\b|created|draft|quot|hold|await|approv|confirm|invoiced|unfulfilled|unshipped|unpaid|partial|нов(?:ая|ое|ые|ый)|открыт|черновик|ожида|обработ|в работе|сборк|комплект|подтвержд|нов(?:а|е|і|ий)(?![а-яіїє])|відкрит|чернетк|очіку|обробц|підтвердж|жаңа|ашық|күт|өңде|yangi|ochiq|kutil|jarayon|جدید|باز|در انتظار|در حال|offen|entwurf|angebot|brouillon|devis|en cours|borrador|presupuesto|cotización|taslak|teklif|bekl[ie]|[iİ]şlem|hazırlan|yeni(?!den)|açık|pendiente|pendente|en curso|en proceso|procesando|em andamento|processando|abiert|aberto|nuev[oa]|nov[oa](?![а-я])|aperto|nuovo|in attesa|in lavorazione|en attente|nouve|neu(?:e|er)?(?![a-zäöüß])|in bearbeitung|now[ey]|w trakcie|w realizacji|oczekuj|przyjęt/i,
    ],
    ["done", /(?:)/],
  ],
} as const;

/** Where statuses of orders and deals are not called as ours are, says what they mean, and asks. */
function tellStatus(fit: Fit, table: Table): { readonly fit: Fit; readonly questions: readonly string[] } {
  const { entity } = fit;
  if (entity !== "deals" && entity !== "orders") return { fit, questions: [] };
  const [named] = originsOf(fit, "status");
  const column = named ?? (entity === "deals" ? originsOf(fit, "stage")[0] : undefined);
  if (column === undefined) return { fit, questions: [] };
  const words = [...new Set(valuesOf(table, [column]).flat())].filter((text) => text !== "");
  const kinds = kindsOf(entity);
  if (words.length === 0 || words.every((text) => kinds.includes(text))) return { fit, questions: [] };
  if (words.length > mostStages) return { fit: withoutStatus(fit), questions: [] };
  const { values, question } = tellMeanings(
    entity,
    column,
    new Map(words.map((text) => [text, text])),
    named === undefined,
  );
  const has = (status: string) => [...values.values()].includes(status);
  if (entity === "deals" && !has("won") && (named === undefined || !has("lost")))
    return { fit, questions: named === undefined ? [] : [askStatus(named, kinds)] };
  const matches = new Map([...fit.matches].filter(([, to]) => to !== "status"));
  return {
    fit: { ...fit, matches, told: new Map([...fit.told, ["status", { from: column, values }]]) },
    questions: [question],
  };
}

/** A fit that tells no status: what has more values than anything has stages is none. */
function withoutStatus(fit: Fit): Fit {
  return { ...fit, matches: new Map([...fit.matches].filter(([, to]) => to !== "status")) };
}

function kindsOf(entity: "deals" | "orders"): readonly string[] {
  return entity === "deals" ? ["won", "lost", "open"] : ["done", "cancelled", "open"];
}

/**
 * Tells what values of a column say became of a deal or an order, by the words they stand for.
 * @param words the word of each value, which may be the value itself.
 */
export function tellMeanings(
  entity: "deals" | "orders",
  column: string,
  words: ReadonlyMap<string, string>,
  areStages = false,
): { readonly values: ReadonlyMap<string, string>; readonly question: string } {
  const meaningOf = (text: string) => meanings[entity].find(([, shape]) => shape.test(text))?.[0] ?? "";
  const values = new Map([...words].map(([value, word]) => [value, meaningOf(word)]));
  const shown = (status: string) =>
    [...words].flatMap(([value, word]) =>
      values.get(value) !== status ? [] : [value === word ? value : `${value} ${word}`],
    );
  const none = entity === "deals" ? "no stage" : "none";
  const groups = kindsOf(entity).map((status) => `${shown(status).join(", ") || none} (${status})`);
  return {
    values,
    question: `${meaningQuestion(column)} ${entity === "deals" ? "a deal" : "an order"}: ${groups.join(", ")}? Rows of other ${areStages ? "stages" : "statuses"} will be set aside.`,
  };
}

/** How the question of what became of something begins. */
export function meaningQuestion(column: string): string {
  return `Does ${column} tell what became of`;
}

function askStatus(name: string, kinds: readonly string[]): string {
  return `Which values of ${name} mean ${kinds.join(", ")}? Say so with values: nothing in them tells.`;
}

/**
 * Asks of what the proposal would set rows aside for: a key whose rows differ, days and numbers that are written in a way not
 * known here. Of cards written out beside an order the last row counts.
 */
export function askOfRows(fits: readonly Fit[], table: Table): readonly string[] {
  const keyed = fits.filter((fit, place) => place === 0 || !isRetold(fit));
  return [
    ...keyed.flatMap((fit) => askOfKey(fit, table, fits.length === 1)),
    ...fits.flatMap((fit) => askOfValues(fit, table)),
    ...askOfGaps(fits, table),
  ];
}

/** Asks once of all columns that may not be empty, and are. */
function askOfGaps(fits: readonly Fit[], table: Table): readonly string[] {
  const gaps = fits.flatMap((fit) =>
    listColumns(entities[fit.entity]).flatMap(({ name, nullable }) => {
      const guess = guessOf(fit, table, name);
      if (guess === undefined || nullable || isPartOfRows(fit) || guess.emptyShare === 0) return [];
      return [`${guess.name} (${Math.max(1, Math.round(guess.emptyShare * 100))} %)`];
    }),
  );
  const shown = [...new Set(gaps)].join(", ");
  return gaps.length === 0
    ? []
    : [`Are rows without a value to be set aside? Each row needs ${shown}, empty in so many.`];
}

function askOfKey(fit: Fit, table: Table, isAlone: boolean): readonly string[] {
  const key = keyOf(fit);
  const isKnown = entities[fit.entity].key.every((name) => originsOf(fit, name).length > 0);
  if (!isKnown || key.includes("$record")) return [];
  const rows = ownRows(fit, table);
  const keys = valuesOf(rows, key).map((values) => values.join(", "));
  const named = [...fit.matches].map(([from, to]) => valuesAs(to, valuesOf(rows, [from]).flat()));
  const joined = valuesOf(rows, [...fit.joined.values()].flat());
  const wholes = keys.map((_, row) => JSON.stringify([named.map((values) => values[row]), joined[row]]));
  const seen = new Map<string, string | undefined>();
  const twice = new Set<string>();
  for (const [row, one] of keys.entries()) {
    if (seen.has(one) && seen.get(one) !== wholes[row]) twice.add(one);
    seen.set(one, wholes[row]);
  }
  const names = key.join(" and ");
  if (twice.size === 0) {
    const differing = new Set(rows.rows.map((row, place) => JSON.stringify([keys[place], row]))).size - seen.size;
    if (!isAlone || differing === 0) return [];
    return [
      `Is ${names} the key of ${fit.entity}? Rows of one key count once, and some (${differing}) differ in columns that are not mapped.`,
    ];
  }
  const [first = ""] = twice;
  return [
    `Is ${names} the key of ${fit.entity}? ${twice.size} of ${seen.size} values stand in rows that differ, such as "${first.slice(0, 60)}": these rows would be set aside, unless conflict: last takes the last one.`,
  ];
}

function askOfValues(fit: Fit, table: Table): readonly string[] {
  return listColumns(entities[fit.entity]).flatMap((column) => {
    const guess = guessOf(fit, table, column.name);
    if (isShare(column) && guess?.percent === "size")
      return [
        `Is ${guess.name} (${column.name}) per cent? Some are greater than 1, such as ${guess.examples.join(", ")}: 15 is taken for 0.15.`,
      ];
    if (guess !== undefined && isTooFine(guess, column))
      return [
        `Is ${guess.name} (${column.name}) to be rounded? Some numbers have more decimals than are kept, such as ${guess.decimals?.example}.`,
      ];
    if (guess?.type !== "text") return [];
    if (!isTemporal(column) && !isNumeric(column)) return [];
    const texts = [...new Set(valuesOf(table, [guess.name]).flat())].filter((text) => text !== "");
    const odd = texts.filter((text) =>
      isTemporal(column) ? guessDays([text]) === undefined : guessColumn("", [text]).type !== "number",
    );
    const shown = (odd.length > 0 ? odd : texts)
      .slice(0, 3)
      .map((text) => `"${text.slice(0, 40)}"`)
      .join(", ");
    const of = `${guess.name} (${column.name})`;
    if (isNumeric(column))
      return [
        `Are the values of ${of} numbers? ${odd.length} of ${texts.length} do not look like one, such as ${shown}.`,
      ];
    if (odd.length > 0)
      return [
        `How are the days of ${of} written? ${odd.length} of ${texts.length} values are no day as written here, such as ${shown}.`,
      ];
    const ways = new Map(texts.map((text) => [text.replace(/\d/g, "0").replace(/\p{L}+/gu, "a"), text]));
    const each = [...ways.values()]
      .slice(0, 4)
      .map((text) => `"${text.slice(0, 40)}"`)
      .join(", ");
    return [
      `How are the days of ${of} written? No format known here fits all: they are written in ${ways.size} ways, such as ${each}.`,
    ];
  });
}
