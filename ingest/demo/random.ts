/**
 * A seeded stream of numbers: sfc32 (Chris Doty-Humphrey's Small Fast Counter, 128 bits of state).
 *
 * A stream is named by the seed and a table, and can be put at any row (`at`), so that what happens to one row
 * never moves the numbers of another: adding a column to clients leaves every order as it was.
 */
export class Random {
  readonly #seed: number;
  readonly #table: number;
  #a = 0;
  #b = 0;
  #c = 0;
  #counter = 1;

  constructor(seed: number, table: string) {
    this.#seed = mix(seed >>> 0, Math.floor(seed / 2 ** 32));
    this.#table = hashText(table);
    this.at(0);
  }

  /** Puts the stream at the start of row `row`, part `part`. */
  at(row: number, part = 0): this {
    this.#a = mix(this.#seed, row);
    this.#b = mix(this.#table, part);
    this.#c = mix(this.#a ^ this.#table, Math.floor(row / 2 ** 32) + 0x9e37);
    this.#counter = 1;
    for (let round = 0; round < 8; round += 1) this.next();
    return this;
  }

  /** The next 32 bits. */
  next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** A number in [0, 1). */
  unit(): number {
    return this.next() / 2 ** 32;
  }

  /** A whole number in [from, to]. */
  between(from: number, to: number): number {
    return from + Math.floor(this.unit() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** One of the items, each as likely. Throws when there are none. */
  pick<Item>(items: readonly Item[]): Item {
    return itemAt(items, Math.floor(this.unit() * items.length));
  }

  /** Near-normal with mean 0 and variance 1: the sum of twelve, so that the same bits come out on every machine. */
  normal(): number {
    let sum = -6;
    for (let draw = 0; draw < 12; draw += 1) sum += this.unit();
    return sum;
  }

  /** Erlang with mean 1: the more steps, the more regular. */
  erlang(steps: number): number {
    let product = 1;
    for (let step = 0; step < steps; step += 1) product *= 1 - this.unit();
    return -Math.log(product) / steps;
  }
}

/** Reads an item that must be there. Throws a programmer error outside the list. */
export function itemAt<Item>(items: ArrayLike<Item>, index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`no item ${index} among ${items.length}`);
  return item;
}

/** MurmurHash3's finaliser over two words. */
function mix(left: number, right: number): number {
  let hash = (left ^ Math.imul(right, 0x85ebca6b)) + 0x7f4a7c15;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}

/** FNV-1a. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}
