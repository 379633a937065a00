import type { Card } from "./card.ts";
import { type Groups, groupBy, sizeAt } from "./groups.ts";
import type { Decision, MatchOptions, TooCommon } from "./resolve.ts";
import { compareNames, doNamesAgree } from "./score.ts";

/** What makes two cards one client without a score. */
export type LinkKind = "decision" | "tax_id" | "source_link" | "email" | "phone" | "score";

/** Two cards, the older first, and why they are one client. */
export interface Link {
  readonly left: number;
  readonly right: number;
  readonly kind: LinkKind;
}

/** What cards share, after values that too many share were taken off them. */
export interface Shared {
  readonly cards: readonly Card[];
  /** Tax number, with its branch where branches are apart; empty where unknown or too common. */
  readonly identityOf: (card: number) => string;
  readonly byTaxNumber: Groups;
  readonly byIdentity: Groups;
  readonly byEmail: Groups;
  readonly byPhone: Groups;
  readonly tooCommon: readonly TooCommon[];
}

/** A domain of more mailboxes than this belongs to a mail service, whatever its name. */
const maxPerDomain = 20;

/** Groups cards by what identifies them and takes away what identifies nobody. */
export function findSharedValues(cards: readonly Card[], options: MatchOptions): Shared {
  const by = (textOf: (card: Card) => string) => groupBy(cards.length, (at) => textOf(cardAt(cards, at)));
  const taxes = by(({ tax }) => tax?.key ?? "");
  const emails = by(({ email }) => email);
  const phones = by(({ phone }) => phone);
  const domains = by(({ domain }) => domain);
  const isCommon = (groups: Groups, at: number, most: number) => sizeAt(groups, at) > most;
  const cleaned = cards.map((card, at) => {
    const drop = {
      tax: isCommon(taxes, at, options.maxPerTaxId),
      email: isCommon(emails, at, options.maxPerContact),
      phone: isCommon(phones, at, options.maxPerContact),
      domain: isCommon(domains, at, maxPerDomain),
    };
    return drop.tax || drop.email || drop.phone || drop.domain ? without(card, drop) : card;
  });
  const hasBranches = options.areBranchesApart ? findBranched(cleaned, taxes) : new Set<number>();
  const identityOf = (at: number) => {
    const { tax, branch } = cardAt(cleaned, at);
    if (tax === undefined) return "";
    return hasBranches.has(taxes.groupOf[at] ?? -1) ? `${tax.key}/${branch}` : tax.key;
  };
  return {
    cards: cleaned,
    identityOf,
    byTaxNumber: taxes,
    byIdentity: groupBy(cards.length, identityOf),
    byEmail: emails,
    byPhone: phones,
    tooCommon: [
      ...countCommon("tax_id", taxes, options.maxPerTaxId),
      ...countCommon("email", emails, options.maxPerContact),
      ...countCommon("phone", phones, options.maxPerContact),
    ],
  };
}

/** Links and bans that are certain before any score. */
export interface Prepared {
  /** In the order they are to be followed. */
  readonly links: readonly Link[];
  readonly cannotLink: readonly (readonly [number, number])[];
  /** Pairs of a branch and a card of the same tax number that names no branch. */
  readonly branches: readonly { readonly left: number; readonly right: number }[];
}

/** Lists the links that need no score, the strongest kind first. */
export function prepareLinks(cards: readonly Card[], shared: Shared, options: MatchOptions): Prepared {
  const byId =
    options.decisions.length > 0 || cards.some(({ sameAs }) => sameAs !== null) ? indexById(cards) : new Map();
  const decided = (verdict: Decision["verdict"]) =>
    options.decisions
      .filter((decision) => decision.verdict === verdict)
      .flatMap((decision) => placesOf(decision, byId));
  const cannotLink = decided("different");
  const forbidden = new Set(cannotLink.map(([left, right]) => `${left} ${right}`));
  const links = [
    ...decided("same").map(([left, right]): Link => ({ left, right, kind: "decision" })),
    ...linkByIdentity(shared),
    ...linkBySource(shared.cards, byId, options.maxPerTaxId),
    ...linkByContact("email", shared.cards, shared.byEmail, options.maxPerContact),
    ...linkByContact("phone", shared.cards, shared.byPhone, options.maxPerContact),
  ];
  const seen = new Set<string>();
  const fresh = links.filter(({ left, right }) => {
    const key = `${left} ${right}`;
    if (seen.has(key) || forbidden.has(key)) return false;
    seen.add(key);
    return true;
  });
  return { links: fresh, cannotLink, branches: options.areBranchesApart ? listBranches(shared) : [] };
}

function placesOf(decision: Decision, byId: ReadonlyMap<string, number>): readonly (readonly [number, number])[] {
  const [one, other] = [byId.get(decision.client_id), byId.get(decision.other_client_id)];
  if (one === undefined || other === undefined || one === other) return [];
  return [[Math.min(one, other), Math.max(one, other)]];
}

/** A valid tax number links all its cards; one without a check digit only those whose names agree. */
function linkByIdentity({ cards, byIdentity }: Shared): readonly Link[] {
  return listGroups(byIdentity).flatMap((members) => {
    const [first] = members;
    if (first === undefined) return [];
    if (cardAt(cards, first).tax?.isChecked === true)
      return members.slice(1).map((right): Link => ({ left: first, right, kind: "tax_id" }));
    return pairsOf(members)
      .filter((pair) => doAgree(cards, pair))
      .map((pair): Link => ({ ...pair, kind: "tax_id" }));
  });
}

/** An id of another system links, unless more cards name the same than a tax number may have. */
function linkBySource(cards: readonly Card[], byId: ReadonlyMap<string, number>, most: number): readonly Link[] {
  if (byId.size === 0) return [];
  const groups = groupBy(cards.length, (at) => cardAt(cards, at).sameAs ?? "");
  return cards.flatMap(({ sameAs }, at): readonly Link[] => {
    const other = sameAs === null ? undefined : byId.get(sameAs);
    if (other === undefined || other === at || sizeAt(groups, at) > most) return [];
    return [{ left: Math.min(at, other), right: Math.max(at, other), kind: "source_link" }];
  });
}

function linkByContact(kind: "email" | "phone", cards: readonly Card[], groups: Groups, most: number): readonly Link[] {
  return listGroups(groups)
    .filter((members) => members.length <= most)
    .flatMap((members) => pairsOf(members))
    .filter((pair) => doAgree(cards, pair))
    .map((pair): Link => ({ ...pair, kind }));
}

/** Pairs of a branch and the oldest card that has its tax number and names no branch. */
function listBranches({ cards, byTaxNumber, identityOf }: Shared): readonly { left: number; right: number }[] {
  return listGroups(byTaxNumber).flatMap((members) => {
    const whole = members.find((at) => cardAt(cards, at).branch === "");
    const apart = new Set(members.map(identityOf));
    if (whole === undefined || apart.size < 2) return [];
    const firsts = [...apart].flatMap((identity) => members.find((at) => identityOf(at) === identity) ?? []);
    return firsts
      .filter((at) => cardAt(cards, at).branch !== "" && cardAt(cards, at).tax !== undefined)
      .map((at) => ({ left: Math.min(at, whole), right: Math.max(at, whole) }));
  });
}

/** Finds the tax numbers that have two branch codes or more. */
function findBranched(cards: readonly Card[], taxes: Groups): ReadonlySet<number> {
  const branched = new Set<number>();
  for (let group = 0; group < taxes.count; group += 1) {
    if (taxes.sizeOf(group) < 2) continue;
    const codes = new Set<string>();
    for (const at of taxes.members(group)) codes.add(cardAt(cards, at).branch);
    codes.delete("");
    if (codes.size > 1) branched.add(group);
  }
  return branched;
}

function doAgree(cards: readonly Card[], { left, right }: { left: number; right: number }): boolean {
  return doNamesAgree(compareNames(cardAt(cards, left).name, cardAt(cards, right).name));
}

/** Lists the groups of two cards and more. */
function listGroups(groups: Groups): readonly (readonly number[])[] {
  const found: number[][] = [];
  for (let group = 0; group < groups.count; group += 1)
    if (groups.sizeOf(group) > 1) found.push([...groups.members(group)]);
  return found;
}

function pairsOf(members: readonly number[]): readonly { left: number; right: number }[] {
  return members.flatMap((left, index) => members.slice(index + 1).map((right) => ({ left, right })));
}

function countCommon(kind: string, groups: Groups, most: number): readonly TooCommon[] {
  let [valueCount, cardCount] = [0, 0];
  for (let group = 0; group < groups.count; group += 1) {
    if (groups.sizeOf(group) <= most) continue;
    valueCount += 1;
    cardCount += groups.sizeOf(group);
  }
  return valueCount > 0 ? [{ kind, valueCount, cardCount }] : [];
}

function without(card: Card, drop: { tax: boolean; email: boolean; phone: boolean; domain: boolean }): Card {
  return {
    ...card,
    tax: drop.tax ? undefined : card.tax,
    email: drop.email ? "" : card.email,
    phone: drop.phone ? "" : card.phone,
    domain: drop.domain ? "" : card.domain,
  };
}

function indexById(cards: readonly Card[]): Map<string, number> {
  return new Map(cards.map(({ id }, at) => [id, at]));
}

function cardAt(cards: readonly Card[], at: number): Card {
  const card = cards[at];
  if (card === undefined) throw new Error(`no card ${at}`);
  return card;
}
