import { isInsideText, mayGoOn } from "./early-close.ts";
import type { ScanOptions } from "./scan.ts";

/** Regular records after which a line is no longer taken for the rest of a broken record. */
const recordsToTrust = 3;

/** Follows whether a line that was set aside may be the rest of the record above it, whose text closed too early. */
export class Doubts {
  /** Records, by ordinal, whose text may go on in a line below that was set aside. */
  readonly records: number[] = [];
  readonly #options: ScanOptions;
  /** The record above, while lines below it may be the rest of its text: where it stands in the bytes at hand, or its own. */
  #from = -1;
  #to = -1;
  #bytes: Buffer | undefined;
  /** Records yet to come before lines are trusted again. */
  #left = 0;

  constructor(options: ScanOptions) {
    this.#options = options;
  }

  /** Behind a broken line with quotes: the next ones may be the inside of its text, and are not mended. */
  get isInText(): boolean {
    return this.#left > 0;
  }

  /** Takes note of a record: one more that can be trusted. */
  trust(): void {
    if (this.#left > 0) this.#left -= 1;
  }

  /** Remembers where the record above stands in the bytes at hand. */
  place(from: number, to: number): void {
    this.#from = from;
    this.#to = to;
  }

  /** Remembers a record above that stands nowhere in the bytes. */
  keep(bytes: Buffer | undefined): void {
    this.#from = -1;
    this.#bytes = bytes;
  }

  /** The bytes at hand are about to go. */
  keepAll(bytes: Buffer): void {
    if (this.#from >= 0) this.keep(Buffer.from(bytes.subarray(this.#from, this.#to)));
  }

  /** Judges the record above, the `record`th, by a line that was set aside. */
  judge(bytes: Buffer, from: number, to: number, record: number): void {
    const { delimiter, quote, fields, mayBe = () => true } = this.#options;
    if (quote === undefined || !bytes.subarray(from, to).includes(quote)) return;
    this.#left = recordsToTrust;
    const above = this.#from < 0 ? this.#bytes : bytes.subarray(this.#from, this.#to);
    const marks = { delimiter, quote, escape: this.#options.escape };
    const line = bytes.toString("utf8", from, to);
    // A line that closes no text decides nothing.
    if (above === undefined || isInsideText(line, marks)) return;
    if (mayGoOn(above.toString("utf8"), line, marks, { fields, mayBe })) this.records.push(record);
    this.keep(undefined);
  }
}
