import { foldWord } from "./letters.ts";
import { type Name, readName, readPlace } from "./name.ts";
import { readTaxKey, type TaxKey } from "./tax.ts";

/** What one system says of one client: a row of `staging.client_cards`. */
export interface CardRow {
  readonly source_client_id: string;
  readonly name: string;
  readonly tax_id: string | null;
  readonly branch_code: string | null;
  readonly kind: string | null;
  readonly region: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly birth_date: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly same_client_id: string | null;
  readonly source: string;
}

/** A card brought to the forms that are compared. */
export interface Card {
  readonly id: string;
  readonly source: string;
  readonly name: Name;
  readonly tax: TaxKey | undefined;
  readonly branch: string;
  readonly city: string;
  readonly region: string;
  readonly country: string;
  readonly birthDate: string | null;
  /** The last ten digits at most: enough to tell numbers apart, and equal however the country code is written. */
  readonly phone: string;
  readonly email: string;
  /** Domain of the mailbox where it belongs to somebody; none for mail services. */
  readonly domain: string;
  readonly sameAs: string | null;
}

/** Reads rows for comparison. Words and places come again and again, so each is spelt out once. */
export function readCards(rows: readonly CardRow[]): readonly Card[] {
  const fold = remember(foldWord);
  const place = remember(readPlace);
  const placeOf = (text: string | null) => (text === null || text === "" ? "" : place(text));
  return rows.map((row) => {
    const email = emailKey(row.email);
    return {
      id: row.source_client_id,
      source: row.source,
      name: readName(row.name, row.kind, fold),
      tax: readTaxKey(row.tax_id, placeOf(row.country)),
      branch: row.branch_code?.trim() ?? "",
      city: placeOf(row.city),
      region: placeOf(row.region),
      country: placeOf(row.country),
      birthDate: row.birth_date,
      phone: phoneKey(row.phone),
      email,
      domain: domainOf(email),
      sameAs: row.same_client_id === "" ? null : row.same_client_id,
    };
  });
}

function remember(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = work(text);
    known.set(text, made);
    return made;
  };
}

/** Reads the digits that identify a telephone: E.164 or as typed; placeholders of one digit repeated are none. */
function phoneKey(text: string | null): string {
  if (text === null) return "";
  const digits = text.replace(/\D/g, "");
  if (digits.length < 7 || /^(\d)\1*$/.test(digits.slice(-7))) return "";
  return digits.slice(-10);
}

/** Reads an e-mail address as what identifies a mailbox; addresses nobody reads are none. */
function emailKey(text: string | null): string {
  if (text === null) return "";
  const small = text.trim().toLowerCase();
  const at = small.lastIndexOf("@");
  const box = small.slice(0, at);
  if (
    at < 1 ||
    !small.slice(at).includes(".") ||
    /^(no-?reply|noemail|nomail|none|net|test|mail|email|a+|x+)$/.test(box)
  )
    return "";
  return small;
}

/** Mail services anybody has an address at, by the part of the domain before its first dot. */
// biome-ignore format: word lists read best filled
const openDomains = new Set([
  "mail", "gmail", "yandex", "ya", "bk", "list", "inbox", "rambler", "hotmail", "outlook", "yahoo", "icloud", "ukr", "i", "meta",
  "proton", "protonmail", "live", "vk", "chmail",
]);

function domainOf(email: string): string {
  const domain = email.slice(email.indexOf("@") + 1);
  return openDomains.has(domain.split(".")[0] ?? "") ? "" : domain;
}
