import type { Card } from "./card.ts";
import { jaroWinkler } from "./jaro.ts";
import { consonantsOf } from "./letters.ts";
import type { Name } from "./name.ts";

/** How two names agree, from best to worst. `part`: one has a word more. `unlike` speaks against, `unknown` for nothing. */
export type NameLevel = "same" | "spelt" | "initials" | "alike" | "part" | "unlike" | "unknown";

/** One thing that speaks for or against two cards being one client, and its weight in bits. */
export interface Evidence {
  readonly kind: string;
  readonly bits: number;
}

/**
 * Weights in bits: the base-2 logarithm of how much likelier the finding is for one client than for two
 * (Fellegi and Sunter 1969). They are set by hand, as a company has no labelled pairs, and held by the table of pairs of
 * tests/matching. `prior`: before anything is known of a pair that shares a block, one in 256 is one client.
 */
const bits = {
  prior: -8,
  name: { same: 9, spelt: 7, initials: 3, alike: 3, part: 0, unlike: -6, unknown: 0 },
  personName: { same: 6, spelt: 4, initials: 2, alike: 0, part: -1, unlike: -6, unknown: 0 },
  fullPersonName: 3,
  city: 3,
  otherCity: -5,
  region: 1.5,
  otherRegion: -4,
  otherCountry: -6,
  form: 1,
  otherForm: -4,
  otherKind: -3,
  phone: 8,
  phoneTail: 4,
  email: 8,
  mailbox: 2,
  domain: 2.5,
  birthDate: 6,
  otherBirthDate: -6,
  sameSystem: -2,
} as const;

/** Weighs a pair of cards. `commonness` is how many cards bear the name of the more common one; 2 where it is theirs alone. */
export function weighPair(left: Card, right: Card, level: NameLevel, commonness: number): readonly Evidence[] {
  const isPerson = left.name.isPerson && right.name.isPerson;
  const found: Evidence[] = [{ kind: `name_${level}`, bits: nameBits(left.name, right.name, level, commonness) }];
  const add = (kind: string, weight: number) => found.push({ kind, bits: weight });
  weighPlace(left, right, add);
  if (left.name.isPerson !== right.name.isPerson) add("other_kind", bits.otherKind);
  else if (!isPerson && left.name.form !== undefined && right.name.form !== undefined)
    if (left.name.form === right.name.form) add("form", bits.form);
    else add("other_form", bits.otherForm);
  weighContact(left, right, add);
  if (left.birthDate !== null && right.birthDate !== null)
    if (left.birthDate === right.birthDate) add("birth_date", bits.birthDate);
    else add("other_birth_date", bits.otherBirthDate);
  if (left.source === right.source) add("same_system", bits.sameSystem);
  return found;
}

/** Turns weights into the probability that the two are one client: 2^w / (1 + 2^w), prior included; six decimals. */
export function scoreOf(evidence: readonly Evidence[]): number {
  const sum = evidence.reduce<number>((total, item) => total + item.bits, bits.prior);
  return Math.round(1e6 / (1 + 2 ** -sum)) / 1e6;
}

/** Do the names agree well enough for a shared telephone or mailbox to mean one client? */
export function doNamesAgree(level: NameLevel): boolean {
  return level === "same" || level === "spelt" || level === "initials" || level === "unknown";
}

/** Compares two names: persons word by word in any order, companies as a whole. */
export function compareNames(left: Name, right: Name): NameLevel {
  if (left.joined === "" || right.joined === "") return "unknown";
  if (left.joined === right.joined || left.sorted === right.sorted) return "same";
  if (left.isPerson && right.isPerson) return comparePersons(left, right);
  return compareCompanies(left, right);
}

function comparePersons(left: Name, right: Name): NameLevel {
  const [short, long] = left.words.length <= right.words.length ? [left.words, right.words] : [right.words, left.words];
  const rest = [...long];
  const counts = { equal: 0, typo: 0, initial: 0 };
  for (const word of [...short].sort((a, b) => b.length - a.length)) {
    const at = findWord(word, rest);
    if (at === undefined) return isCrossScript(left, right) ? "spelt" : "unlike";
    counts[at.how] += 1;
    rest.splice(at.index, 1);
  }
  if (counts.equal + counts.typo < 1 || short.length < 2) return "part";
  if (counts.initial > 0) return "initials";
  return counts.typo > 0 ? (counts.typo > 1 ? "alike" : "spelt") : "same";
}

function findWord(
  word: string,
  among: readonly string[],
): { index: number; how: "equal" | "typo" | "initial" } | undefined {
  const equal = among.indexOf(word);
  if (equal >= 0) return { index: equal, how: "equal" };
  const initial = among.findIndex(
    (other) => (word.length === 1 || other.length === 1) && word.charAt(0) === other.charAt(0),
  );
  if (initial >= 0) return { index: initial, how: "initial" };
  const typo = among.findIndex(
    (other) =>
      other.length > 3 && word.length > 3 && !endsAsOtherGender(word, other) && jaroWinkler(word, other) >= 0.93,
  );
  return typo >= 0 ? { index: typo, how: "typo" } : undefined;
}

/** Иванов and Иванова, Александр and Александра, Валерий and Валерия are two people. */
function endsAsOtherGender(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  return (
    long === `${short}a` || (left.slice(0, -1) === right.slice(0, -1) && left.endsWith("a") !== right.endsWith("a"))
  );
}

function compareCompanies(left: Name, right: Name): NameLevel {
  if (numbersOf(left) !== numbersOf(right)) return "unlike";
  if (isCrossScript(left, right)) return "spelt";
  const onlyLeft = left.words.filter((word) => !right.words.includes(word));
  const onlyRight = right.words.filter((word) => !left.words.includes(word));
  if (onlyLeft.length === 0 || onlyRight.length === 0) return "part";
  if (onlyLeft.length !== onlyRight.length && hasShortWord([...onlyLeft, ...onlyRight])) return "unlike";
  const similarity = Math.max(jaroWinkler(left.joined, right.joined), jaroWinkler(left.sorted, right.sorted));
  const shortest = Math.min(left.joined.length, right.joined.length);
  const isSpelling = areSpellings(onlyLeft, onlyRight);
  if (similarity >= 0.95 && shortest >= 6 && isSpelling) return "spelt";
  if (similarity >= 0.92 && shortest >= 5) return isSpelling ? "alike" : "part";
  if (onlyLeft.length < left.words.length && onlyRight.length < right.words.length && similarity >= 0.85) return "part";
  return "unlike";
}

/** Are the words that differ spellings of each other? A mark of one or two letters (М, Юг) is a name of its own. */
function areSpellings(onlyLeft: readonly string[], onlyRight: readonly string[]): boolean {
  const [left, right] = [onlyLeft.join(""), onlyRight.join("")];
  if (Math.min(left.length, right.length) < 4) return false;
  return jaroWinkler(left, right) >= 0.93 && Math.abs(left.length - right.length) <= 1;
}

function hasShortWord(words: readonly string[]): boolean {
  return words.some((word) => word.length <= 2);
}

function numbersOf(name: Name): string {
  return name.words.filter((word) => /\d/.test(word)).join(" ");
}

/** Is one written without vowels, and are the consonants the same? */
function isCrossScript(left: Name, right: Name): boolean {
  if (left.isPersian === right.isPersian) return false;
  const consonants = consonantsOf(left.joined);
  return consonants.length >= 3 && consonants === consonantsOf(right.joined);
}

function nameBits(left: Name, right: Name, level: NameLevel, commonness: number): number {
  const isPerson = left.isPerson && right.isPerson;
  const base = (isPerson ? bits.personName : bits.name)[level];
  if (base <= 0) return base;
  const isFull = isPerson && level === "same" && Math.min(left.words.length, right.words.length) > 2;
  return Math.max(0, base + (isFull ? bits.fullPersonName : 0) - Math.log2(Math.max(1, commonness - 1)));
}

type Add = (kind: string, weight: number) => void;

function weighPlace(left: Card, right: Card, add: Add): void {
  if (left.country !== "" && right.country !== "" && left.country !== right.country)
    add("other_country", bits.otherCountry);
  if (left.city !== "" && right.city !== "") {
    const isSame = left.city === right.city || jaroWinkler(left.city, right.city) >= 0.95;
    add(isSame ? "city" : "other_city", isSame ? bits.city : bits.otherCity);
  } else if (left.region !== "" && right.region !== "")
    add(
      left.region === right.region ? "region" : "other_region",
      left.region === right.region ? bits.region : bits.otherRegion,
    );
}

function weighContact(left: Card, right: Card, add: Add): void {
  if (left.phone !== "" && right.phone !== "") {
    if (left.phone === right.phone) add("phone", bits.phone);
    else if (left.phone.slice(-7) === right.phone.slice(-7)) add("phone_tail", bits.phoneTail);
  }
  if (left.email === "" || right.email === "") return;
  if (left.email === right.email) add("email", bits.email);
  else if (left.domain !== "" && left.domain === right.domain) add("mail_domain", bits.domain);
  else if (boxOf(left.email) === boxOf(right.email)) add("mailbox", bits.mailbox);
}

function boxOf(email: string): string {
  return email.slice(0, email.lastIndexOf("@"));
}
