/** An exact sum of whole numbers that may outgrow a JavaScript number. */
export class Sum {
  #whole = 0n;
  #low = 0;

  add(amount: number): void {
    this.#low += amount;
    if (Math.abs(this.#low) > 1e15) this.#carry();
  }

  get value(): bigint {
    this.#carry();
    return this.#whole;
  }

  #carry(): void {
    this.#whole += BigInt(this.#low);
    this.#low = 0;
  }
}

/** Writes a whole number of 10^-`decimals` as a decimal: 1234567 with 4 is `123.4567`. */
export function decimalText(value: bigint, decimals: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, "0");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Counts by name, in the order the names first came. */
export class Counts {
  readonly #counts = new Map<string, number>();

  add(name: string, by = 1): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + by);
  }

  /** Sorted by name, so that the truth file does not depend on who came first. */
  toJSON(): Record<string, number> {
    return Object.fromEntries([...this.#counts].sort(([left], [right]) => (left < right ? -1 : 1)));
  }
}
