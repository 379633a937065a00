import { type SkippedBlocks, visitCandidates } from "./blocks.ts";
import type { Card } from "./card.ts";
import { Clusters, type Refusal } from "./clusters.ts";
import { findSharedValues, type Link, type LinkKind, prepareLinks } from "./links.ts";
import { compareNames, doNamesAgree, type Evidence, type NameLevel, scoreOf, weighPair } from "./score.ts";

/** How far matching goes; from the settings. */
export interface MatchOptions {
  /** Probability from which a pair is one client. */
  readonly linkFrom: number;
  /** Probability from which a person should look at a pair. */
  readonly reviewFrom: number;
  /** A telephone or mailbox of more cards links nobody. */
  readonly maxPerContact: number;
  /** A tax number of more cards links nobody. */
  readonly maxPerTaxId: number;
  /** Cards one client may have at most. */
  readonly maxPerClient: number;
  /** Are branches (same tax number, different branch code) clients of their own? */
  readonly areBranchesApart: boolean;
  /** What people decided, by ids of cards. */
  readonly decisions: readonly Decision[];
}

/** What a person decided of two cards. */
export interface Decision {
  readonly verdict: "same" | "different";
  readonly client_id: string;
  readonly other_client_id: string;
}

/** Two cards, the older first, and what became of them. */
export interface Pair {
  readonly left: number;
  readonly right: number;
  readonly state: "linked" | "review" | "refused";
  /** What linked them, or why it is doubtful: a link kind, `score`, `ambiguous`, `names_differ`, `branch` or a refusal. */
  readonly reason: LinkKind | Refusal | "ambiguous" | "names_differ" | "branch" | "likely";
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** Values and blocks too common to say anything: how many there are, and the cards in them. */
export interface TooCommon {
  readonly kind: string;
  readonly valueCount: number;
  readonly cardCount: number;
}

/** A card of a client that has several. */
export interface Member {
  readonly card: number;
  /** The oldest card of the client: its id is the client's. */
  readonly root: number;
}

export interface Resolution {
  readonly members: readonly Member[];
  readonly pairs: readonly Pair[];
  readonly tooCommon: readonly TooCommon[];
}

/**
 * Finds which cards are one client. Cards come the oldest first; the result depends on their order and content alone.
 *
 * Certain links are followed first, the strongest kind first: decisions of people, tax numbers, ids of other systems, then
 * mailboxes and telephones where the names agree. Then come scored pairs by falling score. A link that guards forbid is
 * reported as refused; pairs between the thresholds, and certain-looking ones that contradict each other, are for review.
 */
export function resolveCards(cards: readonly Card[], options: MatchOptions): Resolution {
  const shared = findSharedValues(cards, options);
  const prepared = prepareLinks(cards, shared, options);
  const clusters = new Clusters(cards.length, {
    identityOf: (card) => shared.identityOf(card),
    cannotLink: prepared.cannotLink,
    maxSize: options.maxPerClient,
  });
  const pairs: Pair[] = [];
  for (const link of prepared.links) pairs.push(followLink(shared.cards, link, clusters));
  const decided = new Set(pairs.map(({ left, right }) => pairKey(left, right)));
  for (const [left, right] of prepared.cannotLink) decided.add(pairKey(left, right));
  const scored: Weighed[] = [];
  const skipped = visitCandidates(shared.cards, shared.byIdentity, (left, right, commonness) => {
    if (decided.has(pairKey(left, right))) return;
    const weighed = weighCandidate(shared.cards, left, right, commonness);
    if (weighed !== undefined && weighed.score >= options.reviewFrom) scored.push(weighed);
  });
  pairs.push(...followScored(scored, clusters, shared.identityOf, options));
  const branches = prepared.branches.filter(({ left, right }) => !decided.has(pairKey(left, right)));
  pairs.push(...branches.map((pair) => reviewOf(shared.cards, pair, "branch")));
  return {
    members: listMembers(pairs, clusters),
    pairs: pairs.filter((pair) => isWorthTelling(pair, clusters)).sort((a, b) => a.left - b.left || a.right - b.right),
    tooCommon: [...shared.tooCommon, ...describeSkipped(skipped)],
  };
}

function followLink(cards: readonly Card[], link: Link, clusters: Clusters): Pair {
  const { left, right, kind } = link;
  const refusal = clusters.link(left, right, kind === "decision");
  const { evidence } = weigh(cards, left, right);
  const isRefused = refusal !== undefined;
  return {
    left,
    right,
    state: isRefused ? "refused" : "linked",
    reason: isRefused ? refusal : kind,
    score: scoreOf(evidence),
    evidence,
  };
}

interface Weighed {
  readonly left: number;
  readonly right: number;
  readonly score: number;
  /** Are the names both known, and do they agree? */
  readonly doAgree: boolean;
  readonly evidence: readonly Evidence[];
}

function weigh(cards: readonly Card[], left: number, right: number): Weighed {
  const [one, other] = [cardAt(cards, left), cardAt(cards, right)];
  return weighAt({ left, right, one, other, level: compareNames(one.name, other.name), commonness: 2 });
}

interface Look {
  readonly left: number;
  readonly right: number;
  readonly one: Card;
  readonly other: Card;
  readonly level: NameLevel;
  readonly commonness: number;
}

function weighAt({ left, right, one, other, level, commonness }: Look): Weighed {
  const evidence = weighPair(one, other, level, commonness);
  return { left, right, score: scoreOf(evidence), doAgree: doNamesAgree(level) && level !== "unknown", evidence };
}

/** Weighs a pair, unless its names tell that nothing could come of it: most pairs of a block share a beginning alone. */
function weighCandidate(cards: readonly Card[], left: number, right: number, commonness: number): Weighed | undefined {
  const [one, other] = [cardAt(cards, left), cardAt(cards, right)];
  const level = compareNames(one.name, other.name);
  if (!doNamesAgree(level) && !doShareContact(one, other)) return undefined;
  return weighAt({ left, right, one, other, level, commonness });
}

/** Without agreeing names only a telephone, a mailbox or a birthday in common makes a pair doubtful. */
function doShareContact(one: Card, other: Card): boolean {
  return (
    (one.phone !== "" && one.phone.slice(-7) === other.phone.slice(-7)) ||
    (one.email !== "" && one.email === other.email) ||
    (one.domain !== "" && one.domain === other.domain) ||
    (one.birthDate !== null && one.birthDate === other.birthDate)
  );
}

/** Follows scored pairs by falling score. A card that would fit two clients that are not one fits neither. */
function followScored(
  scored: readonly Weighed[],
  clusters: Clusters,
  identityOf: (card: number) => string,
  options: MatchOptions,
): readonly Pair[] {
  const isLink = (pair: Weighed) => pair.score >= options.linkFrom && pair.doAgree;
  const links = scored.filter(isLink).sort((a, b) => b.score - a.score || a.left - b.left || a.right - b.right);
  const torn = findTorn(links, clusters, identityOf);
  const followed = links.map((pair): Pair => {
    if (torn.has(pair.left) || torn.has(pair.right)) return { ...pick(pair), state: "review", reason: "ambiguous" };
    const refusal = clusters.link(pair.left, pair.right);
    if (refusal === undefined) return { ...pick(pair), state: "linked", reason: "score" };
    return { ...pick(pair), state: "refused", reason: refusal };
  });
  const doubtful = scored
    .filter((pair) => !isLink(pair))
    .map((pair): Pair => ({ ...pick(pair), state: "review", reason: pair.doAgree ? "likely" : "names_differ" }));
  return [...followed, ...doubtful];
}

/** Finds cards without an identity whose links lead to two different ones. */
function findTorn(
  links: readonly Weighed[],
  clusters: Clusters,
  identityOf: (card: number) => string,
): ReadonlySet<number> {
  const identities = new Map<number, Set<string>>();
  const note = (card: number, other: number) => {
    const identity = identityOf(other) || identityOf(clusters.rootOf(other));
    if (identityOf(card) !== "" || identity === "") return;
    identities.set(card, (identities.get(card) ?? new Set()).add(identity));
  };
  for (const { left, right } of links) {
    note(left, right);
    note(right, left);
  }
  return new Set([...identities].filter(([, found]) => found.size > 1).map(([card]) => card));
}

function reviewOf(cards: readonly Card[], { left, right }: { left: number; right: number }, reason: "branch"): Pair {
  const { score, evidence } = weigh(cards, left, right);
  return { left, right, state: "review", reason, score, evidence };
}

/** A doubt about two cards that are one client by other links is none. */
function isWorthTelling({ left, right, state }: Pair, clusters: Clusters): boolean {
  return state === "linked" || clusters.rootOf(left) !== clusters.rootOf(right);
}

function listMembers(pairs: readonly Pair[], clusters: Clusters): readonly Member[] {
  const cards = new Set<number>();
  for (const { left, right, state } of pairs) if (state === "linked") cards.add(left).add(right);
  return [...cards].sort((a, b) => a - b).map((card) => ({ card, root: clusters.rootOf(card) }));
}

function describeSkipped(skipped: readonly SkippedBlocks[]): readonly TooCommon[] {
  return skipped.map(({ kind, blockCount, cardCount }) => ({ kind, valueCount: blockCount, cardCount }));
}

function pick({ left, right, score, evidence }: Weighed): Pick<Pair, "left" | "right" | "score" | "evidence"> {
  return { left, right, score, evidence };
}

/** One number for two places; exact up to 67 million cards. */
function pairKey(left: number, right: number): number {
  return left * 2 ** 26 + right;
}

function cardAt(cards: readonly Card[], at: number): Card {
  const card = cards[at];
  if (card === undefined) throw new Error(`no card ${at}`);
  return card;
}
