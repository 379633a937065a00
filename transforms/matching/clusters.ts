/** Why a link was not followed. */
export type Refusal = "cannot_link" | "tax_conflict" | "too_many";

/** What keeps cards apart, whatever links them. */
export interface Guards {
  /** The identity of a card that no cluster may have two of: its tax number and branch; empty where unknown. */
  readonly identityOf: (card: number) => string;
  /** Pairs that are two clients. */
  readonly cannotLink: readonly (readonly [number, number])[];
  /** Cards one client may have at most. */
  readonly maxSize: number;
}

/**
 * Clusters of cards that grow by links (union–find, the oldest card is the root), as far as the guards allow: nobody's two
 * identities, no forbidden pair and no crowd come together, not even through a chain of links.
 */
export class Clusters {
  readonly #parent: Int32Array;
  readonly #size: Int32Array;
  readonly #identities = new Map<number, Set<string>>();
  readonly #enemies = new Map<number, Set<number>>();
  readonly #guards: Guards;

  constructor(length: number, guards: Guards) {
    this.#guards = guards;
    this.#parent = Int32Array.from({ length }, (_, card) => card);
    this.#size = new Int32Array(length).fill(1);
    for (const [left, right] of guards.cannotLink) {
      this.#enemiesOf(left).add(right);
      this.#enemiesOf(right).add(left);
    }
  }

  /** Finds the oldest card of the cluster a card belongs to. */
  rootOf(card: number): number {
    let root = card;
    for (let up = this.#up(root); up !== root; up = this.#up(root)) root = up;
    for (let at = card; at !== root; ) {
      const up = this.#up(at);
      this.#parent[at] = root;
      at = up;
    }
    return root;
  }

  /** Follows a link. `isForced` (a must-link of the operator) overrides identities and size, never a cannot-link. */
  link(left: number, right: number, isForced = false): Refusal | undefined {
    const [one, other] = [this.rootOf(left), this.rootOf(right)];
    if (one === other) return undefined;
    const refusal = this.#refusalOf(one, other, isForced);
    if (refusal === undefined) this.#join(Math.min(one, other), Math.max(one, other));
    return refusal;
  }

  #refusalOf(one: number, other: number, isForced: boolean): Refusal | undefined {
    const enemies = this.#enemies.get(one);
    if (enemies !== undefined) for (const enemy of enemies) if (this.rootOf(enemy) === other) return "cannot_link";
    if (isForced) return undefined;
    const [mine, theirs] = [this.#identitiesOf(one), this.#identitiesOf(other)];
    if (mine.size > 0 && theirs.size > 0 && ![...mine].some((identity) => theirs.has(identity))) return "tax_conflict";
    return (this.#size[one] ?? 1) + (this.#size[other] ?? 1) > this.#guards.maxSize ? "too_many" : undefined;
  }

  #join(root: number, joined: number): void {
    const identities = new Set([...this.#identitiesOf(root), ...this.#identitiesOf(joined)]);
    this.#identities.set(root, identities);
    this.#identities.delete(joined);
    const enemies = this.#enemies.get(joined);
    if (enemies !== undefined) for (const enemy of enemies) this.#enemiesOf(root).add(enemy);
    this.#size[root] = (this.#size[root] ?? 1) + (this.#size[joined] ?? 1);
    this.#parent[joined] = root;
  }

  #identitiesOf(root: number): Set<string> {
    const known = this.#identities.get(root);
    if (known !== undefined) return known;
    const identity = this.#guards.identityOf(root);
    return new Set(identity === "" ? [] : [identity]);
  }

  #enemiesOf(card: number): Set<number> {
    const enemies = this.#enemies.get(card) ?? new Set<number>();
    this.#enemies.set(card, enemies);
    return enemies;
  }

  #up(card: number): number {
    return this.#parent[card] ?? card;
  }
}
