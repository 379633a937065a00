import { type Fit, guessOf, originsOf, type Table, valuesOf } from "./fit.ts";
import { matchColumns, spaceWords } from "./match-columns.ts";
import { plainName } from "./synonyms.ts";

/** What tells people apart in the rows of their papers. */
const tellingPeople = ["email", "phone", "name", "tax_id"];
/** People under one id that are more than one who writes a name or an address anew. */
const leastPeople = 4;
/** Share of rows without a client above which somebody else may be meant. */
const mostWithout = 0.2;

/** What is asked where nothing tells who bought. */
export const whoseOrders = "Which column is orders.client_id?";

/**
 * Asks whose orders these are, where nobody would notice that they are nobody's: no column is the client though others tell of
 * people, most rows leave it empty, or one id stands for many people, as 0 does for the guests of a shop.
 */
export function askOfClients(fits: readonly Fit[], table: Table): readonly string[] {
  const orders = fits.find(({ entity }) => entity === "orders");
  if (orders === undefined) return [];
  const people = listPeople(orders, table);
  const client = guessOf(orders, table, "client_id");
  const names = people.join(", ");
  if (people.length === 0) return [];
  if (client === undefined)
    return originsOf(orders, "client_id").length > 0
      ? []
      : [`${whoseOrders} None is mapped to it, and people seem to stand in ${names}.`];
  if (client.emptyShare > mostWithout && isFilledBeside(table, client.name, people))
    return [
      `Is ${client.name} (orders.client_id) the client? ${Math.round(client.emptyShare * 100)} % of the rows leave it empty, and ${names} tell of people in them.`,
    ];
  const shared = findShared(table, client.name, people);
  return shared === undefined
    ? []
    : [
        `Does "${shared.id}" in ${client.name} (orders.client_id) mean nobody, such as guests of a shop? ${shared.count} different ${shared.by} stand under it: if so, add nulls: ["${shared.id}"] to client_id, or map ${shared.by} to it.`,
      ];
}

/** Ids of those who buy, where they are not called clients. */
export const buyerName = /^(?:user|buyer|member|guest|shopper|subscriber|consumer|visitor) (?:id|no|number|code)$/;

/** Columns that tell who somebody is, beside the one that is the client. */
function listPeople(orders: Fit, { columns }: Table): readonly string[] {
  const own = originsOf(orders, "client_id");
  const found = matchColumns(
    "clients",
    columns.filter(({ name, type }) => type !== "empty" && !own.includes(name)),
  );
  const taken = new Set([...orders.matches].flatMap(([from, to]) => (to === "client_id" ? [] : [from])));
  const buyers = columns.flatMap(({ name }) => (buyerName.test(plainName(spaceWords(name))) ? [name] : []));
  const told = tellingPeople.flatMap((to) => [...found].flatMap(([from, column]) => (column === to ? [from] : [])));
  return [...new Set([...buyers, ...told])].filter((name) => !taken.has(name));
}

function isFilledBeside(table: Table, client: string, people: readonly string[]): boolean {
  const bare = valuesOf(table, [client, ...people]).filter(([id]) => id === "");
  return bare.filter(([, ...others]) => others.some((text) => text !== "")).length * 2 > bare.length;
}

/** The id most people stand under, where others stand for one or two each. */
function findShared(
  table: Table,
  client: string,
  people: readonly string[],
): { readonly id: string; readonly by: string; readonly count: number } | undefined {
  for (const by of people) {
    const counts = countPeople(valuesOf(table, [client, by]));
    const [[id, count] = ["", 0], ...others] = [...counts].toSorted(([, one], [, other]) => other - one);
    const [, usual] = others[Math.floor(others.length / 2)] ?? ["", 0];
    if (count >= leastPeople && usual <= 2 && count > usual * 3) return { id, by, count };
  }
  return undefined;
}

function countPeople(rows: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const people = new Map<string, Set<string>>();
  for (const [id = "", person = ""] of rows) {
    if (id !== "" && person !== "") people.set(id, (people.get(id) ?? new Set()).add(person.toLowerCase()));
  }
  return new Map([...people].map(([id, found]) => [id, found.size]));
}
