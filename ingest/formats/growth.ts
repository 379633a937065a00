import { statSync } from "node:fs";
import { FileFault } from "./reader.ts";

const mostTimes = 20;
const freeBytes = 64 * 1_048_576;

/** Watches that rows taken out of a file stay in proportion to it: what stands around them once is written with each. */
export class Growth {
  readonly #most: number;
  #bytes = 0;

  constructor(path: string) {
    this.#most = freeBytes + mostTimes * statSync(path).size;
  }

  /** Counts what is written. @throws FileFault rule `bomb` beyond the proportion. */
  take(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes <= this.#most) return;
    throw new FileFault(
      "bomb",
      `the rows of the file take more than ${mostTimes} times its size`,
      "Take fewer values from around the rows, or split the export.",
    );
  }
}
