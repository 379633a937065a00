import type { Fields } from "./sections.ts";

/** Columns worked out from a document, beside those it has. */
export const derivedNames = [
  "$direction",
  "$account",
  "$day",
  "$counterparty",
  "$counterparty_inn",
  "$counterparty_account",
] as const;

/** What a document means to the company. */
export interface Movement {
  readonly direction: "in" | "out" | "internal";
  readonly payer: string;
  readonly receiver: string;
}

/** Tells which way money goes, by the company's own accounts; undefined where neither account is one. */
export function findMovement(fields: Fields, accounts: ReadonlySet<string>): Movement | undefined {
  const payer = ownFirst(fields, accounts, "ПлательщикСчет", "ПлательщикРасчСчет");
  const receiver = ownFirst(fields, accounts, "ПолучательСчет", "ПолучательРасчСчет");
  const [paysOwn, getsOwn] = [accounts.has(payer), accounts.has(receiver)];
  if (!paysOwn && !getsOwn) return undefined;
  return { direction: paysOwn && getsOwn ? "internal" : paysOwn ? "out" : "in", payer, receiver };
}

/** Writes the derived columns of a document, in the order of their names. */
export function deriveTexts(fields: Fields, { direction, payer, receiver }: Movement): readonly string[] {
  const isIn = direction === "in";
  const side = isIn ? "Плательщик" : "Получатель";
  const get = (name: string) => fields.get(name) ?? "";
  const days = isIn ? ["ДатаПоступило", "ДатаСписано"] : ["ДатаСписано", "ДатаПоступило"];
  const day = [...days, "Дата"].map(get).find((text) => text !== "") ?? "";
  const full = get(side).replace(/^\s*ИНН\s*[0-9]{10,12}\s*/i, "");
  return [direction, isIn ? receiver : payer, day, get(`${side}1`) || full, get(`${side}ИНН`), isIn ? payer : receiver];
}

/** A party has an account, and behind another bank a second one: the company's own is the one that counts. */
function ownFirst(fields: Fields, accounts: ReadonlySet<string>, ...names: readonly string[]): string {
  const texts = names.map((name) => (fields.get(name) ?? "").replace(/\s/g, "")).filter((text) => text !== "");
  return texts.find((text) => accounts.has(text)) ?? texts[0] ?? "";
}
