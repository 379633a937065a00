import { buyerName, whoseOrders } from "./ask-clients.ts";
import { entityNames } from "./contracts/entities.ts";
import { originsOf, type ToldColumn } from "./fit.ts";
import { spaceWords } from "./match-columns.ts";
import { meaningQuestion, tellMeanings } from "./refine-fit.ts";
import type { TableProposal } from "./sniff.ts";
import { plainName } from "./synonyms.ts";

/** What is asked of a table that nothing tells the entity of. */
export const whatIsIt = `What does this file hold? Nothing in it tells. Karavan knows ${entityNames.join(", ")}.`;

/** Numbers for what became of an order or a deal have their words in a table of their own: `order_status_id` and its name. */
export function withStatuses(tables: readonly TableProposal[]): readonly TableProposal[] {
  const read = new Set<TableProposal>();
  const told = tables.map((table) => {
    const { entity, told: held } = table;
    const status = held.get("status");
    if ((entity !== "orders" && entity !== "deals") || status === undefined) return table;
    const list = tables.find((other) => other !== table && wordsOf(other, status) !== undefined);
    const words = list === undefined ? undefined : wordsOf(list, status);
    if (list === undefined || words === undefined) return table;
    read.add(list);
    const { values, question } = tellMeanings(entity, status.from, words);
    return {
      ...table,
      told: new Map([...held, ["status", { from: status.from, values }]]),
      questions: table.questions.map((one) =>
        one.includes(meaningQuestion(status.from)) ? `${table.file}: ${question}` : one,
      ),
      evidence: [...table.evidence, `${table.file}: ${list.file} says what ${status.from} means`],
    };
  });
  return told.map((table) =>
    read.has(table) ? { ...table, questions: table.questions.filter((one) => !one.endsWith(whatIsIt)) } : table,
  );
}

/** Orders that name no client but a user or a buyer, all of whom the list of clients holds, are theirs. */
export function withBuyers(tables: readonly TableProposal[]): readonly TableProposal[] {
  const clients = tables.find(({ entity }) => entity === "clients");
  const [key] = clients === undefined ? [] : originsOf({ ...clients, entity: "clients" }, "client_id");
  if (clients === undefined || key === undefined) return tables;
  const known = new Set(cellsOf(clients, key));
  return tables.map((table) => {
    if (table.entity !== "orders" || originsOf({ ...table, entity: "orders" }, "client_id").length > 0) return table;
    const named = table.columns.find(
      ({ name }) => !table.matches.has(name) && buyerName.test(plainName(spaceWords(name))),
    );
    const values = named === undefined ? [] : cellsOf(table, named.name).filter((text) => text !== "");
    if (named === undefined || values.length === 0 || !values.every((text) => known.has(text))) return table;
    return {
      ...table,
      matches: new Map([...table.matches, [named.name, "client_id"]]),
      questions: table.questions.filter((one) => !one.includes(whoseOrders)),
      evidence: [
        ...table.evidence,
        `${table.file}: all of ${named.name} stand under ${key} of ${clients.file}: clients`,
      ],
    };
  });
}

function cellsOf({ header, sampled }: TableProposal, name: string): readonly string[] {
  const at = header.indexOf(name);
  return sampled.map((row) => (row[at] ?? "").trim());
}

/** Users are clients of a shop, and employees in a CRM: beside another list of clients, it is asked. */
export function askOfUsers(tables: readonly TableProposal[]): readonly TableProposal[] {
  const lists = tables.filter(({ entity }) => entity === "clients");
  return tables.map((table) => {
    const isUsers = /\busers?\b|пользовател|користувач|пайдаланушы|foydalanuvchi|کاربر/u.test(
      plainName(spaceWords(table.file)),
    );
    if (table.entity !== "clients" || !isUsers || lists.length < 2) return table;
    return {
      ...table,
      questions: [
        ...table.questions,
        `${table.file}: Are users clients, or employees? It lists people beside ${lists.find((one) => one !== table)?.file}: make it entity: managers with manager_id in place of client_id, or leave it out.`,
      ],
    };
  });
}

/** The words a table has for the values of a column: its own first column is called so, and another one holds names. */
function wordsOf(
  { columns, header, entity, sampled }: TableProposal,
  { from, values }: ToldColumn,
): ReadonlyMap<string, string> | undefined {
  const plain = (name: string) => plainName(spaceWords(name));
  const [first] = header;
  const words = columns.find(({ name, type }) => type === "text" && /(?:^| )(?:name|title|status)$/.test(plain(name)));
  if (entity !== undefined || first === undefined || words === undefined || words.name === first) return undefined;
  if (plain(first) !== plain(from)) return undefined;
  const at = header.indexOf(words.name);
  const found = new Map(sampled.map((row) => [row[0] ?? "", row[at] ?? ""]));
  return [...values.keys()].every((value) => found.has(value)) ? found : undefined;
}
