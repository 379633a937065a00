import { FileFault } from "../reader.ts";
import type { Place } from "./layout.ts";

/** Records a file must have before its borders tell anything, and lines that are named. */
const leastRecords = 10;
const linesTold = 5;
/** Share of records that may touch at a border which is blank in the others. */
const mostTouching = 0.1;

/** Watches where values of fixed width touch: a border that is blank in nearly all lines parts columns in all of them. */
export class Alignment {
  readonly #places: readonly Place[];
  /** Records with text on both sides of the border before a column, and those whose texts touch there. */
  readonly #compared: number[];
  readonly #touching: number[];
  readonly #lines: number[][];

  constructor(places: readonly Place[]) {
    this.#places = places;
    this.#compared = places.map(() => 0);
    this.#touching = places.map(() => 0);
    this.#lines = places.map(() => []);
  }

  /** Takes note of a record: its texts by place, and how its line is cut. */
  take(line: number, texts: readonly string[], cut: (start: number, end: number) => string): void {
    for (let index = 1; index < this.#places.length; index += 1) {
      if (!this.#isComparable(index, texts)) continue;
      this.#compared[index] = (this.#compared[index] ?? 0) + 1;
      const { start = 0 } = this.#places[index] ?? {};
      if (cut(start - 1, start).trim() === "" || cut(start, start + 1).trim() === "") continue;
      this.#touching[index] = (this.#touching[index] ?? 0) + 1;
      const lines = this.#lines[index];
      if (lines !== undefined && lines.length < linesTold) lines.push(line);
    }
  }

  /** Records tell of a border where both columns have text; a gap is blank by nature. */
  #isComparable(index: number, texts: readonly string[]): boolean {
    const sides = [index - 1, index];
    const isFilled = (side: number) => texts[side] !== "";
    return sides.some(isFilled) && sides.every((side) => isFilled(side) || this.#places[side]?.isGap === true);
  }

  /** @throws FileFault, held, where few lines touch at a border that parts the columns of all others. */
  require(): void {
    const index = this.#touching.findIndex((count, place) => {
      const compared = this.#compared[place] ?? 0;
      return compared >= leastRecords && count > 0 && count <= compared * mostTouching;
    });
    if (index < 0) return;
    const [before, behind] = [this.#places[index - 1]?.name, this.#places[index]?.name];
    const count = this.#touching[index] ?? 0;
    const lines = this.#lines[index] ?? [];
    const shown = `${lines.join(", ")}${count > lines.length ? ", …" : ""}`;
    throw new FileFault(
      "misaligned",
      `columns do not line up: in ${count} of ${this.#compared[index]} records (${lines.length === 1 ? "line" : "lines"} ${shown}) text goes on across the border of ${before} and ${behind}, which is blank in the others`,
      "Correct the places in `fixed`, or widen the column; where a value may fill its column to the end, say fixed: { touching: true }.",
      lines[0],
    );
  }
}
