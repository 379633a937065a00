import type { Card } from "./card.ts";
import { type Groups, groupBy, groupByBoth, sizeAt } from "./groups.ts";
import { consonantsOf } from "./letters.ts";

/**
 * Looks at two cards worth comparing, the older first. `commonness` is one more than the cards of one system that bear the
 * more common of the two names.
 */
export type Visit = (left: number, right: number, commonness: number) => void;

/** Blocks too big to compare everybody in them. */
export interface SkippedBlocks {
  readonly kind: string;
  readonly blockCount: number;
  readonly cardCount: number;
}

/** Cards of a block that are compared with each other at most; bigger blocks are skipped. */
const maxBlock = 24;

/** Pairs compared at most, per card: keeps the worst case linear. */
const maxPairsPerCard = 12;

/** Mailboxes many companies have. */
const openBoxes =
  /^(info|sales?|office|zakaz|order|admin|buh|buhgalter|mail|sklad|shop|opt|market|director|zakup|snab)/;

interface Block {
  readonly kind: string;
  readonly groups: Groups;
}

/** What two cards must share to be compared, by kind. */
function makeBlocks(cards: readonly Card[]): readonly Block[] {
  const { length } = cards;
  const by = (keyOf: (card: Card) => string) => groupBy(length, (at) => keyOf(cardAt(cards, at)));
  const names = by(({ name }) => (name.sorted.length > 2 ? name.sorted : ""));
  const isCommon = (at: number) => sizeAt(names, at) > maxBlock;
  const towns = by(({ city, region }) => city || region);
  const commonNames = groupBy(length, (at) => (isCommon(at) ? cardAt(cards, at).name.sorted : ""));
  const beginnings = by(({ name }) => beginning(name.joined));
  const longest = by(({ name }) => beginning(longestOf(name.words)));
  const usePersian = cards.some(({ name }) => name.isPersian);
  const consonants = by(({ name }) => (usePersian ? longEnough(consonantsOf(name.joined)) : ""));
  return [
    { kind: "name", groups: names },
    { kind: "name and town", groups: groupByBoth(length, commonNames, towns) },
    { kind: "beginning and town", groups: groupByBoth(length, beginnings, towns) },
    { kind: "longest word and town", groups: groupByBoth(length, longest, towns) },
    { kind: "telephone", groups: by(({ phone }) => phone.slice(-7)) },
    { kind: "mailbox", groups: by(({ email }) => boxOf(email)) },
    {
      kind: "surname and birthday",
      groups: by(({ name, birthDate }) => (birthDate === null ? "" : `${longestOf(name.words)} ${birthDate}`)),
    },
    { kind: "consonants", groups: consonants },
  ];
}

/**
 * Visits pairs of cards that share a block and do not have two identities (tax numbers). Linear in the number of cards: big
 * blocks are skipped, small blocks go first, and the number of pairs is bounded. What is skipped is told.
 */
export function visitCandidates(cards: readonly Card[], identities: Groups, visit: Visit): readonly SkippedBlocks[] {
  const blocks = makeBlocks(cards);
  const groupings = blocks.map(({ groups }) => groups);
  const limit = fitLimit(groupings, cards.length);
  const commonness = measureCommonness(cards, groupings[0]);
  groupings.forEach((groups, kind) => {
    const earlier = groupings.slice(0, kind);
    eachBlock(groups, limit, (left, right) => {
      if (isTwo(identities, left, right) || earlier.some((other) => isTogether(other, limit, left, right))) return;
      visit(left, right, 1 + Math.max(commonness[left] ?? 1, commonness[right] ?? 1));
    });
  });
  return blocks.flatMap(({ kind, groups }) => countSkipped(kind, groups, limit));
}

function eachBlock(groups: Groups, limit: number, look: (left: number, right: number) => void): void {
  for (let group = 0; group < groups.count; group += 1) {
    const size = groups.sizeOf(group);
    if (size < 2 || size > limit) continue;
    const members = groups.members(group);
    for (let at = 0; at < size; at += 1)
      for (let other = at + 1; other < size; other += 1) look(members[at] ?? 0, members[other] ?? 0);
  }
}

/** Are both known, and known to be two? Equal identities are linked already. */
function isTwo({ groupOf }: Groups, left: number, right: number): boolean {
  return (groupOf[left] ?? -1) >= 0 && (groupOf[right] ?? -1) >= 0;
}

/** Were they compared in a block of this kind? */
function isTogether(groups: Groups, limit: number, left: number, right: number): boolean {
  const group = groups.groupOf[left] ?? -1;
  return group >= 0 && group === groups.groupOf[right] && groups.sizeOf(group) <= limit;
}

/** Lowers the size of blocks that are compared until the pairs are few enough. */
function fitLimit(blocks: readonly Groups[], cardCount: number): number {
  const budget = Math.max(10_000, cardCount * maxPairsPerCard);
  const pairsBySize = new Float64Array(maxBlock + 1);
  for (const groups of blocks) {
    for (let group = 0; group < groups.count; group += 1) {
      const size = groups.sizeOf(group);
      if (size > 1 && size <= maxBlock) pairsBySize[size] = (pairsBySize[size] ?? 0) + (size * (size - 1)) / 2;
    }
  }
  let [limit, pairs] = [1, 0];
  while (limit < maxBlock && pairs + (pairsBySize[limit + 1] ?? 0) <= budget) {
    limit += 1;
    pairs += pairsBySize[limit] ?? 0;
  }
  return limit;
}

/** Counts, for each card, the cards of one system that bear its name: the most of any system. */
function measureCommonness(cards: readonly Card[], byName: Groups | undefined): Int32Array {
  const result = new Int32Array(cards.length).fill(1);
  if (byName === undefined) return result;
  for (let group = 0; group < byName.count; group += 1) {
    if (byName.sizeOf(group) < 2) continue;
    const members = byName.members(group);
    const perSource = new Map<string, number>();
    for (const at of members) {
      const { source } = cardAt(cards, at);
      perSource.set(source, (perSource.get(source) ?? 0) + 1);
    }
    const most = Math.max(...perSource.values());
    for (const at of members) result[at] = most;
  }
  return result;
}

function countSkipped(kind: string, groups: Groups, limit: number): readonly SkippedBlocks[] {
  let [blockCount, cardCount] = [0, 0];
  for (let group = 0; group < groups.count; group += 1) {
    if (groups.sizeOf(group) <= Math.max(1, limit)) continue;
    blockCount += 1;
    cardCount += groups.sizeOf(group);
  }
  return blockCount > 0 ? [{ kind: `block: ${kind}`, blockCount, cardCount }] : [];
}

function beginning(word: string): string {
  return word.length < 4 ? "" : word.slice(0, 5);
}

function longEnough(consonants: string): string {
  return consonants.length > 3 ? consonants : "";
}

function longestOf(words: readonly string[]): string {
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), "");
}

function boxOf(email: string): string {
  const box = email.slice(0, Math.max(0, email.lastIndexOf("@")));
  return box.length < 5 || openBoxes.test(box) ? "" : box;
}

function cardAt(cards: readonly Card[], at: number): Card {
  const card = cards[at];
  if (card === undefined) throw new Error(`no card ${at}`);
  return card;
}
