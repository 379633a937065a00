/** Cards by a text they share. Cards are named by their place in the list. */
export interface Groups {
  /** Number of the group of each card, -1 where it has no text. */
  readonly groupOf: Int32Array;
  /** Cards of a group, ascending. */
  members(group: number): Int32Array;
  sizeOf(group: number): number;
  readonly count: number;
}

/** Groups cards by a text; the empty text is none. Linear in their number; groups are numbered by their first card. */
export function groupBy(length: number, textOf: (card: number) => string): Groups {
  return groupByKey(length, textOf, "");
}

/** Groups cards by two groupings at once: those that share both. */
export function groupByBoth(length: number, one: Groups, other: Groups): Groups {
  const keyOf = (card: number) => {
    const [left, right] = [one.groupOf[card] ?? -1, other.groupOf[card] ?? -1];
    return left < 0 || right < 0 ? -1 : left * other.count + right;
  };
  return groupByKey(length, keyOf, -1);
}

function groupByKey<Key>(length: number, keyOf: (card: number) => Key, none: Key): Groups {
  const numbers = new Map<Key, number>();
  const groupOf = new Int32Array(length).fill(-1);
  const sizes: number[] = [];
  for (let card = 0; card < length; card += 1) {
    const key = keyOf(card);
    if (key === none) continue;
    let group = numbers.get(key);
    if (group === undefined) {
      group = sizes.length;
      numbers.set(key, group);
      sizes.push(0);
    }
    groupOf[card] = group;
    sizes[group] = (sizes[group] ?? 0) + 1;
  }
  const { starts, cards } = sortByGroup(groupOf, sizes);
  return {
    groupOf,
    count: sizes.length,
    sizeOf: (group) => sizes[group] ?? 0,
    members: (group) => cards.subarray(starts[group], starts[group + 1]),
  };
}

/** Counts the cards that share the text of a card; 0 where it has none. */
export function sizeAt(groups: Groups, at: number): number {
  const group = groups.groupOf[at] ?? -1;
  return group < 0 ? 0 : groups.sizeOf(group);
}

function sortByGroup(groupOf: Int32Array, sizes: readonly number[]): { starts: Int32Array; cards: Int32Array } {
  const starts = new Int32Array(sizes.length + 1);
  sizes.forEach((size, group) => {
    starts[group + 1] = (starts[group] ?? 0) + size;
  });
  const next = starts.slice();
  const cards = new Int32Array(starts[sizes.length] ?? 0);
  groupOf.forEach((group, card) => {
    if (group < 0) return;
    const place = next[group] ?? 0;
    cards[place] = card;
    next[group] = place + 1;
  });
  return { starts, cards };
}
