import { type Direction, type Fit, fitOf, listUnmet, ownRows, type Table, valuesOf } from "./fit.ts";
import type { Found } from "./flat-table.ts";
import { amountOf, type ColumnGuess } from "./guess.ts";
import { matchColumns } from "./match-columns.ts";
import { inWord, ofAccount, outWord, plainRole, roles } from "./statement-names.ts";
import { hasSign } from "./values/sign.ts";

/** Which column of a statement tells what came in, and how that is known. */
interface Incoming {
  readonly amount: ColumnGuess;
  readonly direction: Direction;
  readonly why: string;
  /** What each row adds to the balance. */
  readonly changes: readonly number[];
  /** Each row fills one of two columns, one for each side: rows of nothing else are written so. */
  readonly isPaired?: boolean;
}

/** What a table is as a statement of an account: payments, or what is missing to take it for them. */
export interface Statement {
  readonly found?: Found;
  readonly question?: string;
}

/**
 * Finds a statement of an account, and in it the payments of clients: a day, an amount whose sign, column or word beside it says
 * what came in, and who sent it. Where the balance moves the other way, or nobody is named, there is but a question.
 * @returns undefined where the table is none, and where it is whole as something else and neither a balance nor two sides prove it one.
 */
export function findStatement(best: Fit | undefined, table: Table): Statement | undefined {
  const incoming = findIncoming(table);
  const day = findDay(table);
  if (incoming === undefined || day === undefined || isLedger(table)) return undefined;
  if (best?.entity === "payments" && listUnmet(best).length === 0) return undefined;
  const proof = proveBalance(incoming, table);
  const isOther = best !== undefined && listUnmet(best).length === 0;
  if (isOther && !incoming.isPaired && columnFor([roles.balance], table) === undefined) return undefined;
  if (proof?.isMet === false)
    return {
      question: `Whose account is this? It looks like a statement, but ${proof.column} falls by what ${incoming.why}: add a feed of payments with the rows that came in.`,
    };
  const taxed = columnFor([roles.payerTax, roles.otherTax, roles.bareTax], table);
  const named = columnFor([roles.payer, roles.other], table);
  const own = ownRows({ direction: incoming.direction }, table);
  const isFilled = (name: string | undefined) =>
    name !== undefined && valuesOf(own, [name]).filter(([text]) => text !== "").length * 2 > own.rows.length;
  const payer = [taxed, named].find(isFilled);
  if (payer === undefined)
    return {
      question: `Who paid? It looks like a statement of an account (${incoming.why} came in), but no column names who sent the money: payments of nobody belong to no client, so none are proposed.`,
    };
  const texts = textColumns(table);
  const sold = ownRows({ direction: incoming.direction, only: [payer] }, table);
  const isOwn = (row: readonly string[]) => row.some((text) => ofAccount.test(text));
  const doubtful = valuesOf(sold, [...texts, payer]).filter(isOwn);
  if (doubtful.length === sold.rows.length)
    return {
      question: `Did clients pay anything here? It looks like a statement of an account, but all that came in reads like fees, interest or transfers of its own: none are proposed.`,
    };
  return { found: proposePayments({ incoming, day, payer, taxed, named, proof: proof?.column, doubtful }, table) };
}

const ledgerColumn =
  /^(?:due date|срок оплаты|(?:account|ledger|journal)(?: code| no)?|code journal|compte comptable|copmte comptable|konto|gl account|счет учета|субконто.*)$/;
const ledgerWord =
  /^(?:invoice|bill|credit (?:memo|note)|sales receipt|journal(?: entry)?|sales|purchase|счет на оплату|реализация.*)$/i;

/** Books hold what is owed beside what was paid: columns of due days and of ledger accounts, rows of invoices. */
function isLedger(table: Table): boolean {
  if (table.columns.some(({ name }) => ledgerColumn.test(plainRole(name)))) return true;
  const kinds = table.columns.filter(({ type, name }) => type === "text" && /type|тип|вид/iu.test(name));
  return kinds.some(({ name }) => valuesOf(table, [name]).some(([text = ""]) => ledgerWord.test(text)));
}

interface Parts {
  readonly incoming: Incoming;
  readonly day: ColumnGuess;
  readonly payer: string;
  readonly taxed: string | undefined;
  readonly named: string | undefined;
  /** The balance that moves as the rows say. */
  readonly proof: string | undefined;
  readonly doubtful: readonly (readonly string[])[];
}

function proposePayments(parts: Parts, table: Table): Found {
  const { incoming, day, payer, taxed, named, proof, doubtful } = parts;
  const { direction, amount } = incoming;
  const currency = [...matchColumns("payments", table.columns)].filter(([, to]) => to === "currency");
  const matches = new Map([
    [day.name, "paid_date"],
    [amount.name, "amount"],
    [payer, "client_id"],
    ...currency,
  ] as const);
  const own = ownRows({ direction }, table);
  const id = columnFor([roles.ownId], table);
  const isKey = id !== undefined && !matches.has(id) && isUnique(table, [id]);
  const key = isKey ? [id] : joinKey(parts, own);
  const payments: Fit = { ...fitOf("payments", matches, new Map([["payment_id", key]])), direction };
  const isCarded = payer === taxed && named !== undefined;
  const card = fitOf(
    "clients",
    new Map([[payer, "client_id"], ...(named === undefined ? [] : [[named, "name"] as const])]),
    new Map([["tax_id", [payer]]]),
  );
  const sure = own.rows.length - doubtful.length;
  const repeated = own.rows.length - new Set(valuesOf(own, key).map((row) => JSON.stringify(row))).size;
  return {
    fit: payments,
    beside: isCarded ? [{ ...card, direction, only: [payer] }] : [],
    evidence: [
      `a statement of an account: ${incoming.why} came in, ${own.rows.length} of ${table.rows.length} rows; the others are left out`,
      ...(proof === undefined ? [] : [`${proof} rises and falls as these rows say`]),
      ...(isKey ? [] : [`no column names a payment by itself: ${key.join(", ")} do together`]),
      ...(isCarded ? ["who paid is known by tax number: a feed of clients beside the payments"] : []),
    ],
    questions: [
      `Did clients pay all that came in (${incoming.why})? ${describeDoubts(doubtful, sure)} Leave out what is no payment of a client by a further condition of only.`,
      ...(proof === undefined && /cred|cr$|кр|кт|hab|avere|alacak|бст|بستانکار|贷/iu.test(plainRole(amount.name))
        ? [`Is what stands in ${amount.name} money that came in? No balance beside it tells.`]
        : []),
      ...(repeated === 0
        ? []
        : [
            `Are rows of the same ${key.join(", ")} one payment told twice? ${repeated} of ${own.rows.length} count once: nothing in the file tells them apart.`,
          ]),
    ],
  };
}

function describeDoubts(doubtful: readonly (readonly string[])[], sure: number): string {
  if (doubtful.length === 0) return "Transfers between own accounts, loans and refunds of suppliers come in, too.";
  const shown = [...new Set(doubtful.map((row) => row.find((text) => ofAccount.test(text)) ?? ""))].slice(0, 3);
  return `${doubtful.length} rows beside ${sure} read like fees, interest or transfers: ${shown.map((text) => `"${text.slice(0, 40)}"`).join(", ")}.`;
}

/** Names a payment by what stands in its row, as little of it as tells the rows of the sample apart. */
function joinKey({ day, payer, incoming, named }: Parts, own: Table): readonly string[] {
  const number = columnFor([roles.reference], own);
  const purpose = columnFor([roles.purpose], own);
  const balance = columnFor([roles.balance], own);
  const base = [day.name, ...(number === undefined ? [] : [number]), payer, incoming.amount.name];
  const more = [purpose, named, balance].filter((name): name is string => name !== undefined && !base.includes(name));
  const keys = more.map((_, count) => [...base, ...more.slice(0, count + 1)]);
  return [base, ...keys].find((key) => isUnique(own, key)) ?? keys.at(-1) ?? base;
}

function findIncoming(table: Table): Incoming | undefined {
  return findPair(table) ?? findSigned(table) ?? findSided(table);
}

/** Two columns of numbers, each row filling one of them. */
function findPair(table: Table): Incoming | undefined {
  const numbers = table.columns.filter(({ type }) => type === "number" || type === "empty");
  const came = numbers.find(({ name }) => roles.inColumn.test(plainRole(name)));
  const went = numbers.find(({ name }) => roles.outColumn.test(plainRole(name)));
  if (came?.type !== "number" || went === undefined) return undefined;
  const rows = valuesOf(table, [came.name, went.name]).map(([one = "", other = ""]) => [
    amountOf(came, one),
    amountOf(went, other),
  ]);
  const isBoth = rows.some(([one = 0, other = 0]) => one !== 0 && other !== 0);
  if (isBoth || rows.every(([one = 0]) => one <= 0)) return undefined;
  const changes = rows.map(([one = 0, other = 0]) => one - Math.abs(other));
  const direction = { column: came.name, sign: "positive" } as const;
  const isPaired = rows.length >= leastRows && rows.every(([one = 0, other = 0]) => (one === 0) !== (other === 0));
  return { amount: came, direction, why: `${came.name} beside ${went.name}`, changes, isPaired };
}

/** One column of amounts on both sides of zero. */
function findSigned(table: Table): Incoming | undefined {
  const amount = table.columns.find(({ name, type }) => {
    if (type !== "number" || !roles.amount.test(plainRole(name))) return false;
    const texts = valuesOf(table, [name]).flat();
    return texts.some((text) => hasSign(text, "positive")) && texts.some((text) => hasSign(text, "negative"));
  });
  if (amount === undefined) return undefined;
  const changes = valuesOf(table, [amount.name]).map(([text = ""]) => amountOf(amount, text));
  const direction = { column: amount.name, sign: "positive" } as const;
  return { amount, direction, why: `${amount.name} above zero`, changes };
}

/** Amounts without a sign, and beside them a word for each that says whether it came or went. */
function findSided(table: Table): Incoming | undefined {
  const amount = table.columns.find(({ name, type }) => type === "number" && roles.amount.test(plainRole(name)));
  const side = table.columns.find(({ name, type }) => {
    const words = [...new Set(valuesOf(table, [name]).flat())];
    const isSide = words.every((text) => inWord.test(text) !== outWord.test(text));
    return (
      type === "text" && isSide && words.some((text) => inWord.test(text)) && words.some((text) => outWord.test(text))
    );
  });
  if (amount === undefined || side === undefined) return undefined;
  const rows = valuesOf(table, [amount.name, side.name]);
  if (rows.some(([text = ""]) => hasSign(text, "negative"))) return undefined;
  const came = [...new Set(rows.map(([, word = ""]) => word))].filter((word) => inWord.test(word));
  const changes = rows.map(([text = "", word = ""]) => (inWord.test(word) ? 1 : -1) * amountOf(amount, text));
  const why = `${amount.name} where ${side.name} says ${came.join(" or ")}`;
  return { amount, direction: { column: side.name, in: came }, why, changes };
}

/** Day of a statement: the column that payments call so, else the first one that every row fills. */
function findDay({ columns }: Table): ColumnGuess | undefined {
  const days = columns.filter(({ type, emptyShare }) => (type === "date" || type === "timestamp") && emptyShare < 0.5);
  const known = matchColumns("payments", days);
  return days.find(({ name }) => known.get(name) === "paid_date") ?? days[0];
}

const leastRows = 3;

/** Holds the rows against the balance beside them, told from the top or from the bottom; undefined where there is none. */
function proveBalance(
  { amount, changes }: Incoming,
  table: Table,
): { readonly column: string; readonly isMet: boolean } | undefined {
  const column = table.columns.find(
    ({ name, type }) => type === "number" && name !== amount.name && roles.balance.test(plainRole(name)),
  );
  if (column === undefined || table.rows.length < leastRows) return undefined;
  const balances = valuesOf(table, [column.name]).map(([text = ""]) => amountOf(column, text));
  const share = (sign: 1 | -1, isUpward: boolean) => {
    const met = balances.slice(1).filter((balance, place) => {
      const moved = isUpward ? (balances[place] ?? 0) - balance : balance - (balances[place] ?? 0);
      return Math.abs(moved - sign * (changes[isUpward ? place : place + 1] ?? 0)) < 0.006;
    });
    return met.length / (balances.length - 1);
  };
  const isTold = (sign: 1 | -1) => Math.max(share(sign, false), share(sign, true)) >= 0.8;
  if (isTold(1)) return { column: column.name, isMet: true };
  return isTold(-1) ? { column: column.name, isMet: false } : undefined;
}

function columnFor(shapes: readonly RegExp[], { columns }: Table): string | undefined {
  const find = (shape: RegExp) =>
    columns.find(({ name, type }) => type !== "empty" && shape.test(plainRole(name)))?.name;
  return shapes.map(find).find((name) => name !== undefined);
}

function textColumns({ columns }: Table): readonly string[] {
  return columns.flatMap(({ name, type }) => (type === "text" ? [name] : []));
}

function isUnique(table: Table, names: readonly string[]): boolean {
  const rows = valuesOf(table, names);
  return (
    rows.every((row) => row.some((text) => text !== "")) &&
    new Set(rows.map((row) => JSON.stringify(row))).size === rows.length
  );
}
